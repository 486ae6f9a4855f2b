-- The adjustments of a remittance claim are kept in its row: they are written once, never changed and
-- always read with it, and as rows of their own they were a third of all rows of a remittance. Rewrites
-- remittance_claims.

alter table remittance_claims add column adjustments jsonb not null default '[]';
comment on column remittance_claims.adjustments is
  'Every reason of every CAS in its order: line (0 is the claim), group, reason, cents, quantity, treatment. How it was read (treatment): contractual, patient, denial, withhold, incentive, prior-payer, informational, pended, capitation, sequestration, hold.';

update remittance_claims rc set adjustments = kept.adjustments
from (
  select practice_id, remittance_id, claim_number,
    jsonb_agg(jsonb_strip_nulls(jsonb_build_object('line', remittance_line_number, 'group', group_code, 'reason', reason_code,
      'cents', cents, 'quantity', quantity::text, 'treatment', treatment)) order by remittance_line_number, adjustment_number) as adjustments
  from remittance_adjustments group by practice_id, remittance_id, claim_number) kept
where rc.practice_id = kept.practice_id and rc.remittance_id = kept.remittance_id and rc.claim_number = kept.claim_number;

drop table remittance_adjustments;

create view remittance_adjustments with (security_invoker = true) as
  select rc.practice_id, rc.remittance_id, rc.claim_number,
    (a.adjustment ->> 'line')::integer as remittance_line_number,
    a.number::integer as adjustment_number,
    a.adjustment ->> 'group' as group_code,
    a.adjustment ->> 'reason' as reason_code,
    (a.adjustment ->> 'cents')::bigint as cents,
    (a.adjustment ->> 'quantity')::numeric as quantity,
    a.adjustment ->> 'treatment' as treatment
  from remittance_claims rc cross join lateral jsonb_array_elements(rc.adjustments) with ordinality as a (adjustment, number);
grant select on remittance_adjustments to headwater_application;

-- No longer names the table that is gone.
create or replace function refresh_statistics() returns boolean
  language plpgsql
  security definer
  set search_path = pg_catalog, public, pg_temp
  set default_statistics_target = 10
  as $$
declare
  entered bigint := coalesce(pg_sequence_last_value(pg_get_serial_sequence('public.transfers', 'transfer_id')::regclass), 0);
  known real := (select reltuples from pg_class where oid = 'public.transfers'::regclass);
begin
  if entered < 2000 or entered < 2 * known then
    return false;
  end if;
  -- Of several imports one does it, and none waits.
  if not pg_try_advisory_xact_lock(7303, 1) then
    return false;
  end if;
  analyze public.claims, public.service_lines, public.claim_submissions, public.claim_acknowledgments,
    public.patients, public.payers, public.receivables, public.postings, public.transfers, public.events,
    public.remittances, public.remittance_claims, public.remittance_lines, public.denials, public.work_items,
    public.transaction_sets, public.files, public.accounts;
  return true;
end
$$;
