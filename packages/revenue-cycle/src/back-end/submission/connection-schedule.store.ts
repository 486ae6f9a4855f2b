import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { instantText } from "../../masters/answer-columns.query.ts";
import type { ConnectionScheduleAnswer } from "./batch-answers.ts";
import { type ConnectionSchedule, defaultSchedule, dueNow } from "./connection-schedule.ts";

const scheduleColumns = sql`pick_up_times as "pickUpTimes", pick_up_minutes as "pickUpMinutes",
  send_times as "sendTimes", timeout_seconds as "timeoutSeconds", attempts,
  retry_pause_ms as "retryPauseMs", failures_to_open as "failuresToOpen",
  open_seconds as "openSeconds", open_most_seconds as "openMostSeconds"`;

/** How a connection is used by the clock and how patiently; the usual where nobody has said anything. */
export async function findSchedule(
  transaction: PracticeTransaction,
  connectionId: number,
): Promise<ConnectionSchedule> {
  const row = await transaction.maybeOne<ConnectionSchedule>(sql`
    select ${scheduleColumns} from connection_schedules
    where practice_id = ${transaction.practiceId} and connection_id = ${connectionId}`);
  return row ?? defaultSchedule;
}

/** The schedule of a connection as its page shows it; undefined without such a connection. */
export async function showSchedule(
  transaction: PracticeTransaction,
  connectionId: number,
): Promise<ConnectionScheduleAnswer | undefined> {
  const { practiceId } = transaction;
  const known = await transaction.maybeOne(sql`
    select from connections where practice_id = ${practiceId} and connection_id = ${connectionId}`);
  if (known === undefined) return undefined;
  const row = await transaction.maybeOne<ConnectionScheduleAnswer>(sql`
    select ${scheduleColumns}, revision, ${instantText(sql`picked_up_at`)} as "pickedUpAt",
      ${instantText(sql`sent_at`)} as "sentAt", last_refusal as "lastRefusal"
    from connection_schedules
    where practice_id = ${practiceId} and connection_id = ${connectionId}`);
  const unused = { revision: 0, pickedUpAt: null, sentAt: null, lastRefusal: null };
  return row ?? { ...defaultSchedule, pickUpTimes: [], sendTimes: [], ...unused };
}

/**
 * Writes a schedule if it still has the revision that was seen; false if it has not. Times count from now
 * on: what they would have done before is not made up for.
 */
export async function saveSchedule(
  transaction: PracticeTransaction,
  connectionId: number,
  { schedule, revision }: { readonly schedule: ConnectionSchedule; readonly revision: number },
): Promise<boolean> {
  const { pickUpTimes, pickUpMinutes, sendTimes, timeoutSeconds, attempts } = schedule;
  const { retryPauseMs, failuresToOpen, openSeconds, openMostSeconds } = schedule;
  const changed = await transaction.execute(sql`
    insert into connection_schedules as s (practice_id, connection_id, pick_up_times,
      pick_up_minutes, send_times, timeout_seconds, attempts, retry_pause_ms, failures_to_open,
      open_seconds, open_most_seconds)
    select ${transaction.practiceId}, ${connectionId}, ${[...pickUpTimes]}::text[],
      ${pickUpMinutes}::integer, ${[...sendTimes]}::text[], ${timeoutSeconds}::integer,
      ${attempts}::integer, ${retryPauseMs}::integer, ${failuresToOpen}::integer,
      ${openSeconds}::integer, ${openMostSeconds}::integer
    where ${revision}::integer = 0 or exists (select from connection_schedules
      where practice_id = ${transaction.practiceId} and connection_id = ${connectionId})
    on conflict (practice_id, connection_id) do update
    set pick_up_times = excluded.pick_up_times, pick_up_minutes = excluded.pick_up_minutes,
      send_times = excluded.send_times, timeout_seconds = excluded.timeout_seconds,
      attempts = excluded.attempts, retry_pause_ms = excluded.retry_pause_ms,
      failures_to_open = excluded.failures_to_open, open_seconds = excluded.open_seconds,
      open_most_seconds = excluded.open_most_seconds, picked_up_at = now(), sent_at = now(),
      last_refusal = null, revision = s.revision + 1
    where s.revision = ${revision}`);
  return changed === 1;
}

/** A connection with what its clock asks for now. */
export type DueConnection = {
  readonly connectionId: number;
  readonly pickUp: boolean;
  readonly send: boolean;
};

/** The connections of a practice for which the clock asks something now. */
export async function dueConnections(transaction: PracticeTransaction): Promise<DueConnection[]> {
  const local = (instant: Sql) =>
    sql`to_char(${instant} at time zone p.time_zone, 'YYYY-MM-DD"T"HH24:MI')`;
  const rows = await transaction.query<
    ConnectionSchedule & {
      connectionId: number;
      localPickedUp: string;
      localSent: string;
      now: string;
    }
  >(sql`
    select s.connection_id as "connectionId", ${scheduleColumns},
      ${local(sql`s.picked_up_at`)} as "localPickedUp", ${local(sql`s.sent_at`)} as "localSent",
      ${local(sql`now()`)} as now
    from connection_schedules s join practices p using (practice_id)
    where s.practice_id = ${transaction.practiceId}
      and (s.pick_up_minutes is not null or s.pick_up_times <> '{}' or s.send_times <> '{}')`);
  return rows.flatMap(({ connectionId, localPickedUp, localSent, now, ...schedule }) => {
    const due = dueNow(schedule, { pickedUpAt: localPickedUp, sentAt: localSent }, now);
    return due.pickUp || due.send ? [{ connectionId, ...due }] : [];
  });
}

/** Notes what the clock has had done, and why a sending made no batch. */
export async function noteExchange(
  transaction: PracticeTransaction,
  { connectionId, pickUp, send }: DueConnection,
  refusal: string | undefined,
): Promise<void> {
  await transaction.execute(sql`
    update connection_schedules
    set picked_up_at = case when ${pickUp} then now() else picked_up_at end,
      sent_at = case when ${send} then now() else sent_at end,
      last_refusal = case when ${send} then ${refusal ?? null} else last_refusal end
    where practice_id = ${transaction.practiceId} and connection_id = ${connectionId}`);
}
