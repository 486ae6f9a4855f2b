import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { chargeItemsOf } from "@headwater/revenue-cycle/masters/charge-master/list-charge-items.query.ts";
import { isEnrolledOn } from "@headwater/revenue-cycle/masters/enrollment/enrollment.ts";
import { enrollmentsWith } from "@headwater/revenue-cycle/masters/enrollment/list-enrollments.query.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let practice: TestPractice;
let biller: Record<string, string>;

beforeAll(async () => {
  server = await createTestServer();
  practice = await server.createPractice("Masters");
  biller = await server.headersFor(practice, ["biller"]);
});
afterAll(() => server?.stop());

type Asked = {
  readonly headers?: Record<string, string>;
  readonly payload?: object;
  readonly revision?: number;
};

async function call(method: "GET" | "POST" | "PUT", path: string, asked: Asked = {}) {
  const url = `/api/practices/${practice.publicId}${path}`;
  const match = asked.revision === undefined ? {} : { "if-match": `"${asked.revision}"` };
  const headers = { ...biller, ...match, ...asked.headers };
  const payload = asked.payload === undefined ? {} : { payload: asked.payload };
  const answer = await server.app.inject({ method, url, headers, ...payload });
  const isJson = String(answer.headers["content-type"]).includes("json");
  return {
    status: answer.statusCode,
    body: isJson ? answer.json() : answer.body,
    etag: String(answer.headers.etag),
  };
}

async function eventsOf(subjectKind: string, subjectId: number) {
  const { rows } = await server.database.owner.query(
    "select kind, actor, change from events where practice_id = $1 and subject_kind = $2 and subject_id = $3 order by event_id",
    [practice.practiceId, subjectKind, subjectId],
  );
  return rows;
}

const codesOf = (body: { fields: readonly { code: string }[] }) =>
  body.fields.map(({ code }) => code);

const address = {
  addressLine1: "1 River Street",
  city: "Albany",
  state: "NY",
  postalCode: "12207-1234",
};

describe("the practice's profile", () => {
  test("is unstated at first and changes by its revision", async () => {
    const before = await call("GET", "/profile");
    expect(before).toMatchObject({ status: 200, etag: '"0"', body: { submitterName: null } });
    const payload = { submitterName: "Riverside Family", submitterIdentifier: "RFM01" };
    expect((await call("PUT", "/profile", { payload })).status).toBe(428);
    const stated = await call("PUT", "/profile", { payload, revision: 0 });
    expect(stated).toMatchObject({ status: 200, etag: '"1"', body: payload });
    const late = await call("PUT", "/profile", { payload, revision: 0 });
    expect(late).toMatchObject({ status: 412, body: { code: "revision_changed" } });
    const wrong = await call("PUT", "/profile", {
      payload: { ...payload, billingProviderId: 999, contactPhone: "1" },
      revision: 1,
    });
    expect([wrong.status, codesOf(wrong.body)]).toEqual([
      422,
      ["PROVIDER_UNKNOWN", "PHONE_INVALID"],
    ]);
    const again = await call("PUT", "/profile", {
      payload: { ...payload, statementMessage: "Thank you." },
      revision: 1,
    });
    expect(again).toMatchObject({ status: 200, body: { statementMessage: "Thank you." } });
    const told = await eventsOf("practice", practice.practiceId);
    expect(told.map(({ kind }) => kind)).toContain("practice-profile-changed");
  });

  test("is changed by those alone who keep the masters", async () => {
    const headers = await server.headersFor(practice, ["coder"]);
    expect((await call("GET", "/profile", { headers })).status).toBe(200);
    const refused = await call("PUT", "/profile", { headers, payload: {}, revision: 2 });
    expect(refused).toMatchObject({ status: 403, body: { code: "permission_missing" } });
  });
});

