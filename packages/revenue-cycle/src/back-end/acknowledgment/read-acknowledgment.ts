import type {
  ClaimAcknowledgment,
  ClaimStatus,
  ImplementationAcknowledgment,
  InterchangeAcknowledgment,
} from "@headwater/x12";
import { controlNumberKey, envelopeNumberKey } from "../../masters/identifier-key.ts";
import type { ClaimAcknowledgmentOutcome } from "./acknowledgment.ts";

/** One IK3 with its IK4s: where in the set something is wrong. Positions and codes. */
export type SegmentErrorDetail = {
  readonly segmentId: string;
  /** Counted from ST = 1. */
  readonly segmentInSet: number | null;
  readonly loop: string | null;
  readonly errorCode: string;
  /** What CTX names, such as the claim's number. */
  readonly contexts: readonly string[];
  readonly elements: readonly { readonly element: number | null; readonly errorCode: string }[];
};

/** One row of `acknowledgments`: what is said of an interchange, a group, a set or a batch. */
export type EnvelopeAnswer = {
  readonly kind: "TA1" | "999" | "997" | "277CA";
  readonly code: string;
  readonly answersInterchange: string | undefined;
  readonly answersGroup: string | undefined;
  /** Undefined: the whole interchange or group. */
  readonly answersSet: string | undefined;
  /** Key of BHT03 of the 837 answered, of a 277CA that refuses all of it. */
  readonly answersBatch?: string | undefined;
  /** NPI of the billing provider whose claims alone are meant. */
  readonly answersProvider?: string | undefined;
  readonly errorCodes: readonly string[];
  readonly details: readonly SegmentErrorDetail[];
  readonly effectiveOn: string | undefined;
  readonly segmentFrom: number;
  readonly segmentTo: number;
};

/** TA1 (X12.5): the answer to one interchange. */
export function interchangeAnswer(acknowledgment: InterchangeAcknowledgment): EnvelopeAnswer {
  const { range, noteCode } = acknowledgment;
  return {
    kind: "TA1",
    code: acknowledgment.code,
    answersInterchange: envelopeNumberKey(acknowledgment.controlNumber),
    answersGroup: undefined,
    answersSet: undefined,
    errorCodes: noteCode === "" || noteCode === "000" ? [] : [noteCode],
    details: [],
    effectiveOn: acknowledgment.interchange.date ?? acknowledgment.date,
    segmentFrom: range.segmentFrom,
    segmentTo: range.segmentTo,
  };
}

/** 999 (005010X231A1) or 997: one answer for the group and one for each set it names. */
export function implementationAnswers(
  acknowledgment: ImplementationAcknowledgment,
): EnvelopeAnswer[] {
  const { header, range } = acknowledgment;
  const group = {
    kind: header.kind === "997" ? ("997" as const) : ("999" as const),
    answersInterchange: undefined,
    answersGroup: envelopeNumberKey(acknowledgment.groupControlNumber),
    effectiveOn: header.group.date ?? header.interchange.date,
  };
  const whole: EnvelopeAnswer = {
    ...group,
    code: acknowledgment.code,
    answersSet: undefined,
    errorCodes: acknowledgment.errorCodes,
    details: [],
    segmentFrom: range.segmentFrom,
    segmentTo: range.segmentTo,
  };
  const sets = acknowledgment.sets.map((set) => ({
    ...group,
    code: set.code,
    answersSet: envelopeNumberKey(set.controlNumber),
    errorCodes: set.errorCodes,
    details: set.errors.map((error) => ({
      segmentId: error.segmentId,
      segmentInSet: error.segmentInSet ?? null,
      loop: error.loop ?? null,
      errorCode: error.errorCode,
      contexts: error.contexts,
      elements: error.elements.map(({ element, errorCode }) => ({
        element: element ?? null,
        errorCode,
      })),
    })),
    segmentFrom: set.range.segmentFrom,
    segmentTo: set.range.segmentTo,
  }));
  return [whole, ...sets];
}

/**
 * The refusal of a whole batch (005010X214 loop 2200B) or of one provider's claims in it (2200C), which
 * names no claims. `batchNumber` is TRN02 of the receiver level: BHT03 of the 837. Undefined when it
 * refuses nothing or says not which batch.
 */
