import type { ExerciseId } from "@headwater/revenue-cycle/strategy/tour/exercises.ts";
import type { TourAnswer } from "@headwater/revenue-cycle/strategy/tour/tour-answers.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { FailureNotice, problemSentence } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { t, tOr } from "../../strings/translate.ts";

type Exercise = TourAnswer["exercises"][number];

/** The guided tour of a demo practice: ten exercises, judged by what stands in its books. */
export function TourPage() {
  const { practice } = useParams({ from: "/p/$practice/tour" });
  const queries = useQueryClient();
  const queryKey = [practice, "tour"];
  const answer = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<TourAnswer>(practiceAddress(practice, "tour"), signal),
    staleTime: 0,
  });
  const start = useMutation({
    mutationFn: () => sendJson<TourAnswer>(practiceAddress(practice, "tour"), { method: "POST" }),
    onSuccess: (tour) => queries.setQueryData(queryKey, tour),
  });
  const tour = answer.data;
  if (answer.isError) {
    return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (tour === undefined) return <PageShape />;
  const done = tour.exercises.filter(({ isDone }) => isDone).length;
  const isBegun = tour.startedAt !== null;
  const progress = t("tour.sentence", { done, all: tour.exercises.length });
  return (
    <div className="page-scroll">
      <PageHead
        title={t("tour.title")}
        sentence={isBegun ? progress : ""}
        actions={
          <Button
            variant={isBegun ? "default" : "filled"}
            title={isBegun ? t("tour.restartWhy") : undefined}
            loading={start.isPending}
            onClick={() => start.mutate()}
          >
            {t(isBegun ? "tour.restart" : "tour.start")}
          </Button>
        }
      />
      <p style={{ maxWidth: "46rem" }}>{t("tour.intro")}</p>
      {start.error && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(start.error))}
        </p>
      )}
      {isBegun && <progress value={done} max={tour.exercises.length} aria-label={progress} />}
      {isBegun && done === tour.exercises.length && <p role="status">{t("tour.allDone")}</p>}
      {isBegun && (
        <ol style={{ paddingLeft: "1.4rem", maxWidth: "46rem" }}>
          {tour.exercises.map((exercise) => (
            <li key={exercise.id} style={{ marginBottom: 16 }}>
              <ExerciseEntry practice={practice} exercise={exercise} tour={tour} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

type EntryProps = {
  readonly practice: string;
  readonly exercise: Exercise;
  readonly tour: TourAnswer;
};

function ExerciseEntry({ practice, exercise, tour }: EntryProps) {
  const { id, isDone, lack } = exercise;
  return (
    <section aria-label={t(`tour.exercise.${id}.title`)} data-done={isDone || undefined}>
      <h2 className="section-title" style={{ margin: 0 }}>
        {t(`tour.exercise.${id}.title`)}{" "}
        {isDone && (
          <span className="state-word" data-tone="done">
            ✓ {t("tour.open")}
          </span>
        )}
      </h2>
      <p style={{ margin: "2px 0 4px" }}>{t(`tour.exercise.${id}.text`)}</p>
      {lack && (
        <p role="status" className="error-line" style={{ margin: "2px 0 4px" }}>
          {t("tour.notYet", { why: t(`tour.lack.${lack}`) })}
        </p>
      )}
      {id === "explain-takeback" && <Takeback practice={practice} takeback={tour.takeback} />}
      {id === "explain-takeback" && tour.takeback && (
        <AnswerForm practice={practice} exercise={exercise} options={undefined} />
      )}
      {id === "find-origin" && (
        <AnswerForm practice={practice} exercise={exercise} options={tour.origins} />
      )}
      <PlaceLink practice={practice} id={id} />
    </section>
  );
}

function Takeback({
  practice,
  takeback,
}: {
  readonly practice: string;
  readonly takeback: TourAnswer["takeback"];
}) {
  if (takeback === null) return <p className="dim">{t("tour.takebackNone")}</p>;
  const { payer, on, traceNumber: trace, cents, remittanceId } = takeback;
  const values = { payer, on: formatDate(on), trace, amount: formatDollars(cents) };
  return (
    <p className="visit-line">
      {t("tour.takeback", values)}{" "}
      <Link
        to="/p/$practice/remittances/$remittance"
        params={{ practice, remittance: String(remittanceId) }}
      >
        {t("tour.takebackOpen")}
      </Link>
    </p>
  );
}

type AnswerProps = {
  readonly practice: string;
  readonly exercise: Exercise;
  /** Undefined: written freely. */
  readonly options: readonly string[] | undefined;
};

function AnswerForm({ practice, exercise, options }: AnswerProps) {
  const queries = useQueryClient();
  const [answer, setAnswer] = useState(exercise.answer ?? "");
  const check = useMutation({
    mutationFn: () =>
      sendJson<TourAnswer>(practiceAddress(practice, "tour/answers"), {
        method: "POST",
        body: { exercise: exercise.id, answer },
      }),
    onSuccess: (tour) => queries.setQueryData([practice, "tour"], tour),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answer.trim() !== "") check.mutate();
  };
  const label = t(options ? "tour.originLabel" : "tour.takebackLabel");
  return (
    <form onSubmit={submit} style={{ display: "flex", gap: 8, alignItems: "end" }}>
      {options ? (
        <NativeSelect
          label={label}
          value={answer}
          data={[
            { value: "", label: t("tour.originChoose") },
            ...options.map((value) => ({ value, label: originWords(value) })),
          ]}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          label={label}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
      )}
      <Button type="submit" variant="default" loading={check.isPending}>
        {t("tour.check")}
      </Button>
    </form>
  );
}

function originWords(origin: string): string {
  const [stage = "", process = ""] = origin.split(":");
  return `${tOr(`stage.${stage}`, stage)}: ${tOr(`process.${process}`, process)}`;
}

function PlaceLink({ practice, id }: { readonly practice: string; readonly id: ExerciseId }) {
  const words = t("tour.goTo", { place: t(`tour.exercise.${id}.place`) });
  return linkOf(practice, words)[id];
}

function linkOf(practice: string, words: string): Readonly<Record<ExerciseId, ReactNode>> {
  const params = { practice };
  const work = (kind: string) => (
    <Link to="/p/$practice/work" params={params} search={{ kind }}>
      {words}
    </Link>
  );
  const denials = (
    <Link to="/p/$practice/denials" params={params}>
      {words}
    </Link>
  );
  return {
    "check-in": (
      <Link to="/p/$practice/calendar" params={params}>
        {words}
      </Link>
    ),
    "fix-rejection": work("rejection"),
    "next-payer": work("next-payer"),
    "paper-remittance": (
      <Link to="/p/$practice/paper-remittances" params={params}>
        {words}
      </Link>
    ),
    "match-deposit": (
      <Link to="/p/$practice/deposits" params={params} search={{ state: "unmatched" }}>
        {words}
      </Link>
    ),
    "explain-takeback": (
      <Link to="/p/$practice/remittances" params={params}>
        {words}
      </Link>
    ),
    "correct-denied": denials,
    appeal: denials,
    "return-credit": (
      <Link to="/p/$practice/credits" params={params}>
        {words}
      </Link>
    ),
    "find-origin": (
      <Link to="/p/$practice/report" params={params}>
        {words}
      </Link>
    ),
  };
}
