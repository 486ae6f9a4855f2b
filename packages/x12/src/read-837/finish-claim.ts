import type { Claim837, ClaimCoverage, ClaimServiceLine } from "../claim.ts";
import type { ClaimDetails } from "../claim-details.ts";
import { type Segment, segmentRange } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type { Reference } from "../transaction.ts";
import { checkClaim } from "./check-claim.ts";
import type { OpenClaim, OpenCoverage, OpenLine } from "./open-claim.ts";
import { diagnosesOf } from "./read-claim.ts";

const noCoverage: OpenCoverage = {
  sequence: "",
  relationship: undefined,
  groupNumber: undefined,
  groupName: undefined,
  insuranceType: undefined,
  filingIndicator: undefined,
};

/** The claim of a closed loop 2300, checked; undefined when it cannot be read. */
export function finishClaim(
  open: OpenClaim,
  kind: Claim837["kind"],
  context: SetContext,
): Claim837 | undefined {
  context.loop = "2300";
  const { patientControlNumber, chargedCents, first } = open;
  if (patientControlNumber === undefined || chargedCents === undefined) {
    context.report("X12_CLAIM_UNREADABLE", { segment: first });
    return undefined;
  }
  const lines = usableLines(open, context);
  const claim = claimOf(open, { kind, patientControlNumber, chargedCents, lines });
  context.loop = "2300";
  checkClaim(claim, open, context);
  return withRarities(claim, open);
}

type ClaimHead = Pick<Claim837, "kind" | "patientControlNumber" | "chargedCents" | "lines">;

/** Written out field by field: objects put together from others cost as much as reading the segments. */
function claimOf(open: OpenClaim, head: ClaimHead): Claim837 {
  const { first, billing, patientLevel, references, codes } = open;
  const [facilityCode, facilityCodeQualifier, frequencyCode] = first.components(5);
  const related = first.components(11);
  const coverage = coverageOf(open);
  const dates = serviceDates(open, head.lines);
  return {
    kind: head.kind,
    range: segmentRange(first, open.last),
    patientControlNumber: head.patientControlNumber,
    chargedCents: head.chargedCents,
    facilityCode: facilityCode || undefined,
    facilityCodeQualifier: facilityCodeQualifier || undefined,
    frequencyCode: frequencyCode ?? "",
    providerSignatureOnFile: first.text(6),
    assignment: first.text(7),
    benefitsAssigned: first.text(8),
    releaseOfInformation: first.text(9),
    relatedCauses: related.length === 0 ? [] : related.slice(0, 3).filter((cause) => cause !== ""),
    accidentState: related[3] || undefined,
    delayReason: first.text(20),
    billingProvider: billing?.provider,
    payToAddress: billing?.payTo,
    coverage,
    patient: patientLevel === undefined ? coverage.subscriber : patientLevel.patient,
    patientRelationship: patientLevel?.relationship,
    otherCoverages: open.otherCoverages,
    codes,
    diagnoses: diagnosesOf(codes),
    dates: open.dates,
    serviceFrom: dates.from,
    serviceThrough: dates.through,
    references,
    originalPayerClaimControlNumber: referenceOf(references, "F8"),
    priorAuthorization: referenceOf(references, "G1"),
    referralNumber: referenceOf(references, "9F"),
    amounts: open.amounts,
    notes: open.notes,
    attachments: open.attachments,
    parties: open.parties,
    lines: head.lines,
  };
}

function coverageOf({ subscriberLevel, patientLevel }: OpenClaim): ClaimCoverage {
  const coverage = subscriberLevel?.coverage ?? noCoverage;
  return {
    sequence: coverage.sequence,
    relationship: patientLevel?.relationship ?? coverage.relationship,
    groupNumber: coverage.groupNumber,
    groupName: coverage.groupName,
    insuranceType: coverage.insuranceType,
    filingIndicator: coverage.filingIndicator,
    subscriber: subscriberLevel?.subscriber,
    payer: subscriberLevel?.payer,
  };
}

/** Fields that few claims have, and that are left out of the others. */
function withRarities(claim: Claim837, open: OpenClaim): Claim837 {
  const { dischargeTime, admission, first, details } = open;
  const isPredetermination = first.is(19, "PB");
  const above = levelDetails(open);
  const isPlain = details === undefined && above === undefined && first.elementCount < 10;
  if (isPlain && (dischargeTime ?? admission) === undefined) return claim;
  return {
    ...claim,
    ...above,
    ...headDetails(first),
    ...details,
    ...(admission === undefined ? {} : { admission }),
    ...(dischargeTime === undefined ? {} : { dischargeTime }),
    ...(isPredetermination ? { isPredetermination } : {}),
  };
}

/** CLM10, CLM11-5 and CLM12. */
function headDetails(first: Segment): ClaimDetails {
  const patientSignatureSource = first.text(10);
  const accidentCountry = first.component(11, 5);
  const specialProgram = first.text(12);
  return {
    ...(patientSignatureSource === undefined ? {} : { patientSignatureSource }),
    ...(accidentCountry ? { accidentCountry } : {}),
    ...(specialProgram === undefined ? {} : { specialProgram }),
  };
}

/** What the levels above say besides names; undefined when nothing. */
function levelDetails({ billing, subscriberLevel, patientLevel }: OpenClaim) {
  const level = patientLevel ?? subscriberLevel;
  const patientFacts = level?.patientFacts;
  const currency = billing?.currency;
  const payToPlan = billing?.payToPlan;
  if (patientFacts === undefined && currency === undefined && payToPlan === undefined) {
    return undefined;
  }
  return {
    ...(patientFacts === undefined ? {} : { patientFacts }),
    ...(currency === undefined ? {} : { currency }),
    ...(payToPlan === undefined ? {} : { payToPlan }),
  };
}

/** The lines whose charge could be read; the others are reported. */
function usableLines(open: OpenClaim, context: SetContext): readonly ClaimServiceLine[] {
  const { lines, lineSegments } = open;
  if (areCharged(lines)) return lines;
  context.loop = "2400";
  lines.forEach((line, index) => {
    if (isCharged(line)) return;
    context.report("X12_LINE_UNREADABLE", { segment: lineSegments[index] });
  });
  return lines.filter(isCharged);
}

type ChargedLine = OpenLine & { readonly chargedCents: number };

function isCharged(line: OpenLine): line is ChargedLine {
  return line.chargedCents !== undefined;
}

function areCharged(lines: readonly OpenLine[]): lines is readonly ChargedLine[] {
  for (const line of lines) if (!isCharged(line)) return false;
  return true;
}

function referenceOf(references: readonly Reference[], qualifier: string): string | undefined {
  for (const reference of references) if (reference.qualifier === qualifier) return reference.id;
  return undefined;
}

type ServiceDates = { readonly from: string | undefined; readonly through: string | undefined };

/** DTP*434 or DTP*472 of the claim, else the span of its lines. */
function serviceDates(open: OpenClaim, lines: readonly ClaimServiceLine[]): ServiceDates {
  for (const { qualifier, from, through } of open.dates) {
    if (qualifier === "434" || qualifier === "472") return { from, through: through ?? from };
  }
  let earliest: string | undefined;
  let latest: string | undefined;
  for (const { serviceFrom: from, serviceThrough: through } of lines) {
    if (from !== undefined && (earliest === undefined || from < earliest)) earliest = from;
    if (through !== undefined && (latest === undefined || through > latest)) latest = through;
  }
  return { from: earliest, through: latest };
}
