-- A table of a few pages that has grown many times over is told to the planner too: from statistics of
-- when it held a row it expects one, and goes through such tables for one another.
create or replace function refresh_statistics() returns boolean
language plpgsql security definer
set search_path to 'pg_catalog', 'public', 'pg_temp'
set default_statistics_target to 10
as $$
declare
  grown regclass;
  did boolean := false;
begin
  -- Of several imports one does it, and none waits.
  if not pg_try_advisory_xact_lock(7303, 1) then
    return false;
  end if;
  for grown in
    select c.oid::regclass from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname in ('claims', 'service_lines', 'claim_submissions', 'acknowledgments', 'claim_acknowledgments', 'patients',
        'payers', 'receivables', 'postings', 'transfers', 'events', 'remittances', 'remittance_claims', 'remittance_lines',
        'denials', 'work_items', 'transaction_sets', 'files', 'accounts', 'encounters', 'claim_contents', 'coverages',
        'fee_schedule_rows', 'patient_payments', 'insurance_write_offs')
      and pg_relation_size(c.oid) / current_setting('block_size')::integer >= 2 * greatest(c.relpages, 1)
  loop
    execute format('analyze %s', grown);
    did := true;
  end loop;
  return did;
end
$$;
