import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "./condition.ts";
import type { Edit } from "./edit.ts";
import { codeQuestions, evaluateEdits } from "./evaluate-edits.ts";
import { factNames, isDerived } from "./fact-catalogue.ts";
import type { CodeLookup, LineFacts, LookedUpStanding, SubjectFacts, WholeFacts } from "./facts.ts";
import { isPatternFault, matchesPattern, readPattern } from "./match-pattern.ts";
import { parseCondition } from "./parse-condition.ts";
import { parseEdit } from "./parse-edit.ts";
import { anyEdit } from "./testing/any-edit.ts";

const today = "2026-11-22";

function edit(condition: Condition, more: Partial<Edit> = {}): Edit {
  return {
    code: "TEST_EDIT",
    stage: "claim",
    condition,
    message: "Look at {claim.chargedCents}.",
    severity: "hold",
    ownerRole: "biller",
    field: "claim.chargedCents",
    effectiveFrom: "2020-01-01",
    source: "test",
    state: "active",
    ...more,
  };
}

function verdict(condition: Condition, facts: SubjectFacts, more: Partial<Edit> = {}): string {
  const answer = evaluateEdits([edit(condition, more)], facts, today);
  if (answer.findings.length > 0) return answer.findings.map(({ at }) => `fires${at ?? ""}`).join();
  return answer.notEvaluable[0]?.missing.join() ?? "silent";
}

const of = (whole: WholeFacts, lines?: LineFacts[]): SubjectFacts => ({
  whole,
  ...(lines ? { lines } : {}),
  serviceOn: "2026-11-01",
});
const unknown = { missing: "eligibility" };
const answering =
  (standing: LookedUpStanding): CodeLookup =>
  () =>
    standing;

