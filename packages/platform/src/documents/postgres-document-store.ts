import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { sql } from "../database/sql.ts";
import { NamedError } from "../named-error.ts";
import type { RandomSource } from "../random/random.ts";
import {
  type PracticesDatabase,
  type PracticeTransaction,
  withPractice,
} from "../tenancy/with-practices.ts";
import type {
  ByteRange,
  DocumentScope,
  DocumentStore,
  PutDocument,
  PutResult,
  StoredDocument,
} from "./document-store.ts";

const compress = promisify(deflateRaw);
const decompress = promisify(inflateRaw);

/** Bytes of content per chunk: what must be read and unpacked at most to reach a single byte. */
export const chunkBytes = 1024 * 1024;

class TooLarge extends Error {}

/** Gathers a stream into pieces of `chunkBytes`, the last one shorter. */
async function* inChunks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    let rest = piece;
    while (length + rest.length >= chunkBytes) {
      const missing = chunkBytes - length;
      parts.push(rest.subarray(0, missing));
      yield Buffer.concat(parts, chunkBytes);
      parts = [];
      length = 0;
      rest = rest.subarray(missing);
    }
    if (rest.length > 0) {
      parts.push(rest);
      length += rest.length;
    }
  }
  if (length > 0) yield Buffer.concat(parts, length);
}

interface WrittenContent {
  readonly byteLength: number;
  readonly chunks: number;
  readonly sha256: string;
}

async function writeChunks(
  transaction: PracticeTransaction,
  documentId: number,
  content: { source: AsyncIterable<Uint8Array>; limitBytes: number },
): Promise<WrittenContent> {
  const digest = createHash("sha256");
  let byteLength = 0;
  let chunks = 0;
  for await (const chunk of inChunks(content.source)) {
    const from = byteLength;
    byteLength += chunk.length;
    if (byteLength > content.limitBytes) throw new TooLarge();
    digest.update(chunk);
    const compressed = await compress(chunk, { level: 3 });
    await transaction.execute(sql`
      insert into document_chunks (practice_id, document_id, chunk_number, byte_from, byte_to, compressed)
      values (${transaction.practiceId}, ${documentId}, ${chunks}, ${from}, ${byteLength}, ${compressed})`);
    chunks += 1;
  }
  return { byteLength, chunks, sha256: digest.digest("hex") };
}

/**
 * Stores a stream in the caller's transaction, which stays open for as long as the source takes:
 * hand in a source that is fast, such as a file on disk (see `spoolUpload`).
 */
export async function putDocument(
  transaction: PracticeTransaction,
  source: AsyncIterable<Uint8Array>,
  document: PutDocument & { readonly random: RandomSource },
): Promise<PutResult> {
  const { name, mediaType, limitBytes = Number.MAX_SAFE_INTEGER } = document;
  try {
    return await transaction.savepoint(async () => {
      const [documentId = 0] = await transaction.reserveIds("documents", "document_id", 1);
      const written = await writeChunks(transaction, documentId, { source, limitBytes });
      const publicId = document.random.uuid();
      await transaction.execute(sql`
        insert into documents
          (practice_id, document_id, public_id, name, media_type, byte_length, sha256, chunks)
        values (${transaction.practiceId}, ${documentId}, ${publicId}, ${name}, ${mediaType},
                ${written.byteLength}, ${written.sha256}, ${written.chunks})`);
      const { byteLength, sha256 } = written;
      const stored = { documentId, publicId, name, mediaType, byteLength, sha256 };
      return { kind: "stored", document: stored } as const;
    });
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return { kind: "refused", code: "DOCUMENT_TOO_LARGE", limitBytes };
  }
}

/** Finds a document of the transaction's practice. */
export async function findDocument(
  transaction: PracticeTransaction,
  documentId: number,
): Promise<StoredDocument | undefined> {
  return transaction.maybeOne<StoredDocument>(sql`
    select document_id as "documentId", public_id as "publicId", name, media_type as "mediaType",
           byte_length as "byteLength", sha256
    from documents where practice_id = ${transaction.practiceId} and document_id = ${documentId}`);
}

interface Chunk {
  readonly chunk_number: number;
  readonly byte_from: number;
  readonly byte_to: number;
  readonly compressed: Buffer;
}

/** The first chunk that holds bytes at or after a position. */
function chunkFrom(transaction: PracticeTransaction, documentId: number, position: number) {
  return transaction.maybeOne<Chunk>(sql`
    select chunk_number, byte_from, byte_to, compressed from document_chunks
    where practice_id = ${transaction.practiceId} and document_id = ${documentId}
      and chunk_number = ${Math.floor(position / chunkBytes)}`);
}

async function unpack(chunk: Chunk): Promise<Buffer> {
  const length = chunk.byte_to - chunk.byte_from;
  const bytes = await decompress(chunk.compressed, { maxOutputLength: chunkBytes }).catch(
    () => null,
  );
  if (bytes?.length !== length) throw new NamedError("DOCUMENT_CORRUPT", "a chunk is damaged");
  return bytes;
}

async function* readDocument(
  database: PracticesDatabase,
  scope: DocumentScope,
  wanted: ByteRange & { readonly documentId: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  const inPractice = <Result>(work: (transaction: PracticeTransaction) => Promise<Result>) =>
    withPractice(database, { ...scope, readOnly: true }, work);
  const { documentId } = wanted;
  const document = await inPractice((transaction) => findDocument(transaction, documentId));
  if (!document) throw new NamedError("DOCUMENT_NOT_FOUND", `document ${documentId}`);
  const from = Math.max(0, wanted.from ?? 0);
  const to = Math.min(document.byteLength, wanted.to ?? document.byteLength);
  const digest = createHash("sha256");
  let position = from;
  while (position < to) {
    const at = position;
    const chunk = await inPractice((transaction) => chunkFrom(transaction, documentId, at));
    if (!chunk) throw new NamedError("DOCUMENT_CORRUPT", "a chunk is missing");
    const bytes = await unpack(chunk);
    const piece = bytes.subarray(position - chunk.byte_from, to - chunk.byte_from);
    digest.update(piece);
    position += piece.length;
    yield piece;
  }
  const whole = from === 0 && to === document.byteLength;
  if (whole && digest.digest("hex") !== document.sha256) {
    throw new NamedError("DOCUMENT_CORRUPT", "the content differs from its digest");
  }
}

/** Documents in PostgreSQL: compressed chunks under the same walls and backups as everything else. */
export function postgresDocumentStore(
  database: PracticesDatabase,
  random: RandomSource,
): DocumentStore {
  return {
    put: (scope, source, document) =>
      withPractice(database, scope, (transaction) =>
        putDocument(transaction, source, { ...document, random }),
      ),
    find: (scope, documentId) =>
      withPractice(database, { ...scope, readOnly: true }, (transaction) =>
        findDocument(transaction, documentId),
      ),
    read: (scope, documentId, range = {}) =>
      readDocument(database, scope, { ...range, documentId }),
  };
}
