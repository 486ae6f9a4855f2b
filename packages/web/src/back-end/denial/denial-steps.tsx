import type {
  DenialCaseAnswer,
  StepAnswer,
} from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import { Button } from "@mantine/core";
import { useState } from "react";
import { formatDate, formatInstant } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t, tOr } from "../../strings/translate.ts";
import { useUndoSteps } from "./use-denial-step.ts";

type Props = { readonly practice: string; readonly denial: DenialCaseAnswer };

/** What was done, the newest first; the last that stands can be undone (u). */
export function DenialSteps({ practice, denial }: Props) {
  const mayWrite = isAllowed(useSession(), practice, "claim.write");
  const undo = useUndoSteps(practice);
  const last = denial.steps.find(({ undoneAt }) => undoneAt === null);
  const undoLast = () => last && undo.mutate([last.id]);
  useShortcut("u", undoLast, mayWrite && last !== undefined);
  if (denial.steps.length === 0) return null;
  const [said] = undo.data?.rows ?? [];
  return (
    <section aria-label={t("denials.steps")}>
      <h3 className="section-title">{t("denials.steps")}</h3>
      {denial.steps.map((step) => (
        <Step key={step.id} step={step}>
          {mayWrite && step.id === last?.id && (
            <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={undoLast}>
              {t("denials.undo")}
            </Button>
          )}
        </Step>
      ))}
      {said && said.outcome !== "undone" && (
        <p role="alert" className="error-line">
          {tOr(`denialUndo.${said.outcome}`, said.outcome)}
        </p>
      )}
      {undo.isError && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(undo.error))}
        </p>
      )}
    </section>
  );
}

type StepProps = { readonly step: StepAnswer; readonly children: React.ReactNode };

function Step({ step, children }: StepProps) {
  const [isOpen, setOpen] = useState(false);
  const words = [
    tOr(`denialStep.${step.kind}`, step.kind),
    step.level && tOr(`appealLevel.${step.level}`, step.level),
    formatDate(step.takenOn),
    step.nextActionOn && t("denials.until2", { date: formatDate(step.nextActionOn) }),
  ].filter(Boolean);
  return (
    <article className="note" data-undone={step.undoneAt !== null || undefined}>
      <span className="small">
        {formatInstant(step.recordedAt)} · {step.actor}
        {step.undoneAt !== null && ` · ${t("denials.undone")}`}
      </span>
      <br />
      {words.join(" · ")} {step.reason}{" "}
      {step.letter && (
        <button type="button" className="link-button" onClick={() => setOpen(!isOpen)}>
          {t("denials.letter")}
        </button>
      )}{" "}
      {children}
      {isOpen && <pre className="letter">{step.letter}</pre>}
    </article>
  );
}
