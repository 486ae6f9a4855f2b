import type { WritableClaim } from "@headwater/x12";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildClaim } from "../../mid-cycle/claim/build-claim.ts";
import { claimFaults } from "../../mid-cycle/claim/claim-faults.ts";
import { plainParty } from "../../mid-cycle/claim/claim-parties.ts";
import type { ClaimSources, CoverageSource } from "../../mid-cycle/claim/claim-sources.ts";
import { controlNumberOf, controlNumberRoot } from "../../mid-cycle/claim/control-number.ts";
import {
  exampleCoverage,
  exampleEncounter,
  exampleLine,
  exampleSources,
  exampleSpouse,
} from "../../mid-cycle/claim/testing/example-sources.ts";
import { type BuiltSecondary, buildSecondaryClaim } from "./build-secondary-claim.ts";
import { orderPayers } from "./order-payers.ts";
import { priorAdjudications } from "./prior-adjudication.ts";
import { type Answer, decided, postable, takenBack } from "./testing/adjudicated-claim.ts";

const medicare: CoverageSource = {
  ...exampleCoverage,
  payer: {
    ...exampleCoverage.payer,
    name: "Medicare",
    identifier: "05102",
    lineOfBusiness: "medicare",
  },
  memberId: "1EG4TE5MK73",
  groupNumber: undefined,
  groupName: undefined,
};
const medicaid: CoverageSource = {
  ...medicare,
  payer: { ...medicare.payer, name: "Medicaid", identifier: "ILMCD", lineOfBusiness: "medicaid" },
  memberId: "MCD77",
};

const number = controlNumberOf({ root: controlNumberRoot(1), version: 1 });

function content(changes: Partial<ClaimSources> = {}): WritableClaim {
  const result = buildClaim(
    {
      ...exampleSources,
      coverages: [medicare, exampleCoverage],
      encounter: {
        ...exampleEncounter,
        priorAuthorization: "A-7781",
        lines: [
          { ...exampleLine, chargedCents: 10_000 },
          { ...exampleLine, procedureCode: "J1100", units: "2", chargedCents: 3_000 },
        ],
      },
      ...changes,
    },
    number,
  );
  if (result.is !== "built") throw new Error(JSON.stringify(result.missing));
  return result.claim;
}

type Adjustments = (readonly [string, string, number])[];

const visit = (charged: number, paid: number, ...cas: Adjustments) => ({
  code: "99213",
  control: `${number}L1`,
  charged,
  paid,
  cas,
});
const drug = (charged: number, paid: number, ...cas: Adjustments) => ({
  code: "J1100",
  control: `${number}L2`,
  charged,
  paid,
  cas,
});

const primary: Answer = {
  payerNumber: "ICN1",
  filing: "MB",
  lines: [
    visit(10_000, 6_400, ["CO", "45", 2_000], ["PR", "2", 1_600]),
    drug(3_000, 0, ["CO", "45", 1_000], ["PR", "1", 2_000]),
  ],
};

/** What the next payer gets after these answers. */
function next(claim: WritableClaim, answers: readonly Answer[], rank = 2): BuiltSecondary {
  const prior = priorAdjudications(decided(claim, answers), postable(claim));
  const payers = orderPayers(claim, [], rank - 1).map(({ coverage }) => coverage);
  return buildSecondaryClaim({ content: claim, payers, rank, prior });
}

function built(result: BuiltSecondary): WritableClaim {
  if (result.is !== "built") throw new Error(JSON.stringify(result));
  return result.claim;
}

const faultsOf = (claim: WritableClaim) =>
  (claimFaults([claim], "2026-08-01")[0] ?? []).map(
    ({ severity, code, loop, segmentId, element }) =>
      `${severity} ${code} ${loop} ${segmentId} ${element}`,
  );

/** `paid / PR-2 1600, CO-45 2000` of each answer to each line. */
const told = (claim: WritableClaim) =>
  claim.lines.map((line) =>
    line.adjudications.map(
      (one) =>
        `${one.paidCents} / ${one.adjustments.map((a) => `${a.groupCode}-${a.reasonCode} ${a.cents}`).join(", ")}`,
    ),
  );

