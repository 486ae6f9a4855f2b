-- Each table that files fill is analyzed when it alone has doubled. Judged by the transfers of all, the
-- first remittances of a practice left their tables with the statistics of empty ones, and the planner
-- read them whole for every claim page. Replaces a function; locks nothing.
create or replace function refresh_statistics() returns boolean
  language plpgsql
  security definer
  set search_path = pg_catalog, public, pg_temp
  set default_statistics_target = 10
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
        'denials', 'work_items', 'transaction_sets', 'files', 'accounts')
      and pg_relation_size(c.oid) / current_setting('block_size')::integer >= 2 * greatest(c.relpages, 8)
  loop
    execute format('analyze %s', grown);
    did := true;
  end loop;
  return did;
end
$$;
