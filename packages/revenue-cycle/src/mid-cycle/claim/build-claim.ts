import type {
  ClaimCode,
  ClaimCoverage,
  ClaimServiceLine,
  OtherCoverage,
  Party,
  QualifiedDate,
  WritableClaim,
} from "@headwater/x12";
import {
  addressOf,
  billingParty,
  facilityParty,
  patientParty,
  payerParty,
  payToParty,
  providerParty,
  subscriberParty,
} from "./claim-parties.ts";
import type {
  AddressSource,
  ChargeSource,
  ClaimSources,
  CoverageSource,
  EncounterSource,
  FacilitySource,
  ProviderSource,
} from "./claim-sources.ts";
import { lineItemControlNumberOf } from "./control-number.ts";
import { type MissingField, missingFields } from "./missing-fields.ts";
import { withWritableTexts } from "./writable-text.ts";

export type BuiltClaim =
  | { readonly is: "built"; readonly claim: WritableClaim }
  /** Every field without which there is no claim, by its path in the sources. */
  | { readonly is: "incomplete"; readonly missing: readonly MissingField[] };

/** SBR01 by the order of coverages: primary, secondary, tertiary, then fourth to eleventh. */
const sequences = ["P", "S", "T", "A", "B", "C", "D", "E", "F", "G", "H"];

/**
 * Builds the professional claim (005010X222A1) for the first payer of an encounter, whole: billing
 * provider, subscriber, payer, patient, further payers, diagnoses and lines. Its charge is the sum of
 * its lines. Does not judge codes or rules of payers; that is for edits.
 */
export function buildClaim(sources: ClaimSources, patientControlNumber: string): BuiltClaim {
  const missing = missingFields(sources);
  const { billing } = sources.providers;
  const [first, ...others] = sources.coverages;
  if (missing.length > 0 || billing === undefined || first === undefined) {
    return { is: "incomplete", missing };
  }
  const { encounter, patient } = sources;
  const placeOfService = placeOf(sources);
  const lines = encounter.lines.map((line, index) =>
    serviceLine(line, { encounter, placeOfService, number: index + 1, patientControlNumber }),
  );
  const isSelf = first.relationship === "18";
  const coverage = claimCoverage(first, 0, sources);
  const claim: WritableClaim = {
    kind: "837P",
    patientControlNumber,
    chargedCents: lines.reduce((sum, line) => sum + line.chargedCents, 0),
    facilityCode: placeOfService,
    facilityCodeQualifier: "B",
    frequencyCode: "1",
    providerSignatureOnFile: "Y",
    assignment: "A",
    benefitsAssigned: "Y",
    releaseOfInformation: "Y",
    relatedCauses: encounter.relatedCauses,
    accidentState: encounter.accidentState,
    delayReason: undefined,
    billingProvider: billingParty(billing),
    payToAddress: payTo(sources.payTo, billing),
    coverage,
    patient: isSelf ? coverage.subscriber : patientParty(patient),
    patientRelationship: isSelf ? undefined : first.relationship,
    otherCoverages: others.map((other, index) => otherCoverage(other, index + 1, sources)),
    ...codesOf(encounter.diagnoses),
    dates: datesOf(encounter),
    serviceFrom: earliest(lines) ?? encounter.serviceFrom,
    serviceThrough: latest(lines),
    ...referencesOf(sources, placeOfService),
    originalPayerClaimControlNumber: undefined,
    amounts: amountsOf(encounter),
    notes: encounter.note === undefined ? [] : [{ qualifier: "ADD", text: encounter.note }],
    attachments: [],
    parties: partiesOf(sources, billing, placeOfService),
    lines,
  };
  return { is: "built", claim: withWritableTexts(claim) };
}

function placeOf({ encounter, facility }: ClaimSources): string | undefined {
  return encounter.placeOfService ?? facility?.placeOfService;
}

/** A pay-to address is sent only where it differs from the billing provider's. */
function payTo(address: AddressSource | undefined, billing: ProviderSource): Party | undefined {
  if (address?.line1 === undefined || isSameAddress(address, billing.address)) return undefined;
  return payToParty(address, !billing.isOrganization);
}

function isSameAddress(left: AddressSource, right: AddressSource): boolean {
  return JSON.stringify(addressOf(left)) === JSON.stringify(addressOf(right));
}

