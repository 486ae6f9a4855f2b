import { totpCode } from "@headwater/platform/testing/totp-code.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let practice: TestPractice;
let owner: Record<string, string>;

beforeAll(async () => {
  server = await createTestServer();
  practice = await server.createPractice("Invitations");
  owner = await server.headersFor(practice, ["owner"]);
});
afterAll(() => server?.stop());

type Asked = { readonly headers?: Record<string, string>; readonly payload?: object };

async function call(method: "GET" | "POST" | "DELETE" | "PUT", url: string, asked: Asked = {}) {
  const answer = await server.app.inject({
    method,
    url,
    headers: asked.headers ?? owner,
    ...(asked.payload === undefined ? {} : { payload: asked.payload }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const base = () => `/api/practices/${practice.publicId}`;
const nobody = {};
const password = "a river in late autumn";

async function invited(email: string, roles = ["biller"]) {
  const payload = { email, name: "Nora Blake", roles, validDays: 2 };
  const { status, body } = await call("POST", `${base()}/invitations`, { payload });
  expect(status).toBe(201);
  return body as { id: string; token: string };
}

const opened = (token: string) =>
  call("POST", "/api/invitations/open", { headers: nobody, payload: { token } });

async function accepted(token: string, given: object = {}) {
  const { body } = await opened(token);
  const code = totpCode(body.secret ?? "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", server.clock.now());
  const payload = { token, password, code, ...given };
  return call("POST", "/api/invitations/accept", { headers: nobody, payload });
}

const signIn = (email: string, code?: string) =>
  call("POST", "/api/session", {
    headers: nobody,
    payload: { email, password, ...(code === undefined ? {} : { code }) },
  });

test("a link makes the account with password and authenticator, and works once", async () => {
  const { token } = await invited("nora@example.org");
  const { body } = await opened(token);
  expect(body).toMatchObject({
    practice: "Invitations",
    name: "Nora Blake",
    email: "nora@example.org",
    roles: ["biller"],
  });
  expect((await opened(token)).body.secret).toBe(body.secret);
  expect(await accepted(token, { code: "000000" })).toMatchObject({
    body: { code: "code_invalid" },
  });
  expect(await accepted(token, { password: "short" })).toMatchObject({ status: 422 });
  expect((await accepted(token)).status).toBe(200);
  expect((await opened(token)).body.code).toBe("invitation_invalid");
  expect((await signIn("nora@example.org")).body.code).toBe("code_required");
  const { rows } = (await call("GET", `${base()}/users`)).body;
  expect(rows).toContainEqual(
    expect.objectContaining({ email: "nora@example.org", roles: ["biller"], authenticator: true }),
  );
  const list = (await call("GET", `${base()}/invitations`)).body.rows;
  expect(list[0]).toMatchObject({ email: "nora@example.org", state: "accepted" });
});

test("a link that was taken back, was replaced, ended or is invented says the same of each", async () => {
  const first = await invited("otto@example.org");
  const second = await invited("otto@example.org");
  expect((await opened(first.token)).body.code).toBe("invitation_invalid");
  expect((await opened(second.token)).status).toBe(200);
  expect((await call("DELETE", `${base()}/invitations/${second.id}`)).status).toBe(200);
  const answers = await Promise.all([
    opened(second.token),
    opened("an-invented-token"),
    accepted(second.token, { code: "123456" }),
  ]);
  const { rows } = await server.database.owner.query<{ n: string }>(
    "update invitations set ends_at = invited_at where email = 'otto@example.org' returning email",
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { status, body } of answers) {
    expect([status, body.code, body.title]).toEqual([
      answers[0]?.status,
      "invitation_invalid",
      answers[0]?.body.title,
    ]);
  }
});

test("nothing tells whether an address has an account, and its password stays", async () => {
  const known = await invited("nora@example.org", ["poster"]);
  const unknown = await invited("pia@example.org", ["poster"]);
  const other = { password: "another sentence of hers" };
  const answers = [await accepted(known.token, other), await accepted(unknown.token, other)];
  expect(answers[0]).toEqual(answers[1]);
  const rolesOf = async (email: string) =>
    (await call("GET", `${base()}/users`)).body.rows.find(
      (row: { email: string }) => row.email === email,
    )?.roles;
  // Without the account's own password the roles do not go to it.
  expect(await rolesOf("nora@example.org")).toEqual(["biller"]);
  expect(await rolesOf("pia@example.org")).toEqual(["poster"]);
  expect((await signIn("nora@example.org")).body.code).toBe("code_required");
  const proven = await invited("nora@example.org", ["poster"]);
  expect((await accepted(proven.token)).status).toBe(200);
  expect(await rolesOf("nora@example.org")).toEqual(["biller", "poster"]);
});

test("a password is not guessed by one invitation after the other", async () => {
  const email = "nora@example.org";
  const guess = async (given: string) => {
    const { token } = await invited(email, ["poster"]);
    return { token, answer: await accepted(token, { password: given }) };
  };
  const guesses = [];
  for (let tried = 0; tried < 6; tried += 1)
    guesses.push(await guess(`a guessed sentence ${tried}`));
  const last = guesses.at(-1);
  expect(guesses.map(({ answer }) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(last?.answer.body.code).toBe("too_many_attempts");
  // It is the sign-in's own count: her password waits too, here and there.
  expect((await signIn(email)).status).toBe(429);
  server.clock.advance(16_000);
  expect((await accepted(last?.token ?? "")).status).toBe(200);
  expect((await signIn(email)).body.code).toBe("code_required");
});

test("nobody invites to more than he holds, and only who manages people invites", async () => {
  const manager = await server.headersFor(practice, ["manager"]);
  const payload = { email: "quinn@example.org", name: "Quinn", roles: ["biller"] };
  const url = `${base()}/invitations`;
  expect((await call("POST", url, { payload, headers: manager })).status).toBe(403);
  expect((await call("GET", url, { headers: manager })).status).toBe(403);
});

test("every step stands in the audit log, without the link", async () => {
  const { rows } = await server.database.owner.query<{ action: string; text: string }>(
    `select action, audit_entries::text as text from audit_entries
     where practice_id = $1 and category = 'invitation' order by 1`,
    [practice.practiceId],
  );
  expect(new Set(rows.map(({ action }) => action))).toEqual(
    new Set(["create", "read", "change", "refuse"]),
  );
  expect(rows.filter(({ text }) => text.includes("@"))).toEqual([]);
});
