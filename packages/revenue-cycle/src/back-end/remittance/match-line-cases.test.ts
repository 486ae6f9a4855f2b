import { describe, expect, test } from "vitest";
import { type ExampleLine, exampleClaim } from "../posting/testing/example-remittance.ts";
import { type MatchableServiceLine, matchLines } from "./match-line.ts";
import { type RemittanceLine, readRemittanceClaim } from "./remittance.ts";
import { exampleServiceLines as ours } from "./testing/example-candidates.ts";

type Theirs = Partial<ExampleLine> & { readonly units?: string; readonly revenue?: string };

/** A payer's lines: each for 100.00 of 99213, as far as it says nothing else. */
function theirs(...lines: readonly Theirs[]): RemittanceLine[] {
  const plain = { code: "99213", charged: 10_000, paid: 10_000 };
  const read = readRemittanceClaim(
    exampleClaim({ number: "A1", lines: lines.map((line) => ({ ...plain, ...line })) }),
  ).lines;
  return read.map((line, index) => ({
    ...line,
    units: lines[index]?.units,
    revenueCode: lines[index]?.revenue,
  }));
}

const dated = (date: string) => ({ date });
const first = "2026-01-15";
const second = "2026-01-16";

describe("the order in which a payer's lines are matched", () => {
  test.each([
    [
      "by control number a line that came back as several goes to one of ours",
      theirs({ code: "80047", control: "L1" }, { code: "80048", control: "L1", charged: 0 }),
      ours({ lineItemControlNumber: "L1" }),
      ["1 line-control-number", "1 line-control-number"],
    ],
    [
      "a control number that two of ours bear tells neither",
      theirs({ control: "L1", charged: 7 }),
      ours({ lineItemControlNumber: "L1", chargedCents: 9 }, { lineItemControlNumber: "L1" }),
      [" unmatched"],
    ],
    [
      "a control number of signs alone is none",
      theirs({ control: "--", charged: 7 }),
      ours({ lineItemControlNumber: "--" }),
      [" unmatched"],
    ],
    [
      "zeros are significant in a control number",
      theirs({ control: "01", charged: 7 }),
      ours({ lineItemControlNumber: "1" }),
      [" unmatched"],
    ],
    [
      "what a control number took no code takes again",
      theirs({ code: "X", control: "L1" }, {}),
      ours({ lineItemControlNumber: "L1" }, { serviceFrom: undefined }),
      ["1 line-control-number", "2 procedure"],
    ],
    [
      "a bundled line stays that of its control number though the code submitted is another's",
      theirs({ code: "80050", submitted: "80053", control: "L2" }),
      ours({ procedureCode: "80053" }, { procedureCode: "85025", lineItemControlNumber: "L2" }),
      ["2 line-control-number"],
    ],
    [
      "of two alike the one of as many units",
      theirs({ units: "2" }),
      ours({ units: "1" }, { units: "2" }),
      ["2 procedure"],
    ],
    [
      "units are numbers, not texts",
      theirs({ units: "2.0" }),
      ours({ units: "1" }, { units: "2" }),
      ["2 procedure"],
    ],
    [
      "units that only the payer states tell nothing",
      theirs({ units: "2" }),
      ours({ units: undefined }),
      ["1 procedure"],
    ],
    [
      "units that the payer does not state tell nothing",
      theirs({}),
      ours({ units: "2" }),
      ["1 procedure"],
    ],
    [
      "other units are passed over with the modifiers",
      theirs({ units: "2" }),
      ours({ units: "3" }),
      ["1 procedure-without-modifiers"],
    ],
    [
      "of two alike the one of the same modifiers, in whatever order either names them",
      theirs({ modifiers: ["59", "25"] }, { modifiers: ["25", "59"] }),
      ours({ modifiers: ["LT"] }, { modifiers: ["25", "59"] }, { modifiers: ["59", "25"] }),
      ["2,3 group", "2,3 group"],
    ],
    [
      "of two alike the one without modifiers",
      theirs({}),
      ours({ modifiers: ["25"] }, {}),
      ["2 procedure"],
    ],
    [
      "a line of a revenue code alone",
      theirs({ code: "0450" }),
      ours({ procedureCode: undefined, revenueCode: "0450" }),
      ["1 procedure"],
    ],
    [
      "a line whose revenue code stands apart",
      theirs({ code: "X", revenue: "0450" }),
      ours({ procedureCode: undefined, revenueCode: "0450" }),
      ["1 procedure-without-modifiers"],
    ],
    [
      "a line without a code is none by code",
      theirs({ code: "" }),
      ours({ procedureCode: undefined }),
      ["1 position"],
    ],
    [
      "the code as adjudicated comes before the code submitted",
      theirs({ submitted: "99214" }),
      ours({ procedureCode: "99214" }, {}),
      ["2 procedure"],
    ],
    [
      "the code submitted comes before the code without its modifiers",
      theirs({ submitted: "99214" }),
      ours({ modifiers: ["25"] }, { procedureCode: "99214" }),
      ["2 submitted-procedure"],
    ],
    [
      "a line of another day is not meant",
      theirs(dated(second), dated(second)),
      ours({ serviceFrom: first }),
      [" unmatched", " unmatched"],
    ],
    [
      "a line for nothing means ours of its code for nothing",
      theirs({ code: "3074F", charged: 0, paid: 0 }, {}),
      ours({}, { procedureCode: "3074F", chargedCents: 0 }),
      ["2 procedure", "1 procedure"],
    ],
    [
      "a line for one cent means ours of one cent",
      theirs({ charged: 1, paid: 0 }),
      ours({}, { chargedCents: 1 }),
      ["2 procedure"],
    ],
  ] as const)("%s", (_name, payerLines, ownLines, expected) => {
    expect(told(payerLines, ownLines)).toEqual(expected);
  });
});

