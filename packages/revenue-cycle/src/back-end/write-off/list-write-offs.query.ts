import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, allOf } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { insuranceWriteOffPrefix } from "../posting/settle-write-off.ts";
import type { WriteOffRow } from "./write-off-answers.ts";

export type WriteOffFilter = {
  readonly claim?: number | undefined;
  readonly reason?: string | undefined;
  readonly avoidable?: "yes" | "no" | undefined;
  readonly from?: string | undefined;
  readonly through?: string | undefined;
};

export type WriteOffKey = [string, number];

/** One page of what was given up of what payers owed, the newest first. */
export async function listWriteOffs(
  transaction: PracticeTransaction,
  filter: WriteOffFilter,
  page: { readonly limit: number; readonly after?: WriteOffKey | undefined },
): Promise<Page<WriteOffRow, WriteOffKey>> {
  const { practiceId } = transaction;
  const { after } = page;
  const where = allOf([
    ...(filter.claim === undefined ? [] : [sql`w.claim_id = ${filter.claim}`]),
    ...(filter.reason === undefined ? [] : [sql`w.reason_code = ${filter.reason}`]),
    ...(filter.avoidable === undefined
      ? []
      : [sql`w.is_avoidable = ${filter.avoidable === "yes"}::boolean`]),
    ...(filter.from === undefined ? [] : [sql`w.written_off_on >= ${filter.from}::date`]),
    ...(filter.through === undefined ? [] : [sql`w.written_off_on <= ${filter.through}::date`]),
    ...(after === undefined
      ? []
      : [sql`(w.written_off_on, w.insurance_write_off_id) < (${after[0]}::date, ${after[1]})`]),
  ]);
  const rows = await transaction.query<WriteOffRow>(sql`
    select w.insurance_write_off_id as id, w.claim_id as "claimId",
      c.patient_control_number as "patientControlNumber", y.name as payer,
      w.line_number as "lineNumber", w.cents, coalesce(stands.cents, 0)::bigint as "standingCents",
      w.reason_code as "reasonCode", w.is_avoidable as "isAvoidable", w.remark,
      w.written_off_on as "writtenOffOn", ${actorName(sql`w.recorded_by`)} as "recordedBy",
      w.approval_id as "approvalId", w.undone_on as "undoneOn",
      ${actorName(sql`w.undone_by`)} as "undoneBy", w.undo_reason as "undoReason"
    from insurance_write_offs w
    join claims c on c.practice_id = w.practice_id and c.claim_id = w.claim_id
    join payers y on y.practice_id = c.practice_id and y.payer_id = c.payer_id
    -- The posting may stand on the claim that replaced this one.
    left join lateral (
      select sum(t.cents * case when d.kind = 'write-off' then 1 else -1 end) as cents
      from (with recursive later (claim_id) as (
          select w.claim_id union select n.replaced_by_claim_id from claims n join later using (claim_id)
          where n.practice_id = ${practiceId} and n.replaced_by_claim_id is not null)
        select claim_id from later) kin
      join postings p on p.practice_id = ${practiceId} and p.claim_id = kin.claim_id
        and p.kind in ('write-off', 'reversal')
        and p.reason = ${insuranceWriteOffPrefix} || w.insurance_write_off_id
      join transfers t on t.practice_id = p.practice_id and t.posting_id = p.posting_id
      join accounts d on d.practice_id = t.practice_id and d.account_id = t.debit_account_id
    ) stands on true
    where w.practice_id = ${practiceId} and ${where}
    order by w.written_off_on desc, w.insurance_write_off_id desc
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): WriteOffKey => [row.writtenOffOn, row.id]);
}
