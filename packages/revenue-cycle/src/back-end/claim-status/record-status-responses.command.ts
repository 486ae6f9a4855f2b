import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ClaimStatusResponse, ReadEvent, StatusAnswer } from "@headwater/x12";
import { appendEvents } from "../../work/event/event.store.ts";
import { closeWork, raiseWork, renewWork } from "../../work/work-item/work-item.store.ts";
import { answerInquiry, isOpenClaim } from "./claim-status.store.ts";
import { needOf, statusOutcome } from "./late-claim.ts";

export type StatusResponsesInput = {
  readonly transactionSetId: number;
  readonly events: AsyncIterable<readonly ReadEvent[]>;
  /** The practice's business date, for an answer without a date. */
  readonly today: string;
};

/**
 * Records what a 277 set answers: each answer goes to the question whose trace number it gives back. One
 * to a question that is not ours, or is answered already, changes nothing. Returns how many were taken.
 */
export async function recordStatusResponses(
  transaction: PracticeTransaction,
  input: StatusResponsesInput,
): Promise<number> {
  let taken = 0;
  for await (const batch of input.events) {
    for (const event of batch) {
      if (event.type !== "claim-status-response") continue;
      for (const answer of answersOf(event.response)) {
        if (await recordAnswer(transaction, { answer, ...event }, input)) taken += 1;
      }
    }
  }
  return taken;
}

function answersOf({ subscriber }: ClaimStatusResponse): readonly StatusAnswer[] {
  if (subscriber === undefined) return [];
  return [...subscriber.claims, ...subscriber.dependents.flatMap(({ claims }) => claims)];
}

async function recordAnswer(
  transaction: PracticeTransaction,
  { answer, response }: { readonly answer: StatusAnswer; readonly response: ClaimStatusResponse },
  { transactionSetId, today }: StatusResponsesInput,
): Promise<boolean> {
  const [status] = answer.statuses;
  const [code] = status?.codes ?? [];
  if (status === undefined || code === undefined) return false;
  const { segmentFrom, segmentTo } = response.range;
  const found = await answerInquiry(transaction, {
    traceNumber: answer.traceNumber,
    outcome: statusOutcome(code.category),
    answeredOn: status.date ?? today,
    category: code.category,
    status: code.status,
    entity: code.entity,
    paidCents: status.paidCents,
    paidOn: status.paidOn,
    paymentNumber: status.paymentNumber,
    payerClaimControlNumber: answer.references.find(({ qualifier }) => qualifier === "1K")?.id,
    ...{ transactionSetId, segmentFrom, segmentTo },
  });
  if (found === undefined) return false;
  await settleWork(transaction, found.claimId, {
    need: needOf(code.category),
    codes: [code.category, code.status],
    raisedOn: today,
    source: { transactionSetId, segmentFrom, segmentTo },
  });
  await appendEvents(transaction, [
    {
      kind: "claim-status-answered",
      subjectKind: "claim",
      subjectId: found.claimId,
      claimId: found.claimId,
      change: { categoryCode: code.category, statusCode: code.status },
      effectiveOn: status.date ?? today,
      ...{ transactionSetId, segmentFrom, segmentTo },
    },
  ]);
  return true;
}

type Need = {
  readonly need: string | undefined;
  readonly codes: readonly string[];
  readonly raisedOn: string;
  readonly source: { transactionSetId: number; segmentFrom: number; segmentTo: number };
};

/** An answer that a person must act on is work, unless the claim was decided meanwhile. */
async function settleWork(
  transaction: PracticeTransaction,
  claimId: number,
  { need, codes, raisedOn, source }: Need,
): Promise<void> {
  const needKey = `claim-status:${claimId}`;
  const open = need === undefined ? undefined : await isOpenClaim(transaction, claimId);
  if (need === undefined || open === undefined) {
    await closeWork(transaction, "claim-status", [needKey]);
    return;
  }
  await renewWork(transaction, "claim-status", [needKey]);
  await raiseWork(transaction, [
    {
      kind: "claim-status",
      needKey,
      subjectKind: "claim",
      subjectId: claimId,
      whyCode: need,
      why: { codes },
      cents: open.cents,
      raisedOn,
      evidence: [source],
    },
  ]);
}
