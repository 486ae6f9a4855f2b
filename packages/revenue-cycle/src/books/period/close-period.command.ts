import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { type MonthRefusal, mayClose, mayReopen } from "./month.ts";
import { firstOfMonth } from "./open-period.ts";
import { listMonths, lockBooks } from "./period.store.ts";

/** A month, the practice's business date, and what a person says about it. */
export type MonthChange = {
  readonly date: string;
  readonly today: string;
  readonly reason?: string | undefined;
  /** Closes the open months before it too, the oldest first. */
  readonly withEarlier?: boolean | undefined;
};

/**
 * Closes the month of a date: it takes no new movement, and what comes late for it stands in the first
 * open month after. Refused while it runs, when it is closed already, and while an earlier one is open.
 */
export async function closePeriod(
  transaction: PracticeTransaction,
  { date, today, reason, withEarlier }: MonthChange,
): Promise<MonthRefusal | undefined> {
  await lockBooks(transaction);
  const month = firstOfMonth(date);
  const months = await listMonths(transaction, today);
  const refusal = mayClose(month, months, today);
  if (refusal !== undefined && !(withEarlier && refusal.code === "earlier_month_open")) {
    return refusal;
  }
  const closing = months
    .filter((each) => !each.isClosed && each.month <= month)
    .map((each) => each.month)
    .sort();
  if (!closing.includes(month)) closing.push(month);
  for (const each of closing) {
    await transaction.execute(sql`
      insert into periods (practice_id, month, closed_by)
      values (${transaction.practiceId}, ${each}, ${transaction.actor})`);
    await tell(transaction, { kind: "period-closed", month: each, reason });
  }
  return undefined;
}

/** Opens a closed month again. Refused when it is open, and while a later one is closed. */
export async function reopenPeriod(
  transaction: PracticeTransaction,
  { date, today, reason }: MonthChange,
): Promise<MonthRefusal | undefined> {
  await lockBooks(transaction);
  const month = firstOfMonth(date);
  const refusal = mayReopen(month, await listMonths(transaction, today));
  if (refusal !== undefined) return refusal;
  await transaction.execute(sql`
    delete from periods where practice_id = ${transaction.practiceId} and month = ${month}`);
  await tell(transaction, { kind: "period-reopened", month, reason });
  return undefined;
}

type MonthNews = {
  readonly kind: "period-closed" | "period-reopened";
  readonly month: string;
  readonly reason: string | undefined;
};

async function tell(
  transaction: PracticeTransaction,
  { kind, month, reason }: MonthNews,
): Promise<void> {
  const { practiceId, actor } = transaction;
  const change = kind === "period-closed" ? "closed" : "reopened";
  await transaction.execute(sql`
    insert into period_changes (practice_id, month, change, reason, actor)
    values (${practiceId}, ${month}, ${change}, ${reason ?? null}, ${actor})`);
  const subject = { subjectKind: "practice", subjectId: practiceId };
  await appendEvents(transaction, [{ kind, ...subject, change: { month }, effectiveOn: month }]);
}
