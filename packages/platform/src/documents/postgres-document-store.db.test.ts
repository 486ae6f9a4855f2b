import { existsSync, readdirSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemRandom } from "../random/random.ts";
import { removeFolder } from "../testing/remove-folder.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import type { DocumentStore } from "./document-store.ts";
import { documentStoreCases } from "./document-store-cases.ts";
import { postgresDocumentStore } from "./postgres-document-store.ts";
import { spoolUpload } from "./spool-upload.ts";

let database: TestDatabase;
let store: DocumentStore;
const own = { practiceId: 1, actor: "test" };
const other = { practiceId: 2, actor: "test" };

beforeAll(async () => {
  database = await createTestDatabase();
  store = postgresDocumentStore(database, systemRandom);
  await database.owner.query(
    "insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One'), (2, gen_random_uuid(), 'Two')",
  );
});
afterAll(() => database.drop());

async function count(): Promise<number> {
  const result = await database.owner.query(
    "select (select count(*) from documents) + (select count(*) from document_chunks) as count",
  );
  return result.rows[0].count;
}

documentStoreCases(() => ({ store, own, other, count }));

async function* bytes(length: number): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < length; sent += 1000)
    yield Buffer.alloc(Math.min(1000, length - sent), 65);
}

async function store5000(): Promise<number> {
  const result = await store.put(own, bytes(5000), { name: "a", mediaType: "text/plain" });
  return result.kind === "stored" ? result.document.documentId : 0;
}

async function readAll(documentId: number): Promise<void> {
  for await (const piece of store.read(own, documentId)) void piece;
}

test.each([
  ["a changed chunk", "update document_chunks set compressed = decode('00', 'hex')"],
  ["a missing chunk", "delete from document_chunks"],
  ["a changed digest", "update documents set sha256 = repeat('0', 64)"],
])("%s is noticed", async (_name, damage) => {
  const documentId = await store5000();
  await database.owner.query(`${damage} where document_id = $1`, [documentId]);
  await expect(readAll(documentId)).rejects.toMatchObject({ code: "DOCUMENT_CORRUPT" });
});

test("an upload is spooled within its limit and leaves nothing otherwise", async () => {
  const folder = await mkdtemp(join(tmpdir(), "headwater-spool-"));
  try {
    const kept = await spoolUpload(bytes(5000), { folder, limitBytes: 5000 });
    expect(kept).toMatchObject({ kind: "spooled", byteLength: 5000 });
    if (kept.kind === "spooled") await kept.remove();
    expect(await spoolUpload(bytes(5001), { folder, limitBytes: 5000 })).toMatchObject({
      code: "DOCUMENT_TOO_LARGE",
    });
    const cut = async function* () {
      yield* bytes(3000);
      throw new Error("cut");
    };
    await expect(spoolUpload(cut(), { folder, limitBytes: 5000 })).rejects.toThrow("cut");
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    await removeFolder(folder);
  }
  expect(existsSync(folder)).toBe(false);
});
