import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, allOf, instantText, sourceObject } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { answerWords } from "./answer-words.ts";
import type { EligibilityCheckAnswer } from "./eligibility-answers.ts";

type StoredCheck = Omit<EligibilityCheckAnswer, "reason" | "next" | "isTransient">;

const benefits: Sql = sql`(select coalesce(json_agg(json_build_object(
    'benefitNumber', b.benefit_number, 'benefitCode', b.benefit_code,
    'coverageLevel', b.coverage_level, 'serviceTypes', b.service_types,
    'insuranceType', b.insurance_type, 'planDescription', b.plan_description,
    'timePeriod', b.time_period, 'cents', b.cents, 'share', b.share,
    'quantityQualifier', b.quantity_qualifier, 'quantity', b.quantity,
    'needsAuthorization', b.needs_authorization, 'network', b.network,
    'procedureCode', b.procedure_code, 'effectiveFrom', b.effective_from,
    'effectiveTo', b.effective_to, 'messages', b.messages,
    'otherPayerName', b.other_payer_name, 'otherPayerId', b.other_payer_id,
    'segmentFrom', b.segment_from, 'segmentTo', b.segment_to) order by b.benefit_number), '[]')
  from eligibility_benefits b
  where b.practice_id = e.practice_id and b.check_id = e.check_id)`;

const columns: Sql = sql`
  e.check_id as id, e.coverage_id as "coverageId", e.patient_id as "patientId",
  e.payer_id as "payerId", payer.name as payer, e.service_day as "serviceDay", e.method,
  e.trace_number as "traceNumber", e.request_document_id is not null as "hasRequest",
  ${instantText(sql`e.asked_at`)} as "askedAt", ${actorName(sql`e.asked_by`)} as "askedBy",
  e.outcome, e.reason_code as "reasonCode", e.told, e.answered_on as "answeredOn",
  e.plan_name as "planName", e.plan_from as "planFrom", e.plan_to as "planTo",
  case when f.file_id is not null
    then ${sourceObject(sql`e.segment_from`, sql`e.segment_to`)} end as source,
  ${benefits} as benefits`;

const tables: Sql = sql`eligibility_checks e
  join payers payer on payer.practice_id = e.practice_id and payer.payer_id = e.payer_id
  left join transaction_sets t on t.practice_id = e.practice_id
    and t.transaction_set_id = e.transaction_set_id
  left join files f on f.practice_id = t.practice_id and f.file_id = t.file_id`;

function withWords(row: StoredCheck): EligibilityCheckAnswer {
  const words = row.reasonCode === null ? undefined : answerWords(row.reasonCode);
  return {
    ...row,
    reason: words?.words ?? null,
    next: words?.next ?? null,
    isTransient: words?.isTransient ?? false,
  };
}

export type CheckFilter = {
  readonly coverage?: number | undefined;
  readonly patient?: number | undefined;
  readonly outcome?: string | undefined;
};

/** Questions to payers with what they answered, the newest first. */
export async function listChecks(
  transaction: PracticeTransaction,
  { coverage, patient, outcome }: CheckFilter,
  page: { readonly limit: number; readonly after?: readonly [number] | undefined },
): Promise<Page<EligibilityCheckAnswer, [number]>> {
  const where = allOf([
    sql`e.practice_id = ${transaction.practiceId}`,
    ...(coverage === undefined ? [] : [sql`e.coverage_id = ${coverage}`]),
    ...(patient === undefined ? [] : [sql`e.patient_id = ${patient}`]),
    ...(outcome === undefined ? [] : [sql`e.outcome = ${outcome}`]),
    ...(page.after ? [sql`e.check_id < ${page.after[0]}`] : []),
  ]);
  const rows = await transaction.query<StoredCheck>(sql`
    select ${columns} from ${tables} where ${where}
    order by e.check_id desc limit ${page.limit + 1}`);
  return pageOf(rows.map(withWords), page.limit, (row): [number] => [row.id]);
}

/** One question with its answer. */
export async function findCheck(
  transaction: PracticeTransaction,
  checkId: number,
): Promise<EligibilityCheckAnswer | undefined> {
  const row = await transaction.maybeOne<StoredCheck>(sql`
    select ${columns} from ${tables}
    where e.practice_id = ${transaction.practiceId} and e.check_id = ${checkId}`);
  return row && withWords(row);
}

/** The 270 of a question in the document store. */
export async function findRequest(
  transaction: PracticeTransaction,
  checkId: number,
): Promise<{ documentId: number; name: string; byteLength: number } | undefined> {
  return transaction.maybeOne(sql`
    select d.document_id as "documentId", d.name, d.byte_length as "byteLength"
    from eligibility_checks e
    join documents d on d.practice_id = e.practice_id and d.document_id = e.request_document_id
    where e.practice_id = ${transaction.practiceId} and e.check_id = ${checkId}`);
}
