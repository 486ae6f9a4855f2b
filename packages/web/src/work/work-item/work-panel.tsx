import type { WorkItemRow } from "@headwater/revenue-cycle/work/work-item/work-item-answers.ts";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatDollars, formatInstant } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { ReleaseForm } from "../hold/release-form.tsx";
import { DueDate } from "./due-date.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { SubjectLink } from "./subject-link.tsx";
import { WorkActions } from "./work-actions.tsx";
import { useWorkChange } from "./work-change.ts";
import { WorkEvidence } from "./work-evidence.tsx";

type Props = {
  readonly practice: string;
  readonly item: WorkItemRow;
  readonly onNext: () => void;
  readonly onClose: () => void;
};

/** One thing to do: what happened, what it is worth, until when, who has it, and how to be done. */
export function WorkPanel({ practice, item, onNext, onClose }: Props) {
  const session = useSession();
  const change = useWorkChange(practice, item);
  const mayWrite = isAllowed(session, practice, "work.write") && item.state === "open";
  const me = session?.user.name ?? "";
  const today = useBusinessDate(practice);
  const isMine = item.assignedTo !== null && item.assignedTo === me;
  const [before, setBefore] = useState<string | null | undefined>(undefined);
  const assign = () => {
    setBefore(item.assignedTo);
    change.mutate({ assignedTo: isMine ? null : me });
  };
  const undo = () => {
    if (before === undefined) return;
    setBefore(undefined);
    change.mutate({ assignedTo: before });
  };
  useShortcut("e", assign, mayWrite);
  useShortcut("u", undo, mayWrite);
  useShortcut("J", onNext);
  return (
    <SidePanel
      title={tOr(`workKind.${item.kind}`, item.kind)}
      onClose={onClose}
      actions={
        <Button variant="default" size="compact-sm" onClick={onNext}>
          {t("work.next")}
        </Button>
      }
    >
      <p style={{ marginTop: 0 }}>{item.whyText}</p>
      <dl className="fact-list">
        <dt>{t("work.subject")}</dt>
        <dd>
          <SubjectLink practice={practice} item={item} />
        </dd>
        <dt>{t("work.worth")}</dt>
        <dd>{formatDollars(item.cents)}</dd>
        <dt>{t("work.due")}</dt>
        <dd>
          <DueDate due={item.due} today={today} isOpen={item.state === "open"} />
        </dd>
        <dt>{t("work.role")}</dt>
        <dd>{tOr(`role.${item.role}`, item.role)}</dd>
        <dt>{t("work.assigned")}</dt>
        <dd>{item.assignedTo ?? t("work.nobody")}</dd>
        <dt>{t("work.since")}</dt>
        <dd>{formatInstant(item.createdAt)}</dd>
      </dl>
      {item.state === "open" && <WorkActions practice={practice} item={item} />}
      {item.state === "closed" && <ClosedNote item={item} />}
      {change.isError && <p className="error-line">{problemSentence(problemOf(change.error))}</p>}
      {mayWrite && (
        <>
          <Button variant="default" mt="sm" onClick={assign} loading={change.isPending}>
            {isMine ? t("work.release") : t("work.take")}
          </Button>
          <Ending practice={practice} item={item} change={change} onNext={onNext} />
        </>
      )}
      <WorkEvidence practice={practice} evidence={item.evidence} />
    </SidePanel>
  );
}

type EndingProps = Omit<Props, "onClose"> & { readonly change: ReturnType<typeof useWorkChange> };

/** How the item ends: closed with a reason, or with the hold that it is about. */
function Ending({ practice, item, change, onNext }: EndingProps) {
  return (
    <>
      {item.actions.includes("release-hold") && (
        <ReleaseForm
          practice={practice}
          subject={item.subject}
          cause={item.kind === "person-hold" ? "person" : "edits"}
          onReleased={onNext}
        />
      )}
      {item.actions.includes("close") && (
        <ReasonForm
          place={`work ${item.id}`}
          label={t("work.reason")}
          button={t("work.close")}
          isBusy={change.isPending}
          onGiven={(reason) => change.mutate({ close: { reason } }, { onSuccess: onNext })}
        />
      )}
    </>
  );
}

function ClosedNote({ item }: { readonly item: WorkItemRow }) {
  const when = item.closedAt ? formatInstant(item.closedAt) : "";
  return (
    <p className="dim">
      {t("work.closedBy", { when, who: item.closedBy ?? "" })} {item.closeReason}
    </p>
  );
}