describe("facilities", () => {
  const office = { name: "Main Street", npi: "1234567893", placeOfService: "11", ...address };
  test("are added, changed, listed and told of", async () => {
    const added = await call("POST", "/facilities", { payload: office });
    expect(added).toMatchObject({ status: 201, etag: '"1"', body: { postalCode: "122071234" } });
    const { id } = added.body;
    expect(await call("POST", "/facilities", { payload: office })).toMatchObject({
      status: 409,
      body: { code: "facility_taken" },
    });
    const payload = { ...office, placeOfService: "22" };
    const changed = await call("PUT", `/facilities/${id}`, { payload, revision: 1 });
    expect(changed).toMatchObject({ status: 200, etag: '"2"', body: { placeOfService: "22" } });
    const same = await call("PUT", `/facilities/${id}`, { payload, revision: 2 });
    expect(same).toMatchObject({ status: 200, etag: '"2"' });
    expect((await call("PUT", `/facilities/${id}`, { payload, revision: 1 })).status).toBe(412);
    expect((await call("PUT", "/facilities/99999", { payload, revision: 1 })).status).toBe(404);
    const second = await call("POST", "/facilities", { payload: { ...office, name: "Annex" } });
    const taken = await call("PUT", `/facilities/${second.body.id}`, { payload, revision: 1 });
    expect(taken).toMatchObject({ status: 409, body: { code: "facility_taken" } });
    const list = await call("GET", "/facilities?total=1&limit=1");
    expect(list.body).toMatchObject({ total: { count: 2 }, rows: [{ name: "Annex" }] });
    const next = await call("GET", `/facilities?limit=1&after=${list.body.next}`);
    expect(next.body.rows).toMatchObject([{ name: "Main Street" }]);
    expect((await eventsOf("facility", id)).map(({ kind, change }) => [kind, change])).toEqual([
      ["facility-added", expect.objectContaining({ place_of_service: "11" })],
      [
        "facility-changed",
        {
          columns: ["place_of_service"],
          before: { place_of_service: "11" },
          after: { place_of_service: "22" },
        },
      ],
    ]);
  });
});

