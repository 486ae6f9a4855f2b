import { identifier, join, type Sql, sql } from "@headwater/platform/database/sql.ts";
import {
  receivableAmounts,
  receivableColumn,
  receivableEffects,
} from "../../books/receivable/receivable.ts";
import { facilityKey, ownFacility, providerKey } from "./place-of-claim.query.ts";
import { amongClaims, type ReportScope } from "./report-scope.query.ts";

/**
 * What every line stood at on the as-of date. When nothing in the books is later, `receivables` says
 * it; otherwise the transfers up to the date are added up by what their accounts do to a line.
 */
function balances(scope: ReportScope): Sql {
  return scope.isSettled
    ? sql`select * from receivables where practice_id = ${scope.practiceId}
        ${amongClaims(scope, sql`claim_id`)}`
    : balancesFromTransfers(scope);
}

/** Every amount of a receivable but `denied`, which no transfer moves. */
const amounts = receivableAmounts.filter((amount) => amount !== "denied");

/** What each pair of accounts does to each amount of a line: 1, -1 or 0 times the cents. */
const effects = receivableEffects.flatMap(({ debit, credit, grows, shrinks }) => {
  const signs = (sign: number) =>
    Object.fromEntries(
      amounts.map((amount) => {
        const grown = grows.includes(amount) ? sign : 0;
        return [receivableColumn(amount), shrinks.includes(amount) ? -sign : grown];
      }),
    );
  return [
    { debit, credit, ...signs(1) },
    { debit: credit, credit: debit, ...signs(-1) },
  ];
});

const signColumns: Sql = join(
  amounts.map((amount) => sql`${identifier(receivableColumn(amount))} integer`),
);

const signedSums: Sql = join(
  amounts.map((amount) => {
    const column = identifier(receivableColumn(amount));
    return sql`sum(x.cents * effect.${column})::bigint as ${column}`;
  }),
);

function balancesFromTransfers({ practiceId, asOf }: ReportScope): Sql {
  return sql`
    select ${practiceId}::bigint as practice_id, moved.*, greatest(least(coalesce(refused.cents, 0), open_insurance_cents), 0) as denied_cents
    from (
      select x.claim_id, x.line_number, ${signedSums}
      from transfers x
      join accounts debit on debit.practice_id = ${practiceId} and debit.account_id = x.debit_account_id
      join accounts credit on credit.practice_id = ${practiceId} and credit.account_id = x.credit_account_id
      join jsonb_to_recordset(${JSON.stringify(effects)}::jsonb)
        as effect (debit text, credit text, ${signColumns})
        on effect.debit = debit.kind and effect.credit = credit.kind
      where x.practice_id = ${practiceId} and x.claim_id is not null
        and x.effective_on <= ${asOf}::date
      group by x.claim_id, x.line_number) moved
    left join (${refusedByLatestRemittance({ practiceId, asOf })}) refused
      using (claim_id, line_number)`;
}

/** What the newest adjudication up to the date refused, line by line. */
function refusedByLatestRemittance(scope: { practiceId: number; asOf: string }): Sql {
  return sql`
    select d.claim_id, d.line_number, sum(d.cents)::bigint as cents
    from denials d
    join (
      select distinct on (rc.claim_id) rc.claim_id, rc.remittance_id
      from remittance_claims rc join remittances m using (practice_id, remittance_id)
      where rc.practice_id = ${scope.practiceId} and rc.claim_id is not null
        and m.verdict = 'posted' and m.effective_on <= ${scope.asOf}::date
      order by rc.claim_id, m.effective_on desc, m.remittance_id desc) newest
      on newest.claim_id = d.claim_id and newest.remittance_id = d.remittance_id
    where d.practice_id = ${scope.practiceId}
    group by d.claim_id, d.line_number`;
}

/** The claims that replace another one: few, where all claims would make a hash of its own. */
export function successors(practiceId: number): Sql {
  return sql`(select claim_id, submitted_on from claims
    where practice_id = ${practiceId} and replaces_claim_id is not null) successor`;
}

/** The age of the claim `c` from its first date of service. */
function ageBucket(asOf: string): Sql {
  return sql`case when c.service_from is null then 'undated'
    when c.service_from >= ${asOf}::date - 30 then '0-30'
    when c.service_from >= ${asOf}::date - 60 then '31-60'
    when c.service_from >= ${asOf}::date - 90 then '61-90'
    when c.service_from >= ${asOf}::date - 120 then '91-120' else '>120' end`;
}

