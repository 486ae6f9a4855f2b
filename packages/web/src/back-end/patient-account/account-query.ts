import type { PatientAccountAnswer } from "@headwater/revenue-cycle/back-end/patient-account/patient-account-answers.ts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { getJson, type PracticePath, practiceAddress, sendJson } from "../../frame/request.ts";

/** One account with everything on it. */
export function accountQuery(practice: string, account: string) {
  return queryOptions({
    queryKey: [practice, "patient-accounts", account],
    queryFn: ({ signal }) =>
      getJson<PatientAccountAnswer>(
        practiceAddress(practice, `patient-accounts/${account}`),
        signal,
      ),
    staleTime: 0,
  });
}

export type AccountChange = {
  readonly path: PracticePath;
  readonly body?: unknown;
  readonly method?: "POST" | "DELETE" | "PUT";
};

/** Sends a change of somebody's money; every page that shows money of this practice asks again. */
export function useMoneyChange<Answer = unknown>(practice: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body, method = "POST" }: AccountChange) =>
      sendJson<Answer>(practiceAddress(practice, path), {
        method,
        ...(body === undefined ? {} : { body }),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
}
