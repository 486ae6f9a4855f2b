import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { sameByNameAndBirth } from "../../masters/patient/duplicates.query.ts";
import { type JudgedById, runEdits } from "../../work/edit/run-edits.command.ts";
import { type LikelySame, registrationFacts } from "./registration-facts.ts";
import { loadRegistrations } from "./registration-grounds.query.ts";

/** More patients at once are not compared with everybody: a list that is taken in compares by itself. */
const mostCompared = 50;

/**
 * Judges registrations that were just saved, or on which something was saved: what the edits find is
 * written down, and what holds is held until it is mended or released. Run it in the transaction that
 * saves; `today` is the practice's business date.
 */
export async function judgeRegistrations(
  transaction: PracticeTransaction,
  patientIds: readonly number[],
  today: string,
): Promise<JudgedById> {
  const grounds = await loadRegistrations(transaction, patientIds, today);
  const isCompared = grounds.length <= mostCompared;
  const subjects = [];
  for (const ground of grounds) {
    const { patientId } = ground;
    const same: LikelySame = isCompared
      ? await sameByNameAndBirth(transaction, patientId)
      : "not-compared";
    subjects.push({
      subject: { id: patientId, cents: 0 },
      facts: { whole: registrationFacts(ground, same) },
    });
  }
  return runEdits(transaction, { stage: "registration", kind: "patient", today }, subjects);
}
