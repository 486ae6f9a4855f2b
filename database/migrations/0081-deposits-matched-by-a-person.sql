-- A person may tie a deposit to its remittance; deposits are listed by date.
alter table bank_deposits add column matched_by text not null default '';
comment on column bank_deposits.matched_by is 'Who tied it to its remittance; empty where trace number, amount and date did, or nobody yet.';
create index bank_deposits_newest_first on bank_deposits (practice_id, deposited_on desc, bank_deposit_id desc);
create index bank_deposits_by_remittance on bank_deposits (practice_id, remittance_id) where remittance_id is not null;
create index remittances_by_amount on remittances (practice_id, paid_cents, effective_on);
