import type {
  Address,
  ClaimServiceLine,
  OtherCoverage,
  Party,
  QualifiedDate,
  WritableClaim,
} from "@headwater/x12";
import { dateOf } from "../civil-day.ts";
import type { ClaimDecision, LineDecision } from "../payers/decision.ts";
import type { Payer } from "../payers/payer.ts";
import type { Coverage, Person } from "../world/patient.ts";
import { emptyParty, facility, organization, type Practice } from "../world/practice.ts";
import type { BilledClaim, BilledLine } from "./claim.ts";

/** What the first payer decided and when; a claim to the next payer tells of it. */
export type PriorDecision = { readonly decision: ClaimDecision; readonly on: string };

/** A claim as it stands in an 837P (005010X222A1). */
export function writtenClaim(
  claim: BilledClaim,
  practice: Practice,
  prior?: PriorDecision,
): WritableClaim {
  const { encounter, coverage, nextCoverage } = claim;
  const billed = prior === undefined || nextCoverage === undefined ? coverage : nextCoverage;
  const isNext = billed !== coverage;
  const others = isNext
    ? [otherCoverage(claim, coverage, { sequence: "P", prior })]
    : nextCoverage === undefined
      ? []
      : [otherCoverage(claim, nextCoverage, { sequence: "S", prior: undefined })];
  const served = dateOf(encounter.day);
  return {
    ...constants,
    patientControlNumber: claim.patientControlNumber,
    chargedCents: claim.chargedCents,
    facilityCode: claim.placeOfService,
    frequencyCode: claim.frequency,
    billingProvider: billingProvider(practice),
    ...whoIsServed(claim, billed, isNext),
    otherCoverages: others,
    ...injuryParts(claim),
    codes: claim.diagnoses.map((code, at) => ({
      qualifier: at === 0 ? "ABK" : "ABF",
      code,
      ...noCodeParts,
    })),
    diagnoses: claim.diagnoses,
    serviceFrom: served,
    serviceThrough: served,
    originalPayerClaimControlNumber: claim.replacesPayerNumber,
    priorAuthorization: claim.authorizationNumber,
    referralNumber: claim.referralNumber,
    attachments: claim.recordsAttached
      ? [{ reportType: "OZ", transmission: "EL", controlNumber: `A${claim.patientControlNumber}` }]
      : [],
    references: hasLaboratory(claim) ? [laboratory] : [],
    parties: claimParties(claim),
    lines: claim.lines.map((line) => writtenLine(line, served, priorLine(prior, line))),
  };
}

const noCodeParts = {
  date: undefined,
  through: undefined,
  cents: undefined,
  presentOnAdmission: undefined,
} as const;

const constants = {
  kind: "837P",
  facilityCodeQualifier: "B",
  providerSignatureOnFile: "Y",
  assignment: "A",
  benefitsAssigned: "Y",
  releaseOfInformation: "Y",
  payToAddress: undefined,
  amounts: [],
  notes: [],
  delayReason: undefined,
} as const;

/** The practice's own laboratory (CLIA). */
const laboratory = { qualifier: "X4", id: "14D0123456" } as const;

const laboratoryTest = /^8\d{4}$/;

/** Invented drug codes and units of what the practice gives. */
const drugs: Readonly<Record<string, { readonly ndc: string; readonly unit: string }>> = {
  J1100: { ndc: "90000010101", unit: "ML" },
  J3420: { ndc: "90000020201", unit: "ML" },
};

function billingProvider(practice: Practice): Party {
  return {
    ...organization("85", practice.name, ["XX", practice.npi]),
    taxonomy: "261QM1300X",
    address: addressOf("100 RIVER ST", ["SPRINGFIELD", "IL", "627010001"]),
    references: [{ qualifier: "EI", id: practice.taxId }],
  };
}

function addressOf(
  line1: string,
  [city, state, postalCode]: readonly [string, string, string],
): Address {
  return { line1, line2: undefined, city, state, postalCode, country: undefined };
}

type Served = Pick<WritableClaim, "coverage" | "patient" | "patientRelationship">;

function whoIsServed(claim: BilledClaim, billed: Coverage, isNext: boolean): Served {
  const { injury, encounter } = claim;
  const { payer, relationship, groupNumber } = billed;
  const isSelf = relationship === "18" && injury === undefined;
  const memberId = isNext ? billed.memberId : claim.memberIdWritten;
  const ownBirth = isNext ? encounter.patient.bornOn : claim.bornOnWritten;
  const patient = personParty("QC", encounter.patient, { bornOn: ownBirth });
  const subscriber: Party =
    injury !== undefined
      ? {
          ...emptyParty,
          entityCode: "IL",
          isPerson: false,
          lastNameOrOrganization: injury.employer,
          references: [{ qualifier: "Y4", id: injury.claimNumber }],
        }
      : isSelf
        ? personParty("IL", encounter.patient, { bornOn: ownBirth, memberId })
        : personParty("IL", billed.subscriber, { bornOn: billed.subscriber.bornOn, memberId });
  const isMedicareSecond = isNext && payer.lineOfBusiness === "medicare";
  return {
    coverage: {
      sequence: isNext ? "S" : "P",
      relationship: isSelf ? "18" : undefined,
      groupNumber,
      groupName: undefined,
      insuranceType: isMedicareSecond ? "12" : undefined,
      filingIndicator: payer.filingIndicator,
      subscriber,
      payer: payerParty(payer, isNext ? payer.id : claim.payerIdWritten),
    },
    patient: isSelf ? subscriber : patient,
    patientRelationship: isSelf ? undefined : injury === undefined ? relationship : "20",
  };
}

