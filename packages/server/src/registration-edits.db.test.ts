import { civilDate } from "@headwater/platform/clock/clock.ts";
import { emptyPatient } from "@headwater/revenue-cycle/masters/patient/patient-draft.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let practice: TestPractice;
let desk: Record<string, string>;
let manager: Record<string, string>;
let today: string;
let provider: number;
let payer: number;

beforeAll(async () => {
  server = await createTestServer();
  practice = await server.createPractice("Registration");
  desk = await server.headersFor(practice, ["front-desk"]);
  manager = await server.headersFor(practice, ["manager"]);
  const zone = await one("select time_zone as found from practices where practice_id = $1");
  today = civilDate(server.clock.now(), String(zone));
  provider = Number(
    await one(
      `insert into providers (practice_id, npi, name, is_organization, is_rendering)
       values ($1, '1234567893', 'Hale, Ruth', false, true) returning provider_id as found`,
    ),
  );
  payer = Number(
    await one(
      `insert into payers (practice_id, identifier_key, identifier, name, filing_indicator,
         line_of_business)
       values ($1, 'P1', 'P1', 'Northway', 'CI', 'commercial') returning payer_id as found`,
    ),
  );
});
afterAll(() => server?.stop());

async function one(text: string): Promise<unknown> {
  const { rows } = await server.database.owner.query<{ found: unknown }>(text, [
    practice.practiceId,
  ]);
  return rows[0]?.found;
}

type Asked = {
  readonly headers?: Record<string, string>;
  readonly payload?: object;
  readonly revision?: number;
};

