import { describe, expect, test } from "vitest";
import { compareAdjudications, pairReversals } from "./pair-reversals.ts";
import type { Adjudication } from "./posting.ts";
import { adjudication, type Example, line, minus } from "./testing/example-facts.ts";

type Changed = Partial<Omit<Adjudication, "claim">>;

const plain: Example = {
  payerNumber: "ICN1",
  lines: [line(10_000, 6000, ["CO", "45", 2000], ["PR", "2", 2000])],
};
const withoutNumber = ({ payerNumber: _, ...rest }: Example): Example => rest;
const otherReasons: Example = { ...plain, lines: [line(10_000, 6000, ["CO", "45", 4000])] };

describe("the order in which adjudications are decided", () => {
  const fact = (changed: Changed): Adjudication => ({ ...adjudication(plain, 4), ...changed });
  test.each<[string, Changed, Changed]>([
    ["by day", { effectiveOn: "2026-03-04", traceNumber: "Z", remittanceId: 9 }, {}],
    ["then by trace", { traceNumber: "A", remittanceId: 9, claimNumber: 9 }, {}],
    ["then by remittance", { remittanceId: 4, claimNumber: 9 }, {}],
    ["then by place", { claimNumber: 1 }, { claimNumber: 2 }],
  ])("%s", (_, first, second) => {
    expect(compareAdjudications(fact(first), fact(second))).toBeLessThan(0);
    expect(compareAdjudications(fact(second), fact(first))).toBeGreaterThan(0);
    expect(compareAdjudications(fact(first), fact(first))).toBe(0);
  });
});

describe("what a reversal undoes", () => {
  const same = { on: "2026-03-05" };
  test.each<[string, Example[], string[], [string, string][]?]>([
    ["its original", [plain, minus(plain)], ["2>1"]],
    ["the latest of several", [plain, plain, minus(plain)], ["3>2"]],
    ["each original once", [plain, plain, minus(plain), minus(plain)], ["3>2", "4>1"]],
    ["nothing twice", [plain, minus(plain), minus(plain)], ["2>1"]],
    ["nothing of another charge", [{ ...plain, charged: 9999 }, minus(plain)], []],
    ["nothing of another payment", [{ ...plain, paid: 5999 }, minus(plain)], []],
    [
      "nothing whose lines took another amount",
      [{ ...plain, paid: 6000, lines: [line(10_000, 5000)], charged: 10_000 }, minus(plain)],
      [],
    ],
    ["nothing under another number", [plain, { ...minus(plain), payerNumber: "ICN2" }], []],
    ["one without a number", [withoutNumber(plain), minus(plain)], ["2>1"]],
    ["one with a number where it gives none", [plain, withoutNumber(minus(plain))], ["2>1"]],
    [
      "rather the same number than a later one without",
      [plain, withoutNumber(plain), minus(plain)],
      ["3>1"],
    ],
    [
      "rather the same number than the same reasons",
      [otherReasons, withoutNumber(plain), minus(plain)],
      ["3>1"],
    ],
    ["rather the same reasons than a later one", [plain, otherReasons, minus(plain)], ["3>1"]],
    [
      "the same reasons in another order and in parts, on the claim or its lines",
      [
        {
          payerNumber: "ICN1",
          paid: 6000,
          charged: 10_000,
          cas: [["PR", "2", 1000]],
          lines: [line(10_000, 7000, ["PR", "2", 1000], ["CO", "45", 2000], ["CO", "50", 0])],
        },
        otherReasons,
        minus(plain),
      ],
      ["3>1"],
    ],
    ["no reversal", [minus({ lines: [line(0, 0)] }), minus({ lines: [line(0, 0)] })], []],
    ["no predetermination", [{ ...plain, status: "25" }, minus(plain)], []],
    ["nothing not ours", [{ ...plain, status: "23" }, minus(plain)], []],
    ["nothing of a later day", [minus(plain), plain], []],
    [
      "one of another set of its day behind it",
      [
        { ...minus(plain), ...same, trace: "A" },
        { ...plain, ...same, trace: "B" },
      ],
      ["1>2"],
    ],
    [
      "rather one before it than one of its day behind it",
      [plain, { ...minus(plain), ...same, trace: "A" }, { ...plain, ...same, trace: "B" }],
      ["2>1"],
    ],
    ["the pair that is known", [plain, plain, minus(plain)], ["3>1"], [["3", "1"]]],
    [
      "a known pair leaves the other to a later reversal",
      [plain, plain, minus(plain), minus(plain)],
      ["4>2", "3>1"],
      [["4", "2"]],
    ],
    ["a known pair whose original is gone is none", [minus(plain)], [], [["1", "7"]]],
    ["a known pair whose reversal is gone is none", [plain], [], [["7", "1"]]],
  ])("%s", (_, examples, expected, known = []) => {
    const facts = examples.map(adjudication);
    const keyOf = (number: string) => `remittance:${number}:1`;
    const numberOf = (key: string) => key.split(":")[1];
    const pairs = pairReversals(
      facts,
      new Map(known.map(([reversal, original]) => [keyOf(reversal), keyOf(original)])),
    );
    const found = [...pairs.originalOf].map(
      ([key, original]) => `${numberOf(key)}>${original.remittanceId}`,
    );
    expect(found).toEqual(expected);
    const back = [...pairs.reversalOf].map(
      ([key, reversal]) => `${reversal.remittanceId}>${numberOf(key)}`,
    );
    expect(back).toEqual(expected);
  });

  test("nothing behind it of its own set, which is the payer's correction", () => {
    const reversal = adjudication({ ...minus(plain), ...same }, 0);
    const correction = { ...adjudication({ ...plain, ...same }, 0), claimNumber: 2 };
    expect(pairReversals([reversal, correction]).originalOf.size).toBe(0);
  });
});
