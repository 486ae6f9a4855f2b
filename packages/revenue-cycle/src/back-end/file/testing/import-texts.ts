import { systemRandom } from "@headwater/platform/random/random.ts";
import type { TestDatabase } from "@headwater/platform/testing/test-database.ts";
import { practiceNamed } from "../../../books/account/create-practice.command.ts";
import { insertImport } from "../import.store.ts";
import { type ImportedFile, importedFile } from "../import-paths.command.ts";
import { readFile } from "../read-file.command.ts";
import { inPractice, type ReadingContext, readingContext } from "../reading-context.command.ts";
import { receiveFile } from "../receive-file.command.ts";

/** A practice of a test with what reading its files needs. A fault of the program is thrown. */
export async function testContext(
  database: TestDatabase,
  name: string,
  options: {
    readonly documents?: ReadingContext["documents"];
    readonly setsBeside?: boolean;
  } = {},
): Promise<ReadingContext> {
  const by = { actor: "operator", random: systemRandom };
  const made = await practiceNamed(database, { name, kind: "own-files" }, by);
  if (made.is === "refused") throw new Error(made.code);
  return readingContext(database, made.practice, {
    actor: "operator",
    onFault: (_, error) => {
      throw error;
    },
    ...options,
  });
}

/** Imports one file from memory. */
export async function importBytes(
  context: ReadingContext,
  name: string,
  bytes: Uint8Array | string,
  limitBytes?: number,
): Promise<ImportedFile> {
  const { importId } = await inPractice(context, (transaction) =>
    insertImport(transaction, { publicId: context.random.uuid(), source: "page" }),
  );
  const content = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes;
  const source = (async function* () {
    yield content;
  })();
  const received = await receiveFile(context, {
    importId,
    name,
    source,
    ...(limitBytes === undefined ? {} : { limitBytes }),
  });
  const read = await readFile(context, received.fileId);
  return importedFile(context, read, name);
}
