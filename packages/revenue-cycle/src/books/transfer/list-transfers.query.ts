import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, allOf, instantText, sourceObject } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { type ReceivableAmount, receivableEffects } from "../receivable/receivable.ts";
import type { TransferRow } from "./transfer-answers.ts";

export type TransferFilter = {
  readonly claimId?: number | undefined;
  readonly lineNumber?: number | undefined;
  /** Only what moved this amount of a claim or line. */
  readonly amount?: ReceivableAmount | undefined;
  /** Only what takes effect from a day on, and through a day. */
  readonly from?: string | undefined;
  readonly through?: string | undefined;
  readonly account?: { readonly kind: string; readonly name?: string | undefined } | undefined;
};

export type TransferPage = {
  readonly limit: number;
  readonly after?: readonly [number] | undefined;
};

/** Transfers with the posting that caused them and where its cause stands in a file. */
export async function listTransfers(
  transaction: PracticeTransaction,
  filter: TransferFilter,
  page: TransferPage,
): Promise<Page<TransferRow, [number]>> {
  const { practiceId } = transaction;
  const rows = await transaction.query<TransferRow>(sql`
    select x.transfer_id as id, x.line_number as "lineNumber",
      json_build_object('kind', debit.kind, 'name', debit.name) as debit,
      json_build_object('kind', credit.kind, 'name', credit.name) as credit,
      x.cents, x.effective_on as "effectiveOn", o.late_for as "lateFor",
      ${instantText(sql`x.recorded_at`)} as "recordedAt", x.group_code as "groupCode",
      x.reason_code as "reasonCode", x.reverses_transfer_id as reverses,
      json_build_object('postingId', o.posting_id, 'kind', o.kind, 'claimId', x.claim_id,
        'patientControlNumber', c.patient_control_number, 'remittanceId', o.remittance_id,
        'traceNumber', m.trace_number, 'actor', ${actorName(sql`o.actor`)},
        'reason', coalesce(o.reason, e.entry ->> 'remark'), 'paperId', e.paper_remittance_id,
        'depositId', d.bank_deposit_id,
        'source', case when f.file_id is not null and o.segment_from is not null
          then ${sourceObject(sql`o.segment_from`, sql`coalesce(o.segment_to, o.segment_from)`)} end)
        as cause
    from transfers x
    join accounts debit on debit.practice_id = ${practiceId}
      and debit.account_id = x.debit_account_id
    join accounts credit on credit.practice_id = ${practiceId}
      and credit.account_id = x.credit_account_id
    join postings o on o.practice_id = ${practiceId} and o.posting_id = x.posting_id
    left join claims c on c.practice_id = ${practiceId} and c.claim_id = x.claim_id
    left join remittances m on m.practice_id = ${practiceId} and m.remittance_id = o.remittance_id
    left join paper_remittances e on e.practice_id = ${practiceId}
      and e.remittance_id = o.remittance_id
    left join bank_deposits d on d.practice_id = ${practiceId}
      and d.fee_posting_id = coalesce(o.reverses_posting_id, o.posting_id)
    left join transaction_sets t on t.practice_id = ${practiceId}
      and t.transaction_set_id = coalesce(o.transaction_set_id, m.transaction_set_id)
    left join files f on f.practice_id = ${practiceId} and f.file_id = t.file_id
    where x.practice_id = ${practiceId} and ${conditionsOf(practiceId, filter)}
      ${page.after ? sql`and x.transfer_id > ${page.after[0]}` : sql``}
    order by x.transfer_id
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row) => [row.id]);
}

function conditionsOf(practiceId: number, filter: TransferFilter): Sql {
  const { claimId, lineNumber, amount, account, from, through } = filter;
  return allOf([
    ...(claimId === undefined ? [] : [ofClaim(practiceId, claimId)]),
    ...(lineNumber === undefined ? [] : [sql`x.line_number = ${lineNumber}`]),
    ...(amount === undefined ? [] : [movesAmount(amount)]),
    ...(from === undefined ? [] : [sql`x.effective_on >= ${from}::date`]),
    ...(through === undefined ? [] : [sql`x.effective_on <= ${through}::date`]),
    ...(account === undefined ? [] : [touchesAccount(practiceId, account)]),
  ]);
}

/** What moves a claim belongs to a posting of that claim, and is found through it. */
function ofClaim(practiceId: number, claimId: number): Sql {
  return sql`x.claim_id = ${claimId} and x.posting_id = any (array(
    select posting_id from postings where practice_id = ${practiceId} and claim_id = ${claimId}))`;
}

/** The pairs of accounts that move an amount, either way round. */
function movesAmount(amount: ReceivableAmount): Sql {
  const pairs = receivableEffects
    .filter(({ grows, shrinks }) => grows.includes(amount) || shrinks.includes(amount))
    .flatMap(({ debit, credit }) => [`${debit}>${credit}`, `${credit}>${debit}`]);
  return sql`debit.kind || '>' || credit.kind = any (${pairs}::text[])`;
}

function touchesAccount(
  practiceId: number,
  account: { readonly kind: string; readonly name?: string | undefined },
): Sql {
  const ids = sql`(select account_id from accounts where practice_id = ${practiceId}
    and kind = ${account.kind} and (${account.name ?? null}::text is null or name = ${account.name ?? null}))`;
  return sql`(x.debit_account_id in ${ids} or x.credit_account_id in ${ids})`;
}
