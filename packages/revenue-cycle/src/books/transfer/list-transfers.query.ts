import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, allOf, instantText, sourceObject } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { patientPaymentKey } from "../patient-payment/patient-payment.ts";
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
  /** Only what one record moved, what took it back included. */
  readonly subject?: TransferSubject | undefined;
  /** Only what postings of a kind moved from one account to another: a row of the journal. */
  readonly entry?: JournalEntry | undefined;
};

/** A record that moves money. */
export type TransferSubject =
  | {
      readonly is: "remittance";
      readonly id: number;
      /** The number of one of its claims, or of one of its provider adjustments. */
      readonly claim?: number | undefined;
      readonly adjustment?: number | undefined;
    }
  | {
      readonly is: "payment" | "refund" | "write-off" | "deposit" | "settlement";
      readonly id: number;
    };

/** The posting kind and the names of the accounts. */
export type JournalEntry = {
  readonly kind: string;
  readonly debit: string;
  readonly credit: string;
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
  const { claimId, lineNumber, amount, account, from, through, subject, entry } = filter;
  return allOf([
    ...(claimId === undefined ? [] : [ofClaim(practiceId, claimId)]),
    ...(lineNumber === undefined ? [] : [sql`x.line_number = ${lineNumber}`]),
    ...(amount === undefined ? [] : [movesAmount(amount)]),
    ...(from === undefined ? [] : [sql`x.effective_on >= ${from}::date`]),
    ...(through === undefined ? [] : [sql`x.effective_on <= ${through}::date`]),
    ...(account === undefined ? [] : [touchesAccount(practiceId, account)]),
    ...(subject === undefined ? [] : [ofSubject(practiceId, subject)]),
    ...(entry === undefined
      ? []
      : [
          sql`o.kind = ${entry.kind} and debit.name = ${entry.debit}
            and credit.name = ${entry.credit}`,
        ]),
  ]);
}

/** What moves a claim belongs to a posting of that claim, and is found through it. */
function ofClaim(practiceId: number, claimId: number): Sql {
  return sql`x.claim_id = ${claimId} and x.posting_id = any (array(
    select posting_id from postings where practice_id = ${practiceId} and claim_id = ${claimId}))`;
}

/** The postings of a record and those that take them back. */
function ofSubject(practiceId: number, subject: TransferSubject): Sql {
  return sql`x.posting_id = any (array(
    with own as materialized (${postingsOf(practiceId, subject)})
    select posting_id from own
    union
    select taken.posting_id from postings taken
    where taken.practice_id = ${practiceId}
      and taken.reverses_posting_id = any (array(select posting_id from own))))`;
}

function postingsOf(practiceId: number, subject: TransferSubject): Sql {
  const { id } = subject;
  switch (subject.is) {
    case "remittance":
      return ofRemittance(practiceId, subject);
    case "deposit":
      return sql`select fee_posting_id as posting_id from bank_deposits
        where practice_id = ${practiceId} and bank_deposit_id = ${id}
          and fee_posting_id is not null`;
    case "settlement":
      return sql`select posting_id from card_settlements
        where practice_id = ${practiceId} and card_settlement_id = ${id}`;
    case "write-off":
      return withReasons(practiceId, sql`array[${`insurance-write-off:${id}`}]::text[]`);
    case "refund":
      return withReasons(
        practiceId,
        sql`array[${`refund:${id}`}, ${`refund-check:${id}`}, ${`refund-takeback:${id}`},
          ${`refund-card:${id}`}]::text[]`,
      );
    case "payment":
      return sql`
        select posting_id from patient_payments
        where practice_id = ${practiceId} and patient_payment_id = ${id}
          and posting_id is not null
        union ${withReasons(
          practiceId,
          sql`array(select 'payment-allocation:' || payment_allocation_id from payment_allocations
            where practice_id = ${practiceId} and patient_payment_id = ${id}
            union all select ${patientPaymentKey(id)})`,
        )}`;
  }
}

/** By the key of their fact; kinds as in the index. */
function withReasons(practiceId: number, reasons: Sql): Sql {
  return sql`select posting_id from postings
    where practice_id = ${practiceId} and reason = any (${reasons})
      and kind in ('patient-payment', 'refund', 'write-off', 'reversal')`;
}

function ofRemittance(
  practiceId: number,
  { id, claim, adjustment }: Extract<TransferSubject, { is: "remittance" }>,
): Sql {
  if (adjustment !== undefined) {
    return sql`select p.posting_id from provider_adjustments a
      join postings p on p.practice_id = ${practiceId} and p.remittance_id = a.remittance_id
        and p.kind = 'provider-adjustment' and p.segment_from = a.segment_from
        and p.reason = a.reason_code
        and exists (select from transfers moved where moved.practice_id = ${practiceId}
          and moved.posting_id = p.posting_id and moved.cents = abs(a.cents))
      where a.practice_id = ${practiceId} and a.remittance_id = ${id}
        and a.adjustment_number = ${adjustment}`;
  }
  return sql`select posting_id from postings where practice_id = ${practiceId}
    and remittance_id = ${id}
    ${claim === undefined ? sql`` : sql`and remittance_claim_number = ${claim}`}`;
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
