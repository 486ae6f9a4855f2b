import { sql } from "@headwater/platform/database/sql.ts";
import { putDocument } from "@headwater/platform/documents/postgres-document-store.ts";
import { enqueueJob } from "@headwater/platform/jobs/enqueue-job.ts";
import type { RandomSource } from "@headwater/platform/random/random.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { write278 } from "@headwater/x12";
import { appendEvents } from "../../work/event/event.store.ts";
import { type AskedCoverage, askedPerson, loadAskedCoverage } from "../asked-coverage.query.ts";
import type { AuthorizationAnswer } from "./authorization-answers.ts";
import {
  findLastQuestion,
  insertQuestion,
  type LastQuestion,
} from "./authorization-question.store.ts";
import {
  buildReview,
  type ReviewFacts,
  type ReviewFault,
  type ReviewKind,
  type ReviewProvider,
} from "./build-review.ts";
import { findAuthorization } from "./list-authorizations.query.ts";

/** The task that hands a question about an authorization to whoever answers for its payer. */
export const askAuthorizationTask = "ask-authorization";

export type AskAuthorizationResult =
  | { readonly is: "asked"; readonly questionId: number; readonly traceNumber: string }
  | {
      readonly is: "refused";
      readonly code: "not_found" | "authorization_decided" | "authorization_question_waiting";
    }
  | { readonly is: "incomplete"; readonly faults: readonly ReviewFault[] };

export type AuthorizationQuestion = {
  readonly authorizationId: number;
  readonly today: string;
  readonly random: RandomSource;
  /** Undefined: as was asked before, else as many as the authorization states. */
  readonly units?: number | undefined;
  readonly isUrgent?: boolean | undefined;
};

/**
 * Writes a 278 about an authorization and asks for it to be handed over, in the transaction that keeps it:
 * a request for consent, or, where the payer pended one, what became of it. Nobody waits for the answer.
 * What the payer decided is not asked again, nor what waits for an answer since today.
 */
export async function askAuthorization(
  transaction: PracticeTransaction,
  question: AuthorizationQuestion,
): Promise<AskAuthorizationResult> {
  const { authorizationId, today } = question;
  const known = await findAuthorization(transaction, authorizationId);
  if (known === undefined) return { is: "refused", code: "not_found" };
  if (known.state !== "requested" && known.state !== "pended") {
    return { is: "refused", code: "authorization_decided" };
  }
  const last = await findLastQuestion(transaction, authorizationId);
  if (last?.outcome === "waiting" && last.askedOn === today) {
    return { is: "refused", code: "authorization_question_waiting" };
  }
  const coverage = await loadAskedCoverage(transaction, known.coverageId);
  if (coverage === undefined) return { is: "refused", code: "not_found" };
  const [questionId = 0] = await transaction.reserveIds(
    "authorization_questions",
    "question_id",
    1,
  );
  const renderer = await rendererOf(transaction, known.providerId);
  const facts = factsOf({ known, last, coverage, renderer, questionId }, question);
  const built = buildReview(facts);
  if (built.is === "refused") return { is: "incomplete", faults: built.faults };
  const control = (questionId % 999_999_999) + 1;
  const written = write278(built.batch, [built.review], {
    senderQualifier: "ZZ",
    senderId: (coverage.submitterIdentifier ?? coverage.receiver?.npi ?? "").slice(0, 15),
    receiverQualifier: "ZZ",
    receiverId: (coverage.payerIdentifier ?? "").slice(0, 15),
    date: today,
    time: coverage.time,
    interchangeControlNumber: control,
    groupControlNumber: control,
    setControlNumber: 1,
    isTest: false,
  });
  if (!written.ok) return { is: "incomplete", faults: ["NAME_MISSING"] };
  const { traceNumber } = facts;
  const documentId = await keepText(transaction, { text: written.text, traceNumber }, question);
  const { kind, isUrgent, units, serviceFrom, serviceTo } = facts;
  const inserted = { questionId, authorizationId, payerId: known.payerId, traceNumber, kind };
  const asked = { isUrgent, units, serviceFrom, serviceTo, documentId, askedOn: today };
  await insertQuestion(transaction, { ...inserted, ...asked });
  await noteAsked(transaction, { authorizationId, traceNumber, kind, today, questionId });
  return { is: "asked", questionId, traceNumber };
}

type Known = {
  readonly known: AuthorizationAnswer;
  readonly last: LastQuestion | undefined;
  readonly coverage: AskedCoverage;
  readonly renderer: ReviewProvider | undefined;
  readonly questionId: number;
};

function factsOf(
  { known, last, coverage, renderer, questionId }: Known,
  { today, units, isUrgent }: AuthorizationQuestion,
): ReviewFacts {
  const kind: ReviewKind = known.state === "pended" ? "verification" : "request";
  const from = known.effectiveFrom ?? last?.serviceFrom ?? today;
  return {
    traceNumber: `A${questionId}`,
    kind,
    payer: { name: coverage.payer, identifier: coverage.payerIdentifier ?? undefined },
    requester: coverage.receiver ?? undefined,
    renderer,
    patient: askedPerson(coverage.patient),
    subscriber: coverage.relationship === "18" ? undefined : askedPerson(coverage.subscriber),
    memberId: coverage.memberId,
    relationship: coverage.relationship,
    asked: known,
    units: (units ?? last?.askedUnits ?? known.approvedUnits) || undefined,
    isUrgent: isUrgent ?? last?.isUrgent ?? false,
    serviceFrom: from,
    serviceTo: known.effectiveTo ?? last?.serviceTo ?? undefined,
    payerReference: kind === "verification" ? (last?.payerReference ?? undefined) : undefined,
    createdOn: today,
    time: coverage.time,
  };
}

async function rendererOf(
  transaction: PracticeTransaction,
  providerId: number | null,
): Promise<ReviewProvider | undefined> {
  if (providerId === null) return undefined;
  return transaction.maybeOne<ReviewProvider>(sql`
    select npi, coalesce(name, npi) as name, is_organization as "isOrganization" from providers
    where practice_id = ${transaction.practiceId} and provider_id = ${providerId}`);
}

async function keepText(
  transaction: PracticeTransaction,
  { text, traceNumber }: { readonly text: string; readonly traceNumber: string },
  { random }: AuthorizationQuestion,
): Promise<number> {
  async function* source() {
    yield Buffer.from(text, "latin1");
  }
  const put = await putDocument(transaction, source(), {
    name: `authorization-${traceNumber}.278`,
    mediaType: "application/edi-x12",
    random,
  });
  if (put.kind === "refused") throw new TypeError("a question without a limit was refused");
  return put.document.documentId;
}

async function noteAsked(
  transaction: PracticeTransaction,
  asked: {
    readonly authorizationId: number;
    readonly questionId: number;
    readonly traceNumber: string;
    readonly kind: ReviewKind;
    readonly today: string;
  },
): Promise<void> {
  const { authorizationId, questionId, traceNumber, kind, today } = asked;
  const { practiceId } = transaction;
  await transaction.execute(sql`
    update authorizations set requested_on = ${today}, revision = revision + 1
    where practice_id = ${practiceId} and authorization_id = ${authorizationId}
      and requested_on is null`);
  await appendEvents(transaction, [
    {
      kind: "authorization-asked",
      subjectKind: "authorization",
      subjectId: authorizationId,
      change: { traceNumber, kind },
      effectiveOn: today,
    },
  ]);
  await enqueueJob(transaction, {
    task: askAuthorizationTask,
    payload: { practiceId, questionId },
    jobKey: `${askAuthorizationTask}:${practiceId}:${questionId}`,
    maxAttempts: 8,
  });
}
