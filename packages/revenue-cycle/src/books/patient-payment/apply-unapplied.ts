import {
  type AllocationPart,
  type AllocationRule,
  decideAllocation,
  type OpenItem,
} from "./allocate-payment.ts";

/** A payment of which something is given to no claim yet. */
export type UnappliedPayment = {
  readonly patientPaymentId: number;
  readonly paidOn: string;
  /** Who paid for himself at the desk; undefined where the guarantor paid. */
  readonly patientId: number | undefined;
  /** A copay or deposit: a rule gives it to the visit of its day alone. */
  readonly isForItsVisit: boolean;
  readonly leftCents: number;
};

export type PlannedAllocation = AllocationPart & { readonly patientPaymentId: number };

/**
 * Gives what was paid and waits to what is open, by the rule, the oldest payment first. What was paid
 * for a visit waits for that visit's claim: the patient's own, on the day of the payment.
 */
export function planUnapplied(
  payments: readonly UnappliedPayment[],
  items: readonly (OpenItem & { readonly patientId: number })[],
  rule: AllocationRule,
): PlannedAllocation[] {
  const open = new Map(items.map((item) => [item.claimId, item.openCents]));
  const planned: PlannedAllocation[] = [];
  const ofVisitFirst = [...payments].sort(
    (left, right) => Number(right.isForItsVisit) - Number(left.isForItsVisit),
  );
  for (const payment of ofVisitFirst) {
    const eligible = items
      .filter((item) => !payment.isForItsVisit || isOfVisit(payment, item))
      .map((item) => ({ ...item, openCents: open.get(item.claimId) ?? 0 }));
    const wish = { by: "rule", rule } as const;
    const decision = decideAllocation(payment.leftCents, eligible, { wish, usual: rule });
    if (decision.is === "refused") continue;
    for (const part of decision.parts) {
      open.set(part.claimId, (open.get(part.claimId) ?? 0) - part.cents);
      planned.push({ ...part, patientPaymentId: payment.patientPaymentId });
    }
  }
  return planned;
}

function isOfVisit(
  payment: UnappliedPayment,
  item: OpenItem & { readonly patientId: number },
): boolean {
  return item.patientId === payment.patientId && item.serviceFrom === payment.paidOn;
}
