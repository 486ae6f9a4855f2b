import type {
  WorkItemChange,
  WorkItemRow,
} from "@headwater/revenue-cycle/work/work-item/work-item-answers.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { practiceAddress, sendJson } from "../../frame/request.ts";

/** Changes a work item at the revision in view: somebody else's change meanwhile is refused, not lost. */
export function useWorkChange(practice: string, item: WorkItemRow) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: WorkItemChange) =>
      sendJson<WorkItemRow>(practiceAddress(practice, `work/${item.id}`), {
        method: "PATCH",
        body: change,
        revision: item.revision,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: [practice, "work"] }),
  });
}
