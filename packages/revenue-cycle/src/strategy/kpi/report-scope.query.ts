import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";

/** What every statement of a report needs to know. */
export type ReportScope = {
  readonly practiceId: number;
  /** The cut-off: nothing that took effect later counts. */
  readonly asOf: string;
  /** Whether nothing in the books is later than the cut-off, so that `receivables` is the answer. */
  readonly isSettled: boolean;
  readonly hasContracts: boolean;
  readonly hasDeposits: boolean;
  /** Only these claims, by their ids; all if absent. */
  readonly claims?: IdRange | undefined;
  /** Only these encounters; all if absent. */
  readonly encounters?: IdRange | undefined;
};

/** Rows from one id through another. */
export type IdRange = { readonly from: number; readonly through: number };

/** Narrows a statement to the claims of the scope, by the column that holds their id. */
export function amongClaims({ claims }: ReportScope, column: Sql): Sql {
  if (claims === undefined) return sql``;
  return sql`and ${column} between ${claims.from}::bigint and ${claims.through}::bigint`;
}

/**
 * The cut-off of a report and what it can rest on. Without a date it is the newest date in the files:
 * interchanges, submissions, answers, payments, deposits; with nothing read yet, today.
 */
export async function openReportScope(
  transaction: PracticesTransaction,
  practiceId: number,
  asOf: string | undefined,
): Promise<ReportScope> {
  const row = await transaction.one<Omit<ReportScope, "practiceId">>(sql`
    with cut as (
      select coalesce(${asOf ?? null}::date, greatest(
        (select max(interchange_on) from transaction_sets
          where practice_id = ${practiceId} and verdict not in ('refused', 'duplicate')),
        (select max(submitted_on) from claims where practice_id = ${practiceId}),
        (select max(effective_on) from remittances
          where practice_id = ${practiceId} and verdict not in ('refused', 'duplicate')),
        (select max(deposited_on) from bank_deposits where practice_id = ${practiceId}),
        (select max(paid_on) from patient_payments where practice_id = ${practiceId})),
        current_date) as as_of)
    select as_of as "asOf",
      not exists (select from postings
        where practice_id = ${practiceId} and effective_on > as_of) as "isSettled",
      exists (select from fee_schedule_rows where practice_id = ${practiceId}) as "hasContracts",
      exists (select from bank_deposits
        where practice_id = ${practiceId} and deposited_on <= as_of) as "hasDeposits"
    from cut`);
  return { practiceId, ...row };
}
