-- What jobs, commands and subscribers need to do everything exactly once. New tables; locks nothing
-- but document_chunks and events for a moment.

-- The tasks that a job may name. Each later stage inserts its own.
create table job_tasks (
  name text primary key,
  constraint job_tasks_name check (name ~ '^[a-z]+(-[a-z]+)*$')
);
insert into job_tasks (name) values ('wake-subscriber'), ('import-files'), ('chain-audit');
grant select on job_tasks to headwater_application;

-- The queue's own tables refuse the application, so this one function runs as the owner: it takes
-- listed tasks only, and none for a practice that the transaction does not act for.
create function enqueue_job(
  task text,
  payload json,
  run_at timestamptz default null,
  job_key text default null,
  queue_name text default null,
  max_attempts integer default null
) returns void
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
  as $$
declare
  practice bigint := (payload ->> 'practiceId')::bigint;
begin
  if not exists (select 1 from public.job_tasks t where t.name = task) then
    raise exception 'task is not on the list' using errcode = 'insufficient_privilege';
  end if;
  if practice is not null and practice <> all (public.practices_in_scope()) then
    raise exception 'job for a practice out of scope' using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(
    identifier => task, payload => payload, run_at => run_at, job_key => job_key,
    queue_name => queue_name, max_attempts => max_attempts);
end
$$;
revoke execute on function enqueue_job(text, json, timestamptz, text, text, integer) from public;
grant execute on function enqueue_job(text, json, timestamptz, text, text, integer) to headwater_application;

-- Every job of a practice writes its key in the transaction of its effects, so a job that runs twice
-- has them once.
create table job_runs (
  practice_id bigint not null references practices,
  job_key     text not null,
  ran_at      timestamptz not null default now(),
  primary key (practice_id, job_key),
  constraint job_runs_key_length check (length(job_key) between 1 and 300)
);
call wall_off('job_runs');
grant select, insert on job_runs to headwater_application;

-- A worker that no longer beats is dead, and its jobs are given back to the queue.
create table worker_heartbeats (
  worker_id  text primary key,
  process    text not null,
  started_at timestamptz not null default now(),
  beat_at    timestamptz not null default now()
);
create index worker_heartbeats_by_process on worker_heartbeats (process);
grant select on worker_heartbeats to headwater_application;

-- The first answer to a command, given again when the same command comes again.
create table idempotency_keys (
  practice_id bigint not null references practices,
  scope       text not null,
  key         text not null,
  input_hash  text not null,
  status      integer not null,
  response    jsonb not null,
  created_at  timestamptz not null default now(),
  primary key (practice_id, scope, key),
  constraint idempotency_keys_length check (length(key) between 1 and 255 and length(scope) between 1 and 200)
);
create index idempotency_keys_by_age on idempotency_keys (practice_id, created_at);
call wall_off('idempotency_keys');
grant select, insert, delete on idempotency_keys to headwater_application;

-- How far each reader of the outbox has come.
create table subscriber_cursors (
  practice_id    bigint not null references practices,
  subscriber     text not null,
  transaction_id xid8 not null default '0',
  event_id       bigint not null default 0,
  moved_at       timestamptz not null default now(),
  primary key (practice_id, subscriber)
);
call wall_off('subscriber_cursors');
grant select, insert, update on subscriber_cursors to headwater_application;

-- A reader asks for the events of one practice after its cursor.
drop index events_by_transaction;
create index events_by_transaction on events (practice_id, transaction_id, event_id);

-- Chunks are written while their document is still arriving; its row, with length and digest, comes last.
alter table document_chunks
  alter constraint document_chunks_document deferrable initially deferred;

-- Bulk writes take ids ahead, so that rows of several tables can name each other before they exist.
grant usage on all sequences in schema public to headwater_application;
alter default privileges in schema public grant usage on sequences to headwater_application;
