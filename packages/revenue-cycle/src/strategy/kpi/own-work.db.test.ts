import { systemRandom } from "@headwater/platform/random/random.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPractice } from "../../books/account/create-practice.command.ts";
import { buildClaims } from "../../mid-cycle/claim/build-claims.command.ts";
import {
  seedEncounter,
  seedPractice,
} from "../../mid-cycle/claim/testing/seed-practice.command.ts";
import { placeHold, releaseHold } from "../../work/hold/change-hold.command.ts";
import { computeReport } from "./compute-measures.query.ts";

/**
 * Seven visits, each with two charges and one claim. What becomes of the claim, and how many days after
 * the service its charges were entered; the last two stand outside of the count by their dates.
 */
const world = [
  { claim: "clean", service: "2026-06-01", lag: 0 },
  { claim: "clean", service: "2026-06-02", lag: 1 },
  { claim: "held and released", service: "2026-06-03", lag: 2 },
  { claim: "described anew", service: "2026-06-04", lag: 3 },
  { claim: "rejected", service: "2026-06-05", lag: 9 },
  { claim: "void", service: "2026-06-06", lag: 40 },
  { claim: "clean", service: "2026-07-02", lag: 0 },
] as const;
const asOf = "2026-06-30";

let database: TestDatabase;
let practiceId = 0;

const inPractice = <Result>(work: (transaction: PracticeTransaction) => Promise<Result>) =>
  withPractice(database, { practiceId, actor: "user:1" }, work);

beforeAll(async () => {
  database = await createTestDatabase();
  const made = await createPractice(
    database,
    { name: "Riverside", kind: "practice" },
    { actor: "test", random: systemRandom },
  );
  if (made.is === "refused") throw new Error(made.code);
  practiceId = made.practice.practiceId;
  const seeded = await inPractice(seedPractice);
  for (const { claim, service, lag } of world) {
    const encounterId = await inPractice((t) => seedEncounter(t, seeded, { serviceFrom: service }));
    const { built } = await inPractice((t) => buildClaims(t, [encounterId], service));
    const [{ claimId, state } = { claimId: 0, state: "" }] = built;
    expect([service, state]).toEqual([service, "ready"]);
    await database.owner.query(
      "update encounters set charges_entered_on = $2::date + $3::integer where encounter_id = $1",
      [encounterId, service, lag],
    );
    await happen(claim, claimId);
  }
});
afterAll(() => database?.drop());

async function happen(what: (typeof world)[number]["claim"], claimId: number) {
  if (what === "held and released") {
    await inPractice(async (t) => {
      const about = { subjectKind: "claim", subjectId: claimId, today: asOf } as const;
      const hold = await placeHold(t, { ...about, reason: "Asked", ownerRole: "biller" });
      if ("refused" in hold) throw new Error(hold.refused);
      await releaseHold(t, hold.id, { revision: hold.revision, reason: "Answered" });
    });
  }
  const changes = {
    "described anew": "update claim_contents set revision = 2 where claim_id = $1",
    rejected: "update claims set rejected_on = '2026-06-20' where claim_id = $1",
    void: "update claims set state = 'void' where claim_id = $1",
  } as const;
  if (what in changes) {
    await database.owner.query(changes[what as keyof typeof changes], [claimId]);
  }
}

async function measure(name: string, on = asOf) {
  const measures = await inPractice((t) => computeReport(t, practiceId, { asOf: on }));
  const { value, numerator, denominator } =
    measures.find((one) => one.measure === name && one.by === null) ?? {};
  return { value, numerator, denominator };
}

test("clean are the claims that nobody held, described anew or rejected: two of five", async () => {
  expect(await measure("cleanClaimRate")).toEqual({ value: 0.4, numerator: 2, denominator: 5 });
});

test("a rejection counts from its day on", async () => {
  const before = await measure("cleanClaimRate", "2026-06-19");
  expect(before).toEqual({ value: 0.6, numerator: 3, denominator: 5 });
});

test("charge lag is the mean over charges entered until then: two of each visit", async () => {
  // 0 + 1 + 2 + 3 + 9 days, twice; the charges of the sixth visit were entered on 16 July.
  expect(await measure("chargeLagDays")).toEqual({ value: 3, numerator: 30, denominator: 10 });
  const later = await measure("chargeLagDays", "2026-07-31");
  expect(later).toEqual({ value: 110 / 14, numerator: 110, denominator: 14 });
});
