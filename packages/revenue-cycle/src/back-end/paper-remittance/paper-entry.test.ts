import { describe, expect, it } from "vitest";
import { emptyPaper, type PaperEntry, readPaperAmount, readPaperReasons } from "./paper-entry.ts";
import { type PaperClaimFacts, readPaper } from "./read-paper.ts";

describe("what is typed from paper", () => {
  it.each([
    ["120", 12_000],
    ["$1,145.50", 114_550],
    ["-3.5", -350],
    ["", undefined],
    ["12.345", undefined],
    ["abc", undefined],
  ])("the amount %s", (text, cents) => {
    expect(readPaperAmount(text)).toBe(cents);
  });

  it.each([
    ["CO45 40.00", ["CO 45 4000"], []],
    ["co-45 40, pr 2 15.5", ["CO 45 4000", "PR 2 1550"], []],
    ["CO253 1.20;N130 PR1 10 MA01", ["CO 253 120", "PR 1 1000"], ["N130", "MA01"]],
    ["OA23 -5", ["OA 23 -500"], []],
    ["PIB7 $1,000.00", ["PI B7 100000"], []],
    ["", [], []],
  ])("the reasons %s", (text, adjustments, remarks) => {
    const read = readPaperReasons(text);
    expect(
      read?.adjustments.map((one) => `${one.groupCode} ${one.reasonCode} ${one.cents}`),
    ).toEqual(adjustments);
    expect(read?.remarkCodes).toEqual(remarks);
  });

  it.each(["45 40.00", "CO45", "CO45 x", "CO45 40 what", "XX45 4"])(
    "not the reasons %s",
    (text) => {
      expect(readPaperReasons(text)).toBeUndefined();
    },
  );
});

const facts: PaperClaimFacts = {
  claimId: 1,
  kind: "professional",
  patientControlNumber: "A100",
  patientLastName: "DOE",
  patientFirstName: "JANE",
  memberId: null,
  payer: "PAYER",
  coverageSequence: "P",
  filingIndicator: "12",
  billingProviderNpi: "1234567893",
  serviceFrom: "2026-01-15",
  lines: [1, 2].map((lineNumber) => ({
    lineNumber,
    lineItemControlNumber: null,
    procedureCode: "99213",
    modifiers: [],
    revenueCode: null,
    units: "1",
    serviceFrom: "2026-01-15",
    chargedCents: 10_000,
    openCents: 10_000,
  })),
};

const entry: PaperEntry = {
  ...emptyPaper("2026-03-01"),
  payerId: 7,
  traceNumber: "10442",
  paid: "120.00",
  remark: "EOB on paper",
  claims: [
    {
      claimId: 1,
      statusCode: "1",
      payerClaimNumber: "",
      paid: "",
      lines: [
        { lineNumber: 1, allowed: "80", paid: "60", reasons: "CO45 20 PR2 20" },
        { lineNumber: 2, allowed: "", paid: "60", reasons: "CO45 40" },
      ],
    },
  ],
};

const read = (change: Partial<PaperEntry>) =>
  readPaper({ ...entry, ...change }, new Map([[1, facts]]));

describe("an entry from paper", () => {
  it("is whole and adds up", () => {
    const { faults, balance, claims } = read({});
    expect(faults).toEqual([]);
    expect(balance).toMatchObject({ is: "balanced", claimsPaidCents: 12_000 });
    expect(claims[0]).toMatchObject({ chargedCents: 20_000, patientResponsibilityCents: 2000 });
    expect(claims[0]?.lines[0]?.amounts).toEqual([{ qualifier: "B6", cents: 8000 }]);
  });

  it("tells a cent apart at the line, the claim and the whole", () => {
    const [claim] = entry.claims;
    if (claim === undefined) throw new Error("no claim");
    const [first, second] = claim.lines;
    if (first === undefined || second === undefined) throw new Error("no lines");
    const lines = [first, { ...second, paid: "60.01" }];
    const levels = (change: Partial<PaperEntry>) =>
      read(change).balance.faults.map(({ level, differenceCents }) => [level, differenceCents]);
    expect(levels({ claims: [{ ...claim, lines }] })).toEqual([
      ["line", -1],
      ["claim", -1],
      ["transaction", -1],
    ]);
    expect(levels({ claims: [{ ...claim, paid: "119.99" }] })).toEqual([
      ["claim", 1],
      ["transaction", 1],
    ]);
    expect(levels({ paid: "120.01" })).toEqual([["transaction", 1]]);
  });

  it("takes amounts that belong to no claim into the whole", () => {
    const adjustments = [{ reasonCode: "l6", reference: "", amount: "-1.25" }];
    expect(read({ adjustments, paid: "121.25" }).balance.is).toBe("balanced");
  });

  it.each<[string, Partial<PaperEntry>, string]>([
    ["the payer", { payerId: null }, "payer_missing"],
    ["the number", { traceNumber: " " }, "number_missing"],
    ["the day", { paidOn: "" }, "day_missing"],
    ["the remark", { remark: "" }, "remark_missing"],
    ["the amount", { paid: "x" }, "amount_unreadable"],
    ["the claims", { claims: [] }, "claims_missing"],
    [
      "a known claim",
      { claims: entry.claims.map((one) => ({ ...one, claimId: 2 })) },
      "claim_unknown",
    ],
    ["each claim once", { claims: [...entry.claims, ...entry.claims] }, "claim_twice"],
    ["a line", { claims: entry.claims.map((one) => ({ ...one, lines: [] })) }, "claim_empty"],
    [
      "an adjustment",
      { adjustments: [{ reasonCode: "L6", reference: "", amount: "" }] },
      "adjustment_incomplete",
    ],
  ])("misses %s", (_, change, code) => {
    expect(read(change).faults[0]?.code).toBe(code);
  });

  it("that pays nothing needs no amount", () => {
    expect(read({ method: "NON", paid: "" }).faults).toEqual([]);
  });
});
