import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";

/** Begins the tour of a practice, or begins it anew: nothing that was done before counts. */
export async function startTour(transaction: PracticeTransaction): Promise<void> {
  const { practiceId, actor } = transaction;
  await transaction.execute(sql`
    insert into guided_tours (practice_id, started_by) values (${practiceId}, ${actor})
    on conflict (practice_id)
    do update set started_at = clock_timestamp(), started_by = excluded.started_by`);
  await transaction.execute(sql`
    delete from guided_tour_answers where practice_id = ${practiceId}`);
  await appendEvents(transaction, [
    { kind: "guided-tour-started", subjectKind: "practice", subjectId: practiceId },
  ]);
}

/** Keeps what was answered to a question of the tour; the last answer counts. */
export async function answerTour(
  transaction: PracticeTransaction,
  { exercise, answer }: { readonly exercise: string; readonly answer: string },
): Promise<void> {
  const { practiceId, actor } = transaction;
  await transaction.execute(sql`
    insert into guided_tour_answers (practice_id, exercise, answer, answered_by)
    values (${practiceId}, ${exercise}, ${answer}, ${actor})
    on conflict (practice_id, exercise)
    do update set answer = excluded.answer, answered_at = now(), answered_by = excluded.answered_by`);
}
