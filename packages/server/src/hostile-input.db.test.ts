import type { Route } from "@headwater/platform/http/route.ts";
import { tableOfClaims } from "@headwater/revenue-cycle/strategy/kpi/testing/claims-of-the-table.ts";
import {
  makePractice,
  practiceId,
  practicePublicId,
} from "@headwater/revenue-cycle/strategy/kpi/testing/hand-made-practice.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { declaredRoutes } from "./openapi.ts";
import { createTestServer, type TestServer } from "./testing/test-server.ts";

type Headers = Record<string, string>;

let server: TestServer;
/** A token that leads the practice, and the local owner, who may also what only persons may. */
let actors: Headers[];
let records: Record<string, string>;

beforeAll(async () => {
  server = await createTestServer();
  await makePractice(server.database, tableOfClaims);
  const practice = { practiceId, publicId: practicePublicId };
  actors = [await server.headersFor(practice, ["owner"]), await server.localOwner()];
  const id = async (table: string, column: string) => {
    const { rows } = await server.database.owner.query<{ id: string }>(
      `select ${column}::text as id from ${table} where practice_id = $1 limit 1`,
      [practiceId],
    );
    return rows[0]?.id ?? "00000000-0000-7000-8000-000000000000";
  };
  records = {
    practice: practicePublicId,
    claim: await id("claims", "claim_id"),
    remittance: await id("remittances", "remittance_id"),
    workItem: await id("work_items", "work_item_id"),
    file: await id("files", "public_id"),
    import: await id("imports", "public_id"),
    token: await id("api_tokens", "public_id"),
    kind: "cash",
    code: "E11.9",
    provider: await id("providers", "provider_id"),
    id: await id("payers", "payer_id"),
    patient: await id("patients", "patient_id"),
    guarantor: "1",
    coverage: "1",
    appointment: "1",
    authorization: "1",
    check: "1",
    filter: "1",
    hold: "1",
    attachment: "1",
    user: "00000000-0000-7000-8000-000000000000",
    session: "00000000-0000-7000-8000-000000000000",
  };
});
afterAll(() => server?.stop());

/** Texts that have broken programs like this one. */
const texts: Readonly<Record<string, string>> = {
  "a zero byte": "a\u0000b",
  "half a pair": "a\ud800b",
  "control characters": "\u0001\u001b[31m\u202e",
  quotes: "O'Brien\"; drop table claims; --",
  wildcards: "%_%\\",
  braces: "{1,2}",
  "a long text": "x".repeat(900),
  "a year that is none": "0000-01-01",
  "the last year": "9999-12-31",
  "a day that is none": "2026-02-30",
  "a number too large": "9007199254740991",
  "a number beyond all": "9".repeat(30),
  "a negative number": "-1",
  "no number": "NaN",
  prototype: "__proto__",
  empty: "",
};

const routes = declaredRoutes().filter(
  // Ends the session that the other calls use.
  (route) => !(route.method === "DELETE" && route.url === "/api/session"),
);
const keyOf = (route: Route) => `${route.method} ${route.url}`;
const named = (list: readonly Route[]) => list.map((route) => [keyOf(route), route] as const);

interface Asked {
  readonly params?: Headers;
  readonly query?: Headers;
  readonly headers?: Headers;
  readonly body?: unknown;
}

/** Calls a route as every actor; returns the statuses that are faults of ours, with what was asked. */
async function faults(route: Route, asked: Asked): Promise<string[]> {
  const found: string[] = [];
  const params: Headers = { ...records, ...asked.params };
  const path = route.url.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(Buffer.from(params[name] ?? "x").toString()),
  );
  const query = new URLSearchParams(asked.query).toString();
  const streams = route.schema.body === "stream";
  const bodyless = route.method === "GET" || route.method === "DELETE";
  for (const actor of actors) {
    const answer = await server.app.inject({
      method: route.method,
      url: query === "" ? path : `${path}?${query}`,
      headers: {
        ...actor,
        "if-match": '"1"',
        ...(bodyless
          ? {}
          : { "content-type": streams ? "application/octet-stream" : "application/json" }),
        ...asked.headers,
      },
      ...(bodyless ? {} : { payload: payloadOf(asked.body) }),
    });
    const problem = answer.statusCode >= 400 ? answer.json().code : "";
    if (answer.statusCode >= 500) found.push(`${answer.statusCode} ${JSON.stringify(asked)}`);
    if (answer.statusCode >= 400 && typeof problem !== "string") found.push("no problem body");
  }
  return found;
}

