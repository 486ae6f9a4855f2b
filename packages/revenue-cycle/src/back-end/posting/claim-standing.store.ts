import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ClaimStanding } from "./claim-consequences.ts";
import type { LoadedClaim } from "./load-claims.store.ts";

/** Whether a claim's row says otherwise than its adjudications. */
export function isStandingChanged(claim: LoadedClaim, standing: ClaimStanding): boolean {
  return (
    (standing.state ?? claim.state) !== claim.state ||
    standing.firstAdjudicatedOn !== claim.firstAdjudicatedOn ||
    standing.firstOutcome !== claim.firstOutcome ||
    standing.firstPaidOn !== claim.firstPaidOn ||
    (standing.payerClaimControlNumber ?? claim.payerClaimControlNumber) !==
      claim.payerClaimControlNumber
  );
}

/** Brings claims to the state that their adjudications say. */
export async function updateClaimStandings(
  transaction: PracticeTransaction,
  changed: readonly { readonly claim: LoadedClaim; readonly standing: ClaimStanding }[],
): Promise<void> {
  if (changed.length === 0) return;
  await transaction.bulkUpdate({
    table: "claims",
    key: ["practice_id", "claim_id"],
    columns: [
      "state",
      "first_adjudicated_on",
      "first_outcome",
      "first_paid_on",
      "payer_claim_control_number",
    ],
    rows: changed.map(({ claim, standing }) => [
      transaction.practiceId,
      claim.claimId,
      standing.state ?? claim.state,
      standing.firstAdjudicatedOn,
      standing.firstOutcome,
      standing.firstPaidOn,
      standing.payerClaimControlNumber ?? claim.payerClaimControlNumber,
    ]),
    isRevised: true,
  });
}
