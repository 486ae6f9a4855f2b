import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { replayClaims } from "../posting/post-claims.command.ts";
import { loadNextPayer } from "./load-next-payer.query.ts";
import { isSendingInBatch, setLastPayer, withdrawSending } from "./next-payer.store.ts";

export type ReleasedToPatient =
  | { readonly is: "released" }
  | {
      readonly is: "refused";
      readonly code:
        | "not_found"
        | "claim_overtaken"
        | "prior_payer_silent"
        | "patient_share_none"
        | "patient_protected"
        | "next_payer_in_batch";
    };

/**
 * A person decides that nobody after the last payer that answered is asked: what that payer left to the
 * patient is the patient's, in the books too. A claim to a next payer that was made and not sent is
 * withdrawn. Sending one later takes the decision back. Refused where the law forbids billing the patient.
 */
export async function releaseToPatient(
  transaction: PracticeTransaction,
  claimId: number,
  release: { readonly reason: string; readonly today: string },
): Promise<ReleasedToPatient> {
  // The books first, then the claim, as every posting does.
  const scope = await openPosting(transaction);
  const { today } = release;
  const standing = await loadNextPayer(transaction, claimId, { today, lock: "change" });
  if (standing === undefined) return { is: "refused", code: "not_found" };
  const { claim, decision, prior } = standing;
  const answered = prior.at(-1);
  if (claim.isReplaced) return { is: "refused", code: "claim_overtaken" };
  if (answered === undefined) return { is: "refused", code: "prior_payer_silent" };
  if (answered.patientCents <= 0) return { is: "refused", code: "patient_share_none" };
  if (decision.adjudications.some((each) => each.isPatientProtected)) {
    return { is: "refused", code: "patient_protected" };
  }
  if (await isSendingInBatch(transaction, claimId)) {
    return { is: "refused", code: "next_payer_in_batch" };
  }
  if (claim.lastPayerRank === answered.rank) return { is: "released" };
  await withdrawSending(transaction, claimId);
  await setLastPayer(transaction, claimId, answered.rank);
  await replayClaims(transaction, scope, [claimId]);
  await appendEvents(transaction, [
    {
      kind: "claim-released-to-patient",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: { rank: answered.rank, cents: answered.patientCents, reason: release.reason },
      effectiveOn: today,
    },
  ]);
  return { is: "released" };
}
