import type { ClaimCode } from "../claim.ts";
import { addAdjustments, addAmount, dateOfPeriod } from "../claim-parts.ts";
import { addReference, addToParty, partyOfName } from "../party.ts";
import type { Segment } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type { OpenClaim, OpenOtherCoverage } from "./open-claim.ts";

/** A segment of loop 2300 itself, CLM excluded. */
export function readClaimSegment(claim: OpenClaim, segment: Segment, context: SetContext): void {
  switch (segment.id) {
    case "DTP":
      readClaimDate(claim, segment, context);
      return;
    case "REF":
      addReference(claim.references, segment);
      return;
    case "AMT":
      addAmount(claim.amounts, segment, context);
      return;
    case "HI":
      readCodes(claim.codes, segment, context);
      return;
    case "NTE":
      claim.notes.push({ qualifier: segment.text(1) ?? "", text: segment.text(2) ?? "" });
      return;
    case "CL1":
      claim.admission = {
        type: segment.text(1),
        source: segment.text(2),
        patientStatus: segment.text(3),
      };
      return;
    case "PWK":
      claim.attachments.push({
        reportType: segment.text(1) ?? "",
        transmission: segment.text(2) ?? "",
        controlNumber: segment.text(6),
      });
      return;
  }
}

function readClaimDate(claim: OpenClaim, segment: Segment, context: SetContext): void {
  if (segment.element(2) === "TM" && segment.element(1) === "096") {
    claim.dischargeTime = segment.text(3);
  }
  const date = dateOfPeriod(segment, context);
  if (date !== undefined) claim.dates.push(date);
}

/** HI: up to twelve composites of qualifier, code, date, amount and presence on admission. */
function readCodes(codes: ClaimCode[], segment: Segment, context: SetContext): void {
  const elements = Math.min(segment.elementCount, 12);
  for (let element = 1; element <= elements; element += 1) {
    const parts = segment.components(element);
    const [qualifier, code, format, date, amount] = parts;
    if (!qualifier || !code) continue;
    const place = { segment, element, component: 4 };
    const [from, through] = datesOfCode(format, date, (text) => context.dateOfText(text, place));
    codes.push({
      qualifier,
      code: code.trimEnd(),
      date: from,
      through,
      cents: amount ? context.centsOfText(amount, { ...place, component: 5 }) : undefined,
      presentOnAdmission: parts[8] || undefined,
    });
  }
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
      addAdjustments(coverage.adjustments, segment, context);
      return;
    case "AMT":
      addAmount(coverage.amounts, segment, context);
      return;
    case "OI":
      coverage.benefitsAssigned = segment.text(3);
      coverage.releaseOfInformation = segment.text(6);
      return;
    case "MOA":
      addRemarks(coverage.remarkCodes, segment, [3, 4, 5, 6, 7]);
      return;
    case "MIA":
      addRemarks(coverage.remarkCodes, segment, [5, 20, 21, 22, 23]);
      return;
  }
}

/** Adds the remark codes of a MIA or MOA segment. */
export function addRemarks(
  remarkCodes: string[],
  segment: Segment,
  elements: readonly number[],
): void {
  for (const element of elements) {
    const code = segment.text(element);
    if (code !== undefined) remarkCodes.push(code);
  }
}

/** Loops 2330A and 2330B. */
export function readOtherParty(
  coverage: OpenOtherCoverage,
  segment: Segment,
  place: { context: SetContext; loop: string },
): void {
  const { context, loop } = place;
  const role = loop === "2330A" ? "subscriber" : "payer";
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

const pointerQualifiers = new Set(["ABK", "ABF", "BK", "BF"]);

/** The diagnoses that lines point to, in pointer order. */
export function diagnosesOf(codes: readonly ClaimCode[]): readonly string[] {
  return codes.filter((code) => pointerQualifiers.has(code.qualifier)).map((code) => code.code);
}
