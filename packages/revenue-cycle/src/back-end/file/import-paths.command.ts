import { createReadStream } from "node:fs";
import { lstat, readdir, realpath } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { type FileRecord, findFile, firstIssues, unfinishedFiles } from "./file.store.ts";
import type { FileIssue } from "./file.ts";
import { finishImports, insertImport } from "./import.store.ts";
import { readFile } from "./read-file.command.ts";
import { inPractice, type ReadingContext } from "./reading-context.command.ts";
import { receiveFile } from "./receive-file.command.ts";
import { setsOfFile } from "./transaction-set.store.ts";

/** What an import says of one file; the shape is a contract of the command line. */
export type ImportedFile = {
  readonly file: string;
  readonly sha256: string;
  readonly kind: string;
  readonly verdict: string;
  readonly reasonCode?: string;
  readonly reason?: string;
  readonly claims: number;
  /** The first hundred; the file's page has all. */
  readonly issues: readonly FileIssue[];
  readonly transactions: readonly {
    readonly control: string;
    readonly kind: string;
    readonly verdict: string;
    readonly reason: string | null;
    readonly reasonCode: string | null;
  }[];
};

const issuesShown = 100;

/** A path that cannot be imported: it does not exist, or is neither file nor folder. */
export class PathRefused extends Error {
  readonly code = "PATH_UNREADABLE";
  readonly path: string;

  constructor(path: string, options?: ErrorOptions) {
    super(`PATH_UNREADABLE: ${path}`, options);
    this.path = path;
  }
}

/**
 * Imports files and folders, one file after the other in the order of their names, and tells of each
 * as soon as it is read. Folders are walked whole; links inside them are not followed.
 */
export async function* importPaths(
  context: ReadingContext,
  paths: readonly string[],
): AsyncGenerator<ImportedFile> {
  const { importId } = await inPractice(context, (transaction) =>
    insertImport(transaction, { publicId: context.random.uuid(), source: "command-line" }),
  );
  for (const path of paths) {
    for await (const found of filesOf(path)) {
      const received = await receiveFile(context, {
        importId,
        name: found.name,
        source: createReadStream(found.path),
      });
      yield* readAndTell(context, received, found.path);
    }
  }
  await inPractice(context, finishImports);
}

/** A file, and after an archive the files that came out of it. */
async function* readAndTell(
  context: ReadingContext,
  received: FileRecord,
  shownAs: string,
): AsyncGenerator<ImportedFile> {
  const wasDuplicate = received.verdict === "duplicate";
  const read = wasDuplicate ? received : await readFile(context, received.fileId);
  yield importedFile(context, read, shownAs);
  if (read.kind !== "zip") return;
  const waiting = await inPractice(context, unfinishedFiles);
  for (const entry of waiting.filter((each) => each.importId === received.importId)) {
    yield importedFile(context, await readFile(context, entry.fileId), entry.name);
  }
}

/** What is on record of a file, in the shape of the command line. */
export async function importedFile(
  context: ReadingContext,
  file: FileRecord,
  shownAs: string,
): Promise<ImportedFile> {
  return inPractice(context, async (transaction) => {
    const current = (await findFile(transaction, file.fileId)) ?? file;
    const sets = await setsOfFile(transaction, file.fileId);
    return {
      file: shownAs,
      sha256: current.sha256,
      kind: current.kind,
      verdict: current.verdict,
      ...(current.reasonCode === undefined ? {} : { reasonCode: current.reasonCode }),
      ...(current.reason === undefined ? {} : { reason: current.reason }),
      claims: sets.reduce((sum, set) => sum + set.claims, 0),
      issues: await firstIssues(transaction, file.fileId, issuesShown),
      transactions: sets.map((set) => ({
        control: set.control,
        kind: set.kind,
        verdict: set.verdict,
        reason: set.reason ?? null,
        reasonCode: set.reasonCode ?? null,
      })),
    };
  });
}

type FoundFile = { readonly path: string; readonly name: string };

/** The file itself, or the files under a folder sorted by their path. */
async function* filesOf(path: string): AsyncGenerator<FoundFile> {
  const root = await realpath(path).catch((cause: unknown) => {
    throw new PathRefused(path, { cause });
  });
  const stats = await lstat(root);
  if (stats.isFile()) yield { path, name: basename(path) };
  else if (stats.isDirectory()) {
    for await (const file of walk(root)) {
      yield { path: join(path, relative(root, file)), name: relative(root, file) };
    }
  } else throw new PathRefused(path);
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    // Neither links nor devices, sockets and the like.
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}