/** A coverage as a claim names it, by its place in the order of payers from 0. */
export function claimCoverage(
  coverage: CoverageSource,
  order: number,
  { patient }: Pick<ClaimSources, "patient">,
): ClaimCoverage {
  const filingIndicator = filingIndicatorOf(coverage);
  const isMedicareLater = order > 0 && (filingIndicator === "MB" || filingIndicator === "MA");
  return {
    sequence: sequences[order] ?? "U",
    relationship: coverage.relationship,
    groupNumber: coverage.groupNumber,
    groupName: coverage.groupNumber === undefined ? coverage.groupName : undefined,
    insuranceType: isMedicareLater ? coverage.medicareSecondaryType : undefined,
    filingIndicator,
    subscriber: withCasualty(coverage, order, subscriberParty(coverage, patient)),
    payer: payerParty(coverage.payer),
  };
}

/** REF*Y4 stands with the subscriber of the payer billed. */
function withCasualty(coverage: CoverageSource, order: number, subscriber: Party): Party {
  const { casualtyClaimNumber } = coverage;
  if (casualtyClaimNumber === undefined || order > 0) return subscriber;
  return { ...subscriber, references: [{ qualifier: "Y4", id: casualtyClaimNumber }] };
}

function otherCoverage(
  coverage: CoverageSource,
  order: number,
  sources: ClaimSources,
): OtherCoverage {
  const claimed = claimCoverage(coverage, order, sources);
  const { subscriber } = claimed;
  // A subscriber of loop 2330A has no date of birth.
  const named = subscriber && { ...subscriber, dateOfBirth: undefined, gender: undefined };
  return {
    ...claimed,
    subscriber: named,
    adjustments: [],
    amounts: [],
    benefitsAssigned: "Y",
    releaseOfInformation: "Y",
    remarkCodes: [],
    adjudicatedOn: undefined,
  };
}

const filingIndicators: Readonly<Record<string, string>> = {
  medicare: "MB",
  "medicare-advantage": "16",
  medicaid: "MC",
  "medicaid-managed-care": "HM",
  commercial: "CI",
  tricare: "CH",
  veterans: "VA",
  "workers-compensation": "WC",
  auto: "AM",
};

/** SBR09: as the coverage or payer says, else by the payer's line of business. */
export function filingIndicatorOf({ filingIndicator, payer }: CoverageSource): string {
  return (
    filingIndicator ?? payer.filingIndicator ?? filingIndicators[payer.lineOfBusiness ?? ""] ?? "ZZ"
  );
}

/** HI: the principal diagnosis and the others, without their points. */
function codesOf(diagnoses: readonly string[]): Pick<WritableClaim, "codes" | "diagnoses"> {
  const plain = diagnoses.map((code) => code.replaceAll(".", "").toUpperCase());
  const codes = plain.map(
    (code, index): ClaimCode => ({
      qualifier: index === 0 ? "ABK" : "ABF",
      code,
      date: undefined,
      through: undefined,
      cents: undefined,
      presentOnAdmission: undefined,
    }),
  );
  return { codes, diagnoses: plain };
}

function datesOf(encounter: EncounterSource): QualifiedDate[] {
  const stated: readonly (readonly [qualifier: string, on: string | undefined])[] = [
    ["431", encounter.onsetOn],
    ["439", encounter.accidentOn],
    ["484", encounter.lastMenstrualOn],
    ["435", encounter.admittedOn],
    ["096", encounter.dischargedOn],
  ];
  return stated.flatMap(([qualifier, from]) =>
    from === undefined ? [] : [{ qualifier, from, through: undefined }],
  );
}

type Numbers = Pick<WritableClaim, "references" | "priorAuthorization" | "referralNumber">;

function referencesOf({ encounter, facility }: ClaimSources, place: string | undefined): Numbers {
  const { priorAuthorization, referralNumber, lines } = encounter;
  const hasLaboratory = lines.some((line) => /^8\d{4}$/.test(line.procedureCode));
  const clia = hasLaboratory && place !== "12" ? facility?.cliaNumber : undefined;
  const stated: readonly (readonly [qualifier: string, id: string | undefined])[] = [
    ["9F", referralNumber],
    ["G1", priorAuthorization],
    ["X4", clia],
  ];
  const references = stated.flatMap(([qualifier, id]) =>
    id === undefined ? [] : [{ qualifier, id }],
  );
  return { references, priorAuthorization, referralNumber };
}

