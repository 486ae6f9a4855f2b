import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, patientName } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { loadUses } from "./authorization.store.ts";
import { type AuthorizationState, unitsLedger } from "./authorization.ts";
import type { AuthorizationAnswer, AuthorizationLedgerAnswer } from "./authorization-answers.ts";

type StoredRow = Omit<AuthorizationAnswer, "usedUnits" | "plannedUnits" | "remainingUnits">;

const columns: Sql = sql`
  a.authorization_id as id, a.patient_id as "patientId", ${patientName} as patient,
  a.payer_id as "payerId", payer.name as payer, a.coverage_id as "coverageId",
  c.member_id as "memberId", a.provider_id as "providerId", provider.name as provider, a.kind,
  a.state, a.number, a.procedure_codes as "procedureCodes", a.unit_kind as "unitKind",
  a.approved_units as "approvedUnits", a.requested_on as "requestedOn",
  a.decided_on as "decidedOn", a.effective_from as "effectiveFrom",
  a.effective_to as "effectiveTo", a.reason, a.revision`;

const tables: Sql = sql`authorizations a
  join patients p on p.practice_id = a.practice_id and p.patient_id = a.patient_id
  join payers payer on payer.practice_id = a.practice_id and payer.payer_id = a.payer_id
  join coverages c on c.practice_id = a.practice_id and c.coverage_id = a.coverage_id
  left join providers provider on provider.practice_id = a.practice_id
    and provider.provider_id = a.provider_id`;

export type AuthorizationFilter = {
  readonly state?: AuthorizationState | undefined;
  readonly patient?: number | undefined;
  readonly payer?: number | undefined;
  /** Only those that end on or before this day. */
  readonly endsBy?: string | undefined;
};

/** Authorizations, the one that ends first before the others; those without an end last. */
export async function listAuthorizations(
  transaction: PracticeTransaction,
  filter: AuthorizationFilter,
  page: {
    readonly limit: number;
    readonly after?: readonly [string, number] | undefined;
    readonly withTotal?: boolean;
  },
): Promise<Page<AuthorizationAnswer, [string, number]>> {
  const { state, patient, payer, endsBy } = filter;
  const where = allOf([
    sql`a.practice_id = ${transaction.practiceId}`,
    ...(state === undefined ? [] : [sql`a.state = ${state}`]),
    ...(patient === undefined ? [] : [sql`a.patient_id = ${patient}`]),
    ...(payer === undefined ? [] : [sql`a.payer_id = ${payer}`]),
    ...(endsBy === undefined ? [] : [sql`a.effective_to <= ${endsBy}::date`]),
  ]);
  const end = sql`coalesce(a.effective_to, '9999-12-31'::date)`;
  const rows = await transaction.query<StoredRow>(sql`
    select ${columns} from ${tables}
    where ${where}
      ${page.after ? sql`and (${end}, a.authorization_id) > (${page.after[0]}::date, ${page.after[1]})` : sql``}
    order by ${end}, a.authorization_id limit ${page.limit + 1}`);
  const shown = pageOf(rows, page.limit, (row): [string, number] => [
    row.effectiveTo ?? "9999-12-31",
    row.id,
  ]);
  const counted = await withUnits(transaction, shown.rows);
  const answer = { rows: counted.map(({ uses: _, ...row }) => row), next: shown.next };
  if (page.withTotal !== true) return answer;
  const total = await transaction.one<{ count: number }>(
    sql`select count(*) as count from authorizations a where ${where}`,
  );
  return { ...answer, total };
}

/** One authorization with its units and what takes of them. */
export async function findAuthorization(
  transaction: PracticeTransaction,
  authorizationId: number,
): Promise<AuthorizationLedgerAnswer | undefined> {
  const rows = await transaction.query<StoredRow>(sql`
    select ${columns} from ${tables}
    where a.practice_id = ${transaction.practiceId} and a.authorization_id = ${authorizationId}`);
  const [found] = await withUnits(transaction, rows);
  return found;
}

async function withUnits(
  transaction: PracticeTransaction,
  rows: readonly StoredRow[],
): Promise<AuthorizationLedgerAnswer[]> {
  const uses = await loadUses(
    transaction,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { approvedUnits, unitKind, procedureCodes } = row;
    const counted = { unitKind, procedureCodes, approvedUnits: approvedUnits ?? undefined };
    const ledger = unitsLedger(counted, uses.get(row.id) ?? []);
    return {
      ...row,
      usedUnits: ledger.used,
      plannedUnits: ledger.planned,
      remainingUnits: ledger.remaining ?? null,
      uses: [...ledger.entries],
    };
  });
}
