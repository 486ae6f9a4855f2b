import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import type { Role } from "@headwater/code-sets/closed-lists.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { writeOffClaims } from "@headwater/revenue-cycle/back-end/write-off/write-off.command.ts";
import type { WriteOffReasonCode } from "@headwater/revenue-cycle/books/receivable/write-off-reason.ts";

/** So many days after its last day a denial was given up. */
const daysUntilGivenUp = 45;
/** The newest of them were asked for by somebody who may not decide alone. */
const askedFor = 3;

/** For what a denial of a category is given up; any other is an administrative matter. */
const reasonOf: Readonly<Record<string, WriteOffReasonCode>> = {
  authorization: "no-authorization",
  bundling: "bundled",
  coding: "coding-error",
  credentialing: "not-enrolled",
  documentation: "records-missing",
  duplicate: "duplicate-charge",
  eligibility: "not-eligible",
  registration: "registration-error",
  "timely-filing": "timely-filing",
};

/**
 * Gives up what an office would have given up by now: denials long past their last day are written off,
 * each with its reason; the newest wait for a second person. By the command that people use; a practice
 * in which something was written off is left as it is.
 */
export async function workDemoBacklog(
  transaction: PracticeTransaction,
  today: string,
): Promise<void> {
  const { practiceId } = transaction;
  const known = await transaction.query(sql`
    select from insurance_write_offs where practice_id = ${practiceId} limit 1`);
  if (known.length > 0) return;
  const rows = await transaction.query<{ claimId: number; category: string }>(sql`
    select claim_id as "claimId", min(category) as category from denials
    where practice_id = ${practiceId} and state = 'open'
    group by claim_id having max(due_on) < ${addCalendarDays(today, -daysUntilGivenUp)}::date
    order by max(due_on), claim_id`);
  const decided = rows.slice(0, -askedFor);
  const groups = new Map<WriteOffReasonCode, number[]>();
  for (const { claimId, category } of decided) {
    const reason = reasonOf[category] ?? "administrative";
    groups.set(reason, [...(groups.get(reason) ?? []), claimId]);
  }
  const giveUp = (claimIds: readonly number[], reasonCode: WriteOffReasonCode, role: Role) =>
    writeOffClaims(
      transaction,
      claimIds.map((claimId) => ({ claimId, scope: "denied" as const })),
      { reasonCode, remark: "", roles: [role], today },
    );
  for (const [reason, claimIds] of groups) await giveUp(claimIds, reason, "manager");
  for (const { claimId, category } of rows.slice(-askedFor)) {
    await giveUp([claimId], reasonOf[category] ?? "administrative", "biller");
  }
}
