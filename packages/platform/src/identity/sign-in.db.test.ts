import { afterAll, beforeAll, expect, test } from "vitest";
import {
  cookieOf,
  createTestHttpServer,
  localhost,
  type Practice,
  type TestHttpServer,
  testPassword,
} from "../http/testing/test-http-server.ts";
import { withNoPractice } from "../tenancy/with-practices.ts";
import { totpCode } from "../testing/totp-code.ts";
import { createLocalToken } from "./local-owner.ts";
import { disableUser } from "./users.ts";

let server: TestHttpServer;
let practice: Practice;

beforeAll(async () => {
  server = await createTestHttpServer();
  practice = await server.practice("One");
});
afterAll(() => server.stop());

type Payload = Record<string, unknown>;

function post(
  url: string,
  payload: Payload | undefined,
  headers: Record<string, string> = localhost,
) {
  return server.app.inject({ method: "POST", url, headers, ...(payload ? { payload } : {}) });
}

const signIn = (email: string, password = testPassword, more: Payload = {}) =>
  post("/api/session", { email, password, ...more });

const session = (headers: Record<string, string>) =>
  server.app.inject({ url: "/api/session", headers });

const minutes = (count: number) => server.clock.advance(count * 60_000);

test("signing in sets a cookie that no script can read and no other site sends", async () => {
  await server.user("one@example.org", practice, ["biller"]);
  const answer = await signIn("  ONE@example.org ");
  expect(answer.statusCode).toBe(200);
  expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
  expect(answer.headers["cache-control"]).toBe("no-store");
  const seen = (await session(cookieOf(answer))).json();
  expect(seen).toMatchObject({
    isLocalOwner: false,
    user: { email: "one@example.org" },
    practices: [{ id: practice.publicId, roles: ["biller"] }],
  });
  expect(seen.permissions[practice.publicId]).toContain("claim.write");
  expect(seen.permissions[practice.publicId]).not.toContain("user.manage");
});

test("the database holds neither a session's token nor a password", async () => {
  await server.user("stored@example.org", practice, ["biller"]);
  const { cookie = "" } = cookieOf(await signIn("stored@example.org"));
  const token = cookie.split("=")[1];
  const tables = ["users", "sessions", "sign_in_throttles", "system_audit_entries"];
  for (const table of tables) {
    const { rows } = await server.database.owner.query(`select t::text as text from ${table} t`);
    const text = JSON.stringify(rows);
    expect(text).not.toContain(token);
    expect(text).not.toContain(testPassword);
  }
});

test("an unknown account and a wrong password get one answer, in like time", async () => {
  await server.user("known@example.org", practice, ["biller"]);
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < 9; round += 1) {
    for (const kind of ["known", "unknown"] as const) {
      await server.database.owner.query("delete from sign_in_throttles");
      const started = performance.now();
      const answer = await signIn(`${kind}@example.org`, "wrong password here");
      times[kind].push(performance.now() - started);
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: "credentials_invalid" });
    }
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[4] ?? 0;
  const ratio = median(times.unknown) / median(times.known);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test.each(["slow@example.org", "nobody@example.org"])(
  "%s: five failures are free, then the wait grows",
  async (email) => {
    await server.database.owner.query("delete from sign_in_throttles");
    if (email.startsWith("slow")) await server.user(email, practice, ["biller"]);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await signIn(email, "wrong password here")).statusCode).toBe(401);
    }
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const blocked = await signIn(email);
      expect(blocked.statusCode).toBe(429);
      expect(blocked.json().code).toBe("too_many_attempts");
      waits.push(Number(blocked.headers["retry-after"]));
      server.clock.advance((waits.at(-1) ?? 0) * 1000);
      expect((await signIn(email, "wrong password here")).statusCode).toBe(401);
    }
    expect(waits).toEqual([15, 30, 60, 120]);
  },
);

