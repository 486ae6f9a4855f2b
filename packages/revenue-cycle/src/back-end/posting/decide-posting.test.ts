import { describe, expect, test } from "vitest";
import { emptyReceivable } from "../../books/receivable/receivable.ts";
import {
  type ClaimFacts,
  type DatedTransfer,
  type DecidedAdjudication,
  decidePostings,
} from "./decide-posting.ts";
import {
  type Adjudication,
  adjudicationKey,
  type LineTransfer,
  type PatientPayment,
  type PostableClaim,
} from "./posting.ts";
import { lineTransfer } from "./settle-line.ts";
import {
  adjudication,
  at,
  type Example,
  factsOf,
  line,
  minus,
  ownClaim,
} from "./testing/example-facts.ts";
import { accountNames } from "./testing/golden-cases.ts";

const short = (account: string) => accountNames[account] ?? account;

/** `1 ins>con 2000 CO45`: line (none: -), account credited and debited, cents, reason, own day. */
function wordsOf(transfers: readonly (LineTransfer | DatedTransfer)[]): string {
  const words = transfers.map((moved) =>
    [
      moved.lineNumber < 0 ? "-" : moved.lineNumber,
      `${short(moved.credit)}>${short(moved.debit)}`,
      moved.cents,
      `${moved.groupCode ?? ""}${moved.reasonCode ?? ""}`,
      "effectiveOn" in moved ? moved.effectiveOn : "",
    ]
      .filter((word) => word !== "" && word !== undefined)
      .join(" "),
  );
  return words.join(", ") || "nothing";
}

const outcomesOf = (decided: readonly DecidedAdjudication[]) =>
  decided.map(({ outcome, transfers }) => `${outcome}: ${wordsOf(transfers)}`);

type Change = (facts: ClaimFacts) => ClaimFacts;

type Row = readonly [
  name: string,
  given: {
    readonly charges?: readonly number[];
    readonly claim?: Partial<PostableClaim>;
    readonly examples: readonly Example[];
    /** How many of them, from the first on, speak of the version before. */
    readonly inherited?: number;
    /** Those whose money waited in suspense. */
    readonly suspended?: readonly number[];
    readonly change?: Change;
  },
  outcomes: readonly string[],
];

function decisionOf({ charges = [10_000], claim, examples, inherited = 0, ...rest }: Row[1]) {
  const own = ownClaim(charges, claim);
  const adjudications = examples.map((example, index): Adjudication => {
    const money = rest.suspended?.includes(index) ? "suspense" : "cash";
    return { ...adjudication(example, index), money };
  });
  const facts = factsOf(own, adjudications, [], adjudications.slice(0, inherited));
  return decidePostings(rest.change?.(facts) ?? facts);
}

const plain: Example = {
  payerNumber: "ICN1",
  lines: [line(10_000, 6000, ["CO", "45", 2000], ["PR", "2", 2000])],
};
const plainWords = "1 ins>cash 6000, 1 ins>pat 2000 PR2, 1 ins>con 2000 CO45";
const second = (paid: number, ...cas: (readonly [string, string, number])[]): Example => ({
  status: "2",
  lines: [line(10_000, paid, ...cas)],
});

