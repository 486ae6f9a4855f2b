import type { DenialStep } from "@headwater/revenue-cycle/back-end/denial/decide-step.ts";
import type {
  DenialRow,
  ManyStepsAnswer,
} from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { formatDollars } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t, tOr } from "../../strings/translate.ts";
import { useUndoSteps } from "./use-denial-step.ts";

type Props = {
  readonly practice: string;
  readonly denials: readonly DenialRow[];
  readonly onDone: () => void;
};

type Wanted = { readonly step: DenialStep; readonly denials: readonly DenialRow[] };

/** One step for every selected denial: chosen, previewed with what it comes to for each, done, undone. */
export function DenialBulkBar({ practice, denials, onDone }: Props) {
  const many = useManySteps(practice, onDone);
  const [step, setStep] = useState<DenialStep | undefined>(undefined);
  const undo = useUndoSteps(practice);
  const done = many.take.data;
  const isSame = idsOf(many.preview.variables?.denials ?? []) === idsOf(denials);
  const preview = isSame ? many.preview.data : undefined;
  const undoDone = () => done && undo.mutate(done.steps);
  useShortcut("u", undoDone, done !== undefined && denials.length === 0 && !undo.data);
  if (denials.length === 0 && done === undefined) return null;
  const error = many.preview.error ?? many.take.error ?? undo.error;
  return (
    <section className="bulk-bar" aria-label={t("bulk.label")}>
      {denials.length > 0 && (
        <BulkStep
          count={denials.length}
          onChoose={(chosen) => {
            setStep(chosen);
            many.preview.mutate({ step: chosen, denials });
          }}
        />
      )}
      {step && preview && denials.length > 0 && (
        <p role="status">
          {t("denials.preview", {
            count: preview.taken,
            dollars: formatDollars(preview.cents),
          })}{" "}
          <Button
            size="compact-sm"
            disabled={preview.taken === 0}
            loading={many.take.isPending}
            onClick={() => many.take.mutate({ step, denials })}
          >
            {t("bulk.do")}
          </Button>
        </p>
      )}
      {preview && denials.length > 0 && <Refusals answer={preview} denials={denials} />}
      {denials.length === 0 && done && (
        <p role="status">
          {t(undo.data ? "denials.manyUndone" : "denials.manyDone", {
            count: undo.data?.undone ?? done.steps.length,
          })}{" "}
          {!undo.data && (
            <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={undoDone}>
              {t("bulk.undo")}
            </Button>
          )}
        </p>
      )}
      {error && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(error))}
        </p>
      )}
    </section>
  );
}

function idsOf(denials: readonly DenialRow[]): string {
  return denials.map(({ id }) => id).join();
}

function useManySteps(practice: string, onDone: () => void) {
  const queries = useQueryClient();
  const send = ({ step, denials }: Wanted, isPreview: boolean) =>
    sendJson<ManyStepsAnswer>(practiceAddress(practice, "denials/many"), {
      method: "POST",
      body: { denials: denials.map(({ id }) => id), step, isPreview },
    });
  const preview = useMutation({ mutationFn: (wanted: Wanted) => send(wanted, true) });
  const take = useMutation({
    mutationFn: (wanted: Wanted) => send(wanted, false),
    onSuccess: () => {
      preview.reset();
      onDone();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  return { preview, take };
}

type RefusalProps = { readonly answer: ManyStepsAnswer; readonly denials: readonly DenialRow[] };

/** Each selected denial that would stay as it is, with why. */
function Refusals({ answer, denials }: RefusalProps) {
  const refused = answer.rows.filter(({ outcome }) => outcome !== "taken");
  if (refused.length === 0) return null;
  const named = new Map(denials.map((row) => [row.id, row.patientControlNumber]));
  return (
    <ul className="small bulk-refusals">
      {refused.map(({ id, outcome }) => (
        <li key={id}>
          {named.get(id)}: {tOr(`denialRefusal.${outcome}`, outcome)}
        </li>
      ))}
    </ul>
  );
}

type StepProps = { readonly count: number; readonly onChoose: (step: DenialStep) => void };

function BulkStep({ count, onChoose }: StepProps) {
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const text = reason.trim();
  const isTold = text.length >= 3;
  return (
    <>
      <strong>{t("bulk.selected", { count })}</strong>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (isTold) onChoose({ kind: "close", reason: text });
        }}
      >
        <input
          className="select"
          aria-label={t("denial.reason")}
          placeholder={t("denial.reason")}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <input
          type="date"
          className="select"
          aria-label={t("denials.until")}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <Button
          size="compact-sm"
          variant="default"
          disabled={!isTold || until === ""}
          onClick={() => onChoose({ kind: "wait", until, reason: text })}
        >
          {t("denialAction.wait")}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!isTold}
          onClick={() => onChoose({ kind: "bill-patient", reason: text })}
        >
          {t("denialAction.bill-patient")}
        </Button>
        <Button type="submit" size="compact-sm" variant="default" disabled={!isTold}>
          {t("denialAction.close")}
        </Button>
      </form>
    </>
  );
}
