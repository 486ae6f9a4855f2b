import { sql } from "@headwater/platform/database/sql.ts";
import type {
  PracticesTransaction,
  PracticeTransaction,
} from "@headwater/platform/tenancy/with-practices.ts";
import { chunkSize } from "../aging/open-chunks.store.ts";
import type { Cell } from "./cell.ts";
import type { CellSplit } from "./cell-sets.ts";
import type { ChunkAxis } from "./count-cells.query.ts";

/** How far the roll-ups of a practice are. */
export type RollupState = {
  readonly shape: string;
  readonly version: number;
  /** Whether every chunk was counted since the roll-ups were begun. */
  readonly isComplete: boolean;
  readonly foldedAt: Date;
  /** The newest submission of a claim. */
  readonly newestOn: string | null;
  /** Whether rows were written that are not counted yet. */
  readonly isBehind: boolean;
};

/** Where the roll-ups of a practice stand; undefined before the first counting. */
export function findRollup(
  transaction: PracticesTransaction,
  practiceId: number,
): Promise<RollupState | undefined> {
  return transaction.maybeOne<RollupState>(sql`
    select shape, version, is_complete as "isComplete", folded_at as "foldedAt",
      newest_on as "newestOn",
      exists (select from measure_changes where practice_id = ${practiceId}) as "isBehind"
    from measure_rollups where practice_id = ${practiceId}`);
}

/** Whether this transaction alone now counts the practice's roll-ups, until it ends. */
export async function holdRollup(transaction: PracticeTransaction): Promise<boolean> {
  const { held } = await transaction.one<{ held: boolean }>(sql`
    select pg_try_advisory_xact_lock(7302, hashint8(${transaction.practiceId}::bigint)) as held`);
  return held;
}

/** Forgets all totals and begins anew with every chunk. */
export async function beginRollup(transaction: PracticeTransaction, shape: string): Promise<void> {
  const { practiceId } = transaction;
  await transaction.execute(sql`delete from measure_cells where practice_id = ${practiceId}`);
  await transaction.execute(sql`delete from measure_chunks where practice_id = ${practiceId}`);
  await transaction.execute(sql`
    insert into measure_rollups (practice_id, shape) values (${practiceId}, ${shape})
    on conflict (practice_id) do update set shape = excluded.shape, newest_on = null,
      version = measure_rollups.version + 1, is_complete = false, folded_at = now()`);
  await transaction.execute(sql`
    insert into measure_changes (practice_id, axis, chunk) values (${practiceId}, 'all', 0)`);
}

/** Turns a wish for everything into one for each chunk. */
export async function spreadChanges(transaction: PracticeTransaction): Promise<void> {
  const { practiceId } = transaction;
  const wished = await transaction.execute(sql`
    delete from measure_changes where practice_id = ${practiceId} and axis = 'all'`);
  if (wished === 0) return;
  await transaction.execute(sql`
    insert into measure_changes (practice_id, axis, chunk)
    select ${practiceId}::bigint, 'claim', chunk from generate_series(
      (select min(claim_id) from claims where practice_id = ${practiceId}) / ${chunkSize}::bigint,
      (select max(claim_id) from claims where practice_id = ${practiceId}) / ${chunkSize}::bigint)
      as chunk
    union all select ${practiceId}::bigint, 'claim', -1
    union all
    select ${practiceId}::bigint, 'encounter', chunk from generate_series(
      (select min(encounter_id) from encounters where practice_id = ${practiceId}) / ${chunkSize}::bigint,
      (select max(encounter_id) from encounters where practice_id = ${practiceId}) / ${chunkSize}::bigint)
      as chunk`);
}

export type Chunk = { readonly axis: ChunkAxis; readonly chunk: number };

/**
 * Takes the first chunks that are to be counted anew: of claims those that are counted into what is
 * open. What is written meanwhile notes its chunk again,
 * so whatever the counting that follows does not see comes later.
 */
