import type { GuideTable } from "../guide-table.ts";

/**
 * A guide as files are read by it: its table, and what received files have beyond it and is understood
 * nevertheless. Validation judges by the table alone.
 */
export type ReceivedGuide = {
  readonly table: GuideTable;
  /** Further segments by loop id; an id without its letters stands for all loops of that number. */
  readonly segments: Readonly<Record<string, string>>;
  readonly loops: readonly ReceivedLoop[];
};

/** A loop at a place, or with codes, that the table has not; one of the table or one of its own. */
export type ReceivedLoop = {
  readonly id: string;
  /** Loops that it may stand in. */
  readonly under: readonly string[];
  /** The segment that opens it with its codes, as `NM1=QD,GB`, or with any, as `NM1`. */
  readonly opens: string;
};

/** A loop id without its letters: loops of one number are parties of one kind. */
export function loopNumber(id: string): string {
  return /^\d+/.exec(id)?.[0] ?? id;
}
