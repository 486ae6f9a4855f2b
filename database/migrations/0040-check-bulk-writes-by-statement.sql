-- References of the tables that files fill are checked once per statement instead of once per row, which
-- had cost a third of an import. Takes an exclusive lock on each table for as long as dropping a
-- constraint takes; storage settings hold for pages written from now on.

-- Refuses a statement that wrote a row whose reference leads nowhere. Arguments: pairs of the name of
-- the reference and a query that finds keys without a parent among the rows `inserted`. Lookups go by
-- index whatever the planner believes of tables that grow while a file is read.
create function check_references() returns trigger
  language plpgsql
  set enable_hashjoin = off
  set enable_mergejoin = off
  set enable_seqscan = off
  set enable_material = off
  as $$
declare
  broken boolean;
begin
  for i in 0 .. tg_nargs / 2 - 1 loop
    execute tg_argv[2 * i + 1] into broken;
    if broken then
      raise exception '% names a row that does not exist', tg_table_name
        using errcode = 'foreign_key_violation', constraint = tg_argv[2 * i];
    end if;
  end loop;
  return null;
end
$$;

-- Replaces foreign keys of a table by checks per statement. `child_columns` keep their meaning: a row
-- in which one of them is null refers to nothing. Only inserts are checked: rows of these tables keep
-- their keys, and the few that learn a reference later keep their foreign key.
create procedure check_by_statement(table_name text, constraints text[])
  language plpgsql
  as $$
declare
  arguments text[] := '{}';
  reference record;
begin
  for reference in
    select k.conname, k.confrelid::regclass as parent,
      (select string_agg(quote_ident(a.attname), ', ' order by n) from unnest(k.conkey) with ordinality as c (number, n)
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.number) as child_columns,
      (select string_agg(format('%I is not null', a.attname), ' and ' order by n) from unnest(k.conkey) with ordinality as c (number, n)
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.number) as present,
      (select string_agg(format('parent.%I = child.%I', p.attname, a.attname), ' and ' order by n)
       from unnest(k.conkey, k.confkey) with ordinality as c (number, parent_number, n)
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.number
       join pg_attribute p on p.attrelid = k.confrelid and p.attnum = c.parent_number) as pairs
    from pg_constraint k
    where k.conrelid = table_name::regclass and k.contype = 'f' and k.conname = any (constraints)
    order by k.conname
  loop
    arguments := arguments || array[quote_literal(reference.conname), quote_literal(format(
      'select exists (select from (select distinct %s from inserted where %s) child where not exists (select from %s parent where %s))',
      reference.child_columns, reference.present, reference.parent, reference.pairs))];
    execute format('alter table %I drop constraint %I', table_name, reference.conname);
  end loop;
  if cardinality(arguments) <> 2 * cardinality(constraints) then
    raise exception 'a reference of % that is to be checked does not exist', table_name;
  end if;
  execute format('create trigger check_references after insert on %I referencing new table as inserted '
    'for each statement execute function check_references(%s)', table_name, array_to_string(arguments, ', '));
end
$$;

call check_by_statement('patients', '{patients_practice_id_fkey}');
call check_by_statement('claims', '{claims_practice_id_fkey,claims_payer,claims_patient,claims_transaction_set}');
call check_by_statement('service_lines', '{service_lines_claim}');
call check_by_statement('claim_submissions', '{claim_submissions_claim,claim_submissions_transaction_set}');
call check_by_statement('receivables', '{receivables_claim}');
call check_by_statement('postings', '{postings_practice_id_fkey}');
call check_by_statement('events', '{events_practice_id_fkey}');
call check_by_statement('remittance_claims', '{remittance_claims_remittance,remittance_claims_claim}');
call check_by_statement('remittance_lines', '{remittance_lines_claim}');
call check_by_statement('remittance_adjustments', '{remittance_adjustments_claim}');
call check_by_statement('denials', '{denials_claim,denials_remittance_claim}');

-- The references that a row may come to after it was written are checked when it does.
create function check_changed_reference() returns trigger
  language plpgsql
  as $$
begin
  if tg_table_name = 'claims' then
    if exists (select from payers p where p.practice_id = new.practice_id and p.payer_id = new.payer_id)
      and exists (select from patients p where p.practice_id = new.practice_id and p.patient_id = new.patient_id) then
      return null;
    end if;
  elsif new.claim_id is null
    or exists (select from claims c where c.practice_id = new.practice_id and c.claim_id = new.claim_id) then
    return null;
  end if;
  raise exception '% names a row that does not exist', tg_table_name using errcode = 'foreign_key_violation';
end
$$;
create trigger check_changed_reference after update of payer_id, patient_id on claims
  for each row execute function check_changed_reference();
create trigger check_changed_reference after update of claim_id on remittance_claims
  for each row execute function check_changed_reference();

-- As before, but each posting, account, receivable and month is looked up once, however many
-- transfers name it; and what a transfer moves belongs to the claim of its posting, so that the
-- transfers of a claim are found through its postings.
create or replace function check_transfers() returns trigger
  language plpgsql
  set enable_hashjoin = off
  set enable_mergejoin = off
  set enable_seqscan = off
  set enable_material = off
  as $$
begin
  if exists (select from (select practice_id, debit_account_id as account_id from inserted
                          union select practice_id, credit_account_id from inserted) i
             where not exists (select from accounts a where a.practice_id = i.practice_id and a.account_id = i.account_id)) then
    raise exception 'a transfer names an account that does not exist' using errcode = 'foreign_key_violation', constraint = 'transfers_accounts_exist';
  end if;
  if exists (select from (select distinct practice_id, posting_id, claim_id from inserted) i
             where not exists (select from postings p where p.practice_id = i.practice_id and p.posting_id = i.posting_id
                                 and (i.claim_id is null or p.claim_id = i.claim_id))) then
    raise exception 'a transfer names a posting that does not exist' using errcode = 'foreign_key_violation', constraint = 'transfers_posting_exists';
  end if;
  if exists (select from (select distinct practice_id, claim_id, line_number from inserted where claim_id is not null) i
             where not exists (select from receivables r where r.practice_id = i.practice_id and r.claim_id = i.claim_id
                                 and r.line_number = i.line_number)) then
    raise exception 'a transfer names a receivable that does not exist' using errcode = 'foreign_key_violation', constraint = 'transfers_receivable_exists';
  end if;
  if exists (select from (select distinct practice_id, date_trunc('month', effective_on)::date as month
                          from (select distinct practice_id, effective_on from inserted) dates) i
             join periods p using (practice_id, month)) then
    raise exception 'a transfer falls into a closed period' using errcode = 'check_violation', constraint = 'transfers_period_open';
  end if;
  return null;
end
$$;

drop index transfers_by_claim;

-- A receivable changes whenever its claim is answered. Without an index over its amounts and with room
-- on its page the new version stays on that page and no index is touched.
drop index receivables_open;
alter table receivables set (fillfactor = 50);

-- Samples of 3,000 rows tell the planner enough, at a tenth of the time; and only the tables that a
-- file fills are looked at, once they have doubled.
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
    public.remittances, public.remittance_claims, public.remittance_lines, public.remittance_adjustments,
    public.denials, public.work_items, public.transaction_sets, public.files, public.accounts;
  return true;
end
$$;
