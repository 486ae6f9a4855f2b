import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName } from "../../masters/answer-columns.query.ts";
import { responsibilityPrefix } from "../posting/settle-responsibility.ts";
import type { ResponsibilityRow } from "./responsibility-answers.ts";

/** What people moved between the payers and the patient of a claim, the newest first. */
export async function listResponsibility(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<ResponsibilityRow[]> {
  const { practiceId } = transaction;
  return transaction.query<ResponsibilityRow>(sql`
    select m.responsibility_transfer_id as id, m.line_number as "lineNumber", m.direction, m.cents,
      coalesce((
        select sum(x.cents * case when p.reverses_posting_id is null then 1 else -1 end)
        from postings p join transfers x using (practice_id, posting_id)
        where p.practice_id = ${practiceId} and p.claim_id = m.claim_id
          and p.reason = ${responsibilityPrefix} || m.responsibility_transfer_id), 0)::bigint
        as "standingCents",
      m.reason, m.moved_on as "movedOn", ${actorName(sql`m.recorded_by`)} as "recordedBy",
      m.undone_on as "undoneOn", m.undo_reason as "undoReason"
    from responsibility_transfers m
    where m.practice_id = ${practiceId} and m.claim_id = ${claimId}
    order by m.responsibility_transfer_id desc`);
}
