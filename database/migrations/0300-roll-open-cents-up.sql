-- What is open, by payer and first day of service, so that an aging of a million lines reads days. New
-- tables; the constraint of measure_changes is a short lock on a queue.

-- A chunk in which claims were written is first counted into what is open, which is quick, and is then
-- `due` for the measures, which take their time. Nothing is written for it that was not written before.
alter table measure_changes drop constraint measure_changes_axis_check;
alter table measure_changes add constraint measure_changes_axis_check
  check (axis in ('claim', 'due', 'encounter', 'all'));

-- What each chunk of claims last added to the totals, as lists side by side; no date of service is infinity.
create table open_chunks (
  practice_id     bigint not null,
  chunk           bigint not null,
  payer_ids       bigint[] not null,
  service_on      date[] not null,
  insurance_cents bigint[] not null,
  patient_cents   bigint[] not null,
  claims          bigint[] not null,
  primary key (practice_id, chunk)
);
call wall_off('open_chunks');
grant select, insert, update on open_chunks to headwater_application;

-- The totals: what payers and patients owe for claims of a payer that began on a day, and of how many.
create table open_cells (
  practice_id     bigint not null,
  payer_id        bigint not null,
  service_on      date not null,
  insurance_cents bigint not null,
  patient_cents   bigint not null,
  claims          bigint not null,
  primary key (practice_id, payer_id, service_on)
);
call wall_off('open_cells');
grant select, insert, update, delete on open_cells to headwater_application;

insert into measure_changes (practice_id, axis, chunk) select practice_id, 'all', 0 from practices;
