import { recordAudit } from "@headwater/platform/audit/record-audit.ts";
import { isTransient, retryTransient } from "@headwater/platform/database/retry.ts";
import { isDiskFull } from "@headwater/platform/lifecycle/disk-room.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { detectFileKind } from "./detect-file-kind.ts";
import {
  asOnlyReader,
  beginFile,
  dropDocument,
  endFile,
  type FileRecord,
  findFile,
  findSameContent,
  insertIssues,
  unfinishedFiles,
} from "./file.store.ts";
import { type ReadEnd, readingOrder, refusal, refusedFile } from "./file.ts";
import { finishImports } from "./import.store.ts";
import { readArchive } from "./read-archive.command.ts";
import { readBai2File } from "./read-bai2-file.command.ts";
import { readCsvFile } from "./read-csv-file.command.ts";
import { readX12File } from "./read-x12-file.command.ts";
import { inPractice, type ReadingContext } from "./reading-context.command.ts";
import { headOf } from "./receive-file.command.ts";

/**
 * Reads everything of the practice that waits or broke off, one file after the other: claims, then
 * acknowledgments, then remittances, then payments. Files that come meanwhile are read too. `signal`
 * ends it between two files.
 */
export async function readWaitingFiles(
  context: ReadingContext,
  signal?: AbortSignal,
): Promise<void> {
  await asOnlyReader(context.database, context.practice.practiceId, async () => {
    for (;;) {
      if (signal?.aborted) return;
      const waiting = await inPractice(context, unfinishedFiles);
      const next = nextToRead(waiting);
      if (next === undefined) return;
      await readOne(context, next);
    }
  });
}

/** Reads one file that was received, unless another reader did so meanwhile. Returns it as it stands then. */
export async function readFile(context: ReadingContext, fileId: number): Promise<FileRecord> {
  return asOnlyReader(context.database, context.practice.practiceId, async () => {
    const file = await inPractice(context, (transaction) => findFile(transaction, fileId));
    if (file === undefined) throw new TypeError("a file that was received is gone");
    if (file.verdict !== "waiting" && file.verdict !== "reading") return file;
    await readOne(context, file);
    return (await inPractice(context, (transaction) => findFile(transaction, fileId))) ?? file;
  });
}

function nextToRead(files: readonly FileRecord[]): FileRecord | undefined {
  return [...files].sort(
    (left, right) =>
      readingOrder(left.kind) - readingOrder(right.kind) || left.fileId - right.fileId,
  )[0];
}

/**
 * A file that is read again after a lost connection goes on behind its last recorded set, and so does
 * one for which there was no room: neither is the file's fault. A fault of the program ends this file
 * and not the others.
 */
async function readOne(context: ReadingContext, file: FileRecord): Promise<void> {
  const attempts = { attempts: 5, baseDelayMs: 200, maxDelayMs: 5000 };
  try {
    await retryTransient(attempts, async () => {
      const duplicate = await refuseDuplicate(context, file);
      if (!duplicate) await finish(context, file, await read(context, file));
    });
  } catch (error) {
    if (isTransient(error) || isDiskFull(error)) throw error;
    context.onFault?.(file.fileId, error);
    await finish(context, file, refusedFile(file.kind, refusal("FILE_FAULT")));
  }
}

/** The same bytes may have been read since the file was received. */
async function refuseDuplicate(context: ReadingContext, file: FileRecord): Promise<boolean> {
  return inPractice(context, async (transaction) => {
    const same = await findSameContent(transaction, file.sha256);
    if (same === undefined || same.fileId === file.fileId || same.verdict === "waiting")
      return false;
    const { kind, documentId } = same;
    const end = { kind, verdict: "duplicate" as const, duplicateOf: same.fileId, documentId };
    await endFile(transaction, file.fileId, end);
    if (file.documentId !== undefined && documentId !== undefined) {
      await dropDocument(transaction, file.documentId);
    }
    await finishImports(transaction);
    return true;
  });
}

async function read(
  context: ReadingContext,
  file: FileRecord,
): Promise<ReadEnd<PracticeTransaction>> {
  const { documents, practice, actor } = context;
  const { documentId } = file;
  if (documentId === undefined) throw new TypeError("a file without a document");
  const scope = { practiceId: practice.practiceId, actor };
  const head = await headOf(documents.read(scope, documentId, { from: 0, to: 65_536 }));
  const detected = detectFileKind(head);
  await inPractice(context, (transaction) => beginFile(transaction, file.fileId, detected.kind));
  switch (detected.reads) {
    case "x12":
      return readX12File(context, file);
    case "csv":
      return readCsvFile(context, file, detected.kind);
    case "bai2":
      return readBai2File(context, file);
    case "archive":
      return readArchive(context, file);
    case "nothing":
      return refusedFile(detected.kind, detected.refusal);
  }
}

async function finish(
  context: ReadingContext,
  file: FileRecord,
  end: ReadEnd<PracticeTransaction>,
): Promise<void> {
  await inPractice(context, async (transaction) => {
    await end.take?.(transaction);
    await insertIssues(transaction, { fileId: file.fileId }, end.issues);
    await endFile(transaction, file.fileId, end);
    await finishImports(transaction);
    const details = { verdict: end.verdict, kind: end.kind, sha256: file.sha256 };
    await recordAudit(transaction, {
      actor: context.actor,
      action: "create",
      category: "file",
      subjects: [{ kind: "file", ids: [file.fileId] }],
      details,
    });
  });
}
