import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";
import { errorCode } from "@headwater/platform/named-error.ts";
import type { FileRecord } from "./file.store.ts";
import { type ReadEnd, refusal, refusedFile } from "./file.ts";
import {
  type ArchiveEntry,
  directoryPlace,
  endRecordBytes,
  readArchiveDirectory,
} from "./read-archive-directory.ts";
import type { ReadingContext } from "./reading-context.command.ts";
import { receiveFile } from "./receive-file.command.ts";

/**
 * Takes every file of a ZIP archive in as a file of its own, which is then read like any other. An
 * archive that is damaged, encrypted or beyond the limits is refused whole; one within an archive is
 * refused by itself.
 */
export async function readArchive(context: ReadingContext, file: FileRecord): Promise<ReadEnd> {
  const entries = await entriesOf(context, file);
  if (entries === undefined || entries.length === 0) {
    return refusedFile("zip", refusal("ARCHIVE_UNSAFE"));
  }
  try {
    for (const entry of entries) {
      await receiveFile(context, {
        importId: file.importId,
        name: `${file.name}/${entry.name}`,
        source: contentOf(context, file, entry),
        limitBytes: entry.bytes,
        isFromArchive: true,
      });
    }
  } catch (error) {
    // What zlib says of damaged content; every other fault is not the archive's.
    if (!errorCode(error)?.startsWith("Z_")) throw error;
    return refusedFile("zip", refusal("ARCHIVE_UNSAFE"));
  }
  return { kind: "zip", verdict: "read", issues: [] };
}

async function entriesOf(
  context: ReadingContext,
  file: FileRecord,
): Promise<readonly ArchiveEntry[] | undefined> {
  const from = Math.max(0, file.byteLength - endRecordBytes);
  const place = directoryPlace(await bytesOf(context, file, { from, to: file.byteLength }));
  if (place === undefined) return undefined;
  const range = { from: place.at, to: place.at + place.bytes };
  const directory = readArchiveDirectory(await bytesOf(context, file, range), place.count);
  return directory.is === "read" ? directory.entries : undefined;
}

async function* contentOf(
  context: ReadingContext,
  file: FileRecord,
  entry: ArchiveEntry,
): AsyncGenerator<Uint8Array> {
  const header = await bytesOf(context, file, { from: entry.headerAt, to: entry.headerAt + 30 });
  if (header.length < 30) return;
  // The local header's own lengths of name and extra field may differ from the directory's.
  const from = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const stored = readRange(context, file, { from, to: from + entry.compressedBytes });
  if (!entry.isDeflated) {
    yield* stored;
    return;
  }
  const inflated = createInflateRaw();
  // The reader meets the fault of either end; a bare pipe would let the first one end the process.
  pipeline(Readable.from(stored), inflated).catch(() => undefined);
  for await (const piece of inflated) yield piece as Uint8Array;
}

function readRange(
  context: ReadingContext,
  file: FileRecord,
  range: { readonly from: number; readonly to: number },
) {
  const { documents, practice, actor } = context;
  const scope = { practiceId: practice.practiceId, actor };
  return documents.read(scope, file.documentId ?? 0, range);
}

async function bytesOf(
  context: ReadingContext,
  file: FileRecord,
  range: { readonly from: number; readonly to: number },
): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readRange(context, file, range)) pieces.push(piece);
  return Buffer.concat(pieces);
}