/**
 * What is open with payers and patients and of how many claims, by payer and age of the claim, read
 * from every line; credits are not taken off.
 */
export function openByPayerAndAge(scope: ReportScope): Sql {
  return sql`
    select c.payer_id as "payerId", ${ageBucket(scope.asOf)} as bucket,
      sum(open.insurance_cents)::bigint as "insuranceCents",
      sum(open.patient_cents)::bigint as "patientCents", count(*) as claims
    from (
      select claim_id, sum(open_insurance_cents) as insurance_cents,
        sum(open_patient_cents) as patient_cents
      from (${balances(scope)}) b
      where open_insurance_cents > 0 or open_patient_cents > 0
      group by claim_id) open
    join claims c on c.practice_id = ${scope.practiceId} and c.claim_id = open.claim_id
    group by c.payer_id, bucket`;
}

/** What the services of each month were charged, brought so far and are denied, as of the date. */
export function moneyByMonthOfService(scope: ReportScope): Sql {
  return sql`
    select to_char(c.service_from, 'YYYY-MM') as month, sum(b.charged_cents)::bigint as "chargedCents",
      sum(b.insurance_paid_cents + b.patient_paid_cents)::bigint as "paidCents",
      sum(b.denied_cents)::bigint as "deniedCents"
    from (${balances(scope)}) b
    join claims c on c.practice_id = ${scope.practiceId} and c.claim_id = b.claim_id
    where c.service_from >= date_trunc('month', ${scope.asOf}::date) - interval '11 months'
      and c.service_from <= ${scope.asOf}::date
    group by month`;
}

/**
 * Service lines as they stood on the as-of date; line 0 is a claim as a whole. Their age counts from
 * the claim's first date of service.
 */
export function lineSource(scope: ReportScope): Sql {
  const { practiceId, asOf } = scope;
  return sql`
    select b.*, b.claim_id * 10000 + b.line_number as row_key, 'line' as kind,
      null::bigint as remittance_id, c.patient_control_number, c.patient_id, c.payer_id, c.state,
      c.service_from, c.service_from as on_date, null::text as label,
      ${ageBucket(asOf)} as age_bucket,
      coalesce(c.service_from > ${asOf}::date - 90 and c.service_from <= ${asOf}::date, false)
        as is_recent,
      case when insurance_paid_cents > 0 or patient_responsibility_cents > 0
        then b.charged_cents + incentive_cents - contractual_cents - denied_cents - written_off_cents
        else 0 end as allowed_cents,
      (denied_cents > 0)::integer as denied_lines,
      (open_insurance_cents > 0)::integer as open_insurance_lines,
      (open_patient_cents > 0)::integer as open_patient_lines,
      d.group_code, d.reason_code, d.category, d.stage, d.process,
      ${providerKey} as provider_key, ${facilityKey} as facility_key,
      coalesce(d.due_on < ${asOf}::date, false) as is_past_due,
      coalesce(c.rejected_on <= ${asOf}::date
        and not coalesce(c.accepted_on between c.rejected_on and ${asOf}::date, false)
        and not coalesce(c.first_adjudicated_on <= ${asOf}::date, false)
        and not coalesce(successor.submitted_on <= ${asOf}::date, false), false)
        as is_rejected_unworked,
      coalesce(c.submitted_on < ${asOf}::date - 45
        and not coalesce(c.first_adjudicated_on <= ${asOf}::date, false)
        and not coalesce(c.rejected_on <= ${asOf}::date, false), false) as is_unanswered
    from (${balances(scope)}) b
    join claims c on c.practice_id = ${practiceId} and c.claim_id = b.claim_id
    ${ownFacility(scope)}
    left join ${successors(practiceId)} on successor.claim_id = c.replaced_by_claim_id
    left join (
      select distinct on (claim_id, line_number) claim_id, line_number, group_code, reason_code,
        category, stage, process, due_on
      from denials
      where practice_id = ${practiceId} and denied_on <= ${asOf}::date and state <> 'reversed'
        ${amongClaims(scope, sql`claim_id`)}
      order by claim_id, line_number, denied_on desc, cents desc, denial_id) d
      on d.claim_id = b.claim_id and d.line_number = b.line_number`;
}

/**
 * The transfers of the scope as `x`. Those of some claims are found through their postings, which name
 * the same claim, before anything else is joined: beside other tables the planner reads all transfers.
 */
