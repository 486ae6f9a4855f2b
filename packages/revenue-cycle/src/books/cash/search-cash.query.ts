import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, beginsWith } from "../../masters/answer-columns.query.ts";
import { type ListTotal, type Page, pageOf } from "../../masters/answer-schemas.ts";
import { totalOfGroups } from "../../masters/filter-counts.ts";
import { isOwnCash, isTiedElsewhere } from "../deposit/slip.store.ts";
import type { CashRow, CashState, CashTotals, Unexplained } from "./cash-answers.ts";

export type CashFilter = {
  readonly state?: CashState | undefined;
  /** `1` leaves out what agrees; the others are the two sums of what does not. */
  readonly unexplained?: Unexplained | undefined;
  /** The beginning of a trace number. */
  readonly search?: string | undefined;
  readonly from?: string | undefined;
  readonly through?: string | undefined;
};

export type CashKey = [string, string];

/**
 * Payments and deposits side by side: every remittance that pays something with the deposit tied to
 * it, every deposit that nothing explains, what a card gateway deposited, and patients' money. The date is the remittance's,
 * else the bank's.
 */
function sides(practiceId: number): Sql {
  return sql`(
    select 'R' || m.remittance_id as key, coalesce(m.effective_on, m.produced_on, m.recorded_at::date)
        as on_date, p.name as payer, m.trace_number, m.payment_method as method, m.remittance_id,
      d.bank_deposit_id, d.cents - d.fee_cents as bank_cents, d.fee_cents, m.paid_cents as remittance_cents,
      case when m.verdict = 'posted' then m.paid_cents else 0 end as posted_cents,
      case when m.verdict <> 'posted' then 'not-posted'
        when d.bank_deposit_id is null then 'no-deposit' else 'agrees' end as state,
      null::bigint as slip_id, null::bigint as payment_id
    from remittances m
    join payers p on p.practice_id = m.practice_id and p.payer_id = m.payer_id
    left join bank_deposits d on d.practice_id = m.practice_id and d.remittance_id = m.remittance_id
    where m.practice_id = ${practiceId} and m.paid_cents <> 0
      and m.verdict in ('posted', 'quarantined', 'held')
    union all
    select 'D' || d.bank_deposit_id, d.deposited_on, d.payer_name, d.trace_number, d.type, null,
      d.bank_deposit_id, d.cents - d.fee_cents, d.fee_cents, null, 0, 'no-remittance',
      null, null
    from bank_deposits d
    where d.practice_id = ${practiceId} and d.remittance_id is null
      and d.taken_back_on is null and not ${isTiedElsewhere}
    union all
    select 'S' || s.card_settlement_id, s.settled_on, '', s.number, 'card', null, d.bank_deposit_id,
      d.cents - d.fee_cents, d.fee_cents, s.gross_cents - s.fee_cents, s.gross_cents - s.fee_cents,
      case when d.bank_deposit_id is null then 'no-deposit' else 'agrees' end, null, null
    from card_settlements s
    left join bank_deposits d on d.practice_id = s.practice_id
      and d.bank_deposit_id = s.bank_deposit_id and d.taken_back_on is null
    where s.practice_id = ${practiceId}
    union all ${patientSides(practiceId)})`;
}

/**
 * Patients' money that the practice brings to the bank itself: by slip, and by payment where it is on none.
 * A payment that was taken back after its slip left the books by itself, and the bank's line of the slip
 * does not know of it.
 */
function patientSides(practiceId: number): Sql {
  return sql`
    select 'L' || s.deposit_slip_id, s.deposited_on, '', s.number, 'slip', null, d.bank_deposit_id,
      d.cents - d.fee_cents, d.fee_cents, null, s.cents,
      case when d.bank_deposit_id is null then 'no-deposit' else 'agrees' end, s.deposit_slip_id,
      null
    from deposit_slips s
    left join bank_deposits d on d.practice_id = s.practice_id
      and d.bank_deposit_id = s.bank_deposit_id
    where s.practice_id = ${practiceId} and s.taken_back_on is null
    union all
    select 'P' || p.patient_payment_id, p.paid_on, '', p.receipt, p.method, null, null, null, null,
      null, p.cents, 'no-deposit', null, p.patient_payment_id
    from patient_payments p
    where p.practice_id = ${practiceId} and p.deposit_slip_id is null and p.reversed_on is null
      and p.file_id is null and p.cents > 0 and ${isOwnCash}
    union all
    select 'B' || p.patient_payment_id, p.reversed_on, '', p.receipt, p.method, null, null, null, null,
      null, -p.cents, 'no-deposit', p.deposit_slip_id, p.patient_payment_id
    from patient_payments p
    where p.practice_id = ${practiceId} and p.deposit_slip_id is not null
      and p.reversed_on is not null`;
}

