import { sql } from "@headwater/platform/database/sql.ts";
import {
  type PracticesDatabase,
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import { chunkSize, foldOpenChunks } from "../aging/open-chunks.store.ts";
import { type Cell, cellDeltas } from "./cell.ts";
import { cellSets } from "./cell-sets.ts";
import { type ChunkRun, cellScope, countCells } from "./count-cells.query.ts";
import {
  beginRollup,
  type Chunk,
  cellsOfChunks,
  endCounting,
  findRollup,
  holdRollup,
  keepChunk,
  moveCells,
  spreadChanges,
  takeChanges,
} from "./rollup.store.ts";

/** Chunks of one transaction: few enough that it is short, enough that a statement is worth it. */
const chunksAtOnce = 8;
/** What is open is counted this many chunks at once: half a million claims in about two seconds. */
const openChunksAtOnce = 512;

/** What is counted, as text: another program that counts otherwise begins anew. */
export const cellShape = JSON.stringify([chunkSize, cellSets]);

type FoldScope = { readonly practiceId: number; readonly actor: string };

/**
 * Brings a practice's roll-ups up to date: every chunk in which something was written is counted anew
 * and the totals move by the difference. Each step is a transaction of its own, and any step may be
 * done twice. After `mostSteps` of them it leaves the rest for another time. Returns how many chunks
 * were counted; none while somebody else is counting.
 */
export async function foldRollups(
  database: PracticesDatabase,
  scope: FoldScope,
  options: { readonly signal?: AbortSignal; readonly mostSteps?: number } = {},
): Promise<number> {
  const { mostSteps = Number.POSITIVE_INFINITY } = options;
  let chunks = 0;
  for (let step = 0; step < mostSteps && options.signal?.aborted !== true; step += 1) {
    const counted = await withPractice(database, scope, foldSome);
    if (counted === 0) break;
    chunks += counted;
  }
  return chunks;
}

/** Forgets the roll-ups and counts everything again. */
export async function rebuildRollups(
  database: PracticesDatabase,
  scope: FoldScope,
): Promise<number> {
  await withPractice(database, scope, async (transaction) => {
    await holdRollup(transaction);
    await beginRollup(transaction, cellShape);
  });
  return foldRollups(database, scope);
}

/** Counts the next chunks in this transaction: all into what is open, some of those into the measures. */
export async function foldSome(transaction: PracticeTransaction): Promise<number> {
  if (!(await holdRollup(transaction))) return 0;
  const state = await findRollup(transaction, transaction.practiceId);
  if (state?.shape !== cellShape) await beginRollup(transaction, cellShape);
  await spreadChanges(transaction);
  // A chunk is a small part of every table: reading one whole for it took minutes at a million claims.
  await transaction.execute(sql`
    select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`);
  await foldOpenChunks(transaction, openChunksAtOnce);
  const taken = await takeChanges(transaction, chunksAtOnce);
  if (taken.length === 0) {
    if (state?.isComplete === false) await endCounting(transaction, true);
    return 0;
  }
  const scope = await cellScope(transaction, transaction.practiceId);
  const deltas: Cell[] = [];
  for (const run of runsOf(taken)) {
    const chunks = chunksOf(run);
    const before = await cellsOfChunks(transaction, run.axis, chunks);
    const after = await countCells(transaction, scope, run);
    for (const chunk of chunks) {
      const cells = after.get(chunk) ?? [];
      deltas.push(...cellDeltas(before.get(chunk) ?? [], cells));
      await keepChunk(transaction, { axis: run.axis, chunk }, cells);
    }
  }
  await moveCells(transaction, cellDeltas([], deltas));
  await endCounting(transaction, false);
  return taken.length;
}

/** Chunks that follow each other are counted together. */
function runsOf(chunks: readonly Chunk[]): ChunkRun[] {
  const runs: { axis: Chunk["axis"]; from: number; through: number }[] = [];
  for (const { axis, chunk } of chunks) {
    const last = runs.at(-1);
    if (last?.axis === axis && last.through + 1 === chunk && chunk !== 0) last.through = chunk;
    else runs.push({ axis, from: chunk, through: chunk });
  }
  return runs;
}

function chunksOf({ from, through }: ChunkRun): number[] {
  return Array.from({ length: through - from + 1 }, (_, index) => from + index);
}
