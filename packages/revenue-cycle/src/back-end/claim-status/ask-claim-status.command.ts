import { putDocument } from "@headwater/platform/documents/postgres-document-store.ts";
import { enqueueJob } from "@headwater/platform/jobs/enqueue-job.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type WritableClaim, write276 } from "@headwater/x12";
import { contentOfClaim } from "../../mid-cycle/claim/content-of-claim.query.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { inPractice, type ReadingContext } from "../file/reading-context.command.ts";
import { buildStatusInquiry, type StatusInquiryFault } from "./build-status-inquiry.ts";
import {
  findAskedClaim,
  insertInquiry,
  payerHabits,
  type StatusReason,
  waitingClaims,
} from "./claim-status.store.ts";
import { lateDays } from "./late-claim.ts";

/** The task that hands a question about a claim to whoever answers for its payer. */
export const askClaimStatusTask = "ask-claim-status";

export type AskStatusResult =
  | { readonly is: "asked"; readonly inquiryId: number; readonly traceNumber: string }
  | { readonly is: "refused"; readonly code: "not_found" | "claim_content_missing" }
  | { readonly is: "incomplete"; readonly faults: readonly StatusInquiryFault[] };

export type StatusQuestion = {
  readonly claimId: number;
  readonly reason: StatusReason;
  readonly waitedDays?: number;
  readonly habitDays?: number;
};

/**
 * Writes a 276 about a claim that was sent and asks for it to be handed over, in the transaction that
 * keeps it. Nobody waits for the answer: it stands on the claim's timeline once it came.
 */
export async function askClaimStatus(
  context: ReadingContext,
  question: StatusQuestion,
): Promise<AskStatusResult> {
  const { database, random, practice, actor } = context;
  const reading = {
    ...{ database, random, practice },
    actor: { name: actor },
    inPractice: <Result>(work: (transaction: PracticeTransaction) => Promise<Result>) =>
      inPractice(context, work),
  };
  const claim = await contentOfClaim(reading, question.claimId);
  if (claim === undefined) return { is: "refused", code: "claim_content_missing" };
  return inPractice(context, (transaction) => ask(transaction, { context, claim, question }));
}

type Asking = {
  readonly context: ReadingContext;
  readonly claim: WritableClaim;
  readonly question: StatusQuestion;
};

async function ask(
  transaction: PracticeTransaction,
  { context, claim, question }: Asking,
): Promise<AskStatusResult> {
  const { today } = context;
  const asked = await findAskedClaim(transaction, question.claimId);
  if (asked === undefined) return { is: "refused", code: "not_found" };
  const [inquiryId = 0] = await transaction.reserveIds("claim_status_inquiries", "inquiry_id", 1);
  const traceNumber = `S${inquiryId}`;
  const sender = asked.submitterIdentifier ?? claim.billingProvider?.id ?? "";
  const built = buildStatusInquiry(claim, {
    traceNumber,
    payer: { name: asked.payer, identifier: asked.identifier ?? undefined },
    submitterIdentifier: sender,
    payerClaimControlNumber: asked.payerClaimControlNumber ?? undefined,
    createdOn: today,
    time: asked.time,
  });
  if (built.is === "refused") return { is: "incomplete", faults: built.faults };
  const control = (inquiryId % 999_999_999) + 1;
  const written = write276(built.batch, [built.inquiry], {
    senderQualifier: "ZZ",
    senderId: sender.slice(0, 15),
    receiverQualifier: "ZZ",
    receiverId: (asked.identifier ?? "").slice(0, 15),
    date: today,
    time: asked.time,
    interchangeControlNumber: control,
    groupControlNumber: control,
    setControlNumber: 1,
    isTest: false,
  });
  if (!written.ok) return { is: "incomplete", faults: ["PATIENT_INCOMPLETE"] };
  const documentId = await keepText(transaction, { context, text: written.text, traceNumber });
  const { claimId, reason, waitedDays, habitDays } = question;
  const { payerId } = asked;
  const inquiry = { inquiryId, claimId, payerId, traceNumber, reason, waitedDays, habitDays };
  await insertInquiry(transaction, { ...inquiry, documentId, askedOn: today });
  await appendEvents(transaction, [
    {
      kind: "claim-status-asked",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: { traceNumber, reason, waitedDays: waitedDays ?? 0, habitDays: habitDays ?? 0 },
      effectiveOn: today,
    },
  ]);
  const { practiceId } = transaction;
  await enqueueJob(transaction, {
    task: askClaimStatusTask,
    payload: { practiceId, inquiryId },
    jobKey: `${askClaimStatusTask}:${practiceId}:${inquiryId}`,
    maxAttempts: 8,
  });
  return { is: "asked", inquiryId, traceNumber };
}

async function keepText(
  transaction: PracticeTransaction,
  {
    context,
    text,
    traceNumber,
  }: { readonly context: ReadingContext; readonly text: string; readonly traceNumber: string },
): Promise<number> {
  async function* source() {
    yield Buffer.from(text, "latin1");
  }
  const put = await putDocument(transaction, source(), {
    name: `claim-status-${traceNumber}.276`,
    mediaType: "application/edi-x12",
    random: context.random,
  });
  if (put.kind === "refused") throw new TypeError("a question without a limit was refused");
  return put.document.documentId;
}

/** Claims asked about in one pass. */
const mostAsked = 100;

/**
 * Asks about the claims with which their payer is later than it was with nine of ten claims of the last
 * year. Returns how many were asked about; a claim that lacks what a payer searches by is left out.
 */
export async function askLateClaims(context: ReadingContext): Promise<number> {
  const { today } = context;
  const { claims, habits } = await inPractice(context, async (transaction) => ({
    claims: await waitingClaims(transaction),
    habits: await payerHabits(transaction, today),
  }));
  let asked = 0;
  for (const { claimId, payerId, submittedOn, askedOn } of claims) {
    const habit = habits.get(payerId);
    const waitedDays = lateDays(habit, { submittedOn, today, askedOn: askedOn ?? undefined });
    if (habit === undefined || waitedDays === undefined) continue;
    const question = { claimId, reason: "later-than-habit", waitedDays } as const;
    const result = await askClaimStatus(context, { ...question, habitDays: habit.days });
    if (result.is === "asked") asked += 1;
    if (asked === mostAsked) break;
  }
  return asked;
}
