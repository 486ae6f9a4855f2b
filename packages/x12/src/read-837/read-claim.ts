import type { ClaimCode } from "../claim.ts";
import { claimDetailParts, readOutcome } from "../claim-detail-parts.ts";
import type { PatientFacts } from "../claim-details.ts";
import { dateOfPeriod, withAdjustments, withAmount } from "../claim-parts.ts";
import { noItems, withItem } from "../lists.ts";
import { addToParty, partyOfName, withReference } from "../party.ts";
import type { Segment } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type { Note, OpenClaim, OpenOtherCoverage } from "./open-claim.ts";

/** A segment of loop 2300 itself, CLM excluded. */
export function readClaimSegment(claim: OpenClaim, segment: Segment, context: SetContext): void {
  switch (segment.id) {
    case "DTP":
      readClaimDate(claim, segment, context);
      return;
    case "REF":
      claim.references = withReference(claim.references, segment);
      return;
    case "AMT":
      claim.amounts = withAmount(claim.amounts, segment, context);
      return;
    case "HI":
      claim.codes = withCodes(claim.codes, segment, context);
      return;
    case "NTE":
      claim.notes = withItem(claim.notes, noteOf(segment));
      return;
    case "CL1":
      claim.admission = {
        type: segment.text(1),
        source: segment.text(2),
        patientStatus: segment.text(3),
      };
      return;
    case "PWK":
      claim.attachments = withItem(claim.attachments, {
        reportType: segment.text(1) ?? "",
        transmission: segment.text(2) ?? "",
        controlNumber: segment.text(6),
      });
      return;
    default:
      claim.details ??= {};
      claimDetailParts.read(claim.details, segment, context);
  }
}

function readClaimDate(claim: OpenClaim, segment: Segment, context: SetContext): void {
  if (segment.element(2) === "TM" && segment.element(1) === "096") {
    claim.dischargeTime = segment.text(3);
  }
  const date = dateOfPeriod(segment, context);
  if (date !== undefined) claim.dates = withItem(claim.dates, date);
}

/** NTE: a qualifier and a text. */
export function noteOf(segment: Segment): Note {
  return { qualifier: segment.text(1) ?? "", text: segment.text(2) ?? "" };
}

/** HI: up to twelve composites of qualifier, code, date, amount and presence on admission. */
function withCodes(
  before: readonly ClaimCode[],
  segment: Segment,
  context: SetContext,
): readonly ClaimCode[] {
  let codes = before;
  const elements = Math.min(segment.elementCount, 12);
  for (let element = 1; element <= elements; element += 1) {
    const parts = segment.components(element);
    const [qualifier, code, format, date, amount] = parts;
    if (!qualifier || !code) continue;
    const place = { segment, element, component: 4 };
    const [from, through] = datesOfCode(format, date, (text) => context.dateOfText(text, place));
    codes = withItem(codes, {
      qualifier,
      code: code.trimEnd(),
      date: from,
      through,
      cents: amount ? context.centsOfText(amount, { ...place, component: 5 }) : undefined,
      presentOnAdmission: parts[8] || undefined,
    });
  }
  return codes;
}

function datesOfCode(
  format: string | undefined,
  text: string | undefined,
  read: (text: string) => string | undefined,
): readonly [string | undefined, string | undefined] {
  if (!text || (format !== "D8" && format !== "RD8")) return [undefined, undefined];
  if (format === "D8") return [read(text), undefined];
  const [from = "", through = ""] = text.split("-");
  return [read(from), read(through)];
}

/** A segment of loop 2320 or of the names within it. */
export function readOtherCoverageSegment(
  coverage: OpenOtherCoverage,
  segment: Segment,
  context: SetContext,
): void {
  switch (segment.id) {
    case "CAS":
      coverage.adjustments = withAdjustments(coverage.adjustments, segment, context);
      return;
    case "AMT":
      coverage.amounts = withAmount(coverage.amounts, segment, context);
      return;
    case "OI":
      coverage.benefitsAssigned = segment.text(3);
      coverage.releaseOfInformation = segment.text(6);
      readSignatureSource(coverage, segment);
      return;
    case "MOA":
      coverage.remarkCodes = withRemarks(coverage.remarkCodes, segment, outpatientRemarks);
      readOutcome(coverage, segment, context);
      return;
    case "MIA":
      coverage.remarkCodes = withRemarks(coverage.remarkCodes, segment, inpatientRemarks);
      readOutcome(coverage, segment, context);
      return;
  }
}

function readSignatureSource(coverage: OpenOtherCoverage, segment: Segment): void {
  const source = segment.text(4);
  if (source !== undefined) coverage.patientSignatureSource = source;
}

/** Elements of MOA and of MIA that hold remark codes. */
export const outpatientRemarks: readonly number[] = [3, 4, 5, 6, 7];
export const inpatientRemarks: readonly number[] = [5, 20, 21, 22, 23];

/** The list with the remark codes of a MIA or MOA segment. */
export function withRemarks(
  before: readonly string[],
  segment: Segment,
  elements: readonly number[],
): readonly string[] {
  let remarkCodes = before;
  for (const element of elements) {
    const code = segment.text(element);
    if (code !== undefined) remarkCodes = withItem(remarkCodes, code);
  }
  return remarkCodes;
}

/** Loops 2330A and 2330B. */
export function readOtherParty(
  coverage: OpenOtherCoverage,
  segment: Segment,
  { context, role }: { readonly context: SetContext; readonly role: "subscriber" | "payer" },
): void {
  if (segment.id === "NM1") {
    coverage[role] = partyOfName(segment, context);
    return;
  }
  if (segment.id === "DTP") {
    const date = dateOfPeriod(segment, context);
    if (date?.qualifier === "573") coverage.adjudicatedOn = date.from;
    return;
  }
  const party = coverage[role];
  if (party !== undefined) addToParty(party, segment, context);
}

/** Loops 2330C and after: a provider as the other payer knows it. */
export function readOtherProvider(
  coverage: OpenOtherCoverage,
  segment: Segment,
  context: SetContext,
): void {
  if (segment.id === "NM1") {
    coverage.providers = withItem(coverage.providers ?? noItems(), partyOfName(segment, context));
    return;
  }
  const provider = coverage.providers?.at(-1);
  if (provider !== undefined) addToParty(provider, segment, context);
}

/** PAT04 to PAT09; undefined when they say nothing. */
export function patientFactsOf(segment: Segment, context: SetContext): PatientFacts | undefined {
  if (segment.elementCount < 4) return undefined;
  const facts = {
    student: segment.text(4),
    diedOn: segment.is(5, "D8") ? context.date(segment, 6) : undefined,
    weight: context.quantity(segment, 8),
    isPregnant: segment.is(9, "Y"),
  };
  const says = facts.isPregnant || (facts.student ?? facts.diedOn ?? facts.weight) !== undefined;
  return says ? facts : undefined;
}

/** The diagnoses that lines point to, in pointer order. */
export function diagnosesOf(codes: readonly ClaimCode[]): readonly string[] {
  let diagnoses: readonly string[] = noItems();
  for (const { qualifier, code } of codes) {
    const isPointed =
      qualifier === "ABK" || qualifier === "ABF" || qualifier === "BK" || qualifier === "BF";
    if (isPointed) diagnoses = withItem(diagnoses, code);
  }
  return diagnoses;
}
