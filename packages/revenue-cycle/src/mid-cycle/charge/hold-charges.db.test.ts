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
import { listFindings } from "../../work/edit/list-findings.query.ts";
import { placeHold, releaseHold } from "../../work/hold/change-hold.command.ts";
import { holdsOf } from "../../work/hold/find-holds.query.ts";
import { listWork } from "../../work/work-item/list-work.query.ts";
import { buildClaims } from "../claim/build-claims.command.ts";
import {
  type SeededPractice,
  seedEncounter,
  seedPractice,
} from "../claim/testing/seed-practice.command.ts";
import { findEncounter } from "../encounter/encounter.store.ts";
import { encounterDraftSchema } from "../encounter/encounter-answers.ts";
import { changeEncounter, waiveCharge } from "../encounter/record-encounter.command.ts";
import { holdCharges } from "./hold-charges.command.ts";

let database: TestDatabase;
let practiceId: number;
let practice: SeededPractice;
const today = "2026-06-15";

function inPractice<Result>(work: (transaction: PracticeTransaction) => Promise<Result>) {
  return withPractice(database, { practiceId, actor: "user:1" }, work);
}

beforeAll(async () => {
  database = await createTestDatabase();
  const created = await createPractice(
    database,
    { name: "Riverside", kind: "practice" },
    { actor: "test", random: systemRandom },
  );
  if (created.is === "refused") throw new Error(created.code);
  practiceId = created.practice.practiceId;
  practice = await inPractice(seedPractice);
});
afterAll(() => database?.drop());

/** A visit whose note is not signed, judged as its page saves it. */
async function unsigned(): Promise<number> {
  return inPractice(async (t) => {
    const encounterId = await seedEncounter(t, practice);
    expect(await holdCharges(t, encounterId, today)).toBe(true);
    return encounterId;
  });
}

const holdOf = (encounterId: number) =>
  inPractice(async (t) => {
    const [hold] = await holdsOf(t, { kind: "encounter", id: encounterId });
    if (hold === undefined) throw new Error("nothing is held");
    return hold;
  });

test("charges of a note that is not signed are held for the provider, and make no claim", async () => {
  const encounterId = await unsigned();
  expect(await holdOf(encounterId)).toMatchObject({ ownerRole: "provider", releasedAt: null });
  expect(await inPractice((t) => buildClaims(t, [encounterId], today))).toMatchObject({
    built: [],
    held: [encounterId],
  });
  const work = await inPractice((t) => listWork(t, { kind: "edit-hold" }, { limit: 10 }));
  expect(work.rows).toMatchObject([
    { role: "provider", cents: 17_000, subject: { kind: "encounter", id: encounterId } },
  ]);
});

test("once the note is signed the charges are free, and the work is gone", async () => {
  const encounterId = await unsigned();
  await inPractice(async (t) => {
    const encounter = await findEncounter(t, encounterId);
    const typed = encounterDraftSchema.parse({ ...encounter, documentation: { noteSigned: true } });
    const saved = await changeEncounter(t, encounterId, {
      typed,
      revision: encounter?.revision ?? 0,
    });
    expect(saved.is).toBe("recorded");
    expect(await holdCharges(t, encounterId, today)).toBe(false);
    const { built } = await buildClaims(t, [encounterId], today);
    expect(built).toMatchObject([{ encounterId }]);
  });
});

test("what a person released with a reason does not hold when it is saved again", async () => {
  const encounterId = await unsigned();
  const { id, revision } = await holdOf(encounterId);
  await inPractice((t) => releaseHold(t, id, { revision, reason: "Signed on paper" }));
  expect(await inPractice((t) => holdCharges(t, encounterId, today))).toBe(false);
  const wanted = { kind: "encounter", subject: encounterId };
  const { rows } = await inPractice((t) => listFindings(t, wanted, { limit: 10 }));
  expect(rows).toContainEqual(
    expect.objectContaining({ code: "CHARGE_NOTE_UNSIGNED", settleReason: "Signed on paper" }),
  );
  const { built } = await inPractice((t) => buildClaims(t, [encounterId], today));
  expect(built).toHaveLength(1);
});

test("a visit with nothing to charge holds nothing", async () => {
  const encounterId = await unsigned();
  await inPractice(async (t) => {
    const revision = (await findEncounter(t, encounterId))?.revision ?? 0;
    await waiveCharge(t, encounterId, { reason: "Follow-up without charge", revision });
    expect(await holdCharges(t, encounterId, today)).toBe(false);
  });
});

test("what a person holds makes no claim until it is released, and stands in the queue", async () => {
  const encounterId = await inPractice((t) => seedEncounter(t, practice));
  const wanted = {
    subjectKind: "encounter",
    subjectId: encounterId,
    reason: "The provider dictates an addendum.",
    ownerRole: "provider",
    today,
  } as const;
  const hold = await inPractice((t) => placeHold(t, wanted));
  if ("refused" in hold) throw new Error(hold.refused);
  expect(await inPractice((t) => placeHold(t, wanted))).toEqual({ refused: "held_already" });
  const built = await inPractice((t) => buildClaims(t, [encounterId], today));
  expect(built).toMatchObject({ built: [], held: [encounterId] });
  const ofKind = () => inPractice((t) => listWork(t, { kind: "person-hold" }, { limit: 10 }));
  expect((await ofKind()).rows).toMatchObject([
    {
      role: "provider",
      cents: 17_000,
      whyText: "Held by a person: The provider dictates an addendum.",
      subject: { kind: "encounter", id: encounterId },
    },
  ]);
  const { revision } = hold;
  const given = { revision, reason: "The addendum is signed." };
  await inPractice((t) => releaseHold(t, hold.id, given));
  expect((await ofKind()).rows).toEqual([]);
});

test("a person's hold ends with a visit that has nothing to charge; then there is nothing to hold", async () => {
  const encounterId = await inPractice((t) => seedEncounter(t, practice));
  const wanted = {
    subjectKind: "encounter",
    subjectId: encounterId,
    reason: "Ask the patient first.",
    ownerRole: "front-desk",
    today,
  } as const;
  await inPractice((t) => placeHold(t, wanted));
  await inPractice(async (t) => {
    const known = await findEncounter(t, encounterId);
    const waived = { reason: "Courtesy", revision: known?.revision ?? 0 };
    expect(await waiveCharge(t, encounterId, waived)).toMatchObject({ is: "recorded" });
    await holdCharges(t, encounterId, today);
  });
  expect(await holdOf(encounterId)).toMatchObject({ releasedBy: "system" });
  expect(await inPractice((t) => placeHold(t, wanted))).toEqual({ refused: "nothing_to_hold" });
});
