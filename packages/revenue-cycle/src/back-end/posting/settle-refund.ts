import { applyTransfer, type Receivable } from "../../books/receivable/receivable.ts";
import type { DecidedPosting } from "./decide-posting.ts";
import type { FactKey } from "./posting.ts";
import { lineTransfer } from "./settle-line.ts";

/** Money that is to go back, approved by a second person: a fact that the books follow. */
export type Refund = {
  readonly refundId: number;
  readonly party: "payer" | "patient";
  readonly cents: number;
  readonly approvedOn: string;
};

export const refundKeyPrefix = "refund:";

/** Names the fact within its claim. */
export function refundKey({ refundId }: { readonly refundId: number }): FactKey {
  return `${refundKeyPrefix}${refundId}`;
}

/**
 * Moves credits that go back to what is payable, line by line and never more than a line has: where the
 * payer took the same money back by a reversal, no credit is left and nothing is payable.
 */
export function settleRefunds(
  receivables: ReadonlyMap<number, Receivable>,
  refunds: readonly Refund[],
): DecidedPosting[] {
  const sorted = [...refunds].sort((left, right) => left.refundId - right.refundId);
  return sorted.map((refund) => {
    const credit = refund.party === "payer" ? "creditInsurance" : "creditPatient";
    const debit = refund.party === "payer" ? "insurance-credit" : "patient-credit";
    let left = refund.cents;
    const transfers = [...receivables].flatMap(([lineNumber, receivable]) => {
      const cents = Math.min(left, receivable[credit]);
      if (cents <= 0) return [];
      left -= cents;
      const moved = lineTransfer(lineNumber, { debit, credit: "refund-payable", cents });
      applyTransfer(receivable, moved);
      return [{ ...moved, effectiveOn: undefined }];
    });
    return { key: refundKey(refund), transfers };
  });
}
