import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PatientDraft } from "./decide-patient.ts";
import { namingKey, patientsNamed } from "./patient.store.ts";
import { identityTextOf, type NamedPatient, searchKey } from "./patient.ts";
import { changePatient, registerPatient } from "./record-patient.command.ts";

let database: TestDatabase;
const practiceId = 1;
const today = "2026-06-15";

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.query(
    "insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One')",
  );
});
afterAll(() => database.drop());

function act<Result>(work: (transaction: PracticeTransaction) => Promise<Result>) {
  return withPractice(database, { practiceId, actor: "test" }, work);
}

function named(lastName: string, born: string | undefined, member = "M1"): NamedPatient {
  return {
    identityText: identityTextOf(lastName, "LENA", born ?? `member:${member}`),
    lastName,
    firstName: "LENA",
    middleName: undefined,
    suffix: undefined,
    dateOfBirth: born,
    gender: "F",
    addressLine1: undefined,
    addressLine2: undefined,
    city: undefined,
    state: undefined,
    postalCode: undefined,
    lastNameKey: searchKey(lastName),
    firstNameKey: "lena",
    memberIdKey: member,
  };
}

/** The patient whom a claim of a file would be of. */
async function fileNames(patient: NamedPatient) {
  const found = await act((transaction) => patientsNamed(transaction, [patient]));
  return found.get(namingKey(patient));
}

function draft(lastName: string, dateOfBirth: string): PatientDraft {
  const address = { addressLine1: "", addressLine2: "", city: "", state: "", postalCode: "" };
  const reached = { phone: "", email: "" };
  return {
    ...address,
    ...reached,
    chartNumber: "",
    lastName,
    firstName: "Lena",
    middleName: "",
    suffix: "",
    dateOfBirth,
    gender: "F",
    dateOfDeath: "",
    country: "",
    isEmancipated: false,
    guarantor: {
      ...address,
      ...reached,
      relationship: "18",
      guarantorId: null,
      lastName: "",
      firstName: "",
    },
  };
}

async function register(lastName: string, born: string, confirmedNew = false) {
  const typed = draft(lastName, born);
  const result = await act((transaction) =>
    registerPatient(transaction, { typed, today, confirmedNew }),
  );
  if (result.is !== "recorded") throw new Error(result.is);
  return result.patient.id;
}

async function rename(id: number, revision: number, lastName: string, born: string) {
  const change = { typed: draft(lastName, born), today, confirmedNew: true, revision };
  const result = await act((transaction) => changePatient(transaction, id, change));
  expect(result.is).toBe("recorded");
}

async function cover(patientId: number, member: string) {
  await database.owner.query(
    `insert into payers (practice_id, payer_id, identifier_key, name) values (1, 1, 'P', 'P')
     on conflict do nothing`,
  );
  await database.owner.query(
    `insert into coverages (practice_id, patient_id, payer_id, rank, member_id, member_id_key, relationship)
     values (1, $1, 1, 1, $2, $2, '18')`,
    [patientId, member],
  );
}

test("a file finds who was registered before it", async () => {
  const id = await register("Ames", "1980-01-01");
  expect(await fileNames(named("AMES", "1980-01-01"))).toMatchObject({ patientId: id });
});

test("one whom a file named is completed, and found under the old and the new name", async () => {
  const first = await fileNames(named("BELL", undefined));
  const id = first?.patientId ?? 0;
  await rename(id, 1, "Bell", "1981-01-01");
  expect(await fileNames(named("BELL", undefined))).toMatchObject({ patientId: id });
  const now = await fileNames(named("BELL", "1981-01-01"));
  expect(now).toMatchObject({ patientId: id });
  await rename(id, 2, "Cole", "1981-01-01");
  const married = await fileNames(named("COLE", "1981-01-01"));
  expect(married).toMatchObject({ patientId: id });
  // All files speak of one identity: a claim that was sent before and after is the same claim.
  expect(await fileNames(named("BELL", "1981-01-01"))).toEqual(married);
  expect(await fileNames(named("BELL", undefined))).toEqual(married);
});

test("two of one name and birthday are never taken for each other", async () => {
  const one = await register("Dunn", "1982-01-01");
  const other = await register("Dunn", "1982-01-01", true);
  expect(other).not.toBe(one);
  await cover(one, "D1");
  await cover(other, "D2");
  expect(await fileNames(named("DUNN", "1982-01-01", "D1"))).toMatchObject({ patientId: one });
  expect(await fileNames(named("DUNN", "1982-01-01", "D2"))).toMatchObject({ patientId: other });
  const unclear = await fileNames(named("DUNN", "1982-01-01", "D3"));
  expect([one, other]).not.toContain(unclear?.patientId);
  expect(await fileNames(named("DUNN", "1982-01-01", "D3"))).toEqual(unclear);
});

test("one who takes the name of another keeps his own files", async () => {
  const one = await register("Eads", "1983-01-01");
  const other = await register("Fell", "1983-01-01", true);
  await rename(other, 1, "Eads", "1983-01-01");
  await cover(one, "E1");
  await cover(other, "E2");
  expect(await fileNames(named("FELL", "1983-01-01", "E9"))).toMatchObject({ patientId: other });
  expect(await fileNames(named("EADS", "1983-01-01", "E1"))).toMatchObject({ patientId: one });
  expect(await fileNames(named("EADS", "1983-01-01", "E2"))).toMatchObject({ patientId: other });
});
