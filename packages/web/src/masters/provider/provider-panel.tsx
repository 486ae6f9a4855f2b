import type { ProviderAnswer } from "@headwater/revenue-cycle/masters/provider/provider-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailureNotice } from "../../frame/notice.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t } from "../../strings/translate.ts";
import { draftOf, emptyProvider } from "./provider-draft.ts";
import { ProviderForm } from "./provider-form.tsx";

type Props = {
  readonly practice: string;
  /** An id, or `new`. */
  readonly provider: string;
  readonly mayWrite: boolean;
  readonly onClose: () => void;
  readonly onSaved: (id: number) => void;
};

/** One provider, to be read, changed or added. */
export function ProviderPanel({ practice, provider, mayWrite, onClose, onSaved }: Props) {
  const isNew = provider === "new";
  const answer = useQuery({
    queryKey: [practice, "providers", "one", provider],
    queryFn: ({ signal }) =>
      getJson<ProviderAnswer>(practiceAddress(practice, `providers/${provider}`), signal),
    enabled: !isNew,
    staleTime: 0,
  });
  const known = answer.data;
  const [shown, setShown] = useState(0);
  const reload = async () => {
    await answer.refetch();
    setShown(shown + 1);
  };
  return (
    <SidePanel
      title={isNew ? t("providers.add") : (known?.name ?? t("providers.title"))}
      onClose={onClose}
    >
      {answer.error && <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {(isNew || known) && (
        <ProviderForm
          key={shown}
          practice={practice}
          known={known}
          start={known ? draftOf(known) : emptyProvider}
          mayWrite={mayWrite}
          onSaved={onSaved}
          onReload={() => void reload()}
        />
      )}
    </SidePanel>
  );
}
