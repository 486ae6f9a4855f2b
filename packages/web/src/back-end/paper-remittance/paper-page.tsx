import type { PaperAnswer } from "@headwater/revenue-cycle/back-end/paper-remittance/paper-remittance-answers.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { useMoneyChange } from "../patient-account/account-query.ts";
import { ChangeFailure } from "../patient-account/change-failure.tsx";
import { PaperEditor } from "./paper-editor.tsx";

/** One remittance typed in from paper: its draft to type on, or what became of it. */
export function PaperPage() {
  const { practice, paper: id } = useParams({ from: "/p/$practice/paper-remittances/$paper" });
  useBackShortcut({ to: "/p/$practice/paper-remittances", params: { practice } });
  const paper = useQuery({
    queryKey: [practice, "paper-remittances", Number(id)],
    queryFn: ({ signal }) =>
      getJson<PaperAnswer>(practiceAddress(practice, `paper-remittances/${id}`), signal),
    // What is typed is newer than what the server has.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const mayWrite = isAllowed(useSession(), practice, "remittance.write");
  if (paper.isError) {
    return <FailureNotice error={paper.error} onRetry={() => void paper.refetch()} />;
  }
  if (paper.data === undefined) return null;
  const { state, entry } = paper.data;
  if (state === "draft" && mayWrite) {
    return <PaperEditor key={id} practice={practice} paper={paper.data} />;
  }
  return (
    <div className="page">
      <PageHead
        title={t("paper.titleOf", { number: entry.traceNumber })}
        sentence={<Became practice={practice} paper={paper.data} />}
      />
      {state === "posted" && mayWrite && <TakeBack practice={practice} paper={paper.data} />}
    </div>
  );
}

type Props = { readonly practice: string; readonly paper: PaperAnswer };

function Became({ practice, paper }: Props) {
  const { state, remittanceId, takeBackReason, entry } = paper;
  if (state === "discarded") return t("paper.discarded");
  return (
    <>
      {t("paper.posted")}{" "}
      <Link
        to="/p/$practice/remittances/$remittance"
        params={{ practice, remittance: String(remittanceId) }}
      >
        {entry.traceNumber}
      </Link>
      {takeBackReason !== null && ` · ${t("paper.takenBack", { reason: takeBackReason })}`}
    </>
  );
}

function TakeBack({ practice, paper }: Props) {
  const change = useMoneyChange<PaperAnswer>(practice);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const takeBack = async (reason: string) => {
    const path = `paper-remittances/${paper.id}/take-back` as const;
    const draft = await change.mutateAsync({ path, body: { reason } }).catch(() => undefined);
    if (draft === undefined) return;
    queries.setQueryData([practice, "paper-remittances", draft.id], draft);
    const params = { practice, paper: String(draft.id) };
    await navigate({ to: "/p/$practice/paper-remittances/$paper", params });
  };
  return (
    <section aria-label={t("paper.takeBack")} style={{ maxWidth: 520 }}>
      <ReasonForm
        place={`paper ${paper.id}`}
        label={t("paper.takeBackReason")}
        button={t("paper.takeBack")}
        isBusy={change.isPending}
        onGiven={(reason) => void takeBack(reason)}
      />
      <ChangeFailure error={change.error} />
    </section>
  );
}