/** One page of the cash board, the newest first; `today` is the practice's business date. */
export async function searchCash(
  transaction: PracticeTransaction,
  filter: CashFilter,
  page: {
    readonly limit: number;
    readonly after?: CashKey | undefined;
    readonly today: string;
    readonly withTotal?: boolean;
  },
): Promise<Page<CashRow, CashKey>> {
  const { after, today } = page;
  const rows = await transaction.query<CashRow>(sql`
    select side.key, side.on_date as "on", side.payer, side.trace_number as "traceNumber", side.method,
      side.remittance_id as "remittanceId", side.bank_deposit_id as "depositId",
      side.slip_id as "slipId", side.payment_id as "paymentId",
      side.bank_cents as "bankCents", coalesce(side.fee_cents, 0) as "feeCents", side.remittance_cents as "remittanceCents",
      side.posted_cents as "postedCents",
      coalesce(side.bank_cents + side.fee_cents, 0) - side.posted_cents as "unexplainedCents",
      greatest(${today}::date - side.on_date, 0) as "ageDays", side.state
    from ${sides(transaction.practiceId)} side
    where ${conditionsOf(filter)} and ${ofState(filter.state)} ${
      after ? sql`and (side.on_date, side.key) < (${after[0]}::date, ${after[1]})` : sql``
    }
    order by side.on_date desc, side.key desc
    limit ${page.limit + 1}`);
  const shown = pageOf(rows, page.limit, (row): CashKey => [row.on, row.key]);
  return page.withTotal ? { ...shown, total: await totalOf(transaction, filter) } : shown;
}

async function totalOf(transaction: PracticeTransaction, filter: CashFilter): Promise<ListTotal> {
  const groups = await transaction.query<{ state: string; count: number; cents: number }>(sql`
    select side.state, count(*)::bigint as count,
      coalesce(sum(coalesce(side.bank_cents + side.fee_cents, side.remittance_cents,
        side.posted_cents)), 0)::bigint as cents
    from ${sides(transaction.practiceId)} side
    where ${conditionsOf(filter)} group by side.state`);
  return totalOfGroups(groups, { state: filter.state });
}

const unexplained: Readonly<Record<Unexplained, Sql>> = {
  "1": sql`side.state <> 'agrees'`,
  "not-deposited": sql`side.bank_cents is null and side.posted_cents <> 0`,
  "not-posted": sql`side.bank_cents is not null and side.state <> 'agrees'`,
};

function ofState(state: CashState | undefined): Sql {
  return state === undefined ? sql`true` : sql`side.state = ${state}`;
}

/** The conditions of every filter but the state, which the total counts by. */
function conditionsOf(filter: CashFilter): Sql {
  const { search, from, through } = filter;
  return allOf([
    ...(filter.unexplained === undefined ? [] : [unexplained[filter.unexplained]]),
    ...(search?.trim() ? [beginsWith(sql`side.trace_number`, search.trim())] : []),
    ...(from === undefined ? [] : [sql`side.on_date >= ${from}::date`]),
    ...(through === undefined ? [] : [sql`side.on_date <= ${through}::date`]),
  ]);
}

/**
 * The board's sums over the days asked for. What the bank has and what was kept of it, less what is posted, is what waits to be
 * posted less what waits for the bank: the two are itemised by the rows of their states.
 */
export async function cashTotals(
  transaction: PracticeTransaction,
  days: { readonly from?: string | undefined; readonly through?: string | undefined },
): Promise<CashTotals> {
  const [row] = await transaction.query<CashTotals>(sql`
    select coalesce(sum(side.bank_cents), 0)::bigint as "bankCents",
      coalesce(sum(side.fee_cents), 0)::bigint as "feeCents",
      coalesce(sum(side.remittance_cents), 0)::bigint as "remittanceCents",
      coalesce(sum(side.posted_cents), 0)::bigint as "postedCents",
      coalesce(sum(side.posted_cents) filter (where side.bank_cents is null), 0)::bigint
        as "notDepositedCents",
      coalesce(sum(side.bank_cents + side.fee_cents)
          filter (where side.state <> 'agrees'), 0)::bigint
        as "notPostedCents",
      (select max(deposited_on) from bank_deposits
       where practice_id = ${transaction.practiceId} and taken_back_on is null) as "bankThrough"
    from ${sides(transaction.practiceId)} side
    where ${conditionsOf(days)}`);
  return row ?? noCash;
}

const noCash: CashTotals = {
  bankCents: 0,
  feeCents: 0,
  remittanceCents: 0,
  postedCents: 0,
  notDepositedCents: 0,
  notPostedCents: 0,
  bankThrough: null,
};
