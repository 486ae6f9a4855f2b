import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { loadAccounts } from "../account/account.store.ts";
import { closedMonths, lockBooks } from "../period/period.store.ts";
import { enterPostings } from "../transfer/transfer.store.ts";
import { type PaymentPlace, patientPaymentKey, paymentReceiptNumber } from "./patient-payment.ts";

/** Money that a patient, or who answers for him, pays at the desk, by post or by card. */
export type CollectedPayment = {
  readonly paidOn: string;
  readonly cents: number;
  readonly method: string;
  /** Number of the receipt; without one it is numbered by the payment. */
  readonly receipt?: string;
  /** What the patient said it is for. */
  readonly purpose: "copay" | "balance" | "deposit";
  readonly place?: PaymentPlace;
  /** Number of the check, or brand and last four digits of the card. */
  readonly reference?: string;
  /** Charged by a gateway, which owes it until its deposit. */
  readonly by?: "gateway";
} & (
  | { readonly patientId: number; readonly guarantorId?: undefined }
  | { readonly guarantorId: number; readonly patientId?: undefined }
);

/**
 * Takes payments that are not given to a claim yet: each is cash, or what a gateway owes, against
 * unapplied cash until it is allocated. Several payments may stand on one receipt. Returns their ids.
 */
export async function collectPayments(
  transaction: PracticeTransaction,
  payments: readonly CollectedPayment[],
): Promise<number[]> {
  const taken = payments.filter(({ cents }) => cents > 0);
  if (taken.length === 0) return [];
  await lockBooks(transaction);
  const books = {
    accounts: await loadAccounts(transaction),
    closedMonths: await closedMonths(transaction),
  };
  const postingIds = await transaction.reserveIds("postings", "posting_id", taken.length);
  const ids = await transaction.reserveIds("patient_payments", "patient_payment_id", taken.length);
  const entries = taken.map(({ cents, paidOn, by }, index) => ({
    postingId: postingIds[index] ?? 0,
    kind: "patient-payment" as const,
    on: paidOn,
    reason: patientPaymentKey(ids[index] ?? 0),
    transfers: [
      {
        debit: by === "gateway" ? ("card-clearing" as const) : ("cash" as const),
        credit: "unapplied-cash" as const,
        cents,
        claimId: undefined,
        lineNumber: undefined,
      },
    ],
  }));
  await enterPostings(transaction, books, entries);
  for (const [index, payment] of taken.entries()) {
    const ledgered = {
      id: ids[index] ?? 0,
      postingId: postingIds[index] ?? 0,
      occurrence: index + 1,
    };
    await insertPayment(transaction, payment, ledgered);
  }
  await appendEvents(
    transaction,
    taken.map(({ cents, paidOn, purpose }, index) => ({
      kind: "patient-payment-recorded",
      subjectKind: "patient-payment",
      subjectId: ids[index] ?? 0,
      change: { cents, purpose },
      effectiveOn: paidOn,
    })),
  );
  return ids;
}

type Ledgered = { readonly id: number; readonly postingId: number; readonly occurrence: number };

async function insertPayment(
  transaction: PracticeTransaction,
  payment: CollectedPayment,
  { id, postingId, occurrence }: Ledgered,
): Promise<void> {
  const { patientId = null, guarantorId = null, paidOn, cents, method, purpose } = payment;
  const receipt = payment.receipt ?? paymentReceiptNumber(paidOn, id);
  await transaction.execute(sql`
    insert into patient_payments (practice_id, patient_payment_id, paid_on,
      patient_control_number, control_number_key, cents, method, receipt, posting_id, occurrence,
      patient_id, guarantor_id, purpose, place, reference, taken_by)
    values (${transaction.practiceId}, ${id}, ${paidOn}::date, '', '', ${cents},
      ${method}, ${receipt}, ${postingId}, ${occurrence}, ${patientId}, ${guarantorId}, ${purpose},
      ${payment.place ?? "desk"}, ${payment.reference ?? null}, ${transaction.actor})`);
}
