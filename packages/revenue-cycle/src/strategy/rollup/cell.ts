import type { CellSplit } from "./cell-sets.ts";

/** Numbers of one set for one key: `[set, split, key, on, at, detail, numbers]`. */
export type Cell = readonly [
  set: string,
  split: CellSplit | "",
  key: string,
  on: string,
  at: number,
  detail: string,
  numbers: readonly number[],
];

/**
 * What the totals must move by when a chunk that added `before` now adds `after`; cells that stay as
 * they are do not appear.
 */
export function cellDeltas(before: readonly Cell[], after: readonly Cell[]): Cell[] {
  const found = new Map<string, Cell>();
  for (const [cells, sign] of [[before, -1] as const, [after, 1] as const]) {
    for (const cell of cells) {
      const [set, split, key, on, at, detail, numbers] = cell;
      const name = [set, split, key, on, at, detail].join("\u001e");
      const known = found.get(name)?.[6];
      const moved = numbers.map((number, index) => (known?.[index] ?? 0) + sign * number);
      found.set(name, [set, split, key, on, at, detail, moved]);
    }
  }
  return [...found.values()].filter(([, , , , , , numbers]) => numbers.some((one) => one !== 0));
}
