import fc from "fast-check";
import type { Claim837, ClaimServiceLine, LineAdjudication, OtherCoverage } from "../claim.ts";
import type { Reference } from "../transaction.ts";
import type { WritableClaim } from "../write/write-claim.ts";
import {
  claimDetails,
  drugDetails,
  lineDetails,
  otherCoverageDetails,
  outcomes,
  patientFacts,
} from "./arbitrary-details.ts";
import {
  adjustments,
  amounts,
  charge,
  code,
  date,
  extreme,
  maybe,
  party,
  person,
  present,
  procedure,
  provider,
  quantity,
  references,
  text,
} from "./arbitrary-parts.ts";

const notes = fc.array(fc.record({ qualifier: fc.constantFrom("ADD", "DCP"), text: text(60) }), {
  maxLength: 2,
});

const coverageParts = {
  relationship: maybe(code(2)),
  groupNumber: maybe(text(20)),
  groupName: maybe(text(20)),
  insuranceType: maybe(code(2)),
  filingIndicator: maybe(code(2)),
};

const plainCoverage = fc.record({
  ...coverageParts,
  sequence: fc.constantFrom("P", "S", "T"),
  subscriber: maybe(person("IL")),
  payer: party("PR"),
  adjustments,
  amounts: amounts(["D", "EAF", "A8"]),
  benefitsAssigned: maybe(code(1)),
  releaseOfInformation: maybe(code(1)),
  adjudicatedOn: maybe(date),
});

const otherCoverage: fc.Arbitrary<OtherCoverage> = fc
  .tuple(plainCoverage, outcomes, otherCoverageDetails)
  .map(([plain, outcome, details]) => ({ ...plain, ...outcome, ...details }));

const adjudication: fc.Arbitrary<LineAdjudication> = fc.record({
  payerId: code(10),
  paidCents: charge,
  procedure: maybe(procedure),
  quantity: maybe(quantity),
  bundledInto: maybe(fc.nat({ max: 50 }).map(String)),
  adjustments,
  adjudicatedOn: maybe(date),
  remainingPatientLiabilityCents: maybe(charge),
});

const period = (qualifier: string) =>
  fc.tuple(date, maybe(date)).map(([one, other]) => {
    const [from = one, through] = other === undefined ? [one] : [one, other].sort();
    return { qualifier, from, through };
  });

const line: fc.Arbitrary<ClaimServiceLine> = fc
  .record({
    procedure,
    chargedCents: charge,
    unitOfMeasure: fc.constantFrom("UN", "MJ"),
    quantity: maybe(quantity),
    placeOfService: maybe(code(2)),
    diagnosisPointers: fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 4 }),
    emergency: fc.boolean(),
    drug: maybe(
      fc
        .tuple(
          fc.record({ ndc: code(11), quantity: maybe(quantity), unit: maybe(fc.constant("ML")) }),
          drugDetails,
        )
        .map(([plain, details]) => ({ ...plain, ...details })),
    ),
    service: period("472"),
    otherDate: maybe(period("471")),
    references: references(["6R", "G1", "LX"]),
    amounts: amounts(["T", "F4"]),
    quantities: fc.array(fc.record({ qualifier: fc.constantFrom("PT", "FL"), quantity }), {
      maxLength: 2,
    }),
    notes,
    parties: fc.tuple(maybe(provider("82")), maybe(provider("77"))).map(present),
    adjudications: fc.array(adjudication, { maxLength: 2 }),
  })
  .map(({ service, otherDate, ...rest }) => ({
    ...rest,
    number: 0,
    revenueCode: undefined,
    nonCoveredCents: undefined,
    teeth: [],
    serviceFrom: service.from,
    serviceThrough: service.through ?? service.from,
    lineItemControlNumber: rest.references.find(({ qualifier }) => qualifier === "6R")?.id,
    dates: otherDate === undefined ? [service] : [service, otherDate],
  }));

type Kind = Claim837["kind"];

/** What only lines of one kind have; a professional line is what the others differ from. */
function lineOf(kind: Kind): fc.Arbitrary<ClaimServiceLine> {
  if (kind === "837P") {
    return fc.tuple(line, lineDetails(kind)).map(([base, details]) => ({ ...base, ...details }));
  }
  if (kind === "837I") {
    const parts = fc.record({ revenueCode: code(4), nonCoveredCents: maybe(charge) });
    const plain = { placeOfService: undefined, diagnosisPointers: [], emergency: false };
    const details = lineDetails(kind);
    return fc.tuple(line, parts, fc.boolean(), details).map(([base, part, coded, detail]) => ({
      ...base,
      ...detail,
      ...plain,
      ...part,
      procedure: coded ? base.procedure : undefined,
    }));
  }
  const tooth = fc.record({
    tooth: maybe(code(2)),
    surfaces: fc.array(fc.constantFrom("M", "O", "D", "L"), { maxLength: 5 }),
  });
  const parts = fc.record(
    {
      oralCavity: fc.array(fc.constantFrom("10", "20", "30"), { minLength: 1, maxLength: 5 }),
      prosthesis: fc.constantFrom("I", "R"),
    },
    { requiredKeys: [] },
  );
  const teeth = fc.array(
    tooth.filter(({ tooth: number, surfaces }) => number !== undefined || surfaces.length > 0),
    { maxLength: 3 },
  );
  const plain = { unitOfMeasure: undefined, emergency: false, drug: undefined };
  return fc.tuple(line, parts, teeth, lineDetails(kind)).map(([base, part, those, details]) => ({
    ...base,
    ...plain,
    ...part,
    ...details,
    teeth: those,
  }));
}

