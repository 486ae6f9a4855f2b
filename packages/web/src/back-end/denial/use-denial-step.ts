import type { DenialStep } from "@headwater/revenue-cycle/back-end/denial/decide-step.ts";
import type {
  DenialCaseAnswer,
  UndoAnswer,
} from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { practiceAddress, sendJson } from "../../frame/request.ts";

/** Takes a step at the revision in view: somebody else's meanwhile is refused, not written over. */
export function useDenialStep(practice: string, denial: DenialCaseAnswer) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: DenialStep) =>
      sendJson<DenialCaseAnswer>(practiceAddress(practice, `denials/${denial.denialId}/steps`), {
        method: "POST",
        body: step,
        revision: denial.revision,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
}

/** Undoes steps, of one denial or of a change of many. */
export function useUndoSteps(practice: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (steps: readonly number[]) =>
      sendJson<UndoAnswer>(practiceAddress(practice, "denials/steps/undo"), {
        method: "POST",
        body: { steps },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
}
