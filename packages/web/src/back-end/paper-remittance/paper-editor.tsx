import type { PaperAnswer } from "@headwater/revenue-cycle/back-end/paper-remittance/paper-remittance-answers.ts";
import { readPaper } from "@headwater/revenue-cycle/back-end/paper-remittance/read-paper.ts";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { PageHead } from "../../frame/page-head.tsx";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
import { useMoneyChange } from "../patient-account/account-query.ts";
import { ChangeFailure } from "../patient-account/change-failure.tsx";
import "./paper.css";
import { PaperAdjustments } from "./paper-adjustments.tsx";
import { PaperBalance } from "./paper-balance.tsx";
import { PaperClaims } from "./paper-claims.tsx";
import { PaperHead } from "./paper-head.tsx";
import { type PaperDraft, usePaperDraft } from "./use-paper-draft.ts";

type Props = { readonly practice: string; readonly paper: PaperAnswer };

/** Types in a remittance from paper: rows by keyboard, the three equations beside every key. */
export function PaperEditor({ practice, paper }: Props) {
  const draft = usePaperDraft(practice, paper);
  const { entry, facts } = draft;
  const read = useMemo(() => readPaper(entry, facts), [entry, facts]);
  const { post, discard, change } = useEnding(practice, paper, draft);
  const isReady = read.faults.length === 0 && read.balance.is === "balanced";
  const isBusy = change.isPending;
  useShortcut("Ctrl+Enter", () => isReady && !isBusy && void post());
  return (
    <div className="page">
      <PageHead
        title={t("paper.title")}
        sentence={<Saving draft={draft} />}
        actions={
          <>
            <Button variant="default" onClick={() => void discard()}>
              {t("paper.discard")}
            </Button>
            <Button disabled={!isReady} loading={isBusy} onClick={() => void post()}>
              {t("paper.post")}
            </Button>
          </>
        }
      />
      <div className="paper-body">
        <PaperHead practice={practice} entry={entry} onChange={draft.change} />
        <PaperClaims practice={practice} draft={draft} />
        <PaperAdjustments
          adjustments={entry.adjustments}
          onChange={(adjustments) => draft.change({ adjustments })}
        />
        <ChangeFailure error={change.error} />
      </div>
      <PaperBalance read={read} />
    </div>
  );
}

/** Posting and putting aside, each after what is typed was saved. */
function useEnding(practice: string, paper: PaperAnswer, draft: PaperDraft) {
  const navigate = useNavigate();
  const change = useMoneyChange<PaperAnswer>(practice);
  // Awaited here: what is posted is read anew, this form goes, and its mutation's own callbacks with it.
  const post = async () => {
    await draft.save();
    const path = `paper-remittances/${paper.id}/post` as const;
    const posted = await change.mutateAsync({ path }).catch(() => undefined);
    if (posted === undefined) return;
    const params = { practice, remittance: String(posted.remittanceId) };
    await navigate({ to: "/p/$practice/remittances/$remittance", params });
  };
  const discard = async () => {
    const path = `paper-remittances/${paper.id}` as const;
    const gone = await change.mutateAsync({ path, method: "DELETE" }).then(
      () => true,
      () => false,
    );
    if (gone) await navigate({ to: "/p/$practice/paper-remittances", params: { practice } });
  };
  return { post, discard, change };
}

function Saving({ draft: { state } }: { readonly draft: PaperDraft }) {
  if (state !== "conflict") return <span role="status">{t(`paper.${state}`)}</span>;
  return (
    <span role="alert">
      {t("paper.conflict")}{" "}
      <button type="button" className="link-button" onClick={() => location.reload()}>
        {t("paper.reload")}
      </button>
    </span>
  );
}
