import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import type { RefundRow } from "./refund-answers.ts";

export type RefundFilter = {
  readonly state?: RefundRow["state"] | undefined;
  readonly claim?: number | undefined;
};

/** One page of what went back or is to go back, the newest first. */
export async function listRefunds(
  transaction: PracticeTransaction,
  {
    state = null,
    claim = null,
  }: { readonly [Key in keyof RefundFilter]: RefundFilter[Key] | null },
  page: { readonly limit: number; readonly after?: readonly [number] | undefined },
): Promise<Page<RefundRow, [number]>> {
  const { practiceId } = transaction;
  const rows = await transaction.query<RefundRow>(sql`
    select * from (
      select f.refund_id as id, f.claim_id as "claimId",
        c.patient_control_number as "patientControlNumber", y.name as payer, f.party, f.cents,
        f.reason, ${actorName(sql`f.requested_by`)} as "requestedBy",
        f.requested_at::date as "requestedOn", f.approved_on as "approvedOn", f.number,
        f.settled_on as "settledOn",
        case when f.cancelled_on is not null then 'cancelled'
          when f.way in ('check', 'card') then 'sent' when f.way = 'takeback' then 'taken-back'
          when f.approved_on is not null then 'payable'
          when a.state in ('refused', 'withdrawn') then 'refused' else 'waiting' end as state
      from refunds f
      join claims c on c.practice_id = f.practice_id and c.claim_id = f.claim_id
      join payers y on y.practice_id = c.practice_id and y.payer_id = c.payer_id
      left join approvals a on a.practice_id = f.practice_id and a.approval_id = f.approval_id
      where f.practice_id = ${practiceId} and f.refund_id < ${page.after?.[0] ?? 2 ** 52}
        and (${claim}::bigint is null or f.claim_id = ${claim})) as refund
    where ${state}::text is null or state = ${state}
    order by id desc
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [number] => [row.id]);
}
