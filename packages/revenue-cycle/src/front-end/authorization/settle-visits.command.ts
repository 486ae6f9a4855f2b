import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { attachAuthorizations } from "../appointment/book-appointment.command.ts";
import { raiseClearanceWork } from "../appointment/raise-clearance-work.command.ts";
import { loadVisits } from "../appointment/visit.query.ts";

/** What a new or changed authorization means for the visits that are booked. */
export async function settleVisits(
  transaction: PracticeTransaction,
  patientId: number,
  today: string,
): Promise<void> {
  const filter = { patientId, from: today, states: ["booked"] };
  const visits = await loadVisits(transaction, filter, { today });
  await attachAuthorizations(transaction, visits);
  await raiseClearanceWork(transaction, { ids: visits.map(({ id }) => id) }, today);
}
