-- The adjustments of a remittance claim are lists instead of objects: their names were most of what was
-- written and read. Rewrites remittance_claims.

update remittance_claims rc set adjustments = (
  select jsonb_agg(jsonb_build_array(a.adjustment -> 'line', a.adjustment -> 'group', a.adjustment -> 'reason',
      a.adjustment -> 'cents', a.adjustment -> 'treatment')
    || case when a.adjustment ? 'quantity' then jsonb_build_array(a.adjustment -> 'quantity') else '[]' end order by a.number)
  from jsonb_array_elements(rc.adjustments) with ordinality as a (adjustment, number))
where rc.adjustments <> '[]';

comment on column remittance_claims.adjustments is
  'Every reason of every CAS in its order, each a list: line (0 is the claim), group, reason, cents, treatment, quantity if stated. How it was read (treatment): contractual, patient, denial, withhold, incentive, prior-payer, informational, pended, capitation, sequestration, hold.';

create or replace view remittance_adjustments with (security_invoker = true) as
  select rc.practice_id, rc.remittance_id, rc.claim_number,
    (a.adjustment ->> 0)::integer as remittance_line_number,
    a.number::integer as adjustment_number,
    a.adjustment ->> 1 as group_code,
    a.adjustment ->> 2 as reason_code,
    (a.adjustment ->> 3)::bigint as cents,
    (a.adjustment ->> 5)::numeric as quantity,
    a.adjustment ->> 4 as treatment
  from remittance_claims rc cross join lateral jsonb_array_elements(rc.adjustments) with ordinality as a (adjustment, number);
