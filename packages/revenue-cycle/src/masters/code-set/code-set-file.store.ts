import { codeFileFaultCodes } from "@headwater/code-sets";
import { identifier, sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import type { CodeFileRefusal, DatedEdition, LoadedCodeFile } from "./code-set-file.ts";
import { codeSetTables } from "./code-set-layouts.ts";

const loaded = sql`code_set_file_id as "fileId", name as file, verdict, code_set as "codeSet", variant, part,
  edition, effective_from as "effectiveFrom", effective_to as "effectiveTo", row_count as rows,
  reason_code as "reasonCode", reason_line as line, reason_column as "column"`;

type LoadedRow = Omit<LoadedCodeFile, "reason">;

function withReason(row: LoadedRow): LoadedCodeFile {
  const code = row.reasonCode as keyof typeof codeFileFaultCodes | null;
  return { ...row, reason: code === null ? null : (codeFileFaultCodes[code] ?? null) };
}

/** Notes a file that begins to be read. */
export async function beginCodeFile(
  transaction: Transaction,
  file: { readonly name: string; readonly byteLength: number; readonly loadedBy: string },
): Promise<number> {
  const { id } = await transaction.one<{ id: number }>(sql`
    insert into code_set_files (name, byte_length, loaded_by)
    values (${file.name}, ${file.byteLength}, ${file.loadedBy})
    returning code_set_file_id as id`);
  return id;
}

/** Tells how far a file is read. */
export async function noteProgress(
  transaction: Transaction,
  fileId: number,
  rows: number,
): Promise<void> {
  await transaction.execute(sql`
    update code_set_files set row_count = ${rows}, progressed_at = now()
    where code_set_file_id = ${fileId} and verdict = 'reading'`);
}

/** The file of the same bytes that was loaded before, also where a corrected one took its place. */
export async function findSameCodeFile(
  transaction: Transaction,
  sha256: string,
): Promise<LoadedCodeFile | undefined> {
  const rows = await transaction.query<LoadedRow>(sql`
    select ${loaded} from code_set_files
    where sha256 = ${sha256} and verdict in ('read', 'superseded')
    order by code_set_file_id desc limit 1`);
  return rows[0] === undefined ? undefined : withReason(rows[0]);
}

/** Ends the reading of a file that changed nothing. */
export async function endWithoutRows(
  transaction: Transaction,
  fileId: number,
  end: {
    readonly verdict: "duplicate" | "refused" | "not-used";
    readonly refusal?: CodeFileRefusal;
    readonly same?: LoadedCodeFile;
    readonly sha256?: string | undefined;
  },
): Promise<LoadedCodeFile> {
  const { refusal, same } = end;
  const row = await transaction.one<LoadedRow>(sql`
    update code_set_files set verdict = ${end.verdict}, finished_at = now(), row_count = 0,
      sha256 = ${end.sha256 ?? null}, reason_code = ${refusal?.code ?? null},
      reason_line = ${refusal?.line ?? null}, reason_column = ${refusal?.column ?? null},
      code_set = ${same?.codeSet ?? null}, variant = ${same?.variant ?? ""}, part = ${same?.part ?? 1},
      edition = ${same?.edition ?? null}, effective_from = ${same?.effectiveFrom ?? null},
      effective_to = ${same?.effectiveTo ?? null}
    where code_set_file_id = ${fileId}
    returning ${loaded}`);
  return withReason(row);
}

/** Ends the reading of a file whose rows are in. A file of the same edition and part gives way to it. */
export async function endWithRows(
  transaction: Transaction,
  fileId: number,
  end: {
    readonly edition: DatedEdition;
    readonly rows: number;
    readonly sha256: string;
    readonly repeatedTexts: readonly string[];
  },
): Promise<LoadedCodeFile> {
  const { codeSet, variant, part, edition, effectiveFrom, effectiveTo } = end.edition;
  const before = await transaction.query<{ id: number }>(sql`
    update code_set_files set verdict = 'superseded'
    where code_set = ${codeSet} and variant = ${variant} and part = ${part} and edition = ${edition}
      and verdict = 'read'
    returning code_set_file_id as id`);
  for (const { id } of before) {
    for (const table of codeSetTables) {
      await transaction.execute(
        sql`delete from ${identifier(table)} where code_set_file_id = ${id}`,
      );
    }
  }
  const row = await transaction.one<LoadedRow>(sql`
    update code_set_files set verdict = 'read', finished_at = now(), row_count = ${end.rows},
      sha256 = ${end.sha256}, code_set = ${codeSet}, variant = ${variant}, part = ${part},
      edition = ${edition}, effective_from = ${effectiveFrom}, effective_to = ${effectiveTo ?? null},
      repeated_texts = ${[...end.repeatedTexts]}::text[]
    where code_set_file_id = ${fileId}
    returning ${loaded}`);
  return withReason(row);
}
