import type { FileRecord } from "../file/file.store.ts";
import { insertImport } from "../file/import.store.ts";
import { enqueueImport } from "../file/import-files.job.ts";
import { inPractice, type ReadingContext } from "../file/reading-context.command.ts";
import { receiveFile } from "../file/receive-file.command.ts";
import { openConnection } from "./send-batch.command.ts";

/** A file that came over a connection. */
export type FetchedFile = {
  readonly fileId: number;
  readonly name: string;
  readonly verdict: string;
};

/**
 * Takes the files that wait on a connection into the practice and asks for their reading. A file is
 * stored before it is marked as taken: broken off in between, it comes again and is a duplicate.
 * Undefined without such a connection.
 */
export async function fetchInbox(
  context: ReadingContext,
  connectionId: number,
  root: string,
): Promise<FetchedFile[] | undefined> {
  const connection = await openConnection(context, connectionId, root);
  if (connection === undefined) return undefined;
  const waiting = await connection.waiting();
  if (waiting.length === 0) return [];
  const { importId } = await inPractice(context, (transaction) =>
    insertImport(transaction, { publicId: context.random.uuid(), source: "connection" }),
  );
  const received: FileRecord[] = [];
  for (const { name } of waiting) {
    received.push(await receiveFile(context, { importId, name, source: connection.read(name) }));
    await connection.taken(name);
  }
  await inPractice(context, enqueueImport);
  return received.map(({ fileId, name, verdict }) => ({ fileId, name, verdict }));
}
