-- Planner statistics for the tables that an import fills. Without them the first large import of a
-- fresh database ran up to fifty times slower than its second. New function; locks nothing.

-- Analyzes the bulk tables when they have doubled since the last time. Runs as the owner, because the
-- application's role may not analyze; takes no input and returns whether it did.
create function refresh_statistics() returns boolean
  language plpgsql
  security definer
  set search_path = pg_catalog, public, pg_temp
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
    public.remittances, public.remittance_claims, public.remittance_lines, public.remittance_adjustments,
    public.denials, public.work_items, public.transaction_sets, public.files, public.accounts;
  return true;
end
$$;
revoke execute on function refresh_statistics() from public;
grant execute on function refresh_statistics() to headwater_application;
