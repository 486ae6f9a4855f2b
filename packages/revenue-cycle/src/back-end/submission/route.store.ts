import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { z } from "zod";
import type { ConnectionRoute, routeDraftSchema } from "./batch-answers.ts";
import type { LiveTransaction } from "./core-envelope.ts";

/**
 * The connection over which a question to a payer goes: the practice's row for this payer, else the one
 * for all others, else the connection by which its claims go, else the only one there is.
 */
export async function connectionFor(
  transaction: PracticeTransaction,
  question: { readonly transaction: LiveTransaction; readonly payerId: number },
): Promise<number | undefined> {
  const { practiceId } = transaction;
  const row = await transaction.one<{ id: number | null }>(sql`
    select coalesce(
      (select r.connection_id from connection_routes r
        where r.practice_id = ${practiceId} and r.transaction = ${question.transaction}
          and (r.payer_id is null or r.payer_id = ${question.payerId})
        order by r.payer_id is null limit 1),
      (select n.connection_id from payers p
        join connections n on n.practice_id = p.practice_id and n.name = p.connection_name
        where p.practice_id = ${practiceId} and p.payer_id = ${question.payerId}),
      (select min(n.connection_id) from connections n
        where n.practice_id = ${practiceId} having count(*) = 1)) as id`);
  return row.id ?? undefined;
}

/** Whether a row of the practice names the connection for such questions, so that files of them may go there. */
export async function isRoutedOver(
  transaction: PracticeTransaction,
  question: { readonly transaction: LiveTransaction; readonly payerId: number },
  connectionId: number,
): Promise<boolean> {
  const row = await transaction.maybeOne(sql`
    select from connection_routes r
    where r.practice_id = ${transaction.practiceId} and r.transaction = ${question.transaction}
      and (r.payer_id is null or r.payer_id = ${question.payerId})
      and r.connection_id = ${connectionId} limit 1`);
  return row !== undefined;
}

/** Where questions go, by kind; the row for all payers before those of single ones. */
export async function listRoutes(transaction: PracticeTransaction): Promise<ConnectionRoute[]> {
  return transaction.query<ConnectionRoute>(sql`
    select r.connection_route_id as id, r.transaction, r.payer_id as "payerId", p.name as payer,
      r.connection_id as "connectionId", n.name as connection
    from connection_routes r
    join connections n on n.practice_id = r.practice_id and n.connection_id = r.connection_id
    left join payers p on p.practice_id = r.practice_id and p.payer_id = r.payer_id
    where r.practice_id = ${transaction.practiceId}
    order by r.transaction, p.name nulls first`);
}

/** Sends questions of a kind over a connection, or takes the row away; false if there is no such one. */
export async function setRoute(
  transaction: PracticeTransaction,
  { transaction: kind, payerId, connectionId }: z.infer<typeof routeDraftSchema>,
): Promise<boolean> {
  const { practiceId } = transaction;
  const named = await transaction.one<{ known: boolean }>(sql`
    select (${connectionId}::bigint is null or exists (select from connections
        where practice_id = ${practiceId} and connection_id = ${connectionId}::bigint))
      and (${payerId}::bigint is null or exists (select from payers
        where practice_id = ${practiceId} and payer_id = ${payerId}::bigint)) as known`);
  if (!named.known) return false;
  if (connectionId === null) {
    await transaction.execute(sql`
      delete from connection_routes where practice_id = ${practiceId} and transaction = ${kind}
        and payer_id is not distinct from ${payerId}::bigint`);
  } else {
    await transaction.execute(sql`
      insert into connection_routes (practice_id, transaction, payer_id, connection_id)
      values (${practiceId}, ${kind}, ${payerId}, ${connectionId})
      on conflict (practice_id, transaction, payer_id)
      do update set connection_id = excluded.connection_id`);
  }
  return true;
}
