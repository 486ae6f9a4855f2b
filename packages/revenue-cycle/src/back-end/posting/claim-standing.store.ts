import { sql } from "@headwater/platform/database/sql.ts";
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
  await transaction.execute(sql`
    create temporary table if not exists adjudicated_claims (claim_id bigint, state text,
      first_adjudicated_on date, first_outcome text, first_paid_on date,
      payer_claim_control_number text) on commit delete rows`);
  await transaction.execute(sql`truncate adjudicated_claims`);
  await transaction.copyIn(
    "adjudicated_claims",
    [
      "claim_id",
      "state",
      "first_adjudicated_on",
      "first_outcome",
      "first_paid_on",
      "payer_claim_control_number",
    ],
    changed.map(({ claim, standing }) => [
      claim.claimId,
      standing.state ?? claim.state,
      standing.firstAdjudicatedOn,
      standing.firstOutcome,
      standing.firstPaidOn,
      standing.payerClaimControlNumber ?? claim.payerClaimControlNumber,
    ]),
  );
  await transaction.execute(sql`
    update claims c
    set state = a.state, first_adjudicated_on = a.first_adjudicated_on,
      first_outcome = a.first_outcome, first_paid_on = a.first_paid_on,
      payer_claim_control_number = a.payer_claim_control_number, revision = c.revision + 1
    from adjudicated_claims a
    where c.practice_id = ${transaction.practiceId} and c.claim_id = a.claim_id`);
}
