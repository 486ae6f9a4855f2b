import { afterAll, beforeAll, expect, test } from "vitest";
import {
  cookieOf,
  createTestHttpServer,
  localhost,
  type Practice,
  type TestHttpServer,
  testPassword,
} from "../http/testing/test-http-server.ts";

let server: TestHttpServer;
let one: Practice;
let two: Practice;

beforeAll(async () => {
  server = await createTestHttpServer();
  one = await server.practice("One");
  two = await server.practice("Two");
});
afterAll(() => server.stop());

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Headers = Record<string, string>;

function call(method: Method, url: string, headers: Headers, payload?: object) {
  return server.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
}

const at = (practice: Practice, path: string) => `/api/practices/${practice.publicId}${path}`;
const person = (email: string, held: readonly string[]) => ({
  email,
  name: "New Person",
  password: "a fresh long passphrase",
  roles: held,
});

test("an administrator adds a user, who then signs in with his roles and no others", async () => {
  const administrator = await server.token(one, ["administrator"]);
  const added = await call("POST", at(one, "/users"), administrator, person("n@x.org", ["poster"]));
  expect(added.statusCode).toBe(201);
  const credentials = { email: "n@x.org", password: "a fresh long passphrase" };
  const session = cookieOf(await call("POST", "/api/session", localhost, credentials));
  expect((await call("GET", at(one, "/audit"), session)).statusCode).toBe(403);
  expect((await call("GET", at(two, "/audit"), session)).statusCode).toBe(404);
  const listed = await call("GET", at(one, "/users"), administrator);
  expect(listed.json().rows).toMatchObject([{ email: "n@x.org", roles: ["poster"] }]);
  expect(listed.body).not.toContain("argon2");
});

test("an account that exists is added on purpose only, and keeps its password", async () => {
  await server.user("both@x.org", one, ["biller"]);
  const administrator = await server.token(two, ["administrator"]);
  const wanted = person("both@x.org", ["coder"]);
  const first = await call("POST", at(two, "/users"), administrator, wanted);
  expect([first.statusCode, first.json().code]).toEqual([409, "user_exists"]);
  const again = { ...wanted, addExisting: true };
  expect((await call("POST", at(two, "/users"), administrator, again)).statusCode).toBe(201);
  const credentials = { email: "both@x.org", password: testPassword };
  const session = cookieOf(await call("POST", "/api/session", localhost, credentials));
  const seen = (await call("GET", "/api/session", session)).json();
  expect(seen.practices.map((practice: { roles: string[] }) => practice.roles)).toEqual([
    ["biller"],
    ["coder"],
  ]);
  const { id } = (await call("GET", at(two, "/users"), administrator)).json().rows[0];
  const reset = await call("POST", at(two, `/users/${id}/password`), administrator, {
    password: "taken over by two's admin",
  });
  expect([reset.statusCode, reset.json().code]).toEqual([403, "user_of_other_practices"]);
});

test("a password that is reset ends the sessions of a user of this practice alone", async () => {
  const id = await server.user("reset@x.org", one, ["biller"]);
  const credentials = { email: "reset@x.org", password: testPassword };
  const session = cookieOf(await call("POST", "/api/session", localhost, credentials));
  const administrator = await server.token(one, ["administrator"]);
  const payload = { password: "an entirely other phrase" };
  const reset = await call("POST", at(one, `/users/${id}/password`), administrator, payload);
  expect(reset.statusCode).toBe(200);
  expect((await call("GET", "/api/session", session)).statusCode).toBe(401);
  const short = await call("POST", at(one, `/users/${id}/password`), administrator, {
    password: "short",
  });
  expect([short.statusCode, short.json().code]).toEqual([422, "password_too_short"]);
});

test("nobody takes away his own rights, and roles of another practice's user are not found", async () => {
  const id = await server.user("admin@x.org", one, ["administrator"]);
  const credentials = { email: "admin@x.org", password: testPassword };
  const session = cookieOf(await call("POST", "/api/session", localhost, credentials));
  const own = await call(
    "PUT",
    at(one, `/users/${id}/roles`),
    { ...session, "if-match": '"1"' },
    { roles: ["biller"] },
  );
  expect([own.statusCode, own.json().code]).toEqual([409, "own_access"]);
  const stranger = await server.token(two, ["administrator"]);
  const other = await call(
    "PUT",
    at(two, `/users/${id}/roles`),
    { ...stranger, "if-match": '"1"' },
    { roles: ["owner"] },
  );
  expect([other.statusCode, other.json().code]).toEqual([404, "user_unknown"]);
});

test("of two changes of a user's roles the second is told", async () => {
  const id = await server.user("two@x.org", one, ["manager"]);
  const administrator = await server.token(one, ["administrator"]);
  const url = at(one, `/users/${id}/roles`);
  const blind = await call("PUT", url, administrator, { roles: ["biller"] });
  expect([blind.statusCode, blind.json().code]).toEqual([428, "revision_required"]);
  const headers = { ...administrator, "if-match": '"1"' };
  expect((await call("PUT", url, headers, { roles: ["biller"] })).statusCode).toBe(200);
  const late = await call("PUT", url, headers, { roles: ["coder"] });
  expect([late.statusCode, late.json().code]).toEqual([412, "revision_changed"]);
  const { rows } = (await call("GET", at(one, "/users"), administrator)).json();
  expect(rows.find((row: { id: string }) => row.id === id)).toMatchObject({
    roles: ["biller"],
    revision: 2,
  });
});

