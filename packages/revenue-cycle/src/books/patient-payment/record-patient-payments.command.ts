import { cents as exactly } from "@headwater/ledger";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { controlNumberKey } from "../../masters/identifier-key.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { raiseWork } from "../../work/work-item/work-item.store.ts";
import { loadAccounts } from "../account/account.store.ts";
import { closedMonths, lockBooks } from "../period/period.store.ts";
import { updateReceivables } from "../receivable/receivable.store.ts";
import {
  applyTransfer,
  emptyReceivable,
  type Receivable,
  receivableAmounts,
  receivableColumn,
} from "../receivable/receivable.ts";
import {
  type EntryTransfer,
  enterPostings,
  type PostingEntry,
} from "../transfer/transfer.store.ts";
import {
  divideOverLines,
  type PatientPaymentRow,
  patientPaymentKey,
  samePayment,
} from "./patient-payment.ts";

type RecordedPayment = PatientPaymentRow & {
  readonly patientPaymentId: number;
  readonly claimId: number | undefined;
};

/**
 * Records payments of patients from a file. One whose claim is known pays what the patient owes on
 * it, and is the patient's credit beyond that; one whose claim is not known waits in unapplied cash
 * until the claim comes. The same row in another file is the same payment; the same row twice in one
 * file is two.
 */
export async function recordPatientPayments(
  transaction: PracticeTransaction,
  fileId: number,
  rows: readonly PatientPaymentRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await lockBooks(transaction);
  const claims = await claimsByKey(transaction, rows);
  const recorded = await insertPayments(transaction, { fileId, rows, claims });
  if (recorded.length === 0) return;
  const lines = await loadLines(
    transaction,
    recorded.flatMap(({ claimId }) => claimId ?? []),
  );
  const postingIds = await transaction.reserveIds("postings", "posting_id", recorded.length);
  const entries = recorded.map((payment, index) =>
    entryOf(payment, postingIds[index] ?? 0, lines.get(payment.claimId ?? 0) ?? new Map()),
  );
  const accounts = await loadAccounts(transaction);
  const books = { accounts, closedMonths: await closedMonths(transaction) };
  await enterPostings(transaction, books, entries);
  await updateReceivables(
    transaction,
    [...lines].flatMap(([claimId, ofClaim]) =>
      [...ofClaim].map(([lineNumber, receivable]) => ({ claimId, lineNumber, receivable })),
    ),
  );
  await transaction.execute(sql`
    update patient_payments payment set posting_id = posted.posting_id
    from unnest(${recorded.map(({ patientPaymentId }) => patientPaymentId)}::bigint[],
      ${entries.map(({ postingId }) => postingId)}::bigint[]) as posted (patient_payment_id, posting_id)
    where payment.practice_id = ${transaction.practiceId}
      and payment.patient_payment_id = posted.patient_payment_id`);
  await tell(transaction, recorded);
}

/** The current claim of each number. */
async function claimsByKey(
  transaction: PracticeTransaction,
  rows: readonly PatientPaymentRow[],
): Promise<Map<string, number>> {
  const keys = [...new Set(rows.map((row) => controlNumberKey(row.patientControlNumber)))];
  const found = await transaction.query<{ key: string; claim_id: number; claims: number }>(sql`
    select control_number_key as key, max(claim_id) as claim_id,
      count(distinct patient_id) as claims
    from claims
    where practice_id = ${transaction.practiceId} and control_number_key = any (${keys}::text[])
      and state not in ('replaced', 'void')
    group by control_number_key`);
  const certain = found.filter(({ key, claims }) => key !== "" && claims === 1);
  return new Map(certain.map(({ key, claim_id: claimId }) => [key, claimId]));
}

async function insertPayments(
  transaction: PracticeTransaction,
  {
    fileId,
    rows,
    claims,
  }: {
    readonly fileId: number;
    readonly rows: readonly PatientPaymentRow[];
    readonly claims: ReadonlyMap<string, number>;
  },
): Promise<RecordedPayment[]> {
  const occurrences = await occurrencesInFile(transaction, fileId);
  const ids = await transaction.reserveIds("patient_payments", "patient_payment_id", rows.length);
  const payments = rows.map((row, index) => {
    const same = samePayment(row);
    const occurrence = (occurrences.get(same) ?? 0) + 1;
    occurrences.set(same, occurrence);
    const claimId = claims.get(controlNumberKey(row.patientControlNumber));
    return { ...row, occurrence, claimId, patientPaymentId: ids[index] ?? 0 };
  });
  await transaction.bulkInsert({
    table: "patient_payments",
    columns: [
      "practice_id",
      "patient_payment_id",
      "file_id",
      "row_number",
      "paid_on",
      "patient_control_number",
      "control_number_key",
      "cents",
      "method",
      "receipt",
      "claim_id",
      "occurrence",
    ],
    rows: payments.map((payment) => [
      transaction.practiceId,
      payment.patientPaymentId,
      fileId,
      payment.rowNumber,
      payment.paidOn,
      payment.patientControlNumber,
      controlNumberKey(payment.patientControlNumber),
      payment.cents,
      payment.method,
      payment.receipt,
      payment.claimId,
      payment.occurrence,
    ]),
    onConflict: "nothing",
  });
  const written = await transaction.query<{ id: number }>(sql`
    select patient_payment_id as id from patient_payments
    where practice_id = ${transaction.practiceId} and patient_payment_id = any (${ids}::bigint[])`);
  const isWritten = new Set(written.map(({ id }) => id));
  return payments.filter(({ patientPaymentId }) => isWritten.has(patientPaymentId));
}

