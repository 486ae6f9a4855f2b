import type { WritableClaim } from "@headwater/x12";
import { describe, expect, test } from "vitest";
import { buildClaim, claimCoverage } from "../../mid-cycle/claim/build-claim.ts";
import type { CoverageSource } from "../../mid-cycle/claim/claim-sources.ts";
import {
  exampleCoverage,
  examplePatient,
  exampleSources,
} from "../../mid-cycle/claim/testing/example-sources.ts";
import { orderPayers } from "./order-payers.ts";

function coverage(name: string, lineOfBusiness: string): CoverageSource {
  const payer = { ...exampleCoverage.payer, name, identifier: name, lineOfBusiness };
  return { ...exampleCoverage, payer, memberId: `M-${name}` };
}

const plan = coverage("PLAN", "commercial");
const medicare = coverage("MEDICARE", "medicare");
const medicaid = coverage("MEDICAID", "medicaid");
const tricare = coverage("TRICARE", "tricare");

function claim(...coverages: CoverageSource[]): WritableClaim {
  const result = buildClaim({ ...exampleSources, coverages }, "H1");
  if (result.is !== "built") throw new Error(JSON.stringify(result.missing));
  return result.claim;
}

const registered = (...coverages: CoverageSource[]) =>
  coverages.map((each, order) => ({
    order,
    coverage: claimCoverage(each, order, { patient: examplePatient }),
  }));

const cases: readonly (readonly [
  name: string,
  onClaim: readonly CoverageSource[],
  inRecord: readonly CoverageSource[],
  billedRank: number,
  order: readonly string[],
])[] = [
  ["the claim's own order", [medicare, plan], [], 1, ["MEDICARE", "PLAN"]],
  ["Medicaid after everybody", [plan, medicaid, medicare], [], 1, ["PLAN", "MEDICARE", "MEDICAID"]],
  [
    "TRICARE after other plans, before Medicaid",
    [plan, medicaid, tricare, medicare],
    [],
    1,
    ["PLAN", "MEDICARE", "TRICARE", "MEDICAID"],
  ],
  ["one that was billed stays in front", [medicaid, plan], [], 1, ["MEDICAID", "PLAN"]],
  ["one of the record comes after the claim's", [plan], [plan, medicare], 1, ["PLAN", "MEDICARE"]],
  [
    "one of the record before Medicaid on the claim",
    [plan, medicaid],
    [plan, medicaid, medicare],
    1,
    ["PLAN", "MEDICARE", "MEDICAID"],
  ],
  ["the same policy counts once", [plan], [{ ...plan, memberId: "m plan" }], 1, ["PLAN"]],
];

describe("the order of payers", () => {
  test.each(cases)("%s", (_, onClaim, inRecord, billedRank, order) => {
    const payers = orderPayers(claim(...onClaim), registered(...inRecord), billedRank);
    expect(payers.map((payer) => payer.coverage.payer?.id)).toEqual(order);
    expect(payers.map(({ rank }) => rank)).toEqual(order.map((__, index) => index + 1));
  });

  test("what the record says of a payer is fuller than what the claim names", () => {
    const [, second] = orderPayers(claim(plan, medicare), registered(plan, medicare), 1);
    expect(second).toMatchObject({
      isOnClaim: true,
      coverage: { subscriber: { dateOfBirth: "1980-04-02" } },
    });
  });
});
