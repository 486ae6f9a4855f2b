import { once } from "node:events";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import excel from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openPool } from "../database/pool.ts";
import { sql } from "../database/sql.ts";
import { openLogger } from "../logging/logger.ts";
import { NamedError } from "../named-error.ts";
import { removeFolder } from "../testing/remove-folder.ts";
import { createHttpServer } from "./create-http-server.ts";
import { problem } from "./problem.ts";
import {
  listRoute,
  ownTransactionRoute,
  practiceRoute,
  publicRoute,
  type RouteModule,
} from "./route.ts";
import {
  createTestHttpServer,
  localhost,
  type Practice,
  type TestHttpServer,
} from "./testing/test-http-server.ts";

const names = ["Ada", "=cmd()", "+1", "-2", "@x", "\tTab", "a,b", 'say "x"', "line\nbreak", "Zoe"];
const note = { action: "create", category: "note" } as const;
let release: (() => void) | undefined;

/** Routes that a test can bend. Accounts stand for any record. */
const module: RouteModule = {
  name: "test",
  problems: { claim_held: { status: 409, title: "The claim is held" } },
  routes: [
    listRoute({
      url: "/rows",
      summary: "Rows",
      permission: "claim.read",
      cursor: z.tuple([z.int()]),
      row: z.object({ id: z.int(), name: z.string(), cents: z.int().nullable(), on: z.string() }),
      category: "claim",
      auditId: (row) => row.id,
      fileName: "rows",
      columns: [
        { title: "Name", kind: "text", value: (row) => row.name },
        { title: "Open", kind: "cents", value: (row) => row.cents },
        { title: "On", kind: "date", value: (row) => row.on },
      ],
      page: async (_context, { limit, after }) => {
        const from = after?.[0] ?? 0;
        const rows = names.slice(from, from + limit).map((name, index) => ({
          id: from + index + 1,
          name,
          cents: index === 0 ? null : -1234 * (from + index),
          on: "2026-01-05",
        }));
        const end = from + rows.length;
        return { rows, next: end < names.length ? ([end] as [number]) : null };
      },
    }),
    practiceRoute({
      method: "POST",
      url: "/accounts",
      summary: "Add",
      status: 201,
      permission: "claim.write",
      audit: note,
      schema: { body: z.object({ name: z.string().max(20) }), response: z.object({ id: z.int() }) },
      handler: async ({ transaction, practice, body, audits }) => {
        const row = await transaction.one<{ id: number }>(sql`
          insert into accounts (practice_id, kind, name)
          values (${practice.practiceId}, 'cash', ${body.name}) returning account_id as id`);
        audits("account", [row.id]);
        if (body.name === "wrong answer") return { id: "x" as unknown as number };
        if (body.name === "fault") throw new Error("Ortiz, Lena");
        if (body.name === "held") throw problem("claim_held");
        if (body.name === "named") throw new NamedError("CLAIM_HELD", "held");
        return row;
      },
    }),
    practiceRoute({
      method: "PATCH",
      url: "/revised",
      summary: "Change",
      permission: "claim.write",
      audit: { action: "change", category: "claim" },
      schema: { response: z.object({ revision: z.int() }) },
      handler: async ({ expectedRevision, etag }) => {
        if (expectedRevision() !== 7) throw problem("revision_changed");
        etag(8);
        return { revision: 8 };
      },
    }),
    ownTransactionRoute({
      method: "POST",
      url: "/upload",
      summary: "Upload",
      status: 202,
      permission: "file.import",
      audit: { action: "create", category: "file" },
      bodyLimitBytes: 1000,
      schema: { body: "stream", response: z.object({ bytes: z.int() }) },
      handler: async ({ body, inPractice, audits }) => {
        let bytes = 0;
        for await (const piece of body) bytes += piece.length;
        await inPractice(async () => audits("file", ["f1"]));
        return { bytes };
      },
    }),
    ownTransactionRoute({
      method: "GET",
      url: "/content",
      summary: "Download",
      permission: "file.read",
      audit: { action: "export", category: "file" },
      schema: { response: "download" },
      handler: async () => ({
        name: '../x"\r\n;<b>é.html',
        mediaType: "text/html",
        content: Readable.from(["<script>alert(1)</script>"]),
      }),
    }),
    publicRoute({
      method: "GET",
      url: "/api/wait",
      summary: "Wait",
      public: "a test",
      schema: { response: z.object({ waited: z.boolean() }) },
      handler: async () => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return { waited: true };
      },
    }),
  ],
};