function amountsOf({ patientPaidCents }: EncounterSource): WritableClaim["amounts"] {
  return patientPaidCents === undefined || patientPaidCents === 0
    ? []
    : [{ qualifier: "F5", cents: patientPaidCents }];
}

/** Places in which the patient is seen by one who is not there himself: the facility must be named. */
const foreignPlaces = new Set(["21", "22", "23", "24", "31", "32", "34", "51", "61"]);

function partiesOf(
  sources: ClaimSources,
  billing: ProviderSource,
  placeOfService: string | undefined,
): Party[] {
  const { rendering, referring, supervising } = sources.providers;
  const parties: Party[] = [];
  if (referring !== undefined) parties.push(providerParty("DN", referring));
  if (rendering !== undefined && rendering.npi !== billing.npi) {
    parties.push(providerParty("82", rendering));
  }
  const { facility } = sources;
  if (facility !== undefined && isElsewhere(facility, billing, placeOfService)) {
    parties.push(facilityParty(facility));
  }
  if (supervising !== undefined && supervising.npi !== rendering?.npi) {
    parties.push(providerParty("DQ", supervising));
  }
  return parties;
}

function isElsewhere(
  facility: FacilitySource,
  billing: ProviderSource,
  placeOfService: string | undefined,
): boolean {
  if (addressOf(facility.address) === undefined) return false;
  if (placeOfService !== undefined && foreignPlaces.has(placeOfService)) return true;
  return !isSameAddress(facility.address, billing.address);
}

/** Anesthesia that is billed by the unit and not by the minute. */
const anesthesiaByUnit = new Set(["01953", "01967", "01968", "01969", "01996"]);

function unitOfMeasureOf(procedureCode: string): "MJ" | "UN" {
  const isTimed = /^0[01]\d{3}$/.test(procedureCode) && procedureCode >= "00100";
  return isTimed && procedureCode <= "01999" && !anesthesiaByUnit.has(procedureCode) ? "MJ" : "UN";
}

function serviceLine(
  line: ChargeSource,
  of: {
    readonly encounter: EncounterSource;
    readonly placeOfService: string | undefined;
    readonly number: number;
    readonly patientControlNumber: string;
  },
): ClaimServiceLine {
  const from = line.serviceFrom ?? of.encounter.serviceFrom;
  const through = line.serviceThrough ?? (line.serviceFrom ? from : of.encounter.serviceThrough);
  const controlNumber = lineItemControlNumberOf(of.patientControlNumber, of.number);
  const { placeOfService } = line;
  return {
    number: of.number,
    procedure: {
      qualifier: "HC",
      code: line.procedureCode,
      modifiers: line.modifiers,
      description: undefined,
    },
    revenueCode: undefined,
    chargedCents: line.chargedCents,
    unitOfMeasure: unitOfMeasureOf(line.procedureCode),
    quantity: line.units,
    placeOfService: placeOfService === of.placeOfService ? undefined : placeOfService,
    diagnosisPointers: line.diagnosisPointers,
    emergency: line.isEmergency,
    nonCoveredCents: undefined,
    serviceFrom: from,
    serviceThrough: through ?? from,
    lineItemControlNumber: controlNumber,
    drug:
      line.ndc === undefined
        ? undefined
        : {
            ndc: line.ndc.replaceAll("-", ""),
            quantity: line.ndcQuantity,
            unit: line.ndcUnit,
          },
    teeth: [],
    dates: [{ qualifier: "472", from, through: through === from ? undefined : through }],
    references: [{ qualifier: "6R", id: controlNumber }],
    amounts: [],
    quantities: [],
    notes: line.note === undefined ? [] : [{ qualifier: "ADD", text: line.note }],
    parties: [],
    adjudications: [],
  };
}

function earliest(lines: readonly ClaimServiceLine[]): string | undefined {
  return lines.flatMap(({ serviceFrom }) => serviceFrom ?? []).sort()[0];
}

function latest(lines: readonly ClaimServiceLine[]): string | undefined {
  return lines
    .flatMap(({ serviceThrough }) => serviceThrough ?? [])
    .sort()
    .at(-1);
}
