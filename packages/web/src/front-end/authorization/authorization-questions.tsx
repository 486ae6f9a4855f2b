import type {
  AuthorizationQuestionAnswer,
  AuthorizationViewAnswer,
} from "@headwater/revenue-cycle/front-end/authorization/authorization-answers.ts";
import { Button, Checkbox, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import { formatDate } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { askAgain } from "../appointment/visit-query.ts";

type Props = {
  readonly practice: string;
  readonly authorization: AuthorizationViewAnswer;
  readonly mayAsk: boolean;
  readonly onAnswer: () => void;
};

const toneOfOutcome = {
  waiting: "theirs",
  certified: "done",
  modified: "done",
  "partly-certified": "ours",
  denied: "risk",
  pended: "theirs",
  "not-required": "done",
  cancelled: "risk",
  refused: "ours",
} as const;

/** How long the page looks for an answer that comes at once, and how often. */
const lookMs = 2000;
const looksMost = 15;

/** What the payer was asked about an authorization and what it answered, with the way to ask. */
export function AuthorizationQuestions({ practice, authorization, mayAsk, onAnswer }: Props) {
  const { questions, state } = authorization;
  const isOpen = state === "requested" || state === "pended";
  const isWaiting = questions[0]?.outcome === "waiting";
  useLooking(isWaiting, onAnswer);
  return (
    <section aria-label={t("authorizationQuestion.title")}>
      <h3 className="section-title">{t("authorizationQuestion.title")}</h3>
      {questions.length === 0 && <p className="visit-line">{t("authorizationQuestion.none")}</p>}
      {questions.map((question) => (
        <Question key={question.id} practice={practice} question={question} />
      ))}
      {mayAsk && isOpen && (
        <AskForm practice={practice} authorization={authorization} onAsked={onAnswer} />
      )}
    </section>
  );
}

/** Looks again for a while where an answer is awaited. */
function useLooking(isWaiting: boolean, onAnswer: () => void): void {
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    if (!isWaiting || looks >= looksMost) return;
    const timer = setTimeout(() => {
      setLooks(looks + 1);
      onAnswer();
    }, lookMs);
    return () => clearTimeout(timer);
  }, [isWaiting, looks, onAnswer]);
}

type QuestionProps = {
  readonly practice: string;
  readonly question: AuthorizationQuestionAnswer;
};

function Question({ practice, question }: QuestionProps) {
  const { kind, isUrgent, askedUnits, askedOn, outcome, answeredOn, source } = question;
  const { actionCode, reasonCode, messages, payerReference, wantsInformation } = question;
  const session = useSession();
  const codes = [actionCode, reasonCode].filter(Boolean).join(" ");
  return (
    <div className="visit-line" style={{ display: "block", marginBottom: 8 }}>
      <div>
        {formatDate(askedOn)} · {t(`authorizationQuestion.${kind}`)}
        {askedUnits !== null && ` · ${askedUnits}`}
        {isUrgent && ` · ${t("authorizationQuestion.urgentWord")}`}
      </div>
      <div>
        <span className="state-word" data-tone={toneOfOutcome[outcome]}>
          {t(`authorizationQuestion.outcome.${outcome}`)}
        </span>{" "}
        <span className="dim">
          {answeredOn && t("authorizationQuestion.answered", { date: formatDate(answeredOn) })}
          {codes && ` · ${codes}`}
          {payerReference &&
            ` · ${t("authorizationQuestion.reference", { number: payerReference })}`}
        </span>
      </div>
      {wantsInformation && <div>{t("authorizationQuestion.wanted")}</div>}
      {messages.map((message) => (
        <div key={message}>{message}</div>
      ))}
      {source && isAllowed(session, practice, "claim.read") && (
        <Link
          to="/p/$practice/files/$file"
          params={{ practice, file: source.fileId }}
          search={{ from: String(source.segmentFrom), to: String(source.segmentTo) }}
        >
          {t("authorizationQuestion.showSegments")}
        </Link>
      )}
    </div>
  );
}

type AskProps = {
  readonly practice: string;
  readonly authorization: AuthorizationViewAnswer;
  readonly onAsked: () => void;
};

function AskForm({ practice, authorization, onAsked }: AskProps) {
  const queries = useQueryClient();
  const { state, approvedUnits, questions } = authorization;
  const isPended = state === "pended";
  const [units, setUnits] = useState(String(questions[0]?.askedUnits ?? approvedUnits ?? ""));
  const [isUrgent, setUrgent] = useState(questions[0]?.isUrgent ?? false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    const count = Number(units.trim());
    const body = isPended
      ? {}
      : { isUrgent, ...(Number.isInteger(count) && count > 0 ? { units: count } : {}) };
    try {
      const address = practiceAddress(practice, `authorizations/${authorization.id}/questions`);
      await sendJson(address, { method: "POST", body });
      await askAgain(queries, practice);
      onAsked();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="booking-form" onSubmit={(event) => void submit(event)}>
      {!isPended && (
        <>
          <TextInput
            label={t("authorizationQuestion.units")}
            value={units}
            inputMode="numeric"
            onChange={(event) => setUnits(event.currentTarget.value)}
          />
          <Checkbox
            label={t("authorizationQuestion.urgent")}
            checked={isUrgent}
            onChange={(event) => setUrgent(event.currentTarget.checked)}
          />
        </>
      )}
      {problem && (
        <p role="alert" className="error-line">
          {problemSentence(problem)}
        </p>
      )}
      <Button type="submit" size="xs" loading={isBusy}>
        {t(isPended ? "authorizationQuestion.askAgain" : "authorizationQuestion.ask")}
      </Button>
    </form>
  );
}
