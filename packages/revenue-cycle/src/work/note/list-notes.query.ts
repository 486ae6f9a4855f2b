import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, instantText } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import type { NoteRow } from "./note-answers.ts";

/** The notes on a claim, the newest first. */
export async function listNotes(
  transaction: PracticeTransaction,
  claimId: number,
  page: { readonly limit: number; readonly after?: readonly [number] | undefined },
): Promise<Page<NoteRow, [number]>> {
  const rows = await transaction.query<NoteRow>(sql`
    select note_id as id, claim_id as "claimId", text, next_action_on as "nextActionOn",
      ${actorName(sql`actor`)} as actor,
      ${instantText(sql`recorded_at`)} as "recordedAt"
    from notes
    where practice_id = ${transaction.practiceId} and claim_id = ${claimId}
      ${page.after ? sql`and note_id < ${page.after[0]}` : sql``}
    order by note_id desc
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row) => [row.id]);
}
