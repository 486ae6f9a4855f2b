import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";

/** Why a change was refused, where it was asked for. */
export function ChangeFailure({ error }: { readonly error: unknown }) {
  if (!error) return null;
  const problem = problemOf(error);
  return (
    <p role="alert" className="error-line">
      {problemSentence(problem)} <span className="small">{problem.code}</span>
    </p>
  );
}
