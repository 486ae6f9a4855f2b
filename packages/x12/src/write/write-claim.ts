import type { Claim837, ClaimCode, OtherCoverage } from "../claim.ts";
import { claimDetailParts, writeOutcomes } from "../claim-detail-parts.ts";
import type { Reference } from "../transaction.ts";
import { refuseDetails } from "./refuse-details.ts";
import type { ElementValue, SegmentWriter } from "./segment-writer.ts";
import { writeLine } from "./write-line.ts";
import {
  centsText,
  dateText,
  writeAddress,
  writeAdjustments,
  writeContacts,
  writeDemographics,
  writeParty,
  writePeriod,
  writeProvider,
  writeReferences,
} from "./write-parts.ts";

/** What a claim must say to be written; where it stood when read does not matter. */
export type WritableClaim = Omit<Claim837, "range">;

/** Loop 2300 with everything under it, by the guide of `kind`. */
export function writeClaim(
  writer: SegmentWriter,
  claim: WritableClaim,
  kind: Claim837["kind"],
): void {
  if (claim.kind !== kind || (claim.isPredetermination === true && kind !== "837D")) {
    writer.refuse("unsupported", "CLM");
    return;
  }
  writeClaimHeading(writer, claim);
  for (const date of claim.dates) writePeriod(writer, date);
  writeAdmission(writer, claim);
  claimDetailParts.write(writer, claim, "DN1", "DN2");
  for (const { reportType, transmission, controlNumber } of claim.attachments) {
    const qualifier = controlNumber === undefined ? undefined : "AC";
    writer.write("PWK", reportType, transmission, undefined, undefined, qualifier, controlNumber);
  }
  claimDetailParts.write(writer, claim, "CN1");
  for (const { qualifier, cents } of claim.amounts) {
    writer.write("AMT", qualifier, centsText(writer, cents, ["AMT", 2]));
  }
  writeReferences(writer, claimReferences(claim));
  claimDetailParts.write(writer, claim, "K3");
  for (const { qualifier, text } of claim.notes) writer.write("NTE", qualifier, text);
  claimDetailParts.write(writer, claim, "CR1", "CR2", "CRC");
  writeCodes(writer, claim.codes, kind);
  claimDetailParts.write(writer, claim, "HCP");
  refuseDetails(writer, claimDetailParts.heldBy(claim), claimSegments[kind]);
  for (const party of claim.parties) writeProvider(writer, party);
  for (const coverage of claim.otherCoverages) writeOtherCoverage(writer, coverage);
  if (claim.lines.length === 0) writer.refuse("missing", "LX");
  for (const line of claim.lines) writeLine(writer, line, kind);
}

/** Detail segments that the claim loop of each guide has. */
const claimSegments: Record<Claim837["kind"], string> = {
  "837P": "CN1 K3 CR1 CR2 CRC HCP",
  "837I": "CN1 K3 CRC HCP",
  "837D": "DN1 DN2 CN1 K3 HCP",
};

/** The discharge hour and CL1, which only institutional claims have. */
function writeAdmission(writer: SegmentWriter, claim: WritableClaim): void {
  const { dischargeTime, admission, kind } = claim;
  if (dischargeTime !== undefined) writer.write("DTP", "096", "TM", dischargeTime);
  if (admission !== undefined) {
    writer.write("CL1", admission.type, admission.source, admission.patientStatus);
  }
  if (kind === "837I") return;
  if (dischargeTime !== undefined) writer.refuse("unsupported", "DTP");
  if (admission !== undefined) writer.refuse("unsupported", "CL1");
}

function writeClaimHeading(writer: SegmentWriter, claim: WritableClaim): void {
  const { patientControlNumber, relatedCauses, accidentState } = claim;
  if (patientControlNumber === "") writer.refuse("missing", "CLM", 1);
  if (patientControlNumber.length > 38) writer.refuse("too-long", "CLM", 1);
  if (relatedCauses.length > 3) writer.refuse("out-of-range", "CLM", 11);
  const [first, second, third] = relatedCauses;
  const facility = [claim.facilityCode, claim.facilityCodeQualifier, claim.frequencyCode];
  const { patientSignatureSource, accidentCountry, specialProgram } = claim;
  const blank = [undefined, undefined, undefined, undefined, undefined, undefined];
  const predetermination = claim.isPredetermination === true ? "PB" : undefined;
  writer.write(
    "CLM",
    patientControlNumber,
    centsText(writer, claim.chargedCents, ["CLM", 2]),
    undefined,
    undefined,
    facility,
    claim.providerSignatureOnFile,
    claim.assignment,
    claim.benefitsAssigned,
    claim.releaseOfInformation,
    patientSignatureSource,
    [first, second, third, accidentState, accidentCountry],
    specialProgram,
    ...blank,
    predetermination,
    claim.delayReason,
  );
}

