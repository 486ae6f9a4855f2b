import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import { civilDate } from "@headwater/platform/clock/clock.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { readingContext } from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { importBytes } from "@headwater/revenue-cycle/back-end/file/testing/import-texts.ts";
import { responseText } from "@headwater/revenue-cycle/front-end/eligibility/testing/response-text.ts";
import { findPractice } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { createValidator } from "@headwater/x12";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepHouse } from "./housekeeping.ts";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let practice: TestPractice;
let desk: Record<string, string>;
let today: string;
let on: { patient: number; provider: number; payer: number; coverage: number };

beforeAll(async () => {
  server = await createTestServer();
  practice = await server.createPractice("Front end");
  desk = await server.headersFor(practice, ["front-desk"]);
  const { rows } = await server.database.owner.query<{ zone: string }>(
    "select time_zone as zone from practices where practice_id = $1",
    [practice.practiceId],
  );
  today = civilDate(server.clock.now(), rows[0]?.zone ?? "UTC");
  const provider = await insert("providers", {
    npi: "1234567893",
    name: "Hale, Ruth",
    is_organization: false,
    is_billing: true,
  });
  on = { ...(await person("Ortiz", "W123")), provider };
  await insert("charge_items", {
    procedure_code: "99213",
    price_cents: 14_000,
    effective_from: "2020-01-01",
  });
});
afterAll(() => server?.stop());

const idColumns: Record<string, string> = {
  providers: "provider_id",
  patients: "patient_id",
  payers: "payer_id",
  coverages: "coverage_id",
  plans: "plan_id",
  charge_items: "charge_item_id",
};

async function insert(table: string, values: Record<string, unknown>): Promise<number> {
  const columns = ["practice_id", ...Object.keys(values)];
  const { rows } = await server.database.owner.query<Record<string, string>>(
    `insert into ${table} (${columns.join()}) values (${columns.map((_, at) => `$${at + 1}`).join()})
     returning ${idColumns[table]}`,
    [practice.practiceId, ...Object.values(values)],
  );
  return Number(rows[0]?.[idColumns[table] ?? ""]);
}

/** A registered patient with a coverage of a payer of his own. */
async function person(lastName: string, memberId: string) {
  const payer = await insert("payers", {
    identifier_key: `P${memberId}`,
    identifier: `P${memberId}`,
    name: "Northway",
    filing_indicator: "CI",
  });
  const patient = await insert("patients", {
    identity_key: lastName,
    last_name: lastName,
    first_name: "Lena",
    date_of_birth: "1980-05-12",
    gender: "F",
    address_line1: "1 River Street",
    city: "Albany",
    state: "NY",
    postal_code: "12207",
    last_name_key: lastName.toLowerCase(),
    first_name_key: "lena",
    is_registered: true,
  });
  const coverage = await insert("coverages", {
    patient_id: patient,
    payer_id: payer,
    rank: 1,
    member_id: memberId,
    member_id_key: memberId,
    relationship: "18",
    effective_from: "2020-01-01",
  });
  return { patient, payer, coverage };
}

type Asked = {
  readonly headers?: Record<string, string>;
  readonly payload?: object;
  readonly revision?: number;
};

async function call(method: "GET" | "POST" | "PUT", path: string, asked: Asked = {}) {
  const url = `/api/practices/${practice.publicId}${path}`;
  const match = asked.revision === undefined ? {} : { "if-match": `"${asked.revision}"` };
  const headers = { ...desk, ...match, ...asked.headers };
  const payload = asked.payload === undefined ? {} : { payload: asked.payload };
  const answer = await server.app.inject({ method, url, headers, ...payload });
  const isJson = String(answer.headers["content-type"]).includes("json");
  return { status: answer.statusCode, body: isJson ? answer.json() : answer.body };
}

const codesOf = (body: { fields: { code: string }[] }) => body.fields.map(({ code }) => code);

function appointment(change: object = {}) {
  return {
    patientId: on.patient,
    providerId: on.provider,
    day: today,
    time: "09:00",
    minutes: 20,
    kind: "office-visit",
    services: [{ procedureCode: "99213", modifiers: [], units: 1 }],
    ...change,
  };
}

async function read(text: string, name: string) {
  const practiceRow = await withPractice(
    server.database,
    { practiceId: practice.practiceId, actor: "test" },
    (transaction) => findPractice(transaction, practice.practiceId),
  );
  if (practiceRow === undefined) throw new Error("no practice");
  const context = await readingContext(server.database, practiceRow, { actor: "test" });
  return importBytes(context, name, text);
}

