import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { errorCode, NamedError } from "../named-error.ts";
import {
  deriveKey,
  type KeyDerivation,
  newKeyDerivation,
  openFrames,
  sealFrames,
} from "./archive-cipher.ts";
import { type ByteReader, byteReader } from "./byte-reader.ts";

const format = "headwater-backup-1";

/** The file's first line, in the clear. */
interface Envelope {
  readonly format: typeof format;
  readonly encryption: KeyDerivation | null;
}

/** What the backup was taken of. */
export interface ArchiveHead {
  readonly madeAt: string;
  readonly migrations: readonly { readonly number: number; readonly sha256: string }[];
  /** The key that sealed secrets in the rows, base64; in encrypted files only. */
  readonly masterKey?: string;
}

/** One table's rows follow it, as COPY text in counted pieces. */
export interface ArchiveTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/** The last line: what a restore must find. */
export interface ArchiveEnd {
  readonly tables: number;
  readonly rows: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly sha256: string;
}

/** Rows of one table to be written: its description and its COPY text. */
export interface TableContent {
  readonly head: ArchiveTable;
  readonly rows: AsyncIterable<Buffer>;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

/** How far a backup has come. */
export interface ArchiveProgress {
  readonly table: string;
  /** Rows and plain bytes so far, of all tables. */
  readonly rows: number;
  readonly bytes: number;
}

/** Who follows the writing of an archive. */
export interface ArchiveListener {
  progress?(progress: ArchiveProgress): void;
  end(end: ArchiveEnd): void;
}

/** The archive's plain bytes; the listener is told what was written. */
export async function* archiveBytes(
  head: ArchiveHead,
  tables: AsyncIterable<TableContent>,
  listener: ArchiveListener,
): AsyncGenerator<Buffer> {
  const digest = createHash("sha256");
  const counts: Record<string, number> = {};
  const hashed = (bytes: Buffer) => {
    digest.update(bytes);
    return bytes;
  };
  const line = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`);
  let rows = 0;
  let bytes = 0;
  yield hashed(line(head));
  for await (const { head: table, rows: pieces } of tables) {
    yield hashed(line(table));
    const before = rows;
    for await (const piece of pieces) {
      rows += countLines(piece);
      bytes += piece.length;
      listener.progress?.({ table: table.table, rows, bytes });
      yield hashed(Buffer.from(`${piece.length}\n`));
      yield hashed(piece);
    }
    counts[table.table] = rows - before;
    yield hashed(Buffer.from("0\n"));
  }
  const tableCount = Object.keys(counts).length;
  const end = { tables: tableCount, rows, counts, sha256: digest.digest("hex") };
  listener.end(end);
  yield line({ end });
}

/** Wraps plain archive bytes: compressed, and sealed if there is a passphrase. */
export async function* wrapArchive(
  bytes: AsyncIterable<Buffer>,
  passphrase: string | undefined,
): AsyncGenerator<Buffer> {
  const encryption = passphrase === undefined ? null : newKeyDerivation();
  const envelope: Envelope = { format, encryption };
  const context = Buffer.from(JSON.stringify(envelope));
  yield Buffer.concat([context, Buffer.from("\n")]);
  const gzip = createGzip({ level: 4 });
  const compressing = pipeline(Readable.from(bytes), gzip);
  compressing.catch(() => undefined);
  if (encryption && passphrase !== undefined) {
    yield* sealFrames(gzip, { key: await deriveKey(passphrase, encryption), context });
  } else {
    yield* gzip;
  }
  await compressing;
}

function readEnvelope(line: Buffer): Envelope {
  try {
    const envelope = JSON.parse(line.toString()) as Envelope;
    if (envelope.format === format) return envelope;
  } catch {
    // Answered below like any other file that is no backup.
  }
  throw new NamedError("BACKUP_NOT_RECOGNIZED", "the file is no backup of this program");
}

/** A backup file, what opens it, and who is told how many of its bytes were read. */
export interface ArchiveSource {
  readonly file: string;
  readonly passphrase?: string | undefined;
  readonly onBytesRead?: ((bytesRead: number) => void) | undefined;
}

async function* fileBytes({ file, onBytesRead }: ArchiveSource): AsyncGenerator<Buffer> {
  let bytesRead = 0;
  for await (const piece of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    bytesRead += piece.length;
    onBytesRead?.(bytesRead);
    yield piece;
  }
}

/** Opens a backup file down to its plain bytes. Throws named errors for all that can be wrong. */
async function unwrapArchive(source: ArchiveSource): Promise<ByteReader> {
  const { passphrase } = source;
  const outer = byteReader(fileBytes(source));
  const context = await outer.line(4096).catch((error: unknown) => {
    if (error instanceof NamedError) return Buffer.alloc(0);
    throw error;
  });
  const { encryption } = readEnvelope(context);
  if (encryption && passphrase === undefined) {
    throw new NamedError("BACKUP_PASSPHRASE_NEEDED", "the backup is encrypted");
  }
  const frames = encryption
    ? openFrames(outer, { key: await deriveKey(passphrase ?? "", encryption), context })
    : outer.rest();
  const gunzip = createGunzip();
  pipeline(Readable.from(frames), gunzip).catch(() => undefined);
  return byteReader(translateFaults(gunzip));
}

async function* translateFaults(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* source;
  } catch (error) {
    if (errorCode(error) === "Z_BUF_ERROR") {
      throw new NamedError("BACKUP_TRUNCATED", "the file ends too early");
    }
    if (errorCode(error)?.startsWith("Z_")) {
      throw new NamedError("BACKUP_CORRUPT", "the compressed content is damaged");
    }
    throw error;
  }
}

/** Who takes an archive in. */
export interface ArchiveVisitor {
  head(head: ArchiveHead): Promise<void>;
  /** Takes all rows of a table. */
  table(table: ArchiveTable, rows: AsyncGenerator<Buffer>): Promise<void>;
}

/**
 * Walks through a backup file in order. Throws `BACKUP_CORRUPT` when counts or the digest differ
 * from what stands at its end, so a visitor's work counts only when this returns.
 */
export async function readArchive(
  source: ArchiveSource,
  visitor: ArchiveVisitor,
): Promise<ArchiveEnd> {
  const reader = await unwrapArchive(source);
  const digest = createHash("sha256");
  const counts: Record<string, number> = {};
  const hashedLine = async () => {
    const line = await reader.line();
    digest.update(line).update("\n");
    return line.toString();
  };
  await visitor.head(parse<ArchiveHead>(await hashedLine()));
  for (;;) {
    const line = await reader.line();
    const next = parse<ArchiveTable | { end: ArchiveEnd }>(line.toString());
    if ("end" in next) {
      const found = { counts, sha256: digest.digest("hex") };
      await checkEnd(next.end, found, await reader.atEnd());
      return next.end;
    }
    digest.update(line).update("\n");
    counts[next.table] = 0;
    const rows = async function* () {
      for (;;) {
        const length = Number(await hashedLine());
        if (length === 0) return;
        if (!Number.isSafeInteger(length) || length < 0 || length > 2 ** 30) {
          throw new NamedError("BACKUP_CORRUPT", "a piece has an impossible length");
        }
        const piece = await reader.take(length);
        digest.update(piece);
        counts[next.table] = (counts[next.table] ?? 0) + countLines(piece);
        yield piece;
      }
    };
    await visitor.table(next, rows());
  }
}

function parse<Value>(line: string): Value {
  try {
    return JSON.parse(line) as Value;
  } catch {
    throw new NamedError("BACKUP_CORRUPT", "a description cannot be read");
  }
}

async function checkEnd(
  end: ArchiveEnd,
  found: { counts: Record<string, number>; sha256: string },
  complete: boolean,
): Promise<void> {
  if (found.sha256 !== end.sha256 || !complete) {
    throw new NamedError("BACKUP_CORRUPT", "the content differs from its digest");
  }
  for (const [table, count] of Object.entries(end.counts)) {
    if (found.counts[table] !== count) {
      throw new NamedError("BACKUP_CORRUPT", `rows of ${table} are missing`);
    }
  }
}
