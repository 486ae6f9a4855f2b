import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  type ReceivableAmount,
  type ReceivableEffect,
  receivableEffects,
} from "../../books/receivable/receivable.ts";
import { openByPayerAndAge } from "../kpi/line-source.query.ts";
import type { ReportScope } from "../kpi/report-scope.query.ts";
import type { AgedCents } from "./aged-cents.ts";
import { keptOfChunk, openOfChunk } from "./open-chunks.store.ts";

/**
 * The receivables aging on the as-of date: what payers and patients owe by payer and age of the claim.
 * It is true in every moment: the totals of what is open, with the chunks written since they were
 * counted read anew, less what moved after the date.
 */
export async function ageReceivables(
  transaction: PracticesTransaction,
  scope: ReportScope,
): Promise<AgedCents[]> {
  const { isUncounted } = await transaction.one<{ isUncounted: boolean }>(sql`
    select exists (select from measure_changes
      where practice_id = ${scope.practiceId} and axis = 'all') as "isUncounted"`);
  if (isUncounted) return transaction.query<AgedCents>(openByPayerAndAge(scope));
  return transaction.query<AgedCents>(agingFromTotals(scope));
}

/**
 * The aging as one statement, so that totals, marks and lines are those of one moment. The totals are
 * right for every chunk that no mark names.
 */
export function agingFromTotals(scope: ReportScope): Sql {
  const { practiceId, asOf } = scope;
  const later = scope.isSettled ? sql`` : sql`union all ${movedLater(practiceId)}`;
  const movements = scope.isSettled ? sql`` : sql`, ${movementsAfter(scope)}`;
  return sql`
    with written as materialized (
      select distinct chunk from measure_changes
      where practice_id = ${practiceId} and axis = 'claim' and chunk >= 0)
    ${movements}
    select payer_id as "payerId", case when service_on = 'infinity' then 'undated'
        when service_on >= ${asOf}::date - 30 then '0-30'
        when service_on >= ${asOf}::date - 60 then '31-60'
        when service_on >= ${asOf}::date - 90 then '61-90'
        when service_on >= ${asOf}::date - 120 then '91-120' else '>120' end as bucket,
      sum(insurance_cents)::bigint as "insuranceCents",
      sum(patient_cents)::bigint as "patientCents", sum(claims)::bigint as claims
    from (
      select payer_id, service_on, insurance_cents, patient_cents, claims from open_cells
      where practice_id = ${practiceId}
      union all
      select kept.payer_id, kept.service_on, -kept.insurance_cents, -kept.patient_cents,
        -kept.claims
      from written
      join open_chunks k on k.practice_id = ${practiceId} and k.chunk = written.chunk
      cross join ${keptOfChunk}
      union all
      select o.* from written
      cross join lateral (${openOfChunk(practiceId, sql`written.chunk`)}) o
      ${later}) each
    group by payer_id, bucket
    having sum(claims) <> 0`;
}

const openEffects = receivableEffects.flatMap(({ debit, credit, ...moved }) => {
  const insurance = signOf(moved, "openInsurance");
  const patient = signOf(moved, "openPatient");
  if (insurance === 0 && patient === 0) return [];
  return [
    { debit, credit, insurance, patient },
    { debit: credit, credit: debit, insurance: -insurance, patient: -patient },
  ];
});

function signOf(
  { grows, shrinks }: Pick<ReceivableEffect, "grows" | "shrinks">,
  amount: ReceivableAmount,
): number {
  return Number(grows.includes(amount)) - Number(shrinks.includes(amount));
}

/** By how much the claims that moved after the as-of date were open otherwise on it. */
function movedLater(practiceId: number): Sql {
  return sql`
    select c.payer_id, coalesce(c.service_from, 'infinity'),
      (moved.insurance_then - moved.insurance_now)::bigint,
      (moved.patient_then - moved.patient_now)::bigint,
      moved.is_open_then::integer - moved.is_open_now::integer
    from (
      select r.claim_id, sum(r.open_insurance_cents) as insurance_now,
        sum(r.open_patient_cents) as patient_now,
        bool_or(r.open_insurance_cents > 0 or r.open_patient_cents > 0) as is_open_now,
        sum(case when was.is_open then was.insurance_cents else 0 end) as insurance_then,
        sum(case when was.is_open then was.patient_cents else 0 end) as patient_then,
        bool_or(was.is_open) as is_open_then
      from (select distinct claim_id from later) touched
      join receivables r on r.practice_id = ${practiceId} and r.claim_id = touched.claim_id
      left join later m on m.claim_id = r.claim_id and m.line_number = r.line_number
      cross join lateral (
        select r.open_insurance_cents - coalesce(m.insurance_cents, 0) as insurance_cents,
          r.open_patient_cents - coalesce(m.patient_cents, 0) as patient_cents) before
      cross join lateral (
        select before.*, before.insurance_cents > 0 or before.patient_cents > 0 as is_open) was
      group by r.claim_id) moved
    join claims c on c.practice_id = ${practiceId} and c.claim_id = moved.claim_id`;
}

/** `later`: what every line's open amounts moved by after the as-of date. */
function movementsAfter({ practiceId, asOf }: ReportScope): Sql {
  return sql`later as materialized (
    select x.claim_id, x.line_number, sum(x.cents * effect.insurance) as insurance_cents,
      sum(x.cents * effect.patient) as patient_cents
    from transfers x
    join accounts debit on debit.practice_id = ${practiceId}
      and debit.account_id = x.debit_account_id
    join accounts credit on credit.practice_id = ${practiceId}
      and credit.account_id = x.credit_account_id
    join jsonb_to_recordset(${JSON.stringify(openEffects)}::jsonb)
      as effect (debit text, credit text, insurance integer, patient integer)
      on effect.debit = debit.kind and effect.credit = credit.kind
    where x.practice_id = ${practiceId} and x.claim_id is not null
      and x.effective_on > ${asOf}::date
    group by x.claim_id, x.line_number)`;
}
