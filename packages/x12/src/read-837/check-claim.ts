import type { Claim837 } from "../claim.ts";
import type { SetContext } from "../set-context.ts";
import type { OpenClaim } from "./open-claim.ts";

/** What a claim needs to be used, and what must agree within it (SNIP 2 and 3). */
export function checkClaim(claim: Claim837, open: OpenClaim, context: SetContext): void {
  checkParts(claim, open, context);
  checkCharges(claim, open, context);
  checkLines(claim, open, context);
}

function checkParts(claim: Claim837, open: OpenClaim, context: SetContext): void {
  const segment = open.first;
  const missing = (id: string) => context.report("X12_LOOP_MISSING", { segment, missing: id });
  if (claim.billingProvider === undefined) missing("NM1");
  if (claim.coverage.sequence === "") {
    context.report("X12_SEGMENT_MISSING", { segment, missing: "SBR" });
  }
  if (claim.coverage.subscriber === undefined) missing("NM1");
  if (claim.patient === undefined && open.patientLevel !== undefined) missing("NM1");
  if (claim.coverage.payer === undefined) missing("NM1");
  if (claim.frequencyCode === "") {
    context.report("X12_ELEMENT_MISSING", { segment, element: 5, component: 3 });
  }
}

/** CLM02 is the sum of the line charges; not judged when a line could not be read. */
function checkCharges(claim: Claim837, open: OpenClaim, context: SetContext): void {
  const segment = open.first;
  if (open.lines.length === 0) {
    context.report("X12_CLAIM_WITHOUT_LINES", { segment });
    return;
  }
  if (claim.lines.length !== open.lines.length) return;
  let sum = 0;
  for (const line of claim.lines) sum += line.chargedCents;
  if (sum !== claim.chargedCents) context.report("X12_CLAIM_CHARGE", { segment, element: 2 });
}

function checkLines(claim: Claim837, open: OpenClaim, context: SetContext): void {
  const needsDate = claim.kind === "837P" && !isDated(claim);
  context.loop = "2400";
  const { lines } = open;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) return;
    const segment = open.lineSegments[index];
    if (line.number !== index + 1) context.report("X12_LINE_NUMBER", { segment, element: 1 });
    if (needsDate && line.serviceFrom === undefined) {
      context.report("X12_SEGMENT_MISSING", { segment, missing: "DTP" });
    }
    for (const pointer of line.diagnosisPointers) {
      if (pointer >= 1 && pointer <= claim.diagnoses.length) continue;
      context.report("X12_DIAGNOSIS_POINTER", { segment });
    }
  }
}

function isDated(claim: Claim837): boolean {
  for (const { qualifier } of claim.dates) if (qualifier === "472") return true;
  return false;
}
