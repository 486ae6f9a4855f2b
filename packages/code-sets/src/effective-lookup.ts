import { ReferenceTableFault } from "./parse-table.ts";

/** A row that holds from its first to its last day, both included; no last day means still. */
export type EffectiveRow = {
  readonly effectiveFrom: string;
  readonly effectiveTo: string | undefined;
};

export type EffectiveLookup<Row extends EffectiveRow> = {
  /** The row in force for the key on the civil date. */
  on(key: string, date: string): Row | undefined;
  /**
   * The row in force, or else the last one before the date, or else the first after it. Payers
   * keep sending codes that are retired or not yet in force, and a person still needs the words.
   */
  nearest(
    key: string,
    date: string,
  ): { readonly row: Row; readonly isInForce: boolean } | undefined;
  /** All rows of the key, oldest first. */
  versions(key: string): readonly Row[];
  readonly keys: readonly string[];
};

/** True when the row holds on the civil date. */
export function isInForce(row: EffectiveRow, date: string): boolean {
  return row.effectiveFrom <= date && (row.effectiveTo === undefined || date <= row.effectiveTo);
}

/**
 * Indexes rows by key and date.
 *
 * @throws ReferenceTableFault `overlapping-rows` when two rows of one key hold on the same day, or
 * a row ends before it starts; `table` names the table in that message, `column` the key.
 */
export function buildEffectiveLookup<Row extends EffectiveRow>(
  table: string,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): EffectiveLookup<Row> {
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    const versions = byKey.get(keyOf(row));
    if (versions === undefined) byKey.set(keyOf(row), [row]);
    else versions.push(row);
  }
  for (const [key, versions] of byKey) {
    versions.sort((left, right) => (left.effectiveFrom < right.effectiveFrom ? -1 : 1));
    refuseOverlap(table, key, versions);
  }
  const on = (key: string, date: string) =>
    byKey.get(key)?.find((version) => isInForce(version, date));
  return {
    on,
    nearest: (key, date) => {
      const current = on(key, date);
      if (current !== undefined) return { row: current, isInForce: true };
      const versions = byKey.get(key) ?? [];
      const row = versions.findLast((version) => version.effectiveFrom <= date) ?? versions[0];
      return row === undefined ? undefined : { row, isInForce: false };
    },
    versions: (key) => byKey.get(key) ?? [],
    keys: [...byKey.keys()],
  };
}

function refuseOverlap(table: string, key: string, versions: readonly EffectiveRow[]): void {
  versions.forEach((version, index) => {
    const last = version.effectiveTo;
    const next = versions[index + 1];
    const isBackwards = last !== undefined && last < version.effectiveFrom;
    const runsOver = next !== undefined && (last === undefined || last >= next.effectiveFrom);
    if (isBackwards || runsOver) {
      throw new ReferenceTableFault("overlapping-rows", { file: table, column: key });
    }
  });
}
