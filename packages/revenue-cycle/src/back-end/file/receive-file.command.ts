import type { SpooledUpload } from "@headwater/platform/documents/spool-upload.ts";
import { spoolUpload } from "@headwater/platform/documents/spool-upload.ts";
import { refuseWithoutRoom } from "@headwater/platform/lifecycle/disk-room.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import { detectFileKind, headBytes } from "./detect-file-kind.ts";
import { adoptFile, type FileRecord, findSameContent, insertFile } from "./file.store.ts";
import { fileRefusals } from "./file.ts";
import { inPractice, type ReadingContext } from "./reading-context.command.ts";

export type FileToReceive = {
  readonly importId: number;
  /** As the sender names it: a relative path is kept, for the eye only. */
  readonly name: string;
  readonly source: AsyncIterable<Uint8Array>;
  /** Largest content taken, in bytes. Absent means any size. */
  readonly limitBytes?: number;
  /** It comes out of an archive: another archive in it is refused. */
  readonly isFromArchive?: boolean;
};

/**
 * Takes a file in and keeps it whole; reading it comes after. The same bytes that were read before
 * are a duplicate at once and are not kept twice; those that wait, or whose reading broke off, are
 * the same file handed in again. One that is too large is refused and leaves only its row. Throws
 * `DISK_FULL` when there is too little room to keep it.
 */
export async function receiveFile(
  context: ReadingContext,
  file: FileToReceive,
): Promise<FileRecord> {
  if (context.room !== undefined) refuseWithoutRoom(context.room);
  const name = displayName(file.name);
  const limitBytes = file.limitBytes ?? Number.MAX_SAFE_INTEGER;
  const spooled = await spoolUpload(file.source, { limitBytes });
  if (spooled.kind === "refused") return refuseTooLarge(context, { ...file, name });
  try {
    return await receive(context, { ...file, name }, spooled);
  } finally {
    await spooled.remove();
  }
}

async function receive(
  context: ReadingContext,
  file: FileToReceive,
  spooled: SpooledUpload,
): Promise<FileRecord> {
  const { sha256, byteLength } = spooled;
  const named = { importId: file.importId, name: file.name };
  const known = await inPractice(context, async (transaction) => {
    const same = await findSameContent(transaction, sha256);
    if (same === undefined) return undefined;
    if (same.verdict === "waiting" || same.verdict === "reading") {
      await adoptFile(transaction, same.fileId, named);
      return { ...same, ...named };
    }
    return insertFile(transaction, {
      publicId: context.random.uuid(),
      documentId: same.documentId,
      sha256,
      byteLength,
      kind: same.kind,
      verdict: "duplicate",
      duplicateOf: same.fileId,
      ...named,
    });
  });
  if (known !== undefined) return known;
  const { kind } = detectFileKind(await headOf(spooled.open()));
  const isNested = file.isFromArchive === true && kind === "zip";
  const { practice, actor, documents } = context;
  const stored = await documents.put({ practiceId: practice.practiceId, actor }, spooled.open(), {
    name: named.name,
    mediaType: "application/octet-stream",
  });
  if (stored.kind === "refused") throw new NamedError(stored.code, "a document has no limit here");
  if (stored.document.sha256 !== sha256) {
    throw new NamedError("DOCUMENT_CHANGED", "the file changed while it was stored");
  }
  return inPractice(context, (transaction) =>
    insertFile(transaction, {
      publicId: context.random.uuid(),
      documentId: stored.document.documentId,
      sha256,
      byteLength,
      kind,
      ...(isNested ? nestedArchive : { verdict: "waiting" }),
      ...named,
    }),
  );
}

const nestedArchive = {
  verdict: "refused",
  reasonCode: "ARCHIVE_UNSAFE",
  reason: fileRefusals.ARCHIVE_UNSAFE,
} as const;

function refuseTooLarge(
  context: ReadingContext,
  named: { readonly importId: number; readonly name: string; readonly limitBytes?: number },
): Promise<FileRecord> {
  return inPractice(context, (transaction) =>
    insertFile(transaction, {
      publicId: context.random.uuid(),
      importId: named.importId,
      documentId: undefined,
      name: named.name,
      sha256: undefined,
      byteLength: named.limitBytes ?? 0,
      kind: "unknown",
      verdict: "refused",
      reasonCode: "FILE_TOO_LARGE",
      reason: fileRefusals.FILE_TOO_LARGE,
    }),
  );
}

/** The first bytes of a stream; the rest is not read. */
export async function headOf(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    pieces.push(piece);
    length += piece.length;
    if (length >= headBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, headBytes);
}

/**
 * A name as it is shown and stored: never used as a path. Control characters and characters that
 * turn the direction of writing are dropped, steps upwards removed, 500 characters at most.
 */
export function displayName(name: string): string {
  const parts = name
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .split(/[/\\]+/)
    .filter((part) => part !== "" && part !== "." && part !== "..");
  const shown = parts.join("/").slice(-500).trim();
  return shown === "" ? "unnamed" : shown;
}
