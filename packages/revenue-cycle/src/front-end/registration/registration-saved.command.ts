import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { raiseClearanceWork } from "../appointment/raise-clearance-work.command.ts";
import { judgeRegistrations } from "./judge-registrations.command.ts";

/**
 * What follows when patients or their coverages were saved: their registrations are judged, and so are
 * their visits that are to come, because they rest on them. Run it in the transaction that saves.
 */
export async function registrationSaved(
  transaction: PracticeTransaction,
  patientIds: readonly number[],
  today: string,
): Promise<void> {
  await judgeRegistrations(transaction, patientIds, today);
  const visits = await transaction.query<{ id: number }>(sql`
    select appointment_id as id from appointments
    where practice_id = ${transaction.practiceId} and state = 'booked'
      and patient_id = any (${[...patientIds]}::bigint[]) and local_day >= ${today}::date`);
  if (visits.length === 0) return;
  await raiseClearanceWork(transaction, { ids: visits.map(({ id }) => id) }, today);
}