test("many guesses at once are judged no more often than one after the other", async () => {
  await server.database.owner.query("delete from sign_in_throttles");
  await server.user("crowd@example.org", practice, ["biller"]);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => signIn("crowd@example.org", "wrong password here")),
  );
  const judged = answers.filter((answer) => answer.statusCode === 401);
  expect(judged).toHaveLength(5);
});

test("a success clears the account's failures", async () => {
  await server.database.owner.query("delete from sign_in_throttles");
  await server.user("clear@example.org", practice, ["biller"]);
  for (let round = 0; round < 3; round += 1) {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await signIn("clear@example.org", "wrong password here");
    }
    expect((await signIn("clear@example.org")).statusCode).toBe(200);
  }
});

test("a session ends when idle for 15 minutes, and after 12 hours in any case", async () => {
  await server.user("idle@example.org", practice, ["biller"]);
  const idle = cookieOf(await signIn("idle@example.org"));
  minutes(14);
  expect((await session(idle)).statusCode).toBe(200);
  minutes(14);
  expect((await session(idle)).statusCode).toBe(200);
  minutes(16);
  const ended = await session(idle);
  expect(ended.statusCode).toBe(401);
  expect(ended.json().code).toBe("session_expired");
  const busy = cookieOf(await signIn("idle@example.org"));
  for (let minute = 0; minute < 12 * 60; minute += 10) {
    expect((await session(busy)).statusCode).toBe(200);
    minutes(10);
  }
  expect((await session(busy)).statusCode).toBe(401);
});

test("signing out ends this session at once and no other", async () => {
  await server.user("out@example.org", practice, ["biller"]);
  const first = cookieOf(await signIn("out@example.org"));
  const second = cookieOf(await signIn("out@example.org"));
  const left = await server.app.inject({ method: "DELETE", url: "/api/session", headers: first });
  expect(left.statusCode).toBe(200);
  expect(left.cookies[0]?.value).toBe("");
  expect((await session(first)).statusCode).toBe(401);
  expect((await session(second)).statusCode).toBe(200);
  const own = await server.app.inject({ url: "/api/sessions", headers: second });
  expect(own.json().rows).toHaveLength(1);
  const { id } = own.json().rows[0];
  const url = `/api/sessions/${id}`;
  expect((await server.app.inject({ method: "DELETE", url, headers: second })).statusCode).toBe(
    200,
  );
  expect((await session(second)).statusCode).toBe(401);
});

test("a changed password, a changed role and a disabled user end every session at once", async () => {
  const id = await server.user("change@example.org", practice, ["biller"]);
  const other = cookieOf(await signIn("change@example.org"));
  const own = cookieOf(await signIn("change@example.org"));
  const change = { current: testPassword, password: "another good passphrase" };
  const renewed = await post("/api/me/password", change, own);
  expect(renewed.statusCode).toBe(200);
  for (const headers of [other, own]) expect((await session(headers)).statusCode).toBe(401);
  expect((await session(cookieOf(renewed))).statusCode).toBe(200);
  expect((await signIn("change@example.org")).statusCode).toBe(401);

  const again = cookieOf(await signIn("change@example.org", change.password));
  const owner = await server.localOwner();
  const url = `/api/practices/${practice.publicId}/users/${id}/roles`;
  const headers = { ...owner, "if-match": '"1"' };
  await server.app.inject({ method: "PUT", url, headers, payload: { roles: ["auditor"] } });
  expect((await session(again)).statusCode).toBe(401);

  const last = cookieOf(await signIn("change@example.org", change.password));
  await withNoPractice(server.database, { actor: "test" }, (transaction) =>
    disableUser(transaction, server.identity, "change@example.org"),
  );
  expect((await session(last)).statusCode).toBe(401);
  expect((await signIn("change@example.org", change.password)).statusCode).toBe(401);
});

