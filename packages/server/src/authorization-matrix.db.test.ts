import { type Role, roles } from "@headwater/code-sets/closed-lists.ts";
import type { Access } from "@headwater/platform/http/route.ts";
import { holds, type Permission } from "@headwater/platform/identity/permissions.ts";
import { openSession } from "@headwater/platform/identity/sessions.ts";
import { createUser, grantRoles } from "@headwater/platform/identity/users.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { tableOfClaims } from "@headwater/revenue-cycle/strategy/kpi/testing/claims-of-the-table.ts";
import {
  makePractice,
  practiceId as otherId,
  practicePublicId as otherPublicId,
} from "@headwater/revenue-cycle/strategy/kpi/testing/hand-made-practice.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authorizationMatrix, type MatrixRule } from "./authorization-matrix.ts";
import { declaredRoutes } from "./openapi.ts";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

type Headers = Record<string, string>;

const nobody: Headers = { host: "127.0.0.1" };
const canary = "Quetzalcanary";
let server: TestServer;
let own: TestPractice;
const userIds = new Map<Role, number>();
/** Ids of records of the other practice, by the name of the parameter that takes them. */
let otherRecords: Record<string, string>;
let otherBefore: string;

beforeAll(async () => {
  server = await createTestServer();
  await makePractice(server.database, tableOfClaims);
  await plantCanaries();
  await server.database.owner.query(
    "select setval(pg_get_serial_sequence('practices', 'practice_id'), 100)",
  );
  own = await server.createPractice("Own");
  for (const role of roles) userIds.set(role, await userWith(own.practiceId, role));
  await userWith(otherId, "biller", "other");
  await server.headersFor({ practiceId: otherId, publicId: otherPublicId }, ["owner"]);
  otherRecords = await recordsOfOther();
  otherBefore = await contentOfOther();
});
afterAll(() => server?.stop());

/** Every text of the other practice that names somebody says so. */
async function plantCanaries() {
  const { rows } = await server.database.owner.query<{ table: string; column: string }>(`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.columns p
      on p.table_name = c.table_name and p.table_schema = 'public' and p.column_name = 'practice_id'
    where c.table_schema = 'public' and c.data_type = 'text'
      and c.column_name in ('last_name', 'first_name', 'member_id', 'name', 'trace_number')
      and c.table_name not in ('practices', 'accounts')`);
  for (const { table, column } of rows) {
    const client = await server.database.owner.connect();
    await client.query("set session_replication_role = replica");
    await client.query(
      `update ${table} set ${column} = $1 || coalesce(${column}, '') where practice_id = $2`,
      [canary, otherId],
    );
    await client.query("reset session_replication_role");
    client.release();
  }
  expect(rows.length).toBeGreaterThan(3);
}

async function userWith(practiceId: number, role: Role, prefix = "own"): Promise<number> {
  return withPractice(server.database, { practiceId, actor: "test" }, async (transaction) => {
    const email = `${prefix}-${role}@example.org`;
    const wanted = { email, name: "Somebody", password: "correct horse battery" };
    const user = await createUser(transaction, server.services.identity, wanted);
    if ("kind" in user) throw new Error(user.code);
    await grantRoles(transaction, user.userId, [role]);
    return user.userId;
  });
}

async function recordsOfOther(): Promise<Record<string, string>> {
  const tables: Record<string, [table: string, column: string]> = {
    claim: ["claims", "claim_id"],
    remittance: ["remittances", "remittance_id"],
    file: ["files", "public_id"],
    import: ["imports", "public_id"],
    workItem: ["work_items", "work_item_id"],
    token: ["api_tokens", "public_id"],
  };
  const found: Record<string, string> = {
    kind: "cash",
    user: "00000000-0000-7000-8000-000000000000",
    session: "00000000-0000-7000-8000-000000000000",
  };
  for (const [name, [table, column]] of Object.entries(tables)) {
    const { rows } = await server.database.owner.query<{ id: string }>(
      `select ${column}::text as id from ${table} where practice_id = $1 limit 1`,
      [otherId],
    );
    found[name] = rows[0]?.id ?? "1";
  }
  const { rows } = await server.database.owner.query<{ id: string }>(
    "select public_id as id from users where email = 'other-biller@example.org'",
  );
  return { ...found, user: rows[0]?.id ?? "" };
}

