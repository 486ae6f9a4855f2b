import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { type GoldenCase, readGoldenCases } from "../posting/testing/golden-cases.ts";
import { type CaseStep, claimFile, remittanceFile } from "../posting/testing/golden-files.ts";
import { inPractice } from "./reading-context.command.ts";
import { importBytes, testContext } from "./testing/import-texts.ts";
import { type PracticeFacts, practiceFacts } from "./testing/practice-facts.ts";

const folder = join(import.meta.dirname, "../posting/testing/golden");

/** Of two payments under one trace number the first on file posts: there the order says which. */
const ordered = /balance|duplicates/;
/** One case of so many, and so many orders; all cases in more orders when asked, which takes minutes. */
const isThorough = process.env.HEADWATER_TEST_ALL_ORDERS !== undefined;
const [oneIn, orders] = isThorough ? [1, 6] : [4, 2];

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The files of the hand-checked cases: every kind and day of sending, and every round of answers, in its own. */
function goldenFiles(): string[] {
  const cases: GoldenCase[] = [];
  let numbered = 0;
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, name), "utf8");
    const read = readGoldenCases(text, numbered + 1);
    numbered += read.length;
    cases.push(...(ordered.test(name) ? [] : read.filter((_, at) => at % oneIn === 0)));
  }
  const steps = cases.flatMap((of) => of.steps.map((step, at): CaseStep => ({ of, step, at })));
  const byFile = new Map<string, CaseStep[]>();
  for (const each of steps) {
    const { is, options } = each.step;
    const sent = `${options.get("sent") ?? "2026-02-01"} ${options.get("kind") ?? "P"}`;
    const key = is === "era" ? `era ${each.at}` : `${sent} ${each.at}`;
    byFile.set(key, [...(byFile.get(key) ?? []), each]);
  }
  return [...byFile].map(([key, together], at) => {
    const [on = "", kind] = key.split(" ");
    const control = at + 100;
    if (on === "era") return remittanceFile(together, control);
    return claimFile(together, { on, kind: kind === "I" ? "I" : "P", control });
  });
}

async function booksAfter(files: readonly string[], name: string): Promise<PracticeFacts> {
  const context = await testContext(database, name);
  for (const [at, text] of files.entries()) {
    const { verdict } = await importBytes(context, `${at}.x12`, text);
    expect(verdict).not.toBe("refused");
  }
  expect((await inPractice(context, verifyLedger)).faults).toEqual([]);
  const facts = await practiceFacts(database, context.practice.practiceId);
  // Copies leave remittances of their own.
  return { ...facts, remittances: [] };
}

test("the hand-checked files end the same in any order, and with any of them again", async () => {
  const files = goldenFiles();
  const expected = await booksAfter(files, "as they were sent");
  const shuffled = fc.sample(
    fc.tuple(fc.shuffledSubarray(files, { minLength: files.length }), fc.shuffledSubarray(files)),
    { numRuns: orders, seed: 20_261_122 },
  );
  for (const [at, [order, again]] of shuffled.entries()) {
    // The same sets in files of other bytes, behind those that they repeat or before them.
    const repeated = again.map((text) => `${text}\n`);
    const half = Math.floor(repeated.length / 2);
    const all = [...repeated.slice(0, half), ...order, ...repeated.slice(half)];
    const found = await booksAfter(all, `order ${at}`);
    expect(found, `order ${at}`).toEqual(expected);
  }
}, 900_000);
