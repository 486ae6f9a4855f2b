import { tmpdir } from "node:os";
import type { DocumentStore } from "@headwater/platform/documents/document-store.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listAccounts } from "../../books/account/list-accounts.query.ts";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { unfinishedFiles } from "./file.store.ts";
import { inPractice, type ReadingContext } from "./reading-context.command.ts";
import { importBytes, testContext } from "./testing/import-texts.ts";
import { smallRoad } from "./testing/small-road.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const names = ["claims.837", "paid.835"];

/** A document store whose whole readings find no room after some bytes, as PostgreSQL's do. */
function withoutRoom(documents: DocumentStore, afterBytes: () => number): DocumentStore {
  return {
    ...documents,
    read: async function* (scope, documentId, range) {
      let read = 0;
      for await (const piece of documents.read(scope, documentId, range)) {
        for (let from = 0; from < piece.length; from += 100) {
          if (range === undefined && read > afterBytes()) {
            throw Object.assign(new Error("could not extend file"), { code: "53100" });
          }
          const part = piece.subarray(from, from + 100);
          read += part.length;
          yield part;
        }
      }
    },
  };
}

const balances = async (context: ReadingContext) =>
  (await inPractice(context, listAccounts)).map(({ kind, name, cents }) => [kind, name, cents]);

test("a disk that is full anywhere in a file refuses nothing, and the file goes on when there is room", async () => {
  const calm = await testContext(database, "calm");
  for (const name of names) await importBytes(calm, name, smallRoad[name] ?? "");
  let afterBytes = 0;
  const context = await testContext(database, "full", {
    documents: withoutRoom(calm.documents, () => afterBytes),
  });
  for (const name of names) {
    const content = smallRoad[name] ?? "";
    for (afterBytes = 0; afterBytes <= content.length + 200; afterBytes += 700) {
      const result = await importBytes(context, name, content).catch((error: Error) => error);
      if (!(result instanceof Error)) break;
      expect(result).toMatchObject({ code: "53100" });
      const [waiting] = await inPractice(context, unfinishedFiles);
      expect(waiting).toMatchObject({ name, verdict: "reading" });
    }
    afterBytes = Number.MAX_SAFE_INTEGER;
    await importBytes(context, name, content);
    expect(await inPractice(context, unfinishedFiles)).toEqual([]);
  }
  expect(await balances(context)).toEqual(await balances(calm));
  expect((await inPractice(context, verifyLedger)).faults).toEqual([]);
}, 120_000);

test("with less room than the reserve no file is taken, and none is begun", async () => {
  const context = await testContext(database, "reserved");
  const room = { folders: [tmpdir()], reserveBytes: Number.MAX_SAFE_INTEGER };
  const [name = ""] = names;
  const taken = importBytes({ ...context, room }, name, smallRoad[name] ?? "");
  await expect(taken).rejects.toMatchObject({ code: "DISK_FULL" });
  expect(await inPractice(context, unfinishedFiles)).toEqual([]);
  await importBytes(
    { ...context, room: { ...room, reserveBytes: 0 } },
    name,
    smallRoad[name] ?? "",
  );
});
