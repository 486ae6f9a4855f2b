import { taxonomyText } from "@headwater/code-sets/official/testing/official-samples.ts";
import { loadCodeFile } from "@headwater/revenue-cycle/masters/code-set/load-code-files.command.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let practice: TestPractice;
let manager: Record<string, string>;

beforeAll(async () => {
  server = await createTestServer();
  practice = await server.createPractice("Providers");
  manager = await server.headersFor(practice, ["manager"]);
});
afterAll(() => server?.stop());

type Asked = { readonly headers?: Record<string, string>; readonly payload?: object };

async function call(method: "GET" | "POST" | "PUT", path: string, asked: Asked = {}) {
  const url = `/api/practices/${practice.publicId}/providers${path}`;
  const headers = { ...manager, ...asked.headers };
  const payload = asked.payload === undefined ? {} : { payload: asked.payload };
  const answer = await server.app.inject({ method, url, headers, ...payload });
  const isJson = String(answer.headers["content-type"]).includes("json");
  return {
    status: answer.statusCode,
    body: isJson ? answer.json() : answer.body,
    etag: String(answer.headers.etag),
  };
}

const doctor = {
  npi: "1234567893",
  isOrganization: false,
  lastName: "Hale",
  firstName: "Ruth",
  credential: "MD",
  taxonomy: "207Q00000X",
  isRendering: true,
  taxId: "12-3456789",
};

describe("providers", () => {
  test("are added once for an NPI", async () => {
    const added = await call("POST", "", { payload: doctor });
    expect(added).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { name: "Hale, Ruth", taxId: "123456789", isRendering: true, isBilling: false },
    });
    const again = await call("POST", "", { payload: { ...doctor, lastName: "Other" } });
    expect(again).toMatchObject({ status: 409, body: { code: "npi_taken" } });
  });

  test("are refused with every wrong field", async () => {
    const wrong = { ...doctor, npi: "1234567890", firstName: "", isBilling: true };
    const { status, body } = await call("POST", "", { payload: wrong });
    expect(status).toBe(422);
    expect(body.fields.map((one: { field: string; code: string }) => one.code)).toEqual([
      "NPI_INVALID",
      "FIRST_NAME_MISSING",
      "ADDRESS_INCOMPLETE",
    ]);
    expect(JSON.stringify(body)).not.toContain("1234567890");
  });

  test("whom a file names are described by a person", async () => {
    await server.database.owner.query(
      "insert into providers (practice_id, npi, name, is_organization) values ($1, '1003000126', 'LANE, ANN', false)",
      [practice.practiceId],
    );
    const { body } = await call("GET", "?role=none&total=1");
    expect(body).toMatchObject({ total: { count: 1 }, rows: [{ npi: "1003000126" }] });
    const [{ id }] = body.rows;
    const payload = { ...doctor, npi: "1003000126", lastName: "Lane", firstName: "Ann" };
    const blind = await call("PUT", `/${id}`, { payload });
    expect(blind).toMatchObject({ status: 428, body: { code: "revision_required" } });
    const headers = { "if-match": '"1"' };
    const changed = await call("PUT", `/${id}`, { headers, payload });
    expect(changed).toMatchObject({ status: 200, etag: '"2"', body: { name: "Lane, Ann" } });
    const late = await call("PUT", `/${id}`, { headers, payload });
    expect(late).toMatchObject({ status: 412, body: { code: "revision_changed" } });
    const taken = await call("PUT", `/${id}`, {
      headers: { "if-match": '"2"' },
      payload: { ...payload, npi: doctor.npi },
    });
    expect(taken).toMatchObject({ status: 409, body: { code: "npi_taken" } });
    expect((await call("PUT", "/999999", { headers, payload })).status).toBe(409);
  });

  test("are listed by name, narrowed and exported", async () => {
    const names = async (query: string) => {
      const { body } = await call("GET", query);
      return body.rows.map((row: { name: string }) => row.name);
    };
    expect(await names("")).toEqual(["Hale, Ruth", "Lane, Ann"]);
    expect(await names("?search=lan")).toEqual(["Lane, Ann"]);
    expect(await names("?search=12345")).toEqual(["Hale, Ruth"]);
    expect(await names("?role=supervising")).toEqual([]);
    const first = await call("GET", "?limit=1");
    expect(await names(`?limit=1&after=${first.body.next}`)).toEqual(["Lane, Ann"]);
    const csv = await call("GET", "?format=csv");
    expect(csv.body).toContain("1234567893");
    expect(csv.body).not.toContain("123456789,");
  });

  test("show their tax id to those who keep it, and are kept by them alone", async () => {
    const { body } = await call("GET", "?search=hale");
    expect(body.rows[0].taxId).toBeNull();
    const path = `/${body.rows[0].id}`;
    expect((await call("GET", path)).body.taxId).toBe("123456789");
    const frontDesk = await server.headersFor(practice, ["front-desk"]);
    expect((await call("GET", path, { headers: frontDesk })).body.taxId).toBeNull();
    const refused = await call("POST", "", { headers: frontDesk, payload: doctor });
    expect(refused).toMatchObject({ status: 403, body: { code: "permission_missing" } });
  });

  test("have a taxonomy that is in the set, once one is loaded", async () => {
    const bytes = Buffer.from(taxonomyText(800));
    const file = {
      name: "nucc_taxonomy_251.csv",
      byteLength: bytes.length,
      open: async function* () {
        yield bytes;
      },
      members: async () => undefined,
    };
    const context = { database: server.database, actor: "test" };
    for await (const loaded of loadCodeFile(context, file)) expect(loaded.verdict).toBe("read");
    const other = { ...doctor, npi: "1679576722" };
    const unknown = await call("POST", "", { payload: other });
    expect(unknown.body.fields).toMatchObject([{ code: "TAXONOMY_UNKNOWN" }]);
    const known = await call("POST", "", { payload: { ...other, taxonomy: "010000000X" } });
    expect(known.status).toBe(201);
  });
});
