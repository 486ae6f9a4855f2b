import type { RemittanceClaimRow } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { practiceAddress, sendJson } from "../../frame/request.ts";

export type RemittanceClaimPlace = {
  readonly practice: string;
  readonly remittanceId: string;
  readonly number: RemittanceClaimRow["number"];
};

/** Posts a remittance claim to a claim of ours, or takes that back: `undefined` is none. */
export function usePersonMatch({ practice, remittanceId, number }: RemittanceClaimPlace) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (claimId: number | undefined) =>
      sendJson(
        practiceAddress(practice, `remittances/${remittanceId}/claims/${number}/match`),
        claimId === undefined ? { method: "DELETE" } : { method: "PUT", body: { claimId } },
      ),
    // Money moved: every figure of the practice may have changed.
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
}
