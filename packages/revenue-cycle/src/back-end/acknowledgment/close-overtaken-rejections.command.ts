import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { closeWork } from "../../work/work-item/work-item.store.ts";

/**
 * Closes rejections of claims that the payer decided after all, or that were replaced or withdrawn:
 * nothing is left to correct. Call it after claims changed by other means than an acknowledgment.
 */
export async function closeOvertakenRejections(transaction: PracticeTransaction): Promise<void> {
  const rows = await transaction.query<{ need_key: string }>(sql`
    select item.need_key
    from work_items item
    join claims claim on claim.practice_id = item.practice_id and claim.claim_id = item.subject_id
    where item.practice_id = ${transaction.practiceId} and item.kind = 'rejection'
      and item.role = 'biller' and item.state = 'open'
      and claim.state not in ('submitted', 'accepted', 'rejected')`);
  await closeWork(
    transaction,
    "rejection",
    rows.map((row) => row.need_key),
  );
  await closeDecided(transaction);
}

/** What a payer said of a claim's status is of no use once it decided the claim, or another version stands. */
async function closeDecided(transaction: PracticeTransaction): Promise<void> {
  const rows = await transaction.query<{ need_key: string }>(sql`
    select item.need_key
    from work_items item
    join claims claim on claim.practice_id = item.practice_id and claim.claim_id = item.subject_id
    where item.practice_id = ${transaction.practiceId} and item.kind = 'claim-status'
      and item.role = 'ar-follow-up' and item.state = 'open'
      and (claim.first_adjudicated_on is not null
        or claim.state not in ('submitted', 'accepted', 'pending'))`);
  await closeWork(
    transaction,
    "claim-status",
    rows.map((row) => row.need_key),
  );
}