const rows: Row[] = [
  ["a payment", { examples: [plain] }, [`posted: ${plainWords}`]],
  [
    "a payment whose money waited for its claim",
    { examples: [plain], suspended: [0] },
    ["posted: 1 ins>sus 6000, 1 ins>pat 2000 PR2, 1 ins>con 2000 CO45"],
  ],
  // Predetermination and what is not ours (CLP02 25 and 23).
  [
    "a predetermination",
    { examples: [{ status: "25", lines: [line(10_000, 0, ["OA", "101", 10_000])] }] },
    ["recorded: nothing"],
  ],
  [
    "money of a claim that is said not to be ours",
    { examples: [{ status: "23", lines: [line(10_000, 700, ["OA", "B11", 9300])] }] },
    ["suspense: - sus>cash 700"],
  ],
  [
    "one cent of a claim that is said not to be ours",
    { examples: [{ status: "23", lines: [line(10_000, 1, ["OA", "B11", 9999])] }] },
    ["suspense: - sus>cash 1"],
  ],
  [
    "one cent taken back for a line, and the reversal of that which waits already",
    {
      examples: [
        { lines: [line(10_000, -1, ["CO", "45", 10_001])] },
        minus({ lines: [line(10_000, -1, ["CO", "45", 10_001])] }),
      ],
      suspended: [1],
    },
    ["suspense: - cash>sus 1", "reversal: nothing"],
  ],
  [
    "a second payment of one cent",
    { examples: [plain, { payerNumber: "ICN2", lines: [line(10_000, 1, ["CO", "45", 9999])] }] },
    [`posted: ${plainWords}`, "repeated: 1 icr>cash 1"],
  ],
  [
    "money of a claim that is said not to be ours, which waits already",
    {
      examples: [{ status: "23", lines: [line(10_000, 700, ["OA", "B11", 9300])] }],
      suspended: [0],
    },
    ["suspense: nothing"],
  ],
  // Money below zero without a reversal.
  [
    "a line paid below zero",
    { examples: [{ lines: [line(10_000, -1, ["CO", "45", 10_001])] }] },
    ["suspense: - cash>sus 1"],
  ],
  [
    "one of two lines paid below zero keeps the other back",
    {
      charges: [10_000, 5000],
      examples: [
        { lines: [at(1, 10_000, 9000, ["CO", "45", 1000]), at(2, 5000, -1, ["CO", "45", 5001])] },
      ],
    },
    ["suspense: - sus>cash 8999"],
  ],
  [
    "lines paid below and above zero that come to nothing",
    {
      charges: [10_000, 5000],
      examples: [
        { lines: [at(1, 10_000, 1, ["CO", "45", 9999]), at(2, 5000, -1, ["CO", "45", 5001])] },
      ],
    },
    ["recorded: nothing"],
  ],
  [
    "money of a claim that has no lines here",
    { charges: [], examples: [{ charged: 10_000, paid: 6000, cas: [["CO", "45", 4000]] }] },
    ["suspense: - sus>cash 6000"],
  ],
  [
    "the reversal of money in suspense takes it from there",
    {
      examples: [
        { status: "1", lines: [line(10_000, -5, ["CO", "45", 10_005])] },
        minus({ lines: [line(10_000, -5, ["CO", "45", 10_005])] }),
      ],
    },
    ["suspense: - cash>sus 5", "reversal: - sus>cash 5"],
  ],
  // Reversals (2.8).
  [
    "a reversal mirrors what it undoes, last movement first",
    { examples: [plain, minus(plain)] },
    [
      `reversed: ${plainWords}`,
      "reversal: 1 con>ins 2000 CO45, 1 pat>ins 2000 PR2, 1 cash>ins 6000",
    ],
  ],
  [
    "a reversal of what waited in suspense pays from cash",
    { examples: [plain, minus(plain)], suspended: [0] },
    [
      "reversed: 1 ins>sus 6000, 1 ins>pat 2000 PR2, 1 ins>con 2000 CO45",
      "reversal: 1 con>ins 2000 CO45, 1 pat>ins 2000 PR2, 1 cash>ins 6000",
    ],
  ],
  [
    "a reversal that waited in suspense itself",
    { examples: [plain, minus(plain)], suspended: [1] },
    [
      `reversed: ${plainWords}`,
      "reversal: 1 con>ins 2000 CO45, 1 pat>ins 2000 PR2, 1 sus>ins 6000",
    ],
  ],
  [
    "a reversal mirrors its original as it stands in the books",
    {
      examples: [plain, minus(plain)],
      change: (facts) => ({
        ...facts,
        standing: new Map([
          [
            "remittance:1:1",
            [lineTransfer(1, { debit: "cash", credit: "insurance-credit", cents: 6000 })],
          ],
        ]),
      }),
    },
    ["reversed: 1 icr>cash 6000", "reversal: 1 cash>icr 6000"],
  ],
  [
    "what stands does not bind what nothing undoes",
    {
      examples: [plain],
      change: (facts) => ({ ...facts, standing: new Map([["remittance:1:1", []]]) }),
    },
    [`posted: ${plainWords}`],
  ],
  [
    "a reversal without an original",
    { examples: [minus(plain)] },
    ["unmatched-reversal: - cash>unm 6000"],
  ],
  [
    "a reversal of a denial without an original",
    { examples: [minus({ lines: [line(10_000, 0, ["CO", "50", 10_000])] })] },
    ["unmatched-reversal: nothing"],
  ],
  [
    "a pair that stands in the books stays one, though another would fit",
    {
      examples: [
        plain,
        { ...plain, payerNumber: "ICN2" },
        { ...minus(plain), payerNumber: "ICN2" },
      ],
      change: (facts) => ({
        ...facts,
        knownReversals: new Map([["remittance:3:1", "remittance:1:1"]]),
      }),
    },
    [
      `reversed: ${plainWords}`,
      `posted: ${plainWords}`,
      "reversal: 1 con>ins 2000 CO45, 1 pat>ins 2000 PR2, 1 cash>ins 6000",
    ],
  ],
  // Second payments (2.10).
  [
    "a second payment: its cash is the payer's credit",
    { examples: [plain, { ...plain, payerNumber: "ICN2" }] },
    [`posted: ${plainWords}`, "repeated: 1 icr>cash 6000"],
  ],
  [
    "a second answer of one line of two repeats, its other line with it",
    {
      charges: [10_000, 5000],
      examples: [
        { lines: [at(1, 10_000, 10_000)] },
        {
          payerNumber: "ICN2",
          lines: [at(1, 10_000, 10_000), at(2, 5000, 4000, ["CO", "45", 1000])],
        },
      ],
    },
    ["posted: 1 ins>cash 10000", "repeated: 1 icr>cash 10000, 2 icr>cash 4000"],
  ],
  [
    "a line that only a second answer spoke of is still to be settled",
    {
      charges: [10_000, 5000],
      examples: [
        { lines: [at(1, 10_000, 10_000)] },
        {
          payerNumber: "I2",
          lines: [at(1, 10_000, 10_000), at(2, 5000, 4000, ["CO", "45", 1000])],
        },
        { payerNumber: "I3", lines: [at(2, 5000, 4500, ["CO", "45", 500])] },
      ],
    },
    [
      "posted: 1 ins>cash 10000",
      "repeated: 1 icr>cash 10000, 2 icr>cash 4000",
      "posted: 2 ins>cash 4500, 2 ins>con 500 CO45",
    ],
  ],
  [
    "a first answer for more than was charged is no second one",
    { examples: [{ lines: [line(10_000, 10_000), { code: "X", charged: 100, paid: 100 }] }] },
    ["posted: 1 ins>cash 10000, 1 icr>cash 100"],
  ],
  [
    "two halves of a line are no second payment, a third is",
    {
      examples: [1, 2, 3].map((part) => ({
        payerNumber: `I${part}`,
        lines: [{ ...line(5000, 5000), control: "L1" }],
      })),
    },
    ["posted: 1 ins>cash 5000", "posted: 1 ins>cash 5000", "repeated: 1 icr>cash 5000"],
  ],
  [
    "an answer after one that only refused is the first",
    {
      examples: [
        { lines: [line(10_000, 0, ["CO", "50", 10_000])] },
        { lines: [line(10_000, 10_000)] },
        { lines: [line(10_000, 10_000)] },
      ],
    },
    ["posted: nothing", "posted: 1 ins>cash 10000", "repeated: 1 icr>cash 10000"],
  ],
  [
    "an answer after one that kept all for the next payer is a second one",
    {
      claim: { furtherPayers: 1 },
      examples: [
        { lines: [line(10_000, 0, ["PR", "1", 10_000])] },
        { payerNumber: "I2", lines: [line(10_000, 10_000)] },
      ],
    },
    ["posted: nothing", "repeated: 1 icr>cash 10000"],
  ],
  [
    "what was reversed is settled no more",
    { examples: [plain, minus(plain), { ...plain, payerNumber: "ICN2" }] },
    [
      `reversed: ${plainWords}`,
      "reversal: 1 con>ins 2000 CO45, 1 pat>ins 2000 PR2, 1 cash>ins 6000",
      `posted: ${plainWords}`,
    ],
  ],
  [
    "another payer's payment is no second one",
    { claim: { furtherPayers: 1 }, examples: [plain, second(2000, ["OA", "23", 8000])] },
    ["posted: 1 ins>cash 6000, 1 ins>con 2000 CO45", "posted: 1 ins>cash 2000"],
  ],
  // Who the patient's share belongs to (2.10, 3).
  [
    "the patient's share once the last of two payers has spoken, to each its own",
    {
      claim: { furtherPayers: 1 },
      examples: [plain, second(1500, ["OA", "23", 8000], ["PR", "2", 500])],
    },
    ["posted: 1 ins>cash 6000, 1 ins>con 2000 CO45", "posted: 1 ins>cash 1500, 1 ins>pat 500 PR2"],
  ],
  [
    "an earlier payer after a later one, though that spoke first",
    {
      claim: { furtherPayers: 1 },
      examples: [second(1500, ["OA", "23", 8000], ["PR", "2", 500]), plain],
    },
    ["posted: 1 ins>cash 1500, 1 ins>pat 500 PR2", "posted: 1 ins>cash 6000, 1 ins>con 2000 CO45"],
  ],
  [
    "a predetermination of a later payer is not heard",
    {
      examples: [
        plain,
        { status: "25", lines: [line(10_000, 0, ["OA", "23", 8000], ["OA", "101", 2000])] },
      ],
    },
    [`posted: ${plainWords}`, "recorded: nothing"],
  ],
  [
    "a reversal of an answer of a later payer that nobody knows is not heard",
    { examples: [plain, minus(second(2000, ["OA", "23", 8000]))] },
    [`posted: ${plainWords}`, "unmatched-reversal: - cash>unm 2000"],
  ],
  [
    "a later payer whose answer is undone was heard all the same",
    {
      examples: [plain, second(2000, ["OA", "23", 8000]), minus(second(2000, ["OA", "23", 8000]))],
    },
    [
      "posted: 1 ins>cash 6000, 1 ins>con 2000 CO45",
      "reversed: 1 ins>cash 2000",
      "reversal: 1 cash>ins 2000",
    ],
  ],
  [
    "the last of three payers by a person's word",
    { claim: { furtherPayers: 2, lastPayerRank: 1 }, examples: [{ ...plain, status: "19" }] },
    [`posted: ${plainWords}`],
  ],
  [
    "a later last payer by a person's word",
    { claim: { lastPayerRank: 2 }, examples: [plain] },
    ["posted: 1 ins>cash 6000, 1 ins>con 2000 CO45"],
  ],
  [
    "the payer billed is the second",
    { claim: { payerRank: 2 }, examples: [plain] },
    ["posted: 1 ins>cash 6000, 1 ins>con 2000 CO45"],
  ],
  ...["N781", "N782", "N783"].map(
    (code): Row => [
      `a patient protected by ${code}`,
      { examples: [{ ...plain, remarks: [code] }] },
      ["posted: 1 ins>cash 6000, 1 ins>con 2000 CO45"],
    ],
  ),
  // What a replaced version brings along (2.8).
  [
    "an inherited payment goes after the claim's own",
    {
      examples: [
        { lines: [line(10_000, 4000, ["CO", "45", 6000])] },
        { lines: [line(10_000, 3000, ["CO", "45", 7000])] },
      ],
      inherited: 1,
    },
    ["posted: 1 icr>cash 4000", "posted: 1 ins>cash 3000, 1 ins>con 7000 CO45"],
  ],
  [
    "an inherited payment of a line of which the claim's own say nothing",
    {
      charges: [10_000, 5000],
      examples: [
        { lines: [at(1, 10_000, 4000, ["CO", "45", 6000]), at(2, 5000, 5000)] },
        { lines: [at(1, 10_000, 3000, ["CO", "45", 7000])] },
      ],
      inherited: 1,
    },
    ["posted: 1 icr>cash 4000, 2 ins>cash 5000", "posted: 1 ins>cash 3000, 1 ins>con 7000 CO45"],
  ],
  [
    "an inherited primary payment beside the secondary's own keeps nothing for that",
    {
      claim: { furtherPayers: 1 },
      examples: [plain, second(1000, ["OA", "23", 9000])],
      inherited: 1,
    },
    ["posted: 1 ins>cash 6000, 1 ins>con 2000 CO45", "posted: 1 ins>cash 1000"],
  ],
  [
    "an inherited primary that adjusts all its secondary left",
    {
      claim: { furtherPayers: 1 },
      examples: [
        { lines: [line(10_000, 6000, ["CO", "45", 2000], ["PR", "2", 2000])] },
        second(3000, ["OA", "23", 7000]),
      ],
      inherited: 1,
    },
    ["posted: 1 ins>cash 6000, 1 ins>con 1000 CO45", "posted: 1 ins>cash 3000"],
  ],
  [
    "of two inherited payments the second repeats the first",
    {
      examples: [
        { payerNumber: "I1", lines: [line(10_000, 4000, ["CO", "45", 6000])] },
        { payerNumber: "I2", lines: [line(10_000, 4000, ["CO", "45", 6000])] },
      ],
      inherited: 2,
    },
    ["posted: 1 ins>cash 4000, 1 ins>con 6000 CO45", "repeated: 1 icr>cash 4000"],
  ],
];

