import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { claimPagesByNumber } from "@headwater/revenue-cycle/mid-cycle/claim/claim-page.query.ts";
import { claimRecord } from "@headwater/revenue-cycle/mid-cycle/claim/claim-record.ts";
import { claimSorts } from "@headwater/revenue-cycle/mid-cycle/claim/search-claims.query.ts";
import { tableOfClaims } from "@headwater/revenue-cycle/strategy/kpi/testing/claims-of-the-table.ts";
import {
  makePractice,
  practiceId,
  practicePublicId,
} from "@headwater/revenue-cycle/strategy/kpi/testing/hand-made-practice.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let headers: Record<string, string>;
let claims: Map<string, number>;

beforeAll(async () => {
  server = await createTestServer();
  claims = await makePractice(server.database, tableOfClaims);
  headers = await server.headersFor({ practiceId, publicId: practicePublicId }, ["manager"]);
});
afterAll(() => server?.stop());

const base = `/api/practices/${practicePublicId}`;

async function get(path: string) {
  const answer = await server.app.inject({ method: "GET", url: base + path, headers });
  expect({
    path,
    status: answer.statusCode,
    body: answer.statusCode === 200 ? "" : answer.body,
  }).toEqual({ path, status: 200, body: "" });
  return answer.json();
}

function claimId(number: string): number {
  const id = claims.get(number);
  if (id === undefined) throw new Error(`no claim ${number}`);
  return id;
}

async function numbers(path: string): Promise<string[]> {
  const { rows } = await get(path);
  return rows.map((row: { patientControlNumber: string }) => row.patientControlNumber);
}

describe("claims", () => {
  test.each([
    [
      "a control number in any case",
      "c1",
      ["C17", "C16", "C18", "C10", "C15", "C14", "C12", "C11", "C13", "C19"],
    ],
    ["a last name", "Ort", undefined],
    ["last, first", "hale, rob", undefined],
    ["first last", "robert hale", undefined],
    ["a member id", "m-c08", ["C08"]],
    ["a payer claim number", "icnc20", ["C20"]],
    ["nothing", "zzz", []],
  ])("search by %s", async (_, search, expected) => {
    const found = await numbers(`/claims?search=${encodeURIComponent(search)}`);
    if (expected) expect([...found].sort()).toEqual([...expected].sort());
    else expect(found.length).toBe(10);
  });

  test("every sort pages through all claims once, in order; by deadline those still to be filed", async () => {
    for (const sort of claimSorts) {
      const whole = await get(`/claims?sort=${sort}&limit=200&total=1`);
      const paged: unknown[] = [];
      let after = "";
      do {
        const page = await get(`/claims?sort=${sort}&limit=3${after && `&after=${after}`}`);
        paged.push(...page.rows);
        after = page.next ?? "";
      } while (after);
      expect(paged).toEqual(whole.rows);
      expect(whole.total.count).toBe(sort === "filing" ? 0 : 20);
    }
    expect(await numbers("/claims?sort=service&limit=3")).toEqual(["C06", "C17", "C16"]);
    expect(await numbers("/claims?sort=charged&limit=3")).toEqual(["C12", "C11", "C15"]);
    const oldest = await numbers("/claims?sort=service-oldest&limit=200");
    expect([oldest[0], oldest[1], oldest.at(-1)]).toEqual(["C19", "C13", "C06"]);
    const newest = await numbers("/claims?sort=service&limit=200");
    expect([newest[0], newest.at(-1)]).toEqual(["C06", "C19"]);
    const last = await numbers("/claims?sort=number-last&limit=200");
    expect(last).toEqual((await numbers("/claims?sort=number&limit=200")).reverse());
  });

  test("the total counts by state as if no state were chosen; what was replaced or voided is worth nothing", async () => {
    const all = await get("/claims?total=1&limit=200");
    const denied = await get("/claims?total=1&state=denied");
    expect(denied.total.count).toBe(denied.rows.length);
    expect(denied.total.counts).toEqual(all.total.counts);
    expect(all.total.counts.state.denied).toBe(denied.total.count);
    const taken = new Set(["replaced", "void"]);
    const stands = all.rows.filter((row: { state: string }) => !taken.has(row.state));
    expect(stands.length).toBeLessThan(all.rows.length);
    const charged = stands.map((row: { chargedCents: number }) => row.chargedCents);
    expect(all.total.cents).toBe(charged.reduce((sum: number, one: number) => sum + one, 0));
  });

  test("filters narrow", async () => {
    expect(await numbers("/claims?state=rejected")).toEqual(["C05"]);
    expect(await numbers("/claims?category=bundling")).toEqual(["C04"]);
    expect(await numbers("/claims?reason=197&stage=front-end")).toEqual(["C03"]);
    const february = "/claims?serviceFrom=2026-02-01&serviceThrough=2026-03-31";
    expect(await numbers(february)).toEqual(["C07", "C08"]);
    expect(await numbers("/claims?payer=2&state=denied")).toEqual(["C13"]);
  });

  test("a claim shows its money, its denial in words and its twin", async () => {
    const denied = await get(`/claims/${claimId("C03")}`);
    expect(denied).toMatchObject({
      state: "denied",
      cents: { charged: 15000, openInsurance: 15000, denied: 15000 },
      lines: [{ lineNumber: 1, procedureCode: "99214", cents: { denied: 15000 } }],
      denials: [{ reasonCode: "197", stage: "front-end", words: { isKnown: true } }],
      source: { fileName: "claims.837", segmentFrom: 2, segmentTo: 5 },
    });
    expect(denied.denials[0].words.reason).toMatch(/authorization/i);
    const original = await get(`/claims/${claimId("C09")}`);
    expect(original.replacedBy).toMatchObject({ patientControlNumber: "C10" });
    const corrected = await get(`/claims/${claimId("C10")}`);
    expect(corrected.replaces).toMatchObject({ patientControlNumber: "C09" });
  });

  test("the timeline opens its sources, the transfers name their cause", async () => {
    const { rows } = await get(`/claims/${claimId("C01")}/timeline`);
    expect(rows[0]).toMatchObject({
      kind: "remittance",
      title: "CLAIM_ADJUDICATED",
      on: "2026-06-17",
      cents: 6000,
      source: { fileName: "claims.837", segmentFrom: 3 },
    });
    const all = await get(`/claims/${claimId("C01")}/transfers`);
    expect(all.rows.map((row: { cents: number }) => row.cents)).toEqual([
      10000, 6000, 3000, 1000, 1000,
    ]);
    const paid = await get(`/claims/${claimId("C01")}/transfers?cents=insurancePaid&line=1`);
    expect(paid.rows).toMatchObject([
      { cents: 6000, debit: { kind: "cash" }, credit: { kind: "insurance-receivable" } },
    ]);
  });

  test("one that is not there is not found", async () => {
    const url = `${base}/claims/999999`;
    const answer = await server.app.inject({ method: "GET", url, headers });
    expect(answer.statusCode).toBe(404);
  });
});

