import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { recordDeposits } from "../../books/deposit/record-deposits.command.ts";
import { recordPatientPayments } from "../../books/patient-payment/record-patient-payments.command.ts";
import { CsvFault, CsvReader, type CsvRecord } from "../../masters/csv/read-csv.ts";
import { recordFeeSchedule } from "../../masters/fee-schedule/record-fee-schedule.command.ts";
import { type CsvKind, type CsvLayout, csvLayoutOf } from "./csv-layout.ts";
import {
  type BankRow,
  type CsvRow,
  csvIssue,
  type FeeScheduleRow,
  type PatientPaymentRow,
  readCsvRow,
} from "./csv-row.ts";
import type { FileRecord } from "./file.store.ts";
import { type FileIssue, type ReadEnd, refusal, refusedFile } from "./file.ts";
import type { ReadingContext } from "./reading-context.command.ts";

/** Issues told of one file; a spreadsheet that is wrong throughout needs no more. */
const issuesTold = 1000;
/** Rows handed on at once. */
const chunkRows = 2000;

const faultMessages: Readonly<Record<CsvFault["code"], string>> = {
  CSV_QUOTE_OPEN: "A quoted cell begins here and does not end.",
  CSV_QUOTE_MISPLACED: "A quote stands within a cell; quote the whole cell and double the quotes.",
  CSV_RECORD_TOO_LONG: "The row is longer than 65,536 characters.",
};

/**
 * Reads a bank, patient payment or fee schedule file. All rows are checked first: a file with a wrong
 * row is refused whole with every wrong cell told, so that nothing is half done; then all are taken
 * with the file's verdict.
 */
export async function readCsvFile(
  context: ReadingContext,
  file: FileRecord,
  kind: CsvKind,
): Promise<ReadEnd<PracticeTransaction>> {
  const { issues, rows } = await checkRows(context, file);
  if (issues.length > 0) return refusedFile(kind, refusal("CSV_HAS_ERRORS"), issues);
  if (rows === 0) return refusedFile(kind, refusal("CSV_WITHOUT_ROWS"));
  const take = (transaction: PracticeTransaction) => takeFile(transaction, context, file);
  return { kind, verdict: "read", issues: [], take };
}

async function takeFile(
  transaction: PracticeTransaction,
  context: ReadingContext,
  file: FileRecord,
): Promise<void> {
  let chunk: CsvRow[] = [];
  for await (const record of recordsOf(context, file)) {
    const { row } = readCsvRow(record.layout, record.cells, record.line);
    if (row !== undefined) chunk.push(row);
    if (chunk.length < chunkRows) continue;
    await takeRows(transaction, file.fileId, chunk);
    chunk = [];
  }
  await takeRows(transaction, file.fileId, chunk);
}

async function checkRows(
  context: ReadingContext,
  file: FileRecord,
): Promise<{ issues: FileIssue[]; rows: number }> {
  const issues: FileIssue[] = [];
  let rows = 0;
  try {
    for await (const { layout, cells, line } of recordsOf(context, file)) {
      rows += 1;
      const result = readCsvRow(layout, cells, line);
      if (result.issues !== undefined) issues.push(...result.issues);
      if (issues.length >= issuesTold) break;
    }
  } catch (error) {
    const issue = issueOfFault(error);
    if (issue === undefined) throw error;
    issues.push(issue);
  }
  return { issues: issues.slice(0, issuesTold), rows };
}

function issueOfFault(error: unknown): FileIssue | undefined {
  if (error instanceof CsvFault) {
    return csvIssue(error.code, faultMessages[error.code], { row: error.line });
  }
  // What the decoder throws at bytes that are not UTF-8.
  if (error instanceof TypeError && "code" in error) {
    return csvIssue("CSV_ENCODING", "The text is not UTF-8. Save the sheet as CSV (UTF-8).", {});
  }
  return undefined;
}

type LaidOutRecord = CsvRecord & { readonly layout: CsvLayout };

/** The records after the header. */
async function* recordsOf(
  context: ReadingContext,
  file: FileRecord,
): AsyncGenerator<LaidOutRecord> {
  const { documents, practice, actor } = context;
  const scope = { practiceId: practice.practiceId, actor };
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let layout: CsvLayout | undefined;
  let reader: CsvReader | undefined;
  let isHeader = true;
  const take = function* (records: Iterable<CsvRecord>, known: CsvLayout) {
    for (const record of records) {
      if (isHeader) isHeader = false;
      else yield { ...record, layout: known };
    }
  };
  let head = "";
  for await (const piece of documents.read(scope, file.documentId ?? 0)) {
    const text = decoder.decode(piece, { stream: true });
    if (layout === undefined || reader === undefined) {
      head += text;
      layout = csvLayoutOf(head);
      if (layout === undefined) continue;
      reader = new CsvReader(layout.delimiter);
      yield* take(reader.push(head), layout);
    } else yield* take(reader.push(text), layout);
  }
  decoder.decode();
  if (layout !== undefined && reader !== undefined) yield* take(reader.end(), layout);
}

async function takeRows(
  transaction: PracticeTransaction,
  fileId: number,
  rows: readonly CsvRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const deposits: BankRow[] = [];
  const payments: PatientPaymentRow[] = [];
  const fees: FeeScheduleRow[] = [];
  for (const row of rows) {
    if (row.kind === "bank") deposits.push(row);
    else if (row.kind === "patient-payments") payments.push(row);
    else fees.push(row);
  }
  await recordDeposits(transaction, fileId, deposits);
  await recordPatientPayments(transaction, fileId, payments);
  await recordFeeSchedule(transaction, fileId, fees);
}
