import type { ApprovalRow } from "@headwater/revenue-cycle/books/approval/approval-answers.ts";
import { queryOptions } from "@tanstack/react-query";
import { getJson, practiceAddress, type Query } from "../../frame/request.ts";

/** Requests for a second person that fit the filters. */
export function approvalQuery(practice: string, query: Query) {
  return queryOptions({
    queryKey: [practice, "approvals", query],
    queryFn: ({ signal }) =>
      getJson<{ readonly rows: readonly ApprovalRow[] }>(
        practiceAddress(practice, "approvals", { limit: 10, ...query }),
        signal,
      ),
  });
}