let server: TestHttpServer;
let practice: Practice;
let biller: Record<string, string>;
let webFolder: string;

beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), "headwater-web-"));
  await mkdir(join(webFolder, "assets"));
  await writeFile(join(webFolder, "index.html"), "<!doctype html>page");
  await writeFile(join(webFolder, "assets", "app-1a2b.js"), "1;");
  await writeFile(join(webFolder, "assets", "app-1a2b.js.br"), "brotli");
  await writeFile(join(webFolder, ".hidden.js"), "secret");
  server = await createTestHttpServer([module], { webFolder });
  practice = await server.practice("One");
  biller = await server.token(practice, ["biller"]);
});
afterAll(async () => {
  await server.stop();
  await removeFolder(webFolder);
});

const base = () => `/api/practices/${practice.publicId}`;
const get = (url: string, headers: Record<string, string> = biller) =>
  server.app.inject({ url, headers });
const addAccount = (name: string, more: Record<string, string> = {}) =>
  server.app.inject({
    method: "POST",
    url: `${base()}/accounts`,
    headers: { ...biller, ...more },
    payload: { name },
  });

async function count(statement: string): Promise<number> {
  const { rows } = await server.database.owner.query<{ count: number }>(statement);
  return rows[0]?.count ?? -1;
}
const accounts = () => count("select count(*) from accounts");
const entries = () => count("select count(*) from audit_entries");

