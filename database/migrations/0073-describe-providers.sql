-- What a claim needs to know of a provider beyond what a file names: parts of the name, roles, taxonomy
-- checked, address and tax id of who bills, the days on which he may be named. New columns that are
-- empty or constant; locks nothing for long.

alter table providers
  add column last_name          text,
  add column first_name         text,
  add column middle_name        text,
  add column credential         text,
  -- On which side of a claim he may stand; one whom only files name has none yet.
  add column is_billing         boolean not null default false,
  add column is_rendering       boolean not null default false,
  add column is_supervising     boolean not null default false,
  add column tax_id             text,
  add column address_line1      text,
  add column address_line2      text,
  add column city               text,
  add column state              text,
  add column postal_code        text,
  add column phone              text,
  add column effective_from     date,
  add column effective_to       date,
  add column revision           integer not null default 1,
  add constraint providers_days check (effective_to is null or effective_from is null or effective_to >= effective_from);