describe("payers, plans and enrolments", () => {
  test("a payer keeps its identifier, and gets one if it has none", async () => {
    const draft = { name: "Northway Health", identifier: "NWH01", lineOfBusiness: "commercial" };
    const added = await call("POST", "/payers", { payload: draft });
    expect(added).toMatchObject({ status: 201, body: { key: "NWH01", claimRoute: "electronic" } });
    const twice = await call("POST", "/payers", { payload: { ...draft, identifier: "nwh01" } });
    expect(twice).toMatchObject({ status: 409, body: { code: "payer_taken" } });
    const path = `/payers/${added.body.id}`;
    const other = await call("PUT", path, {
      payload: { ...draft, identifier: "NWH02" },
      revision: 1,
    });
    expect(other).toMatchObject({ status: 409, body: { code: "payer_identifier_fixed" } });
    const payload = { ...draft, filingIndicator: "ci", connectionName: "house", ...address };
    const changed = await call("PUT", path, { payload, revision: 1 });
    expect(changed).toMatchObject({ status: 200, body: { filingIndicator: "CI", state: "NY" } });
    const named = await call("POST", "/payers", { payload: { name: "Named Only" } });
    expect(named.body).toMatchObject({ key: "NAME:NAMED ONLY", identifier: null });
    const given = await call("PUT", `/payers/${named.body.id}`, {
      payload: { name: "Named Only", identifier: "NO1" },
      revision: 1,
    });
    expect(given.body).toMatchObject({ key: "NO1", identifier: "NO1" });
    const list = await call("GET", "/payers?search=nwh&total=1");
    expect(list.body).toMatchObject({ total: { count: 1 }, rows: [{ name: "Northway Health" }] });
    expect((await call("GET", "/payers?lineOfBusiness=medicare")).body.rows).toEqual([]);
  });

  test("a payer of the directory is taken over once, and links the one on file", async () => {
    const { body } = await call("GET", "/payer-directory?search=medicare part b ohio&total=1");
    expect(body).toMatchObject({
      total: { count: 1 },
      rows: [{ payerId: null, identifier: "15202" }],
    });
    const payload = { directoryId: body.rows[0].id };
    const copied = await call("POST", "/payers/from-directory", { payload });
    expect(copied.body).toMatchObject({ lineOfBusiness: "medicare", filingIndicator: "MB" });
    const again = await call("POST", "/payers/from-directory", { payload });
    expect(again.body).toEqual(copied.body);
    const listed = await call("GET", "/payer-directory?search=15202");
    expect(listed.body.rows).toMatchObject([{ payerId: copied.body.id }]);
    await server.database.owner.query(
      "insert into payers (practice_id, identifier_key, identifier, name) values ($1, '61101', '61101', 'HUMANA INC')",
      [practice.practiceId],
    );
    const humana = await call("GET", "/payer-directory?search=61101");
    const linked = await call("POST", "/payers/from-directory", {
      payload: { directoryId: humana.body.rows[0].id },
    });
    expect(linked.body).toMatchObject({ name: "HUMANA INC", lineOfBusiness: "commercial" });
    const none = await call("POST", "/payers/from-directory", { payload: { directoryId: 99999 } });
    expect(none.status).toBe(404);
  });

  test("plans stand once under their payer", async () => {
    const { body } = await call("GET", "/payers?search=NWH01");
    const payload = { payerId: body.rows[0].id, name: "Northway PPO", kind: "ppo" };
    const added = await call("POST", "/plans", { payload });
    expect(added).toMatchObject({ status: 201, body: { payerName: "Northway Health" } });
    expect((await call("POST", "/plans", { payload })).body.code).toBe("plan_taken");
    const unknown = await call("POST", "/plans", { payload: { ...payload, payerId: 99999 } });
    expect([unknown.status, codesOf(unknown.body)]).toEqual([422, ["PAYER_UNKNOWN"]]);
    const changed = await call("PUT", `/plans/${added.body.id}`, {
      payload: { ...payload, needsAuthorization: true },
      revision: 1,
    });
    expect(changed.body).toMatchObject({ needsAuthorization: true, revision: 2 });
    const list = await call("GET", `/plans?payer=${payload.payerId}`);
    expect(list.body.rows).toHaveLength(1);
  });

  test("an enrolment answers for a day", async () => {
    const { body } = await call("GET", "/payers?search=NWH01");
    const payerId: number = body.rows[0].id;
    const credentialing = await server.headersFor(practice, ["credentialing"]);
    const payload = { payerId, transaction: "837P", state: "active", effectiveFrom: "2026-02-01" };
    const headers = credentialing;
    const added = await call("POST", "/enrollments", { payload, headers });
    expect(added).toMatchObject({ status: 201, body: { providerId: null } });
    const twice = await call("POST", "/enrollments", { payload });
    expect(twice).toMatchObject({ status: 409, body: { code: "enrollment_taken" } });
    const faulty = { ...payload, providerId: 999, effectiveFrom: "" };
    const wrong = await call("POST", "/enrollments", { payload: faulty });
    expect(codesOf(wrong.body)).toEqual(["PROVIDER_UNKNOWN", "ACTIVE_NEEDS_DAY"]);
    const ended = await call("PUT", `/enrollments/${added.body.id}`, {
      payload: { ...payload, state: "ended", effectiveTo: "2026-03-31" },
      revision: 1,
    });
    expect(ended.body).toMatchObject({ state: "ended", payerName: "Northway Health" });
    const scope = { practiceId: practice.practiceId, actor: "test" };
    const rows = await withPractice(server.database, scope, (transaction) =>
      enrollmentsWith(transaction, [payerId]),
    );
    const asked = { payerId, providerId: 1, transaction: "837P" } as const;
    expect(isEnrolledOn(rows, { ...asked, on: "2026-03-01" }).is).toBe("yes");
    expect(isEnrolledOn(rows, { ...asked, on: "2026-04-01" }).reason).toBe("ENDED");
    expect(isEnrolledOn(rows, { ...asked, transaction: "835", on: "2026-03-01" }).is).toBe(
      "unknown",
    );
  });
});

