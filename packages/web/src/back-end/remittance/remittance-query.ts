import type { RemittanceAnswer } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { queryOptions } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";

export function remittanceQuery(practice: string, remittanceId: string) {
  return queryOptions({
    queryKey: [practice, "remittance", remittanceId],
    queryFn: ({ signal }) =>
      getJson<RemittanceAnswer>(practiceAddress(practice, `remittances/${remittanceId}`), signal),
  });
}