describe("a request from elsewhere", () => {
  test.each([
    ["evil.example:4680", 421],
    ["127.0.0.1.evil.example", 421],
    ["localhost:4680", 200],
    ["127.0.0.1", 200],
    ["[::1]:4680", 200],
  ])("host %j", async (host, status) => {
    expect((await get(`${base()}/rows`, { ...biller, host })).statusCode).toBe(status);
  });

  test.each([
    [{ origin: "http://evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{ origin: "http://127.0.0.1:9999" }, 403],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ origin: "http://127.0.0.1:4680", "sec-fetch-site": "same-origin" }, 201],
    [{}, 201],
  ])("with %j", async (more, status) => {
    const name = `from ${status} ${Object.keys(more).length}`;
    expect((await addAccount(name, more as Record<string, string>)).statusCode).toBe(status);
  });
});

test("a route that does not say who may call it refuses to start the server", async () => {
  const { database, identity } = server;
  const services = { database, identity, logger: openLogger({ level: "silent" }) };
  const forgotten = module.routes.map((route) => ({ ...route, access: undefined as never }));
  const modules = [{ name: "x", routes: forgotten }];
  const options = { services, modules, version: "0", loopback: true, secure: false };
  await expect(createHttpServer(options)).rejects.toThrow("does not say who may call it");
});

test("two definitions of one code refuse to start the server", async () => {
  const { database, identity } = server;
  const services = { database, identity, logger: openLogger({ level: "silent" }) };
  const twice = { name: "x", routes: [], problems: { not_found: { status: 410, title: "Gone" } } };
  const options = { services, modules: [twice], version: "0", loopback: true, secure: false };
  await expect(createHttpServer(options)).rejects.toThrow("not_found is defined twice");
});

describe("errors", () => {
  test("what does not fit is named by field and rule, without the value", async () => {
    const answer = await addAccount("Ortiz, Lena, 12 Main Street");
    expect(answer.statusCode).toBe(400);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.json()).toMatchObject({
      code: "request_invalid",
      status: 400,
      requestId: answer.headers["x-request-id"],
      fields: [{ field: "body.name", code: "too_big" }],
    });
    expect(answer.body).not.toContain("Ortiz");
  });

  test.each([
    ["held", 409, "claim_held"],
    ["named", 409, "claim_held"],
    ["fault", 500, "fault"],
    ["wrong answer", 500, "fault"],
  ])("%s rolls everything back", async (name, status, code) => {
    const before = [await accounts(), await entries()];
    const answer = await addAccount(name);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect([await accounts(), await entries()]).toEqual(before);
    expect(answer.body + server.log()).not.toContain("Ortiz");
  });

  test("a body that is no JSON, too large or of another type", async () => {
    const url = `${base()}/accounts`;
    const send = (type: string, payload: string) =>
      server.app.inject({
        method: "POST",
        url,
        headers: { ...biller, "content-type": type },
        payload,
      });
    expect((await send("application/json", "{")).json().code).toBe("request_invalid");
    expect((await send("application/json", `"${"x".repeat(1_100_000)}"`)).statusCode).toBe(413);
    expect((await send("text/xml", "<a/>")).statusCode).toBe(415);
    expect((await send("application/octet-stream", "x")).statusCode).toBe(415);
    const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    expect((await send("application/json", deep)).statusCode).toBe(400);
    const poisoned = '{"name":"x","__proto__":{"admin":true}}';
    expect((await send("application/json", poisoned)).statusCode).toBe(400);
  });

  test("an unknown address is a problem too", async () => {
    expect((await get("/api/none")).json().code).toBe("not_found");
    expect((await get(`${base()}/none`)).statusCode).toBe(404);
    expect((await get("/api/practices/not-a-uuid/rows")).statusCode).toBe(404);
  });
});

describe("audit", () => {
  test("a read names what was shown, in the same practice", async () => {
    const answer = await get(`${base()}/rows?limit=2`);
    const { rows } = await server.database.owner.query(
      "select practice_id, actor, action, category, subjects from audit_entries where request_id = $1",
      [answer.headers["x-request-id"]],
    );
    expect(rows).toEqual([
      {
        practice_id: practice.practiceId,
        actor: expect.stringMatching(/^token:\d+$/),
        action: "read",
        category: "claim",
        subjects: [{ kind: "claim", ids: [1, 2] }],
      },
    ]);
  });

  test("without an entry there is no data and no change", async () => {
    await server.database.owner.query("revoke insert on audit_entries from headwater_application");
    try {
      const before = await accounts();
      for (const url of ["/rows", "/rows?format=csv", "/content"]) {
        const answer = await get(base() + url);
        expect(answer.statusCode).toBe(500);
        expect(answer.body).not.toContain("Ada");
        expect(answer.body).not.toContain("script");
      }
      expect((await addAccount("unseen")).statusCode).toBe(500);
      expect(await accounts()).toBe(before);
    } finally {
      await server.database.owner.query("grant insert on audit_entries to headwater_application");
    }
  });
});

describe("lists", () => {
  test("pages follow each other by cursor to the end", async () => {
    const seen: string[] = [];
    let after = "";
    do {
      const answer = (await get(`${base()}/rows?limit=3${after}`)).json();
      seen.push(...answer.rows.map((row: { name: string }) => row.name));
      after = answer.next === null ? "" : `&after=${answer.next}`;
    } while (after !== "");
    expect(seen).toEqual(names);
  });

  test.each(["x", "W10", encodeURIComponent("' or 1=1"), "WyJhIl0"])(
    "the cursor %s is not one of this list",
    async (after) => {
      const answer = await get(`${base()}/rows?after=${after}`);
      expect([answer.statusCode, answer.json().code]).toEqual([400, "cursor_invalid"]);
    },
  );

  test("as CSV no text is a formula and amounts have two places", async () => {
    const answer = await get(`${base()}/rows?format=csv&limit=2`);
    expect(answer.headers["content-disposition"]).toContain('filename="rows.csv"');
    expect(answer.body.split("\r\n").slice(0, 6)).toEqual([
      "Name,Open,On",
      "Ada,,2026-01-05",
      "'=cmd(),-12.34,2026-01-05",
      "'+1,-24.68,2026-01-05",
      "'-2,-37.02,2026-01-05",
      "'@x,-49.36,2026-01-05",
    ]);
    expect(answer.body).toContain('"say ""x"""');
    expect(answer.body).toContain("'\tTab");
    expect(answer.body.endsWith("Zoe,-111.06,2026-01-05\r\n")).toBe(true);
    const { rows } = await server.database.owner.query(
      "select action, details from audit_entries where request_id = $1 order by audit_entry_id",
      [answer.headers["x-request-id"]],
    );
    expect(rows).toEqual([
      { action: "export", details: { phase: "begun", format: "csv" } },
      { action: "export", details: { phase: "complete", rows: 10 } },
    ]);
  });

  test("as a workbook cells are typed and text is never a formula", async () => {
    const answer = await get(`${base()}/rows?format=xlsx`);
    const book = new excel.Workbook();
    await book.xlsx.read(Readable.from(answer.rawPayload));
    const row = book.worksheets[0]?.getRow(3);
    expect(row?.getCell(1).value).toBe("=cmd()");
    expect(row?.getCell(1).type).toBe(excel.ValueType.String);
    expect(row?.getCell(2).value).toBe(-12.34);
    expect(row?.getCell(3).value).toEqual(new Date("2026-01-05T00:00:00Z"));
    expect(book.worksheets[0]?.rowCount).toBe(names.length + 1);
  });
});

describe("the same command again", () => {
  test("gives the first answer and changes nothing", async () => {
    const key = { "idempotency-key": "k1" };
    const before = await accounts();
    const first = await addAccount("once", key);
    const again = await addAccount("once", key);
    expect(first.statusCode).toBe(201);
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
    expect(await accounts()).toBe(before + 1);
    const other = await addAccount("twice", key);
    expect([other.statusCode, other.json().code]).toEqual([422, "idempotency_mismatch"]);
    const refused = await addAccount("x", { "idempotency-key": "k".repeat(256) });
    expect(refused.statusCode).toBe(400);
  });

  test("of another actor is another", async () => {
    const key = { "idempotency-key": "k2" };
    const first = await addAccount("mine", key);
    const colleague = await server.token(practice, ["biller"]);
    const second = await addAccount("mine", { ...key, ...colleague });
    expect(second.json().id).not.toBe(first.json().id);
  });
});

test.each([
  [undefined, 428, "revision_required"],
  ['"6"', 412, "revision_changed"],
  ["nonsense", 412, "revision_changed"],
  ['"7"', 200, undefined],
])("If-Match %j", async (match, status, code) => {
  const headers = { ...biller, ...(match === undefined ? {} : { "if-match": match }) };
  const url = `${base()}/revised`;
  const answer = await server.app.inject({ method: "PATCH", url, headers });
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  if (status === 200) expect(answer.headers.etag).toBe('"8"');
});

describe("streams", () => {
  const upload = (payload: Buffer | Readable, more: Record<string, string> = {}) =>
    server.app.inject({
      method: "POST",
      url: `${base()}/upload`,
      headers: { ...biller, "content-type": "application/octet-stream", ...more },
      payload,
    });

  test("a file is taken up to its limit, announced or not", async () => {
    expect((await upload(Buffer.alloc(1000))).json()).toEqual({ bytes: 1000 });
    expect((await upload(Buffer.alloc(1001))).statusCode).toBe(413);
    const unannounced = Readable.from([Buffer.alloc(800), Buffer.alloc(800)]);
    expect((await upload(unannounced)).statusCode).toBe(413);
  });

  test("nobody's file is not even read", async () => {
    let pulled = 0;
    const source = new Readable({
      read() {
        pulled += 1;
        this.push(pulled > 100 ? null : Buffer.alloc(100));
      },
    });
    const answer = await server.app.inject({
      method: "POST",
      url: `${base()}/upload`,
      headers: { ...localhost, "content-type": "application/octet-stream" },
      payload: source,
    });
    expect(answer.statusCode).toBe(401);
  });

  test("a download is stored by the browser and never shown", async () => {
    const answer = await get(`${base()}/content`);
    expect(answer.headers["content-security-policy"]).toBe("sandbox; default-src 'none'");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers["content-disposition"]).toBe(
      "attachment; filename=\"x_____b__.html\"; filename*=UTF-8''x%22%0D%0A%3B%3Cb%3E%C3%A9.html",
    );
  });
});

