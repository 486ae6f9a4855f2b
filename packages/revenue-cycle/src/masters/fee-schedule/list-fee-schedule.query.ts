import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, beginsWith } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import {
  costIndices,
  type MedicareLocality,
  relativeValuesOf,
} from "../code-set/relative-value.query.ts";
import type { FeeScheduleItem } from "./allowed.ts";
import type { FeeScheduleAnswer } from "./fee-schedule-answers.ts";

export type FeeScheduleFilter = {
  readonly payer?: number | undefined;
  /** The beginning of a code. */
  readonly code?: string | undefined;
  /** In force on this day. */
  readonly on?: string | undefined;
};

type Key = [payerId: number, code: string, effectiveFrom: string];
type Row = Omit<
  FeeScheduleAnswer,
  "medicare" | "medicareNonfacilityCents" | "medicareFacilityCents"
>;

/** What payers allow, payer by payer in the order of the codes. */
export async function listFeeSchedule(
  transaction: PracticeTransaction,
  { payer, code, on }: FeeScheduleFilter,
  page: {
    readonly limit: number;
    readonly after?: Readonly<Key> | undefined;
    readonly withTotal?: boolean;
  },
): Promise<Page<Row, Key>> {
  const prefix = code?.trim().toUpperCase() ?? "";
  const where = allOf([
    sql`f.practice_id = ${transaction.practiceId}`,
    ...(payer === undefined ? [] : [sql`f.payer_id = ${payer}`]),
    ...(prefix === "" ? [] : [beginsWith(sql`f.procedure_code`, prefix)]),
    ...(on === undefined
      ? []
      : [sql`f.effective_from <= ${on} and (f.effective_to is null or ${on} <= f.effective_to)`]),
  ]);
  const rows = await transaction.query<Row>(sql`
    select f.payer_id as "payerId", p.name as "payerName", f.procedure_code as "procedureCode",
      f.allowed_cents as "allowedCents", f.effective_from as "effectiveFrom",
      f.effective_to as "effectiveTo"
    from fee_schedule_rows f join payers p using (practice_id, payer_id)
    where ${where}
      ${
        page.after
          ? sql`and (f.payer_id, f.procedure_code, f.effective_from)
              > (${page.after[0]}, ${page.after[1]}, ${page.after[2]}::date)`
          : sql``
      }
    order by f.payer_id, f.procedure_code, f.effective_from limit ${page.limit + 1}`);
  const shown = pageOf(
    rows,
    page.limit,
    (row): Key => [row.payerId, row.procedureCode, row.effectiveFrom],
  );
  if (page.withTotal !== true) return shown;
  const total = await transaction.one<{ count: number }>(
    sql`select count(*) as count from fee_schedule_rows f where ${where}`,
  );
  return { ...shown, total };
}

/** The rows with what Medicare allows for the same services, as far as that is loaded. */
export async function withMedicare(
  transaction: PracticeTransaction,
  rows: readonly Row[],
  place: { readonly on: string; readonly locality: MedicareLocality | undefined },
): Promise<FeeScheduleAnswer[]> {
  const { locality, on } = place;
  const none = { medicareNonfacilityCents: null, medicareFacilityCents: null };
  if (locality === undefined) {
    return rows.map((row) => ({ ...row, medicare: "not-asked", ...none }));
  }
  if ((await costIndices(transaction, { on, locality })) === undefined) {
    return rows.map((row) => ({ ...row, medicare: "not-loaded", ...none }));
  }
  const codes = [...new Set(rows.map((row) => row.procedureCode))];
  const answers = await relativeValuesOf(transaction, codes, { on, locality });
  return rows.map((row) => {
    const answer = answers.get(row.procedureCode);
    if (answer?.is !== "found") return { ...row, medicare: answer?.is ?? "not-loaded", ...none };
    const whole = answer.values.find((value) => value.modifier === "");
    const nonfacility = whole?.nonfacilityCents ?? null;
    const facility = whole?.facilityCents ?? null;
    const isPriced = nonfacility !== null || facility !== null;
    return {
      ...row,
      medicare: isPriced ? "found" : "absent",
      medicareNonfacilityCents: nonfacility,
      medicareFacilityCents: facility,
    };
  });
}

/** Every row of a payer's fee schedule for these codes over all days, for `allowedOn`. */
export async function feeScheduleOf(
  transaction: PracticeTransaction,
  question: { readonly payerIds: readonly number[]; readonly codes: readonly string[] },
): Promise<FeeScheduleItem[]> {
  const codes = [...new Set(question.codes.map((code) => code.trim().toUpperCase()))];
  const rows = await transaction.query<
    Omit<FeeScheduleItem, "effectiveTo"> & { readonly effectiveTo: string | null }
  >(sql`
    select payer_id as "payerId", procedure_code as "procedureCode",
      allowed_cents as "allowedCents", effective_from as "effectiveFrom",
      effective_to as "effectiveTo"
    from fee_schedule_rows
    where practice_id = ${transaction.practiceId}
      and payer_id = any (${[...question.payerIds]}::bigint[])
      and procedure_code = any (${codes}::text[])
    order by payer_id, procedure_code, effective_from`);
  return rows.map((row) => ({ ...row, effectiveTo: row.effectiveTo ?? undefined }));
}
