import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type EntryTransfer, enterPostings } from "../../books/transfer/transfer.store.ts";
import type { PostingScope } from "../posting/post-claims.command.ts";
import { billableToPatient } from "./allowed-actions.ts";
import type { OpenDenialRow, StoredCase } from "./denial-case.store.ts";

type OpenLine = { readonly lineNumber: number; readonly deniedCents: number };

/**
 * Moves what a payer refused as the patient's own (group PR) from the payers to the patient, line by
 * line and never more than a line has refused, and ends those denials. Returns the postings written.
 * The claim is to be decided again afterwards.
 */
export async function billPatient(
  transaction: PracticeTransaction,
  { books }: PostingScope,
  { claimId, open, today }: Pick<StoredCase, "claimId" | "open"> & { readonly today: string },
): Promise<number[]> {
  const { practiceId } = transaction;
  const denials = billableToPatient(open);
  const lines = await transaction.query<OpenLine>(sql`
    select line_number as "lineNumber", denied_cents as "deniedCents" from receivables
    where practice_id = ${practiceId} and claim_id = ${claimId} and denied_cents > 0`);
  const transfers = transfersOf(claimId, denials, lines);
  await transaction.execute(sql`
    update denials set state = 'closed', outcome = 'closed', outcome_on = ${today}::date,
      outcome_remittance_id = null
    where practice_id = ${practiceId} and denial_id = any (${denials.map(({ id }) => id)}::bigint[])`);
  if (transfers.length === 0) return [];
  const [postingId = 0] = await transaction.reserveIds("postings", "posting_id", 1);
  await enterPostings(transaction, books, [
    { postingId, kind: "transfer", claimId, on: today, reason: "denial-to-patient", transfers },
  ]);
  await moveToPatient(transaction, { claimId, transfers, sign: 1 });
  return [postingId];
}

function transfersOf(
  claimId: number,
  denials: readonly OpenDenialRow[],
  lines: readonly OpenLine[],
): EntryTransfer[] {
  const left = new Map(lines.map(({ lineNumber, deniedCents }) => [lineNumber, deniedCents]));
  return denials.flatMap(({ lineNumber, cents, groupCode, reasonCode }) => {
    const moved = Math.min(cents, left.get(lineNumber) ?? 0);
    if (moved === 0) return [];
    left.set(lineNumber, (left.get(lineNumber) ?? 0) - moved);
    const pair = { debit: "patient-receivable", credit: "insurance-receivable" } as const;
    return [{ ...pair, cents: moved, claimId, lineNumber, groupCode, reasonCode }];
  });
}

/** Takes the posting back, if the patient still owes all of it. */
export async function unbillPatient(
  transaction: PracticeTransaction,
  { books }: PostingScope,
  { claimId, postingId, today }: { claimId: number; postingId: number; today: string },
): Promise<boolean> {
  const { practiceId } = transaction;
  const moved = await transaction.query<{ id: number; lineNumber: number; cents: number }>(sql`
    select transfer_id as id, line_number as "lineNumber", cents from transfers
    where practice_id = ${practiceId} and posting_id = ${postingId} order by transfer_id`);
  const owed = await transaction.query<{ lineNumber: number; cents: number }>(sql`
    select line_number as "lineNumber", open_patient_cents as cents from receivables
    where practice_id = ${practiceId} and claim_id = ${claimId}`);
  const owedBy = new Map(owed.map(({ lineNumber, cents }) => [lineNumber, cents]));
  const byLine = new Map<number, number>();
  for (const { lineNumber, cents } of moved) {
    byLine.set(lineNumber, (byLine.get(lineNumber) ?? 0) + cents);
  }
  if ([...byLine].some(([line, cents]) => cents > (owedBy.get(line) ?? 0))) return false;
  const pair = { debit: "insurance-receivable", credit: "patient-receivable" } as const;
  const transfers = moved.map(({ id, lineNumber, cents }) => ({
    ...{ ...pair, cents, claimId, lineNumber, reversesTransferId: id },
  }));
  const [reversalId = 0] = await transaction.reserveIds("postings", "posting_id", 1);
  await enterPostings(transaction, books, [
    {
      ...{ postingId: reversalId, kind: "transfer", claimId, on: today },
      ...{ reason: "denial-to-patient-undone", reversesPostingId: postingId, transfers },
    },
  ]);
  await moveToPatient(transaction, { claimId, transfers, sign: -1 });
  return true;
}

/** Brings the lines along with transfers from the payers to the patient, or back. */
async function moveToPatient(
  transaction: PracticeTransaction,
  moved: { claimId: number; transfers: readonly EntryTransfer[]; sign: 1 | -1 },
): Promise<void> {
  const { claimId, transfers, sign } = moved;
  const rows = transfers.map(({ lineNumber, cents }) => ({
    line: lineNumber,
    cents: sign * cents,
  }));
  await transaction.execute(sql`
    update receivables r
    set open_insurance_cents = r.open_insurance_cents - moved.cents,
      denied_cents = least(r.denied_cents, r.open_insurance_cents - moved.cents),
      patient_responsibility_cents = r.patient_responsibility_cents + moved.cents,
      open_patient_cents = r.open_patient_cents + moved.cents
    from (select line, sum(cents)::bigint as cents
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as each (line integer, cents bigint)
      group by line) moved
    where r.practice_id = ${transaction.practiceId} and r.claim_id = ${claimId}
      and r.line_number = moved.line`);
}
