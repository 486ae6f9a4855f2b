import {
  hcpcsRows,
  hcpcsText,
  icd10cmCodes,
  icd10cmOrder,
} from "@headwater/code-sets/official/testing/official-samples.ts";
import { zipOf } from "@headwater/revenue-cycle/back-end/file/testing/zip-of.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let practice: TestPractice;
let owner: Record<string, string>;

beforeAll(async () => {
  server = await createTestServer();
  practice = await server.createPractice("Codes");
  owner = await server.headersFor(practice, ["owner"]);
});
afterAll(() => server?.stop());

async function get(path: string, headers = owner) {
  const url = `/api/practices/${practice.publicId}/code-sets${path}`;
  const answer = await server.app.inject({ method: "GET", url, headers });
  return { status: answer.statusCode, body: answer.json() };
}

async function send(name: string, content: string | Buffer, headers = owner, query = "") {
  const answer = await server.app.inject({
    method: "POST",
    url: `/api/practices/${practice.publicId}/code-sets/files${query}`,
    headers: {
      ...headers,
      "content-type": "application/octet-stream",
      "x-file-name": encodeURIComponent(name),
    },
    payload: Buffer.from(content as string),
  });
  return { status: answer.statusCode, body: answer.json() };
}

describe("official files over HTTP", () => {
  test("only who leads the installation loads them", async () => {
    const coder = await server.headersFor(practice, ["coder"]);
    const refused = await send("icd10cm-order-2026.txt", icd10cmOrder(icd10cmCodes), coder);
    expect(refused).toMatchObject({ status: 403, body: { code: "permission_missing" } });
    expect((await get("", coder)).status).toBe(200);
  });

  test("an archive has a verdict for each of its files", async () => {
    const archive = zipOf({
      "Code Descriptions/icd10cm_order_2026.txt": Buffer.from(icd10cmOrder(icd10cmCodes)),
      "HCPC2026_OCT_ANWEB.txt": Buffer.from(hcpcsText(hcpcsRows.slice(0, 3))),
      "readme.pdf": Buffer.from("x"),
      "notes.txt": Buffer.from("Dear all"),
    });
    const { status, body } = await send("2026-codes.zip", archive);
    expect(status).toBe(200);
    expect(
      body.files.map((file: { verdict: string; reasonCode: string | null; line: number | null }) =>
        [file.verdict, file.reasonCode, file.line].filter((part) => part !== null).join(" "),
      ),
    ).toEqual(["read", "refused CODE_FILE_TRUNCATED 5", "not-used", "not-used"]);
    const files = await get("/files?limit=10");
    expect(files.body.rows.map((row: { name: string }) => row.name)).toEqual([
      "2026-codes.zip/notes.txt",
      "2026-codes.zip/readme.pdf",
      "2026-codes.zip/HCPC2026_OCT_ANWEB.txt",
      "2026-codes.zip/Code Descriptions/icd10cm_order_2026.txt",
    ]);
  });

  test("what is loaded answers for its days and no others", async () => {
    const { body } = await get("?on=2026-03-01");
    expect(body.rows[0]).toMatchObject({ codeSet: "icd-10-cm", state: "in-force", rows: 9 });
    const search = await get("/codes?search=diabetes&on=2026-03-01&billable=1");
    expect(search.body.rows).toMatchObject([{ code: "E119", standing: "valid" }]);
    expect((await get("/codes?search=diabetes&on=2024-03-01")).body.rows).toEqual([]);
    const code = await get("/codes/e11.9?on=2024-03-01");
    expect(code.body.standings).toMatchObject([{ answer: "not-loaded" }]);
    const pair = await get("/pairs?first=99213&second=36415");
    expect(pair.body).toEqual({ answer: "not-loaded", edition: null, edits: [] });
  });

  test.each([
    [
      "a damaged archive",
      "x.zip",
      Buffer.from("PK\u0003\u0004 and no more"),
      "CODE_FILE_ARCHIVE_UNSAFE",
    ],
    ["nothing at all", "empty.txt", Buffer.alloc(0), "CODE_FILE_UNKNOWN"],
    ["a workbook", "HCPC2026.xlsx", Buffer.from("PK"), "CODE_FILE_WORKBOOK"],
    ["zero bytes", "z.txt", Buffer.alloc(5000), "CODE_FILE_UNKNOWN"],
    [
      "a zero byte within",
      "icd10cm-order-2028.txt",
      Buffer.from(icd10cmOrder(icd10cmCodes).replace("Cholera due", "Cholera\0due")),
      "CODE_FILE_WRONG_VALUE",
    ],
  ])("%s is refused and told", async (_, name, content, code) => {
    const { status, body } = await send(name, content);
    expect({
      status,
      verdict: body.files?.[0]?.verdict,
      code: body.files?.[0]?.reasonCode,
    }).toEqual({ status: 200, verdict: "refused", code });
  });

  test("a file without a name is no request", async () => {
    expect(await send("", "x")).toMatchObject({ status: 400, body: { code: "file_name_missing" } });
  });
});
