import type { ClaimServiceLine, WritableClaim } from "@headwater/x12";
import type { ClaimPurpose } from "./claim-content.ts";
import { lineItemControlNumberOf } from "./control-number.ts";

/** How a claim is mended: sent again after a rejection, replaced (7), withdrawn (8). */
export type Mending = Exclude<ClaimPurpose, "original">;

/** A claim that may be mended, as far as deciding it needs. */
export type MendableClaim = {
  readonly state: string;
  readonly kind: string;
  readonly filingIndicator: string | undefined;
  readonly frequencyCode: string;
  readonly payerClaimControlNumber: string | undefined;
};

export type MendingRefusal =
  | "claim_not_professional"
  | "claim_not_sent"
  | "claim_overtaken"
  | "claim_not_rejected"
  | "claim_rejected"
  | "payer_number_missing"
  | "payer_takes_no_replacement";

const unsent = new Set(["draft", "held", "ready"]);
const overtaken = new Set(["replaced", "void"]);

/**
 * Whether a claim can be mended so, or why not. A rejected claim was never taken in by the payer: it is
 * sent again, not replaced. One that was taken in is replaced or withdrawn under the payer's number
 * (005010X222A1 2300 CLM05-3, REF*F8). Medicare's Part B contractors take neither and get a new claim
 * after one that could not be processed, else a reopening (CMS 100-04 chapter 34).
 */
export function mendingRefusal(claim: MendableClaim, mending: Mending): MendingRefusal | undefined {
  if (claim.kind !== "professional") return "claim_not_professional";
  if (unsent.has(claim.state)) return "claim_not_sent";
  if (overtaken.has(claim.state)) return "claim_overtaken";
  const isMedicare = claim.filingIndicator === "MB";
  if (mending === "resend") {
    return claim.state === "rejected" || (isMedicare && claim.state === "denied")
      ? undefined
      : "claim_not_rejected";
  }
  if (claim.state === "rejected") return "claim_rejected";
  if (isMedicare) return "payer_takes_no_replacement";
  return claim.payerClaimControlNumber === undefined ? "payer_number_missing" : undefined;
}

const frequencyCodes: Readonly<Record<Mending, string>> = {
  resend: "1",
  replacement: "7",
  void: "8",
};

/**
 * The content of the claim that mends another: a number of its own and line numbers that go with it,
 * the frequency, and the payer's number of the claim that it replaces or withdraws.
 */
export function mendContent(
  content: WritableClaim,
  mended: {
    readonly mending: Mending;
    readonly patientControlNumber: string;
    readonly payerClaimControlNumber: string | undefined;
  },
): WritableClaim {
  const { mending, patientControlNumber } = mended;
  const payerNumber = mending === "resend" ? undefined : mended.payerClaimControlNumber;
  const references = content.references.filter(({ qualifier }) => qualifier !== "F8");
  return {
    ...content,
    patientControlNumber,
    frequencyCode: frequencyCodes[mending],
    references:
      payerNumber === undefined
        ? references
        : [...references, { qualifier: "F8", id: payerNumber }],
    originalPayerClaimControlNumber: payerNumber,
    lines: content.lines.map((line, index) => renumbered(line, index + 1, patientControlNumber)),
  };
}

function renumbered(
  line: ClaimServiceLine,
  position: number,
  patientControlNumber: string,
): ClaimServiceLine {
  const id = lineItemControlNumberOf(patientControlNumber, position);
  const references = line.references.filter(({ qualifier }) => qualifier !== "6R");
  return {
    ...line,
    number: position,
    lineItemControlNumber: id,
    references: [...references, { qualifier: "6R", id }],
  };
}
