import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { auditScopes } from "@headwater/platform/audit/audit-scope.ts";
import { chainAudit } from "@headwater/platform/audit/chain-audit.ts";
import { tableOfClaims } from "@headwater/revenue-cycle/strategy/kpi/testing/claims-of-the-table.ts";
import {
  makePractice,
  practiceId,
  practicePublicId,
} from "@headwater/revenue-cycle/strategy/kpi/testing/hand-made-practice.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { declaredRoutes } from "./openapi.ts";
import { createTestServer, type TestServer } from "./testing/test-server.ts";

/** Planted wherever a person can put text, and looked for wherever text can come out unasked. */
const canaries = {
  name: "Quetzalcanary",
  email: "quetzal.canary@example.org",
  password: "canary passphrase of nobody",
  memberId: "MEMBERCANARY77",
  socialSecurityNumber: "078-05-1120",
  card: "4111111111111111",
  header: "HEADERCANARY",
};
const planted = Object.values(canaries).join(" ");

let server: TestServer;
let headers: Record<string, string>;
const secrets: string[] = [];
let answers = "";

beforeAll(async () => {
  server = await createTestServer();
  await makePractice(server.database, tableOfClaims);
  headers = await server.headersFor({ practiceId, publicId: practicePublicId }, ["owner"]);
  secrets.push(headers.authorization?.replace("Bearer ", "") ?? "");
  await callEverything();
});
afterAll(() => server?.stop());

/** Every route with canaries in its address, query, headers and body, well-formed and not. */
async function callEverything() {
  const owner = await server.localOwner();
  secrets.push(owner.cookie?.split("=")[1] ?? "");
  for (const actor of [headers, owner, { host: "127.0.0.1" }]) {
    for (const route of declaredRoutes()) {
      if (route.method === "DELETE" && route.url === "/api/session") continue;
      for (const payload of bodies) {
        const url = route.url
          .replace(":practice", practicePublicId)
          .replace(/:[A-Za-z]+/g, encodeURIComponent(planted));
        const asked = `${url}?search=${encodeURIComponent(planted)}&after=${canaries.name}`;
        const answer = await server.app.inject({
          method: route.method,
          url: asked,
          headers: {
            ...actor,
            "x-file-name": encodeURIComponent(`${planted}.837`),
            "user-agent": canaries.header,
            "idempotency-key": canaries.header,
            "content-type":
              route.schema.body === "stream" ? "application/octet-stream" : "application/json",
          },
          ...(route.method === "GET" || route.method === "DELETE" ? {} : { payload }),
        });
        if (answer.statusCode >= 400) answers += answer.body;
      }
    }
  }
  await server.app.inject({
    method: "POST",
    url: "/api/session",
    headers: { host: "127.0.0.1" },
    payload: { email: canaries.email, password: canaries.password },
  });
  await server.app.inject({ url: "/api/practices", headers: { host: canaries.name } });
}

const bodies = [
  JSON.stringify({
    email: canaries.email,
    name: canaries.name,
    password: canaries.password,
    current: canaries.password,
    token: planted,
    text: planted,
    roles: ["biller", canaries.name],
    code: canaries.card,
  }),
  `{"broken": "${planted}`,
];

function found(text: string, allowed: readonly string[] = []): string[] {
  const names = Object.entries(canaries).filter(([name]) => !allowed.includes(name));
  return [...names, ...secrets.map((secret, index) => [`secret ${index}`, secret] as const)]
    .filter(([, value]) => value !== "" && text.includes(value))
    .map(([name]) => name);
}

test("there was something to say: errors were answered and logged", () => {
  expect(answers.length).toBeGreaterThan(10_000);
  expect(server.log().length).toBeGreaterThan(10_000);
  expect(secrets.every((secret) => secret.length > 40)).toBe(true);
});

test("no canary is in the log", () => {
  expect(found(server.log())).toEqual([]);
});

test("no canary is in an answer that refuses", () => {
  expect(found(answers)).toEqual([]);
});

test("no canary is in the figures", async () => {
  const figures = await server.app.inject({ url: "/metrics", headers: { host: "localhost" } });
  expect(found(figures.body)).toEqual([]);
});

test.each(["audit_entries", "system_audit_entries", "sign_in_throttles", "sessions"])(
  "no canary is in %s",
  async (table) => {
    const { rows } = await server.database.owner.query<{ text: string }>(
      `select t::text as text from ${table} t`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(found(rows.map((row) => row.text).join("\n"))).toEqual([]);
  },
);

test("no canary is in the anchors", async () => {
  const { anchor, configuration, database } = server.services;
  for (const scope of await auditScopes(database)) await chainAudit(database, scope, anchor);
  const folder = join(configuration.dataFolder, "anchors");
  const names = await readdir(folder);
  expect(names.length).toBeGreaterThan(1);
  for (const name of names)
    expect(found(name + (await readFile(join(folder, name), "utf8")))).toEqual([]);
});
