import { sql } from "@headwater/platform/database/sql.ts";
import { putDocument } from "@headwater/platform/documents/postgres-document-store.ts";
import type { RandomSource } from "@headwater/platform/random/random.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { write270 } from "@headwater/x12";
import { appendEvents } from "../../work/event/event.store.ts";
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
  const asked = await loadQuestion(transaction, question.coverageId);
  if (asked === undefined) return { is: "refused", code: "coverage_unknown" };
  const [checkId = 0] = await transaction.reserveIds("eligibility_checks", "check_id", 1);
  const traceNumber = `E${checkId}`;
  const built = buildInquiry({
    traceNumber,
    payer: { name: asked.payer, identifier: asked.payerIdentifier ?? undefined },
    receiver: asked.receiver ?? undefined,
    patient: inquiryPerson(asked.patient),
    subscriber: asked.relationship === "18" ? undefined : inquiryPerson(asked.subscriber),
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

type StoredPerson = {
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly middleName: string | null;
  readonly dateOfBirth: string | null;
  readonly gender: string | null;
};

function inquiryPerson(person: StoredPerson) {
  return {
    lastName: person.lastName ?? undefined,
    firstName: person.firstName ?? undefined,
    middleName: person.middleName ?? undefined,
    dateOfBirth: person.dateOfBirth ?? undefined,
    gender: person.gender ?? undefined,
  };
}

type AskedCoverage = {
  readonly patientId: number;
  readonly payerId: number;
  readonly payer: string;
  readonly payerIdentifier: string | null;
  readonly memberId: string;
  readonly relationship: string;
  readonly patient: StoredPerson;
  readonly subscriber: StoredPerson;
  readonly submitterIdentifier: string | null;
  readonly receiver: { npi: string; name: string; isOrganization: boolean } | null;
  readonly time: string;
};

/** The coverage with its people, and the provider who asks: of the profile, else the only one who bills. */
async function loadQuestion(
  transaction: PracticeTransaction,
  coverageId: number,
): Promise<AskedCoverage | undefined> {
  return transaction.maybeOne<AskedCoverage>(sql`
    select c.patient_id as "patientId", c.payer_id as "payerId", payer.name as payer,
      payer.identifier as "payerIdentifier", c.member_id as "memberId", c.relationship,
      json_build_object('lastName', p.last_name, 'firstName', p.first_name,
        'middleName', p.middle_name, 'dateOfBirth', p.date_of_birth, 'gender', p.gender) as patient,
      json_build_object('lastName', c.subscriber_last_name, 'firstName', c.subscriber_first_name,
        'middleName', c.subscriber_middle_name, 'dateOfBirth', c.subscriber_date_of_birth,
        'gender', c.subscriber_gender) as subscriber,
      profile.submitter_identifier as "submitterIdentifier",
      (select json_build_object('npi', r.npi, 'name', coalesce(r.name, r.npi),
          'isOrganization', r.is_organization)
        from providers r
        where r.practice_id = c.practice_id
          and (r.provider_id = profile.billing_provider_id
            or (profile.billing_provider_id is null and r.is_billing))
        order by r.provider_id limit 1) as receiver,
      to_char(now() at time zone practice.time_zone, 'HH24MI') as time
    from coverages c
    join practices practice on practice.practice_id = c.practice_id
    join patients p on p.practice_id = c.practice_id and p.patient_id = c.patient_id
    join payers payer on payer.practice_id = c.practice_id and payer.payer_id = c.payer_id
    left join practice_profiles profile on profile.practice_id = c.practice_id
    where c.practice_id = ${transaction.practiceId} and c.coverage_id = ${coverageId}`);
}
