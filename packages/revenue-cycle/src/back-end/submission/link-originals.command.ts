import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { linkReplacements, voidClaims } from "../../mid-cycle/claim/claim.store.ts";
import { claimFrequency } from "../../mid-cycle/claim/read-claim.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { matchWaitingRemittances } from "../posting/match-waiting-remittances.command.ts";

/**
 * Links replacements and voids to originals that they name by the payer's number (REF*F8), once an
 * acknowledgment or remittance has told that number. The patient must be the same.
 */
export async function linkFoundOriginals(transaction: PracticeTransaction): Promise<void> {
  const found = await transaction.query<{
    claim_id: number;
    original_id: number;
    frequency_code: string;
  }>(sql`
    select distinct on (original.claim_id) claim.claim_id, original.claim_id as original_id,
      claim.frequency_code
    from claims claim
    join claims original on original.practice_id = claim.practice_id
      and original.payer_claim_control_number = claim.original_payer_claim_control_number
      and original.patient_id = claim.patient_id and original.claim_id <> claim.claim_id
    where claim.practice_id = ${transaction.practiceId}
      and claim.original_payer_claim_control_number is not null
      and claim.replaces_claim_id is null and claim.frequency_code in ('6', '7', '8')
      and original.state not in ('replaced', 'void')
      and claim.state not in ('replaced', 'draft', 'held', 'ready')
    order by original.claim_id, claim.submitted_on desc, claim.claim_id desc`);
  if (found.length === 0) return;
  const voids = found.filter((row) => claimFrequency(row.frequency_code) === "void");
  const successions = found
    .filter((row) => claimFrequency(row.frequency_code) !== "void")
    .map((row) => ({ replacedId: row.original_id, replacementId: row.claim_id }));
  await linkReplacements(transaction, successions);
  await voidClaims(
    transaction,
    voids.map((row) => row.original_id),
  );
  await appendEvents(transaction, [
    ...successions.flatMap(({ replacedId, replacementId }) => [
      claimEvent("claim-replaced", replacedId, { replacedBy: replacementId }),
      claimEvent("claim-replaces", replacementId, { replaces: replacedId }),
    ]),
    ...voids.map((row) => claimEvent("claim-voided", row.original_id, { voidedBy: row.claim_id })),
  ]);
  await matchWaitingRemittances(
    transaction,
    found.flatMap((row) => [row.original_id, row.claim_id]),
  );
}

function claimEvent(kind: string, claimId: number, change: { [key: string]: unknown }) {
  return { kind, subjectKind: "claim", subjectId: claimId, claimId, change };
}