function transfersOf(scope: ReportScope): Sql {
  if (scope.claims === undefined) return sql`transfers x`;
  const { practiceId } = scope;
  return sql`(with moved as materialized (
      select t.practice_id, t.claim_id, t.line_number, t.debit_account_id, t.credit_account_id,
        t.cents, t.reason_code, t.effective_on
      from postings p
      join transfers t on t.practice_id = ${practiceId} and t.posting_id = p.posting_id
      where p.practice_id = ${practiceId} ${amongClaims(scope, sql`p.claim_id`)})
    select * from moved) x`;
}

/** What was billed on the line, for sources that price it. */
const billed: Sql = sql`service_lines l on l.practice_id = s.practice_id and l.claim_id = s.claim_id
  and l.line_number = s.line_number`;

/**
 * Modifiers by which a payer prices a service otherwise than the row of its code says: both sides, reduced
 * or broken off, parts of a global period, second surgeons and assistants, one component.
 */
const pricingModifiers: Sql = sql`array['50', '52', '53', '54', '55', '56', '62', '66', '73', '74',
  '78', '80', '81', '82', 'AS', '26', 'TC']`;

/**
 * The fee schedule's amount for the line's units, from the row in force on the date of service. A row is of
 * a code as it stands: it says nothing of a line whose modifiers change the price.
 */
function contractCents(scope: ReportScope): Sql {
  if (!scope.hasContracts) return sql`null::bigint`;
  return sql`(select round(fee.allowed_cents * coalesce(nullif(l.units, 0), 1))::bigint
    from fee_schedule_rows fee
    where fee.practice_id = ${scope.practiceId} and fee.payer_id = s.payer_id
      and fee.procedure_code = l.procedure_code
      and not l.modifiers && ${pricingModifiers}
      and fee.effective_from <= coalesce(l.service_from, s.service_from)
      and (fee.effective_to is null
        or fee.effective_to >= coalesce(l.service_from, s.service_from))
    order by fee.effective_from desc limit 1)`;
}

/** Nurse practitioners, physician assistants, clinical nurse specialists and midwives (NUCC taxonomy). */
const nonPhysicians = "^(363A|363L|364S|367A)";
const nonPhysicianShare: Sql = sql`0.85`;

/**
 * Lines that a payer settled and that a fee schedule prices. Reductions that the contract knows are
 * added back: sequestration (CARC 253), multiple procedures (59), quality programs (237). A schedule does
 * not say who renders; where it is no physician, up to 15 % less (42 CFR 414.56) is not named underpaid.
 */
export function contractLineSource(scope: ReportScope): Sql {
  const { practiceId, asOf } = scope;
  return sql`
    select priced.*, case
        when shortfall_cents > units then shortfall_cents else 0 end as underpaid_cents,
      (shortfall_cents > units)::integer as underpaid_lines
    from (
      select line.*, least(round(line.contract_cents * case when other.npi is null then 1
            else ${nonPhysicianShare}::numeric end)::bigint, line.charged_cents)
        - (line.charged_cents + incentive_cents - contractual_cents
          + coalesce(reduced.cents, 0)) as shortfall_cents
      from (select s.*, coalesce(nullif(l.units, 0), 1) as units,
          ${contractCents(scope)} as contract_cents
        from (${lineSource(scope)}) s join ${billed}
        where insurance_paid_cents > 0 or patient_responsibility_cents > 0) line
      left join (
        select x.claim_id, x.line_number,
          sum(case when debit.kind = 'contractual' then x.cents else -x.cents end)::bigint as cents
        from ${transfersOf(scope)}
        join accounts debit on debit.practice_id = ${practiceId}
          and debit.account_id = x.debit_account_id
        join accounts credit on credit.practice_id = ${practiceId}
          and credit.account_id = x.credit_account_id
        where x.practice_id = ${practiceId} and x.reason_code in ('253', '59', '237')
          and x.effective_on <= ${asOf}::date and 'contractual' in (debit.kind, credit.kind)
        group by x.claim_id, x.line_number) reduced using (claim_id, line_number)
      left join providers other on other.practice_id = ${practiceId}
        and other.npi = line.provider_key and other.taxonomy ~ ${nonPhysicians}
      where line.contract_cents is not null) priced`;
}

/**
 * Lines of the mature year (dates of service 120 to 485 days before the as-of date) with what they
 * should have brought. A line that the payer settled is worth what it allowed; any other the fee
 * schedule's amount, else the payer's usual allowed amount for the code, else its charge.
 */
