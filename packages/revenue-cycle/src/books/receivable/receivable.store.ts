import { identifier, join, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type Receivable, receivableAmounts, receivableColumn } from "./receivable.ts";

/** A line of a claim with what it stands at. */
export type ReceivableRow = {
  readonly claimId: number;
  readonly lineNumber: number;
  readonly receivable: Readonly<Receivable>;
};

const amountColumns = receivableAmounts.map(receivableColumn);
const columns = ["practice_id", "claim_id", "line_number", ...amountColumns];

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
  await transaction.execute(sql`
    create temporary table if not exists moved_receivables (like receivables) on commit delete rows`);
  await transaction.execute(sql`truncate moved_receivables`);
  await transaction.copyIn("moved_receivables", columns, valuesOf(transaction.practiceId, rows));
  const assignments = amountColumns.map(
    (column) => sql`${identifier(column)} = moved.${identifier(column)}`,
  );
  await transaction.execute(sql`
    update receivables set ${join(assignments)} from moved_receivables moved
    where receivables.practice_id = ${transaction.practiceId}
      and receivables.claim_id = moved.claim_id and receivables.line_number = moved.line_number`);
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
