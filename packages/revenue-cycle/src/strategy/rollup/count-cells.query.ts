import { join, type Sql, sql, trustedText } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { chunkSize } from "../aging/open-chunks.store.ts";
import { movementSource, pricedLineSource } from "../kpi/line-source.query.ts";
import { amongClaims, type ReportScope } from "../kpi/report-scope.query.ts";
import { addendOf, sourceRows, whereOf } from "../kpi/sum-figures.query.ts";
import type { Cell } from "./cell.ts";
import { type CellSet, type CellSplit, cellSets, splitColumns } from "./cell-sets.ts";

export type ChunkAxis = "claim" | "encounter";

/** Chunks that follow each other. */
export type ChunkRun = {
  readonly axis: ChunkAxis;
  readonly from: number;
  readonly through: number;
};

/** A scope without an as-of date: cells hold dates, and whoever reads them draws the line. */
export async function cellScope(
  transaction: PracticesTransaction,
  practiceId: number,
): Promise<ReportScope> {
  const { hasContracts } = await transaction.one<{ hasContracts: boolean }>(sql`
    select exists (select from fee_schedule_rows where practice_id = ${practiceId})
      as "hasContracts"`);
  return { practiceId, asOf: "9999-12-31", isSettled: true, hasContracts, hasDeposits: false };
}

/** Counts the cells of a run of chunks directly from the rows, chunk by chunk. */
export async function countCells(
  transaction: PracticesTransaction,
  scope: ReportScope,
  run: ChunkRun,
): Promise<ReadonlyMap<number, Cell[]>> {
  const ids = { from: run.from * chunkSize, through: (run.through + 1) * chunkSize - 1 };
  const narrowed = run.axis === "claim" ? { ...scope, claims: ids } : { ...scope, encounters: ids };
  return countSets(transaction, narrowed, run.axis);
}

/** Counts all cells of an axis directly from the rows, chunk by chunk. */
export async function countSets(
  transaction: PracticesTransaction,
  scope: ReportScope,
  axis: ChunkAxis,
): Promise<ReadonlyMap<number, Cell[]>> {
  const found = new Map<number, Cell[]>();
  for (const set of cellSets) {
    if ((set.source === "charge") !== (axis === "encounter")) continue;
    if (set.source === "contractLine" && !scope.hasContracts) continue;
    for (const row of await transaction.query<CellRow>(cellStatement(scope, set))) {
      const { chunk, split, key, on, at, detail, numbers } = row;
      const cells = found.get(chunk) ?? [];
      cells.push([set.name, split, key, on, at, detail, numbers]);
      found.set(chunk, cells);
    }
  }
  return found;
}

type CellRow = {
  readonly chunk: number;
  readonly split: CellSplit | "";
  readonly key: string;
  readonly on: string;
  readonly at: number;
  readonly detail: string;
  readonly numbers: number[];
};

/** One pass over the rows of a set, grouped by each of its splits beside the whole. */
function cellStatement(scope: ReportScope, set: CellSet): Sql {
  const id = set.source === "charge" ? sql`encounter_id` : sql`claim_id`;
  const splits = set.splits.map((split) => trustedText(`split_${split}`));
  const columns = set.splits.map(
    (split, index) =>
      sql`, coalesce(${trustedText(splitColumns[split])}, '') as ${splits[index] ?? sql``}`,
  );
  const addends = set.numbers.map(
    ({ part }, index) =>
      sql`, case when ${whereOf(part)} then ${addendOf(part)} else 0 end as ${nth(index)}`,
  );
  const base = sql`chunk, on_key, at, detail`;
  const groupings = [sql`(${base})`, ...splits.map((split) => sql`(${base}, ${split})`)];
  const names = set.splits.map(
    (split, index) => sql`when grouping(${splits[index] ?? sql``}) = 0 then ${split}::text`,
  );
  const keys = splits.map((split) => sql`when grouping(${split}) = 0 then ${split}`);
  const sums = set.numbers.map((_, index) => sql`sum(${nth(index)})::bigint`);
  return sql`
    select chunk, on_key as "on", at, detail, json_build_array(${join(sums)}) as numbers,
      ${names.length > 0 ? sql`case ${join(names, " ")} else '' end` : sql`''`} as split,
      ${keys.length > 0 ? sql`case ${join(keys, " ")} else '' end` : sql`''`} as key
    from (
      select coalesce(${id} / ${chunkSize}::bigint, -1) as chunk,
        ${onKey(set)} as on_key, ${trustedText(set.at ?? "0")} as at,
        ${trustedText(set.detail ?? "''::text")} as detail
        ${join(columns, "")} ${join(addends, "")}
      from (${rowsOf(scope, set)}) r
      where ${trustedText(set.where ?? "true")}) counted
    group by grouping sets (${join(groupings)})`;
}

/** Every claim of whatever state, as the list of claims counts them. */
function everyClaim(scope: ReportScope): Sql {
  return sql`select c.claim_id, c.payer_id, c.state, c.charged_cents, 1 as n from claims c
    where c.practice_id = ${scope.practiceId} ${amongClaims(scope, sql`c.claim_id`)}`;
}

function nth(index: number): Sql {
  return trustedText(`n${index + 1}`);
}

function onKey({ on, grain }: CellSet): Sql {
  const format = grain === "day" ? "YYYY-MM-DD" : "YYYY-MM";
  return sql`coalesce(to_char(${trustedText(on)}, ${format}), '')`;
}

function rowsOf(scope: ReportScope, { source }: CellSet): Sql {
  if (source === "movement") return movementSource(scope);
  if (source === "standing") return everyClaim(scope);
  return source === "pricedLine" ? pricedLineSource(scope) : sourceRows(scope, source);
}
