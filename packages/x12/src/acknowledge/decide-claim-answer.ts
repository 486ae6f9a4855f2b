import type { ClaimStatus } from "../acknowledgment.ts";
import type { X12Issue } from "../issue.ts";
import type { IssueCode } from "../issue-codes.ts";
import type { SegmentRange } from "../transaction.ts";
import type { DecidedClaimAnswer } from "./decided.ts";

type StatusCode = ClaimStatus["codes"][number];

const missing = "A6";
const invalid = "A7";
const contradictory = "A8";

/** Category, status and entity of an issue: what a clearinghouse sends for it. */
const statuses: Partial<Record<IssueCode, readonly [string, string, string?]>> = {
  X12_CLAIM_CHARGE: [contradictory, "400"],
  X12_CLAIM_NUMBER_REUSED: [invalid, "746"],
  X12_SUBSCRIBER_NOT_PATIENT: [missing, "156", "IL"],
  X12_PATIENT_LEVEL_UNEXPECTED: [contradictory, "156", "IL"],
  X12_SUBSCRIBER_ADDRESS: [missing, "126", "IL"],
  X12_SUBSCRIBER_BIRTH: [missing, "158", "IL"],
  X12_MEMBER_ID: [missing, "164", "IL"],
  X12_MEDICARE_ID: [invalid, "164", "IL"],
  X12_ADDRESS_STATE: [missing, "501"],
  X12_STATE: [invalid, "501"],
  X12_ADDRESS_POSTAL_CODE: [missing, "500"],
  X12_POSTAL_CODE: [invalid, "500"],
  X12_POSTAL_CODE_NINE: [invalid, "500", "85"],
  X12_BILLING_STREET: [invalid, "503", "85"],
  X12_BILLING_NPI: [missing, "562", "85"],
  X12_MEDICARE_BILLING_NPI: [missing, "562", "85"],
  X12_PROVIDER_ID: [invalid, "562"],
  X12_TAXONOMY: [invalid, "145"],
  X12_TAX_ID: [invalid, "128", "85"],
  X12_ATTENDING_PROVIDER: [missing, "125", "71"],
  X12_OPERATING_PROVIDER: [missing, "125", "72"],
  X12_ORIGINAL_CLAIM_NUMBER: [missing, "464"],
  X12_CLAIM_FREQUENCY: [invalid, "535"],
  X12_MEDICARE_FREQUENCY: [invalid, "535"],
  X12_ACCIDENT_DATE: [missing, "727"],
  X12_ACCIDENT_STATE: [missing, "728"],
  X12_ADMISSION_DATE: [missing, "189"],
  X12_ADMISSION: [missing, "189"],
  X12_ADMISSION_TYPE: [missing, "231"],
  X12_ADMITTING_DIAGNOSIS: [missing, "232"],
  X12_ATTACHMENT_NUMBER: [missing, "297"],
  X12_SERVICE_DATE_MISSING: [missing, "187"],
  X12_DATE_FUTURE: [invalid, "187"],
  X12_SERVICE_BEFORE_BIRTH: [contradictory, "187"],
  X12_DIAGNOSIS_CODE: [invalid, "255"],
  X12_DIAGNOSIS_REVISION: [invalid, "255"],
  X12_DIAGNOSIS_MIXED: [contradictory, "255"],
  X12_DIAGNOSIS_EXTERNAL_CAUSE: [invalid, "254"],
  X12_DIAGNOSIS_POINTER: [invalid, "477"],
  X12_PROCEDURE_CODE: [invalid, "454"],
  X12_MODIFIER: [invalid, "453"],
  X12_REVENUE_CODE: [invalid, "455"],
  X12_TYPE_OF_BILL: [invalid, "228"],
  X12_PLACE_OF_SERVICE: [invalid, "249"],
  X12_DRUG_CODE: [invalid, "218"],
  X12_MEDICAID_DRUG: [missing, "218"],
  X12_OTHER_COVERAGE_MISSING: [missing, "286"],
  X12_ADJUDICATION_DATE: [missing, "516"],
  X12_OTHER_PAYER_CLAIM_BALANCE: [contradictory, "672"],
  X12_OTHER_PAYER_LINE_BALANCE: [contradictory, "672"],
  X12_OTHER_PAYER_TOTAL: [contradictory, "672"],
  X12_CHARACTER: [invalid, "511"],
  X12_MEDICARE_SUBSCRIBER: [invalid, "156", "IL"],
};

/**
 * The status of an issue in external lists 507 and 508. What has no status of its own is invalid or
 * missing information (A7 or A6 with 21).
 */
export function statusOf({ code, element, snip }: X12Issue): StatusCode {
  const known = statuses[code as IssueCode];
  if (known !== undefined) {
    const [category, status, entity] = known;
    return { category, status, entity };
  }
  const isMissing = code.endsWith("_MISSING") || (snip === 4 && element === undefined);
  return { category: isMissing ? missing : invalid, status: "21", entity: undefined };
}

/** A claim to be answered, and the issues of its set. */
export type ClaimToAnswer = {
  readonly patientControlNumber: string;
  readonly chargedCents: number | undefined;
  readonly range: SegmentRange;
  /** The levels that it stands under: billing provider, subscriber, patient. */
  readonly above?: readonly SegmentRange[];
  readonly lines?: readonly {
    readonly lineItemControlNumber: string;
    readonly range: SegmentRange;
  }[];
};

/** Whether an issue stands within a range of segments. */
export function standsIn(
  { position }: X12Issue,
  { segmentFrom, segmentTo }: SegmentRange,
): boolean {
  return position !== undefined && segmentFrom <= position.segment && position.segment <= segmentTo;
}

/**
 * What a 277CA says about one claim (005010X214 2200D): accepted into adjudication (A2, 20) when no
 * error stands in the claim, else what is wrong with it and with its lines.
 */
export function decideClaimAnswer(
  claim: ClaimToAnswer,
  issues: readonly X12Issue[],
  today: string,
): DecidedClaimAnswer {
  const ranges = [claim.range, ...(claim.above ?? [])];
  const errors = issues.filter(
    (issue) => issue.severity === "error" && ranges.some((range) => standsIn(issue, range)),
  );
  const lines = (claim.lines ?? []).flatMap(({ lineItemControlNumber, range }) => {
    const codes = codesOf(errors.filter((issue) => standsIn(issue, range)));
    if (codes.length === 0) return [];
    return [{ lineItemControlNumber, status: { ...unpriced, codes, date: today, action: "U" } }];
  });
  const isAccepted = errors.length === 0;
  const codes = isAccepted ? [accepted] : codesOf(errors);
  const action = isAccepted ? "WQ" : "U";
  const status = { ...unpriced, codes, date: today, action, chargedCents: claim.chargedCents };
  return { patientControlNumber: claim.patientControlNumber, isAccepted, status, lines };
}

const unpriced = { chargedCents: undefined, paidCents: undefined, message: undefined };
const accepted: StatusCode = { category: "A2", status: "20", entity: undefined };

/** Statuses without repeats; an STC has room for three. */
function codesOf(issues: readonly X12Issue[]): StatusCode[] {
  const byKey = new Map<string, StatusCode>();
  for (const issue of issues) {
    const status = statusOf(issue);
    byKey.set(`${status.category} ${status.status} ${status.entity ?? ""}`, status);
  }
  return [...byKey.values()].slice(0, 3);
}