const active = "EB*1**30**GOLD~EB*B**98****30*****Y~EB*C*IND*30***29*0~EB*A**30*****.2~";
/** Answers of today: an older one would be asked for again. */
const dated = (text: string) => text.replaceAll("20260804", today.replaceAll("-", ""));

async function work(kind: string) {
  const { body } = await call("GET", `/work?kind=${kind}`);
  return body.rows as { subject: { id: number }; whyText: string; cents: number }[];
}

describe("an appointment", () => {
  test("is booked, double on purpose only, and never twice for a patient", async () => {
    const booked = await call("POST", "/appointments", { payload: appointment() });
    expect(booked).toMatchObject({
      status: 201,
      body: { day: today, time: "09:00", state: "booked", revision: 1 },
    });
    const other = await person("Hale", "H1");
    const busy = appointment({ patientId: other.patient, time: "09:10" });
    const refused = await call("POST", "/appointments", { payload: busy });
    expect([refused.status, codesOf(refused.body)]).toEqual([422, ["PROVIDER_BUSY"]]);
    const double = { ...busy, allowsDoubleBooking: true };
    const taken = await call("POST", "/appointments", { payload: double });
    expect(taken).toMatchObject({ status: 201, body: { isDoubleBooked: true } });
    const twice = await call("POST", "/appointments", { payload: double });
    expect(codesOf(twice.body)).toEqual(["PATIENT_BUSY"]);
    const after = await call("POST", "/appointments", {
      payload: appointment({ patientId: other.patient, time: "09:30" }),
    });
    expect(after.status).toBe(201);
  });

  test("two who book the same time at once: one is refused", async () => {
    const day = addCalendarDays(today, 20);
    const one = await person("First", "F1");
    const two = await person("Second", "S1");
    const answers = await Promise.all(
      [one, two].map(({ patient: patientId }) =>
        call("POST", "/appointments", { payload: appointment({ patientId, day }) }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  test("moves with the revision that was seen, and is cancelled with a reason", async () => {
    const day = addCalendarDays(today, 1);
    const { body } = await call("POST", "/appointments", { payload: appointment({ day }) });
    const path = `/appointments/${body.id}`;
    const payload = appointment({ day, time: "10:00" });
    expect((await call("PUT", path, { payload })).status).toBe(428);
    expect((await call("PUT", path, { payload, revision: 9 })).status).toBe(412);
    const moved = await call("PUT", path, { payload, revision: 1 });
    expect(moved).toMatchObject({ status: 200, body: { time: "10:00", revision: 2 } });
    const silent = { payload: { state: "cancelled" }, revision: 2 };
    expect((await call("PUT", `${path}/state`, silent)).body.code).toBe("reason_required");
    const early = { payload: { state: "no-show" }, revision: 2 };
    expect((await call("PUT", `${path}/state`, early)).body.code).toBe("appointment_state");
    const cancel = { payload: { state: "cancelled", reason: "ill" }, revision: 2 };
    const cancelled = await call("PUT", `${path}/state`, cancel);
    expect(cancelled.body).toMatchObject({ state: "cancelled", stateReason: "ill" });
    const { rows } = await server.database.owner.query(
      "select kind from events where subject_kind = 'appointment' and subject_id = $1 order by event_id",
      [body.id],
    );
    expect(rows.map(({ kind }) => kind).filter((kind) => kind !== "edits-found")).toEqual([
      "appointment-booked",
      "appointment-moved",
      "appointment-cancelled",
    ]);
  });

  test("is not booked by those who only read", async () => {
    const headers = await server.headersFor(practice, ["coder"]);
    expect((await call("GET", `/appointments?from=${today}&to=${today}`, { headers })).status).toBe(
      200,
    );
    const refused = await call("POST", "/appointments", { headers, payload: appointment() });
    expect(refused).toMatchObject({ status: 403, body: { code: "permission_missing" } });
  });
});

describe("eligibility", () => {
  test("a question is written strictly, its answer found by trace and shown at its segments", async () => {
    const asked = await call("POST", "/eligibility-checks", {
      payload: { coverageId: on.coverage },
    });
    expect(asked).toMatchObject({ status: 201, body: { outcome: "waiting", hasRequest: true } });
    const { id, traceNumber } = asked.body;
    const file = await call("GET", `/eligibility-checks/${id}/request`);
    expect(file.body).toContain(`TRN*1*${traceNumber}*9HEADWATER~`);
    const validator = createValidator({ profile: "strict" });
    const bytes = new TextEncoder().encode(file.body);
    const issues = [...validator.push(bytes), ...validator.end()].filter(
      ({ type }) => type === "issue",
    );
    expect(issues).toEqual([]);

    const text = dated(responseText(active, { trace: traceNumber, memberId: "OTHER" }));
    expect((await read(text, "answer.271")).verdict).toBe("read");
    const { body: check } = await call("GET", `/eligibility-checks/${id}`);
    expect(check).toMatchObject({ outcome: "active", planName: "GOLD", answeredOn: today });
    expect(check.benefits.map((one: { cents: number | null }) => one.cents)).toEqual([
      null,
      3000,
      0,
      null,
    ]);
    const { body: shown } = await call("GET", `/eligibility-checks/${id}/segments`);
    const copay = check.benefits[1];
    const segment = shown.segments.find(
      (one: { number: number }) => one.number === copay.segmentFrom,
    );
    expect(segment.raw).toBe("EB*B**98****30*****Y~");
  });

  test("an answer that nobody asked for is found by the member id; a stranger's becomes work", async () => {
    const found = await person("Ortiz2", "M77");
    const named = dated(responseText("EB*6**30~", { memberId: "M77", control: "000000011" }));
    await read(named.replace("NM1*IL*1*ORTIZ", "NM1*IL*1*ORTIZ2"), "unasked.271");
    const { body } = await call("GET", `/eligibility-checks?coverage=${found.coverage}`);
    expect(body.rows).toMatchObject([
      { method: "response", outcome: "inactive", reasonCode: "COVERAGE_INACTIVE" },
    ]);
    const stranger = dated(responseText(active, { memberId: "NOBODY", control: "000000012" }));
    await read(stranger, "stranger.271");
    expect(await work("eligibility-unmatched")).toHaveLength(1);
  });

  test("what a payer could not search by is refused", async () => {
    const payer = await insert("payers", { identifier_key: "NAME:X", name: "X" });
    const coverageId = await insert("coverages", {
      patient_id: on.patient,
      payer_id: payer,
      rank: 3,
      member_id: "Z",
      member_id_key: "Z",
      relationship: "18",
      effective_to: "2020-02-01",
    });
    const refused = await call("POST", "/eligibility-checks", { payload: { coverageId } });
    expect([refused.status, codesOf(refused.body)]).toEqual([422, ["PAYER_WITHOUT_IDENTIFIER"]]);
  });
});

describe("a visit", () => {
  test("whose coverage is inactive is stopped, is work, and clears when the payer says otherwise", async () => {
    const { patient, coverage } = await person("Stopped", "ST1");
    const payload = appointment({ patientId: patient, time: "11:00" });
    const { body: booked } = await call("POST", "/appointments", { payload });
    expect(booked.clearance.reasons.map(({ code }: { code: string }) => code)).toEqual([
      "ELIGIBILITY_NOT_ASKED",
    ]);
    const told = { coverageId: coverage, told: "Call 4711, agent Kim" };
    await call("POST", "/eligibility-checks/told", { payload: { ...told, outcome: "inactive" } });
    const { body: list } = await call("GET", "/appointments/not-clear?total=1");
    const row = list.rows.find(({ id }: { id: number }) => id === booked.id);
    expect(row.clearance).toMatchObject({ light: "stop", cents: 14_000 });
    const worth = list.rows.map(
      (one: { clearance: { cents: number | null } }) => one.clearance.cents ?? -1,
    );
    expect(worth).toEqual([...worth].sort((left, right) => right - left));
    expect(await work("visit-not-clear")).toContainEqual(
      expect.objectContaining({
        subject: expect.objectContaining({ id: booked.id, label: `${today} 11:00` }),
        cents: 14_000,
        whyText: "The payer told us that the coverage is not active.",
      }),
    );
    await call("POST", "/eligibility-checks/told", { payload: { ...told, outcome: "active" } });
    expect((await call("GET", `/appointments/${booked.id}`)).body.clearance.light).toBe("clear");
    const open = await work("visit-not-clear");
    expect(open.filter(({ subject }) => subject.id === booked.id)).toEqual([]);
  });

  test("that days have come near to becomes work by itself", async () => {
    const { patient, coverage } = await person("Later", "LA1");
    const { body: booked } = await call("POST", "/appointments", {
      payload: appointment({ patientId: patient, time: "16:00" }),
    });
    await server.database.owner.query(
      "update coverages set effective_to = '2020-02-01' where coverage_id = $1",
      [coverage],
    );
    await keepHouse(server.services);
    const open = await work("visit-not-clear");
    expect(open.map(({ subject }) => subject.id)).toContain(booked.id);
  });

  test("takes the units of its authorization, planned and used", async () => {
    const { patient, coverage, payer } = await person("Units", "UN1");
    const plan = await insert("plans", { payer_id: payer, name: "HMO", needs_authorization: true });
    await server.database.owner.query("update coverages set plan_id = $1 where coverage_id = $2", [
      plan,
      coverage,
    ]);
    const therapy = (time: string, units: number) =>
      appointment({
        patientId: patient,
        time,
        kind: "therapy",
        services: [{ procedureCode: "97110", modifiers: ["GP"], units }],
      });
    const { body: first } = await call("POST", "/appointments", { payload: therapy("12:00", 2) });
    const codes = (body: { clearance: { reasons: { code: string }[] } }) =>
      body.clearance.reasons.map(({ code }) => code);
    expect(codes(first)).toContain("AUTHORIZATION_MISSING");
    expect((await work("authorization-needed")).map(({ subject }) => subject.id)).toContain(
      first.id,
    );
    const grant = {
      coverageId: coverage,
      state: "approved",
      number: "A-77",
      procedureCodes: ["97110-97140"],
      approvedUnits: 3,
      effectiveFrom: today,
    };
    const added = await call("POST", "/authorizations", { payload: grant });
    expect(added).toMatchObject({ status: 201, body: { plannedUnits: 2, remainingUnits: 1 } });
    const { body: second } = await call("POST", "/appointments", { payload: therapy("12:30", 2) });
    expect(codes(second)).toContain("AUTHORIZATION_UNITS");
    expect(codes((await call("GET", `/appointments/${first.id}`)).body)).toEqual([
      "ELIGIBILITY_NOT_ASKED",
    ]);
    const path = `/authorizations/${added.body.id}`;
    const more = { payload: { ...grant, approvedUnits: 8 } };
    expect((await call("PUT", path, more)).status).toBe(428);
    const changed = await call("PUT", path, { ...more, revision: 1 });
    expect(changed.body).toMatchObject({ approvedUnits: 8, plannedUnits: 4, remainingUnits: 4 });
    const { body: ledger } = await call("GET", path);
    expect(ledger.uses).toHaveLength(2);
    const wrong = await call("POST", "/authorizations", { payload: { ...grant, number: "" } });
    expect([wrong.status, codesOf(wrong.body)]).toEqual([422, ["NUMBER_MISSING"]]);
  });

  test("is checked in once, with copay and balance on one receipt as unapplied cash", async () => {
    const { body: rows } = await call("GET", `/appointments?from=${today}&to=${today}`);
    const mine = rows.rows.find(
      (one: { patientId: number; time: string }) =>
        one.patientId === on.patient && one.time === "09:00",
    );
    const { body: visit } = await call("GET", `/appointments/${mine.id}`);
    expect(visit).toMatchObject({
      clearance: { light: "clear" },
      copayDueCents: 3000,
      estimate: { patientCents: 3000, assumptions: expect.arrayContaining(["PRICE_FOR_ALLOWED"]) },
      registration: { score: 85 },
    });
    const path = `/appointments/${mine.id}/check-in`;
    const payload = { copayCents: 3000, balanceCents: 0, method: "card" };
    const over = { payload: { ...payload, balanceCents: 1 }, revision: visit.revision };
    expect((await call("PUT", path, over)).body.code).toBe("balance_exceeded");
    const done = await call("PUT", path, { payload, revision: visit.revision });
    expect(done).toMatchObject({
      status: 200,
      body: { state: "arrived", checkIn: { copayCents: 3000, wasCleared: true, method: "card" } },
    });
    expect(done.body.checkIn.receiptNumber).toMatch(/^R\d{6}-\d+$/);
    const again = await call("PUT", path, { payload, revision: done.body.revision });
    expect(again).toMatchObject({ status: 409, body: { code: "appointment_not_booked" } });
    const { rows: money } = await server.database.owner.query(
      `select p.cents, p.purpose, p.receipt, t.cents as moved from patient_payments p
       join transfers t on t.practice_id = p.practice_id and t.posting_id = p.posting_id
       where p.practice_id = $1`,
      [practice.practiceId],
    );
    expect(
      money.map(({ cents, moved, purpose }) => [Number(cents), Number(moved), purpose]),
    ).toEqual([[3000, 3000, "copay"]]);
  });

  test("an estimate is kept as it was, and cannot be said without its inputs", async () => {
    const { patient } = await person("Estimated", "ES1");
    const services = [{ procedureCode: "93306", modifiers: [], units: 1 }];
    const payload = appointment({ patientId: patient, time: "15:00", services });
    const { body: booked } = await call("POST", "/appointments", { payload });
    const kept = await call("POST", `/appointments/${booked.id}/estimates`);
    expect(kept).toMatchObject({ status: 201, body: { patientCents: null, missing: ["PRICE"] } });
    const { body } = await call("GET", `/appointments/${booked.id}/estimates`);
    expect(body.rows).toHaveLength(1);
  });
});
