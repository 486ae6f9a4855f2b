import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let practice: TestPractice;
let desk: Record<string, string>;
let patient: number;
const payers = { northway: 901, medicare: 902 };

beforeAll(async () => {
  server = await createTestServer();
  practice = await server.createPractice("Coverages");
  desk = await server.headersFor(practice, ["front-desk"]);
  await server.database.owner.query(
    `insert into payers (practice_id, payer_id, identifier_key, identifier, name, line_of_business)
     values ($1, 901, 'NW1', 'NW1', 'Northway', 'commercial'), ($1, 902, 'MB1', 'MB1', 'Medicare', 'medicare')`,
    [practice.practiceId],
  );
  const { body } = await call("POST", "/patients", {
    payload: {
      lastName: "Ortiz",
      firstName: "Lena",
      dateOfBirth: "1950-02-03",
      gender: "F",
      guarantor: { relationship: "18" },
    },
  });
  patient = body.id;
});
afterAll(() => server?.stop());

type Asked = { readonly headers?: Record<string, string>; readonly payload?: object };

async function call(method: "GET" | "POST" | "PUT", path: string, asked: Asked = {}) {
  const url = `/api/practices/${practice.publicId}${path}`;
  const headers = { ...desk, ...asked.headers };
  const payload = asked.payload === undefined ? {} : { payload: asked.payload };
  const answer = await server.app.inject({ method, url, headers, ...payload });
  return { status: answer.statusCode, body: answer.json(), etag: String(answer.headers.etag) };
}

const commercial = {
  payerId: payers.northway,
  rank: 1,
  memberId: "w 123",
  relationship: "18",
  effectiveFrom: "2025-01-01",
};

describe("coverages", () => {
  test("are added in order; two of one place on one day are refused and named", async () => {
    const path = `/patients/${patient}/coverages`;
    const first = await call("POST", path, { payload: commercial });
    expect(first).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { payer: "Northway", payerIdentifier: "NW1", memberId: "W 123", rank: 1 },
    });
    const taken = await call("POST", path, { payload: { ...commercial, memberId: "X9" } });
    expect(taken).toMatchObject({
      status: 409,
      body: {
        code: "coverage_overlap",
        fields: [
          {
            code: "RANK_TAKEN",
            message: `Place 1 is taken from 2025-01-01: coverage ${first.body.id}.`,
          },
        ],
      },
    });
    const wrong = await call("POST", path, {
      payload: { ...commercial, payerId: payers.medicare, rank: 2 },
    });
    expect(wrong.body.fields.map((one: { code: string }) => one.code)).toEqual([
      "MEDICARE_ID_INVALID",
      "SECONDARY_TYPE_MISSING",
    ]);
    const second = await call("POST", path, {
      payload: {
        ...commercial,
        payerId: payers.medicare,
        rank: 2,
        memberId: "1EG4-TE5-MK73",
        medicareSecondaryType: "12",
      },
    });
    expect(second).toMatchObject({ status: 201, body: { memberId: "1EG4TE5MK73" } });
    expect(
      (await call("POST", path, { payload: { ...commercial, payerId: 7 } })).body.fields,
    ).toEqual([expect.objectContaining({ field: "payerId", code: "PAYER_UNKNOWN" })]);
    expect((await call("POST", "/patients/99999/coverages", { payload: commercial })).status).toBe(
      404,
    );
  });

  test("end on a day; what is missing from then on is said", async () => {
    const path = `/patients/${patient}/coverages`;
    const { body: before } = await call("GET", path);
    expect(before.gaps).toEqual([]);
    const [first] = before.rows;
    const payload = { ...commercial, effectiveTo: "2026-03-31" };
    const headers = { "if-match": '"1"' };
    const one = `${path}/${first.id}`;
    expect((await call("PUT", one, { payload })).status).toBe(428);
    expect(await call("PUT", one, { headers, payload })).toMatchObject({
      status: 200,
      body: { effectiveTo: "2026-03-31", revision: 2 },
    });
    expect((await call("PUT", one, { headers, payload })).status).toBe(412);
    const { body: after } = await call("GET", path);
    expect(after.gaps).toEqual([{ missingRank: 1, from: "2026-04-01", to: null }]);
    const ranks = async (on: string) =>
      (await call("GET", `${path}?on=${on}`)).body.rows.map((row: { rank: number }) => row.rank);
    expect(await ranks("2026-03-31")).toEqual([1, 2]);
    expect(await ranks("2026-04-01")).toEqual([2]);
    expect(await ranks("2024-12-31")).toEqual([]);
  });

  test("change places all at once, if nobody changed them meanwhile", async () => {
    const path = `/patients/${patient}/coverages`;
    const { body } = await call("GET", path);
    const order = body.rows.map(({ id, revision }: { id: number; revision: number }) => ({
      id,
      revision,
    }));
    const turned = await call("PUT", `${path}/order`, { payload: { order: [...order].reverse() } });
    expect(turned.body.rows.map((row: { payer: string }) => row.payer)).toEqual([
      "Medicare",
      "Northway",
    ]);
    const late = await call("PUT", `${path}/order`, { payload: { order } });
    expect(late).toMatchObject({ status: 412, body: { code: "revision_changed" } });
    const alone = await call("PUT", `${path}/order`, {
      payload: { order: [{ ...order[0], revision: order[0].revision + 1 }] },
    });
    expect(alone).toMatchObject({ status: 409, body: { code: "coverage_overlap" } });
  });

  test("are found by member id, and tell of it in the list", async () => {
    for (const search of ["w123", "W 12", "1eg4-te5"]) {
      const { body } = await call("GET", `/patients?search=${encodeURIComponent(search)}`);
      expect(body.rows).toMatchObject([
        { id: patient, payer: "Medicare", memberId: "1EG4TE5MK73" },
      ]);
    }
  });
});
