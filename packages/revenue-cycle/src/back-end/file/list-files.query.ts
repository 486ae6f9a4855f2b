import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, instantText } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { totalOfGroups } from "../../masters/filter-counts.ts";
import type { FileAnswer, FileRow, ImportAnswer, TransactionSetRow } from "./file-answers.ts";

export type FileFilter = {
  readonly verdict?: string | undefined;
  readonly kind?: string | undefined;
  readonly search?: string | undefined;
};

const fileColumns: Sql = sql`
  f.public_id as id, i.public_id as "importId", f.name, f.byte_length as "byteLength",
  f.bytes_read as "bytesRead", f.kind, f.verdict, f.reason_code as "reasonCode", f.reason,
  original.public_id as "duplicateOf", f.claims, f.errors, f.warnings,
  ${instantText(sql`f.received_at`)} as "receivedAt",
  ${instantText(sql`f.finished_at`)} as "finishedAt"`;

const fileTables: Sql = sql`
  files f join imports i using (practice_id, import_id)
  left join files original on original.practice_id = f.practice_id
    and original.file_id = f.duplicate_of`;

type FilePage = {
  readonly limit: number;
  readonly after?: readonly [number] | undefined;
  readonly withTotal?: boolean;
};

/** Files handed in, the newest first. */
export async function listFiles(
  transaction: PracticeTransaction,
  filter: FileFilter,
  page: FilePage,
): Promise<Page<FileRow, [number]>> {
  const { verdict } = filter;
  const search = filter.search?.trim().toLowerCase();
  const where = allOf([
    sql`f.practice_id = ${transaction.practiceId}`,
    ...(filter.kind === undefined ? [] : [sql`f.kind = ${filter.kind}`]),
    ...(search ? [sql`strpos(lower(f.name), ${search}) > 0`] : []),
  ]);
  const rows = await transaction.query<FileRow & { fileId: number }>(sql`
    select f.file_id as "fileId", ${fileColumns} from ${fileTables}
    where ${where} ${verdict === undefined ? sql`` : sql`and f.verdict = ${verdict}`}
      ${page.after ? sql`and f.file_id < ${page.after[0]}` : sql``}
    order by f.file_id desc
    limit ${page.limit + 1}`);
  const { rows: shown, next } = pageOf(rows, page.limit, (row): [number] => [row.fileId]);
  const answer = { rows: shown.map(({ fileId: _, ...row }) => row), next };
  if (!page.withTotal) return answer;
  const groups = await transaction.query<{ verdict: string; count: number }>(sql`
    select f.verdict, count(*)::bigint as count from files f where ${where} group by f.verdict`);
  return { ...answer, total: totalOfGroups(groups, { verdict }) };
}

/** How many transaction sets a file's page lists; more are told of, not shown. */
const setsShown = 1000;

/** A file by its public id, with its transaction sets and their verdicts. */
export async function showFile(
  transaction: PracticeTransaction,
  publicId: string,
): Promise<FileAnswer | undefined> {
  const { practiceId } = transaction;
  const file = await transaction.maybeOne<FileRow & { fileId: number; sha256: string | null }>(sql`
    select f.file_id as "fileId", f.sha256, ${fileColumns} from ${fileTables}
    where f.practice_id = ${practiceId} and f.public_id = ${publicId}`);
  if (file === undefined) return undefined;
  const sets = await transaction.query<TransactionSetRow>(sql`
    select t.transaction_set_id as id, t.set_number as number, t.kind, t.version,
      t.set_control_number as control, t.group_control_number as "groupControl",
      t.interchange_control_number as "interchangeControl", t.sender_id as "senderId",
      t.receiver_id as "receiverId", t.verdict, t.reason_code as "reasonCode", t.reason, t.claims,
      t.segment_from as "segmentFrom", t.segment_to as "segmentTo", t.errors, t.warnings,
      m.remittance_id as "remittanceId"
    from transaction_sets t
    left join remittances m using (practice_id, transaction_set_id)
    where t.practice_id = ${practiceId} and t.file_id = ${file.fileId}
    order by t.set_number
    limit ${setsShown + 1}`);
  const { fileId: _, ...shown } = file;
  return {
    ...shown,
    transactionSets: sets.slice(0, setsShown),
    transactionSetsCut: sets.length > setsShown,
  };
}

/** An import with the progress and verdict of each of its files. */
export async function showImport(
  transaction: PracticeTransaction,
  publicId: string,
): Promise<ImportAnswer | undefined> {
  const { practiceId } = transaction;
  const found = await transaction.maybeOne<Omit<ImportAnswer, "files"> & { importId: number }>(sql`
    select import_id as "importId", public_id as id,
      finished_at is not null and not exists (select from files f
        where f.practice_id = ${practiceId} and f.import_id = imports.import_id
          and f.verdict in ('waiting', 'reading')) as finished,
      ${instantText(sql`created_at`)} as "createdAt"
    from imports where practice_id = ${practiceId} and public_id = ${publicId}`);
  if (found === undefined) return undefined;
  const files = await transaction.query<FileRow>(sql`
    select ${fileColumns} from ${fileTables}
    where f.practice_id = ${practiceId} and f.import_id = ${found.importId}
    order by f.file_id`);
  const { importId: _, ...shown } = found;
  return { ...shown, files };
}