/** Every pattern passes strict validation with its equations of coordination. */
const patterns: readonly (readonly [
  name: string,
  answers: readonly Answer[],
  lines: readonly (readonly string[])[],
  paidCents: number,
])[] = [
  [
    "a plain answer of Medicare",
    [primary],
    [["6400 / CO-45 2000, PR-2 1600"], ["0 / CO-45 1000, PR-1 2000"]],
    6_400,
  ],
  [
    "several reasons of one group, in disorder",
    [
      {
        ...primary,
        lines: [
          visit(
            10_000,
            6_000,
            ["PR", "2", 1_500],
            ["CO", "45", 1_900],
            ["PR", "1", 500],
            ["CO", "253", 100],
          ),
          drug(3_000, 3_000),
        ],
      },
    ],
    [["6000 / PR-2 1500, PR-1 500, CO-45 1900, CO-253 100"], ["3000 / "]],
    9_000,
  ],
  [
    "taken back and corrected: the correction alone",
    [
      primary,
      { ...takenBack(primary), on: "2026-07-10" },
      {
        ...primary,
        payerNumber: "ICN2",
        on: "2026-07-10",
        lines: [
          visit(10_000, 7_000, ["CO", "45", 2_000], ["PR", "2", 1_000]),
          drug(3_000, 2_000, ["CO", "45", 1_000]),
        ],
      },
    ],
    [["7000 / CO-45 2000, PR-2 1000"], ["2000 / CO-45 1000"]],
    9_000,
  ],
  [
    "one line refused at first, paid later",
    [
      {
        ...primary,
        lines: [drug(3_000, 0, ["CO", "197", 3_000])],
      },
      {
        ...primary,
        payerNumber: "ICN9",
        lines: [visit(10_000, 8_000, ["PR", "2", 2_000]), drug(3_000, 1_000, ["PR", "2", 2_000])],
      },
    ],
    [["8000 / PR-2 2000"], ["1000 / PR-2 2000"]],
    9_000,
  ],
  [
    "a claim split by the payer into two",
    [
      { ...primary, payerNumber: "ICN1", lines: [visit(10_000, 8_000, ["PR", "2", 2_000])] },
      { ...primary, payerNumber: "ICN2", lines: [drug(3_000, 2_500, ["PR", "2", 500])] },
    ],
    [["8000 / PR-2 2000"], ["2500 / PR-2 500"]],
    10_500,
  ],
  [
    "an adjustment of the claim beside its lines",
    [
      {
        ...primary,
        cas: [["PR", "1", 400]],
        lines: [visit(10_000, 8_000, ["CO", "45", 2_000]), drug(3_000, 3_000)],
      },
    ],
    [["8000 / CO-45 2000"], ["3000 / "]],
    10_600,
  ],
  [
    "bundled into another line",
    [
      {
        ...primary,
        lines: [
          visit(10_000, 8_000, ["PR", "2", 2_000]),
          { ...drug(3_000, 0, ["CO", "97", 3_000]), code: "99213", submitted: "J1100" },
        ],
      },
    ],
    [["8000 / PR-2 2000"], ["0 / CO-97 3000"]],
    8_000,
  ],
  [
    "one line returned in two parts",
    [
      {
        ...primary,
        lines: [
          visit(10_000, 8_000, ["PR", "2", 2_000]),
          drug(3_000, 1_500, ["CO", "45", 1_500]),
          drug(0, 500, ["CO", "94", -500]),
        ],
      },
    ],
    [["8000 / PR-2 2000"], ["1500 / CO-45 1500", "500 / CO-94 -500"]],
    10_000,
  ],
];

