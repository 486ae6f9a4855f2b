import type {
  AnsweredStatus,
  ClaimStatusInquiry,
  StatusAnswer,
  StatusQuestion,
  WritableClaimStatusResponse,
} from "@headwater/x12";
import type { Payer } from "../payers/payer.ts";
import { payers } from "../payers/payers.ts";
import type { ClaimLife } from "../run/claim-life.ts";
import type { Run } from "../run/run.ts";
import { organization } from "../world/practice.ts";

/**
 * The answer to a claim status inquiry (005010X212): finalized with its payment, pending, or not found.
 * A claim is found by the practice's number (REF*EJ) or the payer's (REF*1K).
 */
export function answerStatus(
  desks: Iterable<Run>,
  inquiry: ClaimStatusInquiry,
  today: string,
): WritableClaimStatusResponse {
  const runs = [...desks];
  const payer = payers.find(({ id }) => id === inquiry.payer?.id?.trim().toUpperCase());
  const { subscriber, receiver, provider } = inquiry;
  const answer = (question: StatusQuestion) => answerOne(runs, { payer, question, today });
  const name = payer?.name ?? inquiry.payer?.lastNameOrOrganization ?? "UNKNOWN";
  return {
    payer: organization("PR", name, {
      number: ["PI", payer?.id ?? inquiry.payer?.id ?? "UNKNOWN"],
    }),
    receiver: receiver && { ...receiver, traceNumber: undefined, statuses: [] },
    provider: provider && { ...provider, traceNumber: undefined, statuses: [] },
    subscriber: subscriber && {
      ...subscriber,
      claims: subscriber.claims.map(answer),
      dependents: subscriber.dependents.map((dependent) => ({
        ...dependent,
        claims: dependent.claims.map(answer),
      })),
    },
  };
}

function answerOne(
  runs: readonly Run[],
  asked: {
    readonly payer: Payer | undefined;
    readonly question: StatusQuestion;
    readonly today: string;
  },
): StatusAnswer {
  const { payer, question, today } = asked;
  const life = payer && findLife(runs, payer, question);
  const decision = life?.decisions.findLast((one) => one.payer === payer?.key);
  const decided = life?.awaitsAnswer === true ? undefined : decision;
  const number = decided?.payerClaimControlNumber;
  const references = question.references.filter(({ qualifier }) => qualifier === "EJ");
  return {
    traceNumber: question.traceNumber,
    statuses: [statusOf({ life, decided, today, question })],
    references: [...(number === undefined ? [] : [{ qualifier: "1K", id: number }]), ...references],
    dates: question.dates,
    lines: [],
  };
}

function findLife(
  runs: readonly Run[],
  payer: Payer,
  { references }: StatusQuestion,
): ClaimLife | undefined {
  const own = references.find(({ qualifier }) => qualifier === "EJ")?.id;
  const theirs = references.find(({ qualifier }) => qualifier === "1K")?.id;
  for (const { lives } of runs) {
    const byNumber = own === undefined ? undefined : lives.get(own);
    if (byNumber?.sendings.some((one) => one.payer === payer.key)) return byNumber;
    if (theirs === undefined) continue;
    for (const life of lives.values()) {
      if (life.decisions.some((one) => one.payerClaimControlNumber === theirs)) return life;
    }
  }
  return undefined;
}

type Found = {
  readonly life: ClaimLife | undefined;
  readonly decided: ClaimLife["decisions"][number] | undefined;
  readonly today: string;
  readonly question: StatusQuestion;
};

/** STC: D0 and A4 nothing found, P1 in process, F1 paid, F2 denied (external lists 507 and 508). */
function statusOf({ life, decided, today, question }: Found): AnsweredStatus {
  const asked = question.amounts.find(({ qualifier }) => qualifier === "T3")?.cents;
  const charged = life?.claim.chargedCents ?? asked ?? 0;
  const code = (category: string, status: string, paidCents: number): AnsweredStatus => ({
    codes: [{ category, status, entity: undefined }],
    date: today,
    action: undefined,
    chargedCents: charged,
    paidCents,
    message: undefined,
    adjudicatedOn: undefined,
    paidOn: undefined,
    paymentNumber: undefined,
  });
  if (life === undefined) return code("A4", "35", 0);
  if (decided === undefined) return code("P1", "20", 0);
  const { paid, on, trace } = decided;
  if (paid <= 0) return { ...code(isDenied(decided) ? "F2" : "F1", "65", 0), adjudicatedOn: on };
  return { ...code("F1", "65", paid), adjudicatedOn: on, paidOn: on, paymentNumber: trace };
}

function isDenied({ refusals, patient }: NonNullable<Found["decided"]>): boolean {
  return refusals.length > 0 && patient === 0;
}
