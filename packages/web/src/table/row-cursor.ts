import { useState } from "react";
import { useShortcut } from "../frame/shortcuts.ts";
import type { RecordTableProps } from "./record-table.tsx";

export type RowCursor = { readonly index: number; readonly move: (index: number) => void };

/**
 * The row that the keyboard stands on: `j` `k` and arrows move, `x` selects, Enter opens its page. Where
 * it stands on none yet, it is the first: a queue begins with what comes first.
 */
export function useRowCursor<Row>(
  table: RecordTableProps<Row>,
  scrollTo: (index: number) => void,
): RowCursor {
  const { rows, question } = table.list;
  const [chosen, setChosen] = useState<{ index: number; question: string } | undefined>(undefined);
  const opened = rows.findIndex((row) => table.rowId(row) === table.openId);
  const at = chosen?.question === question ? chosen.index : opened;
  const index = Math.min(at, rows.length - 1);
  const move = (to: number) => {
    const row = rows[to];
    if (row === undefined) return;
    setChosen({ index: to, question });
    scrollTo(to);
    if (table.openId !== undefined) table.onOpen?.(row);
  };
  const current = rows[Math.max(0, index)];
  const on = (act: ((row: Row) => void) | undefined) => () => {
    if (current !== undefined) act?.(current);
  };
  useShortcut("j", () => move(index + 1));
  useShortcut("k", () => move(Math.max(0, index - 1)));
  useShortcut("ArrowDown", () => move(index + 1));
  useShortcut("ArrowUp", () => move(Math.max(0, index - 1)));
  useShortcut("Enter", on(table.onEnter ?? table.onOpen));
  useShortcut(" ", on(table.onOpen));
  useShortcut(
    "x",
    on((row) => table.selection?.toggle(table.rowId(row))),
  );
  return { index, move };
}