describe("a condition", () => {
  const cases: readonly (readonly [string, Condition, SubjectFacts, string])[] = [
    ["stated, absent", { is: "stated", fact: "payer.name" }, of({}), "silent"],
    ["stated, there", { is: "stated", fact: "payer.name" }, of({ "payer.name": "A" }), "fires"],
    ["missing, absent", { is: "missing", fact: "payer.name" }, of({}), "fires"],
    ["missing, blank", { is: "missing", fact: "payer.name" }, of({ "payer.name": " " }), "fires"],
    [
      "missing, zero",
      { is: "missing", fact: "claim.chargedCents" },
      of({ "claim.chargedCents": 0 }),
      "silent",
    ],
    [
      "missing, unknown",
      { is: "missing", fact: "eligibility.status" },
      of({ "eligibility.status": unknown }),
      "eligibility",
    ],
    [
      "equals",
      { is: "equals", fact: "claim.frequency", value: "7" },
      of({ "claim.frequency": "7" }),
      "fires",
    ],
    ["equals, absent", { is: "equals", fact: "claim.frequency", value: "7" }, of({}), "silent"],
    [
      "not equals, absent",
      { is: "not", of: { is: "equals", fact: "claim.frequency", value: "7" } },
      of({}),
      "silent",
    ],
    [
      "not equals, other",
      { is: "not", of: { is: "equals", fact: "claim.frequency", value: "7" } },
      of({ "claim.frequency": "1" }),
      "fires",
    ],
    [
      "in",
      { is: "in", fact: "patient.gender", values: ["F", "M"] },
      of({ "patient.gender": "M" }),
      "fires",
    ],
    [
      "matches whole",
      { is: "matches", fact: "payer.identifier", pattern: "\\d{5}" },
      of({ "payer.identifier": "123456" }),
      "silent",
    ],
    [
      "has form",
      { is: "has-form", fact: "billingProvider.npi", form: "npi" },
      of({ "billingProvider.npi": "1234567893" }),
      "fires",
    ],
    [
      "has no form",
      { is: "not", of: { is: "has-form", fact: "billingProvider.npi", form: "npi" } },
      of({ "billingProvider.npi": "1234567894" }),
      "fires",
    ],
    [
      "compare cents",
      { is: "compare", fact: "claim.chargedCents", operator: "<=", value: 0 },
      of({ "claim.chargedCents": 0 }),
      "fires",
    ],
    [
      "compare date",
      { is: "compare", fact: "claim.serviceFrom", operator: "<", value: "2026-01-01" },
      of({ "claim.serviceFrom": "2025-12-31" }),
      "fires",
    ],
    [
      "compare facts",
      { is: "compare-facts", fact: "claim.serviceFrom", operator: ">", other: "today" },
      of({ "claim.serviceFrom": "2026-11-23" }),
      "fires",
    ],
    [
      "days between",
      { is: "days-between", from: "claim.serviceFrom", to: "today", operator: ">", days: 365 },
      of({ "claim.serviceFrom": "2025-11-22" }),
      "silent",
    ],
    [
      "days between, one more",
      { is: "days-between", from: "claim.serviceFrom", to: "today", operator: ">", days: 365 },
      of({ "claim.serviceFrom": "2025-11-21" }),
      "fires",
    ],
    [
      "days between, no date",
      { is: "days-between", from: "claim.serviceFrom", to: "today", operator: ">", days: 365 },
      of({ "claim.serviceFrom": "2025" }),
      "silent",
    ],
    [
      "any line",
      { is: "any", in: "lines", where: { is: "includes", fact: "line.modifiers", values: ["25"] } },
      of({}, [{}, { "line.modifiers": ["25"] }]),
      "fires",
    ],
    [
      "any of no lines",
      { is: "any", in: "lines", where: { is: "missing", fact: "line.units" } },
      of({}),
      "silent",
    ],
    [
      "all lines",
      { is: "all", in: "lines", where: { is: "missing", fact: "line.units" } },
      of({}, [{}, { "line.units": 1 }]),
      "silent",
    ],
    [
      "and, one unknown",
      {
        is: "and",
        of: [
          { is: "equals", fact: "eligibility.status", value: "inactive" },
          { is: "missing", fact: "payer.name" },
        ],
      },
      of({ "eligibility.status": unknown }),
      "eligibility",
    ],
    [
      "and, unknown but another fails",
      {
        is: "and",
        of: [
          { is: "equals", fact: "eligibility.status", value: "inactive" },
          { is: "stated", fact: "payer.name" },
        ],
      },
      of({ "eligibility.status": unknown }),
      "silent",
    ],
    [
      "or, unknown but another holds",
      {
        is: "or",
        of: [
          { is: "equals", fact: "eligibility.status", value: "inactive" },
          { is: "missing", fact: "payer.name" },
        ],
      },
      of({ "eligibility.status": unknown }),
      "fires",
    ],
    [
      "fact of another type",
      { is: "compare", fact: "claim.chargedCents", operator: ">", value: 1 },
      of({ "claim.chargedCents": "9" as never }),
      "silent",
    ],
    [
      "age",
      { is: "compare", fact: "patient.ageYears", operator: "<", value: 1 },
      of({ "patient.dateOfBirth": "2025-11-02" }),
      "fires",
    ],
  ];
  it.each(cases)("%s", (_, condition, facts, expected) => {
    expect(verdict(condition, facts)).toBe(expected);
  });

  const standing: Condition = {
    is: "any",
    in: "lines",
    where: {
      is: "code-standing",
      fact: "line.procedureCode",
      codeSet: "hcpcs",
      on: "line.serviceFrom",
      standings: ["absent", "ended"],
    },
  };
  const line = { "line.procedureCode": "J1100", "line.serviceFrom": "2026-11-01" };
  it.each([
    ["valid", "silent"],
    ["ended", "fires"],
    ["absent", "fires"],
    ["not-loaded", "code-set hcpcs"],
  ] as const)("a code that is %s: %s", (answer, expected) => {
    expect(verdict(standing, { ...of({}, [line]), codes: answering(answer) })).toBe(expected);
  });

  it("asks for each code once", () => {
    const facts = of({}, [line, line, { "line.procedureCode": "G0008" }]);
    expect(codeQuestions([edit(standing)], facts, today)).toEqual([
      { codeSet: "hcpcs", code: "J1100", on: "2026-11-01" },
    ]);
  });
});

