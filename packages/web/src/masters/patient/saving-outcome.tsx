import { problemSentence } from "../../frame/notice.tsx";
import type { Problem } from "../../frame/problem.ts";
import { t } from "../../strings/translate.ts";

type Props = { readonly problem: Problem | undefined; readonly onReload: () => void };

/** Why saving failed, and the way on when somebody else was faster. */
export function SavingOutcome({ problem, onReload }: Props) {
  if (problem === undefined) return null;
  return (
    <p role="alert" className="error-line">
      {problemSentence(problem)} <span className="small">{problem.code}</span>{" "}
      {problem.code === "revision_changed" && (
        <button type="button" className="link-button" onClick={onReload}>
          {t("patient.reload")}
        </button>
      )}
    </p>
  );
}
