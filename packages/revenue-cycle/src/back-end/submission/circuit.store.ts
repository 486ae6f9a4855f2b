import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { instantText } from "../../masters/answer-columns.query.ts";
import type { ConnectionAnswer } from "./batch-answers.ts";
import {
  afterFailure,
  type Circuit,
  circuitState,
  closedCircuit,
  type Permit,
  permitOf,
} from "./circuit.ts";
import { findSchedule } from "./connection-schedule.store.ts";
import { circuitLimitsOf } from "./connection-schedule.ts";

type StoredCircuit = {
  readonly failures: number;
  readonly openUntil: number | null;
  readonly probingUntil: number | null;
  /** The database's clock: several processes ask. */
  readonly now: number;
};

/** Whether a question may go over a connection now; one that tries it out is the only one. */
export async function takePermit(
  transaction: PracticeTransaction,
  connectionId: number,
): Promise<Permit> {
  const { circuit, now } = await lockCircuit(transaction, connectionId);
  const permit = permitOf(circuit, now);
  if (permit.is === "probe") await keepCircuit(transaction, connectionId, permit.circuit);
  return permit;
}

/** Notes that the far end answered: the circuit is closed. */
export async function noteAnswer(
  transaction: PracticeTransaction,
  connectionId: number,
): Promise<void> {
  await transaction.execute(sql`
    insert into connection_circuits (practice_id, connection_id, last_answered_at)
    values (${transaction.practiceId}, ${connectionId}, now())
    on conflict (practice_id, connection_id) do update
    set failures = 0, open_until = null, probing_until = null, last_answered_at = now()`);
}

/** Notes that a question failed, with the code of its fault. */
export async function noteFailure(
  transaction: PracticeTransaction,
  connectionId: number,
  cause: string,
): Promise<Circuit> {
  const { circuit, now } = await lockCircuit(transaction, connectionId);
  const limits = circuitLimitsOf(await findSchedule(transaction, connectionId));
  const next = afterFailure(circuit, now, limits);
  await keepCircuit(transaction, connectionId, next);
  await transaction.execute(sql`
    update connection_circuits set last_cause = ${cause}, last_failed_at = now()
    where practice_id = ${transaction.practiceId} and connection_id = ${connectionId}`);
  return next;
}

async function lockCircuit(
  transaction: PracticeTransaction,
  connectionId: number,
): Promise<{ readonly circuit: Circuit; readonly now: number }> {
  const { practiceId } = transaction;
  await transaction.execute(sql`
    insert into connection_circuits (practice_id, connection_id)
    values (${practiceId}, ${connectionId}) on conflict do nothing`);
  const row = await transaction.one<StoredCircuit>(sql`
    select failures, (extract(epoch from open_until) * 1000)::bigint as "openUntil",
      (extract(epoch from probing_until) * 1000)::bigint as "probingUntil",
      (extract(epoch from clock_timestamp()) * 1000)::bigint as now
    from connection_circuits
    where practice_id = ${practiceId} and connection_id = ${connectionId} for update`);
  const { failures, openUntil, probingUntil, now } = row;
  const circuit = {
    ...closedCircuit,
    failures,
    openUntil: openUntil ?? undefined,
    probingUntil: probingUntil ?? undefined,
  };
  return { circuit, now };
}

async function keepCircuit(
  transaction: PracticeTransaction,
  connectionId: number,
  { failures, openUntil, probingUntil }: Circuit,
): Promise<void> {
  await transaction.execute(sql`
    update connection_circuits set failures = ${failures},
      open_until = to_timestamp(${openUntil ?? null}::bigint / 1000.0),
      probing_until = to_timestamp(${probingUntil ?? null}::bigint / 1000.0)
    where practice_id = ${transaction.practiceId} and connection_id = ${connectionId}`);
}

type CircuitAnswer = ConnectionAnswer["circuit"];

const unused: CircuitAnswer = {
  state: "closed",
  failures: 0,
  openUntil: null,
  lastCause: null,
  lastFailedAt: null,
  lastAnsweredAt: null,
};

/** How each connection of the practice has fared. One that was never asked is closed. */
export async function circuitAnswers(
  transaction: PracticeTransaction,
): Promise<(connectionId: number) => CircuitAnswer> {
  const rows = await transaction.query<
    Omit<CircuitAnswer, "state"> & { connectionId: number; openMs: number | null; now: number }
  >(sql`
    select connection_id as "connectionId", failures, ${instantText(sql`open_until`)} as "openUntil",
      last_cause as "lastCause", ${instantText(sql`last_failed_at`)} as "lastFailedAt",
      ${instantText(sql`last_answered_at`)} as "lastAnsweredAt",
      (extract(epoch from open_until) * 1000)::bigint as "openMs",
      (extract(epoch from now()) * 1000)::bigint as now
    from connection_circuits where practice_id = ${transaction.practiceId}`);
  const found = new Map(
    rows.map(({ connectionId, openMs, now, ...row }) => {
      const circuit = { ...closedCircuit, openUntil: openMs ?? undefined };
      return [connectionId, { ...row, state: circuitState(circuit, now) }];
    }),
  );
  return (connectionId) => found.get(connectionId) ?? unused;
}