describe("one payer line means one of ours, and lines that cannot be told apart a group", () => {
  test.each([
    ["one of ours is taken once", theirs({}, {}), ours({}), ["1 procedure", " unmatched"]],
    [
      "three payer lines for two of ours: the third means none",
      theirs({}, {}, {}),
      ours({}, {}),
      ["1,2 group", "1,2 group", " unmatched"],
    ],
    [
      "two payer lines for three of ours: the third is left",
      theirs({}, {}),
      ours({}, {}, {}),
      ["1,2 group", "1,2 group"],
    ],
    [
      "a group leaves its lines to no other",
      theirs({}, {}, { modifiers: ["25"] }),
      ours({}, {}, { chargedCents: 4 }),
      ["1,2 group", "1,2 group", " unmatched"],
    ],
    [
      "a line of a stated day comes before one that states none",
      theirs({}, dated(first)),
      ours({ serviceFrom: first }, { serviceFrom: second }),
      ["2 procedure", "1 procedure"],
    ],
    [
      "a line matched before is no rival of those alike",
      theirs({ control: "L3" }, {}),
      ours({}, {}, { lineItemControlNumber: "L3" }),
      ["3 line-control-number", "1 procedure"],
    ],
    [
      "a line that fits none is no rival of those that do",
      theirs({ code: "X", charged: 7 }, {}, {}),
      ours({}, {}, { chargedCents: 8 }),
      [" unmatched", "1,2 group", "1,2 group"],
    ],
    [
      "lines that fit different ones of ours are no group, though they share one",
      theirs({ code: "A" }, { code: "0450" }),
      ours(
        { procedureCode: "A" },
        { procedureCode: "A", revenueCode: "0450" },
        { procedureCode: "C", revenueCode: "0450" },
      ),
      ["1 procedure", "2 procedure"],
    ],
    [
      "lines of a stated day share the lines of that day, the others share the rest",
      theirs({}, {}, dated(first), dated(first)),
      ours(
        { serviceFrom: first },
        { serviceFrom: first },
        { serviceFrom: second },
        { serviceFrom: second },
      ),
      ["3,4 group", "3,4 group", "1,2 group", "1,2 group"],
    ],
  ] as const)("%s", (_name, payerLines, ownLines, expected) => {
    expect(told(payerLines, ownLines)).toEqual(expected);
  });
});

describe("a code submitted that came back as several", () => {
  test.each([
    [
      "all parts are of that line, though none is for its charge",
      theirs(
        { code: "80047", submitted: "80053", charged: 6000 },
        { code: "80048", submitted: "80053", charged: 4000 },
      ),
      ours({ procedureCode: "80053" }, {}),
      ["1 submitted-procedure", "1 submitted-procedure"],
    ],
    [
      "of two lines of that code the one of the day",
      theirs({ code: "X", submitted: "80053", charged: 7, date: second }),
      ours({ procedureCode: "80053" }, { procedureCode: "80053", serviceFrom: second }),
      ["2 submitted-procedure"],
    ],
    [
      "two lines of that code: neither is told",
      theirs({ code: "X", submitted: "80053", charged: 7 }),
      ours({ procedureCode: "80053" }, { procedureCode: "80053" }),
      [" unmatched"],
    ],
    [
      "a code that is none of ours: none is told",
      theirs({ code: "X", submitted: "Y", charged: 7 }),
      ours({}),
      [" unmatched"],
    ],
  ] as const)("%s", (_name, payerLines, ownLines, expected) => {
    expect(told(payerLines, ownLines)).toEqual(expected);
  });
});

describe("by place", () => {
  const cheap = { procedureCode: "C", chargedCents: 4000 };
  const dear = { procedureCode: "D", chargedCents: 6000 };
  test.each([
    [
      "what is left open, where it agrees in its places",
      theirs({ code: "A", charged: 6000 }, {}, { code: "B", charged: 4000 }),
      ours(dear, {}, cheap),
      ["1 position", "2 procedure", "3 position"],
    ],
    [
      "nothing, where the payer sends fewer lines",
      theirs({ code: "A", charged: 6000 }),
      ours(dear, cheap),
      [" unmatched"],
    ],
    [
      "nothing, where the payer sends more lines",
      theirs({ code: "A", charged: 6000 }, { code: "B", charged: 4000 }),
      ours(dear),
      [" unmatched", " unmatched"],
    ],
    [
      "nothing, where one of the charges differs",
      theirs({ code: "A", charged: 6000 }, { code: "B", charged: 3000 }),
      ours(dear, cheap),
      [" unmatched", " unmatched"],
    ],
    [
      "nothing, where a place is taken",
      theirs({}, { code: "B" }),
      ours({ procedureCode: "E" }, {}),
      ["2 procedure", " unmatched"],
    ],
    [
      "a reversal by the amount of its charges",
      theirs({ code: "A", charged: -6000 }, { code: "B", charged: -4000 }),
      ours(dear, cheap),
      ["1 position", "2 position"],
    ],
  ] as const)("%s", (_name, payerLines, ownLines, expected) => {
    expect(told(payerLines, ownLines)).toEqual(expected);
  });
});

function told(payerLines: readonly RemittanceLine[], ownLines: readonly MatchableServiceLine[]) {
  return matchLines(payerLines, ownLines).map(
    ({ lineNumbers, rule }) => `${lineNumbers.join()} ${rule}`,
  );
}
