import type { DenialCaseAnswer } from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import { queryOptions } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";

export type DenialKey = { readonly practice: string; readonly denialId: string };

export function denialQuery({ practice, denialId }: DenialKey) {
  return queryOptions({
    queryKey: [practice, "denials", "case", denialId],
    queryFn: ({ signal }) =>
      getJson<DenialCaseAnswer>(practiceAddress(practice, `denials/${denialId}`), signal),
  });
}
