import { once } from "node:events";
import { readdirSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { tableOfClaims } from "@headwater/revenue-cycle/strategy/kpi/testing/claims-of-the-table.ts";
import {
  makePractice,
  practiceId,
  practicePublicId,
} from "@headwater/revenue-cycle/strategy/kpi/testing/hand-made-practice.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestServer } from "./testing/test-server.ts";

type Headers = Record<string, string>;

let server: TestServer;
let owner: Headers;
let port: number;
const base = `/api/practices/${practicePublicId}`;

beforeAll(async () => {
  server = await createTestServer();
  await makePractice(server.database, tableOfClaims);
  owner = await server.headersFor({ practiceId, publicId: practicePublicId }, ["owner"]);
  await server.database.owner.query(
    "select setval(pg_get_serial_sequence('practices', 'practice_id'), 100)",
  );
  await server.app.listen({ host: "127.0.0.1", port: 0 });
  port = (server.app.server.address() as AddressInfo).port;
});
afterAll(() => server?.stop());

const count = async (table: string) => {
  const { rows } = await server.database.owner.query<{ count: number }>(
    `select count(*) as count from ${table} where practice_id = $1`,
    [practiceId],
  );
  return rows[0]?.count ?? 0;
};
const firstId = async (table: string, column: string) => {
  const { rows } = await server.database.owner.query<{ id: number }>(
    `select min(${column}) as id from ${table} where practice_id = $1`,
    [practiceId],
  );
  return rows[0]?.id ?? 0;
};
const send = (method: "POST" | "PATCH", url: string, payload?: object, headers: Headers = {}) =>
  server.app.inject({
    method,
    url,
    headers: { ...owner, ...headers },
    ...(payload ? { payload } : {}),
  });

/** Bytes on a bare connection, which is ended once there is an answer; what came back. */
async function bare(...pieces: readonly string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (piece: Buffer) => {
    answer += piece.toString();
  });
  socket.on("error", () => undefined);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise((wake) => setTimeout(wake, 50));
  }
  const answered = new Promise((resolve) => socket.once("data", resolve));
  if (answer === "") await Promise.race([answered, closed]);
  socket.end();
  await closed;
  return answer;
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

