import type { Database } from "@headwater/platform/database/connect.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { X12Issue } from "@headwater/x12";
import type { FileEnd, FileIssue, FileVerdict } from "./file.ts";

/** A file as it is on record. */
export type FileRecord = {
  readonly fileId: number;
  readonly publicId: string;
  readonly importId: number;
  readonly documentId: number | undefined;
  readonly name: string;
  readonly sha256: string;
  readonly byteLength: number;
  readonly kind: string;
  readonly verdict: FileVerdict;
  readonly reasonCode: string | undefined;
  readonly reason: string | undefined;
};

type FileRecordRow = {
  file_id: number;
  public_id: string;
  import_id: number;
  document_id: number | null;
  name: string;
  sha256: string | null;
  byte_length: number;
  kind: string;
  verdict: FileVerdict;
  reason_code: string | null;
  reason: string | null;
};

const fileColumns = sql`file_id, public_id, import_id, document_id, name, sha256, byte_length, kind,
  verdict, reason_code, reason`;

function fileRecord(row: FileRecordRow): FileRecord {
  return {
    fileId: row.file_id,
    publicId: row.public_id,
    importId: row.import_id,
    documentId: row.document_id ?? undefined,
    name: row.name,
    sha256: row.sha256 ?? "",
    byteLength: row.byte_length,
    kind: row.kind,
    verdict: row.verdict,
    reasonCode: row.reason_code ?? undefined,
    reason: row.reason ?? undefined,
  };
}

/** A file of the practice; undefined when there is none. */
export async function findFile(
  transaction: PracticeTransaction,
  fileId: number,
): Promise<FileRecord | undefined> {
  const row = await transaction.maybeOne<FileRecordRow>(sql`
    select ${fileColumns} from files
    where practice_id = ${transaction.practiceId} and file_id = ${fileId}`);
  return row === undefined ? undefined : fileRecord(row);
}

/** The oldest file with these bytes that was read, is being read or waits. */
export async function findSameContent(
  transaction: PracticeTransaction,
  sha256: string,
): Promise<FileRecord | undefined> {
  const row = await transaction.maybeOne<FileRecordRow>(sql`
    select ${fileColumns} from files
    where practice_id = ${transaction.practiceId} and sha256 = ${sha256}
      and verdict in ('waiting', 'reading', 'read', 'issues')
    order by verdict = 'waiting', file_id
    limit 1`);
  return row === undefined ? undefined : fileRecord(row);
}

/** Files that wait, and those whose reading broke off. */
export async function unfinishedFiles(transaction: PracticeTransaction): Promise<FileRecord[]> {
  const rows = await transaction.query<FileRecordRow>(sql`
    select ${fileColumns} from files
    where practice_id = ${transaction.practiceId} and verdict in ('waiting', 'reading')
    order by file_id`);
  return rows.map(fileRecord);
}

export type FileToInsert = {
  readonly publicId: string;
  readonly importId: number;
  readonly documentId: number | undefined;
  readonly name: string;
  readonly sha256: string | undefined;
  readonly byteLength: number;
  readonly kind: string;
  readonly verdict: FileVerdict;
  readonly reasonCode?: string;
  readonly reason?: string;
  readonly duplicateOf?: number;
};

/** Enters a file that was handed in, with a final verdict or one that waits. */
export async function insertFile(
  transaction: PracticeTransaction,
  file: FileToInsert,
): Promise<FileRecord> {
  const isFinal = file.verdict !== "waiting" && file.verdict !== "reading";
  const row = await transaction.one<FileRecordRow>(sql`
    insert into files (practice_id, public_id, import_id, document_id, name, sha256, byte_length,
      kind, verdict, reason_code, reason, duplicate_of, finished_at)
    values (${transaction.practiceId}, ${file.publicId}, ${file.importId},
      ${file.documentId ?? null}, ${file.name}, ${file.sha256 ?? null}, ${file.byteLength},
      ${file.kind}, ${file.verdict}, ${file.reasonCode ?? null}, ${file.reason ?? null},
      ${file.duplicateOf ?? null}, case when ${isFinal} then now() end)
    returning ${fileColumns}`);
  return fileRecord(row);
}

/** Moves a file that was not read to its end to the import that hands it in again. */
export async function adoptFile(
  transaction: PracticeTransaction,
  fileId: number,
  to: { readonly importId: number; readonly name: string },
): Promise<void> {
  await transaction.execute(sql`
    update files set import_id = ${to.importId}, name = ${to.name}
    where practice_id = ${transaction.practiceId} and file_id = ${fileId}`);
}

/** Marks a file as being read. */
export async function beginFile(
  transaction: PracticeTransaction,
  fileId: number,
  kind: string,
): Promise<void> {
  await transaction.execute(sql`
    update files set verdict = 'reading', kind = ${kind}
    where practice_id = ${transaction.practiceId} and file_id = ${fileId}`);
}

/** Shows how far the reading of a file has come. */
export async function showProgress(
  transaction: PracticeTransaction,
  fileId: number,
  progress: { readonly bytesRead: number; readonly claims: number },
): Promise<void> {
  await transaction.execute(sql`
    update files set bytes_read = ${progress.bytesRead}, claims = ${progress.claims}
    where practice_id = ${transaction.practiceId} and file_id = ${fileId} and verdict = 'reading'`);
}

