import type {
  Claim837,
  ClaimCode,
  ClaimServiceLine,
  LineAdjudication,
  OtherCoverage,
} from "../claim.ts";
import type { Reference } from "../transaction.ts";
import type { ElementValue, SegmentWriter } from "./segment-writer.ts";
import {
  centsText,
  dateText,
  decimalText,
  procedureParts,
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

/** Loop 2300 with everything under it. */
export function writeClaim(writer: SegmentWriter, claim: WritableClaim): void {
  if (claim.kind !== "837P" || claim.isPredetermination === true) {
    writer.refuse("unsupported", "CLM");
    return;
  }
  writeClaimHeading(writer, claim);
  for (const date of claim.dates) writePeriod(writer, date);
  for (const { reportType, transmission, controlNumber } of claim.attachments) {
    const qualifier = controlNumber === undefined ? undefined : "AC";
    writer.write("PWK", reportType, transmission, undefined, undefined, qualifier, controlNumber);
  }
  for (const { qualifier, cents } of claim.amounts) {
    writer.write("AMT", qualifier, centsText(writer, cents, ["AMT", 2]));
  }
  writeReferences(writer, claimReferences(claim));
  for (const { qualifier, text } of claim.notes) writer.write("NTE", qualifier, text);
  writeCodes(writer, claim.codes);
  for (const party of claim.parties) writeProvider(writer, party);
  for (const coverage of claim.otherCoverages) writeOtherCoverage(writer, coverage);
  if (claim.lines.length === 0) writer.refuse("missing", "LX");
  for (const line of claim.lines) writeLine(writer, line);
}

function writeClaimHeading(writer: SegmentWriter, claim: WritableClaim): void {
  const { patientControlNumber, relatedCauses, accidentState } = claim;
  if (patientControlNumber === "") writer.refuse("missing", "CLM", 1);
  if (patientControlNumber.length > 38) writer.refuse("too-long", "CLM", 1);
  if (relatedCauses.length > 3) writer.refuse("out-of-range", "CLM", 11);
  const [first, second, third] = relatedCauses;
  const facility = [claim.facilityCode, claim.facilityCodeQualifier, claim.frequencyCode];
  const blank = [undefined, undefined, undefined, undefined, undefined, undefined, undefined];
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
    undefined,
    [first, second, third, accidentState],
    ...blank,
    undefined,
    claim.delayReason,
  );
}

/** The references of the claim, completed by the numbers that it also names by themselves. */
function claimReferences(claim: WritableClaim): readonly Reference[] {
  const named: readonly (readonly [string, string | undefined])[] = [
    ["9F", claim.referralNumber],
    ["G1", claim.priorAuthorization],
    ["F8", claim.originalPayerClaimControlNumber],
  ];
  const references = [...claim.references];
  for (const [qualifier, id] of named) {
    const stated = references.some((reference) => reference.qualifier === qualifier);
    if (id !== undefined && !stated) references.push({ qualifier, id });
  }
  return references;
}

/** HI: codes of one kind share a segment, twelve at most; a principal diagnosis leads its own. */
function writeCodes(writer: SegmentWriter, codes: readonly ClaimCode[]): void {
  let elements: ElementValue[] = [];
  let kind = "";
  const flush = () => {
    if (elements.length > 0) writer.write("HI", ...elements);
    elements = [];
  };
  for (const code of codes) {
    const next = codeKind(code.qualifier);
    if (next !== kind || elements.length === 12) flush();
    kind = next;
    elements.push(codeParts(writer, code));
  }
  flush();
}