describe("what becomes of an adjudication", () => {
  test.each(rows)("%s", (_, given, outcomes) => {
    expect(outcomesOf(decisionOf(given).adjudications)).toEqual(outcomes);
  });
});

describe("what is told of an adjudication", () => {
  const told = (given: Row[1], place = 0) => decisionOf(given).adjudications[place];

  test("its lines, what they come to, and every remark of line and claim", () => {
    const example = {
      remarks: ["N2"],
      lines: [{ ...line(10_000, 6000, ["CO", "45", 4000]), remarks: ["N1"] }],
    };
    const [only] = told({ examples: [example] })?.lines ?? [];
    expect(only).toMatchObject({ lineNumber: 1, paid: 6000, remarkCodes: ["N1", "N2"] });
    expect(only?.net.contractual).toHaveLength(1);
  });

  test.each<[string, Row[1], number, boolean]>([
    [
      "with a share of a protected patient",
      { examples: [{ ...plain, remarks: ["N781"] }] },
      0,
      true,
    ],
    ["with a share of another", { examples: [{ ...plain, remarks: ["N1"] }] }, 0, false],
    [
      "of a protected patient without a share",
      { examples: [{ remarks: ["N781"], lines: [line(10_000, 10_000)] }] },
      0,
      false,
    ],
    [
      "with a share on one line of two",
      {
        charges: [10_000, 5000],
        examples: [
          { remarks: ["N781"], lines: [at(1, 10_000, 9000, ["PR", "2", 1000]), at(2, 5000, 5000)] },
        ],
      },
      0,
      true,
    ],
    [
      "a reversal",
      { examples: [{ ...plain, remarks: ["N781"] }, minus({ ...plain, remarks: ["N781"] })] },
      1,
      false,
    ],
  ])("whether a protected patient's share stays with the payers: %s", (_, given, place, is) => {
    expect(told(given, place)?.isPatientProtected).toBe(is);
  });

  test("what a reversal undoes, which lines it speaks of, and whose version", () => {
    const given = { examples: [plain, minus(plain)] };
    expect(told(given, 1)).toMatchObject({
      key: "remittance:2:1",
      undoes: "remittance:1:1",
      isInherited: false,
      lines: [],
      shared: { shares: [], isDivided: false, matches: [{ lineNumbers: [1] }] },
    });
    expect(told({ ...given, inherited: 2 }, 1)?.isInherited).toBe(true);
    expect(told(given)?.undoes).toBeUndefined();
    expect(told({ examples: [minus(plain)] })?.undoes).toBeUndefined();
  });

  test("money in suspense is not undone, but moved beside it", () => {
    const below = { lines: [line(10_000, -5, ["CO", "45", 10_005])] };
    expect(told({ examples: [below, minus(below)] }, 1)?.undoes).toBeUndefined();
  });
});

