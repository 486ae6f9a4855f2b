import { createHash } from "node:crypto";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { WritableClaim } from "@headwater/x12";
import { batchKey } from "../acknowledgment/read-acknowledgment.ts";
import { endFile, findFile, insertFile } from "../file/file.store.ts";
import { insertImport } from "../file/import.store.ts";
import { inPractice, type ReadingContext } from "../file/reading-context.command.ts";
import { endSet, envelopeOf, insertSet } from "../file/transaction-set.store.ts";
import {
  advanceNumbers,
  type BatchRecord,
  type ConnectionRecord,
  findBatch,
  findConnection,
  findSubmitter,
  insertBatch,
  lockReadyClaims,
  type ReadyClaim,
  type SubmitterRecord,
} from "./batch.store.ts";
import { batchFileName } from "./connection.ts";
import { mostBatchClaims, type WrittenBatch, writeBatch } from "./write-batch.ts";

export type BatchRequest = {
  /** Given by the asker: asking again with the same one gives the same batch. */
  readonly publicId: string;
  readonly connectionId: number;
  readonly claimIds: readonly number[];
  /** Time of day of the envelope, `HHMM`. */
  readonly time: string;
};

export type PreparedBatch =
  | { readonly is: "prepared"; readonly batch: BatchRecord }
  | {
      readonly is: "refused";
      readonly code:
        | "connection_unknown"
        | "submitter_unknown"
        | "batch_empty"
        | "batch_too_large"
        | "batch_faulty";
      /** Codes and places of what a strict reader would not take. */
      readonly details?: readonly {
        readonly code: string;
        readonly segmentId: string | undefined;
      }[];
    };

/**
 * Fixes the bytes of a batch: ready claims as one interchange with the next control numbers of its
 * connection, stored whole as a file with its transaction set, as if it had been imported. Claims that
 * are not ready any more are left out. The numbers have no gap: they count on in the same transaction.
 * Nothing is sent yet.
 */
export async function prepareBatch(
  context: ReadingContext,
  request: BatchRequest,
): Promise<PreparedBatch> {
  if (request.claimIds.length > mostBatchClaims) return { is: "refused", code: "batch_too_large" };
  return inPractice(context, async (transaction) => {
    const connection = await findConnection(transaction, request.connectionId, "change");
    if (connection === undefined) return { is: "refused", code: "connection_unknown" };
    const known = await findBatch(transaction, { publicId: request.publicId });
    if (known !== undefined) return { is: "prepared", batch: known };
    const submitter = await findSubmitter(transaction);
    if (submitter?.name == null || (submitter.phone ?? submitter.email) === null) {
      return { is: "refused", code: "submitter_unknown" };
    }
    const ready = await lockReadyClaims(transaction, request.claimIds);
    // A set holds claims of one kind: the others stay ready for the next batch.
    const claims = ready.filter(({ content }) => content.kind === ready[0]?.content.kind);
    if (claims.length === 0) return { is: "refused", code: "batch_empty" };
    const written = writeBatch(
      envelopeFor(
        connection,
        { ...submitter, name: submitter.name },
        { date: context.today, time: request.time },
      ),
      claims.map(({ content }) => content),
    );
    if (written.is !== "written") return { is: "refused", ...faultsOf(written) };
    return {
      is: "prepared",
      batch: await store(transaction, context, { ...request, connection, claims, written }),
    };
  });
}

function faultsOf(written: Exclude<WrittenBatch, { is: "written" }>) {
  const found = written.is === "refused" ? written.refusals : written.issues;
  const details = found.slice(0, 20).map(({ code, segmentId }) => ({ code, segmentId }));
  return { code: "batch_faulty" as const, details };
}

function envelopeFor(
  connection: ConnectionRecord,
  submitter: SubmitterRecord & { readonly name: string },
  at: { readonly date: string; readonly time: string },
) {
  return {
    ...connection,
    interchangeNumber: connection.interchangeNumber + 1,
    groupNumber: connection.groupNumber + 1,
    setNumber: connection.setNumber + 1,
    submitter: {
      name: submitter.name,
      identifier: submitter.identifier ?? connection.senderId,
      contactName: submitter.contactName ?? undefined,
      phone: submitter.phone ?? undefined,
      email: submitter.email ?? undefined,
    },
    ...at,
  };
}

type Stored = BatchRequest & {
  readonly connection: ConnectionRecord;
  readonly claims: readonly ReadyClaim[];
  readonly written: Extract<WrittenBatch, { is: "written" }>;
};

async function store(
  transaction: PracticeTransaction,
  context: ReadingContext,
  { publicId, connection, claims, written }: Stored,
): Promise<BatchRecord> {
  await advanceNumbers(transaction, connection.connectionId);
  const fileName = batchFileName(connection.name, connection.interchangeNumber + 1);
  const kind = claims[0]?.content.kind ?? "837P";
  const fileId = await storeFile(transaction, context, { fileName, kind, bytes: written.bytes });
  const place = { fileId, setNumber: 1 };
  const transactionSetId = await insertSet(transaction, place, envelopeOf(written.header));
  await transaction.execute(sql`
    update transaction_sets set batch_key = ${batchKey(written.referenceId) ?? null}
    where practice_id = ${transaction.practiceId} and transaction_set_id = ${transactionSetId}`);
  const { segmentTo, byteTo } = written.range;
  await endSet(transaction, transactionSetId, {
    ...{ verdict: "recorded", claims: claims.length, segmentTo, byteTo, errors: 0, warnings: 0 },
  });
  await endFile(transaction, fileId, { kind, verdict: "read" });
  const batchId = await insertBatch(transaction, {
    publicId,
    connectionId: connection.connectionId,
    fileId,
    fileName,
    interchangeControlNumber: connection.interchangeNumber + 1,
    preparedOn: context.today,
    transactionSetId,
    claims: claims.map(({ claimId, sendingNumber, content }, index) => {
      const range = written.claims[index];
      if (range === undefined) throw new TypeError("a claim of a batch was not read back");
      return { claimId, sendingNumber, cents: content.chargedCents, range };
    }),
  });
  const batch = await findBatch(transaction, { batchId });
  if (batch === undefined) throw new TypeError("a batch that was just entered is gone");
  return batch;
}

async function storeFile(
  transaction: PracticeTransaction,
  context: ReadingContext,
  {
    fileName,
    kind,
    bytes,
  }: {
    readonly fileName: string;
    readonly kind: WritableClaim["kind"];
    readonly bytes: Uint8Array;
  },
): Promise<number> {
  const { practiceId } = transaction;
  const scope = { practiceId, actor: context.actor };
  const stored = await context.documents.put(scope, once(bytes), {
    name: fileName,
    mediaType: "application/edi-x12",
  });
  if (stored.kind === "refused") throw new TypeError("a batch has no limit here");
  const { importId } = await insertImport(transaction, {
    publicId: context.random.uuid(),
    source: "connection",
  });
  const file = await insertFile(transaction, {
    publicId: context.random.uuid(),
    importId,
    documentId: stored.document.documentId,
    name: fileName,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    byteLength: bytes.length,
    kind,
    verdict: "reading",
  });
  await transaction.execute(sql`
    update imports set finished_at = now()
    where practice_id = ${practiceId} and import_id = ${importId}`);
  return (await findFile(transaction, file.fileId))?.fileId ?? file.fileId;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
