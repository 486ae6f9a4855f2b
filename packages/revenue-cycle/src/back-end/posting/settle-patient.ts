import { compareText } from "../../books/compare-text.ts";
import { patientPaymentKey } from "../../books/patient-payment/patient-payment.ts";
import { applyTransfer, type Receivable } from "../../books/receivable/receivable.ts";
import type { DatedTransfer } from "./decide-posting.ts";
import type { FactKey, PatientPayment } from "./posting.ts";
import { lineTransfer } from "./settle-line.ts";

/** How the parts of payments, the write-offs and the recoveries of a claim are named. */
export const allocationKeyPrefix = "payment-allocation:";
export const writeOffKeyPrefix = "patient-write-off:";
export const recoveryKeyPrefix = "patient-recovery:";

/** Names the fact within its claim. */
export function patientFactKey({ key, patientPaymentId }: PatientPayment): FactKey {
  return key ?? patientPaymentKey(patientPaymentId);
}

/** Whether a fact forgives what the patient owes or takes that back. */
export function isForgivenessKey(key: FactKey): boolean {
  return key.startsWith(writeOffKeyPrefix) || key.startsWith(recoveryKeyPrefix);
}

const ranks = { "write-off": 0, recovery: 1, payment: 2 } as const;

/**
 * The order in which they are decided, whatever the order in which they came. On one day what was
 * forgiven comes first and what was recovered after it, so that a payment meets what they leave.
 */
export function comparePatientPayments(left: PatientPayment, right: PatientPayment): number {
  return (
    compareText(left.paidOn, right.paidOn) ||
    ranks[left.is ?? "payment"] - ranks[right.is ?? "payment"] ||
    compareText(left.receipt, right.receipt) ||
    left.cents - right.cents ||
    left.patientPaymentId - right.patientPaymentId ||
    compareText(left.key ?? "", right.key ?? "")
  );
}

/**
 * Moves what is forgiven from what the patient owes, or back: line by line in their order, and never
 * more than a line has of it. What later adjudications leave no room for is not moved.
 */
export function forgiveOrRecover(
  receivables: ReadonlyMap<number, Receivable>,
  fact: PatientPayment,
): DatedTransfer[] {
  const transfers: DatedTransfer[] = [];
  const isRecovery = fact.is === "recovery";
  let left = fact.cents;
  for (const [lineNumber, receivable] of receivables) {
    const room = isRecovery ? receivable.patientForgiven : receivable.openPatient;
    const cents = Math.min(left, room);
    if (cents <= 0) continue;
    left -= cents;
    const [debit, credit] = isRecovery
      ? (["patient-receivable", fact.money] as const)
      : ([fact.money, "patient-receivable"] as const);
    const moved = lineTransfer(lineNumber, { debit, credit, cents });
    applyTransfer(receivable, moved);
    transfers.push({ ...moved, effectiveOn: undefined });
  }
  return transfers;
}
