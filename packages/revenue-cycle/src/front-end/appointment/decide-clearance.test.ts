import { describe, expect, test } from "vitest";
import { scoreRegistration } from "../registration/score-registration.ts";
import { clearanceSentence } from "./clearance-words.ts";
import { type ClearanceFacts, decideClearance } from "./decide-clearance.ts";

const complete = scoreRegistration({
  lastName: "Ortiz",
  firstName: "Lena",
  dateOfBirth: "1980-05-12",
  gender: "F",
  addressLine1: "1 Main St",
  city: "Troy",
  state: "NY",
  postalCode: "121801234",
  phone: "5185550100",
  email: "lena@example.org",
  hasGuarantor: true,
  isAdult: true,
  coverage: {
    memberId: "W1",
    relationship: "18",
    subscriberName: undefined,
    subscriberDateOfBirth: undefined,
    filingIndicator: "CI",
  },
});

const clear: ClearanceFacts = {
  today: "2026-08-04",
  day: "2026-08-06",
  coverage: { effectiveFrom: "2026-01-01", effectiveTo: undefined },
  hasGoodFaithEstimate: false,
  eligibility: { outcome: "active", answeredOn: "2026-08-03", reasonCode: undefined },
  authorization: { isRequired: false, found: undefined },
  balanceCents: 0,
  registration: complete,
  visitCents: 15_000,
};

const granted = {
  state: "approved",
  holdsOnDay: true,
  coversServices: true,
  unitsBefore: 4,
  unitsNeeded: 2,
} as const;

