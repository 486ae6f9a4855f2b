import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  type EligibilityResponse,
  type ReadEvent,
  rawSegments,
  type TransactionBatch,
} from "@headwater/x12";
import { memberIdKey, normalizedName } from "../../masters/identifier-key.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { raiseWork } from "../../work/work-item/work-item.store.ts";
import { raiseClearanceWork } from "../appointment/raise-clearance-work.command.ts";
import { insertBenefits } from "./eligibility.store.ts";
import type { EligibilityAnswer } from "./eligibility.ts";
import { type BenefitPlace, placeBenefits } from "./place-benefits.ts";
import { answeredPersons, type PersonAnswer, readAnswer } from "./read-answer.ts";

export type ResponsesInput = {
  readonly transactionSetId: number;
  readonly events: AsyncIterable<readonly ReadEvent[]>;
  /** Reads a range of bytes of the file. */
  readonly read: (from: number, to: number) => AsyncIterable<Uint8Array>;
  /** The practice's business date. */
  readonly today: string;
};

/**
 * Records the answers of a 271 set. Each goes to the question whose trace number it gives back (TRN02,
 * else BHT03), else to the one coverage with the member id; one that fits neither becomes work. What the
 * answers mean for the visits of the next days is brought along.
 */
export async function recordEligibilityAnswers(
  transaction: PracticeTransaction,
  input: ResponsesInput,
): Promise<void> {
  const coverages = new Set<number>();
  for await (const batch of input.events) {
    for (const event of batch) {
      if (event.type !== "eligibility-response") continue;
      const places = await placesOf(event, input);
      for (const person of answeredPersons(event.response)) {
        const told = { ...event, person, places };
        const coverageId = await recordAnswer(transaction, told, input);
        if (coverageId !== undefined) coverages.add(coverageId);
      }
    }
  }
  for (const coverageId of coverages) {
    await raiseClearanceWork(transaction, { coverageId }, input.today);
  }
}

type Told = {
  readonly batch: TransactionBatch;
  readonly response: EligibilityResponse;
  readonly person: PersonAnswer;
  readonly places: readonly BenefitPlace[];
};

async function placesOf(
  { batch, response }: Pick<Told, "batch" | "response">,
  { read }: ResponsesInput,
): Promise<BenefitPlace[]> {
  const { range, subscriber } = response;
  const pieces: Uint8Array[] = [];
  for await (const piece of read(range.byteFrom, range.byteTo)) pieces.push(piece);
  const segments = rawSegments({
    bytes: Buffer.concat(pieces),
    delimiters: batch.header.interchange.delimiters,
    segmentFrom: range.segmentFrom,
  });
  const persons = subscriber === undefined ? [] : [subscriber, ...subscriber.dependents];
  const count = persons.reduce((sum, { benefits }) => sum + benefits.length, 0);
  return placeBenefits(segments, count);
}

type OpenCheck = {
  readonly checkId: number;
  readonly coverageId: number;
  readonly day: string;
  readonly serviceTypes: string[];
};

async function recordAnswer(
  transaction: PracticeTransaction,
  told: Told,
  input: ResponsesInput,
): Promise<number | undefined> {
  const check =
    (await checkByTrace(transaction, told)) ?? (await checkByMember(transaction, told, input));
  if (check === undefined) {
    await raiseUnmatched(transaction, told, input);
    return undefined;
  }
  const { range } = told.response;
  const answer = readAnswer(told.response, told.person, check);
  const answeredOn = told.batch.createdOn ?? input.today;
  await writeAnswer(transaction, { check, answer, range, answeredOn }, input);
  const { transactionSetId } = input;
  const { firstBenefit } = told.person;
  const placed = answer.benefits.map((benefit, at) => ({
    ...benefit,
    segmentFrom: told.places[firstBenefit + at]?.segmentFrom,
    segmentTo: told.places[firstBenefit + at]?.segmentTo,
  }));
  await insertBenefits(transaction, { checkId: check.checkId, transactionSetId }, placed);
  return check.coverageId;
}

/** The question that waits for this answer. */
async function checkByTrace(
  transaction: PracticeTransaction,
  { batch, response, person }: Told,
): Promise<OpenCheck | undefined> {
  const traces = [...(person.person?.traces ?? []), ...(response.subscriber?.traces ?? [])];
  const numbers = [...traces.map(({ traceNumber }) => traceNumber), batch.referenceId ?? ""];
  return transaction.maybeOne<OpenCheck>(sql`
    select check_id as "checkId", coverage_id as "coverageId", service_day as day,
       service_types as "serviceTypes"
    from eligibility_checks
    where practice_id = ${transaction.practiceId} and outcome = 'waiting'
      and trace_number = any (${numbers.filter((number) => number !== "")}::text[])
    order by check_id limit 1 for update`);
}