export async function takeChanges(
  transaction: PracticeTransaction,
  atMost: number,
): Promise<Chunk[]> {
  const { practiceId } = transaction;
  return transaction.query<Chunk>(sql`
    with first as (
      select distinct axis, chunk from measure_changes
      where practice_id = ${practiceId} and axis in ('due', 'encounter')
      order by axis, chunk limit ${atMost}),
    taken as (
      delete from measure_changes m using first
      where m.practice_id = ${practiceId} and m.axis = first.axis and m.chunk = first.chunk)
    select case axis when 'due' then 'claim' else axis end as axis, chunk
    from first order by axis, chunk`);
}

/** What chunks of an axis last added to the totals. */
export async function cellsOfChunks(
  transaction: PracticeTransaction,
  axis: ChunkAxis,
  chunks: readonly number[],
): Promise<ReadonlyMap<number, readonly Cell[]>> {
  const rows = await transaction.query<{ chunk: number; cells: Cell[] }>(sql`
    select chunk, cells from measure_chunks
    where practice_id = ${transaction.practiceId} and axis = ${axis}
      and chunk = any (${[...chunks]}::bigint[])`);
  return new Map(rows.map(({ chunk, cells }) => [chunk, cells]));
}

/** Notes what a chunk now adds to the totals, and the newest submission among its claims. */
export async function keepChunk(
  transaction: PracticeTransaction,
  { axis, chunk }: Chunk,
  cells: readonly Cell[],
): Promise<void> {
  const { practiceId } = transaction;
  const newest =
    axis === "claim"
      ? sql`(select max(submitted_on) from claims where practice_id = ${practiceId}
          and claim_id between ${chunk * chunkSize}::bigint
          and ${(chunk + 1) * chunkSize - 1}::bigint)`
      : sql`null::date`;
  await transaction.execute(sql`
    insert into measure_chunks (practice_id, axis, chunk, newest_on, cells)
    values (${practiceId}, ${axis}, ${chunk}, ${newest}, ${JSON.stringify(cells)}::jsonb)
    on conflict (practice_id, axis, chunk)
      do update set newest_on = excluded.newest_on, cells = excluded.cells`);
}

/** Moves the totals. */
export async function moveCells(
  transaction: PracticeTransaction,
  deltas: readonly Cell[],
): Promise<void> {
  if (deltas.length === 0) return;
  const { practiceId } = transaction;
  await transaction.execute(sql`
    insert into measure_cells as cell (practice_id, cell_set, split, key, on_key, at, detail, numbers)
    select ${practiceId}::bigint, d ->> 0, d ->> 1, d ->> 2, d ->> 3, (d ->> 4)::integer, d ->> 5,
      array(select jsonb_array_elements_text(d -> 6)::bigint)
    from jsonb_array_elements(${JSON.stringify(deltas)}::jsonb) d
    on conflict (practice_id, cell_set, split, on_key, key, at, detail) do update
    set numbers = array(select coalesce(known, 0) + coalesce(moved, 0)
      from unnest(cell.numbers, excluded.numbers) with ordinality as both_of (known, moved, place)
      order by place)`);
}

/** Ends a counting: cells that came to nothing go, and readers learn that the totals have changed. */
export async function endCounting(
  transaction: PracticeTransaction,
  isComplete: boolean,
): Promise<void> {
  const { practiceId } = transaction;
  await transaction.execute(sql`
    delete from measure_cells where practice_id = ${practiceId} and 0 = all (numbers)`);
  await transaction.execute(sql`
    update measure_rollups set version = version + 1, folded_at = now(),
      is_complete = is_complete or ${isComplete},
      newest_on = (select max(newest_on) from measure_chunks where practice_id = ${practiceId})
    where practice_id = ${practiceId}`);
}

/** All cells as they stand, for whoever compares them. */
export async function storedCells(
  transaction: PracticesTransaction,
  practiceId: number,
): Promise<Cell[]> {
  const rows = await transaction.query<{
    set: string;
    split: CellSplit | "";
    key: string;
    on: string;
    at: number;
    detail: string;
    numbers: number[];
  }>(sql`
    select cell_set as set, split, key, on_key as "on", at, detail, to_json(numbers) as numbers
    from measure_cells where practice_id = ${practiceId}`);
  return rows.map(({ set, split, key, on, at, detail, numbers }) => [
    set,
    split,
    key,
    on,
    at,
    detail,
    numbers,
  ]);
}
