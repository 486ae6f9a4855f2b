import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { t, tOr } from "../strings/translate.ts";
import { type Problem, problemOf } from "./problem.ts";

type Props = {
  readonly title: string;
  readonly text?: string;
  readonly code?: string;
  readonly children?: ReactNode;
};

/** An empty or failed place: a sentence, what to do next, and a code in small type. */
export function Notice({ title, text, code, children }: Props) {
  return (
    <div className="notice">
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children}
      {code && <span className="code">{code}</span>}
    </div>
  );
}

/** The sentence for a problem: our own for a code we know, else the server's. */
export function problemSentence(problem: Problem): string {
  const known = tOr(`problem.${problem.code}`, "");
  if (known !== "") return known;
  return problem.detail ?? (problem.title || t("problem.unexpected"));
}

type FailureProps = {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Another way on, where there is one. */
  readonly children?: ReactNode;
};

/** Answers that stay the same however often the question is asked. */
const final = new Set([403, 404]);

/** A request that failed, with a way to try it again. */
export function FailureNotice({ error, onRetry, children }: FailureProps) {
  const problem = problemOf(error);
  const code = [problem.code, problem.requestId].filter(Boolean).join(" · ");
  return (
    <div role="alert">
      <Notice
        title={tOr(`problemTitle.${problem.code}`, t("state.failed"))}
        text={problemSentence(problem)}
        code={code}
      >
        {children}
        {onRetry && !final.has(problem.status) && (
          <Button variant="default" onClick={onRetry}>
            {t("action.retry")}
          </Button>
        )}
      </Notice>
    </div>
  );
}
