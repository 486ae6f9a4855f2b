import type { ListTotal } from "@headwater/revenue-cycle/masters/answer-schemas.ts";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { getJson, type PracticePath, practiceAddress, type Query } from "../frame/request.ts";

type Page<Row> = {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total?: ListTotal;
};

export type ListQuestion = {
  readonly practice: string;
  readonly path: PracticePath;
  readonly query?: Query;
  readonly isActive?: boolean;
};

/** The rows of a list as far as they were asked for, and how to ask for more. */
export type KeysetRows<Row> = {
  /** Tells one question from another: a list that is narrowed or sorted anew begins at its top. */
  readonly question: string;
  readonly rows: readonly Row[];
  readonly total: Page<Row>["total"];
  readonly hasMore: boolean;
  readonly isFirstLoad: boolean;
  readonly isFetching: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly retry: () => void;
};

const pageSize = 100;

/** Reads a list page by page. A change of question keeps the old rows until the new ones are there. */
export function useKeysetRows<Row>(question: ListQuestion): KeysetRows<Row> {
  const { practice, path, query, isActive = true } = question;
  const result = useInfiniteQuery({
    queryKey: [practice, path, query],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<Row>>(
        practiceAddress(practice, path, { ...query, limit: pageSize, after: pageParam }),
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: isActive,
  });
  const total = useTotal(question);
  const pages = result.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  return {
    question: JSON.stringify([path, query]),
    rows,
    total,
    hasMore: result.hasNextPage,
    isFirstLoad: result.isPending,
    isFetching: result.isFetching,
    error: result.isError && rows.length === 0 ? result.error : undefined,
    loadMore: () => {
      if (result.hasNextPage && !result.isFetching) void result.fetchNextPage();
    },
    retry: () => void result.refetch(),
  };
}

/** The total is a second, slower question: it is asked once for a filter and never delays the rows. */
function useTotal({ practice, path, query, isActive = true }: ListQuestion) {
  const answer = useQuery({
    queryKey: [practice, path, query, "total"],
    queryFn: ({ signal }) =>
      getJson<Page<unknown>>(
        practiceAddress(practice, path, { ...query, limit: 1, total: 1 }),
        signal,
      ),
    enabled: isActive,
    placeholderData: keepPreviousData,
  });
  return answer.data?.total;
}
