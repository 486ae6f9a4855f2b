import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import type { PatientAccount } from "../patient-account/patient-account.ts";
import type { StatementContent } from "./statement.ts";
import type { StatementAnswer, StatementRow } from "./statement-answers.ts";

const columns: Sql = sql`
  s.statement_id as id, s.number, s.statement_run_id as "runId",
  coalesce('g' || s.guarantor_id, 'p' || s.patient_id) as account,
  s.content -> 'addressee' ->> 'name' as name, s.issued_on as "issuedOn", s.due_on as "dueOn",
  s.owed_cents as "owedCents", cardinality(s.claim_ids) as claims,
  case when s.voided_on is not null then 'void' when run.mailed_on is not null then 'mailed'
    else 'issued' end as state`;

const from: Sql = sql`from statements s
  join statement_runs run on run.practice_id = s.practice_id
    and run.statement_run_id = s.statement_run_id`;

/** A statement that is to be kept. */
export type IssuedStatement = {
  readonly statementId: number;
  readonly runId: number;
  readonly account: PatientAccount;
  readonly content: StatementContent;
};

/** Keeps a statement with everything it says. */
export async function insertStatement(
  transaction: PracticeTransaction,
  { statementId, runId, account, content }: IssuedStatement,
): Promise<void> {
  const claimIds = content.visits.map(({ claimId }) => claimId);
  await transaction.execute(sql`
    insert into statements (practice_id, statement_id, statement_run_id, number, guarantor_id,
      patient_id, issued_on, due_on, owed_cents, content, claim_ids)
    values (${transaction.practiceId}, ${statementId}, ${runId}, ${content.number},
      ${account.guarantorId ?? null}, ${account.patientId ?? null}, ${content.issuedOn}::date,
      ${content.dueOn}::date, ${content.owedCents}, ${JSON.stringify(content)}::jsonb,
      ${claimIds}::bigint[])`);
}

/** One statement with what it says. */
export async function findStatement(
  transaction: PracticeTransaction,
  statementId: number,
): Promise<StatementAnswer | undefined> {
  return transaction.maybeOne<StatementAnswer>(sql`
    select ${columns}, s.content, s.void_reason as "voidReason" ${from}
    where s.practice_id = ${transaction.practiceId} and s.statement_id = ${statementId}`);
}

export type StatementKey = [number];

/** Statements, the newest first; of one account or one run where asked. */
export async function listStatements(
  transaction: PracticeTransaction,
  filter: { readonly account?: PatientAccount | undefined; readonly runId?: number | undefined },
  page: { readonly limit: number; readonly after?: StatementKey | undefined },
): Promise<Page<StatementRow, StatementKey>> {
  const { account, runId } = filter;
  const ofAccount =
    account === undefined
      ? sql`true`
      : account.guarantorId === undefined
        ? sql`s.patient_id = ${account.patientId}`
        : sql`s.guarantor_id = ${account.guarantorId}`;
  const rows = await transaction.query<StatementRow>(sql`
    select ${columns} ${from}
    where s.practice_id = ${transaction.practiceId} and ${ofAccount}
      ${runId === undefined ? sql`` : sql`and s.statement_run_id = ${runId}`}
      ${page.after ? sql`and s.statement_id < ${page.after[0]}` : sql``}
    order by s.statement_id desc limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): StatementKey => [row.id]);
}

/** What the statements of a run say, in their order, but for those that were voided. */
export async function contentsOfRun(
  transaction: PracticeTransaction,
  runId: number,
): Promise<StatementContent[]> {
  const rows = await transaction.query<{ content: StatementContent }>(sql`
    select content from statements where practice_id = ${transaction.practiceId}
      and statement_run_id = ${runId} and voided_on is null order by statement_id`);
  return rows.map((row) => row.content);
}
