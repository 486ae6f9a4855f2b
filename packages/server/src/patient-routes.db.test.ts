import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let practice: TestPractice;
let desk: Record<string, string>;

beforeAll(async () => {
  server = await createTestServer();
  practice = await server.createPractice("Patients");
  desk = await server.headersFor(practice, ["front-desk"]);
});
afterAll(() => server?.stop());

type Asked = { readonly headers?: Record<string, string>; readonly payload?: object };

async function call(method: "GET" | "POST" | "PUT", path: string, asked: Asked = {}) {
  const url = `/api/practices/${practice.publicId}${path}`;
  const headers = { ...desk, ...asked.headers };
  const payload = asked.payload === undefined ? {} : { payload: asked.payload };
  const answer = await server.app.inject({ method, url, headers, ...payload });
  const isJson = String(answer.headers["content-type"]).includes("json");
  return {
    status: answer.statusCode,
    body: isJson ? answer.json() : answer.body,
    etag: String(answer.headers.etag),
  };
}

const lena = {
  chartNumber: "a-100",
  lastName: "Ortiz",
  firstName: "Lena",
  dateOfBirth: "1980-02-03",
  gender: "F",
  addressLine1: "1 River Street",
  city: "Albany",
  state: "NY",
  postalCode: "12207",
  phone: "(518) 555-0100",
  guarantor: { relationship: "18" },
};

async function idOf(search: string): Promise<number> {
  const { body } = await call("GET", `/patients?search=${encodeURIComponent(search)}`);
  return body.rows[0]?.id;
}