describe("an edit", () => {
  const always: Condition = { is: "missing", fact: "payer.name" };
  const cases: readonly (readonly [string, Partial<Edit>, SubjectFacts, string])[] = [
    ["draft", { state: "draft" }, of({}), "silent"],
    ["retired", { state: "retired" }, of({}), "silent"],
    ["service before its first day", { effectiveFrom: "2026-11-02" }, of({}), "silent"],
    ["service on its last day", { effectiveTo: "2026-11-01" }, of({}), "fires"],
    ["service after its last day", { effectiveTo: "2026-10-31" }, of({}), "silent"],
    [
      "another line of business",
      { restriction: { linesOfBusiness: ["medicare"] } },
      of({ "payer.lineOfBusiness": "commercial" }),
      "silent",
    ],
    [
      "its line of business",
      { restriction: { linesOfBusiness: ["medicare"] } },
      of({ "payer.lineOfBusiness": "medicare" }),
      "fires",
    ],
    [
      "a line of business that nobody stated",
      { restriction: { linesOfBusiness: ["medicare"] } },
      of({}),
      "silent",
    ],
    [
      "a payer that cannot be known",
      { restriction: { payerIds: [1] } },
      of({ "payer.id": { missing: "payer" } }),
      "payer",
    ],
    ["an empty restriction", { restriction: { payerIds: [] } }, of({}), "fires"],
  ];
  it.each(cases)("%s", (_, more, facts, expected) => {
    expect(verdict(always, facts, more)).toBe(expected);
  });

  it("tells each line by its position, with what its message quotes", () => {
    const perLine = edit(
      { is: "compare", fact: "line.chargedCents", operator: "<=", value: 0 },
      {
        each: "lines",
        message: "Line {line.number} charges {line.chargedCents}; {line.units} units.",
      },
    );
    const lines = [
      { "line.chargedCents": 0 },
      { "line.chargedCents": 500 },
      { "line.chargedCents": -105 },
    ];
    const { findings } = evaluateEdits([perLine], of({}, lines), today);
    expect(findings.map(({ at, message }) => [at, message])).toEqual([
      [1, "Line 1 charges $0.00; not stated units."],
      [3, "Line 3 charges -$1.05; not stated units."],
    ]);
  });
});

const anyValue = fc.oneof(
  fc.string(),
  fc.constantFrom("2026-11-01", "1990-02-31", "", "F", "99213"),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.constant(undefined),
  fc.constant(null),
  fc.constant({ missing: "something" }),
  fc.jsonValue({ maxDepth: 1 }),
);
const anyTable = fc.dictionary(fc.constantFrom(...factNames), anyValue, { maxKeys: 40 });
const anyFacts = fc.record({
  whole: anyTable,
  lines: fc.array(anyTable, { maxLength: 4 }),
  diagnoses: fc.array(anyTable, { maxLength: 3 }),
}) as unknown as fc.Arbitrary<SubjectFacts>;
const anyDay = fc.oneof(fc.constant(today), fc.string());

