import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";

/** Claims of one state, and what those of them are charged that still stand. */
export type CountedState = {
  readonly state: string;
  readonly count: number;
  readonly cents: number;
};

/** Claims of a list, by state, from rows that are read; the most that are worth reading for it. */
const mostCounted = 20_000;
/** Chunks of the roll-ups from which a practice is too large to be counted row by row. */
const chunksOfLarge = 40;

type CountQuestion = {
  /** The rows as `c` with their condition. */
  readonly from: Sql;
  readonly where: Sql;
  /** Whether nothing narrows the list but a payer, so that the roll-ups know the answer. */
  readonly isRolledUp: boolean;
  readonly payer?: number | undefined;
};

/**
 * Counts claims by state. A large practice's are read from the roll-ups where they know, a few seconds
 * late; otherwise they are counted up to a limit, above which there is no answer.
 */
export async function countClaims(
  transaction: PracticeTransaction,
  question: CountQuestion,
): Promise<CountedState[] | undefined> {
  const { from, where, isRolledUp, payer } = question;
  const { practiceId } = transaction;
  const { isLarge } = await transaction.one<{ isLarge: boolean }>(sql`
    select (select count(*) from measure_chunks
        where practice_id = ${practiceId} and axis = 'claim') >= ${chunksOfLarge}
      and exists (select from measure_rollups where practice_id = ${practiceId} and is_complete)
      as "isLarge"`);
  if (isLarge && isRolledUp) return rolledUp(transaction, payer);
  const limit = isLarge ? sql`limit ${mostCounted + 1}` : sql``;
  const groups = await transaction.query<CountedState>(sql`
    select state, count(*)::bigint as count, coalesce(sum(charged_cents)
      filter (where state not in ('replaced', 'void')), 0)::bigint as cents
    from (select c.state, c.charged_cents from ${from} c where ${where} ${limit}) counted
    group by state`);
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return isLarge && count > mostCounted ? undefined : groups;
}

function rolledUp(
  transaction: PracticeTransaction,
  payer: number | undefined,
): Promise<CountedState[]> {
  return transaction.query<CountedState>(sql`
    select detail as state, sum(numbers[1])::bigint as count, sum(numbers[2])::bigint as cents
    from measure_cells
    where practice_id = ${transaction.practiceId} and cell_set = 'standing'
      and split = ${payer === undefined ? "" : "payer"} and key = ${String(payer ?? "")}
    group by detail`);
}