async function call(method: "GET" | "POST" | "PUT" | "PATCH", path: string, asked: Asked = {}) {
  const match = asked.revision === undefined ? {} : { "if-match": `"${asked.revision}"` };
  const answer = await server.app.inject({
    method,
    url: `/api/practices/${practice.publicId}${path}`,
    headers: { ...desk, ...match, ...asked.headers },
    ...(asked.payload === undefined ? {} : { payload: asked.payload }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const complete = {
  ...emptyPatient,
  lastName: "Ortiz",
  firstName: "Lena",
  dateOfBirth: "1980-05-12",
  gender: "F",
  addressLine1: "1 River Street",
  city: "Albany",
  state: "NY",
  postalCode: "12207",
  phone: "5185550100",
};

let phones = 5185550100;

/** Everybody has a telephone number of his own. */
async function register(change: object = {}, confirmedNew = false): Promise<number> {
  phones += 1;
  const payload = { ...complete, phone: String(phones), ...change, confirmedNew };
  const { status, body } = await call("POST", "/patients", { payload });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

const registrationOf = async (patient: number) =>
  (await call("GET", `/patients/${patient}/registration`)).body;
const codesOf = (answer: { findings: { code: string; state: string }[] }) =>
  answer.findings.filter(({ state }) => state === "open").map(({ code }) => code);

async function cover(patient: number, change: object = {}) {
  const payload = { payerId: payer, rank: 1, memberId: "W1", relationship: "18", ...change };
  const { status, body } = await call("POST", `/patients/${patient}/coverages`, { payload });
  expect(status, JSON.stringify(body)).toBe(201);
}

async function book(patient: number, change: object = {}) {
  const payload = {
    patientId: patient,
    providerId: provider,
    day: today,
    time: "09:00",
    minutes: 10,
    kind: "office-visit",
    allowsDoubleBooking: true,
    ...change,
  };
  const { status, body } = await call("POST", "/appointments", { payload });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

describe("a registration", () => {
  test("is judged when it is saved, and again when its coverage is", async () => {
    const patient = await register({ lastName: "Abelard" });
    expect(await registrationOf(patient)).toMatchObject({
      score: 82,
      findings: [
        {
          code: "REGISTRATION_COVERAGE_MISSING",
          place: { form: "coverage", field: "payerId" },
          state: "open",
        },
      ],
      hold: null,
    });
    await cover(patient, { effectiveTo: "2020-12-31" });
    expect(codesOf(await registrationOf(patient))).toEqual(["REGISTRATION_COVERAGE_ENDED"]);
  });

  test("that is complete and sound has a score of 95 without an e-mail, and no finding", async () => {
    const patient = await register({ lastName: "Lindqvist" });
    await cover(patient, { memberId: "W2" });
    expect(await registrationOf(patient)).toMatchObject({ score: 95, findings: [] });
  });

  test("with a twin on file says so until a person tells the two apart", async () => {
    const first = await register({ lastName: "Whitcombe" });
    // One whom only a file named before: nobody compared the two.
    await one(
      `insert into patients (practice_id, identity_key, last_name, first_name, date_of_birth,
         last_name_key, first_name_key) values ($1, 'whitcombe', 'Whitcombe', 'Lena', '1980-05-12', 'whitcombe',
         'lena') returning patient_id as found`,
    );
    const { body: seen } = await call("GET", `/patients/${first}`);
    const payload = { ...complete, lastName: "Whitcombe", phone: "5185550199" };
    await call("PUT", `/patients/${first}`, { payload, revision: seen.revision });
    const found = await registrationOf(first);
    expect(codesOf(found)).toContain("REGISTRATION_LIKELY_DUPLICATE");
    expect(found.parts).toContainEqual({
      part: "checks",
      weight: 10,
      isComplete: false,
      isNeeded: false,
    });
    const second = await register({ lastName: "Whitcombe", chartNumber: "C2" }, true);
    expect(codesOf(await registrationOf(second))).not.toContain("REGISTRATION_LIKELY_DUPLICATE");
  });

  test("that an edit holds is released by a person with a reason, and stays so", async () => {
    const code = "REGISTRATION_COVERAGE_MISSING";
    const { body: edit } = await call("GET", `/edits/${code}`, { headers: manager });
    const held = { payload: { severity: "hold" }, revision: edit.revision, headers: manager };
    expect((await call("PATCH", `/edits/${code}`, held)).status).toBe(200);
    const patient = await register({ lastName: "Zubrowski" });
    const { hold } = await registrationOf(patient);
    expect(hold).toMatchObject({ cause: "edits", ownerRole: "front-desk", releasedAt: null });
    const visit = await book(patient);
    expect(visit.clearance.reasons[0]).toMatchObject({ code: "HELD", action: "settle-hold" });
    const checkIn = { payload: { copayCents: 0, balanceCents: 0 }, revision: visit.revision };
    const path = `/appointments/${visit.id}/check-in`;
    expect(await call("PUT", path, checkIn)).toMatchObject({
      status: 409,
      body: { code: "appointment_held" },
    });
    const release = { payload: { reason: "Pays alone, was told." }, revision: hold.revision };
    expect((await call("POST", `/holds/${hold.id}/release`, release)).status).toBe(200);
    expect((await call("PUT", path, checkIn)).status).toBe(200);
    expect(await registrationOf(patient)).toMatchObject({
      hold: null,
      findings: [{ code, state: "released", settleReason: "Pays alone, was told." }],
    });
    const undo = await call("GET", `/edits/${code}`, { headers: manager });
    await call("PATCH", `/edits/${code}`, {
      payload: { severity: null },
      revision: undo.body.revision,
      headers: manager,
    });
  });
});

describe("an appointment", () => {
  test("is judged when it is booked and when it is moved", async () => {
    const patient = await register({ lastName: "Hernandez" });
    await cover(patient, { memberId: "W5", effectiveTo: today });
    const visit = await book(patient, { time: "10:00" });
    expect(visit.findings.map(({ code }: { code: string }) => code)).toEqual([
      "SCHEDULING_ELIGIBILITY_NOT_ASKED",
    ]);
    const later = `${Number(today.slice(0, 4)) + 1}-03-02`;
    const { body: moved } = await call("PUT", `/appointments/${visit.id}`, {
      payload: {
        patientId: patient,
        providerId: provider,
        day: later,
        time: "10:00",
        minutes: 10,
        kind: "office-visit",
      },
      revision: visit.revision,
    });
    expect(moved.findings).toMatchObject([
      {
        code: "SCHEDULING_COVERAGE_ENDED",
        place: { form: "coverage", field: "effectiveTo" },
        message: `The coverage ended on ${today}, before the appointment. Ask for the present card.`,
      },
    ]);
  });

  test("twice on one day with one provider says so at the day", async () => {
    const patient = await register({ lastName: "Mukherjee" });
    await book(patient, { time: "11:00" });
    const second = await book(patient, { time: "12:00" });
    expect(second.findings).toContainEqual(
      expect.objectContaining({
        code: "SCHEDULING_APPOINTMENT_REPEATED",
        place: { form: "booking", field: "day" },
        message: "The patient has another appointment with the provider on this day, at 11:00.",
      }),
    );
  });

  test("of somebody who died is held; cancelled it is free and its work is gone", async () => {
    const patient = await register({ lastName: "Papadakis" });
    const visit = await book(patient, { time: "13:00" });
    const { body: seen } = await call("GET", `/patients/${patient}`);
    const died = { ...complete, lastName: "Papadakis", dateOfDeath: "2020-01-02" };
    await call("PUT", `/patients/${patient}`, { payload: died, revision: seen.revision });
    const { body: held } = await call("GET", `/appointments/${visit.id}`);
    expect(held).toMatchObject({ hold: { cause: "edits" }, clearance: { light: "stop" } });
    const worked = async () =>
      (await call("GET", "/work?kind=edit-hold")).body.rows.filter(
        ({ subject }: { subject: { id: number } }) => subject.id === visit.id,
      );
    expect(await worked()).toHaveLength(1);
    const cancel = { payload: { state: "cancelled", reason: "Died." }, revision: held.revision };
    const { body: cancelled } = await call("PUT", `/appointments/${visit.id}/state`, cancel);
    expect(cancelled.hold).toBeNull();
    expect(await worked()).toEqual([]);
  });
});
