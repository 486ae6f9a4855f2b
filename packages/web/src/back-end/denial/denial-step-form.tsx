import type { DenialAction } from "@headwater/revenue-cycle/back-end/denial/allowed-actions.ts";
import type { DenialStep } from "@headwater/revenue-cycle/back-end/denial/decide-step.ts";
import type { DenialCaseAnswer } from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useBusinessDate } from "../../frame/business-date.ts";
import { useDraft } from "../../frame/drafts.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t, tOr } from "../../strings/translate.ts";

type Props = {
  readonly practice: string;
  readonly denial: DenialCaseAnswer;
  readonly action: DenialAction;
  readonly isBusy: boolean;
  readonly onStep: (step: DenialStep) => void;
};

/** What a step must say; Ctrl+Enter takes it. */
export function DenialStepForm({ practice, denial, action, isBusy, onStep }: Props) {
  const today = useBusinessDate(practice);
  const fields = useStepFields(denial, action, today);
  const form = useRef<HTMLFormElement>(null);
  const step = fields.step(action);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (step && !isBusy) onStep(step);
  };
  useEffect(() => form.current?.querySelector<HTMLElement>("select, textarea, input")?.focus(), []);
  useShortcut("Ctrl+Enter", () => submit());
  return (
    <form ref={form} className="denial-step-form" onSubmit={submit}>
      {action === "appeal" && <AppealFields denial={denial} fields={fields} />}
      {action === "wait" && <DateField label={t("denials.until")} field={fields.until} />}
      {action === "upheld" && <DateField label={t("denials.decidedOn")} field={fields.on} />}
      {action === "send-records" && (
        <>
          <DateField label={t("denials.sentOn")} field={fields.on} />
          <DateField label={t("denials.answerDue")} field={fields.until} />
        </>
      )}
      {action !== "appeal" && (
        <label>
          {tOr(`denialReason.${action}`, t("denial.reason"))}
          <textarea
            rows={2}
            maxLength={1000}
            value={fields.reason}
            onChange={(event) => fields.setReason(event.currentTarget.value)}
          />
        </label>
      )}
      <Button type="submit" size="compact-sm" disabled={step === undefined} loading={isBusy}>
        {t(`denialDo.${action === "correct" || action === "new-claim" ? "close" : doOf(action)}`)}
      </Button>
    </form>
  );
}

function doOf(action: Exclude<DenialAction, "correct" | "new-claim">) {
  return action === "rebill" ? "close" : action;
}

type Field = readonly [string, (text: string) => void];
type Fields = ReturnType<typeof useStepFields>;

function useStepFields(denial: DenialCaseAnswer, action: DenialAction, today: string) {
  const place = `denial ${denial.denialId} ${action}`;
  const [reason, setReason] = useDraft(`${place} reason`);
  const [letter, setLetter] = useDraft(`${place} letter`);
  const [level, setLevel] = useState(denial.levels[0]?.level ?? "");
  const decision = denial.levels.find((one) => one.level === level)?.decisionDays ?? usualDays;
  const [on, setOn] = useState(today);
  const [chosenUntil, setUntil] = useState<string | undefined>(undefined);
  const until = chosenUntil ?? daysAfter(on, action === "wait" ? waitDays : decision);
  const text = reason.trim();
  const step = (kind: DenialAction): DenialStep | undefined => {
    if (kind === "appeal") {
      const sent = { kind, level, sentOn: on, answerDueOn: until } as const;
      return { ...sent, letter: letter.trim() || denial.letter };
    }
    if (text.length < shortestReason) return undefined;
    if (kind === "wait") return { kind, until, reason: text };
    if (kind === "upheld") return { kind, on, reason: text };
    if (kind === "send-records") return { kind, sentOn: on, answerDueOn: until, reason: text };
    if (kind === "bill-patient" || kind === "close") return { kind, reason: text };
    return undefined;
  };
  return {
    ...{ reason, setReason, level, setLevel, step },
    letter: [letter || denial.letter, setLetter] satisfies Field as Field,
    on: [on, setOn] satisfies Field as Field,
    until: [until, setUntil] satisfies Field as Field,
  };
}

const shortestReason = 3;
const usualDays = 45;
const waitDays = 14;
const dayMilliseconds = 86_400_000;

function daysAfter(date: string, days: number): string {
  const start = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(start)) return "";
  return new Date(start + days * dayMilliseconds).toISOString().slice(0, 10);
}

function DateField({ label, field }: { readonly label: string; readonly field: Field }): ReactNode {
  const [value, onChange] = field;
  return (
    <label>
      {label}
      <input
        type="date"
        className="select"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}

type AppealProps = { readonly denial: DenialCaseAnswer; readonly fields: Fields };

/** Level, dates and the letter: drafted from what is on file, with blanks that must be filled in. */
function AppealFields({ denial, fields }: AppealProps) {
  const [letter, setLetter] = fields.letter;
  return (
    <>
      <label>
        {t("denials.level")}
        <select
          className="select"
          value={fields.level}
          onChange={(event) => fields.setLevel(event.currentTarget.value)}
        >
          {denial.levels.map(({ level, source }) => (
            <option key={level} value={level}>
              {tOr(`appealLevel.${level}`, level)} ({source})
            </option>
          ))}
        </select>
      </label>
      <DateField label={t("denials.sentOn")} field={fields.on} />
      <DateField label={t("denials.answerDue")} field={fields.until} />
      <label>
        {t("denials.letter")}
        <textarea
          rows={14}
          maxLength={20_000}
          value={letter}
          onChange={(event) => setLetter(event.currentTarget.value)}
        />
      </label>
      <div className="denial-buttons">
        <Button size="compact-sm" variant="default" onClick={() => window.print()}>
          {t("denials.print")}
        </Button>
        {letter.includes("[____") && <span className="small">{t("denials.blanks")}</span>}
      </div>
      <pre className="letter-print">{letter}</pre>
    </>
  );
}