describe("the claim to the next payer", () => {
  test.each(patterns)("%s", (_, answers, lines, paidCents) => {
    const claim = built(next(content(), answers));
    expect(told(claim)).toEqual(lines);
    expect(claim.otherCoverages[0]?.amounts).toEqual([{ qualifier: "D", cents: paidCents }]);
    expect(faultsOf(claim)).toEqual([]);
  });

  test("goes to the second payer as the same claim, and names what the first one decided", () => {
    const original = content();
    const claim = built(next(original, [primary]));
    expect(claim).toMatchObject({
      patientControlNumber: number,
      frequencyCode: "1",
      chargedCents: 13_000,
      coverage: {
        sequence: "S",
        payer: { id: "NFHP1" },
        subscriber: { id: "W123456789", dateOfBirth: "1980-04-02" },
      },
      patientRelationship: undefined,
      priorAuthorization: undefined,
    });
    expect(claim.lines.map(({ lineItemControlNumber }) => lineItemControlNumber)).toEqual(
      original.lines.map(({ lineItemControlNumber }) => lineItemControlNumber),
    );
    expect(claim.otherCoverages).toMatchObject([
      {
        sequence: "P",
        filingIndicator: "MB",
        subscriber: { id: "1EG4TE5MK73", dateOfBirth: undefined },
        payer: {
          id: "05102",
          references: [
            { qualifier: "G1", id: "A-7781" },
            { qualifier: "F8", id: "ICN1" },
          ],
        },
      },
    ]);
    expect(claim.lines[1]?.adjudications).toMatchObject([
      {
        payerId: "05102",
        procedure: { code: "J1100" },
        quantity: "2",
        adjudicatedOn: "2026-07-01",
        remainingPatientLiabilityCents: 2_000,
      },
    ]);
  });

  test("SVD06 names the line into which the payer bundled another", () => {
    const bundled = patterns.find(([name]) => name === "bundled into another line")?.[1] ?? [];
    const claim = built(next(content(), bundled));
    expect(claim.lines.map((line) => line.adjudications.map((one) => one.bundledInto))).toEqual([
      [undefined],
      ["1"],
    ]);
  });

  test("adjudicated as a whole: amounts stand with the payer, no line says anything", () => {
    const whole = { ...primary, charged: 13_000, paid: 9_000, cas: [["PR", "2", 4_000]] as const };
    const claim = built(next(content(), [{ ...whole, lines: [] }]));
    expect(claim.otherCoverages[0]).toMatchObject({
      amounts: [
        { qualifier: "D", cents: 9_000 },
        { qualifier: "EAF", cents: 4_000 },
      ],
      adjustments: [{ groupCode: "PR", reasonCode: "2", cents: 4_000 }],
      adjudicatedOn: "2026-07-01",
    });
    expect(claim.lines.flatMap((line) => line.adjudications)).toEqual([]);
    expect(faultsOf(claim)).toEqual([]);
  });

  test("the third payer is told of both before it", () => {
    const claim = content({ coverages: [medicare, exampleCoverage, medicaid] });
    const second: Answer = {
      status: "2",
      payerNumber: "S9",
      lines: [
        visit(10_000, 1_000, ["OA", "23", 8_400], ["PR", "2", 600]),
        drug(3_000, 1_000, ["OA", "23", 1_000], ["PR", "1", 1_000]),
      ],
    };
    const third = built(next(claim, [primary, second], 3));
    expect(third.coverage).toMatchObject({ sequence: "T", payer: { id: "ILMCD" } });
    expect(
      third.otherCoverages.map(({ sequence, amounts }) => [sequence, amounts[0]?.cents]),
    ).toEqual([
      ["P", 6_400],
      ["S", 2_000],
    ]);
    expect(third.lines.map((line) => line.adjudications.map(({ payerId }) => payerId))).toEqual([
      ["05102", "NFHP1"],
      ["05102", "NFHP1"],
    ]);
    expect(faultsOf(third)).toEqual(["warning X12_MEDICAID_DRUG 2400 SV1 1"]);
  });

  test("a child of the second subscriber stands in a level of its own", () => {
    const spouse = { ...exampleCoverage, relationship: "01", subscriber: exampleSpouse };
    const claim = built(next(content({ coverages: [medicare, spouse] }), [primary]));
    expect(claim.patientRelationship).toBe("01");
    expect(claim.patient).toMatchObject({ entityCode: "QC", id: undefined, firstName: "Clara" });
    expect(claim.coverage.subscriber).toMatchObject({ firstName: "Boris" });
    expect(faultsOf(claim)).toEqual([]);
  });

  test("Medicare after an employer's plan says why", () => {
    const second = { ...medicare, medicareSecondaryType: "43" };
    const claim = built(next(content({ coverages: [exampleCoverage, second] }), [primary]));
    expect(claim.coverage).toMatchObject({ sequence: "S", insuranceType: "43" });
    expect(faultsOf(claim)).toEqual([]);
  });

  test("an institutional claim goes on with its revenue codes and bill type", () => {
    const professional = content();
    const attending = { ...plainParty("71"), isPerson: true, idQualifier: "XX", id: "1679576722" };
    const hospital: WritableClaim = {
      ...professional,
      kind: "837I",
      facilityCode: "13",
      facilityCodeQualifier: "A",
      providerSignatureOnFile: undefined,
      admission: { type: undefined, source: "1", patientStatus: "01" },
      dates: [{ qualifier: "434", from: "2026-06-12", through: "2026-06-12" }],
      parties: [{ ...attending, lastNameOrOrganization: "HALE", firstName: "ROBERT" }],
      codes: professional.codes.slice(0, 1),
      diagnoses: professional.diagnoses.slice(0, 1),
      lines: professional.lines.map((line, index) => ({
        ...line,
        revenueCode: index === 0 ? "0510" : "0636",
        diagnosisPointers: [],
        placeOfService: undefined,
      })),
    };
    expect(faultsOf(hospital)).toEqual([]);
    const claim = built(next(hospital, [primary]));
    expect(claim).toMatchObject({ kind: "837I", facilityCode: "13", coverage: { sequence: "S" } });
    expect(claim.lines[0]?.adjudications).toMatchObject([
      { paidCents: 6_400, revenueCode: "0510", procedure: { code: "99213" } },
    ]);
    expect(faultsOf(claim)).toEqual([]);
  });

  test("is not built when an answer leaves a line out, and says which and by how much", () => {
    const partial = { ...primary, lines: [visit(10_000, 8_000, ["PR", "2", 2_000])] };
    expect(next(content(), [partial])).toEqual({
      is: "refused",
      code: "prior_not_balanced",
      imbalances: [{ rank: 1, lineNumber: 2, differenceCents: 3_000 }],
    });
  });

  test("is not built before the payers in front have answered", () => {
    const claim = content({ coverages: [medicare, exampleCoverage, medicaid] });
    expect(next(claim, [])).toMatchObject({ code: "prior_payer_silent" });
    expect(next(claim, [primary], 3)).toMatchObject({ code: "prior_payer_silent" });
    expect(next(content({ coverages: [medicare] }), [primary])).toMatchObject({
      code: "coverage_missing",
    });
  });

  test("whatever a balanced answer says, the next claim balances", () => {
    const part = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(part, part, part), { minLength: 2, maxLength: 2 }),
        (shares) => {
          const lines = [visit, drug].map((line, index) => {
            const charged = index === 0 ? 10_000 : 3_000;
            const [contractual = 0, coinsurance = 0, deductible = 0] = shares[index] ?? [];
            const total = Math.max(100, contractual + coinsurance + deductible);
            const share = (percent: number) => Math.floor((charged * percent) / total);
            const cas: Adjustments = [
              ["PR", "2", share(coinsurance)],
              ["CO", "45", share(contractual)],
              ["PR", "1", share(deductible)],
            ];
            return line(
              charged,
              charged - cas.reduce((sum, [, , cents]) => sum + cents, 0),
              ...cas,
            );
          });
          expect(faultsOf(built(next(content(), [{ ...primary, lines }])))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
