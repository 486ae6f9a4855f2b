import { sql } from "@headwater/platform/database/sql.ts";
import { putDocument } from "@headwater/platform/documents/postgres-document-store.ts";
import type { RandomSource } from "@headwater/platform/random/random.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { write270 } from "@headwater/x12";
import { appendEvents } from "../../work/event/event.store.ts";
import { type AskedCoverage, askedPerson, loadAskedCoverage } from "../asked-coverage.query.ts";
import { buildInquiry, type InquiryFault } from "./build-inquiry.ts";

export type AskResult =
  | { readonly is: "asked"; readonly checkId: number }
  | { readonly is: "refused"; readonly code: "coverage_unknown" }
  | { readonly is: "incomplete"; readonly faults: readonly InquiryFault[] };

export type Question = {
  readonly coverageId: number;
  /** Day of service asked about, and the practice's business date. */
  readonly day: string;
  readonly today: string;
  readonly random: RandomSource;
};

/** Service type 30, the whole plan: every payer answers it, with the usual services beside it. */
const wholePlan = ["30"];

/** Writes a 270 about a coverage into a file, to be sent by a connection or handed to a portal. */
export async function askPayer(
  transaction: PracticeTransaction,
  question: Question,
): Promise<AskResult> {
  const asked = await loadAskedCoverage(transaction, question.coverageId);
  if (asked === undefined) return { is: "refused", code: "coverage_unknown" };
  const [checkId = 0] = await transaction.reserveIds("eligibility_checks", "check_id", 1);
  const traceNumber = `E${checkId}`;
  const built = buildInquiry({
    traceNumber,
    payer: { name: asked.payer, identifier: asked.payerIdentifier ?? undefined },
    receiver: asked.receiver ?? undefined,
    patient: askedPerson(asked.patient),
    subscriber: asked.relationship === "18" ? undefined : askedPerson(asked.subscriber),
    memberId: asked.memberId,
    relationship: asked.relationship,
    day: question.day,
    serviceTypes: wholePlan,
    createdOn: question.today,
    time: asked.time,
  });
  if (built.is === "refused") return { is: "incomplete", faults: built.faults };
  const control = (checkId % 999_999_999) + 1;
  const written = write270(built.batch, [built.inquiry], {
    senderQualifier: "ZZ",
    senderId: (asked.submitterIdentifier ?? asked.receiver?.npi ?? "").slice(0, 15),
    receiverQualifier: "ZZ",
    receiverId: (asked.payerIdentifier ?? "").slice(0, 15),
    date: question.today,
    time: asked.time,
    interchangeControlNumber: control,
    groupControlNumber: control,
    setControlNumber: 1,
    isTest: false,
  });
  if (!written.ok) return { is: "incomplete", faults: ["NAME_MISSING"] };
  const documentId = await keepText(transaction, { text: written.text, traceNumber }, question);
  await insertCheck(transaction, { checkId, traceNumber, documentId, asked }, question);
  return { is: "asked", checkId };
}

async function keepText(
  transaction: PracticeTransaction,
  { text, traceNumber }: { readonly text: string; readonly traceNumber: string },
  { random }: Question,
): Promise<number> {
  async function* source() {
    yield new TextEncoder().encode(text);
  }
  const put = await putDocument(transaction, source(), {
    name: `eligibility-${traceNumber}.270`,
    mediaType: "application/edi-x12",
    random,
  });
  if (put.kind === "refused") throw new TypeError("a question without a limit was refused");
  return put.document.documentId;
}

async function insertCheck(
  transaction: PracticeTransaction,
  check: {
    readonly checkId: number;
    readonly traceNumber: string;
    readonly documentId: number;
    readonly asked: AskedCoverage;
  },
  { coverageId, day }: Question,
): Promise<void> {
  const { checkId, traceNumber, documentId, asked } = check;
  await transaction.execute(sql`
    insert into eligibility_checks (practice_id, check_id, coverage_id, patient_id, payer_id,
      service_day, service_types, method, trace_number, request_document_id, asked_by)
    values (${transaction.practiceId}, ${checkId}, ${coverageId}, ${asked.patientId},
      ${asked.payerId}, ${day}, ${wholePlan}::text[], 'inquiry', ${traceNumber}, ${documentId},
      ${transaction.actor})`);
  await appendEvents(transaction, [
    {
      kind: "eligibility-asked",
      subjectKind: "eligibility-check",
      subjectId: checkId,
      change: { coverageId, traceNumber },
      effectiveOn: day,
    },
  ]);
}
