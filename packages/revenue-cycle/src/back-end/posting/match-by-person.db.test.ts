import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listAccounts } from "../../books/account/list-accounts.query.ts";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { suggestMatches } from "../remittance/suggest-matches.query.ts";
import { readStoredClaims } from "./load-remittance-claims.store.ts";
import { matchByPerson, unmatchByPerson } from "./match-by-person.command.ts";
import { releaseRemittance } from "./post-held-remittance.command.ts";
import type { ExampleRemittance } from "./testing/example-remittance.ts";
import { ExamplePractice } from "./testing/practice-books.command.ts";
import { storedClaim } from "./waiting-claims.store.ts";

let database: TestDatabase;
let practice: ExamplePractice;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  practice = await ExamplePractice.create(database);
});

const known = {
  number: "A100",
  lines: [{ code: "99213", charged: 10_000, paid: 6000, cas: [["CO", "45", 4000]] }],
} as const;
/** A number that no claim of ours has. */
const strange = {
  number: "ZZ-900",
  lines: [{ code: "99213", charged: 5000, paid: 4000, cas: [["PR", "2", 1000]] }],
} as const;
const remittance: ExampleRemittance = { trace: "T1", claims: [known, strange] };

const amounts = () =>
  practice.act(async (transaction) => {
    const rows = await listAccounts(transaction);
    return Object.fromEntries(
      rows.filter(({ cents }) => cents !== 0).map(({ kind, cents }) => [kind, cents]),
    );
  });

const faults = () => practice.act(async (transaction) => (await verifyLedger(transaction)).faults);

const openWork = () =>
  practice.act(async (transaction) => {
    const rows = await transaction.query<{ kind: string }>(sql`
      select kind from work_items where practice_id = ${practice.practiceId} and state = 'open'
      order by kind`);
    return rows.map((row) => row.kind);
  });

async function suspended(): Promise<{
  key: { remittanceId: number; claimNumber: number };
  ours: number;
}> {
  const [, ours = 0] = await practice.record(
    { number: "A100", lines: [{ charged: 10_000 }] },
    { number: "B200", lines: [{ charged: 5000 }] },
  );
  const { remittanceId = 0 } = await practice.post(remittance);
  return { key: { remittanceId, claimNumber: 2 }, ours };
}

test("a claim in suspense is posted to the claim that a person names, once", async () => {
  const { key, ours } = await suspended();
  expect(await amounts()).toMatchObject({ cash: 10_000, suspense: -4000 });
  const match = () => practice.act((transaction) => matchByPerson(transaction, key, ours));
  expect(await match()).toEqual({ is: "matched", claimId: ours });
  const after = await amounts();
  expect(after).toMatchObject({ cash: 10_000, "patient-receivable": 1000 });
  expect(after.suspense).toBeUndefined();
  expect(await openWork()).toEqual([]);
  expect(await match()).toEqual({ is: "matched", claimId: ours });
  expect(await amounts()).toEqual(after);
  expect(await faults()).toEqual([]);
});

test("what a person matched goes back to suspense when it is taken back, and may be matched anew", async () => {
  const { key, ours } = await suspended();
  const before = await amounts();
  await practice.act((transaction) => matchByPerson(transaction, key, ours));
  const undone = await practice.act((transaction) => unmatchByPerson(transaction, key));
  expect(undone).toEqual({ is: "unmatched" });
  expect(await amounts()).toEqual(before);
  expect(await openWork()).toEqual(["remittance-claim-unmatched"]);
  await practice.act((transaction) => matchByPerson(transaction, key, ours));
  expect((await amounts()).suspense).toBeUndefined();
  expect(await faults()).toEqual([]);
});

test("a claim that comes later under the strange number does not move a person's match", async () => {
  const { key, ours } = await suspended();
  await practice.act((transaction) => matchByPerson(transaction, key, ours));
  const after = await amounts();
  await practice.record({ number: "ZZ-900", lines: [{ charged: 5000 }] });
  const row = await practice.act((transaction) => storedClaim(transaction, key));
  expect(row?.claim_id).toBe(ours);
  expect(await amounts()).toMatchObject({ "patient-receivable": after["patient-receivable"] });
  expect(await faults()).toEqual([]);
});

test("eight people matching at once post once", async () => {
  const { key, ours } = await suspended();
  const results = await Promise.all(
    Array.from({ length: 8 }, () =>
      practice.act((transaction) => matchByPerson(transaction, key, ours)),
    ),
  );
  expect(results.every((result) => result.is === "matched")).toBe(true);
  expect((await amounts()).suspense).toBeUndefined();
  expect(await faults()).toEqual([]);
});

test.each([
  [
    "a remittance claim that does not exist",
    { claimNumber: 99 },
    undefined,
    "remittance_claim_unknown",
  ],
  ["a claim that does not exist", {}, 999_999, "claim_unknown"],
  ["a claim that its number matched", { claimNumber: 1 }, undefined, "remittance_claim_matched"],
] as const)("%s is refused", async (_name, change, claimId, code) => {
  const { key, ours } = await suspended();
  const before = await amounts();
  const result = await practice.act((transaction) =>
    matchByPerson(transaction, { ...key, ...change }, claimId ?? ours),
  );
  expect(result).toEqual({ is: "refused", code });
  expect(await amounts()).toEqual(before);
});

test("a match by number cannot be taken back", async () => {
  const { key } = await suspended();
  const result = await practice.act((transaction) =>
    unmatchByPerson(transaction, { ...key, claimNumber: 1 }),
  );
  expect(result).toEqual({ is: "refused", code: "remittance_claim_not_by_person" });
});

test("claims like it are suggested, the likeliest first", async () => {
  const { key, ours } = await suspended();
  const rows = await practice.act(async (transaction) => {
    const row = await storedClaim(transaction, key);
    const [claim] = row === undefined ? [] : await readStoredClaims(transaction, [row]);
    return claim === undefined ? [] : suggestMatches(transaction, claim);
  });
  expect(rows[0]).toMatchObject({ claimId: ours, patientControlNumber: "B200", openCents: 5000 });
  expect(rows[0]?.reasons).toContain("charge");
});

test("a held remittance posts when a person says so: what is not known goes to suspense", async () => {
  const { remittanceId = 0, verdict } = await practice.post(remittance);
  expect(verdict).toBe("held");
  const release = () => practice.act((transaction) => releaseRemittance(transaction, remittanceId));
  expect(await release()).toEqual({ is: "posted" });
  expect(await amounts()).toEqual({ cash: 10_000, suspense: -10_000 });
  expect(await release()).toEqual({ is: "refused", code: "remittance_not_held" });
  expect(await faults()).toEqual([]);
});

test("a payment held for its trace number posts beside the other when a person says so", async () => {
  await suspended();
  const held = await practice.post({ ...remittance, date: "2026-03-09" });
  expect(held).toMatchObject({ verdict: "held", reasonCode: "TRACE_WITH_OTHER_CONTENT" });
  const result = await practice.act((transaction) =>
    releaseRemittance(transaction, held.remittanceId ?? 0),
  );
  expect(result).toEqual({ is: "posted" });
  expect((await amounts()).cash).toBe(20_000);
  expect(await openWork()).not.toContain("remittance-held");
  expect(await faults()).toEqual([]);
});
