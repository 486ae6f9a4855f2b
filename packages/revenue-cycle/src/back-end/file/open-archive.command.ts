import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";
import {
  type ArchiveEntry,
  directoryPlace,
  endRecordBytes,
  readArchiveDirectory,
} from "./read-archive-directory.ts";

/** A file of an archive on disk; its content is checked against its length and checksum. */
export type ArchiveMember = {
  readonly name: string;
  readonly byteLength: number;
  open(): AsyncIterable<Uint8Array>;
};

export type OpenedArchive =
  | { readonly is: "no-archive" }
  | { readonly is: "refused" }
  | { readonly is: "opened"; readonly members: readonly ArchiveMember[] };

const localHeaderBytes = 30;

/**
 * Opens a ZIP archive on disk without unpacking it. `damaged` makes the error that the reader of a
 * member meets whose content is not what the archive says.
 */
export async function openArchive(path: string, damaged: () => Error): Promise<OpenedArchive> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const start = await bytesAt(handle, 0, 4);
    if (start.toString("latin1") !== "PK\u0003\u0004") return { is: "no-archive" };
    const from = Math.max(0, size - endRecordBytes);
    const place = directoryPlace(await bytesAt(handle, from, size - from));
    if (place === undefined) return { is: "refused" };
    const directory = readArchiveDirectory(
      await bytesAt(handle, place.at, place.bytes),
      place.count,
    );
    if (directory.is === "refused") return { is: "refused" };
    const members = directory.entries.map((entry) => ({
      name: entry.name,
      byteLength: entry.bytes,
      open: () => contentOf(path, entry, damaged),
    }));
    return { is: "opened", members };
  } finally {
    await handle.close();
  }
}

async function* contentOf(
  path: string,
  entry: ArchiveEntry,
  damaged: () => Error,
): AsyncGenerator<Uint8Array> {
  const header = await localHeader(path, entry);
  if (header.length < localHeaderBytes) throw damaged();
  const hasChecksum = (header.readUInt16LE(6) & 8) === 0;
  // The local header's own lengths of name and extra field may differ from the directory's.
  const from =
    entry.headerAt + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  let bytes = 0;
  let checksum = 0;
  for await (const piece of unpacked(path, entry, from)) {
    bytes += piece.length;
    if (bytes > entry.bytes) throw damaged();
    if (hasChecksum) checksum = crc32(piece, checksum);
    yield piece;
  }
  if (bytes !== entry.bytes) throw damaged();
  if (hasChecksum && checksum !== header.readUInt32LE(14)) throw damaged();
}

async function* unpacked(
  path: string,
  entry: ArchiveEntry,
  from: number,
): AsyncGenerator<Uint8Array> {
  if (entry.compressedBytes === 0) return;
  const stored = createReadStream(path, { start: from, end: from + entry.compressedBytes - 1 });
  if (!entry.isDeflated) {
    yield* stored;
    return;
  }
  const inflated = createInflateRaw();
  // The reader meets the fault of either end; a bare pipe would let the first one end the process.
  pipeline(stored, inflated).catch(() => undefined);
  for await (const piece of inflated) yield piece as Uint8Array;
}

async function localHeader(path: string, entry: ArchiveEntry): Promise<Buffer> {
  const handle = await open(path);
  try {
    return await bytesAt(handle, entry.headerAt, localHeaderBytes);
  } finally {
    await handle.close();
  }
}

async function bytesAt(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(bytes, read, length - read, from + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}
