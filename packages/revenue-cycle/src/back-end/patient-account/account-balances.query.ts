import { join, type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, beginsWith } from "../../masters/answer-columns.query.ts";
import { type ListTotal, type Page, pageOf } from "../../masters/answer-schemas.ts";
import { namesMeant } from "../../masters/patient/patient.ts";
import {
  answeringGuarantor,
  claimAccountJoins,
  givenCents,
  patientSince,
} from "./account-columns.query.ts";
import type { BalanceAge } from "./patient-account.ts";
import type { PatientBalance } from "./patient-account-answers.ts";

export type BalanceFilter = {
  /** Only this account. */
  readonly account?: string | undefined;
  /** The beginning of a name. */
  readonly search?: string | undefined;
  readonly age?: BalanceAge | undefined;
  readonly minimumCents?: number | undefined;
  /** Never told, told before the cycle began, or told within it. */
  readonly told?: "never" | "due" | "lately" | undefined;
};

export type BalanceKey = [number, string];

export type BalanceSearch = BalanceFilter & {
  readonly today: string;
  readonly cycleDays: number;
  readonly limit: number;
  readonly after?: BalanceKey | undefined;
  readonly withTotal?: boolean;
};

/** An account with what a statement needs of it beside its claims. */
export type AccountBalance = PatientBalance & {
  readonly guarantorId: number | null;
  readonly patientId: number | null;
  readonly claimIds: readonly number[];
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
};

/**
 * Every account with an open claim or money that waits: the rows that patients owe are few, and an
 * index holds them alone. Ends in the table expression `balance`. Since when something is owed costs a
 * look at every claim's transfers, so it is null unless the accounts are chosen by it.
 */
function balances(practiceId: number, { age }: BalanceFilter): Sql {
  const since = age === undefined ? sql`null::date` : patientSince(practiceId);
  return sql`
    owed as materialized (
      select r.claim_id, sum(r.open_patient_cents)::bigint as cents from receivables r
      where r.practice_id = ${practiceId} and r.open_patient_cents > 0 group by r.claim_id),
    item as (
      select ${answeringGuarantor} as guarantor_id, p.patient_id, c.claim_id, owed.cents,
        0::bigint as unapplied, ${since} as since
      from owed
      join claims c on c.practice_id = ${practiceId} and c.claim_id = owed.claim_id
      ${claimAccountJoins}
      union all
      select coalesce(pay.guarantor_id, p.guarantor_id), pay.patient_id, null, 0,
        pay.cents - ${givenCents}, null
      from patient_payments pay
      left join patients p on p.practice_id = pay.practice_id and p.patient_id = pay.patient_id
      where pay.practice_id = ${practiceId} and pay.claim_id is null and pay.reversed_on is null
        and (pay.guarantor_id is not null or pay.patient_id is not null)),
    balance as (
      select coalesce('g' || guarantor_id, 'p' || patient_id) as account,
        max(guarantor_id) as guarantor_id,
        case when max(guarantor_id) is null then max(patient_id) end as patient_id,
        sum(cents)::bigint as owed_cents, sum(unapplied)::bigint as unapplied_cents,
        count(claim_id) as claims, min(since) as oldest_since,
        count(distinct patient_id) as patients,
        coalesce(array_agg(claim_id) filter (where claim_id is not null), '{}') as claim_ids
      from item group by coalesce('g' || guarantor_id, 'p' || patient_id)
      having sum(cents) > 0 or sum(unapplied) > 0)`;
}

/** Who answers, for every row of `balance` as `b`. */
function person(practiceId: number): Sql {
  return sql`
    left join guarantors g on g.practice_id = ${practiceId} and g.guarantor_id = b.guarantor_id
    left join patients own on own.practice_id = ${practiceId} and own.patient_id = b.patient_id`;
}

/** Who answers, and when he was told last; for every row of `balance` as `b`. */
function answeringPerson(practiceId: number): Sql {
  return sql`${person(practiceId)}
    left join lateral (
      select max(issued_on) as issued_on from (
        select issued_on from statements where practice_id = ${practiceId}
          and guarantor_id = b.guarantor_id and voided_on is null
        union all
        select issued_on from statements where practice_id = ${practiceId}
          and patient_id = b.patient_id and voided_on is null) statement) told on true`;
}

