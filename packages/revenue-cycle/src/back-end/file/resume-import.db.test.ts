import type { DocumentStore } from "@headwater/platform/documents/document-store.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { inPractice } from "./reading-context.command.ts";
import { importBytes, testContext } from "./testing/import-texts.ts";
import { smallRoad } from "./testing/small-road.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A document store whose whole readings break off after some bytes, as when the process is killed. */
function breakingOff(documents: DocumentStore, afterBytes: () => number): DocumentStore {
  return {
    ...documents,
    read: async function* (scope, documentId, range) {
      let read = 0;
      for await (const piece of documents.read(scope, documentId, range)) {
        for (let from = 0; from < piece.length; from += 100) {
          if (range === undefined && read > afterBytes()) throw new Error("killed");
          const part = piece.subarray(from, from + 100);
          read += part.length;
          yield part;
        }
      }
    },
  };
}

async function state(practiceId: number) {
  const rows = async (text: string) => (await database.owner.query(text, [practiceId])).rows;
  return {
    sets: await rows(`select set_number, kind, verdict, claims from transaction_sets
      where practice_id = $1 order by file_id, set_number`),
    claims: await rows(`select patient_control_number, version, state from claims
      where practice_id = $1 order by 1, 2`),
    balances: await rows(`select kind, sum(cents)::bigint as cents from (
        select debit_account_id as account_id, cents from transfers where practice_id = $1
        union all select credit_account_id, -cents from transfers where practice_id = $1) moved
      join accounts using (account_id) group by kind order by kind`),
    files: await rows(
      `select kind, verdict, claims from files where practice_id = $1 order by file_id`,
    ),
    events: await rows(`select kind, count(*)::int from events where practice_id = $1
      group by kind order by kind`),
  };
}

test("reading that breaks off anywhere goes on without loss or doubling", async () => {
  const names = ["claims.837", "paid.835"];
  const whole = await testContext(database, "whole");
  for (const name of names) await importBytes(whole, name, smallRoad[name] ?? "");
  const expected = await state(whole.practice.practiceId);

  let afterBytes = 0;
  const context = await testContext(database, "broken off", {
    documents: breakingOff(whole.documents, () => afterBytes),
  });
  for (const name of names) {
    const content = smallRoad[name] ?? "";
    let breaks = 0;
    for (afterBytes = 0; afterBytes <= content.length + 200; afterBytes += 333) {
      const result = await importBytes(context, name, content).catch((error: Error) => error);
      if (!(result instanceof Error)) break;
      expect(result.message).toBe("killed");
      breaks += 1;
    }
    expect(breaks).toBeGreaterThan(4);
  }
  expect(await state(context.practice.practiceId)).toEqual(expected);
  expect((await inPractice(context, verifyLedger)).faults).toEqual([]);
}, 120_000);
