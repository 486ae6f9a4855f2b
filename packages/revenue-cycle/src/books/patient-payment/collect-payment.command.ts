import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { loadAccounts } from "../account/account.store.ts";
import { closedMonths, lockBooks } from "../period/period.store.ts";
import { enterPostings } from "../transfer/transfer.store.ts";
import { patientPaymentKey } from "./patient-payment.ts";

/** Money that a patient pays at the desk. */
export type CollectedPayment = {
  readonly patientId: number;
  readonly paidOn: string;
  readonly cents: number;
  readonly method: string;
  readonly receipt: string;
  /** What the patient said it is for. */
  readonly purpose: "copay" | "balance" | "deposit";
};

/**
 * Takes payments of a patient that no claim is known for yet: each is cash against unapplied cash until
 * it is allocated. Several payments may stand on one receipt. Returns their ids.
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
  const entries = taken.map(({ cents, paidOn }, index) => ({
    postingId: postingIds[index] ?? 0,
    kind: "patient-payment" as const,
    on: paidOn,
    reason: patientPaymentKey(ids[index] ?? 0),
    transfers: [
      {
        debit: "cash" as const,
        credit: "unapplied-cash" as const,
        cents,
        claimId: undefined,
        lineNumber: undefined,
      },
    ],
  }));
  await enterPostings(transaction, books, entries);
  for (const [index, payment] of taken.entries()) {
    const { patientId, paidOn, cents, method, receipt, purpose } = payment;
    await transaction.execute(sql`
      insert into patient_payments (practice_id, patient_payment_id, paid_on,
        patient_control_number, control_number_key, cents, method, receipt, posting_id, occurrence,
        patient_id, purpose)
      values (${transaction.practiceId}, ${ids[index] ?? 0}, ${paidOn}::date, '', '', ${cents},
        ${method}, ${receipt}, ${postingIds[index] ?? 0}, ${index + 1}, ${patientId}, ${purpose})`);
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