function codeKind(qualifier: string): string {
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
  const { benefitsAssigned, releaseOfInformation, remarkCodes } = coverage;
  if (benefitsAssigned !== undefined || releaseOfInformation !== undefined) {
    const nothing = [undefined, undefined];
    writer.write("OI", ...nothing, benefitsAssigned, ...nothing, releaseOfInformation);
  }
  if (remarkCodes.length > 5) writer.refuse("out-of-range", "MOA");
  if (remarkCodes.length > 0) writer.write("MOA", undefined, undefined, ...remarkCodes);
  writeOtherParties(writer, coverage);
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

function writeLine(writer: SegmentWriter, line: ClaimServiceLine): void {
  const { procedure } = line;
  writer.write("LX", String(line.number));
  if (procedure === undefined) writer.refuse("missing", "SV1", 1);
  if (line.revenueCode !== undefined || line.nonCoveredCents !== undefined) {
    writer.refuse("unsupported", "SV2");
  }
  if (line.teeth.length > 0) writer.refuse("unsupported", "TOO");
  if (line.diagnosisPointers.length > 4) writer.refuse("out-of-range", "SV1", 7);
  writer.write(
    "SV1",
    procedure === undefined ? undefined : procedureParts(procedure),
    centsText(writer, line.chargedCents, ["SV1", 2]),
    line.unitOfMeasure,
    decimalText(writer, line.quantity, ["SV1", 4]),
    line.placeOfService,
    undefined,
    line.diagnosisPointers.map(String),
    undefined,
    line.emergency ? "Y" : undefined,
  );
  writeLineDetails(writer, line);
  writeDrug(writer, line);
  for (const party of line.parties) writeProvider(writer, party);
  for (const adjudication of line.adjudications) writeAdjudication(writer, adjudication);
}

function writeLineDetails(writer: SegmentWriter, line: ClaimServiceLine): void {
  const { serviceFrom: from, serviceThrough } = line;
  const stated = line.dates.some(({ qualifier }) => qualifier === "472");
  if (!stated && from !== undefined) {
    const through = serviceThrough === from ? undefined : serviceThrough;
    writePeriod(writer, { qualifier: "472", from, through });
  }
  for (const date of line.dates) writePeriod(writer, date);
  for (const { qualifier, quantity } of line.quantities) {
    writer.write("QTY", qualifier, decimalText(writer, quantity, ["QTY", 2]));
  }
  writeReferences(writer, line.references);
  const numbered = line.references.some(({ qualifier }) => qualifier === "6R");
  if (!numbered && line.lineItemControlNumber !== undefined) {
    writer.write("REF", "6R", line.lineItemControlNumber);
  }
  for (const { qualifier, cents } of line.amounts) {
    writer.write("AMT", qualifier, centsText(writer, cents, ["AMT", 2]));
  }
  for (const { qualifier, text } of line.notes) writer.write("NTE", qualifier, text);
}

function writeDrug(writer: SegmentWriter, line: ClaimServiceLine): void {
  const { drug } = line;
  if (drug === undefined) return;
  writer.write("LIN", undefined, "N4", drug.ndc);
  if (drug.quantity === undefined && drug.unit === undefined) return;
  const quantity = decimalText(writer, drug.quantity, ["CTP", 4]);
  writer.write("CTP", undefined, undefined, undefined, quantity, drug.unit);
}

function writeAdjudication(writer: SegmentWriter, adjudication: LineAdjudication): void {
  const { procedure, adjudicatedOn, remainingPatientLiabilityCents: remaining } = adjudication;
  writer.write(
    "SVD",
    adjudication.payerId,
    centsText(writer, adjudication.paidCents, ["SVD", 2]),
    procedure === undefined ? undefined : procedureParts(procedure),
    undefined,
    decimalText(writer, adjudication.quantity, ["SVD", 5]),
    adjudication.bundledInto,
  );
  writeAdjustments(writer, adjudication.adjustments);
  if (adjudicatedOn !== undefined) {
    writer.write("DTP", "573", "D8", dateText(writer, adjudicatedOn, ["DTP", 3]));
  }
  if (remaining !== undefined) {
    writer.write("AMT", "EAF", centsText(writer, remaining, ["AMT", 2]));
  }
}
