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
import { serviceOf } from "../tables/services.ts";
import type { Coverage, Person } from "../world/patient.ts";
import { facility, organization, type Practice, personParty } from "../world/practice.ts";
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
  const {
    coverage: billedCoverage,
    patient,
    patientRelationship,
  } = whoIsServed(claim, billed, isNext);
  return {
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
    patientControlNumber: claim.patientControlNumber,
    chargedCents: claim.chargedCents,
    facilityCode: claim.placeOfService,
    frequencyCode: claim.frequency,
    billingProvider: billingProvider(practice),
    coverage: billedCoverage,
    patient,
    patientRelationship,
    otherCoverages: others,
    relatedCauses: claim.injury === undefined ? [] : ["EM"],
    accidentState: undefined,
    dates: accidentDates(claim),
    codes: claim.diagnoses.map((code, at) => ({
      qualifier: at === 0 ? "ABK" : "ABF",
      code,
      date: undefined,
      through: undefined,
      cents: undefined,
      presentOnAdmission: undefined,
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

/** The practice's own laboratory (CLIA). */
const laboratory = { qualifier: "X4", id: "14D0123456" } as const;

const laboratoryTest = /^8\d{4}$/;

/** Medicare second for those who still work, or whose spouse does (SBR05). */
const workingAged = "12";

/** Invented drug codes and units of what the practice gives. */
const drugs: Readonly<Record<string, { readonly ndc: string; readonly unit: string }>> = {
  J1100: { ndc: "90000010101", unit: "ML" },
  J3420: { ndc: "90000020201", unit: "ML" },
};

const billingProviders = new WeakMap<Practice, Party>();

/** The same for every claim of a practice. */
function billingProvider(practice: Practice): Party {
  const known = billingProviders.get(practice);
  if (known !== undefined) return known;
  const made = organization("85", practice.name, {
    number: ["XX", practice.npi],
    taxonomy: "261QM1300X",
    address: addressOf("100 RIVER ST", ["SPRINGFIELD", "IL", "627010001"]),
    references: [{ qualifier: "EI", id: practice.taxId }],
  });
  billingProviders.set(practice, made);
  return made;
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
  const patient = partyOfPerson("QC", encounter.patient, { bornOn: ownBirth });
  const subscriber: Party =
    injury !== undefined
      ? organization("IL", injury.employer, {
          references: [{ qualifier: "Y4", id: injury.claimNumber }],
        })
      : isSelf
        ? partyOfPerson("IL", encounter.patient, { bornOn: ownBirth, memberId })
        : partyOfPerson("IL", billed.subscriber, { bornOn: billed.subscriber.bornOn, memberId });
  const isMedicareSecond = isNext && payer.lineOfBusiness === "medicare";
  return {
    coverage: {
      sequence: isNext ? "S" : "P",
      relationship: isSelf ? "18" : undefined,
      groupNumber,
      groupName: undefined,
      insuranceType: isMedicareSecond ? workingAged : undefined,
      filingIndicator: payer.filingIndicator,
      subscriber,
      payer: payerParty(payer, isNext ? payer.id : claim.payerIdWritten),
    },
    patient: isSelf ? subscriber : patient,
    patientRelationship: isSelf ? undefined : injury === undefined ? relationship : "20",
  };
}

function payerParty(payer: Payer, id: string): Party {
  return organization("PR", payer.name, { number: ["PI", id] });
}

function partyOfPerson(
  entityCode: string,
  person: Person,
  told: { readonly bornOn: string | undefined; readonly memberId?: string },
): Party {
  const { street, city, state, postalCode, lastName, firstName, gender } = person;
  return personParty({
    entityCode,
    lastName,
    firstName,
    number: told.memberId === undefined ? undefined : ["MI", told.memberId],
    address: addressOf(street, [city, state, postalCode]),
    dateOfBirth: told.bornOn,
    gender: told.bornOn === undefined ? undefined : gender,
  });
}

function accidentDates({ injury }: BilledClaim): QualifiedDate[] {
  if (injury === undefined) return [];
  return [{ qualifier: "439", from: dateOf(injury.day), through: undefined }];
}

function hasLaboratory({ lines }: BilledClaim): boolean {
  return lines.some(({ code }) => laboratoryTest.test(code));
}

/** Tests and images have a provider who ordered them; here it is the one of the visit (42 CFR 424.507). */
function isOrdered(claim: BilledClaim): boolean {
  return hasLaboratory(claim) || claim.lines.some(({ code }) => serviceOf(code).kind === "imaging");
}

function claimParties(claim: BilledClaim): Party[] {
  const { rendering, placeOfService } = claim;
  const { lastName, firstName, npi, taxonomy } = rendering;
  const number = ["XX", npi] as const;
  const renderer = personParty({ entityCode: "82", lastName, firstName, number, taxonomy });
  const people = isOrdered(claim)
    ? [personParty({ entityCode: "DN", lastName, firstName, number }), renderer]
    : [renderer];
  if (placeOfService === "11") return people;
  const address = addressOf("1 HOSPITAL DR", ["SPRINGFIELD", "IL", "627020001"]);
  return [...people, organization("77", facility.name, { number: ["XX", facility.npi], address })];
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
    insuranceType:
      sequence === "S" && payer.lineOfBusiness === "medicare" ? workingAged : undefined,
    filingIndicator: payer.filingIndicator,
    subscriber: partyOfPerson("IL", holder, { bornOn: undefined, memberId }),
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
