import type { FileOutline } from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import type { ReadingContext } from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import {
  importBytes,
  testContext,
} from "@headwater/revenue-cycle/back-end/file/testing/import-texts.ts";
import { type CleanSampleName, sampleText } from "@headwater/x12/testing/clean-samples.ts";
import { generate835, generate837P } from "@headwater/x12/testing/generate.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let context: ReadingContext;
let headers: Record<string, string>;

beforeAll(async () => {
  server = await createTestServer();
  context = await testContext(server.database, "trees");
  headers = await server.headersFor(context.practice, ["biller"]);
});
afterAll(() => server?.stop());

async function get(path: string) {
  const url = `/api/practices/${context.practice.publicId}${path}`;
  const answer = await server.app.inject({ method: "GET", url, headers });
  return { status: answer.statusCode, body: answer.json() };
}

/** The public id of a file that was read. */
async function fileOf(name: string, bytes: Uint8Array | string): Promise<string> {
  await importBytes(context, name, bytes);
  const { body } = await get(`/files?search=${name}`);
  return body.rows[0].id;
}

const outlineOf = async (file: string, query = ""): Promise<FileOutline> =>
  (await get(`/files/${file}/outline${query}`)).body;

describe("the tree of a file", () => {
  test("has loops, names, elements and its issues in place", async () => {
    const text = sampleText("professional").replace("XX*1234567893", "XX*1234567890");
    const file = await fileOf("wrong.837", text);
    const { rows, total } = await outlineOf(file);
    expect([rows.length, total]).toEqual([59, 57]);
    const provider = rows.find(({ issues }) => issues.length > 0);
    expect(provider).toMatchObject({
      number: 10,
      id: "NM1",
      name: "Billing provider",
      loops: [{ id: "2000A" }, { id: "2010AA", name: "Billing provider" }],
      opensLoop: true,
      issues: [{ segment: 10, code: "X12_PROVIDER_ID", element: 9 }],
    });
    expect(provider?.elements.at(-1)).toEqual({
      position: "NM109",
      element: 9,
      component: null,
      name: "Identifier",
      value: "1234567890",
    });
    expect((await get(`/files/${file}/find`)).body).toEqual({ segment: 10, searchedTo: 10 });
    const none = { segment: null, searchedTo: null };
    const later = (await get(`/files/${file}/find?after=1000`)).body;
    expect(later).toEqual(none);
    expect((await get(`/files/${file}/find?before=40`)).body.segment).toBeGreaterThanOrEqual(10);
    expect((await get(`/files/${file}/find?before=2`)).body).toEqual(none);
  });

  // One error in a clean file of each kind, and the segment and element that it must stand at.
  test.each<readonly [CleanSampleName, string, string, string, number]>([
    ["remittance", "CAS*CO*29*40", "CAS*CO*999*40", "X12_ADJUSTMENT_REASON", 2],
    ["institutional", "SV2*0120", "SV2*120", "X12_REVENUE_CODE", 1],
    ["dental", "SV3*AD:D2150", "SV3*AD:D215", "X12_PROCEDURE_CODE", 1],
    ["implementationAcknowledgment", "AK9*P*2*2*1", "AK9*P*2*1*2", "X12_ACKNOWLEDGMENT_COUNTS", 4],
    ["claimAcknowledgment", "STC*A7:507", "STC*A7:X07", "X12_STATUS_CODE", 1],
    ["eligibilityInquiry", "DMG*D8*19700101", "DMG*D8*19701301", "X12_DATE", 2],
    ["eligibilityAnswer", "N4*CHICAGO*IL*60602", "N4*CHICAGO*XX*60602", "X12_STATE", 2],
    [
      "statusInquiry",
      "NM1*1P*2*RIVERBEND*****XX*1234567893",
      "NM1*1P*2*RIVERBEND*****XX*1234567890",
      "X12_PROVIDER_ID",
      9,
    ],
    ["statusAnswer", "DTP*472*D8*20250102~SVC", "DTP*472*D8*20250132~SVC", "X12_DATE", 3],
    ["reviewRequest", "HI*ABK:J189", "HI*ABK:J18.9", "X12_DIAGNOSIS_CODE", 1],
    ["enrollment", "N4*CHICAGO*IL*60602", "N4*CHICAGO*XX*60602", "X12_STATE", 2],
    ["premium", "RMR*AZ*POL1**500", "RMR*AZ*POL1**5OO", "X12_DECIMAL", 4],
    ["attachment", "BIN*4*TEXT", "BIN*2*TEXT", "X12_BINARY_LENGTH", 1],
  ])("%s opens as a tree with its issue in place", async (name, from, to, code, element) => {
    const text = sampleText(name);
    const file = await fileOf(`${name}.tree`, text.replace(from, to));
    const { rows, judged } = await outlineOf(file);
    expect(judged).toBe(true);
    // Binary content of a wrong length moves what stands behind it.
    if (name !== "attachment") expect(rows.length).toBe(text.split("~").length - 1);
    const wrong = rows.find(({ issues }) => issues.some((issue) => issue.code === code));
    expect(wrong?.id).toBe(to.split("*")[0]);
    expect(wrong?.issues).toContainEqual(expect.objectContaining({ code, element }));
    const loops = rows.filter(({ loops }) => loops.length > 0);
    for (const row of loops) expect(row.loops.every((loop) => loop.name !== "")).toBe(true);
    for (const row of rows) expect([row.id, row.name !== ""]).toEqual([row.id, true]);
  });

  test("shows what full validation says, in the second set as in the first", async () => {
    const text = sampleText("professional").replace("DMG*D8*19700101*F", "DMG*D8*19700101*Q");
    const [head = "", set = "", tail = ""] = text.split(/(ST\*837.*SE\*\d+\*0001~)/);
    const second = set.replace("ST*837*0001", "ST*837*0002").replace(/\*0001~$/, "*0002~");
    const file = await fileOf("sexes.837", head + set + second + tail.replace("GE*1", "GE*2"));
    const { rows, judged } = await outlineOf(file);
    expect(judged).toBe(true);
    const wrong = rows.filter(({ issues }) => issues.some(({ code }) => code === "X12_CODE"));
    expect(wrong.map(({ id }) => id)).toEqual(["DMG", "DMG"]);
    const [, last] = wrong;
    const part = await outlineOf(file, `?from=${last?.number}&to=${last?.number}`);
    expect(part.rows).toEqual([last]);
    expect(last?.issues).toContainEqual(
      expect.objectContaining({ segment: last?.number, code: "X12_CODE", element: 3 }),
    );
  });

  test("leads from one issue of validation to the next, and back, across sets", async () => {
    const good = sampleText("professional");
    const [head = "", set = "", tail = ""] = good.split(/(ST\*837.*SE\*\d+\*0001~)/);
    const wrong = set.replace("DMG*D8*19700101*F", "DMG*D8*19700101*Q");
    const sets = [set, wrong, set, wrong.replace("N4*CHICAGO*IL*60602", "N4*CHICAGO*XX*60602")];
    const numbered = sets.map((text, at) => text.replaceAll("*0001", `*000${at + 1}`));
    const file = await fileOf("far.837", head + numbered.join("") + tail.replace("GE*1", "GE*4"));
    const { rows } = await outlineOf(file);
    const places = rows.filter(({ issues }) => issues.length > 0).map(({ number }) => number);
    expect(places).toHaveLength(3);
    const find = async (query: string) => (await get(`/files/${file}/find?${query}`)).body.segment;
    const forth = [];
    for (let at = 0; ; at = forth.at(-1)) {
      const next = await find(`after=${at}`);
      if (next === null) break;
      forth.push(next);
    }
    expect(forth).toEqual(places);
    const back = [];
    for (let at = rows.length + 1; ; at = back.at(-1)) {
      const last = await find(`before=${at}`);
      if (last === null) break;
      back.push(last);
    }
    expect(back).toEqual([...places].reverse());
  });

  test.each([
    ["claims.837", generate837P],
    ["payments.835", generate835],
  ])("is the same part by part as whole, wherever a part begins: %s", async (name, generate) => {
    const options = { seed: 5, claims: 150, claimsPerSet: 60 };
    const file = await fileOf(name, Buffer.concat([...generate(options)]));
    const whole = [];
    for (let from = 1; ; from += 500) {
      const { rows } = await outlineOf(file, `?from=${from}&to=${from + 499}`);
      whole.push(...rows);
      if (rows.length < 500) break;
    }
    expect(whole.map(({ number }) => number)).toEqual(whole.map((_, at) => at + 1));
    for (const from of [1, 2, 3, 40, 777, 1501, 2000, whole.length - 3, whole.length + 50]) {
      const { rows } = await outlineOf(file, `?from=${from}&to=${from + 19}`);
      expect(rows).toEqual(whole.slice(from - 1, from + 19));
    }
    const sought = whole.findLast(({ id }) => id === "CLM" || id === "CLP");
    const number = sought?.elements[0]?.value ?? "";
    const { body } = await get(`/files/${file}/find?after=3&text=${number.toLowerCase()}`);
    expect(body).toEqual({ segment: sought?.number, searchedTo: sought?.number });
    const nobody = await get(`/files/${file}/find?text=nobody-of-this-name`);
    expect(nobody.body).toEqual({ segment: null, searchedTo: null });
  });

  test("of a file without any set is what can be read of it; of an unknown one there is none", async () => {
    const text = sampleText("professional").slice(0, 170);
    const file = await fileOf("cut.837", text);
    expect((await outlineOf(file)).rows.map(({ id }) => id)).toContain("ISA");
    const unknown = "01a00000-0000-7000-8000-000000000000";
    expect((await get(`/files/${unknown}/outline`)).status).toBe(404);
    expect((await get(`/files/${unknown}/find`)).status).toBe(404);
    expect((await get(`/files/${file}/outline?from=0`)).status).toBe(400);
  });

  test("is on record as read", async () => {
    const { rows } = await server.database.owner.query(
      "select count(*)::integer as count from audit_entries where action = 'read' and category = 'file'",
    );
    expect(rows[0].count).toBeGreaterThan(10);
  });
});
