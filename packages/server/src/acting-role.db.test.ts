import { createPractice } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestServer, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let owner: Record<string, string>;
let demo = "";
let other = "";

beforeAll(async () => {
  server = await createTestServer();
  const { database, identity } = server.services;
  const make = async (name: string, kind: "demo" | "practice") => {
    const by = { actor: "test", random: identity.random };
    const result = await createPractice(database, { name, kind }, by);
    if (result.is === "refused") throw new Error(result.code);
    return result.practice.publicId;
  };
  demo = await make("Demo", "demo");
  other = await make("Riverside", "practice");
  owner = await server.localOwner();
});
afterAll(() => server?.stop());

async function call(method: "GET" | "PUT", path: string, payload?: object) {
  const answer = await server.app.inject({
    ...{ method, url: `/api${path}`, headers: owner },
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, body: answer.json() };
}
const act = (practice: string, role: string | null) =>
  call("PUT", `/practices/${practice}/acting-role`, { role });

test("a demo practice is seen as one of its people: rights narrow, and come back", async () => {
  expect(await act(demo, "front-desk")).toMatchObject({ status: 200 });
  const { body } = await call("GET", "/session");
  const seen = body.practices.find(({ id }: { id: string }) => id === demo);
  expect(seen).toMatchObject({ roles: ["front-desk"], actingRole: "front-desk" });
  expect(body.permissions[demo]).not.toContain("claim.read");
  expect(body.permissions[other]).toContain("claim.read");
  expect((await call("GET", `/practices/${demo}/claims`)).status).toBe(403);
  expect((await call("GET", `/practices/${other}/claims`)).status).toBe(200);
  expect((await act(demo, "coder")).status).toBe(200);
  expect((await call("GET", `/practices/${demo}/claims`)).status).toBe(200);
  expect((await act(demo, null)).status).toBe(200);
  expect((await call("GET", `/practices/${demo}/users`)).status).toBe(200);
});

test("the switch stands in the audit log", async () => {
  await act(demo, "poster");
  await act(demo, null);
  const { body } = await call("GET", `/practices/${demo}/audit?limit=50`);
  const switches = body.rows.filter(({ category }: { category: string }) =>
    category.startsWith("acting-role"),
  );
  expect(switches.length).toBeGreaterThanOrEqual(2);
});

test("only in a demo practice, and only in a role with something to see", async () => {
  expect(await act(other, "coder")).toMatchObject({
    status: 422,
    body: { code: "acting_role_not_demo" },
  });
  expect(await act(demo, "patient")).toMatchObject({
    status: 403,
    body: { code: "acting_role_too_wide" },
  });
});