test("of two changes of a practice the second is told", async () => {
  const administrator = await server.token(one, ["administrator"]);
  const settings = await call("GET", at(one, ""), administrator);
  const headers = { ...administrator, "if-match": String(settings.headers.etag) };
  const change = { timeZone: "America/Denver" };
  expect((await call("PATCH", at(one, ""), headers, change)).statusCode).toBe(200);
  const late = await call("PATCH", at(one, ""), headers, change);
  expect([late.statusCode, late.json().code]).toEqual([412, "revision_changed"]);
  const blind = await call("PATCH", at(one, ""), administrator, change);
  expect([blind.statusCode, blind.json().code]).toEqual([428, "revision_required"]);
});

test("a user without any role left is shut out of the practice", async () => {
  const id = await server.user("leaver@x.org", one, ["manager"]);
  const administrator = await server.token(one, ["administrator"]);
  await call(
    "PUT",
    at(one, `/users/${id}/roles`),
    { ...administrator, "if-match": '"1"' },
    { roles: [] },
  );
  const credentials = { email: "leaver@x.org", password: testPassword };
  const session = cookieOf(await call("POST", "/api/session", localhost, credentials));
  expect((await call("GET", "/api/practices", session)).json().rows).toEqual([]);
  expect((await call("GET", at(one, "/users"), session)).statusCode).toBe(404);
});

test("an API token acts for its practice with its roles until it ends or is revoked", async () => {
  const owner = await server.localOwner();
  const url = at(one, "/api-tokens");
  const wanted = { name: "clearinghouse", roles: ["auditor"], validDays: 2 };
  const made = (await call("POST", url, owner, wanted)).json();
  expect(made.token).toMatch(/^hw_[\w-]{43}$/);
  const bearer = { ...localhost, authorization: `Bearer ${made.token}` };
  expect((await call("GET", at(one, "/audit"), bearer)).statusCode).toBe(200);
  expect((await call("GET", at(one, "/users"), bearer)).statusCode).toBe(403);
  expect((await call("GET", at(two, "/audit"), bearer)).statusCode).toBe(404);
  expect((await call("GET", "/api/practices", bearer)).json().rows).toHaveLength(1);
  expect((await call("GET", "/api/sessions", bearer)).statusCode).toBe(403);

  const listed = await call("GET", url, owner);
  expect(listed.json().rows[0]).toMatchObject({
    name: "clearinghouse",
    hint: made.token.slice(0, 7),
  });
  expect(listed.body).not.toContain(made.token);
  const { rows } = await server.database.owner.query("select t::text from api_tokens t");
  expect(JSON.stringify(rows)).not.toContain(made.token);

  const revoked = await call("DELETE", `${url}/${made.id}`, owner);
  expect(revoked.statusCode).toBe(200);
  const refused = await call("GET", at(one, "/audit"), bearer);
  expect([refused.statusCode, refused.json().code]).toEqual([401, "token_invalid"]);
  expect((await call("DELETE", `${url}/${made.id}`, owner)).statusCode).toBe(404);

  const shortLived = (await call("POST", url, owner, wanted)).json();
  const later = { ...localhost, authorization: `Bearer ${shortLived.token}` };
  expect((await call("GET", at(one, "/audit"), later)).statusCode).toBe(200);
  server.clock.advance(2 * 24 * 3_600_000 + 1);
  expect((await call("GET", at(one, "/audit"), later)).statusCode).toBe(401);
});

test.each(["", "hw_", "hw_unknown", "Bearer", "x".repeat(5000), "' or 1=1 --"])(
  "the token %j is nobody's",
  async (token) => {
    const headers = { ...localhost, authorization: `Bearer ${token}` };
    expect((await call("GET", "/api/practices", headers)).statusCode).toBe(401);
    const cookie = { ...localhost, cookie: `headwater_session=${encodeURIComponent(token)}` };
    expect((await call("GET", "/api/practices", cookie)).statusCode).toBe(401);
  },
);

test("whoever creates a practice owns it; the name is taken once", async () => {
  await server.user("owner@x.org", one, ["owner"]);
  const credentials = { email: "owner@x.org", password: testPassword };
  const session = cookieOf(await call("POST", "/api/session", localhost, credentials));
  const made = await call("POST", "/api/practices", session, { name: "Three" });
  expect(made.statusCode).toBe(201);
  const again = await call("POST", "/api/practices", session, { name: "Three" });
  expect([again.statusCode, again.json().code]).toEqual([409, "practice_exists"]);
  const url = `/api/practices/${made.json().id}`;
  const log = await call("GET", `${url}/audit`, session);
  expect(log.json().rows).toMatchObject([{ action: "create", category: "practice" }]);
  const biller = await server.token(one, ["biller"]);
  expect((await call("POST", "/api/practices", biller, { name: "Four" })).statusCode).toBe(403);
  const patch = { timeZone: "America/Denver" };
  expect((await call("PATCH", url, { ...session, "if-match": '"1"' }, patch)).statusCode).toBe(200);
  expect(
    (await call("PATCH", url, { ...session, "if-match": '"2"' }, { timeZone: "Mars" })).statusCode,
  ).toBe(400);
  expect(
    (await call("PATCH", url, { ...session, "if-match": '"2"' }, { name: "One" })).statusCode,
  ).toBe(409);
});

test("every refusal of somebody known is in a log", async () => {
  const before = await refusals();
  const biller = await server.token(one, ["biller"]);
  await call("GET", at(one, "/audit"), biller);
  await call("GET", at(two, "/audit"), biller);
  const after = await refusals();
  expect(after.practice - before.practice).toBe(1);
  expect(after.system - before.system).toBe(1);
});

async function refusals() {
  const count = async (table: string) => {
    const { rows } = await server.database.owner.query<{ count: number }>(
      `select count(*) from ${table} where action = 'refuse'`,
    );
    return rows[0]?.count ?? 0;
  };
  return { practice: await count("audit_entries"), system: await count("system_audit_entries") };
}
