import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ExampleClaim, exampleClaim } from "../posting/testing/example-remittance.ts";
import { balanceRemittance } from "./balance-remittance.ts";
import { type RemittanceClaim, readRemittanceClaim } from "./remittance.ts";

function balance(claims: readonly RemittanceClaim[], plb: readonly number[], paid: number) {
  const accumulator = balanceRemittance();
  for (const claim of claims) accumulator.addClaim(claim);
  for (const cents of plb) accumulator.addProviderAdjustment(cents);
  return accumulator.finish(paid);
}

const read = (example: Omit<ExampleClaim, "number">, index = 0): RemittanceClaim =>
  readRemittanceClaim(exampleClaim({ ...example, number: "A1" }, index));

const line = (charged: number, paid: number, cents: number) => ({
  code: "99213",
  charged,
  paid,
  cas: [["CO", "45", cents]] as const,
});

describe("balanced", () => {
  test.each([
    ["one line", [{ lines: [line(10_000, 8000, 2000)] }], [], 8000],
    ["two lines", [{ lines: [line(10_000, 8000, 2000), line(500, 0, 500)] }], [], 8000],
    [
      "an adjustment of the claim level",
      [{ cas: [["PR", "1", 1000]] as const, lines: [line(10_000, 8000, 2000)] }],
      [],
      7000,
    ],
    ["no lines", [{ charged: 10_000, paid: 4000, cas: [["CO", "45", 6000]] as const }], [], 4000],
    [
      "a part of an unbundled line without charge",
      [{ lines: [line(100, 60, 40), line(0, 40, -40)] }],
      [],
      100,
    ],
    [
      "a reversal and its correction",
      [
        { status: "22", lines: [line(-10_000, -8000, -2000)] },
        { lines: [line(10_000, 9000, 1000)] },
      ],
      [],
      1000,
    ],
    [
      "money taken back: a positive PLB lowers the payment",
      [{ lines: [line(10_000, 8000, 2000)] }],
      [500],
      7500,
    ],
    ["interest: a negative PLB raises it", [{ lines: [line(10_000, 8000, 2000)] }], [-25], 8025],
    ["nothing paid", [{ lines: [line(10_000, 0, 10_000)] }], [], 0],
    [
      "a debt carried forward so that nothing is paid",
      [{ status: "22", lines: [line(-10_000, -8000, -2000)] }],
      [-8000],
      0,
    ],
    ["capitation alone", [], [-500_000], 500_000],
  ] as const)("%s", (_name, claims, plb, paid) => {
    expect(balance(claims.map(read), plb, paid)).toMatchObject({ is: "balanced", faults: [] });
  });
});

describe("one cent off", () => {
  const good = read({ lines: [line(10_000, 8000, 2000)] });
  const [first] = good.lines;
  if (first === undefined) throw new Error("the example has a line");
  test.each([
    [
      "payment of a line",
      { ...good, lines: [{ ...first, paidCents: 8001 }] },
      8000,
      ["line paid 1 1"],
    ],
    [
      "charge of a line",
      { ...good, lines: [{ ...first, chargedCents: 10_001 }] },
      8000,
      ["line paid 1 1", "claim charged 1"],
    ],
    ["payment of the claim", { ...good, paidCents: 8001 }, 8001, ["claim paid 1"]],
    [
      "charge of the claim",
      { ...good, chargedCents: 9999 },
      8000,
      ["claim paid 1", "claim charged 1"],
    ],
    ["the payment", good, 7999, ["transaction paid"]],
  ] as const)("%s", (_name, claim, paid, expected) => {
    const result = balance([claim], [], paid);
    expect(result.is).toBe("out-of-balance");
    expect(
      result.faults.map(({ level, equation, claimNumber, lineNumber, differenceCents }) => {
        expect(Math.abs(differenceCents)).toBe(1);
        return [level, equation, claimNumber, lineNumber]
          .filter((part) => part !== undefined)
          .join(" ");
      }),
    ).toEqual(expected);
  });
});

test("claims without lines are counted: their line equations are not evaluable", () => {
  const claims = [read({ charged: 100, paid: 100 }), read({ lines: [line(100, 60, 40)] })];
  expect(balance(claims, [], 160)).toMatchObject({
    is: "balanced",
    claims: 2,
    claimsWithoutLines: 1,
  });
});

test("a stated patient responsibility that is not the sum of PR is counted, not a fault", () => {
  const claim = read({
    cas: [["PR", "3", 5]],
    lines: [{ charged: 100, paid: 60, cas: [["PR", "2", 40]] }],
  });
  const told = (patientResponsibilityCents: number | undefined, statusCode = "1") =>
    balance([{ ...claim, patientResponsibilityCents, statusCode }], [], claim.paidCents);
  expect(told(45)).toMatchObject({ is: "balanced", patientResponsibilityDiffers: 0 });
  expect(told(44)).toMatchObject({ is: "balanced", patientResponsibilityDiffers: 1 });
  expect(told(undefined)).toMatchObject({ patientResponsibilityDiffers: 1 });
  expect(told(undefined, "22")).toMatchObject({ patientResponsibilityDiffers: 0 });
  expect(told(-45, "22")).toMatchObject({ patientResponsibilityDiffers: 0 });
  expect(told(7, "22")).toMatchObject({ patientResponsibilityDiffers: 1 });
});

test("all faults are counted, the first hundred are kept", () => {
  const claims = Array.from({ length: 150 }, (_, index) =>
    read({ lines: [line(100, 60, 39)] }, index),
  );
  const result = balance(claims, [], 9000);
  expect(result.faultCount).toBe(300);
  expect(result.faults).toHaveLength(100);
});

const claimArbitrary = fc
  .array(
    fc.record({
      charged: fc.integer({ min: 0, max: 100_000 }),
      cas: fc.array(fc.integer({ min: -500, max: 50_000 }), { maxLength: 3 }),
    }),
    { maxLength: 4 },
  )
  .map((lines) => ({
    lines: lines.map(({ charged, cas }) => ({
      charged,
      paid: charged - cas.reduce((sum, cents) => sum + cents, 0),
      cas: cas.map((cents) => ["CO", "45", cents] as const),
    })),
  }));

test("any amount changed by a cent is caught", () => {
  fc.assert(
    fc.property(
      fc.array(claimArbitrary, { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: -5000, max: 5000 }), { maxLength: 3 }),
      fc.nat(),
      fc.constantFrom(-1, 1),
      (examples, plb, where, off) => {
        const claims = examples.map(read);
        const paid =
          claims.reduce((sum, claim) => sum + claim.paidCents, 0) -
          plb.reduce((sum, cents) => sum + cents, 0);
        expect(balance(claims, plb, paid).is).toBe("balanced");
        const amounts = claims.flatMap((claim, index) => [
          { index, change: { ...claim, paidCents: claim.paidCents + off } },
          { index, change: { ...claim, chargedCents: claim.chargedCents + off } },
          ...claim.lines.map((each, position) => ({
            index,
            change: {
              ...claim,
              lines: claim.lines.with(position, { ...each, paidCents: each.paidCents + off }),
            },
          })),
        ]);
        const chosen = amounts[where % amounts.length];
        if (chosen === undefined) return;
        expect(balance(claims.with(chosen.index, chosen.change), plb, paid).is).toBe(
          "out-of-balance",
        );
        expect(balance(claims, plb, paid + off).is).toBe("out-of-balance");
      },
    ),
    { numRuns: 2000 },
  );
});