test("the command line's records say what the contract says", async () => {
  const records = await withPractice(server.database, { practiceId, actor: "test" }, async (open) =>
    (await claimPagesByNumber(open, "c04")).map(claimRecord),
  );
  expect(records).toMatchObject([
    {
      patientControlNumber: "C04",
      state: "partly-paid",
      payer: "Northway",
      cents: { charged: 30000, insurancePaid: 12000, contractual: 8000, openInsurance: 10000 },
      lines: [{ lineItemControlNumber: "C04-1" }, { procedureCode: "93000" }],
      denials: [{ groupCode: "CO", reasonCode: "97", category: "bundling", stage: "mid-cycle" }],
      replaces: null,
      replacedBy: null,
      next: [],
    },
  ]);
  const [replaced] = await withPractice(server.database, { practiceId, actor: "test" }, (open) =>
    claimPagesByNumber(open, "C09"),
  );
  expect(replaced && claimRecord(replaced)).toMatchObject({ denials: [], replacedBy: "C10" });
});

test("notes are added, listed and told in the timeline", async () => {
  const url = `${base}/claims/${claimId("C03")}/notes`;
  const payload = { text: "Asked for the authorization", nextActionOn: "2026-07-03" };
  const written = await server.app.inject({ method: "POST", url, headers, payload });
  expect(written.statusCode).toBe(201);
  const { rows } = await get(`/claims/${claimId("C03")}/notes`);
  expect(rows).toMatchObject([payload]);
  const timeline = await get(`/claims/${claimId("C03")}/timeline`);
  expect(timeline.rows.filter((row: { kind: string }) => row.kind === "note")).toHaveLength(1);
  const empty = await server.app.inject({ method: "POST", url, headers, payload: { text: " " } });
  expect(empty.statusCode).toBe(400);
  const later = { text: "Asked again", nextActionOn: "2026-07-10" };
  await server.app.inject({ method: "POST", url, headers, payload: later });
  const work = await get(`/work?claim=${claimId("C03")}`);
  expect(work.rows).toMatchObject([{ kind: "follow-up", due: "2026-07-10", cents: 15000 }]);
  await server.database.owner.query("delete from work_items where kind = 'follow-up'");
});

