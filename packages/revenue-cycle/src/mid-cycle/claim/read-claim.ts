import type { Claim837, ClaimServiceLine, Party } from "@headwater/x12";
import { namedCoverages } from "../../masters/coverage/named-coverage.ts";
import { controlNumberKey, memberIdKey } from "../../masters/identifier-key.ts";
import { namedPatient } from "../../masters/patient/patient.ts";
import { namedPayer } from "../../masters/payer/payer.ts";
import type { NamedProvider, Payee } from "../../masters/provider/provider.ts";
import type { ClaimFrequency, ClaimKind, SentClaim, SentServiceLine } from "./claim.ts";

const kinds: Readonly<Record<Claim837["kind"], ClaimKind>> = {
  "837P": "professional",
  "837I": "institutional",
  "837D": "dental",
};

/** SBR01 in the order in which payers are billed; `U` is unknown. */
const sequenceOrder = "PSTABCDEFGHU";

/** Position of a payer responsibility sequence: 0 for the primary. */
export function sequenceRank(coverageSequence: string): number {
  const rank = sequenceOrder.indexOf(coverageSequence);
  return rank < 0 || coverageSequence === "" ? sequenceOrder.length : rank;
}

/**
 * What CLM05-3 means for us. 7 replaces, 8 voids, 6 corrects and so replaces; interim bills
 * (2, 3, 4 and the like) are claims of their own.
 */
export function claimFrequency(frequencyCode: string): ClaimFrequency {
  if (frequencyCode === "8") return "void";
  if (frequencyCode === "7" || frequencyCode === "6") return "replacement";
  return "original";
}

/** Reads a claim of an 837 (005010X222A1, X223A2, X224A2) into our terms. */
export function readClaim(claim: Claim837): SentClaim {
  const billingNpi = npiOf(claim.billingProvider) ?? "";
  const memberId = claim.coverage.subscriber?.id;
  const patient = namedPatient(claim.patient, memberId);
  const lines = claim.lines.map((line, index) => readLine(claim, line, index + 1));
  const sent = {
    kind: kinds[claim.kind],
    patientControlNumber: claim.patientControlNumber.trim(),
    controlNumberKey: controlNumberKey(claim.patientControlNumber),
    billingProviderNpi: billingNpi,
    frequencyCode: claim.frequencyCode,
    frequency: claimFrequency(claim.frequencyCode),
    payer: namedPayer(claim.coverage.payer),
    coverages: namedCoverages([claim.coverage, ...claim.otherCoverages]),
    coverageSequence: claim.coverage.sequence,
    furtherPayers: furtherPayers(claim),
    filingIndicator: claim.coverage.filingIndicator,
    memberId,
    memberIdKey: memberIdKey(memberId),
    patient,
    renderingNpi:
      npiOf(partyOf(claim, "82")) ?? npiOf(partyOf(claim, "71")) ?? npiOrNone(billingNpi),
    facilityCode: claim.facilityCode,
    serviceFrom: claim.serviceFrom,
    serviceThrough: claim.serviceThrough ?? claim.serviceFrom,
    chargedCents: claim.chargedCents,
    diagnosisCodes: claim.diagnoses,
    priorAuthorization: claim.priorAuthorization,
    originalPayerClaimControlNumber: claim.originalPayerClaimControlNumber?.trim(),
    lines,
    providers: namedProviders(claim),
    payees: namedPayees(claim),
    range: claim.range,
  };
  return { ...sent, content: billedContent(sent) };
}

/** Whether a charge is negative somewhere: such a claim cannot stand as an open receivable. */
export function hasNegativeCharge(claim: SentClaim): boolean {
  return claim.chargedCents < 0 || claim.lines.some((line) => line.chargedCents < 0);
}

/** The receivable of each line; what the claim charges beyond its lines stands on line 0. */
export function chargesByLine(claim: SentClaim): { lineNumber: number; cents: number }[] {
  const charges = claim.lines.map((line) => ({
    lineNumber: line.lineNumber,
    cents: line.chargedCents,
  }));
  const beyond = claim.chargedCents - charges.reduce((sum, charge) => sum + charge.cents, 0);
  if (beyond > 0 || charges.length === 0) {
    charges.unshift({ lineNumber: 0, cents: Math.max(0, beyond) });
  }
  return charges;
}

