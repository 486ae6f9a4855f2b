import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";

export type ImportSource = "page" | "command-line" | "connection";

export type ImportRecord = { readonly importId: number; readonly publicId: string };

/** Opens an import: a bundle of files handed in together. */
export async function insertImport(
  transaction: PracticeTransaction,
  opened: { readonly publicId: string; readonly source: ImportSource },
): Promise<ImportRecord> {
  const row = await transaction.one<{ import_id: number }>(sql`
    insert into imports (practice_id, public_id, source, actor)
    values (${transaction.practiceId}, ${opened.publicId}, ${opened.source}, ${transaction.actor})
    returning import_id`);
  return { importId: row.import_id, publicId: opened.publicId };
}

/** Marks imports as finished whose files are all read. */
export async function finishImports(transaction: PracticeTransaction): Promise<void> {
  await transaction.execute(sql`
    update imports import set finished_at = now()
    where practice_id = ${transaction.practiceId} and finished_at is null
      and not exists (select 1 from files file where file.practice_id = import.practice_id
        and file.import_id = import.import_id and file.verdict in ('waiting', 'reading'))
      and exists (select 1 from files file where file.practice_id = import.practice_id
        and file.import_id = import.import_id)`);
}
