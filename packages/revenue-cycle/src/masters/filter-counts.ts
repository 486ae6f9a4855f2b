import type { ListTotal } from "./answer-schemas.ts";

/** Rows and cents of one combination of filter values; a value is named by its filter. */
export type CountedGroup = { readonly count: number; readonly cents?: number } & Readonly<
  Record<string, string | number>
>;

/**
 * Makes a list's total of groups that were counted without the filters in `chosen`: the total holds
 * the groups that fit every chosen value, and a filter's counts those that fit all the others.
 */
export function totalOfGroups(
  groups: readonly CountedGroup[],
  chosen: Readonly<Record<string, string | undefined>>,
): ListTotal {
  const filters = Object.keys(chosen);
  const fits = (group: CountedGroup, filter: string) =>
    chosen[filter] === undefined || group[filter] === chosen[filter];
  const counted = groups.filter((group) => filters.every((filter) => fits(group, filter)));
  const counts = Object.fromEntries(
    filters.map((filter) => {
      const others = filters.filter((other) => other !== filter);
      const open = groups.filter((group) => others.every((other) => fits(group, other)));
      return [filter, countsBy(filter, open)];
    }),
  );
  const count = counted.reduce((sum, group) => sum + group.count, 0);
  if (groups.some((group) => group.cents === undefined)) return { count, counts };
  return { count, cents: counted.reduce((sum, group) => sum + (group.cents ?? 0), 0), counts };
}

function countsBy(filter: string, groups: readonly CountedGroup[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const group of groups) {
    const value = String(group[filter]);
    counts[value] = (counts[value] ?? 0) + group.count;
  }
  return counts;
}
