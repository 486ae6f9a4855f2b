import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { instantText } from "../../masters/answer-columns.query.ts";
import { appendEvents } from "../event/event.store.ts";
import { closeWork, raiseWork } from "../work-item/work-item.store.ts";
import type { NoteDraft, NoteRow } from "./note-answers.ts";

/** Writes a note on a claim. Notes are never edited: a correction is another note. */
export async function writeNote(
  transaction: PracticeTransaction,
  claimId: number,
  draft: NoteDraft,
): Promise<NoteRow | { readonly refused: "claim_unknown" }> {
  const { practiceId, actor } = transaction;
  const note = await transaction.maybeOne<NoteRow>(sql`
    insert into notes (practice_id, claim_id, text, next_action_on, actor)
    select ${practiceId}, claim_id, ${draft.text}, ${draft.nextActionOn ?? null}::date, ${actor}
    from claims where practice_id = ${practiceId} and claim_id = ${claimId}
    returning note_id as id, claim_id as "claimId", text, next_action_on as "nextActionOn", actor,
      ${instantText(sql`recorded_at`)} as "recordedAt"`);
  if (note === undefined) return { refused: "claim_unknown" };
  if (note.nextActionOn !== null) await followUp(transaction, note);
  const change = { noteId: note.id, nextActionOn: note.nextActionOn };
  await appendEvents(transaction, [
    { kind: "note-written", subjectKind: "claim", subjectId: claimId, claimId, change },
  ]);
  return note;
}

/** The day that a note names is work; a later note's day takes the place of an earlier one's. */
async function followUp(transaction: PracticeTransaction, note: NoteRow): Promise<void> {
  const { practiceId } = transaction;
  const earlier = await transaction.query<{ needKey: string }>(sql`
    select need_key as "needKey" from work_items
    where practice_id = ${practiceId} and kind = 'follow-up' and state = 'open'
      and subject_kind = 'claim' and subject_id = ${note.claimId}`);
  await closeWork(
    transaction,
    "follow-up",
    earlier.map(({ needKey }) => needKey),
  );
  const claim = await transaction.one<{ cents: number }>(sql`
    select charged_cents as cents from claims
    where practice_id = ${practiceId} and claim_id = ${note.claimId}`);
  await raiseWork(transaction, [
    {
      kind: "follow-up",
      needKey: `note:${note.id}`,
      subjectKind: "claim",
      subjectId: note.claimId,
      why: { noteId: note.id },
      cents: claim.cents,
      dueOn: note.nextActionOn ?? undefined,
    },
  ]);
}