export function batchAnswer(
  acknowledgment: ClaimAcknowledgment,
  outcomeOf: CategoryOutcome,
  { batchNumber, sentOn }: { readonly batchNumber: string; readonly sentOn: string | undefined },
): EnvelopeAnswer | undefined {
  const answersBatch = batchKey(batchNumber);
  const refusal = acknowledgment.statuses
    .flatMap((status) => judge(status, outcomeOf, status.date ?? sentOn))
    .find(({ outcome }) => outcome === "rejected");
  if (refusal === undefined || answersBatch === undefined) return undefined;
  const { level, party, range } = acknowledgment;
  const answersProvider = party?.idQualifier === "XX" ? party.id : undefined;
  if (level === "provider" && answersProvider === undefined) return undefined;
  return {
    kind: "277CA",
    code: "R",
    answersInterchange: undefined,
    answersGroup: undefined,
    answersSet: undefined,
    answersBatch,
    answersProvider: level === "provider" ? answersProvider : undefined,
    errorCodes: [refusal.category, refusal.code, refusal.entity ?? ""].filter(
      (code) => code !== "",
    ),
    details: [],
    effectiveOn: refusal.status.date ?? sentOn,
    segmentFrom: range.segmentFrom,
    segmentTo: range.segmentTo,
  };
}

/** BHT03 as it is compared: letters and digits; undefined for one that tells nothing apart. */
export function batchKey(number: string | undefined): string | undefined {
  const key = controlNumberKey(number ?? "");
  return key === "" || key === "0" ? undefined : key;
}

/** One row of `claim_acknowledgments`. */
export type ClaimAnswer = {
  readonly patientControlNumber: string;
  readonly controlNumberKey: string;
  readonly outcome: ClaimAcknowledgmentOutcome;
  readonly categoryCode: string;
  readonly statusCode: string;
  readonly entityCode: string | undefined;
  readonly message: string | undefined;
  readonly chargedCents: number | undefined;
  readonly payerClaimControlNumber: string | undefined;
  readonly effectiveOn: string | undefined;
  readonly serviceFrom: string | undefined;
  readonly segmentFrom: number;
  readonly segmentTo: number;
};

/** What a category code of STC01-1 comes to, by the reference table in force on a date. */
export type CategoryOutcome = (
  category: string,
  on: string | undefined,
) => ClaimAcknowledgmentOutcome;

/**
 * The claim-level status of a 277CA (005010X214): of several statuses, line statuses included, the
 * one that weighs most; a rejection of any line rejects the claim.
 */
export function claimAnswer(
  acknowledgment: ClaimAcknowledgment,
  outcomeOf: CategoryOutcome,
  sentOn: string | undefined,
): ClaimAnswer | undefined {
  const { traceNumber, range } = acknowledgment;
  if (acknowledgment.level !== "claim" || traceNumber === undefined) return undefined;
  const statuses = [
    ...acknowledgment.statuses,
    ...acknowledgment.lines.flatMap((line) => line.statuses),
  ];
  const judged = statuses.flatMap((status) => judge(status, outcomeOf, status.date ?? sentOn));
  const heaviest = judged.reduce<Judged | undefined>(
    (kept, each) => (kept === undefined || weight(each) > weight(kept) ? each : kept),
    undefined,
  );
  const { serviceFrom, payerClaimControlNumber } = acknowledgment;
  return {
    patientControlNumber: traceNumber,
    controlNumberKey: controlNumberKey(traceNumber),
    outcome: heaviest?.outcome ?? "unknown",
    categoryCode: heaviest?.category ?? "",
    statusCode: heaviest?.code ?? "",
    entityCode: heaviest?.entity,
    message: heaviest?.status.message,
    chargedCents: acknowledgment.statuses.find((status) => status.chargedCents !== undefined)
      ?.chargedCents,
    payerClaimControlNumber,
    effectiveOn: heaviest?.status.date ?? sentOn,
    serviceFrom,
    segmentFrom: range.segmentFrom,
    segmentTo: range.segmentTo,
  };
}

type Judged = {
  readonly status: ClaimStatus;
  readonly outcome: ClaimAcknowledgmentOutcome;
  readonly category: string;
  readonly code: string;
  readonly entity: string | undefined;
};

function judge(status: ClaimStatus, outcomeOf: CategoryOutcome, on: string | undefined): Judged[] {
  return status.codes.map(({ category, status: code, entity }) => ({
    status,
    outcome: outcomeOf(category, on),
    category,
    code,
    entity,
  }));
}

const weights: readonly ClaimAcknowledgmentOutcome[] = [
  "unknown",
  "error",
  "on-the-way",
  "pending",
  "finalized",
  "accepted",
  "rejected",
];

function weight(judged: Judged): number {
  return weights.indexOf(judged.outcome);
}
