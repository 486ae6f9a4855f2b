import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { raiseClearanceWork } from "./raise-clearance-work.command.ts";
import { showCleared } from "./show-visit.query.ts";
import type { VisitAnswer } from "./visit-answers.ts";

/**
 * A visit that was just changed, as it stands once it is judged and its work is brought along; undefined
 * where there is none. Run it in the transaction that changes; `today` is the business date.
 */
export async function settledVisit(
  transaction: PracticeTransaction,
  appointmentId: number,
  today: string,
): Promise<VisitAnswer | undefined> {
  const [cleared] = await raiseClearanceWork(transaction, { ids: [appointmentId] }, today);
  return cleared && showCleared(transaction, cleared);
}