const payloadOf = (body: unknown) => (typeof body === "string" ? body : JSON.stringify(body ?? {}));

const fieldsOf = (schema: Route["schema"]["query"]): string[] => Object.keys(schema.shape);

describe("no route fails of what is in its address", () => {
  test.each(named(routes))("%s", async (_key, route) => {
    const found: string[] = [];
    for (const value of Object.values(texts)) {
      for (const field of fieldsOf(route.schema.query)) {
        found.push(...(await faults(route, { query: { [field]: value } })));
      }
      for (const field of fieldsOf(route.schema.params)) {
        if (value !== "") found.push(...(await faults(route, { params: { [field]: value } })));
      }
    }
    expect(found).toEqual([]);
  });
});

/** Keys of every length and type, as a forged cursor may hold them. */
const keys: readonly unknown[] = Object.values(texts).flatMap(
  (text) =>
    [
      [text],
      [text, 1],
      [text, text],
      [null, 1],
      [text, text, 1],
      [Number.MAX_SAFE_INTEGER],
      [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
      [-1, 1],
      ["2026-01-01", Number.MAX_SAFE_INTEGER],
    ] as const,
);

describe("no list fails of a forged cursor", () => {
  test.each(named(routes.filter((route) => route.list)))("%s", async (_key, route) => {
    const found: string[] = [];
    for (const key of new Set(keys.map((one) => JSON.stringify(one)))) {
      const after = Buffer.from(key).toString("base64url");
      if (after.length <= 1000) found.push(...(await faults(route, { query: { after } })));
    }
    expect(found).toEqual([]);
  });
});

const uuid = "00000000-0000-7000-8000-000000000000";
const provider = {
  npi: "1234567893",
  isOrganization: false,
  lastName: "Hale",
  firstName: "Ruth",
  taxonomy: "207Q00000X",
  isRendering: true,
  taxId: "123456789",
  addressLine1: "1 River Street",
  city: "Albany",
  state: "NY",
  postalCode: "12207",
  phone: "5185550100",
  effectiveFrom: "2026-01-01",
};

const guarantor = {
  lastName: "Ortiz",
  firstName: "Mia",
  addressLine1: "1 River Street",
  city: "Albany",
  state: "NY",
  postalCode: "12207",
  phone: "5185550100",
};
const edit = {
  code: "OWN_EDIT",
  stage: "claim",
  condition: { is: "compare", fact: "claim.chargedCents", operator: ">", value: 100 },
  message: "Look at {claim.chargedCents}.",
  severity: "hold",
  ownerRole: "biller",
  field: "claim.chargedCents",
  effectiveFrom: "2026-01-01",
  source: "own rule",
};
const patient = {
  ...guarantor,
  chartNumber: "A1",
  firstName: "Lena",
  dateOfBirth: "2015-02-03",
  gender: "F",
  guarantor: { ...guarantor, relationship: "19" },
};

const place = { addressLine1: "1 River Street", city: "Albany", state: "NY", postalCode: "12207" };
const facility = { name: "Main Street", placeOfService: "11", ...place };
const payer = { name: "Northway", identifier: "NWH", filingIndicator: "CI", ...place };
const plan = { payerId: 1, name: "Northway PPO", kind: "ppo", effectiveFrom: "2026-01-01" };
const enrollment = {
  payerId: 1,
  transaction: "837P",
  state: "active",
  effectiveFrom: "2026-01-01",
};
const filingLimit = {
  payerId: 1,
  kind: "original",
  length: "90",
  source: "contract",
  effectiveFrom: "2026-01-01",
};
const authorizationRule = {
  payerId: 1,
  procedureCodes: "70450-70559",
  source: "payer's list",
  effectiveFrom: "2026-01-01",
};
const price = { procedureCode: "99213", priceCents: 14500, effectiveFrom: "2026-01-01" };
const coverage = {
  payerId: 1,
  rank: 1,
  memberId: "W1",
  relationship: "19",
  subscriberLastName: "Ortiz",
  subscriberFirstName: "Mia",
  subscriberDateOfBirth: "1985-03-04",
  subscriberGender: "F",
  effectiveFrom: "2025-01-01",
};

const appointment = {
  patientId: 1,
  providerId: 1,
  day: "2026-12-01",
  time: "09:00",
  minutes: 20,
  kind: "office-visit",
  reason: "cough",
  services: [{ procedureCode: "99213", modifiers: ["25"], units: 1 }],
};
const authorization = {
  coverageId: 1,
  state: "approved",
  number: "A1",
  procedureCodes: ["97110-97140"],
  effectiveFrom: "2026-01-01",
};

/** A body of each route that is taken, so that each of its texts can be made hostile alone. */
const encounter = {
  patientId: 1,
  serviceFrom: "2026-06-12",
  placeOfService: "11",
  circumstances: { priorAuthorization: "A1", relatedCauses: ["EM"], note: "x" },
  diagnoses: ["E119"],
  lines: [{ procedureCode: "99213", modifiers: ["25"], diagnosisPointers: [1], units: "1" }],
};

const claimParty = {
  entityCode: "IL",
  isPerson: true,
  lastNameOrOrganization: "Alder",
  idQualifier: "MI",
  id: "W1",
  address: { line1: "1 Road", city: "Town", state: "IL", postalCode: "60000" },
  references: [{ qualifier: "SY", id: "1" }],
  contacts: [],
};

const claimEdit = {
  facilityCode: "11",
  relatedCauses: [],
  coverage: { sequence: "P", relationship: "18", subscriber: claimParty },
  otherCoverages: [],
  codes: [{ qualifier: "ABK", code: "E119" }],
  dates: [{ qualifier: "431", from: "2026-06-01" }],
  references: [{ qualifier: "G1", id: "A1" }],
  amounts: [{ qualifier: "F5", cents: 100 }],
  notes: [{ qualifier: "ADD", text: "x" }],
  attachments: [],
  parties: [],
  lines: [
    {
      number: 1,
      procedure: { qualifier: "HC", code: "99213", modifiers: ["25"] },
      chargedCents: 100,
      diagnosisPointers: [1],
      emergency: false,
      dates: [],
      references: [],
      amounts: [],
      quantities: [],
      notes: [],
      parties: [],
      adjudications: [],
    },
  ],
};

const connection = {
  name: "House",
  folder: "house",
  senderId: "RVRSD",
  receiverId: "HOUSE",
  receiverName: "House",
};

const paperEntry = {
  payerId: 1,
  method: "CHK",
  traceNumber: "10442",
  paidOn: "2026-01-02",
  paid: "60.00",
  remark: "EOB on paper",
  claims: [
    {
      claimId: 1,
      statusCode: "1",
      payerClaimNumber: "",
      paid: "",
      lines: [{ lineNumber: 1, allowed: "80", paid: "60", reasons: "CO45 20 PR2 20" }],
    },
  ],
  adjustments: [{ reasonCode: "L6", reference: "", amount: "1.00" }],
};

const bodies: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  "POST /api/practices/:practice/claims/:claim/attachments/:attachment/take-off": [
    { reason: "Of another patient" },
  ],
  "POST /api/practices/:practice/patients/:patient/attachments/:attachment/take-off": [
    { reason: "Of another patient" },
  ],
  "POST /api/practices/:practice/authorizations/:authorization/attachments/:attachment/take-off": [
    { reason: "Of another patient" },
  ],
  "POST /api/session/local-token": [{ token: "x" }],
  "POST /api/session": [{ email: "a@example.org", password: "x", code: "123456" }],
  "POST /api/me/password": [{ current: "x", password: "a long password of words" }],
  "POST /api/me/totp/confirm": [{ code: "123456" }],
  "POST /api/me/totp/remove": [{ password: "x", code: "123456" }],
  "POST /api/practices": [{ name: "Another", kind: "practice" }],
  "PATCH /api/practices/:practice": [{ name: "Renamed", timeZone: "America/Chicago" }],
  "POST /api/practices/:practice/users": [
    { email: "b@example.org", name: "B", password: "a long password of words", roles: ["biller"] },
  ],
  "POST /api/practices/:practice/encounters": [encounter],
  "PUT /api/practices/:practice/encounters/:encounter": [encounter],
  "POST /api/practices/:practice/encounters/:encounter/no-charge": [{ reason: "Cancelled" }],
  "PUT /api/practices/:practice/claims/:claim/content": [claimEdit],
  "POST /api/practices/:practice/claims/:claim/next-payer": [{ form: "paper" }],
  "POST /api/practices/:practice/claims/:claim/next-payer/release": [{ reason: "Coverage ended" }],
  "POST /api/practices/:practice/claims/:claim/mend": [
    { mending: "resend", payerClaimControlNumber: "P1" },
  ],
  "POST /api/practices/:practice/connections": [connection],
  "PUT /api/practices/:practice/connections/:connection": [connection],
  "POST /api/practices/:practice/connection-routes": [
    { transaction: "eligibility", payerId: 1, connectionId: 1 },
  ],
  "POST /api/practices/:practice/batches": [
    { id: "01890000-0000-7000-8000-000000000001", connectionId: 1, claimIds: [1] },
  ],
  "PUT /api/practices/:practice/remittances/:remittance/claims/:number/match": [{ claimId: 1 }],
  "POST /api/practices/:practice/remittances/:remittance/posting-request": [{ reason: "Asked" }],
  "POST /api/practices/:practice/remittances/:remittance/take-back": [{ reason: "Issued again" }],
  "POST /api/practices/:practice/claims/:claim/write-offs": [
    { scope: "denied", reasonCode: "appeal-lost", isAvoidable: false, remark: "Lost" },
    { scope: [{ lineNumber: 1, cents: 1 }], reasonCode: "bundled" },
  ],
  "POST /api/practices/:practice/adjustment-policies": [
    {
      payerId: 1,
      groupCode: "CO",
      reasonCode: "97",
      treatment: "contractual",
      note: "The contract bundles it",
      effectiveFrom: "2026-01-01",
      effectiveTo: "2026-12-31",
    },
  ],
  "POST /api/practices/:practice/adjustment-policies/:policy/end": [{ effectiveTo: "2026-02-01" }],
  "POST /api/practices/:practice/claims/:claim/refunds": [
    { party: "payer", cents: 1, reason: "Paid twice" },
  ],
  "POST /api/practices/:practice/refunds/:refund/settle": [
    { way: "check", number: "1001", on: "2026-03-12" },
  ],
  "POST /api/practices/:practice/refunds/:refund/cancel": [{ reason: "Wrong payer" }],
  "POST /api/practices/:practice/write-offs/many": [
    { claims: [1], scope: "open", reasonCode: "small-balance", isPreview: true },
  ],
  "POST /api/practices/:practice/write-offs/:writeOff/undo": [{ reason: "Paid after all" }],
  "POST /api/practices/:practice/write-offs/undo-many": [
    { writeOffs: [1, 2], reason: "Written off by mistake" },
  ],
  "POST /api/practices/:practice/approvals/:approval/approve": [{ reason: "Looked at it" }, {}],
  "POST /api/practices/:practice/approvals/:approval/refuse": [{ reason: "Not so" }],
  "POST /api/practices/:practice/approval-limits": [
    { kind: "write-off", role: "biller", limitCents: 5000, effectiveFrom: "2026-01-01" },
  ],
  "POST /api/practices/:practice/patient-accounts/:account/holds": [
    { kind: "dispute", reason: "Says the visit never was" },
  ],
  "PUT /api/practices/:practice/claims/:claim/guarantor": [
    { guarantorId: 1, reason: "The court says so" },
  ],
  "POST /api/practices/:practice/claims/:claim/patient-write-offs": [
    { kind: "small-balance", cents: 1, reason: "Not worth a letter" },
  ],
  "POST /api/practices/:practice/patient-write-offs/:writeOff/undo": [{ reason: "A mistake" }],
  "PUT /api/practices/:practice/patient-billing-settings": [
    {
      minimumCents: 500,
      cycleDays: 28,
      dueDays: 21,
      settleDays: 4,
      allocationRule: "oldest-first",
      messages: { first: "a", second: "b", third: "c", final: "d" },
      waysToPay: ["By check"],
      helpNotice: "Call us",
      writeOffLimits: { "small-balance": { biller: 999 } },
    },
  ],
  "POST /api/practices/:practice/patient-accounts/:account/payments": [
    {
      cents: 1,
      method: "check",
      place: "post",
      reference: "4711",
      wish: { by: "rule", rule: "oldest-first", first: [1] },
    },
    { cents: 1, method: "cash", wish: { by: "hand", parts: [{ claimId: 1, cents: 1 }] } },
  ],
  "POST /api/practices/:practice/patient-accounts/:account/payments/:payment/allocations": [
    { wish: { by: "hand", parts: [{ claimId: 1, cents: 1 }] } },
  ],
  "POST /api/practices/:practice/payment-allocations/:allocation/undo": [{ reason: "A mistake" }],
  "POST /api/practices/:practice/patient-payments/:payment/reverse": [{ reason: "Returned" }],
  "POST /api/practices/:practice/patient-accounts/:account/card-payments": [
    {
      key: "6f1c1a52-8f0f-4c0e-9a36-0f3b1f1f0c11",
      cents: 1,
      token: "tok_visa",
      place: "desk",
      wish: { by: "nobody" },
    },
  ],
  "POST /api/practices/:practice/card-payments/:payment/refund": [{ reason: "A wrong charge" }],
  "POST /api/practices/:practice/refunds/:refund/card": [{ cardPaymentId: 1 }],
  "POST /api/practices/:practice/card-payments/:payment/dispute": [{ reason: "Not his" }],
  "PUT /api/practices/:practice/card-gateway": [{ gateway: "none" }],
  "POST /api/practices/:practice/statement-runs": [{ account: "p1" }],
  "POST /api/practices/:practice/statements/:statement/void": [{ reason: "A mistake" }],
  "POST /api/practices/:practice/statement-runs/:run/void": [{ reason: "A mistake" }],
  "POST /api/practices/:practice/deposits": [
    {
      way: "lockbox",
      on: "2026-01-02",
      batch: { number: "LB1", totalCents: 200 },
      items: [{ cents: 200, feeCents: 0, reference: "10442", payerName: "PAYER" }],
    },
  ],
  "POST /api/practices/:practice/deposits/:deposit/take-back": [{ reason: "typed twice" }],
  "POST /api/practices/:practice/deposit-slips": [
    { number: "77", on: "2026-03-10", totalCents: 100, paymentIds: [1] },
  ],
  "POST /api/practices/:practice/deposit-slips/:slip/take-back": [{ reason: "miscounted" }],
  "PUT /api/practices/:practice/deposit-slips/:slip/match": [{ depositId: 1 }],
  "POST /api/practices/:practice/claims/:claim/responsibility-transfers": [
    { direction: "to-patient", lines: [{ lineNumber: 1, cents: 100 }], reason: "agreed" },
  ],
  "POST /api/practices/:practice/responsibility-transfers/:transfer/undo": [{ reason: "undo" }],
  "POST /api/practices/:practice/patient-write-offs/small-balances": [
    { mostCents: 500, claims: [1], reason: "too small" },
  ],
  "PUT /api/practices/:practice/general-ledger/accounts": [
    { accounts: [{ kind: "cash", number: "1010", name: "Operating account" }] },
  ],
  "POST /api/practices/:practice/paper-remittances": [paperEntry],
  "PUT /api/practices/:practice/paper-remittances/:paper": [paperEntry],
  "POST /api/practices/:practice/paper-remittances/:paper/take-back": [{ reason: "typed twice" }],
  "PUT /api/practices/:practice/deposits/:deposit/match": [{ remittanceId: 1 }],
  "POST /api/practices/:practice/denials/:denial/steps": [
    {
      kind: "appeal",
      level: "internal-appeal",
      sentOn: "2026-01-02",
      answerDueOn: "2026-02-02",
      letter: "x",
    },
    { kind: "close", reason: "done with it" },
  ],
  "POST /api/practices/:practice/denials/many": [
    {
      denials: [1],
      step: { kind: "wait", until: "2026-02-02", reason: "called" },
      isPreview: true,
    },
  ],
  "POST /api/practices/:practice/denials/steps/undo": [{ steps: [1] }],
  "PUT /api/practices/:practice/acting-role": [{ role: "biller" }, { role: null }],
  "POST /api/practices/:practice/demo": [{ claims: 50 }],
  "POST /api/practices/:practice/demo/days": [{ days: 3 }],
  "PUT /api/practices/:practice/periods/:month": [
    { state: "closed", reason: "done with it", withEarlier: true },
    { state: "open", reason: "something came late" },
  ],
  "PUT /api/practices/:practice/users/:user/roles": [{ roles: ["biller"] }],
  "POST /api/practices/:practice/users/:user/password": [{ password: "a long password of words" }],
  "POST /api/practices/:practice/api-tokens": [{ name: "t", roles: ["biller"], validDays: 1 }],
  "PUT /api/practices/:practice/profile": [{ submitterName: "Riverside", remitLine1: "" }],
  "POST /api/practices/:practice/fee-schedule/import": [{ text: "payer_id", confirmed: "x" }],
  "POST /api/practices/:practice/payers/import": [
    { text: "identifier,name\nA1,A", confirmed: "x" },
  ],
  "POST /api/practices/:practice/charge-items/import": [{ text: "procedure_code", confirmed: "x" }],
  "POST /api/practices/:practice/facilities": [facility],
  "PUT /api/practices/:practice/facilities/:id": [facility],
  "POST /api/practices/:practice/payers": [payer],
  "PUT /api/practices/:practice/payers/:id": [payer],
  "POST /api/practices/:practice/payers/from-directory": [{ directoryId: 1 }],
  "POST /api/practices/:practice/plans": [plan],
  "PUT /api/practices/:practice/plans/:id": [plan],
  "POST /api/practices/:practice/enrollments": [enrollment],
  "PUT /api/practices/:practice/enrollments/:id": [enrollment],
  "POST /api/practices/:practice/filing-limits": [filingLimit],
  "PUT /api/practices/:practice/filing-limits/:id": [filingLimit],
  "POST /api/practices/:practice/authorization-rules": [authorizationRule],
  "PUT /api/practices/:practice/authorization-rules/:id": [authorizationRule],
  "POST /api/practices/:practice/charge-items": [price],
  "PUT /api/practices/:practice/charge-items/:id": [price],
  "POST /api/practices/:practice/providers": [provider],
  "PUT /api/practices/:practice/providers/:provider": [provider],
  "POST /api/practices/:practice/patients": [patient],
  "POST /api/practices/:practice/patients/duplicates": [{ ...patient, memberIdKeys: ["M1"] }],
  "PUT /api/practices/:practice/patients/:patient": [patient],
  "POST /api/practices/:practice/patients/:patient/coverages": [coverage],
  "PUT /api/practices/:practice/patients/:patient/coverages/:coverage": [coverage],
  "PUT /api/practices/:practice/patients/:patient/coverages/order": [
    { order: [{ id: 1, revision: 1 }] },
  ],
  "POST /api/practices/:practice/patients/:patient/joins": [
    { joinedId: 2, keptRevision: 1, joinedRevision: 1, reason: "One person" },
  ],
  "POST /api/practices/:practice/patient-joins/:join/undo": [{ reason: "Two people" }],
  "POST /api/practices/:practice/patients/:patient/distinctions": [{ otherId: 2 }],
  "POST /api/practices/:practice/patients/import": [
    { text: "last_name,first_name,date_of_birth,gender\nOrtiz,Lena,2/3/1980,F", confirmed: "x" },
  ],
  "PUT /api/practices/:practice/guarantors/:guarantor": [guarantor],
  "POST /api/practices/:practice/appointments": [appointment],
  "PUT /api/practices/:practice/appointments/:appointment": [appointment],
  "PUT /api/practices/:practice/appointments/:appointment/state": [
    { state: "cancelled", reason: "ill" },
  ],
  "PUT /api/practices/:practice/appointments/:appointment/check-in": [
    { copayCents: 0, balanceCents: 0, method: "cash" },
  ],
  "POST /api/practices/:practice/authorizations": [authorization],
  "PUT /api/practices/:practice/authorizations/:authorization": [authorization],
  "PUT /api/practices/:practice/connections/:connection/schedule": [
    {
      pickUpTimes: ["07:00"],
      pickUpMinutes: 30,
      sendTimes: ["17:00"],
      timeoutSeconds: 20,
      attempts: 3,
      retryPauseMs: 250,
      failuresToOpen: 5,
      openSeconds: 30,
      openMostSeconds: 900,
    },
  ],
  "POST /api/practices/:practice/tour/answers": [{ exercise: "find-origin", answer: "a:b" }],
  "POST /api/practices/:practice/authorizations/:authorization/questions": [
    { units: 4, isUrgent: true },
  ],
  "POST /api/practices/:practice/eligibility-checks": [{ coverageId: 1, day: "2026-12-01" }],
  "POST /api/practices/:practice/eligibility-checks/told": [
    { coverageId: 1, day: "2026-12-01", outcome: "active", told: "Call 4711" },
  ],
  "POST /api/practices/:practice/claims/:claim/notes": [{ text: "t", nextActionOn: "2026-01-01" }],
  "POST /api/practices/:practice/work/many": [
    { items: [{ id: 1, revision: 1 }], change: { assignedTo: "Ann" }, isPreview: false },
  ],
  "POST /api/practices/:practice/saved-filters": [
    { page: "work", name: "Due this week", query: { due: "week" } },
  ],
  "POST /api/practices/:practice/edits": [edit],
  "PUT /api/practices/:practice/edits/:code": [edit],
  "PATCH /api/practices/:practice/edits/:code": [{ state: "retired", severity: null }],
  "POST /api/practices/:practice/edits/dry-run": [{ edit, claims: 10 }],
  "POST /api/practices/:practice/claims/:claim/holds": [
    { reason: "Ask the provider", ownerRole: "biller" },
  ],
  "POST /api/invitations/open": [{ token: "t" }],
  "POST /api/invitations/accept": [{ token: "t", password: "p", code: "123456" }],
  "POST /api/practices/:practice/invitations": [
    { email: "ann@example.org", name: "Ann", roles: ["biller"], validDays: 2 },
  ],
  "POST /api/practices/:practice/encounters/:encounter/holds": [
    { reason: "Ask the provider", ownerRole: "provider" },
  ],
  "POST /api/practices/:practice/holds/:hold/release": [{ reason: "Answered" }],
  "PATCH /api/practices/:practice/work/:workItem": [
    { assignedTo: "somebody" },
    { close: { reason: "done with it" } },
  ],
};
const withBody = routes.filter(({ schema: { body } }) => body !== undefined && body !== "stream");