describe("at once", () => {
  test("one key, one note: the others are told to wait, and then get the same answer", async () => {
    const claim = await firstId("claims", "claim_id");
    const before = await count("notes");
    const note = () =>
      send("POST", `${base}/claims/${claim}/notes`, { text: "once" }, { "idempotency-key": "k1" });
    const answers = await Promise.all(Array.from({ length: 8 }, note));
    expect(new Set(answers.map((answer) => answer.statusCode))).toContain(201);
    for (const answer of answers) {
      if (answer.statusCode !== 201) expect(answer.json().code).toBe("idempotency_in_flight");
    }
    const first = answers.find((answer) => answer.statusCode === 201)?.json();
    expect((await note()).json()).toEqual(first);
    expect(await count("notes")).toBe(before + 1);
  });

  test("of changes to one revision one is made and none is lost", async () => {
    const { rows } = await server.database.owner.query<{ id: number; revision: number }>(
      `insert into work_items (practice_id, kind, role, why_code, subject_kind, subject_id, need_key)
       values ($1, 'rejection', 'biller', 'claim-rejected', 'claim', 1, 'at once')
       returning work_item_id as id, revision`,
      [practiceId],
    );
    const [item] = rows;
    const assign = (name: string) =>
      send(
        "PATCH",
        `${base}/work/${item?.id}`,
        { assignedTo: name },
        {
          "if-match": `"${item?.revision}"`,
        },
      );
    const names = Array.from({ length: 8 }, (_, at) => `person ${at}`);
    const answers = await Promise.all(names.map(assign));
    const made = answers.filter((answer) => answer.statusCode === 200);
    expect(made).toHaveLength(1);
    expect(answers.filter((answer) => answer.statusCode === 412)).toHaveLength(7);
    const now = await server.app.inject({ url: `${base}/work/${item?.id}`, headers: owner });
    expect(now.json().assignedTo).toBe(made[0]?.json().assignedTo);
  });

  test("of two practices that take one name the second is told so", async () => {
    const others = [await server.createPractice("Other 1"), await server.createPractice("Other 2")];
    const headers = await server.localOwner();
    const answers = await Promise.all(
      others.map(({ publicId }) =>
        server.app.inject({
          method: "PATCH",
          url: `/api/practices/${publicId}`,
          headers: { ...headers, "if-match": '"1"' },
          payload: { name: "The same" },
        }),
      ),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
  });
});

describe("a connection that does not keep to the form", () => {
  const head = () =>
    `POST ${base}/imports HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${owner.authorization}\r\n`;
  test.each([
    ["two lengths", "Content-Length: 2\r\nContent-Length: 4\r\n\r\n{}{}"],
    ["a length and chunks", "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
    ["a negative length", "Content-Length: -1\r\n\r\n"],
    ["a length that is none", "Content-Length: 0x10\r\n\r\n"],
    ["a chunk that is none", "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"],
    ["a header over lines", "X-A: b\r\n c: d\r\n\r\n"],
    ["a bare line feed in a header", "X-A: b\nX-C: d\r\n\r\n"],
    ["headers without end", `X-A: ${"a".repeat(40_000)}\r\n\r\n`],
  ])("%s is refused", async (_name, rest) => {
    const before = await count("imports");
    expect([400, 431]).toContain(statusOf(await bare(head() + rest)));
    expect(await count("imports")).toBe(before);
  });

  test("one that falls silent within its headers is closed", async () => {
    const started = Date.now();
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined).resume();
    socket.write("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
    await once(socket, "close");
    expect(Date.now() - started).toBeLessThan(20_000);
  }, 30_000);

  test.each([
    "/..%2f..%2fpackage.json",
    "/assets/..%2f..%2f..%2fpackage.json",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/..%5c..%5cpackage.json",
    "//etc/passwd",
    "/%00",
    "/%zz",
    `/api/practices/${"a".repeat(5000)}/claims`,
    `/api/practices/..%2f${practicePublicId}/claims`,
    "/api/practices/%00/claims",
  ])("the address %s leads nowhere", async (path) => {
    const answer = await bare(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
    expect([200, 400, 401, 404, 414]).toContain(statusOf(answer));
    expect(answer).not.toMatch(/"workspaces"|root:|dependencies/);
  });
});

describe("an upload", () => {
  const spooled = () =>
    readdirSync(tmpdir()).filter((name) => name.startsWith("headwater-upload-")).length;
  async function uploadHead(more: string): Promise<string> {
    const opened = await send("POST", `${base}/imports`);
    return `POST ${base}/imports/${opened.json().id}/files HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${owner.authorization}\r\nContent-Type: application/octet-stream\r\n${more}\r\n`;
  }

  test("that ends before its announced length leaves nothing", async () => {
    const [files, spools] = [await count("files"), spooled()];
    for (let round = 0; round < 10; round += 1) {
      const head = await uploadHead("X-File-Name: a.837\r\nContent-Length: 100000\r\n");
      // At once, while the server still asks the database; and in the middle of the bytes.
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(head);
        setTimeout(() => socket.destroy(), round);
      });
      await once(
        socket.on("error", () => undefined),
        "close",
      );
      const broken = connect(port, "127.0.0.1", () => {
        broken.write(`${head}ISA*00*`);
        setTimeout(() => broken.end(), 50);
      });
      await once(broken.on("error", () => undefined).resume(), "close");
    }
    await expect.poll(spooled).toBeLessThanOrEqual(spools);
    expect(await count("files")).toBe(files);
  });

  test("that goes on after its announced length: the rest is never a request", async () => {
    const head = await uploadHead("X-File-Name: b.837\r\nContent-Length: 5\r\n");
    const answer = await bare(`${head}ISA*0GET /health/live`, " nonsense\r\n\r\n");
    expect([202, 400]).toContain(statusOf(answer));
    expect(answer).not.toContain('"live"');
  });

  test("announced larger than allowed is refused before it is sent", async () => {
    const head = await uploadHead("X-File-Name: c.837\r\nContent-Length: 99999999999\r\n");
    expect(statusOf(await bare(head))).toBe(413);
  });

  test("whose name holds line ends, steps upwards and a formula does no harm anywhere", async () => {
    const name = "../../=cmd|'x'!A1\r\nSet-Cookie: a=b;\u202egnp.837";
    const opened = await send("POST", `${base}/imports`);
    const sent = await server.app.inject({
      method: "POST",
      url: `${base}/imports/${opened.json().id}/files`,
      headers: {
        ...owner,
        "content-type": "application/octet-stream",
        "x-file-name": encodeURIComponent(name),
      },
      payload: Buffer.from("hello"),
    });
    expect(sent.statusCode).toBe(202);
    expect(sent.json().name).toBe("=cmd|'x'!A1Set-Cookie: a=b;gnp.837");
    const url = `${base}/files/${sent.json().id}/content`;
    const content = await server.app.inject({ url, headers: owner });
    expect(content.headers["set-cookie"]).toBeUndefined();
    expect(content.headers["content-disposition"]).not.toMatch(/[\r\n]|\.\./);
    const list = await server.app.inject({ url: `${base}/files?format=csv`, headers: owner });
    expect(list.body).toContain(`\r\n"'=cmd|'x'!A1Set-Cookie: a=b;gnp.837",`);
  });
});

test("a session that somebody else chose is not taken over", async () => {
  const chosen = "headwater_session=chosen-by-another";
  const headers = { host: "127.0.0.1", cookie: chosen };
  const before = await server.app.inject({ url: "/api/session", headers });
  expect(before.statusCode).toBe(401);
  const { cookie } = await server.localOwner();
  expect(cookie).not.toBe(chosen);
  expect((await server.app.inject({ url: "/api/session", headers })).statusCode).toBe(401);
});

test("a form of another site's making is not even read", async () => {
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
    const answer = await server.app.inject({
      method: "POST",
      url: `${base}/imports`,
      headers: { ...owner, "content-type": type },
      payload: "a=b",
    });
    expect([type, answer.statusCode]).toEqual([type, 415]);
  }
});

test("a token makes no practice that nobody would own", async () => {
  const answer = await send("POST", "/api/practices", { name: "Nobody's" });
  expect([answer.statusCode, answer.json().code]).toEqual([403, "permission_missing"]);
});

test("a stored command does not give its password away", async () => {
  const body = {
    email: "someone@example.org",
    name: "Lena Ortiz",
    password: "words that are many and long",
    roles: ["biller"],
  };
  const answer = await send("POST", `${base}/users`, body, { "idempotency-key": "guess" });
  expect(answer.statusCode).toBe(201);
  const { inputHash } = await import("@headwater/platform/idempotency/run-idempotently.ts");
  const { rows } = await server.database.owner.query<{ input_hash: string }>(
    "select input_hash from idempotency_keys where key = 'guess'",
  );
  const guess = inputHash([{ practice: practicePublicId }, {}, body]);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.input_hash).not.toBe(guess);
  const again = await send("POST", `${base}/users`, body, { "idempotency-key": "guess" });
  expect(again.json()).toEqual(answer.json());
  const other = { ...body, password: "another password than before" };
  const mismatch = await send("POST", `${base}/users`, other, { "idempotency-key": "guess" });
  expect(mismatch.json().code).toBe("idempotency_mismatch");
});
