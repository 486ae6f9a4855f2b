import type { ClaimCoverage, WritableClaim } from "@headwater/x12";
import { memberIdKey } from "../../masters/identifier-key.ts";
import { sequenceRank } from "../../mid-cycle/claim/read-claim.ts";

/** One who covers the patient, in the order in which payers are asked. */
export type OrderedPayer = {
  /** 1 primary, 2 secondary … */
  readonly rank: number;
  readonly coverage: ClaimCoverage;
  /** Named on the claim; else known from the patient's coverages alone. */
  readonly isOnClaim: boolean;
};

/** A coverage of the patient on the dates of service, as the patient's record orders it. */
export type RegisteredCoverage = { readonly order: number; readonly coverage: ClaimCoverage };

/**
 * Orders everybody who covers the patient. Those up to the payer billed last stay where they were
 * billed; of the others the claim's own order stands, then the order of the patient's record, with
 * TRICARE after other plans (32 CFR 199.8) and Medicaid after everybody (42 CFR 433.139). What the
 * record says of a payer that the claim names too is the fuller of the two and stands for it.
 */
export function orderPayers(
  content: WritableClaim,
  registered: readonly RegisteredCoverage[],
  billedRank: number,
): OrderedPayer[] {
  const onClaim = [content.coverage, ...content.otherCoverages]
    .filter(({ payer }) => payer !== undefined)
    .sort((left, right) => sequenceRank(left.sequence) - sequenceRank(right.sequence));
  const fuller = (coverage: ClaimCoverage) =>
    registered.find((each) => isSame(each.coverage, coverage))?.coverage ?? coverage;
  const named = onClaim.map((coverage) => ({ coverage: fuller(coverage), isOnClaim: true }));
  const further = [...registered]
    .sort((left, right) => left.order - right.order)
    .filter(({ coverage }) => !onClaim.some((each) => isSame(each, coverage)))
    .map(({ coverage }) => ({ coverage, isOnClaim: false }));
  const billed = named.slice(0, billedRank);
  const open = [...named.slice(billedRank), ...further];
  const sorted = open
    .map((each, position) => ({ each, position }))
    .sort(
      (left, right) =>
        lastness(left.each.coverage) - lastness(right.each.coverage) ||
        left.position - right.position,
    )
    .map(({ each }) => each);
  return [...billed, ...sorted].map((each, index) => ({ ...each, rank: index + 1 }));
}

function lastness({ filingIndicator }: ClaimCoverage): number {
  if (filingIndicator === "MC") return 2;
  return filingIndicator === "CH" ? 1 : 0;
}

/** The same policy: the same member of the same payer. */
function isSame(left: ClaimCoverage, right: ClaimCoverage): boolean {
  const isMember =
    memberIdKey(left.subscriber?.id) !== undefined &&
    memberIdKey(left.subscriber?.id) === memberIdKey(right.subscriber?.id);
  return isMember && payerKey(left) === payerKey(right);
}

function payerKey({ payer }: ClaimCoverage): string {
  return (payer?.id ?? payer?.lastNameOrOrganization ?? "").trim().toUpperCase();
}
