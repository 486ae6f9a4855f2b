import type { MouseEvent } from "react";
import { t } from "../strings/translate.ts";
import type { RecordTableProps } from "./record-table.tsx";

type Props<Row> = {
  readonly table: RecordTableProps<Row>;
  readonly row: Row;
  readonly place: {
    readonly id: string;
    readonly index: number;
    readonly isCursor: boolean;
    readonly moveHere: (index: number) => void;
  };
};

/** One row. A press anywhere but on a link or box shows its record beside the list. */
export function RecordRow<Row>({ table, row, place }: Props<Row>) {
  const { selection, onOpen } = table;
  const isSelected = selection?.ids.has(place.id) === true || table.openId === place.id;
  const press = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("a, button, input")) return;
    place.moveHere(place.index);
    onOpen?.(row);
  };
  return (
    <tr
      aria-selected={isSelected}
      aria-rowindex={place.index + 1}
      data-cursor={place.isCursor || undefined}
      onClick={press}
    >
      {selection && (
        <td className="check-cell">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t("table.select")}
            checked={selection.ids.has(place.id)}
            onChange={() => selection.toggle(place.id)}
          />
        </td>
      )}
      {table.columns.map((column) => (
        <td key={column.id} className={column.kind}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
