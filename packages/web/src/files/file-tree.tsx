import type {
  FileOutline,
  OutlineRow,
} from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import { Button, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { LoadingBar } from "../frame/loading-bar.tsx";
import { FailureNotice } from "../frame/notice.tsx";
import { getJson, practiceAddress } from "../frame/request.ts";
import { useShortcut } from "../frame/shortcuts.ts";
import { t } from "../strings/translate.ts";
import { FileTreeTools } from "./file-tree-tools.tsx";
import "./file-tree.css";
import { loopPath, TreeSegment, visibleRows } from "./tree-rows.tsx";

type Props = {
  readonly practice: string;
  readonly fileId: string;
  /** The segment that the address names. */
  readonly at: number | undefined;
  /** An element of it to mark. */
  readonly element: number | undefined;
};

const atATime = 200;
/** Segments shown before the one that the address names. */
const before = 20;

/** The tree of a file, interchange by interchange down to each element, read part by part. */
export function FileTree(props: Props) {
  const { practice, fileId, at = 1 } = props;
  const [begin, setBegin] = useState(Math.max(1, at - before));
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const list = useOutline({ practice, fileId, begin });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const shown = visibleRows(rows, folded);
  const goTo = (segment: number) =>
    void navigate({
      to: "/p/$practice/files/$file",
      params: { practice, file: fileId },
      search: { from: String(segment) },
      replace: true,
      resetScroll: false,
    });
  useFollowedPlace({ at, rows, setBegin });
  useRowKeys({ at, rows: shown, goTo, loadMore: () => void list.fetchNextPage() });
  const fold = (loop: string) =>
    setFolded((all) => {
      const next = new Set(all);
      if (!next.delete(loop)) next.add(loop);
      return next;
    });
  if (list.isError) return <FailureNotice error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <div style={{ position: "relative" }}>
      <FileTreeTools
        {...{ practice, fileId, at, goTo, isOpen }}
        total={list.data?.pages[0]?.total ?? 0}
        onOpen={() => setOpen(!isOpen)}
      />
      <LoadingBar isLoading={list.isFetching} />
      {list.hasPreviousPage && (
        <Button variant="default" size="xs" onClick={() => void list.fetchPreviousPage()}>
          {t("tree.earlier")}
        </Button>
      )}
      {list.data?.pages.some(({ judged }) => !judged) && (
        <Text size="sm" c="dimmed">
          {t("tree.notJudged")}
        </Text>
      )}
      <ol className="tree" aria-label={t("tree.title")}>
        {shown.map((row) => (
          <TreeSegment
            key={row.number}
            row={row}
            fold={fold}
            isFolded={row.opensLoop && folded.has(loopPath(row))}
            isAt={props.at !== undefined && row.number === at}
            element={row.number === at ? props.element : undefined}
            isOpen={isOpen}
            onGo={goTo}
          />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button variant="default" size="xs" mt="xs" onClick={() => void list.fetchNextPage()}>
          {t("segments.more")}
        </Button>
      )}
    </div>
  );
}

function useOutline({
  practice,
  fileId,
  begin,
}: Pick<Props, "practice" | "fileId"> & { begin: number }) {
  return useInfiniteQuery({
    queryKey: [practice, "outline", fileId, begin],
    queryFn: ({ pageParam: { from, to }, signal }) =>
      getJson<FileOutline>(
        practiceAddress(practice, `files/${fileId}/outline`, { from, to }),
        signal,
      ),
    initialPageParam: { from: begin, to: begin + atATime - 1 },
    getNextPageParam: (last: FileOutline, _, { from, to }) => {
      const next = (last.rows.at(-1)?.number ?? 0) + 1;
      return next > to && next > from ? { from: next, to: next + atATime - 1 } : undefined;
    },
    getPreviousPageParam: (_first: FileOutline, _, { from }) =>
      from > 1 ? { from: Math.max(1, from - atATime), to: from - 1 } : undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

type Place = {
  readonly at: number;
  readonly rows: readonly OutlineRow[];
  readonly setBegin: (segment: number) => void;
};

/** Reads anew around a place that is not among the rows, and brings it into sight. */
function useFollowedPlace({ at, rows, setBegin }: Place) {
  const [first, last] = [rows[0]?.number, rows.at(-1)?.number];
  const isThere = rows.some((row) => row.number === at);
  useEffect(() => {
    if (first === undefined || last === undefined) return;
    if (at < first || at > last) setBegin(Math.max(1, at - before));
  }, [at, first, last, setBegin]);
  useEffect(() => {
    if (isThere && at > 1) {
      document.getElementById(`segment-${at}`)?.scrollIntoView({ block: "nearest" });
    }
  }, [at, isThere]);
}

type RowKeys = {
  readonly at: number;
  readonly rows: readonly OutlineRow[];
  readonly goTo: (segment: number) => void;
  readonly loadMore: () => void;
};

/** j and k go from segment to segment. */
function useRowKeys({ at, rows, goTo, loadMore }: RowKeys) {
  useShortcut("j", () => {
    const next = rows.find((row) => row.number > at);
    if (next) goTo(next.number);
    else loadMore();
  });
  useShortcut("k", () => {
    const last = rows.findLast((row) => row.number < at);
    if (last) goTo(last.number);
  });
}