type Candidate = {
  readonly coverageId: number;
  readonly patientId: number;
  readonly payerId: number;
  readonly lastName: string;
  readonly dateOfBirth: string | null;
};

/** A new check of the one coverage that has the member id; several are told apart by the patient. */
async function checkByMember(
  transaction: PracticeTransaction,
  { response, person, batch }: Told,
  { today }: ResponsesInput,
): Promise<OpenCheck | undefined> {
  const key = memberIdKey(response.subscriber?.id);
  if (key === undefined || person.person === undefined) return undefined;
  const candidates = await transaction.query<Candidate>(sql`
    select c.coverage_id as "coverageId", c.patient_id as "patientId", c.payer_id as "payerId",
      p.last_name as "lastName", p.date_of_birth as "dateOfBirth"
    from coverages c
    join patients p on p.practice_id = c.practice_id and p.patient_id = c.patient_id
    where c.practice_id = ${transaction.practiceId} and c.member_id_key = ${key}`);
  const { dateOfBirth, lastNameOrOrganization } = person.person;
  const fits = candidates.filter(
    (one) =>
      (dateOfBirth === undefined || one.dateOfBirth === dateOfBirth) &&
      normalizedName(one.lastName) === normalizedName(lastNameOrOrganization),
  );
  const found = candidates.length === 1 && dateOfBirth === undefined ? candidates : fits;
  const [coverage] = found;
  if (coverage === undefined || found.length > 1) return undefined;
  const asked = person.person.dates.find(({ qualifier }) => qualifier === "472")?.from;
  const day = asked ?? batch.createdOn ?? today;
  const { id } = await transaction.one<{ id: number }>(sql`
    insert into eligibility_checks (practice_id, coverage_id, patient_id, payer_id, service_day,
      method, asked_by)
    values (${transaction.practiceId}, ${coverage.coverageId}, ${coverage.patientId},
      ${coverage.payerId}, ${day}, 'response', ${transaction.actor})
    returning check_id as id`);
  return { checkId: id, coverageId: coverage.coverageId, day, serviceTypes: ["30"] };
}

async function writeAnswer(
  transaction: PracticeTransaction,
  recorded: {
    readonly check: OpenCheck;
    readonly answer: EligibilityAnswer;
    readonly range: EligibilityResponse["range"];
    /** BHT04: an answer that is read late was given when it was given. */
    readonly answeredOn: string;
  },
  { transactionSetId }: ResponsesInput,
): Promise<void> {
  const { check, answer, range, answeredOn } = recorded;
  const { segmentFrom, segmentTo } = range;
  await transaction.execute(sql`
    update eligibility_checks
    set outcome = ${answer.outcome}, reason_code = ${answer.reason?.code ?? null},
      follow_up_code = ${answer.reason?.followUp ?? null}, answered_at = now(),
      answered_on = ${answeredOn}::date, transaction_set_id = ${transactionSetId},
      segment_from = ${segmentFrom}, segment_to = ${segmentTo},
      plan_name = ${answer.planName ?? null}, plan_from = ${answer.planFrom ?? null},
      plan_to = ${answer.planTo ?? null}
    where practice_id = ${transaction.practiceId} and check_id = ${check.checkId}`);
  await appendEvents(transaction, [
    {
      kind: "eligibility-answered",
      subjectKind: "eligibility-check",
      subjectId: check.checkId,
      change: { outcome: answer.outcome, reasonCode: answer.reason?.code },
      effectiveOn: check.day,
      transactionSetId,
      segmentFrom,
      segmentTo,
    },
  ]);
}

async function raiseUnmatched(
  transaction: PracticeTransaction,
  { response }: Told,
  { transactionSetId, today }: ResponsesInput,
): Promise<void> {
  const { segmentFrom, segmentTo } = response.range;
  await raiseWork(transaction, [
    {
      kind: "eligibility-unmatched",
      needKey: `eligibility:${transactionSetId}:${segmentFrom}`,
      subjectKind: "transaction-set",
      subjectId: transactionSetId,
      raisedOn: today,
      evidence: [{ transactionSetId, segmentFrom, segmentTo }],
    },
  ]);
}