describe("patients", () => {
  test("are registered with a guarantor and found by all that is known of them", async () => {
    const added = await call("POST", "/patients", { payload: lena });
    expect(added).toMatchObject({
      status: 201,
      etag: '"1"',
      body: {
        chartNumber: "A-100",
        isRegistered: true,
        guarantorRelationship: "18",
        guarantor: { lastName: "Ortiz", firstName: "Lena", city: "Albany", patients: 1 },
      },
    });
    for (const search of [
      "ortiz",
      "Lena Ortiz",
      "ortiz, l",
      "2/3/1980",
      "ort 1980-02-03",
      "a-1",
      "518-555-0100",
    ]) {
      expect([search, await idOf(search)]).toEqual([search, added.body.id]);
    }
    expect(await idOf("ortiz 1980-02-04")).toBeUndefined();
  });

  test("are refused with every wrong field, and nothing of a value", async () => {
    const payload = { ...lena, postalCode: "94107", gender: "X", dateOfBirth: "2015-01-01" };
    const { status, body } = await call("POST", "/patients", { payload });
    expect(status).toBe(422);
    expect(body.fields.map((one: { field: string; code: string }) => one.code)).toEqual([
      "GENDER_UNKNOWN",
      "POSTAL_CODE_OF_OTHER_STATE",
      "MINOR_NEEDS_GUARANTOR",
    ]);
    expect(JSON.stringify(body)).not.toContain("94107");
  });

  test("who may be on file are registered only when that is denied", async () => {
    const near = { ...lena, chartNumber: "A-101", firstName: "Lenna", phone: "" };
    const warned = await call("POST", "/patients", { payload: near });
    const known = await idOf("a-100");
    expect(warned).toMatchObject({
      status: 409,
      body: {
        code: "patient_may_exist",
        fields: [{ field: `patient/${known}`, code: "near-name-and-birth" }],
      },
    });
    const { body } = await call("POST", "/patients/duplicates", { payload: near });
    expect(body.rows).toMatchObject([{ id: known, reasons: ["near-name-and-birth"], weight: 80 }]);
    const added = await call("POST", "/patients", { payload: { ...near, confirmedNew: true } });
    expect(added).toMatchObject({ status: 201, body: { firstName: "Lenna" } });
    const itself = await call("POST", "/patients/duplicates", {
      payload: { ...near, patientId: added.body.id },
    });
    expect(itself.body.rows.map((row: { id: number }) => row.id)).toEqual([known]);
  });

  test("share no chart number", async () => {
    const payload = { ...lena, lastName: "Hale", phone: "", dateOfBirth: "1970-01-01" };
    const taken = await call("POST", "/patients", { payload });
    expect(taken).toMatchObject({ status: 409, body: { code: "chart_number_taken" } });
    const other = await call("POST", "/patients", { payload: { ...payload, chartNumber: "B" } });
    const headers = { "if-match": '"1"' };
    const moved = await call("PUT", `/patients/${other.body.id}`, { headers, payload });
    expect(moved).toMatchObject({ status: 409, body: { code: "chart_number_taken" } });
  });

  test("are changed by one person at a time, their own guarantor with them", async () => {
    const id = await idOf("a-100");
    const payload = { ...lena, city: "Troy", postalCode: "12180" };
    const blind = await call("PUT", `/patients/${id}`, { payload });
    expect(blind).toMatchObject({ status: 428, body: { code: "revision_required" } });
    const headers = { "if-match": '"1"' };
    const changed = await call("PUT", `/patients/${id}`, { headers, payload });
    expect(changed).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { city: "Troy", guarantor: { city: "Troy" } },
    });
    const late = await call("PUT", `/patients/${id}`, { headers, payload: lena });
    expect(late).toMatchObject({ status: 412, body: { code: "revision_changed" } });
    const { rows } = await server.database.owner.query(
      `select kind, change from events
       where subject_kind = 'patient' and subject_id = $1 and kind like 'patient-%' order by event_id`,
      [id],
    );
    expect(rows).toMatchObject([
      { kind: "patient-registered" },
      { kind: "patient-changed", change: { fields: ["city", "postalCode", "guarantor"] } },
    ]);
  });

  test("who are minors have a guarantor, and brothers the same one", async () => {
    const mother = (await call("GET", "/guarantors?search=ortiz, lena")).body.rows.find(
      (row: { firstName: string }) => row.firstName === "Lena",
    );
    const child = {
      ...lena,
      chartNumber: "",
      firstName: "Paul",
      dateOfBirth: "2019-05-05",
      gender: "M",
      guarantor: { relationship: "19", guarantorId: mother.id },
    };
    const added = await call("POST", "/patients", { payload: child });
    expect(added.body).toMatchObject({ guarantor: { id: mother.id, patients: 2 } });
    const lost = await call("POST", "/patients", {
      payload: { ...child, firstName: "Rosa", guarantor: { relationship: "19", guarantorId: 999 } },
    });
    expect(lost.body.fields).toMatchObject([{ code: "GUARANTOR_UNKNOWN" }]);
    const headers = { "if-match": '"99"' };
    const { firstName, lastName, phone } = mother;
    const payload = { firstName, lastName, phone, email: "lena@example.org" };
    const late = await call("PUT", `/guarantors/${mother.id}`, { headers, payload });
    expect(late.status).toBe(412);
    const kept = await call("PUT", `/guarantors/${mother.id}`, {
      headers: { "if-match": `"${mother.revision}"` },
      payload,
    });
    expect(kept).toMatchObject({ status: 200, body: { email: "lena@example.org" } });
  });

  test("are listed by page and exported", async () => {
    const names = async (query: string) => {
      const { body } = await call("GET", `/patients${query}`);
      return body.rows.map((row: { firstName: string }) => row.firstName);
    };
    const all = await names("?registered=yes");
    const first = await call("GET", "/patients?limit=2&total=1");
    expect(first.body.total.count).toBe(all.length);
    const rest = await names(`?limit=200&after=${first.body.next}`);
    expect(rest).toEqual(all.slice(2));
    const csv = await call("GET", "/patients?format=csv");
    expect(csv.body).toContain("A-100");
  });

  test("are seen by those whose work needs it", async () => {
    const roles = [
      ["credentialing", 403, 403],
      ["poster", 200, 403],
      ["biller", 200, 422],
    ] as const;
    for (const [role, read, write] of roles) {
      const headers = await server.headersFor(practice, [role]);
      expect((await call("GET", "/patients", { headers })).status).toBe(read);
      const payload = { guarantor: {} };
      expect((await call("POST", "/patients", { headers, payload })).status).toBe(write);
    }
  });
});
