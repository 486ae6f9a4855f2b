import { sql } from "@headwater/platform/database/sql.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeEach, expect, test } from "vitest";
import { createPractice } from "../../books/account/create-practice.command.ts";
import { coveragesOf } from "../../masters/coverage/coverage.store.ts";
import { emptyCoverage } from "../../masters/coverage/coverage-draft.ts";
import { addCoverage } from "../../masters/coverage/record-coverage.command.ts";
import { sameByNameAndBirth } from "../../masters/patient/duplicates.query.ts";
import { findPatient } from "../../masters/patient/find-patient.query.ts";
import { identityKeyOf, namingKey, patientsNamed } from "../../masters/patient/patient.store.ts";
import { identityTextOf, namedPatient } from "../../masters/patient/patient.ts";
import { emptyPatient } from "../../masters/patient/patient-draft.ts";
import { registerPatient } from "../../masters/patient/record-patient.command.ts";
import { searchPatients } from "../../masters/patient/search-patients.query.ts";
import { buildClaims } from "../../mid-cycle/claim/build-claims.command.ts";
import {
  type SeededPractice,
  seedEncounter,
  seedPractice,
} from "../../mid-cycle/claim/testing/seed-practice.command.ts";
import { joinPatients, undoJoin } from "./join-patients.command.ts";
import { previewJoin } from "./preview-join.query.ts";

let database: TestDatabase;
let practiceId: number;
let practice: SeededPractice;
let twin: number;
let created = 0;
const today = "2026-06-15";

function inPractice<Result>(work: (transaction: PracticeTransaction) => Promise<Result>) {
  return withPractice(database, { practiceId, actor: "user:1" }, work);
}

beforeEach(async () => {
  database ??= await createTestDatabase();
  created += 1;
  const made = await createPractice(
    database,
    { name: `Riverside ${created}`, kind: "practice" },
    { actor: "test", random: systemRandom },
  );
  if (made.is === "refused") throw new Error(made.code);
  practiceId = made.practice.practiceId;
  practice = await inPractice(seedPractice);
  twin = await inPractice(async (t) => {
    const known = await findPatient(t, practice.patientId);
    const typed = {
      ...emptyPatient,
      lastName: known?.lastName ?? "",
      firstName: known?.firstName ?? "",
      dateOfBirth: known?.dateOfBirth ?? "",
      gender: "F",
    };
    const result = await registerPatient(t, { typed, today, confirmedNew: true, isListed: true });
    if (result.is !== "recorded") throw new Error(result.is);
    return result.patient.id;
  });
});
afterAll(() => database?.drop());

/** Joins the seeded patient into the twin, as both stand. */
async function join(reason = "One person, typed twice.") {
  return inPractice(async (t) => {
    const preview = await previewJoin(t, twin, practice.patientId);
    return joinPatients(t, {
      keptId: twin,
      joinedId: practice.patientId,
      keptRevision: preview?.kept.patient.revision ?? 0,
      joinedRevision: preview?.joined.patient.revision ?? 0,
      reason,
      today,
    });
  });
}

async function joined(): Promise<number> {
  const result = await join();
  if (result.is !== "joined") throw new Error(result.code);
  return result.joinId;
}

const patientOfClaim = (claimId: number) =>
  inPractice(async (t) => {
    const row = await t.one<{ id: number; transfers: number }>(sql`
      select c.patient_id as id, (select count(*)::integer from transfers x
        where x.practice_id = c.practice_id and x.claim_id = c.claim_id) as transfers
      from claims c where c.practice_id = ${t.practiceId} and c.claim_id = ${claimId}`);
    return row;
  });

async function claimOfSeed(): Promise<number> {
  return inPractice(async (t) => {
    const encounterId = await seedEncounter(t, practice);
    const { built } = await buildClaims(t, [encounterId], today);
    return built[0]?.claimId ?? 0;
  });
}

