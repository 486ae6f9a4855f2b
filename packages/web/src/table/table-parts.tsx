import { formatCents, formatCount } from "../frame/format.ts";
import { t } from "../strings/translate.ts";
import type { Column, SortChoice } from "./column.ts";
import type { RecordTableProps } from "./record-table.tsx";

type HeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly hasSelection: boolean;
  readonly sort?: Sort;
};

type Sort = NonNullable<RecordTableProps<unknown>["sort"]>;

export function TableHead<Row>({ columns, hasSelection, sort }: HeadProps<Row>) {
  return (
    <thead>
      <tr>
        {hasSelection && (
          <th className="check-cell" scope="col">
            <span className="visually-hidden">{t("table.select")}</span>
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            className={column.kind}
            style={column.width ? { width: column.width } : undefined}
            aria-sort={column.sorts?.find(({ name }) => name === sort?.name)?.direction}
          >
            {column.sorts && sort ? (
              <SortButton title={column.title} sorts={column.sorts} sort={sort} />
            ) : (
              column.title
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type SortButtonProps = {
  readonly title: string;
  readonly sorts: readonly SortChoice[];
  readonly sort: Sort;
};

/** A heading that orders the list; pressed again it turns the order round. */
function SortButton({ title, sorts, sort }: SortButtonProps) {
  const at = sorts.findIndex(({ name }) => name === sort.name);
  const next = sorts[(at + 1) % sorts.length];
  return (
    <button type="button" className="sort-button" onClick={() => next && sort.onSort(next.name)}>
      {title}
      <span aria-hidden="true">
        {at === -1 ? "" : sortArrow[sorts[at]?.direction ?? "ascending"]}
      </span>
    </button>
  );
}

const sortArrow = { ascending: " ▲", descending: " ▼" } as const;

const shapeRows = Array.from({ length: 18 }, (_, index) => `shape-${index}`);

/** The table before its first rows are there. */
export function TableShape<Row>({ columns, hasSelection }: Omit<HeadProps<Row>, "sort">) {
  return shapeRows.map((id) => (
    <tr key={id}>
      {hasSelection && <td className="check-cell" />}
      {columns.map((column) => (
        <td key={column.id} className={column.kind}>
          <span className="skeleton-cell" />
        </td>
      ))}
    </tr>
  ));
}

/**
 * The total row that stays in sight. Sums cover the rows that are loaded, or the selected ones; the
 * label says which, so a sum is never taken for more than it adds.
 */
export function TableFoot<Row>({ table }: { readonly table: RecordTableProps<Row> }) {
  const { list, columns, selection } = table;
  const chosen = selection && selection.ids.size > 0 ? selection.ids : undefined;
  const rows = chosen ? list.rows.filter((row) => chosen.has(table.rowId(row))) : list.rows;
  const firstSum = columns.findIndex((column) => column.cents !== undefined);
  const labelSpan = (firstSum === -1 ? columns.length : firstSum) + (selection ? 1 : 0);
  return (
    <tfoot>
      <tr>
        <td colSpan={Math.max(1, labelSpan)}>{footLabel(table, chosen?.size)}</td>
        {(firstSum === -1 ? [] : columns.slice(firstSum)).map((column) => (
          <td key={column.id} className={column.kind}>
            {column.cents && !list.isFirstLoad ? formatCents(sumOf(rows, column.cents)) : ""}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function footLabel<Row>({ list, countLabel }: RecordTableProps<Row>, selected: number | undefined) {
  if (list.isFirstLoad) return t("state.loading");
  if (selected !== undefined) return t("table.selected", { count: selected });
  const loaded = list.rows.length;
  const count = list.total?.count;
  if (!list.hasMore) return countLabel(count ?? loaded);
  if (count === undefined) return t("table.first", { count: formatCount(loaded) });
  return t("table.firstOf", { loaded: formatCount(loaded), all: countLabel(count) });
}

function sumOf<Row>(rows: readonly Row[], cents: (row: Row) => number | undefined): number {
  return rows.reduce((sum, row) => sum + (cents(row) ?? 0), 0);
}
