import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { FailureNotice } from "../../frame/notice.tsx";
import { getJson, type PracticePath, practiceAddress } from "../../frame/request.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t } from "../../strings/translate.ts";

type Props<Answer> = {
  readonly practice: string;
  /** `facilities`: one stands below it by its id. */
  readonly path: PracticePath;
  /** The address of the one that is shown; undefined while it is new. */
  readonly one: PracticePath | undefined;
  readonly titleOf: (answer: Answer) => string;
  readonly newTitle: string;
  readonly onClose: () => void;
  /** The form of what is known, or of something new. */
  readonly children: (known: Answer | undefined, reload: () => void) => ReactNode;
};

/** One record of the masters beside its list, to be read, changed or added. */
export function RecordPanel<Answer>(props: Props<Answer>) {
  const { practice, one, newTitle, titleOf, onClose, children } = props;
  const answer = useQuery({
    queryKey: [practice, props.path, "one", one],
    queryFn: ({ signal }) => getJson<Answer>(practiceAddress(practice, one ?? props.path), signal),
    enabled: one !== undefined,
    staleTime: 0,
  });
  const known = one === undefined ? undefined : answer.data;
  const [shown, setShown] = useState(0);
  const reload = async () => {
    await answer.refetch();
    setShown(shown + 1);
  };
  return (
    <SidePanel title={known ? titleOf(known) : newTitle} onClose={onClose}>
      {answer.error && <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {one !== undefined && answer.isPending && <p className="dim">{t("masters.loading")}</p>}
      {(one === undefined || known) && (
        <div key={shown}>{children(known, () => void reload())}</div>
      )}
    </SidePanel>
  );
}
