import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { recordDeposits } from "../../books/deposit/record-deposits.command.ts";
import type { BankRow } from "./csv-row.ts";
import type { FileRecord } from "./file.store.ts";
import { type ReadEnd, refusal, refusedFile } from "./file.ts";
import { readBai2 } from "./read-bai2.ts";
import type { ReadingContext } from "./reading-context.command.ts";

/** A day's file of a bank is far below this; a larger one is no bank's. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Reads a bank's BAI2 file. One that does not add up is refused whole. A deposit that another file told
 * already, by day, amount and trace number, is the same one.
 */
export async function readBai2File(
  { documents, practice, actor }: ReadingContext,
  file: FileRecord,
): Promise<ReadEnd<PracticeTransaction>> {
  const scope = { practiceId: practice.practiceId, actor };
  const decoder = new TextDecoder("latin1");
  let text = "";
  for await (const piece of documents.read(scope, file.documentId ?? 0)) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > mostBytes) return refusedFile("bank", refusal("FILE_TOO_LARGE"));
  }
  const { deposits, issues } = readBai2(text);
  if (issues.length > 0) return refusedFile("bank", refusal("BAI2_HAS_ERRORS"), issues);
  const take = async (transaction: PracticeTransaction) =>
    recordDeposits(transaction, file.fileId, await unknownDeposits(transaction, deposits));
  return { kind: "bank", verdict: "read", issues: [], take };
}

async function unknownDeposits(
  transaction: PracticeTransaction,
  deposits: readonly BankRow[],
): Promise<BankRow[]> {
  const traces = deposits.map(({ traceNumber }) => traceNumber).filter((trace) => trace !== "");
  const known = await transaction.query<{ on: string; cents: number; trace: string }>(sql`
    select deposited_on as "on", cents - fee_cents as cents, trace_number as trace from bank_deposits
    where practice_id = ${transaction.practiceId} and trace_number = any (${traces}::text[])
      and file_id is not null and taken_back_on is null`);
  const keys = new Set(known.map(({ on, cents, trace }) => `${on} ${cents} ${trace}`));
  return deposits.filter(
    ({ depositedOn, cents, traceNumber }) => !keys.has(`${depositedOn} ${cents} ${traceNumber}`),
  );
}
