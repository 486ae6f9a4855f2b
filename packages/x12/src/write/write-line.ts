import type { Claim837, ClaimServiceLine, LineAdjudication } from "../claim.ts";
import { lineDetailParts } from "../claim-detail-parts.ts";
import { refuseDetails } from "./refuse-details.ts";
import type { SegmentWriter } from "./segment-writer.ts";
import {
  centsText,
  dateText,
  decimalText,
  procedureParts,
  writeAdjustments,
  writePeriod,
  writeProvider,
  writeReferences,
} from "./write-parts.ts";

/** Loop 2400 with everything under it, by the guide of `kind`. */
export function writeLine(
  writer: SegmentWriter,
  line: ClaimServiceLine,
  kind: Claim837["kind"],
): void {
  writer.write("LX", String(line.number));
  if (kind === "837I") writeInstitutionalService(writer, line);
  else if (kind === "837P") writeProfessionalService(writer, line);
  else writeDentalService(writer, line);
  if (kind !== "837I" && (line.revenueCode ?? line.nonCoveredCents) !== undefined) {
    writer.refuse("unsupported", "SV2");
  }
  const hasIndicator = line.isScreening ?? line.isFamilyPlanning ?? line.isCopayExempt;
  if (kind !== "837P" && hasIndicator !== undefined) writer.refuse("unsupported", "SV1");
  if (kind !== "837D") {
    if (line.teeth.length > 0) writer.refuse("unsupported", "TOO");
    if ((line.oralCavity ?? line.prosthesis) !== undefined) writer.refuse("unsupported", "SV3");
  }
  lineDetailParts.write(writer, line, ...servicePart);
  writeLineDetails(writer, line);
  writeDrug(writer, line);
  for (const party of line.parties) writeProvider(writer, party);
  for (const adjudication of line.adjudications) writeAdjudication(writer, adjudication);
  lineDetailParts.write(writer, line, "LQ");
  refuseDetails(writer, lineDetailParts.heldBy(line), lineSegments[kind]);
}

/** Detail segments between the service and its dates, in the order of the guide. */
const servicePart = ["SV5", "PWK", "CR1", "CR3", "CRC"];

/** Detail segments that the line loop of each guide has. */
const lineSegments: Record<Claim837["kind"], string> = {
  "837P": "SV5 PWK CR1 CR3 CRC MEA CN1 K3 PS1 HCP LQ",
  "837I": "PWK HCP",
  "837D": "CN1 K3 HCP",
};

function writeProfessionalService(writer: SegmentWriter, line: ClaimServiceLine): void {
  const { procedure } = line;
  if (procedure === undefined) writer.refuse("missing", "SV1", 1);
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
    undefined,
    line.isScreening === true ? "Y" : undefined,
    line.isFamilyPlanning === true ? "Y" : undefined,
    ...[undefined, undefined],
    line.isCopayExempt === true ? "0" : undefined,
  );
}

function writeInstitutionalService(writer: SegmentWriter, line: ClaimServiceLine): void {
  const { procedure, nonCoveredCents } = line;
  if (line.revenueCode === undefined) writer.refuse("missing", "SV2", 1);
  if (line.placeOfService !== undefined || line.diagnosisPointers.length > 0 || line.emergency) {
    writer.refuse("unsupported", "SV1");
  }
  writer.write(
    "SV2",
    line.revenueCode,
    procedure === undefined ? undefined : procedureParts(procedure),
    centsText(writer, line.chargedCents, ["SV2", 3]),
    line.unitOfMeasure,
    decimalText(writer, line.quantity, ["SV2", 5]),
    undefined,
    nonCoveredCents === undefined ? undefined : centsText(writer, nonCoveredCents, ["SV2", 7]),
  );
}

function writeDentalService(writer: SegmentWriter, line: ClaimServiceLine): void {
  const { procedure, oralCavity = [] } = line;
  if (procedure === undefined) writer.refuse("missing", "SV3", 1);
  if (oralCavity.length > 5) writer.refuse("out-of-range", "SV3", 4);
  if (line.diagnosisPointers.length > 4) writer.refuse("out-of-range", "SV3", 11);
  if (line.unitOfMeasure !== undefined || line.emergency) writer.refuse("unsupported", "SV1");
  writer.write(
    "SV3",
    procedure === undefined ? undefined : procedureParts(procedure),
    centsText(writer, line.chargedCents, ["SV3", 2]),
    line.placeOfService,
    oralCavity,
    line.prosthesis,
    decimalText(writer, line.quantity, ["SV3", 6]),
    ...[undefined, undefined, undefined, undefined],
    line.diagnosisPointers.map(String),
  );
  for (const { tooth, surfaces } of line.teeth) {
    if (surfaces.length > 5) writer.refuse("out-of-range", "TOO", 3);
    writer.write("TOO", "JP", tooth, surfaces);
  }
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
  lineDetailParts.write(writer, line, "MEA");
  lineDetailParts.write(writer, line, "CN1");
  writeReferences(writer, line.references);
  const numbered = line.references.some(({ qualifier }) => qualifier === "6R");
  if (!numbered && line.lineItemControlNumber !== undefined) {
    writer.write("REF", "6R", line.lineItemControlNumber);
  }
  for (const { qualifier, cents } of line.amounts) {
    writer.write("AMT", qualifier, centsText(writer, cents, ["AMT", 2]));
  }
  lineDetailParts.write(writer, line, "K3");
  for (const { qualifier, text } of line.notes) writer.write("NTE", qualifier, text);
  lineDetailParts.write(writer, line, "PS1", "HCP");
}

function writeDrug(writer: SegmentWriter, line: ClaimServiceLine): void {
  const { drug } = line;
  if (drug === undefined) return;
  const { quantity, unit, prescription, qualifier = "N4" } = drug;
  writer.write("LIN", undefined, qualifier, drug.ndc);
  if ((quantity ?? unit) !== undefined) {
    const text = decimalText(writer, quantity, ["CTP", 4]);
    writer.write("CTP", undefined, undefined, undefined, text, unit);
  }
  if (prescription !== undefined) writeReferences(writer, [prescription]);
}

function writeAdjudication(writer: SegmentWriter, adjudication: LineAdjudication): void {
  const { procedure, adjudicatedOn, remainingPatientLiabilityCents: remaining } = adjudication;
  writer.write(
    "SVD",
    adjudication.payerId,
    centsText(writer, adjudication.paidCents, ["SVD", 2]),
    procedure === undefined ? undefined : procedureParts(procedure),
    adjudication.revenueCode,
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
