import type { KeysetRows } from "./keyset-rows.ts";

type Question<Row> = {
  readonly rows: readonly Row[] | undefined;
  readonly isFetching?: boolean;
  readonly error?: unknown;
  readonly retry?: () => void;
};

/** Rows that came whole, in the form that a record table reads. */
export function plainRows<Row>(question: Question<Row>): KeysetRows<Row> {
  const rows = question.rows ?? [];
  return {
    question: "",
    rows,
    total: question.rows ? { count: rows.length } : undefined,
    hasMore: false,
    isFirstLoad: question.rows === undefined && question.error === undefined,
    isFetching: question.isFetching ?? false,
    error: question.rows === undefined ? question.error : undefined,
    loadMore: () => undefined,
    retry: question.retry ?? (() => undefined),
  };
}