test("everything goes over, transfers stay with their claim, and the list shows one", async () => {
  const claimId = await claimOfSeed();
  const before = await patientOfClaim(claimId);
  expect(await inPractice((t) => sameByNameAndBirth(t, twin))).toBe(practice.patientId);
  const preview = await inPractice((t) => previewJoin(t, twin, practice.patientId));
  expect(preview?.joined.counts).toMatchObject({ claims: 1, encounters: 1 });
  await joined();
  const after = await patientOfClaim(claimId);
  expect(after).toEqual({ id: twin, transfers: before.transfers });
  expect(before.transfers).toBeGreaterThan(0);
  const gone = await inPractice((t) => findPatient(t, practice.patientId));
  expect(gone?.mergedInto).toBe(twin);
  const shown = await inPractice((t) =>
    searchPatients(t, { search: gone?.lastName }, { limit: 10, today }),
  );
  expect(shown.rows.map(({ id }) => id)).toEqual([twin]);
  expect(await inPractice((t) => sameByNameAndBirth(t, twin))).toBeUndefined();
});

test("a file that names the one who went finds the one who stays", async () => {
  // Files called the one who goes by another name than he is on file with.
  const key = identityKeyOf(identityTextOf("Adler", "Klara", "1980-04-02"));
  await inPractice((t) =>
    t.execute(sql`
      update patients set identity_key = ${key}
      where practice_id = ${t.practiceId} and patient_id = ${practice.patientId}`),
  );
  const joinId = await joined();
  const named = namedPatient(
    {
      lastNameOrOrganization: "Adler",
      firstName: "Klara",
      dateOfBirth: "1980-04-02",
    } as Parameters<typeof namedPatient>[0],
    "ANY",
  );
  const found = await inPractice((t) => patientsNamed(t, [named]));
  expect(found.get(namingKey(named))?.patientId).toBe(twin);
  await inPractice((t) => undoJoin(t, joinId, { reason: "They are cousins.", today }));
  const again = await inPractice((t) => patientsNamed(t, [named]));
  expect(again.get(namingKey(named))?.patientId).toBe(practice.patientId);
});

test("the same coverage stands once; undone, each has his own again", async () => {
  const [own] = await inPractice((t) => coveragesOf(t, practice.patientId));
  if (own === undefined) throw new Error("the seeded patient has no coverage");
  const typed = { ...emptyCoverage, payerId: own.payerId, memberId: own.memberId };
  await inPractice((t) => addCoverage(t, twin, { typed, today }));
  const claimId = await claimOfSeed();
  const joinId = await joined();
  expect(await inPractice((t) => coveragesOf(t, twin))).toHaveLength(1);
  const undo = { reason: "They are cousins.", today };
  expect(await inPractice((t) => undoJoin(t, joinId, undo))).toMatchObject({ is: "undone" });
  expect((await patientOfClaim(claimId)).id).toBe(practice.patientId);
  expect((await inPractice((t) => findPatient(t, practice.patientId)))?.mergedInto).toBeNull();
  expect(await inPractice((t) => undoJoin(t, joinId, undo))).toEqual({
    is: "refused",
    code: "join_undone",
  });
});

test("what has grown since is not undone; who was joined is not joined again", async () => {
  const joinId = await joined();
  await inPractice((t) => seedEncounter(t, { ...practice, patientId: twin }));
  const undo = { reason: "They are cousins.", today };
  expect(await inPractice((t) => undoJoin(t, joinId, undo))).toEqual({
    is: "refused",
    code: "join_grown",
  });
  expect(await join()).toEqual({ is: "refused", code: "patient_joined" });
});

test("both histories tell it", async () => {
  await joined();
  const rows = await inPractice((t) =>
    t.query<{ id: number }>(sql`
      select subject_id as id from events
      where practice_id = ${t.practiceId} and kind = 'patients-joined' order by subject_id`),
  );
  expect(rows.map(({ id }) => id)).toEqual([practice.patientId, twin].sort((a, b) => a - b));
});
