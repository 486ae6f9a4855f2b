import type { Database } from "@headwater/platform/database/connect.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { findPractice } from "../../masters/practice/practice.store.ts";
import type { FileRecord } from "./file.store.ts";
import { enqueueImport } from "./import-files.job.ts";
import { inPractice, type ReadingOptions, readingContext } from "./reading-context.command.ts";
import { receiveFile } from "./receive-file.command.ts";

export type UploadedFile = {
  readonly practiceId: number;
  /** Public id of the import it belongs to. */
  readonly importId: string;
  readonly name: string;
  readonly source: AsyncIterable<Uint8Array>;
  readonly limitBytes: number;
};

/** Keeps an uploaded file whole and asks for its reading; undefined without such an import. */
export async function receiveUpload(
  database: Database,
  file: UploadedFile,
  options: ReadingOptions,
): Promise<FileRecord | undefined> {
  const { practiceId } = file;
  const scope = { practiceId, actor: options.actor };
  const found = await withPractice(database, { ...scope, readOnly: true }, async (transaction) => ({
    practice: await findPractice(transaction, practiceId),
    opened: await transaction.maybeOne<{ importId: number }>(sql`
      select import_id as "importId" from imports
      where practice_id = ${practiceId} and public_id = ${file.importId}`),
  }));
  if (found.practice === undefined || found.opened === undefined) return undefined;
  const context = await readingContext(database, found.practice, options);
  const { name, source, limitBytes } = file;
  const { importId } = found.opened;
  const received = await receiveFile(context, { importId, name, source, limitBytes });
  await inPractice(context, enqueueImport);
  return received;
}