function partyOf(claim: Claim837, entityCode: string): Party | undefined {
  return claim.parties.find((party) => party.entityCode === entityCode);
}

function npiOf(party: Party | undefined): string | undefined {
  return party?.idQualifier === "XX" ? npiOrNone(party.id ?? "") : undefined;
}

function npiOrNone(npi: string): string | undefined {
  const trimmed = npi.trim();
  return trimmed === "" ? undefined : trimmed;
}

/** Coverages that come after the one billed now. */
function furtherPayers(claim: Claim837): number {
  const rank = sequenceRank(claim.coverage.sequence);
  return claim.otherCoverages.filter((other) => sequenceRank(other.sequence) > rank).length;
}

function namedProviders(claim: Claim837): NamedProvider[] {
  const parties = [claim.billingProvider, partyOf(claim, "82"), partyOf(claim, "71")];
  return parties.flatMap((party) => {
    const npi = npiOf(party);
    if (party === undefined || npi === undefined) return [];
    const name = [party.lastNameOrOrganization, party.firstName].filter(Boolean).join(", ");
    const named = name === "" ? undefined : name;
    return [{ npi, name: named, isOrganization: !party.isPerson, taxonomy: party.taxonomy }];
  });
}

/** The NPI and the tax id (REF*EI, REF*SY) of the billing provider. */
function namedPayees(claim: Claim837): Payee[] {
  const billing = claim.billingProvider;
  const payees: Payee[] = [];
  const npi = npiOf(billing);
  if (npi !== undefined) payees.push({ identifier: npi, kind: "npi" });
  const taxIds = [
    ...(billing?.references ?? [])
      .filter((reference) => reference.qualifier === "EI" || reference.qualifier === "SY")
      .map((reference) => reference.id),
    ...(billing?.idQualifier === "24" || billing?.idQualifier === "34" ? [billing.id ?? ""] : []),
  ];
  for (const taxId of taxIds) {
    const digits = taxId.replace(/\D/g, "");
    if (digits !== "") payees.push({ identifier: digits, kind: "tax-id" });
  }
  return payees;
}

function readLine(claim: Claim837, line: ClaimServiceLine, lineNumber: number): SentServiceLine {
  return {
    lineNumber,
    lineItemControlNumber: line.lineItemControlNumber,
    procedureQualifier: line.procedure?.qualifier,
    procedureCode: line.procedure?.code,
    modifiers: line.procedure?.modifiers ?? [],
    revenueCode: line.revenueCode,
    chargedCents: line.chargedCents,
    unitOfMeasure: line.unitOfMeasure,
    units: decimalText(line.quantity),
    serviceFrom: line.serviceFrom ?? claim.serviceFrom,
    serviceThrough: line.serviceThrough ?? line.serviceFrom ?? claim.serviceThrough,
    placeOfService:
      line.placeOfService ?? (claim.facilityCodeQualifier === "B" ? claim.facilityCode : undefined),
    diagnosisPointers: line.diagnosisPointers,
    ndc: line.drug?.ndc,
  };
}

/** Decimal text if it is a plain decimal number, else nothing: quantities are never guessed. */
export function decimalText(text: string | undefined): string | undefined {
  return text !== undefined && /^-?(\d{1,12}(\.\d{0,6})?|\.\d{1,6})$/.test(text) ? text : undefined;
}

type Billed = Omit<SentClaim, "content">;

/**
 * What was billed, whoever pays: not the payer, its member id, the frequency or line control numbers,
 * which differ between sendings of one and the same claim.
 */
function billedContent(claim: Billed): string {
  const head = [
    claim.kind,
    claim.patient.identityText,
    claim.serviceFrom,
    claim.serviceThrough,
    claim.chargedCents,
    claim.facilityCode,
    claim.diagnosisCodes.join(","),
  ];
  const lines = claim.lines.map((line) =>
    [
      line.procedureQualifier,
      line.procedureCode,
      line.modifiers.join(","),
      line.revenueCode,
      line.chargedCents,
      line.units,
      line.serviceFrom,
      line.serviceThrough,
      line.placeOfService,
      line.diagnosisPointers.join(","),
    ].join("|"),
  );
  return [head.join("|"), ...lines].join("\n");
}
