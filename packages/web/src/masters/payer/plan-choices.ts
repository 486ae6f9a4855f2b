import type { PlanAnswer } from "@headwater/revenue-cycle/masters/plan/plan-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";

/** The plans of a payer to choose from; none means every one. */
export function usePlanChoices(
  practice: string,
  payerId: number,
): readonly (readonly [string, string])[] {
  const plans = useQuery({
    queryKey: [practice, "plans", payerId],
    queryFn: ({ signal }) =>
      getJson<{ readonly rows: readonly PlanAnswer[] }>(
        practiceAddress(practice, "plans", { payer: payerId, limit: 200 }),
        signal,
      ),
  });
  const offered = (plans.data?.rows ?? []).map((plan) => [String(plan.id), plan.name] as const);
  return [["", t("payerRules.everyPlan")], ...offered];
}
