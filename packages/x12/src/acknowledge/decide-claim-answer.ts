import type { ClaimStatus } from "../acknowledgment.ts";
import type { X12Issue } from "../issue.ts";
import type { IssueCode } from "../issue-codes.ts";
import type { Party, Procedure, QualifiedDate, SegmentRange } from "../transaction.ts";
import type { WritableClaimAcknowledgment } from "../write/write-277ca.ts";
import { type ClaimKind, entityOf, placeStatus } from "./place-statuses.ts";
import { placeMessage } from "./status-message.ts";

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
  X12_TELEPHONE: [invalid, "127"],
  X12_SERVICE_UNITS: [invalid, "476"],
  X12_MEDICARE_SERVICE_UNITS: [invalid, "476"],
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
  X12_ATTACHMENT_NUMBER: [missing, "489"],
  X12_SERVICE_DATE_MISSING: [missing, "187"],
  X12_DATE_FUTURE: [invalid, "510"],
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
  X12_AMBULANCE_TRANSPORT: [missing, "337"],
  X12_TOTAL_LINE: [invalid, "455"],
  X12_OTHER_PAYER_UNKNOWN: [contradictory, "286"],
  X12_MEDICARE_SUBSCRIBER: [invalid, "156", "IL"],
};

/** Statuses that do not say by themselves what is wrong: list 508 wants another one beside each. */
const needAnother = new Set(["21", "510", "511"]);

/**
 * The status of an issue in external lists 507 and 508. What has no status of its own is invalid or
 * missing information (A7 or A6 with 21).
 */
export function statusOf(issue: X12Issue, kind: ClaimKind = "837P"): StatusCode {
  const { code, element, snip } = issue;
  const known = statuses[code as IssueCode];
  if (known !== undefined) {
    const [category, status, entity] = known;
    return { category, status, entity: entity ?? entityOf(status, issue, kind) };
  }
  const isMissing = code.endsWith("_MISSING") || (snip === 4 && element === undefined);
  return { category: isMissing ? missing : invalid, status: "21", entity: undefined };
}

/** The same with a second status that names the element, where the first does not. */
export function statusCodesOf(issue: X12Issue, kind: ClaimKind = "837P"): StatusCode[] {
  const first = statusOf(issue, kind);
  if (!needAnother.has(first.status)) return [first];
  const status = placeStatus(issue, kind);
  return [first, { category: first.category, status, entity: entityOf(status, issue, kind) }];
}

/** A claim to be answered; a claim that was read from an 837 is one. */
export type ClaimToAnswer = {
  /** Whose numbers and addresses its loops hold differs; professional where absent. */
  readonly kind?: ClaimKind;
  readonly patientControlNumber: string;
  readonly chargedCents: number;
  readonly range: SegmentRange;
  /** Number of its ST in the file; with it, each error has a status of its own that says where (STC12). */
  readonly setSegment?: number;
  /** The levels that it stands under, where their ranges are known. */
  readonly above?: readonly SegmentRange[];
  readonly billingProvider?: Party | undefined;
  readonly patient?: Party | undefined;
  readonly serviceFrom?: string | undefined;
  readonly serviceThrough?: string | undefined;
  readonly lines?: readonly LineToAnswer[];
};

