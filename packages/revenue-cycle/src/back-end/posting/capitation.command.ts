import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type PostingScope, replayClaims } from "./post-claims.command.ts";

/**
 * Whether a payer ever paid us by the head (PLB CT) in another remittance than this one: it holds a
 * capitation contract with us, and what it does not pay for that reason (CO-24) is no denial.
 */
export async function paysByTheHead(
  transaction: PracticeTransaction,
  { payerId, remittanceId }: { readonly payerId: number; readonly remittanceId: number },
): Promise<boolean> {
  const rows = await transaction.query(sql`
    select from remittances m join provider_adjustments a using (practice_id, remittance_id)
    where m.practice_id = ${transaction.practiceId} and m.payer_id = ${payerId}
      and m.verdict = 'posted' and m.remittance_id <> ${remittanceId} and a.reason_code = 'CT'
    limit 1`);
  return rows.length > 0;
}

/**
 * After the first payment by the head of a payer: what it gave that reason for before was no denial
 * either. Reads these adjustments anew and decides their claims again, so that the order of files does
 * not matter.
 */
export async function learnCapitation(
  transaction: PracticeTransaction,
  scope: PostingScope,
  remittanceId: number,
): Promise<void> {
  const { practiceId } = transaction;
  const found = await transaction.maybeOne<{ payer_id: number }>(sql`
    select m.payer_id from remittances m
    where m.practice_id = ${practiceId} and m.remittance_id = ${remittanceId}
      and exists (select from provider_adjustments a where a.practice_id = m.practice_id
        and a.remittance_id = m.remittance_id and a.reason_code = 'CT')`);
  if (found === undefined) return;
  const payerId = found.payer_id;
  if (await paysByTheHead(transaction, { payerId, remittanceId })) return;
  const changed = await transaction.query<{ claim_id: number | null }>(sql`
    update remittance_claims rc set adjustments = (
      select jsonb_agg(case when a.adjustment ->> 1 = 'CO' and a.adjustment ->> 2 = '24'
          and a.adjustment ->> 4 = 'denial'
        then jsonb_set(a.adjustment, '{4}', '"capitation"') else a.adjustment end order by a.number)
      from jsonb_array_elements(rc.adjustments) with ordinality as a (adjustment, number))
    from remittances m
    where rc.practice_id = ${practiceId} and m.practice_id = rc.practice_id
      and m.remittance_id = rc.remittance_id and m.payer_id = ${payerId}
      and rc.adjustments @> '[["CO", "24", "denial"]]'
    returning case when m.verdict = 'posted' then rc.claim_id end as claim_id`);
  const claimIds = new Set(changed.flatMap((row) => row.claim_id ?? []));
  await replayClaims(transaction, scope, [...claimIds]);
}
