import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { WritableClaim } from "@headwater/x12";
import { payerIds } from "../../masters/payer/payer.store.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { insertServiceLines } from "./claim.store.ts";
import { contentDigest, findContent, type StoredContent } from "./claim-content.store.ts";
import { isUnsent, sentClaimOf } from "./claim-content.ts";
import type { ClaimEdit } from "./claim-edit-schema.ts";
import { type ClaimFault, claimFaults, isClean } from "./claim-faults.ts";
import { judgeClaims } from "./judge-claims.command.ts";
import { differingPaths, mergeClaimEdit } from "./merge-claim-edit.ts";
import { chargesByLine } from "./read-claim.ts";
import { reviseCharges } from "./revise-charges.command.ts";

export type ContentResult =
  | {
      readonly is: "changed";
      readonly stored: StoredContent;
      readonly faults: readonly ClaimFault[];
    }
  | {
      readonly is: "refused";
      readonly code: "not_found" | "revision_changed" | "claim_sent" | "claim_money_moved";
    };

/**
 * Writes what a person typed into a claim that was not sent yet, if it still has the revision that was
 * seen: its content, its row and lines, and the charges in the books where it is the first of its
 * number. Judged anew, it is ready or stays a draft. `today` is the practice's business date.
 */
export async function changeClaimContent(
  transaction: PracticeTransaction,
  claimId: number,
  change: { readonly typed: ClaimEdit; readonly revision: number; readonly today: string },
): Promise<ContentResult> {
  const stored = await findContent(transaction, claimId, "change");
  if (stored === undefined) return { is: "refused", code: "not_found" };
  if (!isUnsent(stored.state) || stored.isInBatch) return { is: "refused", code: "claim_sent" };
  if (stored.revision !== change.revision) return { is: "refused", code: "revision_changed" };
  const content = mergeClaimEdit(stored.content, change.typed);
  const [faults = []] = claimFaults([content], change.today);
  const state = isClean(faults) ? "ready" : "draft";
  if (stored.purpose === "original") {
    const lines = chargesByLine(sentClaimOf(content));
    const on = content.serviceFrom ?? change.today;
    if (!(await reviseCharges(transaction, { claimId, on, lines }))) {
      return { is: "refused", code: "claim_money_moved" };
    }
  }
  const payerId = await writeContent(transaction, { claimId, content, state });
  const judged = state === "ready" ? [{ claimId, content, payerId }] : [];
  const held = await judgeClaims(transaction, judged, change.today);
  await appendEvents(transaction, [
    {
      kind: "claim-content-changed",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: {
        fields: differingPaths(stored.content, content).slice(0, 50),
        cents: content.chargedCents,
        state,
      },
    },
  ]);
  const revision = stored.revision + 1;
  const stands = held.has(claimId) ? "held" : state;
  return { is: "changed", stored: { ...stored, content, state: stands, revision }, faults };
}

async function writeContent(
  transaction: PracticeTransaction,
  written: {
    readonly claimId: number;
    readonly content: WritableClaim;
    readonly state: "ready" | "draft";
  },
): Promise<number> {
  const { practiceId, actor } = transaction;
  const { claimId, content, state } = written;
  const claim = sentClaimOf(content);
  const payers = await payerIds(transaction, [claim.payer]);
  const payerId = payers.get(claim.payer.identifierKey) ?? 0;
  await transaction.execute(sql`
    update claim_contents set content = ${JSON.stringify(content)}::jsonb,
      revision = revision + 1, changed_at = now(), changed_by = ${actor}
    where practice_id = ${practiceId} and claim_id = ${claimId}`);
  await transaction.execute(sql`
    update claims set state = ${state}, payer_id = ${payerId},
      billing_provider_npi = ${claim.billingProviderNpi},
      coverage_sequence = ${claim.coverageSequence}, further_payers = ${claim.furtherPayers},
      filing_indicator = ${claim.filingIndicator ?? null}, member_id = ${claim.memberId ?? null},
      member_id_key = ${claim.memberIdKey ?? null}, rendering_npi = ${claim.renderingNpi ?? null},
      facility_code = ${claim.facilityCode ?? null}, service_from = ${claim.serviceFrom ?? null},
      service_through = ${claim.serviceThrough ?? null}, charged_cents = ${claim.chargedCents},
      diagnosis_codes = ${[...claim.diagnosisCodes]}::text[],
      prior_authorization = ${claim.priorAuthorization ?? null},
      original_payer_claim_control_number = ${claim.originalPayerClaimControlNumber ?? null},
      content_sha256 = ${contentDigest(claim.content)}, revision = revision + 1
    where practice_id = ${practiceId} and claim_id = ${claimId}`);
  await transaction.execute(sql`
    delete from service_lines where practice_id = ${practiceId} and claim_id = ${claimId}`);
  await insertServiceLines(transaction, [{ claimId, claim }]);
  return payerId;
}
