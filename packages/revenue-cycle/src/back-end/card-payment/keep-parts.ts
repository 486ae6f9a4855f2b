/** What a claim has got of a payment, in cents, and what of that was given back as the claim's credit. */
export type KeptClaim = {
  readonly claimId: number;
  readonly givenCents: number;
  readonly refundedCents: number;
};

/**
 * Divides what stays of a disputed payment over the claims that had got of it: first to each what was given
 * back of its part, for that refund stands on it, then the rest in their order. No claim gets more than it had.
 */
export function keepParts(
  keptCents: number,
  claims: readonly KeptClaim[],
): { readonly claimId: number; readonly cents: number }[] {
  const parts = new Map<number, number>();
  let left = keptCents;
  const give = (claimId: number, most: number) => {
    const cents = Math.min(left, most);
    if (cents <= 0) return;
    parts.set(claimId, (parts.get(claimId) ?? 0) + cents);
    left -= cents;
  };
  for (const { claimId, givenCents, refundedCents } of claims) {
    give(claimId, Math.min(givenCents, refundedCents));
  }
  for (const { claimId, givenCents } of claims) {
    give(claimId, givenCents - (parts.get(claimId) ?? 0));
  }
  return [...parts].map(([claimId, cents]) => ({ claimId, cents }));
}