export function matureLineSource(scope: ReportScope): Sql {
  const { asOf } = scope;
  return sql`
    select year.*, case
        when is_settled then charged_cents + incentive_cents - contractual_cents
        else least(charged_cents, coalesce(contract_cents,
          round(usual.unit_cents * year.units)::bigint, charged_cents)) end as expected_cents
    from (
      select s.*, l.procedure_code, coalesce(nullif(l.units, 0), 1) as units,
        ${contractCents(scope)} as contract_cents,
        (insurance_paid_cents > 0 or patient_responsibility_cents > 0
          or contractual_cents > 0) as is_settled
      from (${lineSource(scope)}) s left join ${billed}
      where s.service_from between ${asOf}::date - 485 and ${asOf}::date - 120) year
    left join (${usualAllowed(scope)}) usual using (payer_id, procedure_code)`;
}

/**
 * Every line with what roll-ups price it by: the fee schedule's amount, whether its payer settled it,
 * and what was allowed for one unit where that shows what the payer usually allows.
 */
export function pricedLineSource(scope: ReportScope): Sql {
  return sql`
    select line.*, case when is_settled then charged_cents + incentive_cents - contractual_cents
        else 0 end as settled_expected_cents,
      (charged_cents + incentive_cents - contractual_cents) / units as unit_cents,
      ((insurance_paid_cents > 0 or patient_responsibility_cents > 0) and denied_cents = 0
        and written_off_cents = 0 and procedure_code is not null) as is_usual
    from (
      select s.*, l.procedure_code, coalesce(nullif(l.units, 0), 1) as units,
        ${contractCents(scope)} as contract_cents,
        (insurance_paid_cents > 0 or patient_responsibility_cents > 0
          or contractual_cents > 0) as is_settled
      from (${lineSource(scope)}) s left join ${billed}) line`;
}

/** Every movement of a line's money, by when it took effect. */
export function movementSource(scope: ReportScope): Sql {
  const { practiceId } = scope;
  return sql`
    select x.claim_id, c.payer_id, ${providerKey} as provider_key, ${facilityKey} as facility_key,
      c.service_from as on_date, x.effective_on,
      x.cents * (effect.open_insurance_cents + effect.open_patient_cents) as open_cents,
      x.cents * effect.charged_cents as charged_cents
    from ${transfersOf(scope)}
    join accounts debit on debit.practice_id = ${practiceId} and debit.account_id = x.debit_account_id
    join accounts credit on credit.practice_id = ${practiceId} and credit.account_id = x.credit_account_id
    join jsonb_to_recordset(${JSON.stringify(effects)}::jsonb)
      as effect (debit text, credit text, ${signColumns})
      on effect.debit = debit.kind and effect.credit = credit.kind
    join claims c on c.practice_id = ${practiceId} and c.claim_id = x.claim_id
    ${ownFacility(scope)}
    where x.practice_id = ${practiceId} and x.claim_id is not null`;
}

/**
 * The median of what each payer allowed for one unit of a code, over the lines it paid whole. Equal
 * amounts are counted first: there are few, and sorting every line took four times as long.
 */
function usualAllowed(scope: ReportScope): Sql {
  return sql`
    select payer_id, procedure_code, (min(unit_cents) filter (where upto * 2 >= total)
      + min(unit_cents) filter (where upto * 2 > total)) / 2 as unit_cents
    from (
      select payer_id, procedure_code, unit_cents,
        sum(times) over (partition by payer_id, procedure_code order by unit_cents) as upto,
        sum(times) over (partition by payer_id, procedure_code) as total
      from (
        select c.payer_id, l.procedure_code, count(*) as times,
          (b.charged_cents + b.incentive_cents - b.contractual_cents)
            / coalesce(nullif(l.units, 0), 1) as unit_cents
        from (${balances(scope)}) b
        join claims c on c.practice_id = ${scope.practiceId} and c.claim_id = b.claim_id
        join service_lines l on l.practice_id = ${scope.practiceId} and l.claim_id = b.claim_id
          and l.line_number = b.line_number
        where (b.insurance_paid_cents > 0 or b.patient_responsibility_cents > 0)
          and b.denied_cents = 0 and b.written_off_cents = 0 and l.procedure_code is not null
        group by c.payer_id, l.procedure_code, unit_cents) counted) ranked
    group by payer_id, procedure_code`;
}
