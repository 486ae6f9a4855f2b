import { describe, expect, test } from "vitest";
import { readRemittanceClaim } from "../remittance/remittance.ts";
import { line, minus } from "./testing/example-facts.ts";
import { type ExampleClaim, exampleClaim } from "./testing/example-remittance.ts";
import { referenceFacts, referenceTables } from "./testing/reference-facts.ts";
import {
  buildPostingFacts,
  readProviderAdjustment,
  type TreatmentContext,
  treatClaim,
} from "./treat-claim.ts";

type Said = Omit<ExampleClaim, "number">;

/** Treatments of a claim by reason: `CO45 contractual`. */
function treatmentsOf(
  said: Said,
  context: Partial<TreatmentContext> = {},
  { denial } = referenceFacts,
): string[] {
  const claim = readRemittanceClaim(exampleClaim({ ...said, number: "A1" }));
  const terms = { on: "2026-03-01", hasCapitationContract: false, ...context };
  const treated = treatClaim(claim, terms, denial);
  return [treated, ...treated.lines].flatMap(({ adjustments }) =>
    adjustments.map(
      ({ groupCode, reasonCode, treatment }) => `${groupCode}${reasonCode} ${treatment}`,
    ),
  );
}

const rows: [string, Said, string[], Partial<TreatmentContext>?][] = [
  ["without adjustments", { lines: [line(10_000, 10_000)] }, []],
  ["beside a payment", { lines: [line(10_000, 6000, ["CO", "45", 4000])] }, ["CO45 contractual"]],
  ["over the whole charge", { lines: [line(10_000, 0, ["CO", "45", 10_000])] }, ["CO45 denial"]],
  [
    "over the whole charge and more",
    { lines: [line(10_000, 0, ["CO", "45", 10_001], ["CO", "144", -1])] },
    ["CO45 denial", "CO144 incentive"],
  ],
  [
    "over all but a cent, which another denies",
    { lines: [line(10_000, 0, ["CO", "45", 9999], ["CO", "50", 1])] },
    ["CO45 contractual", "CO50 denial"],
  ],
  [
    "over all but a cent paid",
    { lines: [line(10_000, 1, ["CO", "45", 9999])] },
    ["CO45 contractual"],
  ],
  [
    "over the whole charge, and a payment out of what is added",
    { lines: [line(10_000, 5, ["CO", "45", 10_000], ["CO", "144", -5])] },
    ["CO45 contractual", "CO144 incentive"],
  ],
  [
    "over the whole charge, and a share of the patient out of what is added",
    { lines: [line(10_000, 0, ["CO", "45", 10_000], ["PR", "1", 50], ["CO", "144", -50])] },
    ["CO45 denial", "PR1 patient", "CO144 incentive"],
  ],
  [
    "a reduction with a payment",
    { lines: [line(10_000, 1, ["CO", "59", 9999])] },
    ["CO59 contractual"],
  ],
  ["a reduction without one", { lines: [line(10_000, 0, ["CO", "59", 10_000])] }, ["CO59 denial"]],
  ...["1", "2", "3"].map((reason): [string, Said, string[]] => [
    `a reduction of a line that goes to the patient as ${reason}`,
    { lines: [line(10_000, 0, ["CO", "59", 9999], ["PR", reason, 1])] },
    ["CO59 contractual", `PR${reason} patient`],
  ]),
  [
    "a reduction of a line that goes to the patient in two parts, one given back",
    { lines: [line(10_000, 0, ["CO", "59", 10_000], ["PR", "1", 50], ["PR", "2", -50])] },
    ["CO59 denial", "PR1 patient", "PR2 patient"],
  ],
  [
    "a reduction of a line whose rest is denied to the patient",
    { lines: [line(10_000, 0, ["CO", "59", 4000], ["PR", "27", 6000])] },
    ["CO59 denial", "PR27 denial"],
  ],
  [
    "a reduction beside a reason 1 of another group",
    { lines: [line(10_000, 0, ["CO", "59", 4000], ["OA", "1", 6000])] },
    ["CO59 denial", "OA1 denial"],
  ],
  ["added", { lines: [line(10_000, 10_500, ["CO", "45", -500])] }, ["CO45 incentive"]],
  ["zero", { lines: [line(10_000, 10_000, ["CO", "45", 0])] }, ["CO45 informational"]],
  [
    "with a remark of its line",
    { lines: [{ ...line(10_000, 9900, ["CO", "237", 100]), remarks: ["N807"] }] },
    ["CO237 contractual"],
  ],
  [
    "with a remark of the claim",
    { remarks: ["N807"], lines: [line(10_000, 9900, ["CO", "237", 100])] },
    ["CO237 contractual"],
  ],
  ["without its remark", { lines: [line(10_000, 9900, ["CO", "237", 100])] }, ["CO237 denial"]],
  [
    "with a remark that held then",
    { remarks: ["N699"], lines: [line(10_000, 9900, ["CO", "237", 100])] },
    ["CO237 contractual"],
    { on: "2019-12-31" },
  ],
  [
    "with a remark that held before",
    { remarks: ["N699"], lines: [line(10_000, 9900, ["CO", "237", 100])] },
    ["CO237 denial"],
    { on: "2020-01-01" },
  ],
  [
    "by the line of business",
    { filing: "WC", lines: [line(10_000, 7000, ["CO", "P12", 3000])] },
    ["COP12 contractual"],
  ],
  [
    "by another line of business",
    { lines: [line(10_000, 7000, ["CO", "P12", 3000])] },
    ["COP12 denial"],
  ],
  [
    "under capitation",
    { lines: [line(1, 0, ["CO", "24", 1])] },
    ["CO24 capitation"],
    { hasCapitationContract: true },
  ],
  ["without capitation", { lines: [line(1, 0, ["CO", "24", 1])] }, ["CO24 denial"]],
  [
    "of the claim level, over the whole charge",
    { charged: 10_000, paid: 0, cas: [["CO", "45", 10_000]] },
    ["CO45 denial"],
  ],
  [
    "of the claim level, beside a payment",
    { charged: 10_000, paid: 1, cas: [["CO", "45", 9999]] },
    ["CO45 contractual"],
  ],
  [
    "of the claim level with its remark",
    { charged: 10_000, paid: 9900, cas: [["CO", "237", 100]], remarks: ["N807"] },
    ["CO237 contractual"],
  ],
];