function payerParty(payer: Payer, id: string): Party {
  return organization("PR", payer.name, ["PI", id]);
}

function personParty(
  entityCode: string,
  person: Person,
  { bornOn, memberId }: { readonly bornOn: string; readonly memberId?: string },
): Party {
  const { street, city, state, postalCode } = person;
  return {
    ...emptyParty,
    entityCode,
    isPerson: true,
    lastNameOrOrganization: person.lastName,
    firstName: person.firstName,
    idQualifier: memberId === undefined ? undefined : "MI",
    id: memberId,
    address: addressOf(street, [city, state, postalCode]),
    dateOfBirth: bornOn,
    gender: person.gender,
  };
}

function injuryParts({ injury }: BilledClaim) {
  const dates: QualifiedDate[] =
    injury === undefined
      ? []
      : [{ qualifier: "439", from: dateOf(injury.day), through: undefined }];
  return {
    relatedCauses: injury === undefined ? [] : ["EM"],
    accidentState: undefined,
    dates,
  };
}

function hasLaboratory({ lines }: BilledClaim): boolean {
  return lines.some(({ code }) => laboratoryTest.test(code));
}

function claimParties(claim: BilledClaim): Party[] {
  const { rendering, placeOfService } = claim;
  const renderer: Party = {
    ...emptyParty,
    entityCode: "82",
    isPerson: true,
    lastNameOrOrganization: rendering.lastName,
    firstName: rendering.firstName,
    idQualifier: "XX",
    id: rendering.npi,
    taxonomy: rendering.taxonomy,
  };
  const orderer = { ...renderer, entityCode: "DN", taxonomy: undefined };
  const people = hasLaboratory(claim) ? [orderer, renderer] : [renderer];
  if (placeOfService === "11") return people;
  const place = {
    ...organization("77", facility.name, ["XX", facility.npi]),
    address: addressOf("1 HOSPITAL DR", ["SPRINGFIELD", "IL", "627020001"]),
  };
  return [...people, place];
}

function otherCoverage(
  claim: BilledClaim,
  coverage: Coverage,
  place: { readonly sequence: "P" | "S"; readonly prior: PriorDecision | undefined },
): OtherCoverage {
  const { payer, subscriber, memberId, relationship, groupNumber } = coverage;
  const { prior, sequence } = place;
  const { patient } = claim.encounter;
  const holder = relationship === "18" ? patient : subscriber;
  return {
    sequence,
    relationship,
    groupNumber,
    groupName: undefined,
    insuranceType: undefined,
    filingIndicator: payer.filingIndicator,
    subscriber: {
      ...personParty("IL", holder, { bornOn: holder.bornOn, memberId }),
      dateOfBirth: undefined,
      gender: undefined,
    },
    payer: payerParty(payer, payer.id),
    adjustments: [],
    amounts: prior === undefined ? [] : [{ qualifier: "D", cents: prior.decision.paidCents }],
    benefitsAssigned: "Y",
    releaseOfInformation: "Y",
    remarkCodes: [],
    adjudicatedOn: undefined,
  };
}

type PriorLine = { readonly line: LineDecision; readonly payerId: string; readonly on: string };

function priorLine(
  prior: PriorDecision | undefined,
  { number }: BilledLine,
): PriorLine | undefined {
  const line = prior?.decision.lines.find((one) => one.number === number);
  if (prior === undefined || line === undefined) return undefined;
  return { line, payerId: prior.decision.payer.id, on: prior.on };
}

function writtenLine(
  line: BilledLine,
  served: string,
  prior: PriorLine | undefined,
): ClaimServiceLine {
  return {
    number: line.number,
    procedure: {
      qualifier: "HC",
      code: line.code,
      modifiers: line.modifiers,
      description: undefined,
    },
    revenueCode: undefined,
    chargedCents: line.chargedCents,
    unitOfMeasure: "UN",
    quantity: String(line.units),
    placeOfService: undefined,
    diagnosisPointers: line.pointers,
    emergency: false,
    nonCoveredCents: undefined,
    serviceFrom: served,
    serviceThrough: served,
    lineItemControlNumber: line.controlNumber,
    drug: drugOf(line),
    teeth: [],
    dates: [],
    references: [],
    amounts: [],
    quantities: [],
    notes: [],
    parties: [],
    adjudications: prior === undefined ? [] : [adjudicationOf(prior)],
  };
}

function drugOf({ code, units }: BilledLine): ClaimServiceLine["drug"] {
  const drug = drugs[code];
  return drug === undefined ? undefined : { ...drug, quantity: String(units) };
}

function adjudicationOf({
  line,
  payerId,
  on,
}: PriorLine): ClaimServiceLine["adjudications"][number] {
  return {
    payerId,
    paidCents: line.paidCents,
    procedure: line.submitted,
    quantity: String(line.units),
    bundledInto: undefined,
    adjustments: line.adjustments,
    adjudicatedOn: on,
    remainingPatientLiabilityCents: undefined,
  };
}
