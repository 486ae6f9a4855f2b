-- Deposits that a person types in: a check, the checks of a lockbox batch, a virtual card with what its
-- network keeps, cash. They stand beside those of bank files; one that was wrong is taken back and stays
-- on record. Where a bank file shows one too, the deposit names both. Columns may be empty, so nothing is rewritten; the unique key leaves out what was taken back.
alter table bank_deposits
  alter column file_id drop not null,
  alter column row_number drop not null,
  add column fee_cents bigint not null default 0,
  add column fee_posting_id bigint,
  add column batch_number text,
  add column typed_by text,
  add column typed_at timestamptz,
  add column taken_back_on date,
  add column taken_back_by text,
  add column take_back_reason text,
  add constraint bank_deposits_origin check ((file_id is not null or typed_by is not null)
    and (file_id is null) = (row_number is null) and (typed_by is null) = (typed_at is null)),
  add constraint bank_deposits_fee check (fee_cents = 0 and fee_posting_id is null
    or fee_cents > 0 and fee_cents < cents and fee_posting_id is not null),
  add constraint bank_deposits_taken_back check ((taken_back_on is null) = (taken_back_by is null)
    and (taken_back_on is null) = (take_back_reason is null)
    and (taken_back_on is null or remittance_id is null)),
  add constraint bank_deposits_fee_posting foreign key (practice_id, fee_posting_id) references postings;
comment on column bank_deposits.cents is 'What the payer paid: what the bank shows and the fee kept from it.';
comment on column bank_deposits.fee_cents is 'What a card network kept; it moved by the posting named beside it.';
create index bank_deposits_by_fee_posting on bank_deposits (practice_id, fee_posting_id) where fee_posting_id is not null;

alter table bank_deposits drop constraint bank_deposits_once;
create unique index bank_deposits_once on bank_deposits
  (practice_id, deposited_on, cents, trace_number, payer_name, type, occurrence) where taken_back_on is null;

-- Whatever the list holds by now, it takes one value more.
do $$
declare
  listed text[];
begin
  select string_to_array(substring(pg_get_constraintdef(oid) from '\{(.*)\}'), ',') into strict listed
  from pg_constraint where conname = 'postings_kind' and conrelid = 'postings'::regclass;
  alter table postings drop constraint postings_kind;
  execute format('alter table postings add constraint postings_kind check (kind = any (%L::text[]))',
    listed || array['deposit-fee']);
end $$;
