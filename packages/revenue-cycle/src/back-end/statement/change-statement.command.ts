import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";

export type StatementRefusal = "statement_unknown" | "run_unknown" | "statement_mailed";

export type StatementChange =
  | { readonly is: "changed"; readonly statementIds: readonly number[] }
  | { readonly is: "refused"; readonly code: StatementRefusal };

type Run = { readonly statement_run_id: number; readonly is_mailed: boolean };

/** Takes a statement back before its run is mailed; the account was not told then. Twice changes nothing. */
export async function voidStatement(
  transaction: PracticeTransaction,
  statementId: number,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<StatementChange> {
  const { practiceId } = transaction;
  const run = await transaction.maybeOne<Run>(sql`
    select run.statement_run_id, run.mailed_on is not null as is_mailed
    from statements s join statement_runs run on run.practice_id = s.practice_id
      and run.statement_run_id = s.statement_run_id
    where s.practice_id = ${practiceId} and s.statement_id = ${statementId} for update of run`);
  if (run === undefined) return { is: "refused", code: "statement_unknown" };
  if (run.is_mailed) return { is: "refused", code: "statement_mailed" };
  return voidThose(transaction, [statementId], { reason, today });
}

/** Takes all statements of a run back before it is mailed. */
export async function voidRun(
  transaction: PracticeTransaction,
  runId: number,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<StatementChange> {
  const run = await lockRun(transaction, runId);
  if (run === undefined) return { is: "refused", code: "run_unknown" };
  if (run.is_mailed) return { is: "refused", code: "statement_mailed" };
  const rows = await transaction.query<{ statement_id: number }>(sql`
    select statement_id from statements
    where practice_id = ${transaction.practiceId} and statement_run_id = ${runId}`);
  const ids = rows.map((row) => row.statement_id);
  return voidThose(transaction, ids, { reason, today });
}

/** Notes that the letters of a run left the house: they stand from now on. */
export async function mailRun(
  transaction: PracticeTransaction,
  runId: number,
  today: string,
): Promise<StatementChange> {
  const run = await lockRun(transaction, runId);
  if (run === undefined) return { is: "refused", code: "run_unknown" };
  if (run.is_mailed) return { is: "changed", statementIds: [] };
  const { practiceId, actor } = transaction;
  await transaction.execute(sql`
    update statement_runs set mailed_on = ${today}::date, mailed_by = ${actor}
    where practice_id = ${practiceId} and statement_run_id = ${runId}`);
  const rows = await transaction.query<{ statement_id: number }>(sql`
    select statement_id from statements where practice_id = ${practiceId}
      and statement_run_id = ${runId} and voided_on is null`);
  const ids = rows.map((row) => row.statement_id);
  await tell(transaction, "statement-mailed", { ids, today });
  return { is: "changed", statementIds: ids };
}

async function lockRun(transaction: PracticeTransaction, runId: number): Promise<Run | undefined> {
  return transaction.maybeOne<Run>(sql`
    select statement_run_id, mailed_on is not null as is_mailed from statement_runs
    where practice_id = ${transaction.practiceId} and statement_run_id = ${runId} for update`);
}

async function voidThose(
  transaction: PracticeTransaction,
  statementIds: readonly number[],
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<StatementChange> {
  const rows = await transaction.query<{ statement_id: number }>(sql`
    update statements set voided_on = ${today}::date, voided_by = ${transaction.actor},
      void_reason = ${reason}
    where practice_id = ${transaction.practiceId}
      and statement_id = any (${[...statementIds]}::bigint[]) and voided_on is null
    returning statement_id`);
  const ids = rows.map((row) => row.statement_id);
  await tell(transaction, "statement-voided", { ids, today });
  return { is: "changed", statementIds: ids };
}

async function tell(
  transaction: PracticeTransaction,
  kind: string,
  { ids, today }: { readonly ids: readonly number[]; readonly today: string },
): Promise<void> {
  await appendEvents(
    transaction,
    ids.map((subjectId) => ({ kind, subjectKind: "statement", subjectId, effectiveOn: today })),
  );
}
