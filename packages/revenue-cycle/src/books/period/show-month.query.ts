import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, instantText } from "../../masters/answer-columns.query.ts";
import { nextMonth } from "./open-period.ts";
import { listMonths } from "./period.store.ts";
import type { AccountMonth, MonthAnswer, MonthPage, MonthQuestion } from "./period-answers.ts";

type LastChange = {
  readonly month: string;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly reason: string | null;
};

/** Every month of the books, the newest first, each with its last change. */
export async function showMonths(
  transaction: PracticeTransaction,
  today: string,
): Promise<MonthAnswer[]> {
  const changes = await transaction.query<LastChange>(sql`
    select distinct on (month) month, ${actorName(sql`actor`)} as "changedBy",
      ${instantText(sql`recorded_at`)} as "changedAt", reason
    from period_changes where practice_id = ${transaction.practiceId}
    order by month, period_change_id desc`);
  const byMonth = new Map(changes.map((change) => [change.month, change]));
  return (await listMonths(transaction, today)).map((each) => {
    const { changedBy, changedAt, reason } = byMonth.get(each.month) ?? noChange;
    return { ...each, changedBy, changedAt, reason };
  });
}

const noChange = { changedBy: null, changedAt: null, reason: null };

/** One month with its trial balance and what is still unexplained in it; undefined for another one. */
export async function showMonth(
  transaction: PracticeTransaction,
  month: string,
  today: string,
): Promise<MonthPage | undefined> {
  const found = (await showMonths(transaction, today)).find((each) => each.month === month);
  if (found === undefined) return undefined;
  const accounts = await trialBalance(transaction, month);
  const { questions, hasDeposits } = await openQuestions(transaction, month);
  const inBooks = (
    ["suspense", "unapplied-cash", "unmatched-reversal", "out-of-balance"] as const
  ).map((question): MonthQuestion => {
    const cents = accounts
      .filter((account) => account.kind === question)
      .reduce((sum, account) => sum + account.closingCents, 0);
    return { question, count: cents === 0 ? 0 : 1, cents };
  });
  return { ...found, accounts, questions: [...questions, ...inBooks], hasDeposits };
}

/**
 * What every account stood at before the month, what moved in it and what it ends with. Each of the
 * three sums of balances is zero, and debits equal credits, because every transfer has both sides.
 */
async function trialBalance(
  transaction: PracticeTransaction,
  month: string,
): Promise<AccountMonth[]> {
  const { practiceId } = transaction;
  return transaction.query<AccountMonth>(sql`
    with pairs as materialized (
      select debit_account_id, credit_account_id, effective_on >= ${month}::date as is_within,
        sum(cents) as cents
      from transfers
      where practice_id = ${practiceId} and effective_on < ${nextMonth(month)}::date
      group by 1, 2, 3),
    sides as (
      select debit_account_id as account_id, is_within, cents as debit, 0 as credit from pairs
      union all
      select credit_account_id, is_within, 0, cents from pairs),
    sums as (
      select account_id,
        sum(debit - credit) filter (where not is_within) as opening,
        sum(debit) filter (where is_within) as debit,
        sum(credit) filter (where is_within) as credit
      from sides group by account_id)
    select a.kind, a.name, coalesce(s.opening, 0)::bigint as "openingCents",
      coalesce(s.debit, 0)::bigint as "debitCents", coalesce(s.credit, 0)::bigint as "creditCents",
      (coalesce(s.opening, 0) + coalesce(s.debit, 0) - coalesce(s.credit, 0))::bigint
        as "closingCents"
    from accounts a left join sums s using (account_id)
    where a.practice_id = ${practiceId}
    order by a.account_id`);
}

type Counted = { readonly count: number; readonly cents: number };

async function openQuestions(
  transaction: PracticeTransaction,
  month: string,
): Promise<{ readonly questions: MonthQuestion[]; readonly hasDeposits: boolean }> {
  const { practiceId } = transaction;
  const until = nextMonth(month);
  const [row] = await transaction.query<{
    deposits: Counted;
    undeposited: Counted;
    waiting: Counted;
    hasDeposits: boolean;
  }>(sql`
    select
      (select json_build_object('count', count(*), 'cents', coalesce(sum(cents), 0))
       from bank_deposits
       where practice_id = ${practiceId} and remittance_id is null and taken_back_on is null
         and deposited_on >= ${month}::date and deposited_on < ${until}::date) as deposits,
      (select json_build_object('count', count(*), 'cents', coalesce(sum(m.paid_cents), 0))
       from remittances m
       where m.practice_id = ${practiceId} and m.verdict = 'posted' and m.paid_cents > 0
         and m.effective_on >= ${month}::date and m.effective_on < ${until}::date
         and not exists (select from bank_deposits d
           where d.practice_id = m.practice_id and d.remittance_id = m.remittance_id)) as undeposited,
      (select json_build_object('count', count(*), 'cents', coalesce(sum(m.paid_cents), 0))
       from remittances m
       where m.practice_id = ${practiceId} and m.verdict in ('quarantined', 'held')
         and m.effective_on >= ${month}::date and m.effective_on < ${until}::date) as waiting,
      exists (select from bank_deposits
        where practice_id = ${practiceId} and taken_back_on is null) as "hasDeposits"`);
  if (row === undefined) return { questions: [], hasDeposits: false };
  return {
    questions: [
      { question: "deposits-without-remittance", ...row.deposits },
      { question: "remittances-without-deposit", ...row.undeposited },
      { question: "remittances-not-posted", ...row.waiting },
    ],
    hasDeposits: row.hasDeposits,
  };
}