describe("how an adjustment is read", () => {
  test.each(rows)("%s", (_, said, expected, context) => {
    expect(treatmentsOf(said, context)).toEqual(expected);
  });

  test.each(rows)("of a reversal as of what it undoes: %s", (_, said, expected, context) => {
    expect(treatmentsOf(minus(said), context)).toEqual(expected);
  });

  test("whatever was read before it", () => {
    for (const [, first, , context] of rows) {
      const facts = buildPostingFacts(referenceTables);
      treatmentsOf(first, context, facts);
      for (const [, said, expected, rest] of rows) {
        expect(treatmentsOf(said, rest, facts)).toEqual(expected);
      }
    }
  });

  test("by the practice's own rows for the payer, before the common table", () => {
    const own = {
      payerId: 7,
      groupCode: "CO",
      reasonCode: "97",
      treatment: "contractual",
      effectiveFrom: "2026-01-01",
      effectiveTo: undefined,
    } as const;
    const said = { lines: [line(10_000, 6000, ["CO", "97", 4000])] };
    expect(treatmentsOf(said, { payerId: 7, ownPolicies: [own] })).toEqual(["CO97 contractual"]);
    expect(treatmentsOf(said, { payerId: 8, ownPolicies: [own] })).toEqual(["CO97 denial"]);
    expect(treatmentsOf(said, { payerId: 7 })).toEqual(["CO97 denial"]);
  });
});

describe("how a provider adjustment is read", () => {
  test.each([
    ["WO", { account: "recoupment", needsReview: false }],
    ["CS", { account: "suspense", needsReview: true }],
    ["??", { account: "suspense", needsReview: true }],
  ])("%s", (code, reading) => {
    expect(readProviderAdjustment(code, "2026-03-01", referenceFacts)).toEqual(reading);
  });

  test("to suspense where the table names no account of ours", () => {
    const row = { ...referenceTables.providerAdjustmentCodes[0], code: "X1", needsReview: false };
    const rows = [{ ...row, accountKind: "elsewhere" }] as never;
    const facts = buildPostingFacts({ ...referenceTables, providerAdjustmentCodes: rows });
    expect(readProviderAdjustment("X1", "2026-03-01", facts)).toEqual({
      account: "suspense",
      needsReview: true,
    });
  });

  test("how long a crossover is waited for, by the line of business and otherwise", () => {
    const days = ["MC", "MB", "*"].map(
      (filing) => referenceFacts.crossoverWaits.nearest(filing, "2026-03-01")?.row.waitDays,
    );
    expect(days).toEqual([45, 30, 30]);
  });
});
