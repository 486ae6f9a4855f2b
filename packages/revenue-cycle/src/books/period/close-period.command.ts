import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { firstOfMonth } from "./open-period.ts";
import { lockBooks } from "./period.store.ts";

export type PeriodRefusal = { readonly code: "PERIOD_ALREADY_CLOSED" | "PERIOD_NOT_CLOSED" };

/** Closes the month of a date: it takes no new movement. Refused when it is closed already. */
export async function closePeriod(
  transaction: PracticeTransaction,
  date: string,
): Promise<PeriodRefusal | undefined> {
  await lockBooks(transaction);
  const month = firstOfMonth(date);
  const closed = await transaction.execute(sql`
    insert into periods (practice_id, month, closed_by)
    values (${transaction.practiceId}, ${month}, ${transaction.actor}) on conflict do nothing`);
  if (closed === 0) return { code: "PERIOD_ALREADY_CLOSED" };
  await tell(transaction, "period-closed", month);
  return undefined;
}

/** Opens a closed month again. Refused when it is open. */
export async function reopenPeriod(
  transaction: PracticeTransaction,
  date: string,
): Promise<PeriodRefusal | undefined> {
  await lockBooks(transaction);
  const month = firstOfMonth(date);
  const opened = await transaction.execute(sql`
    delete from periods where practice_id = ${transaction.practiceId} and month = ${month}`);
  if (opened === 0) return { code: "PERIOD_NOT_CLOSED" };
  await tell(transaction, "period-reopened", month);
  return undefined;
}

async function tell(transaction: PracticeTransaction, kind: string, month: string): Promise<void> {
  const subject = { subjectKind: "practice", subjectId: transaction.practiceId };
  await appendEvents(transaction, [{ kind, ...subject, change: { month }, effectiveOn: month }]);
}
