import { describe, expect, test } from "vitest";
import type { PostableClaim } from "./posting.ts";
import { shareLines } from "./share-lines.ts";
import { adjudication, at, type Example, minus, ownClaim } from "./testing/example-facts.ts";

/** Lines that nothing but their number tells apart. */
const alike = (...charges: number[]): PostableClaim["lines"] =>
  ownClaim(charges).lines.map((line) => ({
    ...line,
    lineItemControlNumber: undefined,
    procedureCode: "97110",
  }));

function sharesOf(example: Example, ours: PostableClaim["lines"]) {
  const { shares, isDivided } = shareLines(adjudication(example, 0).claim, ours);
  const words = shares.map(({ lineNumber, charged, paid, adjustments, remarkCodes, sources }) => {
    const reasons = adjustments.map(
      ({ groupCode, reasonCode, cents }) => `${groupCode}${reasonCode}=${cents}`,
    );
    const of = `${lineNumber}: ${charged} ${paid}`;
    return [of, ...reasons, ...remarkCodes, sources === 1 ? "" : `of ${sources}`]
      .filter((word) => word !== "")
      .join(" ");
  });
  return { words, isDivided };
}

type Row = readonly [
  name: string,
  ours: readonly number[] | PostableClaim["lines"],
  example: Example,
  shares: readonly string[],
  isDivided?: boolean,
];

const linesOf = (ours: Row[1]): PostableClaim["lines"] => {
  const [first] = ours;
  return typeof first === "object"
    ? (ours as PostableClaim["lines"])
    : ownClaim(ours as readonly number[]).lines;
};

const rows: Row[] = [
  [
    "each line to its own, in the order of ours",
    [6000, 4000],
    {
      lines: [
        { ...at(2, 4000, 3000, ["CO", "45", 1000]), remarks: ["N1"] },
        { ...at(1, 6000, 6000), remarks: ["N2", "N3"] },
      ],
    },
    ["1: 6000 6000 N2 N3", "2: 4000 3000 CO45=1000 N1"],
  ],
  [
    "two payer lines of one of ours are added up",
    [6000],
    {
      lines: [
        {
          code: "1",
          control: "L1",
          charged: 5000,
          paid: 1000,
          cas: [["CO", "45", 4000]],
          remarks: ["N1"],
        },
        {
          code: "2",
          control: "L1",
          charged: 1000,
          paid: 1500,
          cas: [["OA", "94", -500]],
          remarks: ["N1", "N2"],
        },
      ],
    },
    ["1: 6000 2500 CO45=4000 OA94=-500 N1 N2 of 2"],
  ],
  [
    "a claim without lines, by charge, each cent once",
    [3333, 3333, 3334],
    {
      charged: 10_000,
      paid: 5000,
      cas: [
        ["CO", "45", 4000],
        ["PR", "2", 1000],
      ],
    },
    [
      "1: 3333 1666 CO45=1333 PR2=334",
      "2: 3333 1667 CO45=1333 PR2=333",
      "3: 3334 1667 CO45=1334 PR2=333",
    ],
  ],
  [
    "a claim without lines that is denied leaves no zero amounts",
    [6000, 0],
    { charged: 6000, paid: 0, cas: [["CO", "29", 6000]] },
    ["1: 6000 0 CO29=6000", "2: 0 0"],
  ],
  [
    "a claim without lines that does not add up keeps what it paid",
    [6000, 4000],
    { charged: 10_000, paid: 7000, cas: [["CO", "45", 2000]] },
    ["1: 6000 4200 CO45=1200", "2: 4000 2800 CO45=800"],
  ],
  [
    "no amount meets a line that has no room left",
    [1, 1, 1],
    {
      charged: 3,
      paid: 0,
      cas: [
        ["CO", "45", 1],
        ["PR", "1", 1],
        ["PR", "2", 1],
      ],
    },
    ["1: 1 0 CO45=1", "2: 1 0 PR1=1", "3: 1 0 PR2=1"],
  ],
  [
    "what the payer added widens the room first",
    [3, 1],
    {
      charged: 4,
      paid: 0,
      cas: [
        ["CO", "45", 6],
        ["OA", "94", -2],
      ],
    },
    ["1: 3 0 CO45=5 OA94=-2", "2: 1 0 CO45=1"],
  ],
  [
    "an adjustment of the claim level, by what the lines paid",
    [6000, 4000, 500],
    {
      cas: [["PR", "1", 1001]],
      lines: [at(1, 6000, 6000), at(2, 4000, 4000), at(3, 500, 0, ["CO", "50", 500])],
    },
    ["1: 6000 5399 PR1=601", "2: 4000 3600 PR1=400", "3: 500 0 CO50=500"],
  ],
  [
    "two adjustments of the claim level, the second by what the first left",
    [1, 1],
    {
      cas: [
        ["PR", "1", 1],
        ["CO", "45", 1],
      ],
      lines: [at(1, 1, 1), at(2, 1, 1)],
    },
    ["1: 1 0 PR1=1", "2: 1 0 CO45=1"],
  ],
  [
    "an amount added at the claim level, by what the lines paid",
    [3000, 1000],
    { cas: [["OA", "94", -400]], lines: [at(1, 3000, 3000), at(2, 1000, 1000)] },
    ["1: 3000 3300 OA94=-300", "2: 1000 1100 OA94=-100"],
  ],
  [
    "an amount added at the claim level where no line paid, equally",
    [3000, 1000],
    {
      cas: [["OA", "94", -400]],
      lines: [at(1, 3000, 0, ["CO", "50", 3000]), at(2, 1000, 0, ["CO", "50", 1000])],
    },
    ["1: 3000 200 CO50=3000 OA94=-200", "2: 1000 200 CO50=1000 OA94=-200"],
  ],
  [
    "a cent is adjusted where it was charged",
    [0, 1],
    { charged: 1, paid: 0, cas: [["CO", "45", 1]] },
    ["1: 0 0", "2: 1 0 CO45=1"],
  ],
  [
    "lines alike share what the payer says of them, with its remarks",
    alike(5000, 5000),
    {
      lines: [
        { code: "97110", charged: 5000, paid: 4001, cas: [["CO", "45", 999]], remarks: ["N1"] },
        { code: "97110", charged: 5000, paid: 0, cas: [["CO", "119", 5000]], remarks: ["N2"] },
      ],
    },
    ["1: 5000 2000 CO45=500 CO119=2500 N1 N2", "2: 5000 2001 CO45=499 CO119=2500 N1 N2"],
    true,
  ],
  [
    "lines alike leave another of which nothing was said",
    [...alike(5000, 5000), ...ownClaim([0, 0, 700]).lines.slice(2)],
    {
      lines: [
        { code: "97110", charged: 5000, paid: 5000 },
        { code: "97110", charged: 5000, paid: 5000 },
      ],
    },
    ["1: 5000 5000", "2: 5000 5000"],
    true,
  ],
  [
    "a line nobody can tell goes to those of which nothing was said, by charge",
    [10_000, 3000, 1000],
    {
      lines: [
        { ...at(1, 10_000, 10_000), remarks: ["N1"] },
        { code: "X", charged: 4000, paid: 2000, cas: [["CO", "45", 2000]], remarks: ["N2"] },
      ],
    },
    ["1: 10000 10000 N1", "2: 3000 1500 CO45=1500 N2", "3: 1000 500 CO45=500 N2"],
    true,
  ],
  [
    "a line nobody can tell goes to the one of which nothing was said",
    [6000, 4000],
    { lines: [at(1, 6000, 6000), { code: "X", charged: 100, paid: 100 }] },
    ["1: 6000 6000", "2: 100 100"],
    true,
  ],
  [
    "two lines nobody can tell go there together",
    [10_000, 3000, 1000, 500],
    {
      lines: [
        at(1, 10_000, 10_000),
        { code: "X", charged: 4000, paid: 3000, cas: [["CO", "45", 1000]] },
        { code: "Y", charged: 500, paid: 0, cas: [["CO", "50", 500]] },
      ],
    },
    [
      "1: 10000 10000",
      "2: 3000 2000 CO45=667 CO50=333",
      "3: 1000 667 CO45=222 CO50=111",
      "4: 500 333 CO45=111 CO50=56",
    ],
    true,
  ],
  [
    "a line nobody can tell goes to all where something was said of each",
    [6000, 4000],
    { lines: [at(1, 6000, 6000), at(2, 4000, 4000), { code: "X", charged: 100, paid: 100 }] },
    ["1: 6060 6060 of 2", "2: 4040 4040 of 2"],
    true,
  ],
  ["a claim of ours without lines takes nothing", [], { charged: 10_000, paid: 10_000 }, []],
];

