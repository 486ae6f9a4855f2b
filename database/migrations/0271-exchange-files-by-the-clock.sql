-- When files go out and are picked up by themselves over a connection, and how patient we are with its far end.
-- A new table; locks nothing for long.

create table connection_schedules (
  practice_id     bigint not null references practices,
  connection_id   bigint not null,
  -- Times of day in the practice's time zone, HH:MM; none: a person does it.
  pick_up_times   text[] not null default '{}',
  pick_up_minutes integer,
  send_times      text[] not null default '{}',
  -- How long one attempt may take, how often it is tried, and the first pause between two, which doubles.
  timeout_seconds integer not null,
  attempts        integer not null,
  retry_pause_ms  integer not null,
  -- After so many failures in a row the far end is left alone so long, which doubles up to the most.
  failures_to_open  integer not null,
  open_seconds      integer not null,
  open_most_seconds integer not null,
  -- When it was last done by the clock, or when the times were set.
  picked_up_at    timestamptz not null default now(),
  sent_at         timestamptz not null default now(),
  -- Why the last sending by the clock made no batch, such as submitter_unknown.
  last_refusal    text,
  revision        integer not null default 1,
  primary key (practice_id, connection_id),
  constraint connection_schedules_connection foreign key (practice_id, connection_id)
    references connections,
  constraint connection_schedules_minutes check (pick_up_minutes is null or pick_up_minutes > 0),
  constraint connection_schedules_patience check (timeout_seconds > 0 and attempts > 0
    and retry_pause_ms > 0 and failures_to_open > 0 and open_seconds > 0
    and open_most_seconds >= open_seconds)
);

call wall_off('connection_schedules');
grant select, insert, update on connection_schedules to headwater_application;

insert into job_tasks (name) values ('exchange-files');
