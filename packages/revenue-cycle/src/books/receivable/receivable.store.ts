import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type Receivable, receivableAmounts, receivableColumn } from "./receivable.ts";

/** A line of a claim with what it stands at. */
export type ReceivableRow = {
  readonly claimId: number;
  readonly lineNumber: number;
  readonly receivable: Readonly<Receivable>;
};

const amountColumns = receivableAmounts.map(receivableColumn);
const key = ["practice_id", "claim_id", "line_number"];
const columns = [...key, ...amountColumns];

/** Writes the first receivable rows of new lines. */
export async function insertReceivables(
  transaction: PracticeTransaction,
  rows: readonly ReceivableRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = valuesOf(transaction.practiceId, rows);
  await transaction.bulkInsert({ table: "receivables", columns, rows: values });
}

/** Brings rows to new amounts, in the transaction of the transfers that moved them. */
export async function updateReceivables(
  transaction: PracticeTransaction,
  rows: readonly ReceivableRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await transaction.bulkUpdate({
    table: "receivables",
    key,
    columns: amountColumns,
    rows: valuesOf(transaction.practiceId, rows),
  });
}

function* valuesOf(practiceId: number, rows: readonly ReceivableRow[]): Generator<number[]> {
  for (const { claimId, lineNumber, receivable } of rows) {
    yield [
      practiceId,
      claimId,
      lineNumber,
      ...receivableAmounts.map((amount) => receivable[amount]),
    ];
  }
}
