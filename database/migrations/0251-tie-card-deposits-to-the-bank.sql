-- A deposit of the card gateway and what the bank shows of it, by number and amount. An empty column and an index
-- over a table that is new.
alter table card_settlements
  add column bank_deposit_id bigint,
  add constraint card_settlements_bank_deposit foreign key (practice_id, bank_deposit_id) references bank_deposits;
create index card_settlements_by_bank_deposit on card_settlements (practice_id, bank_deposit_id)
  where bank_deposit_id is not null;