describe("what an adjudication says of our lines", () => {
  test.each(rows.map((row) => [row[0], row] as const))(
    "%s",
    (_, [, ours, example, shares, isDivided = false]) => {
      expect(sharesOf(example, linesOf(ours))).toEqual({ words: shares, isDivided });
    },
  );

  test.each(rows.map((row) => [row[0], row] as const))("reversed: %s", (_, [, ours, example]) => {
    const negated = ({ words, isDivided }: ReturnType<typeof sharesOf>) => ({
      words: words.map((text) =>
        text.replaceAll(/(?<=[ =])-?\d+(?= |$)(?<!of \d+)/g, (cents) => String(-Number(cents) + 0)),
      ),
      isDivided,
    });
    expect(sharesOf(minus(example), linesOf(ours))).toEqual(
      negated(sharesOf(example, linesOf(ours))),
    );
  });

  test("what the payer added at the claim level comes first where no line paid", () => {
    const example: Example = {
      cas: [
        ["CO", "45", 1],
        ["OA", "94", -2],
      ],
      lines: [1, 2, 3].map((number) => at(number, 10, 0, ["CO", "50", 10])),
    };
    expect(sharesOf(example, ownClaim([10, 10, 10]).lines).words).toEqual([
      "1: 10 0 CO50=10 CO45=1 OA94=-1",
      "2: 10 1 CO50=10 OA94=-1",
      "3: 10 0 CO50=10",
    ]);
  });

  test("by payer line, for the record", () => {
    const { claim } = adjudication(
      { lines: [at(2, 4000, 4000), { code: "X", charged: 1, paid: 1 }] },
      0,
    );
    expect(shareLines(claim, ownClaim([6000, 4000, 1]).lines).matches).toEqual([
      { lineNumbers: [2], rule: "procedure" },
      { lineNumbers: [], rule: "unmatched" },
    ]);
  });
});
