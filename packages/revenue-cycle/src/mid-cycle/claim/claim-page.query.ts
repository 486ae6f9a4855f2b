import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { controlNumberKey } from "../../masters/identifier-key.ts";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import { openWorkOfClaim } from "../../work/work-item/list-work.query.ts";
import type { ClaimAnswer } from "./claim-answers.ts";
import { claimDenials } from "./claim-denials.query.ts";
import { claimIdsByNumber, showClaim } from "./show-claim.query.ts";

/** One claim with its money, its denials in words and what must happen next. */
export async function claimPage(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<ClaimAnswer | undefined> {
  const header = await showClaim(transaction, claimId);
  if (header === undefined) return undefined;
  const denials = await claimDenials(transaction, claimId, await loadCodeLabels());
  const work = await openWorkOfClaim(transaction, claimId);
  const next = work.map(({ id, kind, whyCode, whyText, why, cents, due, role, actions }) => ({
    workItemId: id,
    kind,
    whyCode,
    whyText,
    why,
    cents,
    due,
    role,
    actions,
  }));
  return { ...header, denials, next };
}

/**
 * The claims with a patient control number, as they stand: one written exactly so first, then those
 * that differ in case, punctuation or leading zeros; of each the newest version first.
 */
export async function claimPagesByNumber(
  transaction: PracticeTransaction,
  patientControlNumber: string,
): Promise<ClaimAnswer[]> {
  const key = controlNumberKey(patientControlNumber);
  const ids = await claimIdsByNumber(transaction, patientControlNumber, key);
  const pages: ClaimAnswer[] = [];
  for (const id of ids) {
    const page = await claimPage(transaction, id);
    if (page !== undefined) pages.push(page);
  }
  return pages;
}