test("browsers are told to run our own scripts only and to keep nothing", async () => {
  const { headers } = await get(`${base()}/rows`);
  expect(headers["content-security-policy"]).toContain("script-src 'self';");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["strict-transport-security"]).toBeUndefined();
});

describe("the web application", () => {
  test("its pages are one file, its assets last for ever", async () => {
    for (const url of ["/", "/claims/abc", "/report?x=1"]) {
      const answer = await get(url, localhost);
      expect(answer.body).toContain("page");
      expect(answer.headers["cache-control"]).toBe("no-cache");
    }
    const asset = await get("/assets/app-1a2b.js", localhost);
    expect(asset.headers["cache-control"]).toContain("immutable");
    expect(asset.headers["content-type"]).toContain("javascript");
    expect(asset.body).toBe("1;");
  });

  test("what takes brotli gets the compressed twin that the build laid beside", async () => {
    const headers = { ...localhost, "accept-encoding": "gzip, br" };
    const asset = await get("/assets/app-1a2b.js", headers);
    expect(asset.headers["content-encoding"]).toBe("br");
    expect(asset.headers["content-type"]).toContain("javascript");
    expect(asset.headers["cache-control"]).toContain("immutable");
    expect(asset.body).toBe("brotli");
  });

  test.each([
    "/assets/none.js",
    "/.hidden.js",
    "/../secret.txt",
    "/%2e%2e/%2e%2e/etc/passwd.x",
    "/..%2f..%2fetc/passwd.x",
  ])("%s is not found", async (url) => {
    const answer = await get(url, localhost);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });
});

