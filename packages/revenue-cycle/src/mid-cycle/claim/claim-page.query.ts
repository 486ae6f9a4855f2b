import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import { openWorkOfClaim } from "../../work/work-item/list-work.query.ts";
import type { ClaimAnswer } from "./claim-answers.ts";
import { claimDenials } from "./claim-denials.query.ts";
import { showClaim } from "./show-claim.query.ts";

/** One claim with its money, its denials in words and what must happen next. */
export async function claimPage(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<ClaimAnswer | undefined> {
  const header = await showClaim(transaction, claimId);
  if (header === undefined) return undefined;
  const denials = await claimDenials(transaction, claimId, await loadCodeLabels());
  const work = await openWorkOfClaim(transaction, claimId);
  const next = work.map(({ id, kind, whyCode, why, cents, due, role, actions }) => ({
    workItemId: id,
    kind,
    whyCode,
    why,
    cents,
    due,
    role,
    actions,
  }));
  return { ...header, denials, next };
}
