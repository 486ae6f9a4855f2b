import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, instantText } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { paperClaimFacts } from "./find-paper-claims.query.ts";
import type { PaperAnswer, PaperListRow } from "./paper-remittance-answers.ts";

/** One entry as it is typed, with what its claims say of themselves. */
export async function showPaper(
  transaction: PracticeTransaction,
  id: number,
): Promise<PaperAnswer | undefined> {
  const row = await transaction.maybeOne<Omit<PaperAnswer, "claims">>(sql`
    select e.paper_remittance_id as id, e.state, e.revision, e.entry,
      e.remittance_id as "remittanceId", ${actorName(sql`e.changed_by`)} as "changedBy",
      ${instantText(sql`e.changed_at`)} as "changedAt", e.take_back_reason as "takeBackReason"
    from paper_remittances e
    where e.practice_id = ${transaction.practiceId} and e.paper_remittance_id = ${id}`);
  if (row === undefined) return undefined;
  const claimIds = row.entry.claims.map(({ claimId }) => claimId);
  const facts = await paperClaimFacts(transaction, claimIds);
  const claims = [...facts.values()].map((claim) => ({
    ...claim,
    lines: claim.lines.map((line) => ({ ...line, modifiers: [...line.modifiers] })),
  }));
  return { ...row, claims };
}

/** One page of entries of a state, the newest first. */
export async function listPapers(
  transaction: PracticeTransaction,
  search: {
    readonly state: string;
    readonly limit: number;
    readonly after?: readonly [number] | undefined;
  },
): Promise<Page<PaperListRow, [number]>> {
  const { state, after, limit } = search;
  const rows = await transaction.query<PaperListRow>(sql`
    select e.paper_remittance_id as id, e.state, y.name as payer,
      e.entry ->> 'traceNumber' as "traceNumber", e.entry ->> 'paidOn' as "paidOn",
      e.entry ->> 'paid' as paid, jsonb_array_length(e.entry -> 'claims') as claims,
      ${actorName(sql`e.changed_by`)} as "changedBy",
      ${instantText(sql`e.changed_at`)} as "changedAt", e.remittance_id as "remittanceId"
    from paper_remittances e
    left join payers y on y.practice_id = e.practice_id
      and y.payer_id = (e.entry ->> 'payerId')::bigint
    where e.practice_id = ${transaction.practiceId} and e.state = ${state}
      ${after ? sql`and e.paper_remittance_id < ${after[0]}` : sql``}
    order by e.paper_remittance_id desc limit ${limit + 1}`);
  return pageOf(rows, limit, (row) => [row.id]);
}