describe("when the database does not answer", () => {
  async function without(pool: { url: string; size?: number }) {
    const connectionString = pool.url;
    const application = openPool({
      connectionString,
      name: "test",
      size: pool.size ?? 1,
      acquireTimeoutMs: 1000,
    });
    const database = { ...server.database, application };
    const identity = { ...server.identity, database };
    const http = await createHttpServer({
      services: { database, identity, logger: openLogger({ level: "silent" }) },
      modules: [module],
      version: "0",
      loopback: true,
      secure: false,
    });
    return { http, application };
  }

  test("it is gone: 503 within seconds, alive but not ready", async () => {
    const gone = server.database.applicationUrl.replace(/:\d+\//, ":1/");
    const { http, application } = await without({ url: gone });
    const started = Date.now();
    const answer = await http.app.inject({ url: `${base()}/rows`, headers: biller });
    expect([answer.statusCode, answer.json().code]).toEqual([503, "database_unavailable"]);
    expect(answer.headers["retry-after"]).toBe("2");
    expect(Date.now() - started).toBeLessThan(5000);
    expect((await http.app.inject({ url: "/health/live", headers: localhost })).statusCode).toBe(
      200,
    );
    expect((await http.app.inject({ url: "/health/ready", headers: localhost })).statusCode).toBe(
      503,
    );
    await http.stop();
    await application.end();
  });

  test("every connection is taken: 503 within seconds", async () => {
    const { http, application } = await without({ url: server.database.applicationUrl });
    const taken = await application.connect();
    const started = Date.now();
    const answer = await http.app.inject({ url: `${base()}/rows`, headers: biller });
    expect([answer.statusCode, answer.json().code]).toEqual([503, "service_busy"]);
    expect(Date.now() - started).toBeLessThan(5000);
    taken.release();
    expect((await http.app.inject({ url: `${base()}/rows`, headers: biller })).statusCode).toBe(
      200,
    );
    await http.stop();
    await application.end();
  });
});

test("figures are for this machine alone, and name routes, not addresses", async () => {
  await get(`${base()}/rows`);
  const figures = await get("/metrics", localhost);
  expect(figures.body).toContain('route="/api/practices/:practice/rows"');
  expect(figures.body).toContain("database_pool_connections");
  expect(figures.body).toMatch(/^audit_lag_seconds \d+$/m);
  expect(figures.body).not.toContain(practice.publicId);
  const proxied = await get("/metrics", { ...localhost, "x-forwarded-for": "203.0.113.9" });
  expect(proxied.statusCode).toBe(404);
});

test("too many requests of one address wait; others do not", async () => {
  const { database, identity } = server;
  const http = await createHttpServer({
    services: { database, identity, logger: openLogger({ level: "silent" }) },
    modules: [module],
    version: "0",
    loopback: true,
    secure: true,
    requestsPerTenSeconds: 3,
  });
  const ask = (headers: Record<string, string>) =>
    http.app.inject({ url: "/health/live", headers });
  // A credential counts for itself once it has proved good.
  expect((await http.app.inject({ url: `${base()}/rows`, headers: biller })).statusCode).toBe(200);
  const invented = (round: number) => ({ ...localhost, cookie: `headwater_session=x${round}` });
  for (let round = 0; round < 2; round += 1) {
    expect((await ask(invented(round))).statusCode).toBe(200);
  }
  const limited = await ask(invented(3));
  expect([limited.statusCode, limited.json().code]).toEqual([429, "too_many_requests"]);
  expect(limited.headers["strict-transport-security"]).toContain("max-age");
  expect((await ask(biller)).statusCode).toBe(200);
  await http.stop();
});

test("a stop lets the running request end and takes no new one", async () => {
  const { database, identity } = server;
  const http = await createHttpServer({
    services: { database, identity, logger: openLogger({ level: "silent" }) },
    modules: [module],
    version: "0",
    loopback: true,
    secure: false,
  });
  await http.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = http.app.server.address() as AddressInfo;
  const running = request({ host: "127.0.0.1", port, path: "/api/wait" }).end();
  const answered = once(running, "response");
  await expect.poll(() => release !== undefined, { timeout: 10_000 }).toBe(true);
  const stopped = http.stop();
  release?.();
  const [response] = await answered;
  expect(response.statusCode).toBe(200);
  response.resume();
  await stopped;
  await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
});
