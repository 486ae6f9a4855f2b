import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { filingLimitDraftSchema } from "@headwater/revenue-cycle/masters/filing-limit/filing-limit-answers.ts";
import { addFilingLimit } from "@headwater/revenue-cycle/masters/filing-limit/record-filing-limit.command.ts";
import { filingTerms } from "@headwater/simulator";

/** Before the first service of an invented world. */
const effectiveDays = 730;

/** Records until when the invented payers take claims, as their own terms say, by the command that people use. */
export async function limitDemoFiling(
  transaction: PracticeTransaction,
  today: string,
): Promise<void> {
  const effectiveFrom = addCalendarDays(today, -effectiveDays);
  const payers = await transaction.query<{ id: number; key: string }>(sql`
    select payer_id as id, identifier_key as key from payers
    where practice_id = ${transaction.practiceId} order by payer_id`);
  const terms = new Map(filingTerms().map(({ payerId, days }) => [payerId, days]));
  for (const { id, key } of payers) {
    const days = terms.get(key);
    if (days === undefined) continue;
    for (const kind of ["original", "corrected"] as const) {
      const limit = { payerId: id, kind, length: String(days), effectiveFrom };
      const typed = { ...limit, source: "terms of the invented payer" };
      await addFilingLimit(transaction, filingLimitDraftSchema.parse(typed));
    }
  }
}