test("work is assigned and closed under its revision", async () => {
  const setDay = (kind: string, day: string | null) =>
    server.database.owner.query("update practices set kind = $1, business_date = $2", [kind, day]);
  await setDay("demo", "2099-01-01");
  await server.database.owner.query(
    `insert into work_items (practice_id, kind, role, why_code, cents, due_on, subject_kind,
       subject_id, need_key, evidence)
     values (1, 'second-payment', 'denial-specialist', 'CLAIM_PAID_TWICE', 15000, '2026-07-05', 'claim', $1,
         'a', '[]'),
       (1, 'rejection', 'biller', 'CLAIM_REJECTED', 8000, null, 'claim', $2, 'b',
         '[{"transactionSetId": 1, "segmentFrom": 4}]')`,
    [claimId("C03"), claimId("C05")],
  );
  const { rows, total } = await get("/work?total=1");
  expect(rows).toMatchObject([
    { kind: "second-payment", subject: { kind: "claim", label: "C03" }, due: "2026-07-05" },
    { kind: "rejection", due: null, evidence: [{ fileName: "claims.837", segmentFrom: 4 }] },
  ]);
  expect(total).toEqual({
    count: 2,
    cents: 23000,
    counts: {
      kind: { "second-payment": 1, rejection: 1 },
      due: { overdue: 1, none: 1 },
      role: { biller: 1, "denial-specialist": 1 },
    },
  });
  const ofBiller = await get("/work?total=1&role=biller");
  expect(ofBiller.total).toMatchObject({ count: 1, counts: { kind: { rejection: 1 } } });
  expect(ofBiller.total.counts.role).toEqual(total.counts.role);
  const overdue = await get("/work?due=overdue&total=1");
  expect(overdue.rows).toMatchObject([{ kind: "second-payment" }]);
  expect(overdue.total).toMatchObject({ count: 1, counts: { due: { none: 1 } } });
  expect((await get("/work?due=week")).rows).toEqual([]);
  await setDay("practice", null);
  const ofClaim = await get(`/work?claim=${claimId("C03")}`);
  expect(ofClaim.rows).toMatchObject([{ kind: "second-payment" }]);
  expect(await get(`/work/${ofClaim.rows[0].id}`)).toEqual(ofClaim.rows[0]);
  expect((await get("/work?remittance=999999")).rows).toEqual([]);
  expect((await get(`/claims/${claimId("C03")}`)).next).toMatchObject([{ kind: "second-payment" }]);
  const patch = (payload: object, revision?: string) =>
    server.app.inject({
      method: "PATCH",
      url: `${base}/work/${rows[0].id}`,
      headers: revision ? { ...headers, "if-match": revision } : headers,
      payload,
    });
  expect((await patch({ assignedTo: "user:1" })).statusCode).toBe(428);
  const assigned = await patch({ assignedTo: "user:1" }, '"1"');
  expect(assigned.json()).toMatchObject({ assignedTo: "user:1", revision: 2 });
  expect((await patch({ close: { reason: "paid meanwhile" } }, '"1"')).statusCode).toBe(412);
  const closed = await patch({ close: { reason: "paid meanwhile" } }, '"2"');
  expect(closed.json()).toMatchObject({ state: "closed", closeReason: "paid meanwhile" });
  expect((await patch({ assignedTo: null }, '"3"')).json().code).toBe("work_closed");
  expect((await get("/work?role=denial-specialist")).rows).toEqual([]);
});

test("remittances by date, amount and trace, with their claims", async () => {
  const all = await get("/remittances?limit=200&total=1");
  expect(all.total.count).toBe(all.rows.length);
  expect(all.total.counts.verdict.quarantined).toBe(1);
  const dates = all.rows.map((row: { effectiveOn: string }) => row.effectiveOn);
  expect(dates).toEqual([...dates].sort().reverse());
  const [largest] = (await get("/remittances?sort=paid&limit=1")).rows;
  expect(largest.paidCents).toBe(23520);
  expect((await get(`/remittances?search=${largest.traceNumber}`)).rows).toHaveLength(1);
  const shown = await get(`/remittances/${largest.id}`);
  expect(shown.balance.equations).toHaveLength(1);
  const list = await get(`/remittances/${largest.id}/claims`);
  expect(list.rows).toMatchObject([
    { patientControlNumber: "C11", matchRule: "control-number", outcome: "posted" },
  ]);
  expect(list.rows[0].adjustments[0]).toMatchObject({ groupCode: "PR", words: "Coinsurance" });
  expect((await get("/remittances?verdict=quarantined")).rows).toHaveLength(1);
});

