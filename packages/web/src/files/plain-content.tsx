import { useQuery } from "@tanstack/react-query";
import { LoadingBar } from "../frame/loading-bar.tsx";
import { FailureNotice } from "../frame/notice.tsx";
import { RequestRefused, readProblem } from "../frame/problem.ts";
import { practiceAddress } from "../frame/request.ts";
import { t } from "../strings/translate.ts";

type Props = { readonly practice: string; readonly fileId: string };

const mostBytes = 64 * 1024;
const mostLines = 500;

/** The first lines of a file that is plain text, as they came. */
export function PlainContent({ practice, fileId }: Props) {
  const content = useQuery({
    queryKey: [practice, "content", fileId],
    queryFn: ({ signal }) =>
      readBeginning(practiceAddress(practice, `files/${fileId}/content`), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section aria-label={t("file.content")}>
      <h2 className="section-title">{t("file.content")}</h2>
      <LoadingBar isLoading={content.isFetching} />
      {content.isError && (
        <FailureNotice error={content.error} onRetry={() => void content.refetch()} />
      )}
      {content.data && (
        <>
          <ol className="plain-content">
            {content.data.lines.map(({ number, text }) => (
              <li key={number}>{text}</li>
            ))}
          </ol>
          {content.data.isCut && <p className="small">{t("file.contentCut")}</p>}
        </>
      )}
    </section>
  );
}

type Beginning = {
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  readonly isCut: boolean;
};

/** Reads no more of the answer than is shown. */
async function readBeginning(url: string, signal: AbortSignal): Promise<Beginning> {
  const response = await fetch(url, { signal });
  if (!response.ok || !response.body) throw new RequestRefused(readProblem(response.status, {}));
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  let isWhole = false;
  while (!isWhole && bytes < mostBytes) {
    const { done, value } = await reader.read();
    isWhole = done;
    bytes += value?.length ?? 0;
    text += decoder.decode(value, { stream: !done });
  }
  await reader.cancel();
  const all = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const lines = all.slice(0, mostLines).map((line, index) => ({ number: index + 1, text: line }));
  return { lines, isCut: !isWhole || all.length > mostLines };
}
