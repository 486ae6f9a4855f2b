import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { LoadingBar } from "../frame/loading-bar.tsx";
import { FailureNotice } from "../frame/notice.tsx";
import type { Column } from "./column.ts";
import type { KeysetRows } from "./keyset-rows.ts";
import { RecordRow } from "./record-row.tsx";
import { type RowCursor, useRowCursor } from "./row-cursor.ts";
import { recallScroll, rememberScroll } from "./scroll-memory.ts";
import { TableFoot, TableHead, TableShape } from "./table-parts.tsx";

export type RecordTableProps<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly list: KeysetRows<Row>;
  readonly rowId: (row: Row) => string;
  /** The noun of the total row: "1,204 claims". */
  readonly countLabel: (count: number) => string;
  readonly empty: ReactNode;
  /** The row whose record stands in the panel. */
  readonly openId?: string | undefined;
  /** Shows the record beside the list. */
  readonly onOpen?: (row: Row) => void;
  /** Goes to the record's page. */
  readonly onEnter?: (row: Row) => void;
  /** The order in force, and how another one is asked for. */
  readonly sort?: { readonly name: string; readonly onSort: (name: string) => void };
  readonly selection?: { readonly ids: ReadonlySet<string>; readonly toggle: (id: string) => void };
};

const rowHeight = 32;
const overscan = 12;

/** A list of records: fixed head and totals, virtual rows, keyboard, the place kept. */
export function RecordTable<Row>(given: RecordTableProps<Row>) {
  const columns = shownColumns(given);
  const props = { ...given, columns };
  const { list, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: list.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: 0,
  });
  const cursor = useRowCursor(props, (index) => virtual.scrollToIndex(index, { align: "auto" }));
  useKeptScroll(scroller.current, props.label, list.rows.length > 0);
  useTopForNewQuestion(scroller, list.question);
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useLayoutEffect(() => {
    if (list.hasMore && lastSeen >= list.rows.length - 30) list.loadMore();
  });
  if (list.error !== undefined) return <FailureNotice error={list.error} onRetry={list.retry} />;
  if (!list.isFirstLoad && list.rows.length === 0) return props.empty;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
    <div className="table-scroll" ref={scroller} tabIndex={0}>
      <LoadingBar isLoading={list.isFetching && !list.isFirstLoad} />
      <table
        className="record-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are walked and selected by key
        role="grid"
        aria-label={props.label}
        aria-rowcount={list.total?.count ?? list.rows.length}
      >
        <TableHead
          columns={columns}
          hasSelection={selection !== undefined}
          {...(props.sort ? { sort: props.sort } : {})}
        />
        <tbody>
          {list.isFirstLoad ? (
            <TableShape columns={columns} hasSelection={selection !== undefined} />
          ) : (
            <VirtualRows table={props} cursor={cursor} items={items} end={virtual.getTotalSize()} />
          )}
        </tbody>
        <TableFoot table={props} />
      </table>
    </div>
  );
}

/** A narrow list keeps what identifies a record and what it is about. */
function shownColumns<Row>({ columns, openId }: RecordTableProps<Row>): readonly Column<Row>[] {
  return openId === undefined ? columns : columns.filter((column) => !column.isExtra);
}

type VirtualRowsProps<Row> = {
  readonly table: RecordTableProps<Row>;
  readonly cursor: RowCursor;
  readonly items: readonly {
    readonly index: number;
    readonly start: number;
    readonly end: number;
  }[];
  readonly end: number;
};

function VirtualRows<Row>({ table, cursor, items, end }: VirtualRowsProps<Row>) {
  const before = items[0]?.start ?? 0;
  const after = end - (items.at(-1)?.end ?? 0);
  return (
    <>
      <Spacer height={before} />
      {items.map(({ index }) => {
        const row = table.list.rows[index];
        if (row === undefined) return null;
        const id = table.rowId(row);
        return (
          <RecordRow
            key={id}
            table={table}
            row={row}
            place={{ id, index, isCursor: cursor.index === index, moveHere: cursor.move }}
          />
        );
      })}
      <Spacer height={after} />
    </>
  );
}

function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr className="spacer">
      <td style={{ height }} />
    </tr>
  );
}

/** Puts the list back where it was left when its page is shown again. */
function useKeptScroll(element: HTMLElement | null, label: string, hasRows: boolean) {
  const place = `${window.location.pathname} ${label}`;
  useLayoutEffect(() => {
    if (!element || !hasRows) return;
    element.scrollTop = recallScroll(place);
    const remember = () => rememberScroll(place, element.scrollTop);
    element.addEventListener("scroll", remember, { passive: true });
    return () => element.removeEventListener("scroll", remember);
  }, [element, place, hasRows]);
}

/** Another question begins at the top; the first one where the list was left. */
function useTopForNewQuestion(scroller: RefObject<HTMLDivElement | null>, question: string) {
  const asked = useRef(question);
  useLayoutEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, question]);
}