describe("laws of edits", () => {
  it("any facts are judged without a fault; the order of edits does not matter", () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 6 }), anyFacts, anyDay, (edits, facts, day) => {
        const coded = edits.map((one, at) => ({ ...one, code: `EDIT_${at}` }));
        const answer = evaluateEdits(coded, facts, day);
        expect(evaluateEdits([...coded].reverse(), facts, day)).toEqual(answer);
      }),
    );
  });

  it("a draft or retired edit never says anything", () => {
    fc.assert(
      fc.property(anyEdit, fc.constantFrom("draft", "retired"), anyFacts, (one, state, facts) => {
        const answer = evaluateEdits([{ ...one, state }] as Edit[], facts, today);
        expect(answer).toEqual({ findings: [], notEvaluable: [] });
      }),
    );
  });

  it("with every fact unknown nothing is found", () => {
    const everything = (names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, { missing: name }]));
    const facts = {
      whole: everything(factNames),
      lines: [everything(factNames)],
      diagnoses: [everything(factNames)],
    } as unknown as SubjectFacts;
    const known = factNames.filter(isDerived);
    const asksOnlyStated = (one: Edit) =>
      !known.some((name) => JSON.stringify(one.condition).includes(`"${name}"`));
    fc.assert(
      fc.property(anyEdit.filter(asksOnlyStated), (one) => {
        expect(evaluateEdits([one], facts, today).findings).toEqual([]);
      }),
    );
  });

  it("what parsing lets through is the same after JSON; what it refuses has a place", () => {
    fc.assert(
      fc.property(anyEdit, (one) => {
        expect(parseEdit(JSON.parse(JSON.stringify(one)))).toEqual({ is: "parsed", edit: one });
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        const parsed = parseCondition(json, { stage: "claim" });
        if (parsed.is === "faulty") expect(parsed.faults.length).toBeGreaterThan(0);
        else expect(verdict(parsed.condition, of({}))).toBeTypeOf("string");
      }),
    );
  });
});

describe("a condition in JSON", () => {
  const stated = { is: "stated", fact: "payer.name" };
  const nested = (depth: number): unknown =>
    depth === 0 ? stated : { is: "not", of: nested(depth - 1) };
  const cases: readonly (readonly [string, unknown, string, string])[] = [
    ["no object", [], "", "NOT_AN_OBJECT"],
    ["no kind", {}, "is", "KIND_UNKNOWN"],
    ["inherited kind", { is: "constructor" }, "is", "KIND_UNKNOWN"],
    ["a member too many", { ...stated, why: 1 }, "why", "MEMBER_UNKNOWN"],
    ["nothing to join", { is: "and", of: [] }, "of", "EMPTY"],
    [
      "a fault inside",
      { is: "and", of: [stated, { is: "stated", fact: "x" }] },
      "of[1].fact",
      "FACT_UNKNOWN",
    ],
    [
      "another stage's fact",
      { is: "stated", fact: "appointment.kind" },
      "fact",
      "FACT_OF_OTHER_STAGE",
    ],
    [
      "a line's fact outside",
      { is: "stated", fact: "line.units" },
      "fact",
      "FACT_OUTSIDE_COLLECTION",
    ],
    [
      "a diagnosis among lines",
      { is: "any", in: "lines", where: { is: "stated", fact: "diagnosis.code" } },
      "where.fact",
      "FACT_OUTSIDE_COLLECTION",
    ],
    ["another collection", { is: "any", in: "rows", where: stated }, "in", "COLLECTION_UNKNOWN"],
    [
      "lines in lines",
      { is: "any", in: "lines", where: { is: "all", in: "lines", where: stated } },
      "where",
      "COLLECTION_NESTED",
    ],
    [
      "an amount as text",
      { is: "equals", fact: "claim.chargedCents", value: "1" },
      "value",
      "VALUE_WRONG",
    ],
    [
      "half a cent",
      { is: "compare", fact: "claim.chargedCents", operator: "<", value: 0.5 },
      "value",
      "VALUE_WRONG",
    ],
    [
      "no day",
      { is: "compare", fact: "claim.serviceFrom", operator: "<", value: "2026-02-30" },
      "value",
      "VALUE_WRONG",
    ],
    [
      "a text by size",
      { is: "compare", fact: "payer.name", operator: "<", value: "b" },
      "fact",
      "TYPE_WRONG",
    ],
    [
      "an unknown operator",
      { is: "compare", fact: "claim.chargedCents", operator: "!=", value: 1 },
      "operator",
      "OPTION_UNKNOWN",
    ],
    [
      "a day against an amount",
      {
        is: "compare-facts",
        fact: "claim.serviceFrom",
        operator: "<",
        other: "claim.chargedCents",
      },
      "other",
      "TYPE_WRONG",
    ],
    [
      "a group in a pattern",
      { is: "matches", fact: "payer.name", pattern: "(a+)+" },
      "pattern",
      "PATTERN_WRONG",
    ],
    ["no values", { is: "in", fact: "payer.name", values: [] }, "values", "EMPTY"],
    ["a wrong value", { is: "in", fact: "payer.id", values: [1, "2"] }, "values[1]", "VALUE_WRONG"],
    [
      "too many values",
      { is: "in", fact: "payer.id", values: Array(501).fill(1) },
      "values",
      "TOO_MANY_VALUES",
    ],
    [
      "asking for not loaded",
      {
        is: "code-standing",
        fact: "claim.placeOfService",
        codeSet: "place-of-service",
        on: "today",
        standings: ["not-loaded"],
      },
      "standings[0]",
      "OPTION_UNKNOWN",
    ],
    ["eight deep and one more", nested(8), "of.of.of.of.of.of.of.of", "TOO_DEEP"],
    [
      "two hundred parts and one more",
      { is: "or", of: Array(200).fill(stated) },
      "of[199]",
      "TOO_LARGE",
    ],
  ];
  it.each(cases)("%s", (_, json, path, code) => {
    expect(parseCondition(json, { stage: "claim" })).toEqual({
      is: "faulty",
      faults: expect.arrayContaining([{ path, code }]),
    });
  });

  it("may be seven deep and 200 parts long", () => {
    expect(parseCondition(nested(7), { stage: "claim" }).is).toBe("parsed");
    const parts = { is: "or", of: Array(199).fill(stated) };
    expect(parseCondition(parts, { stage: "claim" }).is).toBe("parsed");
  });
});

