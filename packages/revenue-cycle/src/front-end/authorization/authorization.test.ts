import { describe, expect, test } from "vitest";
import { type Authorization, coversCode, unitsLedger } from "./authorization.ts";
import {
  type AuthorizationDraft,
  authorizationFaultsOf,
  tidyAuthorization,
} from "./decide-authorization.ts";
import { matchAuthorization } from "./match-authorization.ts";

test.each([
  ["no code covers all", [], "97110", true],
  ["the very code", ["97110"], "97110", true],
  ["another code", ["97110"], "97112", false],
  ["within a range", ["97110-97140"], "97112", true],
  ["the end of a range", ["97110-97140"], "97140", true],
  ["beyond a range", ["97110-97140"], "97150", false],
  ["one of several", ["93306", "97110-97140"], "93306", true],
])("a code is covered: %s", (_, codes, code, expected) => {
  expect(coversCode(codes, code)).toBe(expected);
});

const services = [
  { procedureCode: "97110", modifiers: "", units: 2 },
  { procedureCode: "99213", modifiers: "", units: 1 },
];
const uses = [
  { appointmentId: 1, day: "2026-07-01", isPlanned: false, services },
  { appointmentId: 2, day: "2026-08-10", isPlanned: true, services },
];

test.each([
  ["units of what it covers", "units", ["97110"], 10, { used: 2, planned: 2, remaining: 6 }],
  ["units of everything", "units", [], 10, { used: 3, planned: 3, remaining: 4 }],
  ["visits", "visits", ["97110"], 10, { used: 1, planned: 1, remaining: 8 }],
  ["more than approved", "units", ["97110"], 3, { used: 2, planned: 2, remaining: -1 }],
  ["without a limit", "units", ["97110"], undefined, { used: 2, planned: 2, remaining: undefined }],
] as const)("the ledger counts %s", (_, unitKind, procedureCodes, approvedUnits, expected) => {
  expect(unitsLedger({ unitKind, procedureCodes, approvedUnits }, uses)).toMatchObject(expected);
});

const base: Authorization = {
  authorizationId: 1,
  kind: "authorization",
  state: "approved",
  coverageId: 7,
  providerId: undefined,
  number: "A1",
  procedureCodes: ["97110"],
  unitKind: "units",
  approvedUnits: 10,
  effectiveFrom: "2026-01-01",
  effectiveTo: "2026-12-31",
};
const visit = { day: "2026-08-04", coverageId: 7, providerId: 3, services };

describe("an authorization is found", () => {
  test.each<[string, Authorization[], number | undefined]>([
    ["when it fits", [base], 1],
    ["not of another coverage", [{ ...base, coverageId: 8 }], undefined],
    ["not for another provider", [{ ...base, providerId: 4 }], undefined],
    ["not before it holds", [{ ...base, effectiveFrom: "2026-08-05" }], undefined],
    ["not after it ended", [{ ...base, effectiveTo: "2026-08-03" }], undefined],
    ["not while it is pended", [{ ...base, state: "pended" }], undefined],
    ["not a referral", [{ ...base, kind: "referral" }], undefined],
    ["not for other services", [{ ...base, procedureCodes: ["93306"] }], undefined],
    [
      "for the named service first",
      [
        { ...base, procedureCodes: [] },
        { ...base, authorizationId: 2 },
      ],
      2,
    ],
    [
      "that ends sooner first",
      [base, { ...base, authorizationId: 2, effectiveTo: "2026-09-30" }],
      2,
    ],
  ])("%s", (_, candidates, expected) => {
    expect(matchAuthorization(candidates, visit)?.authorizationId).toBe(expected);
  });
});

const draft: AuthorizationDraft = {
  coverageId: 7,
  providerId: null,
  kind: "authorization",
  state: "approved",
  number: " A1 ",
  procedureCodes: ["97110 - 97140", ""],
  unitKind: "units",
  approvedUnits: 10,
  requestedOn: "",
  decidedOn: "",
  effectiveFrom: "2026-01-01",
  effectiveTo: "",
  reason: "",
};

test.each<[string, Partial<AuthorizationDraft>, string[]]>([
  ["right", {}, []],
  ["requested without a number", { state: "requested", number: "", effectiveFrom: "" }, []],
  [
    "approved without number and day",
    { number: "", effectiveFrom: "" },
    ["NUMBER_MISSING", "DAYS_MISSING"],
  ],
  ["a code of four characters", { procedureCodes: ["9711"] }, ["CODE_INVALID"]],
  ["a reversed range", { procedureCodes: ["97140-97110"] }, ["CODE_INVALID"]],
  ["no day", { effectiveTo: "2026-02-30" }, ["DATE_INVALID"]],
  ["reversed days", { effectiveTo: "2025-12-31" }, ["DAYS_REVERSED"]],
  ["denied without a reason", { state: "denied" }, ["REASON_MISSING"]],
])("a draft: %s", (_, change, codes) => {
  const faults = authorizationFaultsOf(tidyAuthorization({ ...draft, ...change }));
  expect(faults.map(({ code }) => code)).toEqual(codes);
});