/** The references of the claim, completed by the numbers that it also names by themselves. */
function claimReferences(claim: WritableClaim): readonly Reference[] {
  let { references } = claim;
  references = withNumber(references, "9F", claim.referralNumber);
  references = withNumber(references, "G1", claim.priorAuthorization);
  return withNumber(references, "F8", claim.originalPayerClaimControlNumber);
}

function withNumber(
  references: readonly Reference[],
  qualifier: string,
  id: string | undefined,
): readonly Reference[] {
  if (id === undefined || references.some((reference) => reference.qualifier === qualifier)) {
    return references;
  }
  return [...references, { qualifier, id }];
}

/**
 * HI: codes of one kind share a segment, twelve at most. The diagnoses of a professional or dental
 * claim share one, those of an institutional claim stand apart by their qualifiers.
 */
function writeCodes(
  writer: SegmentWriter,
  codes: readonly ClaimCode[],
  kind: Claim837["kind"],
): void {
  let elements: ElementValue[] = [];
  let open = "";
  const flush = () => {
    if (elements.length > 0) writer.write("HI", ...elements);
    elements = [];
  };
  for (const code of codes) {
    const next = kind === "837I" ? code.qualifier : codeKind(code.qualifier);
    if (next !== open || elements.length === 12) flush();
    open = next;
    elements.push(codeParts(writer, code));
  }
  flush();
}

/** Diagnoses, and both procedures of an anesthesia claim (005010X222A1 2300 HI), share a segment. */
function codeKind(qualifier: string): string {
  if (qualifier === "BP" || qualifier === "BO") return "anesthesia";
  return ["ABK", "ABF", "BK", "BF"].includes(qualifier) ? "diagnosis" : qualifier;
}

function codeParts(writer: SegmentWriter, code: ClaimCode): readonly (string | undefined)[] {
  const place = ["HI", 1] as const;
  const from = code.date === undefined ? undefined : dateText(writer, code.date, place);
  const through = code.through === undefined ? undefined : dateText(writer, code.through, place);
  const format = from === undefined ? undefined : through === undefined ? "D8" : "RD8";
  const date = through === undefined ? from : `${from}-${through}`;
  const amount = code.cents === undefined ? undefined : centsText(writer, code.cents, place);
  const presence = code.presentOnAdmission;
  return [
    code.qualifier,
    code.code,
    format,
    date,
    amount,
    undefined,
    undefined,
    undefined,
    presence,
  ];
}

function writeOtherCoverage(writer: SegmentWriter, coverage: OtherCoverage): void {
  writer.write(
    "SBR",
    coverage.sequence,
    coverage.relationship,
    coverage.groupNumber,
    coverage.groupName,
    coverage.insuranceType,
    undefined,
    undefined,
    undefined,
    coverage.filingIndicator,
  );
  writeAdjustments(writer, coverage.adjustments);
  for (const { qualifier, cents } of coverage.amounts) {
    writer.write("AMT", qualifier, centsText(writer, cents, ["AMT", 2]));
  }
  const { benefitsAssigned, releaseOfInformation, patientSignatureSource: source } = coverage;
  if ((benefitsAssigned ?? releaseOfInformation ?? source) !== undefined) {
    const nothing = [undefined, undefined];
    writer.write("OI", ...nothing, benefitsAssigned, source, undefined, releaseOfInformation);
  }
  writeOutcomes(writer, coverage);
  writeOtherParties(writer, coverage);
  for (const provider of coverage.providers ?? []) writeProvider(writer, provider);
}

function writeOtherParties(writer: SegmentWriter, coverage: OtherCoverage): void {
  const { subscriber, payer, adjudicatedOn } = coverage;
  if (subscriber !== undefined) {
    writeParty(writer, subscriber);
    writeAddress(writer, subscriber);
    writeDemographics(writer, subscriber);
    writeReferences(writer, subscriber.references);
    writeContacts(writer, subscriber);
  }
  if (payer === undefined) {
    writer.refuse("missing", "NM1");
    return;
  }
  writeParty(writer, payer);
  writeAddress(writer, payer);
  if (adjudicatedOn !== undefined) {
    writer.write("DTP", "573", "D8", dateText(writer, adjudicatedOn, ["DTP", 3]));
  }
  writeReferences(writer, payer.references);
  writeContacts(writer, payer);
}
