import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import type { PaperEntry } from "./paper-entry.ts";

export type PaperState = "draft" | "posted" | "taken-back" | "discarded";

export type PaperRow = {
  readonly id: number;
  readonly state: PaperState;
  readonly entry: PaperEntry;
  readonly revision: number;
  readonly remittanceId: number | null;
};

/** Begins a draft and returns its id; `correctsId` names the one that it corrects. */
export async function beginPaper(
  transaction: PracticeTransaction,
  entry: PaperEntry,
  correctsId?: number,
): Promise<number> {
  const { practiceId, actor } = transaction;
  const { id } = await transaction.one<{ id: number }>(sql`
    insert into paper_remittances (practice_id, entry, begun_by, changed_by, corrects_id)
    values (${practiceId}, ${JSON.stringify(entry)}::jsonb, ${actor}, ${actor},
      ${correctsId ?? null})
    returning paper_remittance_id as id`);
  await tellPaper(transaction, "paper-remittance-begun", { id });
  return id;
}

/** Reads an entry and keeps it from changing until the transaction ends. */
export async function lockPaper(
  transaction: PracticeTransaction,
  id: number,
): Promise<PaperRow | undefined> {
  return transaction.maybeOne<PaperRow>(sql`
    select paper_remittance_id as id, state, entry, revision, remittance_id as "remittanceId"
    from paper_remittances
    where practice_id = ${transaction.practiceId} and paper_remittance_id = ${id} for update`);
}

/** Keeps what is typed so far of a draft, unless somebody else has changed it. */
export async function keepPaper(
  transaction: PracticeTransaction,
  id: number,
  { entry, revision }: { readonly entry: PaperEntry; readonly revision: number },
): Promise<boolean> {
  const { practiceId, actor } = transaction;
  const changed = await transaction.execute(sql`
    update paper_remittances set entry = ${JSON.stringify(entry)}::jsonb, changed_by = ${actor},
      changed_at = now(), revision = revision + 1
    where practice_id = ${practiceId} and paper_remittance_id = ${id} and state = 'draft'
      and revision = ${revision}`);
  return changed > 0;
}

/** Puts a draft aside; it stays on record. */
export async function discardPaper(transaction: PracticeTransaction, id: number): Promise<boolean> {
  const { practiceId, actor } = transaction;
  const changed = await transaction.execute(sql`
    update paper_remittances set state = 'discarded', changed_by = ${actor}, changed_at = now(),
      revision = revision + 1
    where practice_id = ${practiceId} and paper_remittance_id = ${id} and state = 'draft'`);
  if (changed > 0) await tellPaper(transaction, "paper-remittance-discarded", { id });
  return changed > 0;
}

/** The event of an entry; what it moved stands in the events of its remittance. */
export async function tellPaper(
  transaction: PracticeTransaction,
  kind: string,
  { id, ...change }: { readonly id: number; readonly remittanceId?: number },
): Promise<void> {
  await appendEvents(transaction, [
    { kind, subjectKind: "paper-remittance", subjectId: id, change },
  ]);
}
