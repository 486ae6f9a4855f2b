import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let practice: TestPractice;
let owner: Record<string, string>;
const password = "seven green lanterns at sea";

beforeAll(async () => {
  server = await createTestServer();
  practice = await server.createPractice("Riverside");
  owner = await server.localOwner();
});
afterAll(() => server?.stop());

async function call(method: "GET" | "POST", path: string, payload?: object, headers = owner) {
  const url = `/api/practices/${practice.publicId}/${path}`;
  const answer = await server.app.inject({
    ...{ method, url, headers },
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, body: answer.json() };
}

test("every session of a person ends at once, and he can sign in again", async () => {
  const person = { email: "coder@example.org", name: "Coder", password, roles: ["coder"] };
  const added = await call("POST", "users", person);
  expect(added.status).toBe(201);
  const signIn = async () => {
    const answer = await server.app.inject({
      ...{ method: "POST", url: "/api/session", headers: { host: "127.0.0.1" } },
      payload: { email: person.email, password },
    });
    const cookie = answer.cookies[0];
    return { host: "127.0.0.1", cookie: `${cookie?.name}=${cookie?.value}` };
  };
  const session = await signIn();
  expect((await call("GET", "claims", undefined, session)).status).toBe(200);
  expect((await call("POST", `users/${added.body.id}/sessions/end`)).status).toBe(200);
  expect((await call("GET", "claims", undefined, session)).status).toBe(401);
  expect((await call("GET", "claims", undefined, await signIn())).status).toBe(200);
  const nobody = "01890000-0000-7000-8000-00000000ffff";
  expect((await call("POST", `users/${nobody}/sessions/end`)).status).toBe(404);
});

test("what a role allows is told by the server", async () => {
  const { body } = await call("GET", "roles");
  const allowed = new Map(
    body.rows.map((row: { role: string; permissions: string[] }) => [row.role, row.permissions]),
  );
  expect(allowed.get("front-desk")).toContain("appointment.write");
  expect(allowed.get("front-desk")).not.toContain("claim.read");
  expect(allowed.get("patient")).toEqual([]);
});
