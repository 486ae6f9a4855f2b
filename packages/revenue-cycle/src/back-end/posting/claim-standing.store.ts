import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ClaimStanding } from "./claim-consequences.ts";
import type { LoadedClaim } from "./load-claims.store.ts";
import type { IncomingClaim } from "./posting.ts";

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

/** Payers' numbers that claims had only from remittance claims which did not mean them. */
export async function forgetPayerNumbers(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
  moved: readonly IncomingClaim[],
): Promise<void> {
  const numbers = moved.flatMap(({ claim }) => claim.payerClaimControlNumber ?? []);
  await transaction.execute(sql`
    update claims c set payer_claim_control_number = null, revision = c.revision + 1
    where c.practice_id = ${transaction.practiceId} and c.claim_id = any (${claimIds}::bigint[])
      and c.payer_claim_control_number = any (${numbers}::text[])
      and not exists (select from claim_acknowledgments a
        where a.practice_id = c.practice_id and a.claim_id = c.claim_id
          and a.payer_claim_control_number = c.payer_claim_control_number)`);
}