test("the report, its measures and the rows of a figure", async () => {
  const report = await get("/report");
  expect(report).toMatchObject({ asOf: "2026-06-30", read: { claims: 20 } });
  expect(await get("/report")).toEqual(report);
  const { rows } = await get("/report/measures?by=payer&asOf=2026-06-30");
  expect(rows.length).toBeGreaterThan(30);
  const figure = await get("/report/rows?figure=initialDenialRate&total=1&limit=2");
  expect(figure).toMatchObject({ asOf: "2026-06-30", total: { count: 4, cents: 4 } });
  expect(figure.rows).toHaveLength(2);
  const second = await get(`/report/rows?figure=initialDenialRate&limit=2&after=${figure.next}`);
  expect(second.next).toBeNull();
  expect(await numbers("/report/rows?figure=denied&payer=NORTH&code=197")).toEqual(["C03"]);
  const june = await get("/report/rows?figure=denied&month=2026-06&limit=200");
  expect(june.rows.map((row: { on: string }) => row.on.slice(0, 7))).toEqual(
    june.rows.map(() => "2026-06"),
  );
  expect(june.rows.length).toBeGreaterThan(0);
  const url = `${base}/report/rows?figure=nonsense`;
  const unknown = await server.app.inject({ method: "GET", url, headers });
  expect(unknown.json()).toMatchObject({ status: 404, code: "figure_unknown" });
});

test("the books by account, and what moved an account", async () => {
  const { rows } = await get("/ledger/accounts");
  expect(rows.find((row: { kind: string }) => row.kind === "suspense")).toMatchObject({
    cents: -3300,
  });
  const balance = rows.reduce((sum: number, row: { cents: number }) => sum + row.cents, 0);
  expect(balance).toBe(0);
  const moved = await get("/ledger/accounts/unmatched-reversal/transfers");
  expect(moved.rows).toMatchObject([{ cents: 800, debit: { kind: "unmatched-reversal" } }]);
});

test("every list is exported as CSV and as a workbook", async () => {
  const lists = [
    "/claims",
    "/remittances",
    "/files",
    "/work",
    "/payers",
    "/ledger/accounts",
    "/report/rows?figure=denied",
    `/claims/${claimId("C01")}/transfers`,
  ];
  for (const list of lists) {
    for (const format of ["csv", "xlsx"]) {
      const url = `${base}${list}${list.includes("?") ? "&" : "?"}format=${format}`;
      const answer = await server.app.inject({ method: "GET", url, headers });
      expect({ url, status: answer.statusCode }).toEqual({ url, status: 200 });
      expect(answer.headers["content-disposition"]).toContain(`.${format}`);
    }
  }
  const url = `${base}/claims?format=csv&search=C03`;
  const { body } = await server.app.inject({ method: "GET", url, headers });
  expect(body.trim().split("\r\n")[1]).toContain('C03,1,"Ortiz, Lena",Northway,2026-06-05');
});

test("an import takes files whole, shows them and gives them back", async () => {
  const opened = await server.app.inject({ method: "POST", url: `${base}/imports`, headers });
  const { id } = opened.json();
  const bytes =
    "ISA*00*          *00*          *ZZ*US             *ZZ*THEM           *260101*1200*^*00501*000000001*0*P*:~GS*HC*US*THEM*20260101*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*1*20260101*1200*CH~SE*3*0001~GE*1*1~IEA*1*000000001~";
  const upload = (name: string | undefined) =>
    server.app.inject({
      method: "POST",
      url: `${base}/imports/${id}/files`,
      headers: {
        ...headers,
        "content-type": "application/octet-stream",
        ...(name === undefined ? {} : { "x-file-name": name }),
      },
      payload: bytes,
    });
  expect((await upload(undefined)).json().code).toBe("file_name_missing");
  const received = await upload(encodeURIComponent("Januar/ä.837"));
  expect(received.statusCode).toBe(202);
  const file = received.json();
  expect(file.name).toBe("Januar/ä.837");
  expect((await get(`/imports/${id}`)).files).toMatchObject([
    { id: file.id, verdict: "waiting", byteLength: Buffer.byteLength(bytes) },
  ]);
  expect((await get(`/files/${file.id}`)).transactionSets).toEqual([]);
  expect((await get(`/files/${file.id}/issues`)).rows).toEqual([]);
  const found = await get("/files?search=januar&total=1");
  expect(found.rows).toHaveLength(1);
  expect(found.total).toMatchObject({ count: 1, counts: { verdict: { waiting: 1 } } });
  const { segments } = await get(`/files/${file.id}/segments?from=3&to=4`);
  expect(segments).toMatchObject([
    { number: 3, id: "ST", raw: "ST*837*0001*005010X222A1~" },
    { number: 4, id: "BHT", elements: [{ position: "BHT01", value: "0019" }, {}, {}, {}, {}, {}] },
  ]);
  const url = `${base}/files/${file.id}/content`;
  const content = await server.app.inject({ method: "GET", url, headers });
  expect(content.body).toBe(bytes);
  expect(content.headers["content-disposition"]).toContain("attachment");
});
