import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import type { Enrollment, EnrollmentState, EnrollmentTransaction } from "./enrollment.ts";
import type { EnrollmentAnswer } from "./enrollment-answers.ts";

const columns = sql`e.enrollment_id as id, e.payer_id as "payerId", payer.name as "payerName",
  e.provider_id as "providerId", provider.name as "providerName", e.transaction, e.state,
  e.requested_on as "requestedOn", e.effective_from as "effectiveFrom",
  e.effective_to as "effectiveTo", e.payer_provider_number as "payerProviderNumber", e.revision`;

const tables = sql`payer_enrollments e
  join payers payer on payer.practice_id = e.practice_id and payer.payer_id = e.payer_id
  left join providers provider
    on provider.practice_id = e.practice_id and provider.provider_id = e.provider_id`;

export type EnrollmentFilter = {
  readonly payer?: number | undefined;
  readonly provider?: number | undefined;
  readonly transaction?: EnrollmentTransaction | undefined;
  readonly state?: EnrollmentState | undefined;
};

/** Enrolments in the order in which they were recorded. */
export async function listEnrollments(
  transaction: PracticeTransaction,
  filter: EnrollmentFilter,
  page: { readonly limit: number; readonly after?: readonly [number] | undefined },
): Promise<Page<EnrollmentAnswer, [number]>> {
  const where = allOf([
    sql`e.practice_id = ${transaction.practiceId}`,
    ...(filter.payer === undefined ? [] : [sql`e.payer_id = ${filter.payer}`]),
    ...(filter.provider === undefined ? [] : [sql`e.provider_id = ${filter.provider}`]),
    ...(filter.transaction === undefined ? [] : [sql`e.transaction = ${filter.transaction}`]),
    ...(filter.state === undefined ? [] : [sql`e.state = ${filter.state}`]),
  ]);
  const rows = await transaction.query<EnrollmentAnswer>(sql`
    select ${columns} from ${tables}
    where ${where} ${page.after ? sql`and e.enrollment_id > ${page.after[0]}` : sql``}
    order by e.enrollment_id limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [number] => [row.id]);
}

/** One enrolment. */
export async function findEnrollment(
  transaction: PracticeTransaction,
  enrollmentId: number,
): Promise<EnrollmentAnswer | undefined> {
  return transaction.maybeOne<EnrollmentAnswer>(sql`
    select ${columns} from ${tables}
    where e.practice_id = ${transaction.practiceId} and e.enrollment_id = ${enrollmentId}`);
}

/** Everything on file with these payers, for `isEnrolledOn`. */
export async function enrollmentsWith(
  transaction: PracticeTransaction,
  payerIds: readonly number[],
): Promise<Enrollment[]> {
  type Row = Omit<Enrollment, "providerId" | "effectiveFrom" | "effectiveTo"> & {
    readonly providerId: number | null;
    readonly effectiveFrom: string | null;
    readonly effectiveTo: string | null;
  };
  const rows = await transaction.query<Row>(sql`
    select payer_id as "payerId", provider_id as "providerId", transaction, state,
      effective_from as "effectiveFrom", effective_to as "effectiveTo"
    from payer_enrollments
    where practice_id = ${transaction.practiceId} and payer_id = any (${[...payerIds]}::bigint[])`);
  return rows.map((row) => ({
    ...row,
    providerId: row.providerId ?? undefined,
    effectiveFrom: row.effectiveFrom ?? undefined,
    effectiveTo: row.effectiveTo ?? undefined,
  }));
}
