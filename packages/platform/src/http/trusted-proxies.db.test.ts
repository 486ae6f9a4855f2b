import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTestHttpServer,
  localhost,
  type TestHttpServer,
  testPassword,
} from "./testing/test-http-server.ts";

let open: TestHttpServer;
let behind: TestHttpServer;

beforeAll(async () => {
  open = await createTestHttpServer();
  behind = await createTestHttpServer([], { trustedProxies: ["10.0.0.0/8", "127.0.0.1"] });
});
afterAll(async () => {
  await open.stop();
  await behind.stop();
});

/** The address under which a refused sign-in of this peer with these headers is on record. */
async function recordedAddress(
  server: TestHttpServer,
  from: { readonly peer: string; readonly headers: Record<string, string> },
): Promise<string> {
  const answer = await server.app.inject({
    method: "POST",
    url: "/api/session",
    remoteAddress: from.peer,
    headers: { ...localhost, ...from.headers },
    payload: { email: "nobody@example.org", password: testPassword },
  });
  expect([401, 429]).toContain(answer.statusCode);
  const { rows } = await server.database.owner.query<{ address: string }>(
    "select address from system_audit_entries order by audit_entry_id desc limit 1",
  );
  await server.database.owner.query("delete from sign_in_throttles");
  return rows[0]?.address ?? "none";
}

const forwarded = { "x-forwarded-for": "203.0.113.9" };

test.each([
  ["without proxies a forwarded address is ignored", "127.0.0.1", forwarded, "127.0.0.1"],
  ["also one in the other header", "10.1.1.1", { forwarded: "for=203.0.113.9" }, "10.1.1.1"],
])("%s", async (_name, peer, headers, address) => {
  expect(await recordedAddress(open, { peer, headers })).toBe(address);
});

test.each([
  ["a trusted proxy's is believed", "10.1.1.1", "203.0.113.9", "203.0.113.9"],
  ["an untrusted peer's is ignored", "198.51.100.7", "203.0.113.9", "198.51.100.7"],
  ["nobody becomes this machine", "198.51.100.7", "127.0.0.1", "198.51.100.7"],
  [
    "what the visitor wrote himself stands before what the proxy saw",
    "10.1.1.1",
    "127.0.0.1, 1.2.3.4, 203.0.113.9",
    "203.0.113.9",
  ],
  ["two trusted proxies in a row", "10.1.1.1", "203.0.113.9, 10.2.2.2", "203.0.113.9"],
  ["what is no address is not believed", "10.1.1.1", "Jane Doe", "10.1.1.1"],
  ["nor what is empty", "10.1.1.1", "", "10.1.1.1"],
])("%s", async (_name, peer, header, address) => {
  const headers = { "x-forwarded-for": header };
  expect(await recordedAddress(behind, { peer, headers })).toBe(address);
});

test("visitors behind one proxy are slowed down each by himself", async () => {
  const attempt = (visitor: string, peer = "10.1.1.1") =>
    behind.app.inject({
      method: "POST",
      url: "/api/session",
      remoteAddress: peer,
      headers: { ...localhost, "x-forwarded-for": visitor },
      payload: { email: `${Math.random()}@example.org`, password: "x" },
    });
  const guesses = async (visitor: (round: number) => string, peer?: string) => {
    const codes = new Set<number>();
    for (let round = 0; round < 52; round += 1)
      codes.add((await attempt(visitor(round), peer)).statusCode);
    return codes;
  };
  expect(await guesses(() => "203.0.113.1")).toContain(429);
  expect((await attempt("203.0.113.2")).statusCode).toBe(401);
  // A liar who is no proxy gains nothing by a new address for each guess.
  expect(await guesses((round) => `203.0.113.${round + 10}`, "198.51.100.8")).toContain(429);
});

test("the figures stay with this machine, whoever a proxy speaks for", async () => {
  const ask = (remoteAddress: string, headers: Record<string, string>) =>
    behind.app.inject({ url: "/metrics", remoteAddress, headers: { ...localhost, ...headers } });
  expect((await ask("127.0.0.1", { "x-forwarded-for": "127.0.0.1" })).statusCode).toBe(404);
  expect((await ask("198.51.100.7", { "x-forwarded-for": "127.0.0.1" })).statusCode).toBe(404);
  expect((await ask("127.0.0.1", {})).statusCode).toBe(200);
});
