import { sql } from "@headwater/platform/database/sql.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { buildClaims } from "@headwater/revenue-cycle/mid-cycle/claim/build-claims.command.ts";
import {
  type SeededPractice,
  seedEncounter,
  seedPractice,
} from "@headwater/revenue-cycle/mid-cycle/claim/testing/seed-practice.command.ts";
import type { AttachmentRow } from "@headwater/revenue-cycle/work/attachment/attachment-answers.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

type Headers = Record<string, string>;

let server: TestServer;
let practice: TestPractice;
let biller: Headers;
let seeded: SeededPractice;
let claim: number;
let authorization: number;

beforeAll(async () => {
  server = await createTestServer();
  practice = await server.createPractice("Attachments");
  biller = await server.headersFor(practice, ["biller"]);
  const { practiceId } = practice;
  seeded = await withPractice(server.database, { practiceId, actor: "test" }, async (t) => {
    const made = await seedPractice(t);
    const encounter = await seedEncounter(t, made);
    await buildClaims(t, [encounter], "2026-06-15");
    ({ claim } = await t.one<{ claim: number }>(sql`select claim_id as claim from claims`));
    return made;
  });
  authorization = await insertAuthorization();
});
afterAll(() => server?.stop());

async function insertAuthorization(): Promise<number> {
  const { rows } = await server.database.owner.query<{ id: string }>(
    `insert into authorizations (practice_id, patient_id, payer_id, coverage_id, state)
     values ($1, $2, $3, $4, 'requested') returning authorization_id as id`,
    [practice.practiceId, seeded.patientId, seeded.payerId, seeded.coverageId],
  );
  return Number(rows[0]?.id);
}

const pdf = (text: string) => Buffer.from(`%PDF-1.4\n${text}`);
const address = (path: string, { publicId } = practice) => `/api/practices/${publicId}/${path}`;

async function send(path: string, name: string, content: Buffer, headers = biller) {
  const answer = await server.app.inject({
    method: "POST",
    url: address(`${path}/attachments`),
    headers: {
      "content-type": "application/octet-stream",
      "x-file-name": encodeURIComponent(name),
      ...headers,
    },
    payload: content,
  });
  return { status: answer.statusCode, body: answer.json() };
}

async function list(path: string, headers = biller): Promise<AttachmentRow[]> {
  const answer = await server.app.inject({ url: address(`${path}/attachments`), headers });
  expect(answer.statusCode).toBe(200);
  return answer.json().rows;
}

async function change(path: string, row: AttachmentRow, body?: object) {
  const answer = await server.app.inject({
    method: "POST",
    url: address(`${path}/attachments/${row.id}/${body === undefined ? "put-back" : "take-off"}`),
    headers: { ...biller, "if-match": `"${row.revision}"` },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const places = () => [
  `claims/${claim}`,
  `patients/${seeded.patientId}`,
  `authorizations/${authorization}`,
];

async function documents(): Promise<number> {
  const { rows } = await server.database.owner.query<{ count: number }>(
    "select count(*)::integer as count from documents",
  );
  return rows[0]?.count ?? 0;
}

describe("attachments", () => {
  test("a document is attached to each of the three, listed and given out as it came", async () => {
    for (const path of places()) {
      const content = pdf(path);
      const sent = await send(path, "scans/Card (front).pdf", content);
      expect(sent).toMatchObject({
        status: 201,
        body: {
          name: "Card (front).pdf",
          mediaType: "application/pdf",
          byteLength: content.length,
          removedAt: null,
          revision: 1,
        },
      });
      const [row] = await list(path);
      expect(row).toEqual(sent.body);
      const given = await server.app.inject({
        url: address(`${path}/attachments/${row?.id}/content`),
        headers: biller,
      });
      expect(given.rawPayload.equals(content)).toBe(true);
      expect(given.headers["content-disposition"]).toMatch(/^attachment;/);
      expect(given.headers["content-security-policy"]).toContain("sandbox");
    }
  });

  test("what cannot be attached is refused by a code of its own and leaves nothing behind", async () => {
    const path = `claims/${claim}`;
    const before = await documents();
    const refusals = [
      await send(path, "page.pdf", Buffer.from("<html><script>")),
      await send(path, "empty.pdf", Buffer.alloc(0)),
      await send(path, "", pdf("x"), { ...biller, "x-file-name": "%zz" }),
      await send(path, "again.pdf", pdf(path)),
      await send(path, "large.pdf", Buffer.concat([pdf(""), Buffer.alloc(26 * 1024 * 1024)])),
      await send("claims/999999", "card.pdf", pdf("x")),
    ];
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
      [415, "attachment_type_refused"],
      [400, "attachment_empty"],
      [400, "file_name_missing"],
      [409, "attachment_known"],
      [413, "body_too_large"],
      [404, "not_found"],
    ]);
    expect(await documents()).toBe(before);
  });

  test("taken off with a reason it stays on file, and is put back once", async () => {
    const path = `patients/${seeded.patientId}`;
    const [row] = await list(path);
    if (row === undefined) throw new Error("nothing is attached");
    expect((await change(path, row, { reason: "x" })).status).toBe(400);
    const taken = await change(path, row, { reason: "Of another patient" });
    expect(taken.body).toMatchObject({ removeReason: "Of another patient", revision: 2 });
    expect(await change(path, row, { reason: "Again" })).toMatchObject({
      status: 412,
      body: { code: "revision_changed" },
    });
    const given = await server.app.inject({
      url: address(`${path}/attachments/${row.id}/content`),
      headers: biller,
    });
    expect(given.statusCode).toBe(200);
    const twin = await send(path, "same.pdf", pdf(path));
    expect(twin.status).toBe(201);
    expect(await change(path, taken.body)).toMatchObject({
      status: 409,
      body: { code: "attachment_known" },
    });
    expect((await change(path, twin.body, { reason: "Twice" })).status).toBe(200);
    expect((await change(path, taken.body)).body).toMatchObject({ removedAt: null, revision: 3 });
    expect((await list(path)).map(({ removedAt }) => removedAt === null)).toEqual([true, false]);
  });

  test("an attachment of one thing is not found at another", async () => {
    const [row] = await list(`claims/${claim}`);
    const url = address(`patients/${seeded.patientId}/attachments/${row?.id}/content`);
    expect((await server.app.inject({ url, headers: biller })).statusCode).toBe(404);
  });

  test("another practice sees none of it, whatever it asks", async () => {
    const other = await server.createPractice("Other");
    const [row] = await list(`claims/${claim}`);
    const stranger = await server.headersFor(other, ["owner"]);
    for (const place of [practice, other]) {
      const url = address(`claims/${claim}/attachments/${row?.id}/content`, place);
      const answer = await server.app.inject({ url, headers: stranger });
      expect([403, 404]).toContain(answer.statusCode);
    }
    const seen = await withPractice(
      server.database,
      { practiceId: other.practiceId, actor: "test" },
      (t) => t.query(sql`select count(*)::integer as count from attachments`),
    );
    expect(seen).toEqual([{ count: 0 }]);
  });

  test("each list, document and change is in the audit log", async () => {
    const { rows } = await server.database.owner.query<{ action: string }>(
      `select distinct action from audit_entries
       where practice_id = $1 and category = 'attachment' order by 1`,
      [practice.practiceId],
    );
    expect(rows.map(({ action }) => action)).toEqual(["change", "create", "export", "read"]);
  });
});
