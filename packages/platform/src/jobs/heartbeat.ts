import type pg from "pg";
import { poolRows } from "../database/pool.ts";
import { sql } from "../database/sql.ts";

/** A worker without a beat for this long is dead; its beats come every fifth of it. */
export const deadAfterMs = 30_000;

/** Says that the workers of a process are alive; enters those that are new or were taken for dead. */
export async function beat(
  owner: pg.Pool,
  process: string,
  workerIds: readonly string[],
): Promise<void> {
  await poolRows(
    owner,
    sql`insert into worker_heartbeats (worker_id, process)
        select id, ${process} from unnest(${workerIds}::text[]) as id
        on conflict (worker_id) do update set beat_at = now()`,
  );
}

/**
 * Gives the jobs of dead workers back to the queue: of those without a beat, and of those that hold
 * a job but never entered. Times are the database's, so clocks of several machines do not matter.
 * Returns how many workers were found dead.
 */
export async function freeJobsOfDeadWorkers(
  owner: pg.Pool,
  silenceMs: number = deadAfterMs,
): Promise<number> {
  const rows = await poolRows<{ dead: number }>(
    owner,
    sql`with silent as (
          delete from worker_heartbeats
          where beat_at < now() - ${silenceMs}::double precision * interval '1 millisecond'
          returning worker_id),
        unknown as (
          select distinct j.locked_by as worker_id from graphile_worker._private_jobs j
          where j.locked_by is not null
            and j.locked_at < now() - ${silenceMs}::double precision * interval '1 millisecond'
            and not exists (select 1 from worker_heartbeats h where h.worker_id = j.locked_by)),
        dead as (select worker_id from silent union select worker_id from unknown),
        freed as (
          select graphile_worker.force_unlock_workers(array_agg(worker_id)) from dead
          having count(*) > 0)
        select (select count(*) from dead) as dead, (select count(*) from freed) as freed`,
  );
  return rows[0]?.dead ?? 0;
}

/** Gives back the jobs of one process that is known to have ended, without waiting for silence. */
export async function freeJobsOfProcess(owner: pg.Pool, process: string): Promise<number> {
  const rows = await poolRows<{ dead: number }>(
    owner,
    sql`with dead as (
          delete from worker_heartbeats where process = ${process} returning worker_id),
        freed as (
          select graphile_worker.force_unlock_workers(array_agg(worker_id)) from dead
          having count(*) > 0)
        select (select count(*) from dead) as dead, (select count(*) from freed) as freed`,
  );
  return rows[0]?.dead ?? 0;
}

/** Takes workers off the list when they end in good order. */
export async function leaveWorkers(owner: pg.Pool, workerIds: readonly string[]): Promise<void> {
  await poolRows(
    owner,
    sql`delete from worker_heartbeats where worker_id = any(${workerIds}::text[])`,
  );
}