describe("prices", () => {
  const visit = { procedureCode: "99213", priceCents: 14_500, effectiveFrom: "2026-01-01" };
  test("no day has two, and a later one may end the earlier", async () => {
    const first = await call("POST", "/charge-items", { payload: visit });
    expect(first).toMatchObject({ status: 201, body: { priceCents: 14_500, modifiers: "" } });
    const later = { ...visit, priceCents: 15_000, effectiveFrom: "2026-07-01" };
    const refused = await call("POST", "/charge-items", { payload: later });
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: "charge_item_overlaps",
        detail: `99213 from 2026-07-01 overlaps 99213 from 2026-01-01 (price ${first.body.id}).`,
      },
    });
    const taken = await call("POST", "/charge-items", { payload: { ...later, endsEarlier: true } });
    expect(taken.status).toBe(201);
    const ended = await call("GET", `/charge-items/${first.body.id}`);
    expect(ended.body).toMatchObject({ effectiveTo: "2026-06-30", revision: 2 });
    const withModifier = { ...later, modifiers: "95, 25", ndc: "", endsEarlier: false };
    const other = await call("POST", "/charge-items", { payload: withModifier });
    expect(other.body.modifiers).toBe("25 95");
    const back = await call("PUT", `/charge-items/${first.body.id}`, {
      payload: visit,
      revision: 2,
    });
    expect(back.body.code).toBe("charge_item_overlaps");
    const june = await call("GET", "/charge-items?on=2026-06-15&total=1");
    expect(june.body).toMatchObject({ total: { count: 1 }, rows: [{ priceCents: 14_500 }] });
    const csv = await call("GET", "/charge-items?format=csv&search=992");
    expect(csv.body).toContain("99213,25 95,,,150.00");
    const scope = { practiceId: practice.practiceId, actor: "test" };
    const items = await withPractice(server.database, scope, (transaction) =>
      chargeItemsOf(transaction, ["99213"]),
    );
    expect(items).toHaveLength(3);
  });

  test("two at once do not both stand", async () => {
    const payload = { ...visit, procedureCode: "99214" };
    const answers = await Promise.all([
      call("POST", "/charge-items", { payload }),
      call("POST", "/charge-items", { payload: { ...payload, effectiveFrom: "2026-02-01" } }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test("a drug keeps how much of it one unit is", async () => {
    const payload = {
      ...visit,
      procedureCode: "J1885",
      ndc: "00409-3795-01",
      ndcUnit: "ml",
      ndcUnitsEach: "0.50",
    };
    const { body } = await call("POST", "/charge-items", { payload });
    expect(body).toMatchObject({ ndc: "00409379501", ndcUnit: "ML", ndcUnitsEach: "0.5" });
    const same = await call("PUT", `/charge-items/${body.id}`, { payload, revision: 1 });
    expect(same.body.revision).toBe(1);
  });
});

test("a fee schedule is listed with what Medicare allows, as far as it is loaded", async () => {
  await server.database.owner.query(
    `insert into fee_schedule_rows (practice_id, payer_id, procedure_code, allowed_cents, effective_from)
     select practice_id, payer_id, '99213', 9150, '2026-01-01' from payers
     where practice_id = $1 and identifier_key = 'NWH01'`,
    [practice.practiceId],
  );
  const plain = await call("GET", "/fee-schedule?code=992&on=2026-06-01&total=1");
  expect(plain.body).toMatchObject({
    total: { count: 1 },
    rows: [{ payerName: "Northway Health", allowedCents: 9150, medicare: "not-asked" }],
  });
  const beside = await call("GET", "/fee-schedule?locality=13282-01");
  expect(beside.body.rows).toMatchObject([
    { medicare: "not-loaded", medicareNonfacilityCents: null },
  ]);
});

describe("an import", () => {
  const text =
    "procedure_code,price,effective_from,label\n" +
    "99215,250.00,2026-01-01,Long visit\n99214,210.00,2027-01-01,\n9921,1.00,2026-01-01,\n";
  test("shows what would become of each row, and writes once it is confirmed", async () => {
    const preview = await call("POST", "/charge-items/import", { payload: { text } });
    expect(preview.body).toMatchObject({
      isWritten: false,
      counts: { added: 2, changed: 0, same: 0, refused: 1 },
      rows: [
        { row: 4, outcome: "refused", reasons: [{ column: "procedure_code" }] },
        { row: 2, outcome: "added" },
        { row: 3, outcome: "added" },
      ],
    });
    expect((await call("GET", "/charge-items?search=99215")).body.rows).toEqual([]);
    const payload = { text, confirmed: preview.body.digest };
    const written = await call("POST", "/charge-items/import", { payload });
    expect(written).toMatchObject({ status: 200, body: { isWritten: true } });
    const visit = await call("GET", "/charge-items?search=99214");
    const days = visit.body.rows.map((row: { effectiveTo: string | null }) => row.effectiveTo);
    expect(days).toEqual(["2026-12-31", null]);
    const long = await call("GET", "/charge-items?search=long");
    expect(long.body.rows).toMatchObject([{ procedureCode: "99215", priceCents: 25_000 }]);
    const again = await call("POST", "/charge-items/import", { payload });
    expect(again).toMatchObject({ status: 409, body: { code: "import_changed" } });
    const repeated = await call("POST", "/charge-items/import", { payload: { text } });
    expect(repeated.body.counts).toEqual({ added: 0, changed: 0, same: 2, refused: 1 });
    const [{ id }] = long.body.rows;
    expect((await eventsOf("charge-item", id)).map(({ kind }) => kind)).toEqual([
      "charge-item-added",
    ]);
  });

  test("of payers changes those on file and adds others", async () => {
    const payers =
      "identifier,name,filing_indicator\nNWH01,Northway Health,12\nNWH09,Northway East,\n";
    const preview = await call("POST", "/payers/import", { payload: { text: payers } });
    expect(preview.body.counts).toEqual({ added: 1, changed: 1, same: 0, refused: 0 });
    const confirmed = { text: payers, confirmed: preview.body.digest };
    expect((await call("POST", "/payers/import", { payload: confirmed })).status).toBe(200);
    const { body } = await call("GET", "/payers?search=NWH0");
    expect(body.rows).toMatchObject([
      { key: "NWH09", filingIndicator: null, claimRoute: "electronic" },
      { key: "NWH01", filingIndicator: "12" },
    ]);
    const told = await eventsOf("payer", body.rows[1].id);
    expect(told.at(-1)).toMatchObject({
      kind: "payer-changed",
      change: { before: { filing_indicator: "CI" }, after: { filing_indicator: "12" } },
    });
  });

  test("of fee schedules is repeatable", async () => {
    const rows =
      "payer_id,payer,procedure_code,allowed,effective_from,effective_to\n" +
      "NWH01,,99213,95.00,2026-01-01,\nNWH01,,99214,130.00,2026-01-01,2026-12-31\n";
    const preview = await call("POST", "/fee-schedule/import", { payload: { text: rows } });
    expect(preview.body.counts).toEqual({ added: 1, changed: 1, same: 0, refused: 0 });
    const payload = { text: rows, confirmed: preview.body.digest };
    expect((await call("POST", "/fee-schedule/import", { payload })).status).toBe(200);
    const again = await call("POST", "/fee-schedule/import", { payload: { text: rows } });
    expect(again.body.counts.same).toBe(2);
    const list = await call("GET", "/fee-schedule?code=99214");
    expect(list.body.rows).toMatchObject([{ allowedCents: 13_000, effectiveTo: "2026-12-31" }]);
  });

  test("of something else says what its first line must name", async () => {
    const payload = { text: "a,b\n1,2\n" };
    const { status, body } = await call("POST", "/payers/import", { payload });
    expect([status, body.code, body.detail]).toEqual([
      422,
      "import_unreadable",
      "The first line must name these columns: identifier, name",
    ]);
  });
});

test("the setup is judged by what is on file", async () => {
  const { status, body } = await call("GET", "/setup");
  expect(status).toBe(200);
  const standing = new Map(
    body.rows.map((row: { item: string; isDone: boolean }) => [row.item, row.isDone]),
  );
  expect(standing.get("facilities")).toBe(true);
  expect(standing.get("prices")).toBe(true);
  expect(standing.get("submitter")).toBe(false);
  expect(standing.get("billing-provider")).toBe(false);
  expect(standing.get("code-sets")).toBe(false);
});

test("another practice sees none of it", async () => {
  const other = await server.createPractice("Elsewhere");
  const headers = await server.headersFor(other, ["biller"]);
  for (const list of ["facilities", "payers", "plans", "enrollments", "charge-items"]) {
    const url = `/api/practices/${other.publicId}/${list}`;
    const answer = await server.app.inject({ method: "GET", url, headers });
    expect(answer.json().rows).toEqual([]);
  }
});
