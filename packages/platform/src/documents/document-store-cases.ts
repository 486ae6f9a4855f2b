import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../random/random.ts";
import type { ByteRange, DocumentScope, DocumentStore, StoredDocument } from "./document-store.ts";

/** A store under test, with two practices and a count of what it holds. */
export interface DocumentStoreUnderTest {
  readonly store: DocumentStore;
  readonly own: DocumentScope;
  readonly other: DocumentScope;
  /** How many documents and parts of documents are kept in all. */
  count(): Promise<number>;
}

const document = { name: "claims.837", mediaType: "application/edi-x12" };

/** Content that compresses in part, a little over two and a half megabytes. */
function sampleContent(): Buffer {
  const random = seededRandom("documents");
  const noise = Buffer.from(random.bytes(300_000));
  const text = Buffer.from("CLP*PATIENT1*1*100*80*20*12~\n".repeat(80_000));
  return Buffer.concat([noise, text]);
}

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < content.length; offset += size) {
    yield content.subarray(offset, offset + size);
  }
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}

const content = sampleContent();
const sha256 = createHash("sha256").update(content).digest("hex");
const megabyte = 1024 * 1024;

const ranges: [string, ByteRange][] = [
  ["the start", { to: 10 }],
  ["the end", { from: content.length - 10 }],
  ["across parts", { from: megabyte - 5, to: megabyte + 5 }],
  ["exactly one part", { from: megabyte, to: 2 * megabyte }],
  ["a single byte", { from: 2 * megabyte, to: 2 * megabyte + 1 }],
  ["nothing", { from: 7, to: 7 }],
  ["beyond the end", { from: content.length - 1, to: content.length + 100 }],
  ["all beyond", { from: content.length + 5 }],
];

async function storeContent(
  { store, own }: DocumentStoreUnderTest,
  bytes: Buffer = content,
): Promise<StoredDocument> {
  const result = await store.put(own, inPieces(bytes, 70_001), document);
  if (result.kind !== "stored") throw new Error(result.code);
  return result.document;
}

/** What every document store must do. Call it inside a test file of the implementation. */
export function documentStoreCases(prepare: () => DocumentStoreUnderTest): void {
  describe("what a document store keeps", () => readingCases(prepare));
  describe("what a document store refuses", () => refusalCases(prepare));
}

function readingCases(prepare: () => DocumentStoreUnderTest): void {
  test("what is stored is read back, with length and digest", async () => {
    const { store, own } = prepare();
    const kept = await storeContent(prepare());
    expect(kept).toMatchObject({ ...document, byteLength: content.length, sha256 });
    expect(await store.find(own, kept.documentId)).toEqual(kept);
    expect((await collect(store.read(own, kept.documentId))).equals(content)).toBe(true);
  });

  test("an empty document is a document", async () => {
    const { store, own } = prepare();
    const kept = await storeContent(prepare(), Buffer.alloc(0));
    expect(kept.byteLength).toBe(0);
    expect(await collect(store.read(own, kept.documentId))).toHaveLength(0);
  });

  test.each(ranges)("a range: %s", async (_name, range) => {
    const { store, own } = prepare();
    const kept = await storeContent(prepare());
    const read = await collect(store.read(own, kept.documentId, range));
    expect(read.equals(content.subarray(range.from ?? 0, range.to))).toBe(true);
  });

  test("a consumer may stop in the middle", async () => {
    const { store, own } = prepare();
    const kept = await storeContent(prepare());
    for await (const piece of store.read(own, kept.documentId)) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect(await store.find(own, kept.documentId)).toBeDefined();
  });
}

function refusalCases(prepare: () => DocumentStoreUnderTest): void {
  test("one byte over the limit is refused and leaves nothing", async () => {
    const { store, own, count } = prepare();
    const before = await count();
    const limitBytes = content.length - 1;
    const result = await store.put(own, inPieces(content, 100_000), { ...document, limitBytes });
    expect(result).toEqual({ kind: "refused", code: "DOCUMENT_TOO_LARGE", limitBytes });
    expect(await count()).toBe(before);
  });

  test("exactly the limit is taken", async () => {
    const { store, own } = prepare();
    const limitBytes = content.length;
    const result = await store.put(own, inPieces(content, 100_000), { ...document, limitBytes });
    expect(result.kind).toBe("stored");
  });

  test("a stream that breaks off throws its error and leaves nothing", async () => {
    const { store, own, count } = prepare();
    const before = await count();
    const broken = async function* () {
      yield* inPieces(content.subarray(0, 1_500_000), 90_000);
      throw new Error("connection lost");
    };
    await expect(store.put(own, broken(), document)).rejects.toThrow("connection lost");
    expect(await count()).toBe(before);
  });

  test("another practice finds and reads nothing", async () => {
    const { store, other } = prepare();
    const kept = await storeContent(prepare());
    expect(await store.find(other, kept.documentId)).toBeUndefined();
    await expect(collect(store.read(other, kept.documentId))).rejects.toMatchObject({
      code: "DOCUMENT_NOT_FOUND",
    });
  });
}