test("every route that takes a body is attacked", () => {
  expect(withBody.map(keyOf).filter((key) => !(key in bodies))).toEqual([]);
});

/** The body with one text, at any depth, made hostile: once for each text in it. */
function* hostileBodies(body: unknown, value: unknown): Generator<unknown> {
  if (typeof body !== "object" || body === null) {
    yield value;
    return;
  }
  for (const [name, part] of Object.entries(body)) {
    for (const changed of hostileBodies(part, value)) {
      yield Array.isArray(body)
        ? body.map((one, at) => (String(at) === name ? changed : one))
        : { ...body, [name]: changed };
    }
  }
}

const values: readonly unknown[] = [
  ...Object.values(texts),
  null,
  Number.MAX_SAFE_INTEGER,
  -1.5,
  [],
  ["a", ["b"]],
  { $gt: "" },
  { toString: "x" },
];

describe("no route fails of what is in its body", () => {
  test.each(named(withBody))("%s", async (key, route) => {
    const found: string[] = [];
    for (const body of bodies[key] ?? []) {
      for (const value of values) {
        for (const changed of hostileBodies(body, value)) {
          found.push(...(await faults(route, { body: changed })));
        }
      }
    }
    await server.database.owner.query("delete from sign_in_throttles");
    expect(found).toEqual([]);
  });

  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  const shapes: readonly [name: string, body: string][] = [
    ["nothing", ""],
    ["no JSON", "{"],
    ["a text", '"x"'],
    ["null", "null"],
    ["a list", "[]"],
    ["a deep list", deep],
    ["a deep list in a field", `{"name":${deep},"text":${deep},"roles":${deep}}`],
    ["a prototype", '{"__proto__":{"isLocalOwner":true}}'],
    ["a constructor", '{"constructor":{"prototype":{"isLocalOwner":true}}}'],
    ["a stream's likeness", '{"pipe":1,"once":1}'],
  ];
  const changing = routes.filter((route) => route.method !== "GET");
  test.each(shapes)(
    "%s",
    async (_name, body) => {
      const found: string[] = [];
      for (const route of changing) {
        const json = { "content-type": "application/json" };
        for (const headers of [{ ...json, "idempotency-key": uuid }, json]) {
          for (const fault of await faults(route, { body, headers })) {
            found.push(`${keyOf(route)} ${fault.slice(0, 80)}`);
          }
        }
      }
      expect(found).toEqual([]);
      expect(({} as Record<string, unknown>).isLocalOwner).toBeUndefined();
      // Every changing route, twice, by every actor: more with every route there is.
    },
    180_000,
  );
});

test.each(["", '"', '"999999999999999"', '"-1"', "*", 'W/"1"', '"1", "2"', '"1e3"'])(
  "no route fails of If-Match %j",
  async (header) => {
    const found: string[] = [];
    for (const route of withBody.filter((one) => one.method === "PATCH")) {
      const [body] = bodies[keyOf(route)] ?? [];
      found.push(...(await faults(route, { body, headers: { "if-match": header } })));
    }
    expect(found).toEqual([]);
  },
);