/** What only claims of one kind have. */
function raritiesOf(kind: Kind) {
  const none = fc.constant({});
  if (kind === "837P") return none;
  if (kind === "837D") {
    return fc.record({ isPredetermination: fc.constant(true as const) }, { requiredKeys: [] });
  }
  const admission = fc.record({
    type: maybe(code(1)),
    source: maybe(code(1)),
    patientStatus: code(2),
  });
  return fc.record(
    { admission, dischargeTime: fc.constantFrom("0000", "1159", "2359") },
    { requiredKeys: [] },
  );
}

/** A claim that says nothing twice in different ways, so that reading must return it. */
export function arbitraryClaim(kind: Kind): fc.Arbitrary<WritableClaim> {
  return fc
    .tuple(plainClaim(kind), raritiesOf(kind), claimDetails(kind), levelDetails)
    .map(([claim, rarities, details, { patientFacts: facts, payToPlan }]) => {
      const hasFacts = kind === "837P" || claim.patientRelationship !== undefined;
      return {
        ...claim,
        ...rarities,
        ...details,
        ...(hasFacts && facts !== undefined ? { patientFacts: facts } : {}),
        ...(payToPlan === undefined ? {} : { payToPlan }),
      };
    });
}

const levelDetails = fc.record({
  patientFacts: maybe(patientFacts),
  payToPlan: maybe(party("PE")),
});

const plainClaim = (kind: Kind): fc.Arbitrary<WritableClaim> =>
  fc
    .record({
      patientControlNumber: code(17),
      facility: fc.tuple(code(2), fc.constant(kind === "837I" ? "A" : "B"), code(1)),
      providerSignatureOnFile: maybe(code(1)),
      assignment: maybe(code(1)),
      benefitsAssigned: maybe(code(1)),
      releaseOfInformation: maybe(code(1)),
      relatedCauses: fc.array(fc.constantFrom("AA", "EM", "OA"), { maxLength: 3 }),
      accidentState: maybe(code(2)),
      delayReason: maybe(code(2)),
      billingProvider: party("85", { taxonomy: true, contacts: true }),
      payToAddress: maybe(
        party("87").map((place) => ({ ...place, references: [] as readonly Reference[] })),
      ),
      coverage: fc.record({
        ...coverageParts,
        sequence: fc.constantFrom("P", "S"),
        subscriber: person("IL"),
        payer: party("PR"),
      }),
      dependent: maybe(fc.tuple(code(2), person("QC"))),
      otherCoverages: fc.array(otherCoverage, { maxLength: 2 }),
      codes: fc.constant([
        { qualifier: "ABK", code: "E119" },
        { qualifier: "ABF", code: "I10" },
        { qualifier: "BP", code: "99140" },
      ]),
      dates: fc.array(period("431"), { maxLength: 1 }),
      references: references(["F8", "G1", "9F", "EA", "D9"]),
      amounts: amounts(["F5"]),
      notes,
      attachments: fc.array(
        fc.record({ reportType: code(2), transmission: code(2), controlNumber: maybe(code(20)) }),
        { maxLength: 2 },
      ),
      parties: fc.tuple(maybe(provider("DN")), maybe(provider("82"))).map(present),
      lines: fc.array(lineOf(kind), { minLength: 1, maxLength: 4 }),
    })
    .map(({ facility, dependent, codes, lines, ...rest }) => {
      const numbered = lines.map((each, index) => ({ ...each, number: index + 1 }));
      const reference = (wanted: string) =>
        rest.references.find(({ qualifier }) => qualifier === wanted)?.id;
      const [relationship, patient] = dependent ?? [rest.coverage.relationship, undefined];
      return {
        ...rest,
        kind,
        chargedCents: numbered.reduce((sum, { chargedCents }) => sum + chargedCents, 0),
        facilityCode: facility[0],
        facilityCodeQualifier: facility[1],
        frequencyCode: facility[2],
        coverage: { ...rest.coverage, relationship },
        patient: patient ?? rest.coverage.subscriber,
        patientRelationship: dependent?.[0],
        codes: codes.map((each) => ({ ...each, ...noCodeDetails })),
        diagnoses: ["E119", "I10"],
        serviceFrom: extreme(
          numbered.map(({ serviceFrom }) => serviceFrom),
          0,
        ),
        serviceThrough: extreme(
          numbered.map(({ serviceThrough }) => serviceThrough),
          -1,
        ),
        originalPayerClaimControlNumber: reference("F8"),
        priorAuthorization: reference("G1"),
        referralNumber: reference("9F"),
        lines: numbered,
      };
    });

const noCodeDetails = {
  date: undefined,
  through: undefined,
  cents: undefined,
  presentOnAdmission: undefined,
};