describe("what stays refused", () => {
  const deniedOf = (given: Row[1]) =>
    [...decisionOf(given).receivables.values()].map(({ denied }) => denied);
  const refused = { lines: [line(10_000, 0, ["CO", "50", 10_000])] };
  test.each<[string, Row[1], number]>([
    ["what a payer refused", { examples: [refused] }, 10_000],
    ["no more than stays open", { examples: [refused, second(4000, ["OA", "23", 6000])] }, 6000],
    [
      "what a later payer shows of an earlier one leaves it",
      { claim: { furtherPayers: 1 }, examples: [refused, second(0, ["OA", "23", 10_000])] },
      10_000,
    ],
    [
      "a later payer that refuses less",
      {
        claim: { furtherPayers: 1 },
        examples: [refused, second(0, ["OA", "23", 9000], ["CO", "50", 1000])],
      },
      1000,
    ],
    [
      "a later payer that shows no earlier one and refuses nothing",
      { claim: { furtherPayers: 1 }, examples: [refused, second(0, ["CO", "133", 10_000])] },
      0,
    ],
    [
      "a later payer that shows another group's 23",
      {
        claim: { furtherPayers: 1 },
        examples: [refused, second(0, ["CO", "133", 9000], ["CO", "45", 1000])],
      },
      0,
    ],
    [
      "a later payer that shows an earlier one beside another adjustment that waits",
      {
        claim: { furtherPayers: 1 },
        examples: [refused, second(0, ["OA", "23", 6000], ["OA", "209", 4000])],
      },
      10_000,
    ],
    [
      "another reason of the group of an earlier payer's effect",
      { claim: { furtherPayers: 1 }, examples: [refused, second(0, ["OA", "209", 10_000])] },
      0,
    ],
    [
      "what was refused of the version before is asked for again",
      { examples: [refused], inherited: 1 },
      0,
    ],
    [
      "a second payment leaves it",
      {
        examples: [
          { lines: [line(10_000, 1, ["CO", "50", 9999])] },
          { payerNumber: "I2", lines: [line(10_000, 10_000)] },
        ],
      },
      9999,
    ],
    ["nothing of a claim that was voided", { examples: [refused], claim: { isReplaced: true } }, 0],
  ])("%s", (_, given, denied) => {
    expect(deniedOf(given)).toEqual([denied]);
  });
});

