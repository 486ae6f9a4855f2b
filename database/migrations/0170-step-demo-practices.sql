-- The day of a demo practice is stepped by a job: to which day, and how large its invented world is.
-- A new table and a row; locks nothing.

create table demo_clocks (
  practice_id bigint primary key references practices,
  -- Claims of the invented past: with them its payers, members and histories are made again.
  claims      integer not null,
  -- The day to which the practice is being stepped; its business date while it stands.
  wanted_day  date not null,
  constraint demo_clocks_claims check (claims > 0)
);

call wall_off('demo_clocks');
grant select, insert, update on demo_clocks to headwater_application;

insert into job_tasks (name) values ('step-demo');
