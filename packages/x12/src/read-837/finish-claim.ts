import type { Claim837, ClaimServiceLine } from "../claim.ts";
import { type Segment, segmentRange } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type { Reference } from "../transaction.ts";
import { checkClaim } from "./check-claim.ts";
import type { OpenClaim, OpenCoverage } from "./open-claim.ts";
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
  const diagnoses = diagnosesOf(open.codes);
  const claim: Claim837 = {
    kind,
    range: segmentRange(first, open.last),
    patientControlNumber,
    chargedCents,
    ...claimHeading(first),
    ...partiesOf(open),
    otherCoverages: open.otherCoverages,
    codes: open.codes,
    diagnoses,
    dates: open.dates,
    ...serviceDates(open, lines),
    references: open.references,
    originalPayerClaimControlNumber: referenceOf(open.references, "F8"),
    priorAuthorization: referenceOf(open.references, "G1"),
    referralNumber: referenceOf(open.references, "9F"),
    amounts: open.amounts,
    notes: open.notes,
    attachments: open.attachments,
    parties: open.parties,
    lines,
  };
  context.loop = "2300";
  checkClaim(claim, open, context);
  return withRarities(claim, open);
}

/** Fields that few claims have, and that are left out of the others. */
function withRarities(claim: Claim837, open: OpenClaim): Claim837 {
  const { dischargeTime, first } = open;
  const isPredetermination = first.element(19) === "PB";
  if (dischargeTime === undefined && !isPredetermination) return claim;
  return {
    ...claim,
    ...(dischargeTime === undefined ? {} : { dischargeTime }),
    ...(isPredetermination ? { isPredetermination } : {}),
  };
}

function claimHeading(first: Segment) {
  const [facilityCode, facilityCodeQualifier, frequencyCode] = first.components(5);
  const related = first.components(11);
  return {
    facilityCode: facilityCode || undefined,
    facilityCodeQualifier: facilityCodeQualifier || undefined,
    frequencyCode: frequencyCode ?? "",
    providerSignatureOnFile: first.text(6),
    assignment: first.text(7),
    benefitsAssigned: first.text(8),
    releaseOfInformation: first.text(9),
    relatedCauses: related.slice(0, 3).filter((cause) => cause !== ""),
    accidentState: related[3] || undefined,
    delayReason: first.text(20),
  };
}

function partiesOf(open: OpenClaim) {
  const { billing, subscriberLevel, patientLevel } = open;
  const subscriber = subscriberLevel?.subscriber;
  const coverage = subscriberLevel?.coverage ?? noCoverage;
  return {
    billingProvider: billing?.provider,
    payToAddress: billing?.payTo,
    coverage: {
      sequence: coverage.sequence,
      groupNumber: coverage.groupNumber,
      groupName: coverage.groupName,
      insuranceType: coverage.insuranceType,
      filingIndicator: coverage.filingIndicator,
      relationship: patientLevel?.relationship ?? coverage.relationship,
      subscriber,
      payer: subscriberLevel?.payer,
    },
    patient: patientLevel === undefined ? subscriber : patientLevel.patient,
    patientRelationship: patientLevel?.relationship,
  };
}

/** The lines whose charge could be read; the others are reported. */
function usableLines(open: OpenClaim, context: SetContext): readonly ClaimServiceLine[] {
  const { lines, lineSegments } = open;
  if (!lines.some(({ chargedCents }) => Number.isNaN(chargedCents))) return lines;
  context.loop = "2400";
  lines.forEach((line, index) => {
    if (!Number.isNaN(line.chargedCents)) return;
    context.report("X12_LINE_UNREADABLE", { segment: lineSegments[index] });
  });
  return lines.filter(({ chargedCents }) => !Number.isNaN(chargedCents));
}

function referenceOf(references: readonly Reference[], qualifier: string): string | undefined {
  return references.find((reference) => reference.qualifier === qualifier)?.id;
}

/** DTP*434 or DTP*472 of the claim, else the span of its lines. */
function serviceDates(open: OpenClaim, lines: readonly ClaimServiceLine[]) {
  const stated = open.dates.find(({ qualifier }) => qualifier === "434" || qualifier === "472");
  if (stated !== undefined) {
    return { serviceFrom: stated.from, serviceThrough: stated.through ?? stated.from };
  }
  let serviceFrom: string | undefined;
  let serviceThrough: string | undefined;
  for (const line of lines) {
    const { serviceFrom: from, serviceThrough: through } = line;
    if (from !== undefined && (serviceFrom === undefined || from < serviceFrom)) serviceFrom = from;
    if (through !== undefined && (serviceThrough === undefined || through > serviceThrough)) {
      serviceThrough = through;
    }
  }
  return { serviceFrom, serviceThrough };
}