test("a wrong current password changes nothing and is counted", async () => {
  await server.user("guess@example.org", practice, ["biller"]);
  const headers = cookieOf(await signIn("guess@example.org"));
  const wrong = { current: "wrong password here", password: "another good passphrase" };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect((await post("/api/me/password", wrong, headers)).statusCode).toBe(401);
  }
  const right = { ...wrong, current: testPassword };
  expect((await post("/api/me/password", right, headers)).statusCode).toBe(429);
});

test("with an authenticator, a code is needed and good once", async () => {
  await server.user("totp@example.org", practice, ["biller"]);
  let headers = cookieOf(await signIn("totp@example.org"));
  const begun = await post("/api/me/totp", undefined, headers);
  const { secret, address } = begun.json();
  expect(address).toContain(secret);
  const { rows } = await server.database.owner.query("select totp_secret from users");
  expect(JSON.stringify(rows)).not.toContain(secret);
  const code = () => totpCode(secret, server.clock.now());

  // Until it is confirmed, nothing more is asked at the door.
  expect((await signIn("totp@example.org")).statusCode).toBe(200);
  headers = cookieOf(await post("/api/me/totp/confirm", { code: code() }, headers));
  const without = await signIn("totp@example.org");
  expect(without.json().code).toBe("code_required");
  expect((await signIn("totp@example.org", "wrong password here")).json().code).toBe(
    "credentials_invalid",
  );
  // The code that confirmed it is used up.
  expect((await signIn("totp@example.org", testPassword, { code: code() })).statusCode).toBe(401);
  minutes(1);
  const both = await Promise.all([
    signIn("totp@example.org", testPassword, { code: code() }),
    signIn("totp@example.org", testPassword, { code: code() }),
  ]);
  expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 401]);
  minutes(1);
  headers = cookieOf(await signIn("totp@example.org", testPassword, { code: code() }));
  minutes(1);
  const wrong = { password: "wrong password here", code: code() };
  expect((await post("/api/me/totp/remove", wrong, headers)).statusCode).toBe(401);
  const removed = { password: testPassword, code: code() };
  expect((await post("/api/me/totp/remove", removed, headers)).statusCode).toBe(200);
  expect((await signIn("totp@example.org")).statusCode).toBe(200);
});

test("the local owner's token is good once, and the newest only", async () => {
  const url = "/api/session/local-token";
  const older = await createLocalToken(server.identity);
  const token = await createLocalToken(server.identity);
  expect((await post(url, { token: older })).statusCode).toBe(401);
  const both = await Promise.all([post(url, { token }), post(url, { token })]);
  expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 401]);
  const won = both.find((answer) => answer.statusCode === 200);
  expect(won?.json()).toMatchObject({
    isLocalOwner: true,
    practices: [{ roles: ["administrator", "owner"] }],
  });
});

test("the local owner stays signed in for 12 hours without touching anything", async () => {
  const headers = await server.localOwner();
  minutes(11 * 60);
  expect((await session(headers)).statusCode).toBe(200);
  minutes(61);
  expect((await session(headers)).statusCode).toBe(401);
});

test("on a server that others can reach there is no local owner", async () => {
  const reachable = await createTestHttpServer([], { localOwnerAllowed: false });
  try {
    const token = await createLocalToken(reachable.identity);
    const url = "/api/session/local-token";
    const answer = await reachable.app.inject({
      method: "POST",
      url,
      headers: localhost,
      payload: { token },
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().code).toBe("local_only");
  } finally {
    await reachable.stop();
  }
});

test("signing in, out and being refused is audited without the e-mail", async () => {
  const { rows } = await server.database.owner.query<{ action: string; text: string }>(
    "select action, e::text as text from system_audit_entries e",
  );
  const actions = new Set(rows.map((row) => row.action));
  expect([...actions].sort()).toEqual(["change", "refuse", "sign-in", "sign-out"]);
  for (const { text } of rows) expect(text).not.toContain("@example.org");
});