/** A digest of every row of the other practice. */
async function contentOfOther(): Promise<string> {
  const { rows } = await server.database.owner.query<{ table: string }>(
    "select table_name as table from information_schema.columns where table_schema = 'public' and column_name = 'practice_id'",
  );
  const digests: string[] = [];
  for (const { table } of rows) {
    const result = await server.database.owner.query<{ digest: string }>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
       from ${table} t where practice_id = $1`,
      [otherId],
    );
    digests.push(`${table} ${result.rows[0]?.digest}`);
  }
  return digests.sort().join("\n");
}

/** A fresh session, because some routes end the one that calls them. */
async function sessionOf(role: Role): Promise<Headers> {
  const userId = userIds.get(role) ?? 0;
  const user = { userId, publicId: "", email: "", name: "", isLocalOwner: false };
  const scope = { practiceId: own.practiceId, actor: "test" };
  const { token } = await withPractice(server.database, scope, (transaction) =>
    openSession(transaction, server.services.identity, { user, address: undefined }),
  );
  return { ...nobody, cookie: `headwater_session=${token}` };
}

interface Address {
  readonly method: string;
  readonly url: string;
  readonly stream: boolean;
}

function call(address: Address, practicePublicId: string, headers: Headers) {
  const url = address.url
    .replace(":practice", practicePublicId)
    .replace(/:([A-Za-z]+)/g, (_, name: string) => otherRecords[name] ?? "1")
    .replace("/*", "/any-page");
  const hasBody = address.method !== "GET" && address.method !== "DELETE";
  const type = address.stream ? "application/octet-stream" : "application/json";
  return server.app.inject({
    method: address.method as "GET",
    url,
    headers: hasBody ? { ...headers, "content-type": type } : headers,
    ...(hasBody ? { payload: address.stream ? "x" : "{}" } : {}),
  });
}

function ruleOf(access: Access): MatrixRule {
  if (access.kind === "practice") return access.permission;
  return access.kind === "anywhere" ? `anywhere:${access.permission}` : access.kind;
}

const streams = new Set(
  declaredRoutes()
    .filter((route) => route.schema.body === "stream")
    .map((route) => `${route.method} ${route.url}`),
);
const rows = Object.entries(authorizationMatrix).map(([key, rule]) => {
  const [method = "", url = ""] = key.split(" ");
  return { key, rule, address: { method, url, stream: streams.has(key) } };
});
const ofPractice = rows.filter(({ address }) => address.url.includes(":practice"));

test("the table names every address that the server has, and nothing else", () => {
  const served = Object.fromEntries(
    server.http.addresses.map(({ method, url, access }) => [`${method} ${url}`, ruleOf(access)]),
  );
  const web = ["GET /", "GET /*"];
  const listed = Object.fromEntries(
    Object.entries(authorizationMatrix).filter(([key]) => key in served || !web.includes(key)),
  );
  expect(served).toEqual(listed);
});

describe("nobody", () => {
  test.each(rows)("$key", async ({ rule, address }) => {
    const answer = await call(address, own.publicId, nobody);
    if (rule === "public") {
      expect(answer.body.includes('"code":"session_required"')).toBe(false);
      expect(answer.statusCode).not.toBe(403);
    } else {
      expect([answer.statusCode, answer.json().code]).toEqual([401, "session_required"]);
    }
  });
});

describe("every role in its own practice", () => {
  test.each(rows.filter(({ rule }) => rule !== "public"))(
    "$key",
    async ({ rule, address }) => {
      const permission = rule.replace("anywhere:", "") as Permission;
      for (const role of roles) {
        const answer = await call(address, own.publicId, await sessionOf(role));
        const allowed = rule === "authenticated" || holds([role], permission);
        const told = { role, status: answer.statusCode, body: answer.body.slice(0, 300) };
        if (allowed) {
          // What comes after the permission: the record may be missing, the body wrong.
          expect(told, role).toMatchObject({ status: expect.toSatisfy(isNotForbidden) });
        } else {
          expect([role, answer.statusCode, answer.json().code]).toEqual([
            role,
            403,
            "permission_missing",
          ]);
        }
        expect(answer.body.includes(canary)).toBe(false);
      }
    },
    60_000,
  );
});

const isNotForbidden = (status: number) => status !== 401 && status !== 403 && status < 500;

describe("every role in another practice", () => {
  test.each(ofPractice)(
    "$key",
    async ({ address }) => {
      const unknown = await call(
        address,
        "00000000-0000-7000-8000-00000000dead",
        await sessionOf("owner"),
      );
      for (const role of roles) {
        const answer = await call(address, otherPublicId, await sessionOf(role));
        // Word for word what a practice that does not exist answers.
        const { requestId, ...body } = answer.json();
        const { requestId: other, ...expected } = unknown.json();
        expect([role, answer.statusCode, body]).toEqual([role, 404, expected]);
        expect(requestId).not.toBe(other);
      }
    },
    60_000,
  );
});

describe("a record of another practice under one's own", () => {
  test.each(ofPractice.filter(({ address }) => /:practice\/.*:/.test(address.url)))(
    "$key",
    async ({ address }) => {
      for (const query of address.method === "GET" ? ["", "?format=csv"] : [""]) {
        const asked = { ...address, url: address.url + query };
        const answer = await call(asked, own.publicId, await sessionOf("owner"));
        expect(answer.body.includes(canary)).toBe(false);
        expect(answer.statusCode).toSatisfy(isNotForbidden);
      }
    },
  );
});

test("an API token of another practice is a stranger here", async () => {
  const other = { practiceId: otherId, publicId: otherPublicId };
  const token = await server.headersFor(other, ["owner"]);
  for (const { address } of ofPractice) {
    const answer = await call(address, own.publicId, token);
    expect([address.url, answer.statusCode]).toEqual([address.url, 404]);
  }
});

test("the canaries are there for those who may see them", async () => {
  const other = { practiceId: otherId, publicId: otherPublicId };
  const token = await server.headersFor(other, ["owner"]);
  const url = `/api/practices/${otherPublicId}/claims`;
  const answer = await server.app.inject({ url, headers: token });
  expect(answer.body.includes(canary)).toBe(true);
});

test("none of all this changed a row of the other practice, nor said its canaries", async () => {
  const changed = (await contentOfOther())
    .split("\n")
    .filter((line) => !otherBefore.split("\n").includes(line))
    .map((line) => line.split(" ")[0]);
  // The two tokens and the read of the tests just above.
  expect(changed.sort()).toEqual(["api_tokens", "audit_entries", "audit_unchained"]);
  expect(server.log().includes(canary)).toBe(false);
});