const lastName = sql`coalesce(g.last_name, own.last_name)`;
const firstName = sql`case when g.guarantor_id is null then own.first_name else g.first_name end`;

function conditionsOf(filter: BalanceSearch): Sql {
  const { account, search, age, minimumCents, told, today, cycleDays } = filter;
  const days = sql`(${today}::date - b.oldest_since)`;
  const ages: Record<BalanceAge, Sql> = {
    "0-30": sql`${days} <= 30`,
    "31-60": sql`${days} between 31 and 60`,
    "61-90": sql`${days} between 61 and 90`,
    "over-90": sql`${days} > 90`,
  };
  const lately = sql`told.issued_on > ${today}::date - ${cycleDays}::integer`;
  const tellings = {
    never: sql`told.issued_on is null`,
    due: sql`(told.issued_on is null or not ${lately})`,
    lately,
  };
  return allOf([
    ...(account === undefined ? [] : [sql`b.account = ${account}`]),
    ...(age === undefined ? [] : [ages[age]]),
    ...(minimumCents === undefined ? [] : [sql`b.owed_cents >= ${minimumCents}`]),
    ...(told === undefined ? [] : [tellings[told]]),
    ...(search?.trim() ? [isNamed(search)] : []),
  ]);
}

function isNamed(search: string): Sql {
  const names = namesMeant(search).map(([last, first]) =>
    allOf([
      beginsWith(sql`coalesce(g.last_name_key, own.last_name_key)`, last),
      ...(first === undefined
        ? []
        : [
            beginsWith(
              sql`case when g.guarantor_id is null then own.first_name_key else g.first_name_key end`,
              first,
            ),
          ]),
    ]),
  );
  return names.length === 0 ? sql`false` : sql`(${join(names, " or ")})`;
}

/** Accounts by what they owe, the largest first, with whom a letter would go to. */
export async function accountBalances(
  transaction: PracticeTransaction,
  search: BalanceSearch,
): Promise<Page<AccountBalance, BalanceKey>> {
  const { practiceId } = transaction;
  const { after, limit } = search;
  const where = conditionsOf(search);
  const rows = await transaction.query<AccountBalance>(sql`
    with ${balances(practiceId, search)},
    page as (
      select b.*, told.issued_on from balance b ${answeringPerson(practiceId)}
      where ${where} ${
        after
          ? sql`and (b.owed_cents < ${after[0]}
            or b.owed_cents = ${after[0]} and b.account > ${after[1]})`
          : sql``
      }
      order by b.owed_cents desc, b.account limit ${limit + 1})
    select b.account, concat_ws(', ', ${lastName}, ${firstName}) as name,
      coalesce(g.phone, own.phone) as phone, b.patients, b.owed_cents as "owedCents",
      b.unapplied_cents as "unappliedCents", b.claims,
      (select min(${patientSince(practiceId)}) from claims c
        where c.practice_id = ${practiceId} and c.claim_id = any (b.claim_ids)) as "oldestSince",
      b.issued_on as "lastStatementOn",
      array(select h.kind from account_holds h where h.practice_id = ${practiceId}
        and h.lifted_on is null and (h.guarantor_id = b.guarantor_id or h.patient_id = b.patient_id)
        order by h.account_hold_id) as holds,
      b.guarantor_id as "guarantorId", b.patient_id as "patientId", b.claim_ids as "claimIds",
      coalesce(g.address_line1, own.address_line1) as "addressLine1",
      coalesce(g.address_line2, own.address_line2) as "addressLine2",
      coalesce(g.city, own.city) as city, coalesce(g.state, own.state) as state,
      coalesce(g.postal_code, own.postal_code) as "postalCode"
    from page b ${person(practiceId)}
    order by b.owed_cents desc, b.account`);
  const page = pageOf(rows, limit, (row): BalanceKey => [row.owedCents, row.account]);
  return search.withTotal ? { ...page, total: await totalOf(transaction, search) } : page;
}

async function totalOf(
  transaction: PracticeTransaction,
  search: BalanceSearch,
): Promise<ListTotal> {
  const { practiceId } = transaction;
  return transaction.one<{ count: number; cents: number }>(sql`
    with ${balances(practiceId, search)}
    select count(*) as count, coalesce(sum(b.owed_cents), 0)::bigint as cents
    from balance b ${answeringPerson(practiceId)} where ${conditionsOf(search)}`);
}
