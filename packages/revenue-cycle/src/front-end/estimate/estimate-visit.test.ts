import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Stated } from "../eligibility/patient-share.ts";
import {
  type EstimateService,
  type EstimateShare,
  estimateVisit,
  percentText,
  shareOf,
} from "./estimate-visit.ts";
import { goodFaithDue } from "./good-faith-due.ts";

const stated = <Value>(value: Value): Stated<Value> => ({ is: "stated", value, benefits: [1] });
const none = { is: "not-stated" } as const;
const unclear = { is: "unclear", benefits: [1, 2] } as const;

const known: EstimateShare = {
  copay: stated(3000),
  coinsurance: stated(".2"),
  deductibleRemaining: stated(10_000),
  outOfPocketRemaining: stated(500_000),
};

function service(code: string, allowed: number | undefined, more: Partial<EstimateService> = {}) {
  const input = (cents: number, source: string) => ({ cents, source, asOf: "2026-01-01" });
  return {
    procedureCode: code,
    modifiers: "",
    units: 1,
    charge: undefined,
    allowed: allowed === undefined ? undefined : input(allowed, "fee-schedule"),
    ...more,
  };
}
const price = { cents: 21_000, source: "charge-item", asOf: "2026-01-01" };

type Case = {
  readonly name: string;
  readonly services: readonly EstimateService[];
  readonly share: EstimateShare | undefined;
  readonly patient: number | undefined;
  readonly missing?: readonly string[];
};

const cases: readonly Case[] = [
  {
    name: "a copay settles the office visit",
    services: [service("99213", 9000)],
    share: known,
    patient: 3000,
  },
  {
    name: "a copay is not more than what is allowed",
    services: [service("99211", 2400)],
    share: known,
    patient: 2400,
  },
  {
    name: "a copay is known though the price of the visit is not",
    services: [service("99213", undefined)],
    share: known,
    patient: 3000,
  },
  {
    name: "another service is deductible first, then coinsurance",
    services: [service("93306", 14_800)],
    share: known,
    patient: 10_000 + 960,
  },
  {
    name: "the deductible is used up by the lines before",
    services: [service("93306", 8000), service("93000", 4000)],
    share: known,
    patient: 8000 + 2000 + 400,
  },
  {
    name: "a visit with a test: copay and deductible",
    services: [service("99213", 9000), service("93000", 4000)],
    share: known,
    patient: 3000 + 4000,
  },
  {
    name: "nothing beyond what is left of the out-of-pocket maximum",
    services: [service("93306", 14_800), service("93000", 4000)],
    share: { ...known, outOfPocketRemaining: stated(5000) },
    patient: 5000,
  },
  {
    name: "units multiply",
    services: [service("97110", 3000, { units: 3 })],
    share: known,
    patient: 9000,
  },
  {
    name: "our price where no fee schedule says what is allowed",
    services: [service("93306", undefined, { charge: price })],
    share: known,
    patient: 10_000 + 2200,
  },
  {
    name: "a preventive visit is nothing",
    services: [service("99396", 15_000)],
    share: known,
    patient: 0,
  },
  {
    name: "no price: it cannot be said",
    services: [service("93306", undefined)],
    share: known,
    patient: undefined,
    missing: ["PRICE"],
  },
  {
    name: "no deductible: it cannot be said",
    services: [service("93306", 14_800)],
    share: { ...known, deductibleRemaining: none },
    patient: undefined,
    missing: ["DEDUCTIBLE"],
  },
  {
    name: "no coinsurance, but the deductible takes all",
    services: [service("93000", 4000)],
    share: { ...known, coinsurance: none },
    patient: 4000,
  },
  {
    name: "no coinsurance, and something is left of the line",
    services: [service("93306", 14_800)],
    share: { ...known, coinsurance: unclear },
    patient: undefined,
    missing: ["COINSURANCE"],
  },
  {
    name: "two different copays: it cannot be said",
    services: [service("99213", 9000)],
    share: { ...known, copay: unclear },
    patient: undefined,
    missing: ["COPAY"],
  },
  {
    name: "no copay stated: the visit is as any other line",
    services: [service("99213", 9000)],
    share: { ...known, copay: none },
    patient: 9000,
  },
  {
    name: "nothing planned: it cannot be said",
    services: [],
    share: known,
    patient: undefined,
    missing: ["SERVICES"],
  },
  {
    name: "who pays alone pays the price",
    services: [service("99213", 9000, { charge: price, units: 2 })],
    share: undefined,
    patient: 42_000,
  },
  {
    name: "who pays alone, without a price",
    services: [service("99213", 9000)],
    share: undefined,
    patient: undefined,
    missing: ["PRICE"],
  },
];

describe("an estimate", () => {
  test.each(cases)("$name", ({ services, share, patient, missing = [] }) => {
    const estimate = estimateVisit(services, share);
    expect(estimate.patientCents).toBe(patient);
    expect(estimate.missing).toEqual(missing);
  });

  test("shows its arithmetic", () => {
    const [line] = estimateVisit([service("93306", 14_800)], known).lines;
    expect(line?.steps.map(({ what, arithmetic, cents }) => [what, arithmetic, cents])).toEqual([
      ["allowed", "148.00 × 1", 14_800],
      ["deductible", "smaller of 148.00 and 100.00 left", 10_000],
      ["coinsurance", "20 % of (148.00 − 100.00)", 960],
      ["out-of-pocket", "smaller of 109.60 and 5000.00 left", 10_960],
      ["patient", "", 10_960],
    ]);
  });

  test("is never more than what is allowed, line by line", () => {
    const cents = fc.integer({ min: 0, max: 1_000_000 });
    const line = fc.record({ code: fc.constantFrom("99213", "93306", "93000"), allowed: cents });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), cents, cents, (lines, deductible, most) => {
        const services = lines.map(({ code, allowed }) => service(code, allowed));
        const share = {
          ...known,
          deductibleRemaining: stated(deductible),
          outOfPocketRemaining: stated(most),
        };
        const estimate = estimateVisit(services, share);
        for (const { patientCents, allowedCents } of estimate.lines) {
          expect(patientCents).toBeGreaterThanOrEqual(0);
          expect(patientCents).toBeLessThanOrEqual(allowedCents ?? 0);
        }
        expect(estimate.patientCents ?? 0).toBeLessThanOrEqual(most);
      }),
    );
  });
});

test.each([
  [4800, ".2", 960],
  [1001, "0.5", 501],
  [1000, "1", 1000],
  [1000, "0", 0],
  [1000, "1.2", undefined],
  [1000, "", undefined],
  [1000, "x", undefined],
])("a share of %i by %s", (amount, share, expected) => {
  expect(shareOf(amount, share)).toBe(expected);
});

test.each([
  [".2", "20 %"],
  ["0.175", "17.5 %"],
  ["1", "100 %"],
  [".05", "5 %"],
])("the share %s in words", (share, expected) => {
  expect(percentText(share)).toBe(expected);
});

test.each([
  ["ten business days ahead", "2026-11-02", "2026-11-16", "2026-11-05"],
  ["three business days ahead", "2026-11-02", "2026-11-05", "2026-11-03"],
  ["over a weekend", "2026-11-06", "2026-11-11", "2026-11-09"],
  ["too near", "2026-11-02", "2026-11-04", undefined],
])("a good faith estimate is due: %s", (_, scheduled, day, due) => {
  expect(goodFaithDue(scheduled, day)).toBe(due);
});
