import { allocate, cents as exactly } from "@headwater/ledger";
import { compareText } from "../compare-text.ts";

/** How money is given to what is open when nobody says otherwise. */
export const allocationRules = ["oldest-first", "newest-first", "in-proportion"] as const;
export type AllocationRule = (typeof allocationRules)[number];

/** A claim of which the patient owes something. */
export type OpenItem = {
  readonly claimId: number;
  readonly openCents: number;
  /** Written off as bad debt and not recovered: a person may give money to it, no rule does. */
  readonly badDebtCents: number;
  readonly serviceFrom: string | undefined;
};

export type AllocationPart = { readonly claimId: number; readonly cents: number };

/**
 * Where a payment goes: by a rule, with claims that come before all others (those of a visit or of a
 * statement); by hand; or nowhere yet, so that it stays the account's.
 */
export type AllocationWish =
  | {
      readonly by: "rule";
      readonly rule?: AllocationRule | undefined;
      readonly first?: readonly number[] | undefined;
    }
  | { readonly by: "hand"; readonly parts: readonly AllocationPart[] }
  | { readonly by: "nobody" };

export type AllocationRefusal =
  | { readonly code: "allocation_claim_unknown"; readonly claimId: number }
  | { readonly code: "allocation_claim_twice"; readonly claimId: number }
  | { readonly code: "allocation_over_open"; readonly claimId: number }
  | { readonly code: "allocation_over_payment" };

export type AllocationDecision =
  | { readonly is: "allocated"; readonly parts: readonly AllocationPart[]; readonly rule: string }
  | ({ readonly is: "refused" } & AllocationRefusal);

/**
 * Decides to which claims an amount is given. No claim gets more than is open on it; what is left over
 * is the account's. By hand a claim may also get what was written off on it as bad debt.
 */
export function decideAllocation(
  cents: number,
  items: readonly OpenItem[],
  { wish, usual }: { readonly wish: AllocationWish; readonly usual: AllocationRule },
): AllocationDecision {
  if (wish.by === "nobody") return { is: "allocated", parts: [], rule: "none" };
  if (wish.by === "hand") return byHand(cents, items, wish.parts);
  const rule = wish.rule ?? usual;
  const firstIds = new Set(wish.first);
  const isFirst = ({ claimId }: OpenItem) => firstIds.has(claimId);
  const ahead = byRule(cents, items.filter(isFirst), rule);
  const left = cents - sumOf(ahead);
  const rest = items.filter((item) => !isFirst(item));
  return { is: "allocated", parts: [...ahead, ...byRule(left, rest, rule)], rule };
}

function byRule(cents: number, items: readonly OpenItem[], rule: AllocationRule): AllocationPart[] {
  const open = items.filter(({ openCents }) => openCents > 0);
  if (rule === "in-proportion") return inProportion(cents, open);
  const sorted = [...open].sort(compareByDay);
  if (rule === "newest-first") sorted.reverse();
  const parts: AllocationPart[] = [];
  let left = cents;
  for (const { claimId, openCents } of sorted) {
    const given = Math.min(left, openCents);
    if (given > 0) parts.push({ claimId, cents: given });
    left -= given;
  }
  return parts;
}

function inProportion(cents: number, open: readonly OpenItem[]): AllocationPart[] {
  const total = open.reduce((sum, { openCents }) => sum + openCents, 0);
  const shares = allocate(
    exactly(Math.min(cents, total)),
    open.map(({ openCents }) => openCents),
  );
  return open.flatMap(({ claimId }, index) => {
    const given = shares[index];
    return given === undefined || given === 0 ? [] : [{ claimId, cents: given }];
  });
}

function byHand(
  cents: number,
  items: readonly OpenItem[],
  parts: readonly AllocationPart[],
): AllocationDecision {
  const byClaim = new Map(items.map((item) => [item.claimId, item]));
  // A part below zero would make room for others beyond the payment.
  const given = parts.filter((part) => part.cents > 0);
  const seen = new Set<number>();
  for (const { claimId, cents: part } of parts) {
    const item = byClaim.get(claimId);
    if (item === undefined) return { is: "refused", code: "allocation_claim_unknown", claimId };
    if (seen.has(claimId)) return { is: "refused", code: "allocation_claim_twice", claimId };
    if (part > item.openCents + item.badDebtCents) {
      return { is: "refused", code: "allocation_over_open", claimId };
    }
    seen.add(claimId);
  }
  if (sumOf(given) > cents) return { is: "refused", code: "allocation_over_payment" };
  return { is: "allocated", parts: given, rule: "by-hand" };
}

/** By day of service, those without one first, then by id. */
function compareByDay(left: OpenItem, right: OpenItem): number {
  return (
    compareText(left.serviceFrom ?? "", right.serviceFrom ?? "") || left.claimId - right.claimId
  );
}

function sumOf(parts: readonly AllocationPart[]): number {
  return parts.reduce((sum, { cents }) => sum + cents, 0);
}