/** Writes the verdict of a file; its counts are those of its transaction sets and issues. */
export async function endFile(
  transaction: PracticeTransaction,
  fileId: number,
  end: FileEnd,
): Promise<void> {
  await transaction.execute(sql`
    update files file
    set kind = ${end.kind}, verdict = ${end.verdict}, reason_code = ${end.reasonCode ?? null},
      reason = ${end.reason ?? null}, duplicate_of = ${end.duplicateOf ?? null},
      document_id = coalesce(${end.documentId ?? null}::bigint, document_id),
      bytes_read = byte_length, finished_at = now(),
      claims = counts.claims,
      errors = counts.errors + outside.errors, warnings = counts.warnings + outside.warnings
    from (select coalesce(sum(claims), 0)::integer as claims,
        coalesce(sum(errors), 0)::integer as errors,
        coalesce(sum(warnings), 0)::integer as warnings
      from transaction_sets
      where practice_id = ${transaction.practiceId} and file_id = ${fileId}) counts,
      (select count(*) filter (where severity = 'error')::integer as errors,
        count(*) filter (where severity = 'warning')::integer as warnings
      from file_issues
      where practice_id = ${transaction.practiceId} and file_id = ${fileId}
        and transaction_set_id is null) outside
    where file.practice_id = ${transaction.practiceId} and file.file_id = ${fileId}`);
}

/** Deletes a document that no file refers to. */
export async function dropDocument(
  transaction: PracticeTransaction,
  documentId: number,
): Promise<void> {
  await transaction.execute(sql`
    delete from documents document
    where practice_id = ${transaction.practiceId} and document_id = ${documentId}
      and not exists (select 1 from files file where file.practice_id = document.practice_id
        and file.document_id = document.document_id)`);
}

/** The issue of a reader as it is stored. */
export function fileIssue(issue: X12Issue): FileIssue {
  return {
    code: issue.code,
    severity: issue.severity,
    snip: issue.snip,
    interchange: issue.interchange,
    group: issue.group,
    set: issue.set,
    loop: issue.loop,
    segment: issue.position?.segment,
    segmentId: issue.segmentId,
    byteOffset: issue.position?.offset,
    line: issue.position?.line,
    column: issue.position?.column,
    element: issue.element,
    component: issue.component,
    message: issue.message,
    source: issue.source,
  };
}

/** Appends issues to those of the file, in the order given. */
export async function insertIssues(
  transaction: PracticeTransaction,
  to: { readonly fileId: number; readonly transactionSetId?: number | undefined },
  issues: readonly FileIssue[],
): Promise<void> {
  if (issues.length === 0) return;
  const { last } = await transaction.one<{ last: number }>(sql`
    select coalesce(max(issue_number), 0) as last from file_issues
    where practice_id = ${transaction.practiceId} and file_id = ${to.fileId}`);
  await transaction.bulkInsert({
    table: "file_issues",
    columns: [
      "practice_id",
      "file_id",
      "issue_number",
      "transaction_set_id",
      "code",
      "severity",
      "snip",
      "interchange",
      "functional_group",
      "set_control_number",
      "loop",
      "segment",
      "segment_id",
      "byte_offset",
      "line",
      "column_number",
      "element",
      "component",
      "message",
      "source",
    ],
    rows: issues.map((issue, index) => [
      transaction.practiceId,
      to.fileId,
      last + index + 1,
      to.transactionSetId,
      issue.code,
      issue.severity,
      issue.snip,
      issue.interchange,
      issue.group,
      issue.set,
      issue.loop,
      issue.segment,
      issue.segmentId,
      issue.byteOffset,
      issue.line,
      issue.column,
      issue.element,
      issue.component,
      issue.message,
      issue.source,
    ]),
  });
}

/** The first issues of a file, for a caller that shows them. */
export async function firstIssues(
  transaction: PracticeTransaction,
  fileId: number,
  count: number,
): Promise<FileIssue[]> {
  return transaction.query<FileIssue>(sql`
    select code, severity, snip, interchange, functional_group as "group",
      set_control_number as "set", loop, segment, segment_id as "segmentId",
      byte_offset as "byteOffset", line, column_number as "column", element, component, message,
      source
    from file_issues
    where practice_id = ${transaction.practiceId} and file_id = ${fileId}
    order by issue_number limit ${count}`);
}

/**
 * Runs work as the only reader of a practice's files, waiting for another one to end. The lock hangs
 * on a connection, so a reader that is killed frees it at once; a file found in `reading` under the
 * lock is one whose reader died.
 */
export async function asOnlyReader<Result>(
  database: Database,
  practiceId: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = await database.application.connect();
  const key = `headwater-import-${practiceId}`;
  let broken: Error | undefined;
  try {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [key]);
    return await work();
  } finally {
    await client
      .query("select pg_advisory_unlock(hashtextextended($1, 0))", [key])
      .catch((error: Error) => {
        broken = error;
      });
    client.release(broken);
  }
}

/** Lets the planner know of tables that have doubled. Between transaction sets: it holds locks. */
export async function refreshStatistics(transaction: PracticeTransaction): Promise<void> {
  await transaction.execute(sql`select refresh_statistics()`);
}
