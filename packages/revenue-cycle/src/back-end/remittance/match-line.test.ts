import { describe, expect, test } from "vitest";
import { type ExampleLine, exampleClaim } from "../posting/testing/example-remittance.ts";
import { matchLines } from "./match-line.ts";
import { readRemittanceClaim } from "./remittance.ts";
import { exampleServiceLines as ours } from "./testing/example-candidates.ts";

const theirs = (...lines: readonly ExampleLine[]) =>
  readRemittanceClaim(exampleClaim({ number: "A1", lines })).lines;

const paid = (rest: Partial<ExampleLine> = {}): ExampleLine => ({
  code: "99213",
  charged: 10_000,
  paid: 10_000,
  ...rest,
});

describe("a payer's line means", () => {
  test.each([
    [
      "ours of its control number, whatever else it says",
      theirs(paid({ code: "X", control: "l-2" })),
      ours({}, { lineItemControlNumber: "L2" }),
      ["2 line-control-number"],
    ],
    [
      "ours of its code, modifiers in any order",
      theirs(paid({ modifiers: ["25", "59"] })),
      ours({}, { modifiers: ["59", "25"] }),
      ["2 procedure"],
    ],
    [
      "ours of its date",
      theirs(paid({ date: "2026-01-16" })),
      ours({}, { serviceFrom: "2026-01-16" }),
      ["2 procedure"],
    ],
    [
      "ours of its charge",
      theirs(paid({ charged: 7 })),
      ours({}, { chargedCents: 7 }),
      ["2 procedure"],
    ],
    [
      "ours of the code submitted",
      theirs(paid({ code: "99212", submitted: "99214" })),
      ours({}, { procedureCode: "99214" }),
      ["2 submitted-procedure"],
    ],
    [
      "ours without the modifier that the payer dropped",
      theirs(paid()),
      ours({ modifiers: ["25"] }),
      ["1 procedure-without-modifiers"],
    ],
    [
      "ours in the same place when charges agree",
      theirs(paid({ code: "A" }), paid({ code: "B", charged: 5 })),
      ours({ procedureCode: "C" }, { procedureCode: "D", chargedCents: 5 }),
      ["1 position", "2 position"],
    ],
    ["none of ours otherwise", theirs(paid({ code: "A", charged: 3 })), ours({}), [" unmatched"]],
    [
      "a group of ours that cannot be told apart",
      theirs(paid(), paid()),
      ours({}, {}),
      ["1,2 group", "1,2 group"],
    ],
    ["the first of a group when fewer came", theirs(paid()), ours({}, {}), ["1 procedure"]],
    [
      "the parts of ours that came back as several",
      theirs(
        paid({ code: "80047", submitted: "99213" }),
        paid({ code: "80048", submitted: "99213", charged: 0 }),
      ),
      ours({}),
      ["1 submitted-procedure", "1 submitted-procedure"],
    ],
    [
      "ours of a reversal",
      theirs(paid({ charged: -10_000, paid: -10_000 })),
      ours({}),
      ["1 procedure"],
    ],
  ] as const)("%s", (_name, payerLines, ownLines, expected) => {
    const matches = matchLines(payerLines, ownLines);
    expect(matches.map(({ lineNumbers, rule }) => `${lineNumbers.join()} ${rule}`)).toEqual(
      expected,
    );
  });
});
