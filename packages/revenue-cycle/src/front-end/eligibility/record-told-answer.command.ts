import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";

/** What a payer said on the telephone or in its portal, to a person who writes it down. */
export type ToldAnswer = {
  readonly coverageId: number;
  readonly day: string;
  readonly today: string;
  readonly outcome: "active" | "inactive";
  /** Whom one spoke to, the reference number of the call, what was said. */
  readonly told: string;
  /** Undefined: not said. */
  readonly copayCents: number | undefined;
};

/** Records an answer that no file holds; undefined when there is no such coverage. */
export async function recordToldAnswer(
  transaction: PracticeTransaction,
  answer: ToldAnswer,
): Promise<number | undefined> {
  const { practiceId, actor } = transaction;
  const reasonCode = answer.outcome === "inactive" ? "SAID_BY_PERSON" : null;
  const check = await transaction.maybeOne<{ id: number }>(sql`
    insert into eligibility_checks (practice_id, coverage_id, patient_id, payer_id, service_day,
      method, asked_by, outcome, reason_code, told, answered_at, answered_on)
    select ${practiceId}, coverage_id, patient_id, payer_id, ${answer.day}::date, 'person', ${actor},
      ${answer.outcome}, ${reasonCode}, ${answer.told}, now(), ${answer.today}::date
    from coverages where practice_id = ${practiceId} and coverage_id = ${answer.coverageId}
    returning check_id as id`);
  if (check === undefined) return undefined;
  if (answer.copayCents !== undefined) {
    await transaction.execute(sql`
      insert into eligibility_benefits (practice_id, check_id, benefit_number, benefit_code,
        service_types, cents, needs_authorization, network)
      values (${practiceId}, ${check.id}, 1, 'B', '{98}', ${answer.copayCents}, 'unknown',
        'unknown')`);
  }
  const { outcome, coverageId } = answer;
  await appendEvents(transaction, [
    {
      kind: "eligibility-answered",
      subjectKind: "eligibility-check",
      subjectId: check.id,
      change: { coverageId, outcome, method: "person" },
      effectiveOn: answer.day,
    },
  ]);
  return check.id;
}