describe("a pattern", () => {
  it.each([
    ["\\d{5}", "12345", true],
    ["\\d{5}", "1234", false],
    ["[A-Z]\\d{4}", "J1100", true],
    ["[^0]+", "101", false],
    ["A?B*C", "BBC", true],
    ["A?B*C", "AC", true],
    ["A{2,4}", "AAAAA", false],
    [".*", "ä anything", true],
    ["a.b", "aäb", true],
    ["\\.", ".", true],
    ["", "", true],
  ] as const)("%s on %s: %s", (source, text, expected) => {
    const pattern = readPattern(source);
    if (isPatternFault(pattern)) throw new Error(pattern.code);
    expect(matchesPattern(pattern, text)).toBe(expected);
  });

  it.each([
    ["(a)", 0, "NOT_ALLOWED"],
    ["a|b", 1, "NOT_ALLOWED"],
    ["[a", 0, "CLASS_OPEN"],
    ["[]", 0, "CLASS_EMPTY"],
    ["a{3,2}", 1, "COUNT_INVALID"],
    ["a{x}", 1, "COUNT_INVALID"],
    ["\\w", 0, "NOT_ALLOWED"],
    ["*", 0, "NOT_ALLOWED"],
    ["a{99}b{99}", 5, "TOO_LONG"],
  ] as const)("%s is refused at %i: %s", (source, at, code) => {
    expect(readPattern(source)).toEqual({ at, code });
  });

  it("agrees with regular expressions and stays quick on the worst of them", () => {
    const atom = fc.constantFrom("A", "B", "[AB]", "[^A]", ".", "\\d");
    const count = fc.constantFrom("", "?", "*", "+", "{2}", "{1,3}");
    const source = fc.array(
      fc.tuple(atom, count).map((parts) => parts.join("")),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(
        source,
        fc.array(fc.constantFrom("A", "B", "1"), { maxLength: 8 }),
        (parts, text) => {
          const pattern = readPattern(parts.join(""));
          if (isPatternFault(pattern)) return;
          const expected = new RegExp(`^(?:${parts.join("")})$`).test(text.join(""));
          expect(matchesPattern(pattern, text.join(""))).toBe(expected);
        },
      ),
    );
    const hard = readPattern("A*A*A*A*A*A*A*A*A*B");
    if (isPatternFault(hard)) throw new Error(hard.code);
    expect(matchesPattern(hard, "A".repeat(200))).toBe(false);
  });
});