const cases: readonly {
  readonly name: string;
  readonly facts: Partial<ClearanceFacts>;
  readonly codes: readonly string[];
  readonly light?: string;
  readonly cents?: number | undefined;
}[] = [
  { name: "all clear", facts: {}, codes: [], light: "clear", cents: 0 },
  {
    name: "no coverage",
    facts: { coverage: undefined },
    codes: ["COVERAGE_NONE"],
    light: "stop",
    cents: 15_000,
  },
  {
    name: "no coverage, but a good faith estimate",
    facts: { coverage: undefined, hasGoodFaithEstimate: true },
    codes: [],
  },
  {
    name: "the coverage ends the day before",
    facts: { coverage: { effectiveFrom: undefined, effectiveTo: "2026-08-05" } },
    codes: ["COVERAGE_ENDED"],
    light: "stop",
  },
  {
    name: "the coverage ends on the day",
    facts: { coverage: { effectiveFrom: undefined, effectiveTo: "2026-08-06" } },
    codes: [],
  },
  {
    name: "the coverage begins later",
    facts: { coverage: { effectiveFrom: "2026-09-01", effectiveTo: undefined } },
    codes: ["COVERAGE_NOT_STARTED"],
  },
  {
    name: "never asked",
    facts: { eligibility: undefined },
    codes: ["ELIGIBILITY_NOT_ASKED"],
    light: "ask",
  },
  {
    name: "asked, no answer yet",
    facts: { eligibility: { outcome: "waiting", answeredOn: undefined, reasonCode: undefined } },
    codes: ["ELIGIBILITY_WAITING"],
    light: "ask",
  },
  {
    name: "inactive",
    facts: {
      eligibility: { outcome: "inactive", answeredOn: "2026-08-03", reasonCode: "COVERAGE_ENDED" },
    },
    codes: ["ELIGIBILITY_INACTIVE"],
    light: "stop",
  },
  {
    name: "failed",
    facts: { eligibility: { outcome: "failed", answeredOn: "2026-08-03", reasonCode: "42" } },
    codes: ["ELIGIBILITY_FAILED"],
    light: "ask",
  },
  {
    name: "unknown is not active",
    facts: {
      eligibility: { outcome: "unknown", answeredOn: "2026-08-03", reasonCode: "NO_STATEMENT" },
    },
    codes: ["ELIGIBILITY_UNKNOWN"],
  },
  {
    name: "three days old is fresh",
    facts: { eligibility: { outcome: "active", answeredOn: "2026-08-01", reasonCode: undefined } },
    codes: [],
  },
  {
    name: "four days old is old",
    facts: {
      today: "2026-08-05",
      eligibility: { outcome: "active", answeredOn: "2026-08-01", reasonCode: undefined },
    },
    codes: ["ELIGIBILITY_OLD"],
  },
  {
    name: "an answer of last month is old in the month of the visit",
    facts: {
      today: "2026-08-01",
      day: "2026-08-01",
      eligibility: { outcome: "active", answeredOn: "2026-07-31", reasonCode: undefined },
    },
    codes: ["ELIGIBILITY_OLD"],
  },
  {
    name: "before the month of the visit begins nothing better can be had",
    facts: {
      today: "2026-07-31",
      day: "2026-08-03",
      eligibility: { outcome: "active", answeredOn: "2026-07-31", reasonCode: undefined },
    },
    codes: [],
  },
  {
    name: "an authorization is wanted and missing",
    facts: { authorization: { isRequired: true, found: undefined } },
    codes: ["AUTHORIZATION_MISSING"],
    light: "stop",
  },
  {
    name: "an authorization is found",
    facts: { authorization: { isRequired: true, found: granted } },
    codes: [],
  },
  {
    name: "an authorization is not decided",
    facts: { authorization: { isRequired: true, found: { ...granted, state: "pended" } } },
    codes: ["AUTHORIZATION_WAITING"],
    light: "ask",
  },
  {
    name: "an authorization is denied",
    facts: { authorization: { isRequired: true, found: { ...granted, state: "denied" } } },
    codes: ["AUTHORIZATION_DENIED"],
  },
  {
    name: "an authorization is not needed, says the payer",
    facts: { authorization: { isRequired: true, found: { ...granted, state: "not-required" } } },
    codes: [],
  },
  {
    name: "an authorization of other days",
    facts: { authorization: { isRequired: true, found: { ...granted, holdsOnDay: false } } },
    codes: ["AUTHORIZATION_NOT_THAT_DAY"],
  },
  {
    name: "an authorization of other services",
    facts: { authorization: { isRequired: true, found: { ...granted, coversServices: false } } },
    codes: ["AUTHORIZATION_OTHER_SERVICE"],
  },
  {
    name: "the last units are enough",
    facts: { authorization: { isRequired: true, found: { ...granted, unitsBefore: 2 } } },
    codes: [],
  },
  {
    name: "too few units",
    facts: { authorization: { isRequired: true, found: { ...granted, unitsBefore: 1 } } },
    codes: ["AUTHORIZATION_UNITS"],
  },
  {
    name: "units without a limit",
    facts: { authorization: { isRequired: true, found: { ...granted, unitsBefore: undefined } } },
    codes: [],
  },
  {
    name: "an old balance",
    facts: { balanceCents: 1820 },
    codes: ["BALANCE_OLD"],
    light: "ask",
    cents: 1820,
  },
  { name: "a small balance", facts: { balanceCents: 499 }, codes: [] },
  {
    name: "the visit is at risk once, the balance besides",
    facts: {
      balanceCents: 1820,
      eligibility: { outcome: "inactive", answeredOn: "2026-08-03", reasonCode: undefined },
      authorization: { isRequired: true, found: undefined },
    },
    codes: ["ELIGIBILITY_INACTIVE", "AUTHORIZATION_MISSING", "BALANCE_OLD"],
    light: "stop",
    cents: 16_820,
  },
  {
    name: "what the visit is worth cannot be said",
    facts: { coverage: undefined, visitCents: undefined },
    codes: ["COVERAGE_NONE"],
    cents: undefined,
  },
];

describe("clearance", () => {
  test.each(cases)("$name", (row) => {
    const clearance = decideClearance({ ...clear, ...row.facts });
    expect(clearance.reasons.map(({ code }) => code)).toEqual(row.codes);
    expect(clearance.isCleared).toBe(row.codes.length === 0);
    if (row.light) expect(clearance.light).toBe(row.light);
    if ("cents" in row) expect(clearance.cents).toBe(row.cents);
  });

  test("says every reason in words", () => {
    const facts = cases.map((row) => decideClearance({ ...clear, ...row.facts }));
    for (const reason of facts.flatMap(({ reasons }) => reasons)) {
      const sentence = clearanceSentence(reason);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toContain("undefined");
    }
  });

  test("names what a registration lacks", () => {
    const registration = {
      score: 60,
      parts: complete.parts.map((part) => ({ ...part, isComplete: part.part === "name" })),
    };
    const [reason] = decideClearance({ ...clear, registration }).reasons;
    expect(reason && clearanceSentence(reason)).toBe(
      "The registration lacks date of birth, sex, address, member id, subscriber and kind of payer.",
    );
  });
});
