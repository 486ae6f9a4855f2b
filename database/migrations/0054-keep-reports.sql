-- The report of a practice as it was computed last, so that it opens at once after an import and after a
-- restart. `state` tells what it was computed from. New table; locks nothing.
create table kept_reports (
  practice_id bigint not null references practices,
  -- The cut-off that was asked for; empty for the newest date in the files.
  as_of       text not null,
  state       text not null,
  page        jsonb not null,
  computed_at timestamptz not null default now(),
  primary key (practice_id, as_of)
);
call wall_off('kept_reports');
grant select, insert, update on kept_reports to headwater_application;
