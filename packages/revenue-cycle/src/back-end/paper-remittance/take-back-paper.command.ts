import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { matchDeposits } from "../../books/deposit/record-deposits.command.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { readHeld } from "../posting/post-held-remittance.command.ts";
import { undoRemittance } from "../posting/take-back-remittance.command.ts";
import { beginPaper, lockPaper, tellPaper } from "./paper-remittance.store.ts";

export type TakeBackPaper =
  | { readonly is: "taken-back"; readonly draftId: number }
  | { readonly is: "refused"; readonly code: "paper_unknown" | "paper_not_posted" };

/**
 * Takes back what was posted from paper: every movement is mirrored, the claims end as if it had never
 * been posted, its deposit waits again. A draft with the same content is begun, to be corrected.
 */
export async function takeBackPaper(
  transaction: PracticeTransaction,
  id: number,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<TakeBackPaper> {
  const scope = await openPosting(transaction);
  const { practiceId, actor } = transaction;
  const paper = await lockPaper(transaction, id);
  if (paper === undefined) return { is: "refused", code: "paper_unknown" };
  const { state, remittanceId } = paper;
  if (state !== "posted" || remittanceId === null) {
    return { is: "refused", code: "paper_not_posted" };
  }
  const held = await readHeld(transaction, remittanceId);
  if (held === undefined) return { is: "refused", code: "paper_unknown" };
  await undoRemittance(transaction, scope, {
    held,
    reason,
    verdict: "refused",
    reasonCode: "PAPER_TAKEN_BACK",
  });
  await transaction.execute(sql`
    update bank_deposits set remittance_id = null, matched_by = ''
    where practice_id = ${practiceId} and remittance_id = ${remittanceId}`);
  await matchDeposits(transaction);
  await transaction.execute(sql`
    update paper_remittances set state = 'taken-back', taken_back_on = ${today}::date,
      taken_back_by = ${actor}, take_back_reason = ${reason}, revision = revision + 1
    where practice_id = ${practiceId} and paper_remittance_id = ${id}`);
  await tellPaper(transaction, "paper-remittance-taken-back", { id, remittanceId });
  return { is: "taken-back", draftId: await beginPaper(transaction, paper.entry, id) };
}