/** How often each payment occurs in the rows of this file that are recorded already. */
async function occurrencesInFile(
  transaction: PracticeTransaction,
  fileId: number,
): Promise<Map<string, number>> {
  const rows = await transaction.query<{
    receipt: string;
    paid_on: string;
    patient_control_number: string;
    cents: number;
    method: string;
    occurrence: number;
  }>(sql`
    select receipt, paid_on, patient_control_number, cents, method, max(occurrence) as occurrence
    from patient_payments where practice_id = ${transaction.practiceId} and file_id = ${fileId}
    group by receipt, paid_on, patient_control_number, cents, method`);
  return new Map(
    rows.map((row) => [
      samePayment({
        ...row,
        paidOn: row.paid_on,
        patientControlNumber: row.patient_control_number,
      }),
      row.occurrence,
    ]),
  );
}

type Lines = Map<number, Receivable>;

async function loadLines(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<Map<number, Lines>> {
  type Row = { claim_id: number; line_number: number } & Record<string, number>;
  const rows = await transaction.query<Row>(sql`
    select * from receivables
    where practice_id = ${transaction.practiceId} and claim_id = any (${[...claimIds]}::bigint[])
    order by claim_id, line_number for update`);
  const lines = new Map<number, Lines>();
  for (const row of rows) {
    const receivable = emptyReceivable();
    for (const amount of receivableAmounts) receivable[amount] = row[receivableColumn(amount)] ?? 0;
    const ofClaim = lines.get(row.claim_id) ?? new Map<number, Receivable>();
    lines.set(row.claim_id, ofClaim.set(row.line_number, receivable));
  }
  return lines;
}

/** The posting of one payment; brings the lines along so that the next payment meets what is left. */
function entryOf(payment: RecordedPayment, postingId: number, lines: Lines): PostingEntry {
  const parts = divideOverLines(
    payment.cents,
    [...lines].map(([lineNumber, { openPatient }]) => ({ lineNumber, openPatient })),
  );
  const transfers = parts.map(({ lineNumber, account, cents }): EntryTransfer => {
    const moved = { debit: "cash", credit: account, cents } as const;
    const receivable = lines.get(lineNumber);
    if (receivable) applyTransfer(receivable, { ...moved, cents: exactly(cents) });
    return { ...moved, claimId: payment.claimId, lineNumber };
  });
  const waiting: EntryTransfer = {
    debit: "cash",
    credit: "unapplied-cash",
    cents: payment.cents,
    claimId: undefined,
    lineNumber: undefined,
  };
  return {
    postingId,
    kind: "patient-payment",
    claimId: transfers.length > 0 ? payment.claimId : undefined,
    on: payment.paidOn,
    reason: patientPaymentKey(payment.patientPaymentId),
    transfers: transfers.length > 0 ? transfers : [waiting],
  };
}

async function tell(
  transaction: PracticeTransaction,
  recorded: readonly RecordedPayment[],
): Promise<void> {
  await appendEvents(
    transaction,
    recorded.map(({ patientPaymentId, claimId, cents, paidOn }) => ({
      kind: "patient-payment-recorded",
      subjectKind: "patient-payment",
      subjectId: patientPaymentId,
      claimId,
      change: { cents },
      effectiveOn: paidOn,
    })),
  );
  const unmatched = recorded.filter(({ claimId }) => claimId === undefined);
  await raiseWork(
    transaction,
    unmatched.map(({ patientPaymentId, cents, paidOn }) => ({
      kind: "patient-payment-unmatched",
      needKey: patientPaymentKey(patientPaymentId),
      subjectKind: "patient-payment",
      subjectId: patientPaymentId,
      cents,
      raisedOn: paidOn,
    })),
  );
}