/** A service line; only one whose range is known is answered on its own. */
export type LineToAnswer = {
  readonly lineItemControlNumber?: string | undefined;
  readonly procedure?: Procedure | undefined;
  readonly chargedCents: number;
  readonly range?: SegmentRange;
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
 * error stands in the claim or above it, else what is wrong with it and with its lines.
 */
export function decideClaimAnswer(
  claim: ClaimToAnswer,
  issues: readonly X12Issue[],
  today: string,
): WritableClaimAcknowledgment {
  const ranges = [claim.range, ...(claim.above ?? [])];
  const errors = issues.filter(
    (issue) => issue.severity === "error" && ranges.some((range) => standsIn(issue, range)),
  );
  const { chargedCents, serviceFrom, serviceThrough, setSegment, kind } = claim;
  const answering = { setSegment, today, kind };
  const acceptance = { ...unpriced, codes: [accepted], date: today, action: "WQ", chargedCents };
  const refusals = statusesOf(ofClaimItself(claim, errors), answering);
  return {
    ...nothing,
    level: "claim",
    traceNumber: claim.patientControlNumber,
    party: named(claim.patient, "QC"),
    statuses:
      errors.length === 0 ? [acceptance] : refusals.map((status) => ({ ...status, chargedCents })),
    dates: datesOf(serviceFrom, serviceThrough),
    serviceFrom,
    serviceThrough,
    lines: (claim.lines ?? []).flatMap((line) => lineAnswer(line, errors, answering) ?? []),
  };
}

/** What is wrong with the claim apart from its lines; with the lines alone, what is wrong with these. */
function ofClaimItself(claim: ClaimToAnswer, errors: readonly X12Issue[]): readonly X12Issue[] {
  if (claim.setSegment === undefined) return errors;
  const ranges = (claim.lines ?? []).flatMap(({ range }) => range ?? []);
  const own = errors.filter((issue) => !ranges.some((range) => standsIn(issue, range)));
  return own.length === 0 ? errors : own;
}

type Answering = {
  readonly setSegment: number | undefined;
  readonly today: string;
  readonly kind: ClaimKind | undefined;
};

/** One status for every error and place; a single one with three codes where places cannot be told. */
function statusesOf(errors: readonly X12Issue[], answering: Answering): ClaimStatus[] {
  const { setSegment, today, kind } = answering;
  const refused = { ...unpriced, date: today, action: "U" };
  if (setSegment === undefined) return [{ ...refused, codes: codesOf(errors, kind) }];
  const byKey = new Map<string, ClaimStatus>();
  for (const issue of errors) {
    const codes = statusCodesOf(issue, kind);
    const message = placeMessage(issue, setSegment);
    byKey.set(`${codes.map(keyOf).join(" ")} ${message}`, { ...refused, codes, message });
  }
  return [...byKey.values()];
}

/** Whether the answer to a claim accepts it. */
export function isAcceptance({ statuses }: Pick<WritableClaimAcknowledgment, "statuses">): boolean {
  return statuses.every(({ action }) => action === "WQ");
}

/** Claims of one transaction set, with who sent it and under which number (BHT03). */
export type ClaimsToAnswer = {
  readonly submitter: Party | undefined;
  readonly referenceId: string;
  readonly claims: readonly ClaimToAnswer[];
};

/**
 * All levels of a 277CA for one transaction set: the receiver of the answer with its totals, then each
 * billing provider followed by its claims. The batch as such is received (A1, 19); what is accepted and
 * what is rejected stands in QTY 90 and AA and AMT YU and YY (005010X214 2200B).
 */
export function decideClaimAcknowledgments(
  { submitter, referenceId, claims }: ClaimsToAnswer,
  issues: readonly X12Issue[],
  today: string,
): WritableClaimAcknowledgment[] {
  const answers = claims.map((claim) => decideClaimAnswer(claim, issues, today));
  const judged = claims.map((claim, at) => ({ claim, answer: answers[at] ?? noAnswer }));
  const receiver = totalOf(judged, today, "90 AA");
  const top = { ...receiver, level: "receiver", traceNumber: referenceId } as const;
  return [{ ...top, party: named(submitter, "41") }, ...byProvider(judged, today)];
}

type JudgedClaim = {
  readonly claim: ClaimToAnswer;
  readonly answer: WritableClaimAcknowledgment;
};

/** Received as such (A1, 19), with the counts and charges of what is accepted and rejected. */
function totalOf(judged: readonly JudgedClaim[], today: string, counts: "90 AA" | "QA QC") {
  const [accepting = "", rejecting = ""] = counts.split(" ");
  const sides = [
    { claims: judged.filter(({ answer }) => isAcceptance(answer)), count: accepting, sum: "YU" },
    { claims: judged.filter(({ answer }) => !isAcceptance(answer)), count: rejecting, sum: "YY" },
  ].filter(({ claims }) => claims.length > 0);
  const chargedCents = chargesOf(judged);
  return {
    ...nothing,
    statuses: [{ ...unpriced, codes: [received], date: today, action: "WQ", chargedCents }],
    quantities: sides.map(({ claims, count }) => ({
      qualifier: count,
      quantity: String(claims.length),
    })),
    amounts: sides.map(({ claims, sum }) => ({ qualifier: sum, cents: chargesOf(claims) })),
  };
}

function chargesOf(judged: readonly JudgedClaim[]): number {
  return judged.reduce((sum, { claim }) => sum + claim.chargedCents, 0);
}

/** Answers below their billing providers, in the order in which the providers first come. */
function byProvider(judged: readonly JudgedClaim[], today: string): WritableClaimAcknowledgment[] {
  const groups = new Map<string, JudgedClaim[]>();
  for (const one of judged) {
    const { idQualifier, id } = one.claim.billingProvider ?? {};
    const key = `${idQualifier} ${id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap((group) => {
    const provider: WritableClaimAcknowledgment = {
      ...totalOf(group, today, "QA QC"),
      level: "provider",
      // What a guide wants where no number of the provider is known (005010X214 2200C TRN02).
      traceNumber: "0",
      party: named(group[0]?.claim.billingProvider, "85"),
    };
    return [provider, ...group.map(({ answer }) => answer)];
  });
}

/** A party by its name and number only, in the role that a 277CA gives it. */
function named(party: Party | undefined, entityCode: string): Party | undefined {
  if (party === undefined) return undefined;
  const absent = undefined;
  return {
    ...party,
    entityCode,
    ...{ address: absent, dateOfBirth: absent, gender: absent, taxonomy: absent },
    ...{ references: [], contacts: [] },
  };
}

function lineAnswer(line: LineToAnswer, errors: readonly X12Issue[], answering: Answering) {
  const { range, procedure, chargedCents, lineItemControlNumber } = line;
  if (range === undefined) return undefined;
  const own = errors.filter((issue) => standsIn(issue, range));
  if (own.length === 0) return undefined;
  const statuses = statusesOf(own, answering);
  return { procedureCode: procedure?.code, chargedCents, lineItemControlNumber, statuses };
}

function datesOf(from: string | undefined, through: string | undefined): QualifiedDate[] {
  if (from === undefined) return [];
  const isRange = through !== undefined && through !== from;
  return [{ qualifier: "472", from, through: isRange ? through : undefined }];
}

const unpriced = { chargedCents: undefined, paidCents: undefined, message: undefined };
const nothing = {
  traceNumber: undefined,
  party: undefined,
  statuses: [],
  payerClaimControlNumber: undefined,
  clearinghouseTraceNumber: undefined,
  references: [],
  dates: [],
  amounts: [],
  serviceFrom: undefined,
  serviceThrough: undefined,
  lines: [],
} as const;
const noAnswer: WritableClaimAcknowledgment = { ...nothing, level: "claim" };
const accepted: StatusCode = { category: "A2", status: "20", entity: undefined };
const received: StatusCode = { category: "A1", status: "19", entity: "PR" };

/** Statuses without repeats; an STC has room for three. */
function codesOf(issues: readonly X12Issue[], kind: ClaimKind | undefined): StatusCode[] {
  const byKey = new Map<string, StatusCode>();
  for (const status of issues.flatMap((issue) => statusCodesOf(issue, kind)))
    byKey.set(keyOf(status), status);
  return [...byKey.values()].slice(0, 3);
}

function keyOf({ category, status, entity }: StatusCode): string {
  return `${category} ${status} ${entity ?? ""}`;
}
