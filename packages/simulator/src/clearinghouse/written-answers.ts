import type {
  Party,
  WritableClaimAcknowledgment,
  WritableClaimAcknowledgments,
  WritableImplementationAcknowledgment,
} from "@headwater/x12";
import { sumOf } from "../cents.ts";
import { dateOf } from "../civil-day.ts";
import { organization, type Practice, personParty } from "../world/practice.ts";

/** What is answered about one claim: accepted, only received, or rejected by category, status, entity. */
export type ClaimAnswer = {
  readonly patientControlNumber: string;
  readonly chargedCents: number;
  readonly servedOn: string;
  readonly patient: { readonly lastName: string; readonly firstName: string };
  readonly memberId: string;
  readonly status: readonly [category: string, status: string, entity?: string];
  readonly isAccepted: boolean;
  readonly payerClaimControlNumber: string | undefined;
};

export type AnswerBatch = {
  readonly practice: Practice;
  readonly submitterId: string;
  /** Who answers: the clearinghouse (AY) or a payer (PR). */
  readonly source: Party;
  readonly day: number;
  readonly reference: string;
  /** BHT03 of the claims answered. */
  readonly batchReference: string;
  readonly claims: readonly ClaimAnswer[];
};

const nothing = {
  payerClaimControlNumber: undefined,
  clearinghouseTraceNumber: undefined,
  references: [],
  dates: [],
  amounts: [],
  serviceFrom: undefined,
  serviceThrough: undefined,
  lines: [],
} as const;

/** A 277CA with its levels: the submitter, the practice, its claims (005010X214). */
export function writtenAcknowledgments(batch: AnswerBatch): WritableClaimAcknowledgments {
  const on = dateOf(batch.day);
  const submitter = organization("41", batch.practice.name, { number: ["46", batch.submitterId] });
  const provider = organization("85", batch.practice.name, { number: ["XX", batch.practice.npi] });
  return {
    referenceId: batch.reference,
    createdOn: on,
    source: batch.source,
    traceNumber: batch.reference,
    receivedOn: on,
    processedOn: on,
    answers: [
      total(batch, { level: "receiver", party: submitter, trace: batch.batchReference }),
      total(batch, { level: "provider", party: provider, trace: "0" }),
      ...batch.claims.map((claim) => answerOf(claim, on)),
    ],
  };
}

function total(
  { claims, day }: AnswerBatch,
  place: {
    readonly level: "receiver" | "provider";
    readonly party: Party;
    readonly trace: string;
  },
): WritableClaimAcknowledgment {
  const codes = place.level === "receiver" ? ["90", "AA"] : ["QA", "QC"];
  const sides = [
    { of: claims.filter(({ isAccepted }) => isAccepted), count: codes[0] ?? "", sum: "YU" },
    { of: claims.filter(({ isAccepted }) => !isAccepted), count: codes[1] ?? "", sum: "YY" },
  ].filter(({ of }) => of.length > 0);
  const charges = (of: readonly ClaimAnswer[]) => sumOf(of, ({ chargedCents }) => chargedCents);
  return {
    ...nothing,
    level: place.level,
    traceNumber: place.trace,
    party: place.party,
    statuses: [
      {
        codes: [{ category: "A1", status: "19", entity: "PR" }],
        date: dateOf(day),
        action: "WQ",
        chargedCents: charges(claims),
        paidCents: undefined,
        message: undefined,
      },
    ],
    quantities: sides.map(({ of, count }) => ({ qualifier: count, quantity: String(of.length) })),
    amounts: sides.map(({ of, sum }) => ({ qualifier: sum, cents: charges(of) })),
  };
}

function answerOf(claim: ClaimAnswer, on: string): WritableClaimAcknowledgment {
  const [category, status, entity] = claim.status;
  const { lastName, firstName } = claim.patient;
  const number = ["MI", claim.memberId] as const;
  return {
    level: "claim",
    traceNumber: claim.patientControlNumber,
    party: personParty({ entityCode: "QC", lastName, firstName, number }),
    statuses: [
      {
        codes: [{ category, status, entity }],
        date: on,
        action: claim.isAccepted ? "WQ" : "U",
        chargedCents: claim.chargedCents,
        paidCents: undefined,
        message: undefined,
      },
    ],
    payerClaimControlNumber: claim.payerClaimControlNumber,
    clearinghouseTraceNumber: undefined,
    references: [],
    dates: [],
    amounts: [],
    serviceFrom: claim.servedOn,
    serviceThrough: claim.servedOn,
    lines: [],
  };
}

/** A 999 that accepts all sets of a group. */
export function acceptedGroup(
  group: string,
  sets: readonly string[],
): WritableImplementationAcknowledgment {
  const version = "005010X222A1";
  return {
    functionalId: "HC",
    groupControlNumber: group,
    version,
    code: "A",
    setsIncluded: sets.length,
    setsReceived: sets.length,
    setsAccepted: sets.length,
    errorCodes: [],
    sets: sets.map((controlNumber) => ({
      setId: "837",
      controlNumber,
      version,
      errors: [],
      code: "A",
      errorCodes: [],
    })),
  };
}