const payment = (rest: Partial<PatientPayment> = {}): PatientPayment => ({
  patientPaymentId: 1,
  paidOn: "2026-04-01",
  receipt: "R1",
  cents: 2000,
  money: "cash",
  ...rest,
});

describe("what follows besides adjudications", () => {
  const shares: Example = {
    lines: [
      at(1, 10_000, 9000, ["PR", "2", 1000]),
      at(2, 5000, 5000),
      at(3, 4000, 3500, ["PR", "1", 500]),
    ],
  };
  const given = { charges: [10_000, 5000, 4000], examples: [shares] };
  const other = (extra: Row[1], change: Change) =>
    decisionOf({ ...extra, change }).otherPostings.map(
      ({ key, transfers }) => `${key}: ${wordsOf(transfers)}`,
    );
  const pay =
    (...patientPayments: PatientPayment[]): Change =>
    (facts) => ({ ...facts, patientPayments });

  test.each<[string, Row[1], Change, string[]]>([
    [
      "a payment meets what the patient owes, line by line; the rest is credit on the first",
      given,
      pay(payment()),
      ["patient-payment:1: 1 pat>cash 1000, 3 pat>cash 500, 1 pcr>cash 500"],
    ],
    [
      "a payment that the first line takes",
      given,
      pay(payment({ cents: 1000 })),
      ["patient-payment:1: 1 pat>cash 1000"],
    ],
    ["a payment of a cent", given, pay(payment({ cents: 1 })), ["patient-payment:1: 1 pat>cash 1"]],
    [
      "a payment beyond what is owed by a cent",
      given,
      pay(payment({ cents: 1501 })),
      ["patient-payment:1: 1 pat>cash 1000, 3 pat>cash 500, 1 pcr>cash 1"],
    ],
    [
      "a payment that waited for its claim",
      given,
      pay(payment({ money: "unapplied-cash", cents: 1200 })),
      ["patient-payment:1: 1 pat>unapplied-cash 1000, 3 pat>unapplied-cash 200"],
    ],
    [
      "a payment before its share was known is credit until that day",
      given,
      pay(payment({ paidOn: "2026-02-28", cents: 1000 })),
      ["patient-payment:1: 1 pcr>cash 1000, 1 pat>pcr 1000 2026-03-01"],
    ],
    [
      "a share is due on the day that told it, not when the rest of its line is paid",
      {
        examples: [
          { payerNumber: "I1", lines: [line(5000, 4000, ["PR", "2", 1000])] },
          { payerNumber: "I2", on: "2026-03-05", lines: [line(5000, 5000)] },
        ],
      },
      pay(payment({ paidOn: "2026-03-02", cents: 1000 })),
      ["patient-payment:1: 1 pat>cash 1000"],
    ],
    [
      "a payment on the day of its share meets it",
      given,
      pay(payment({ paidOn: "2026-03-01", cents: 1000 })),
      ["patient-payment:1: 1 pat>cash 1000"],
    ],
    [
      "the last of two shares of a line says since when it is owed",
      {
        examples: [
          { lines: [{ ...line(5000, 4000, ["PR", "2", 1000]), control: "L1" }] },
          { payerNumber: "I2", lines: [{ ...line(5000, 4000, ["PR", "2", 1000]), control: "L1" }] },
        ],
      },
      pay(payment({ paidOn: "2026-03-01", cents: 1500 })),
      ["patient-payment:1: 1 pcr>cash 1500, 1 pat>pcr 1500 2026-03-02"],
    ],
    [
      "what was owed before anything was heard is met at once",
      { examples: [] },
      (facts) => ({
        ...facts,
        base: new Map([
          [
            1,
            {
              ...emptyReceivable(),
              charged: 10_000,
              openPatient: 10_000,
              patientResponsibility: 10_000,
            },
          ],
        ]),
        patientPayments: [payment({ paidOn: "2026-01-01" })],
      }),
      ["patient-payment:1: 1 pat>cash 2000"],
    ],
    [
      "a payment of a claim without lines moves nothing here",
      { charges: [], examples: [] },
      pay(payment()),
      ["patient-payment:1: nothing"],
    ],
    [
      "two payments, the earlier first",
      given,
      pay(payment({ paidOn: "2026-04-02" }), payment({ patientPaymentId: 2, cents: 1000 })),
      ["patient-payment:2: 1 pat>cash 1000", "patient-payment:1: 3 pat>cash 500, 1 pcr>cash 1500"],
    ],
    [
      "what is forgiven comes before a payment of its day",
      given,
      pay(
        payment({ cents: 500 }),
        payment({ is: "write-off", money: "bad-debt", key: "patient-write-off:1", cents: 1000 }),
      ),
      ["patient-write-off:1: 1 pat>bad 1000", "patient-payment:1: 3 pat>cash 500"],
    ],
    [
      "write-off, transfer, payment and refund, in this order",
      { examples: [{ lines: [line(10_000, 4000, ["CO", "50", 6000])] }] },
      (facts) => ({
        ...facts,
        refunds: [{ refundId: 1, party: "patient", cents: 500, approvedOn: "2026-05-01" }],
        patientPayments: [payment({ cents: 3000 })],
        moved: [
          {
            transferId: 1,
            lineNumber: 1,
            direction: "to-patient",
            cents: 2500,
            movedOn: "2026-03-20",
          },
        ],
        writeOffs: [{ writeOffId: 1, lineNumber: 1, cents: 1000, writtenOffOn: "2026-03-21" }],
      }),
      [
        "insurance-write-off:1: 1 ins>write-off 1000",
        "responsibility-transfer:1: 1 ins>pat 2500",
        "patient-payment:1: 1 pat>cash 2500, 1 pcr>cash 500",
        "refund:1: 1 ref>pcr 500",
      ],
    ],
    [
      "of a voided claim nothing is given up or moved; what is open goes with its charge",
      {
        charges: [10_000, 5000],
        claim: { isReplaced: true },
        examples: [{ lines: [at(1, 10_000, 4000, ["CO", "50", 6000]), at(2, 5000, 5000)] }],
      },
      (facts) => ({
        ...facts,
        moved: [
          {
            transferId: 1,
            lineNumber: 1,
            direction: "to-patient",
            cents: 2500,
            movedOn: "2026-03-20",
          },
        ],
        writeOffs: [{ writeOffId: 1, lineNumber: 1, cents: 1000, writtenOffOn: "2026-03-21" }],
      }),
      ["charge-replaced: 1 ins>chg 6000"],
    ],
    [
      "a voided claim on which nothing is open",
      { claim: { isReplaced: true }, examples: [{ lines: [line(10_000, 10_000)] }] },
      (facts) => facts,
      ["charge-replaced: nothing"],
    ],
    [
      "a voided claim with a cent open",
      { claim: { isReplaced: true }, examples: [{ lines: [line(10_000, 9999, ["CO", "50", 1])] }] },
      (facts) => facts,
      ["charge-replaced: 1 ins>chg 1"],
    ],
    [
      "of a claim whose money is its successor's the whole charge goes, whatever was paid",
      { claim: { isReplaced: true, isSucceeded: true }, examples: [plain] },
      pay(payment()),
      ["charge-replaced: 1 ins>chg 10000"],
    ],
  ])("%s", (_, row, change, expected) => {
    expect(other(row, change)).toEqual(expected);
  });

  test("a claim whose money is its successor's moves nothing by its adjudications", () => {
    const claim = { isReplaced: true, isSucceeded: true };
    expect(outcomesOf(decisionOf({ claim, examples: [plain] }).adjudications)).toEqual([
      "posted: nothing",
    ]);
  });

  test("a line of which the books say nothing begins at zero", () => {
    const change: Change = (facts) => ({ ...facts, base: new Map() });
    expect(decisionOf({ examples: [], change }).receivables).toEqual(
      new Map([[1, emptyReceivable()]]),
    );
  });

  test("what the books say is left as it was", () => {
    const own = ownClaim([10_000]);
    const facts = factsOf(own, [adjudication(plain, 0)]);
    decidePostings(facts);
    expect(facts.base.get(1)?.openInsurance).toBe(10_000);
    expect([...facts.inherited].concat(facts.adjudications.map(adjudicationKey))).toEqual([
      "remittance:1:1",
    ]);
  });
});
