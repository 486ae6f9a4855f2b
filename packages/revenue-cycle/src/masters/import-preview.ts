import type { ImportTable, ImportTableRow } from "./csv/read-import-table.ts";

/** What becomes, or would become, of one row of an import. */
export const importOutcomes = ["added", "changed", "same", "refused"] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** Why a row is refused, or what it changes, at one column; undefined is the row as a whole. */
export type ImportReason = {
  readonly column: string | undefined;
  readonly code: string;
  /** A sentence for the person who imports. */
  readonly reason: string;
};

/** One row with its outcome: the reasons of its refusal, or the columns that it changes. */
export type ImportRow = {
  /** Line of the file; the header is line 1. */
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly reasons: readonly ImportReason[];
};

/** A row that is to be written, with what it stands for. */
export type ImportWrite<Draft, Known> = {
  readonly row: number;
  readonly draft: Draft;
  /** What is on file and changes; undefined for an addition. */
  readonly known: Known | undefined;
};

/** Every row with its outcome, and what confirming would write. */
export type ImportPlan<Draft, Known> = {
  readonly rows: readonly ImportRow[];
  readonly writes: readonly ImportWrite<Draft, Known>[];
};

/** How the rows of one noun are read and compared. */
export type ImportRules<Draft, Known> = {
  /** The draft of a row, or every reason against it. */
  readonly read: (row: ImportTableRow) => Draft | readonly ImportReason[];
  /** What two rows must not both stand for. */
  readonly keyOf: (draft: Draft) => string;
  /** What is on file under the same key. */
  readonly knownOf: (draft: Draft) => Known | undefined;
  /** The columns in which the draft differs from what is on file. */
  readonly changesOf: (draft: Draft, known: Known) => readonly ImportReason[];
  /** What speaks against the draft beside its own cells, for example days that overlap. */
  readonly against?: (draft: Draft, known: Known | undefined) => readonly ImportReason[];
};

/**
 * Decides what becomes of every row. Nothing is written: the same decision is taken again when the
 * import is confirmed. A row equal to what is on file is `same`, so that a repeated import writes
 * nothing; a second row for the same thing is refused and names the first.
 */
export function planImport<Draft extends object, Known>(
  table: Pick<ImportTable, "rows">,
  rules: ImportRules<Draft, Known>,
): ImportPlan<Draft, Known> {
  const rows: ImportRow[] = [];
  const writes: ImportWrite<Draft, Known>[] = [];
  const firstRows = new Map<string, number>();
  for (const tableRow of table.rows) {
    const { row } = tableRow;
    const draft = tableRow.fault === undefined ? rules.read(tableRow) : [tableRow.fault];
    if (isReasons(draft)) {
      rows.push({ row, outcome: "refused", reasons: draft });
      continue;
    }
    const first = firstRows.get(rules.keyOf(draft));
    if (first !== undefined) {
      rows.push({ row, outcome: "refused", reasons: [sameAsRow(first)] });
      continue;
    }
    firstRows.set(rules.keyOf(draft), row);
    const known = rules.knownOf(draft);
    const decided = decide(rules, draft, known);
    rows.push({ row, ...decided });
    if (decided.outcome === "added" || decided.outcome === "changed") {
      writes.push({ row, draft, known });
    }
  }
  return { rows, writes };
}

function decide<Draft, Known>(
  rules: ImportRules<Draft, Known>,
  draft: Draft,
  known: Known | undefined,
): Pick<ImportRow, "outcome" | "reasons"> {
  const changes = known === undefined ? [] : rules.changesOf(draft, known);
  if (known !== undefined && changes.length === 0) return { outcome: "same", reasons: [] };
  const against = rules.against?.(draft, known) ?? [];
  if (against.length > 0) return { outcome: "refused", reasons: against };
  return { outcome: known === undefined ? "added" : "changed", reasons: changes };
}

function isReasons(read: object): read is readonly ImportReason[] {
  return Array.isArray(read);
}

function sameAsRow(first: number): ImportReason {
  const reason = `Row ${first} stands for the same already.`;
  return { column: undefined, code: "ROW_TWICE", reason };
}

/** How many rows have each outcome. */
export function importCounts(rows: readonly ImportRow[]): Record<ImportOutcome, number> {
  const counts = { added: 0, changed: 0, same: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** A changed column as a reason: what stands, and what would stand. */
export function changedColumn(column: string, before: string, after: string): ImportReason {
  const shown = (text: string) => (text === "" ? "(empty)" : text);
  return { column, code: "CHANGED", reason: `${shown(before)} → ${shown(after)}` };
}

/** The columns whose texts differ, in their order. */
export function changedColumns(
  pairs: readonly (readonly [column: string, before: string, after: string])[],
): ImportReason[] {
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([column, before, after]) => changedColumn(column, before, after));
}
