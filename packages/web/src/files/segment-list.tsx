import type { fileSegmentsSchema } from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LoadingBar } from "../frame/loading-bar.tsx";
import { FailureNotice } from "../frame/notice.tsx";
import { getJson, practiceAddress } from "../frame/request.ts";
import { t } from "../strings/translate.ts";
import "./files.css";

type Segments = (typeof fileSegmentsSchema)["_output"];
type Segment = Segments["segments"][number];

export type Mark = { readonly segment: number; readonly element?: number | null };

type Props = {
  readonly practice: string;
  readonly fileId: string;
  readonly from: number;
  readonly to: number;
  readonly mark?: Mark;
};

const atATime = 200;

/** The raw segments of a range with their names; each opens into its elements. */
export function SegmentList(props: Props) {
  const list = useSegments(props);
  if (list.isError) return <FailureNotice error={list.error} onRetry={() => void list.refetch()} />;
  const segments = list.data?.pages.flatMap((page) => page.segments) ?? [];
  return (
    <div style={{ position: "relative" }}>
      <LoadingBar isLoading={list.isFetching} />
      <ol className="segments" aria-label={t("segments.title")}>
        {segments.map((segment) => (
          <SegmentItem
            key={segment.number}
            segment={segment}
            mark={props.mark?.segment === segment.number ? props.mark : undefined}
          />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button variant="default" mt="xs" onClick={() => void list.fetchNextPage()}>
          {t("segments.more")}
        </Button>
      )}
    </div>
  );
}

function useSegments({ practice, fileId, from, to }: Props) {
  return useInfiniteQuery({
    queryKey: [practice, "segments", fileId, from, to],
    queryFn: ({ pageParam, signal }) =>
      getJson<Segments>(
        practiceAddress(practice, `files/${fileId}/segments`, {
          from: pageParam,
          to: Math.min(to, pageParam + atATime - 1),
        }),
        signal,
      ),
    initialPageParam: from,
    getNextPageParam: (last: Segments) => {
      const next = (last.segments.at(-1)?.number ?? to) + 1;
      return next <= Math.min(to, last.total || to) ? next : undefined;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

type ItemProps = { readonly segment: Segment; readonly mark: Mark | undefined };

/** One segment; a marked one is open. */
export function SegmentItem({ segment, mark }: ItemProps) {
  const [isOpen, setOpen] = useState(mark !== undefined);
  return (
    <li className="segment" data-marked={mark !== undefined || undefined}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className="segment-number">{segment.number}</span>
        <span className="segment-name">{segment.name}</span>
        <span className="segment-raw">{segment.raw}</span>
      </button>
      {isOpen && (
        <table className="segment-elements">
          <tbody>
            {segment.elements.map((element) => (
              <tr
                key={element.position}
                data-marked={isMarked(element.position, mark?.element) || undefined}
              >
                <th scope="row" className="segment-raw">
                  {element.position}
                </th>
                <td className="dim">{element.name}</td>
                <td className="segment-raw">{element.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}

/** Positions are written as the standard does: `CLP03` is the third element. */
function isMarked(position: string, element: number | null | undefined): boolean {
  if (!element) return false;
  return Number(/(\d{2})(?:-\d+)?$/.exec(position)?.[1]) === element;
}
