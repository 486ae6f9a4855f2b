import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeOutcomes, type SpokenAdjudication } from "./judge-outcomes.ts";

type Said = readonly [paid: number, patient: number, denied: number, payer?: number];

function adjudications(...said: readonly Said[]): SpokenAdjudication[] {
  return said.map(([paidCents, patientCents, deniedCents, payerId = 1], index) => ({
    remittanceId: index + 1,
    claimNumber: 1,
    payerId,
    on: `2026-03-0${index + 1}`,
    lines: [{ lineNumber: 1, paidCents, patientCents, deniedCents }],
  }));
}

describe("what became of a refused line", () => {
  test.each<[string, readonly Said[], string[]]>([
    ["nobody spoke again", [[0, 0, 100]], []],
    [
      "paid",
      [
        [0, 0, 100],
        [80, 0, 0],
      ],
      ["1 overturned 80"],
    ],
    [
      "paid with a share of the patient",
      [
        [0, 0, 100],
        [60, 20, 0],
      ],
      ["1 overturned 60"],
    ],
    [
      "all of it the patient's share",
      [
        [0, 0, 100],
        [0, 80, 0],
      ],
      ["1 overturned 0"],
    ],
    [
      "paid in part",
      [
        [0, 0, 100],
        [40, 0, 60],
      ],
      ["1 partly-overturned 40"],
    ],
    [
      "refused again",
      [
        [0, 0, 100],
        [0, 0, 100],
      ],
      ["1 upheld 0"],
    ],
    [
      "adjusted away",
      [
        [0, 0, 100],
        [0, 0, 0],
      ],
      ["1 upheld 0"],
    ],
    [
      "refused again, then paid",
      [
        [0, 0, 100],
        [0, 0, 100],
        [80, 0, 0],
      ],
      ["1 overturned 80", "2 overturned 80"],
    ],
    [
      "another payer paid",
      [
        [0, 0, 100],
        [80, 0, 0, 2],
      ],
      [],
    ],
  ])("%s", (_, said, expected) => {
    const judged = judgeOutcomes(adjudications(...said));
    expect(
      judged.map(({ remittanceId, outcome, recoveredCents }) =>
        [remittanceId, outcome, recoveredCents].join(" "),
      ),
    ).toEqual(expected);
  });

  test("other lines say nothing about it", () => {
    const [first, second] = adjudications([0, 0, 100], [80, 0, 0]);
    const other = second && {
      ...second,
      lines: second.lines.map((line) => ({ ...line, lineNumber: 2 })),
    };
    expect(judgeOutcomes([first, other].flatMap((one) => one ?? []))).toEqual([]);
  });

  test("no more is recovered than was paid afterwards, and never less than nothing", () => {
    const amount = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount, amount), { maxLength: 8 }), (said) => {
        for (const judged of judgeOutcomes(adjudications(...said))) {
          const after = said.slice(judged.remittanceId);
          expect(judged.recoveredCents).toBe(after.reduce((sum, [paid]) => sum + paid, 0));
          expect(judged.byRemittanceId).toBeGreaterThan(judged.remittanceId);
        }
      }),
    );
  });
});
