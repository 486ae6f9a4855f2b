import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, instantText } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import type { ApprovalState } from "./approval.ts";
import type { ApprovalRow } from "./approval-answers.ts";

export type ApprovalFilter = {
  readonly state?: ApprovalState | undefined;
  readonly approval?: number | undefined;
  readonly remittance?: number | undefined;
  readonly claim?: number | undefined;
};

/** One page of what takes a second person, the newest first. */
export async function listApprovals(
  transaction: PracticeTransaction,
  filter: ApprovalFilter,
  page: { readonly limit: number; readonly after?: readonly [number] | undefined },
): Promise<Page<ApprovalRow, [number]>> {
  const { state = null, approval = null, remittance = null, claim = null } = filter;
  const { practiceId, actor } = transaction;
  const rows = await transaction.query<ApprovalRow>(sql`
    select a.approval_id as id, a.kind, a.cents, a.reason, a.state,
      json_build_object('kind', a.subject_kind, 'id', a.subject_id, 'label', case a.subject_kind
        when 'claim' then (select patient_control_number from claims c
          where c.practice_id = a.practice_id and c.claim_id = a.subject_id)
        when 'remittance' then (select trace_number from remittances m
          where m.practice_id = a.practice_id and m.remittance_id = a.subject_id) end) as subject,
      ${actorName(sql`a.requested_by`)} as "requestedBy", a.requested_by = ${actor} as "isMine",
      ${instantText(sql`a.requested_at`)} as "requestedAt",
      ${actorName(sql`a.decided_by`)} as "decidedBy", ${instantText(sql`a.decided_at`)} as "decidedAt",
      a.decision_reason as "decisionReason", a.is_own as "isOwn", a.revision
    from approvals a
    where a.practice_id = ${practiceId} and a.approval_id < ${page.after?.[0] ?? 2 ** 52}
      and (${state}::text is null or a.state = ${state})
      and (${approval}::bigint is null or a.approval_id = ${approval})
      and (${remittance}::bigint is null
        or a.subject_kind = 'remittance' and a.subject_id = ${remittance})
      and (${claim}::bigint is null or a.subject_kind = 'claim' and a.subject_id = ${claim})
    order by a.approval_id desc
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [number] => [row.id]);
}
