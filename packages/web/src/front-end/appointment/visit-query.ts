import type { VisitAnswer } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import { type QueryClient, useQuery } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";

/** One visit with everything the desk needs; asked for anew whenever it is opened. */
export function useVisit(practice: string, visit: string) {
  return useQuery({
    queryKey: [practice, "appointments", "one", visit],
    queryFn: ({ signal }) =>
      getJson<VisitAnswer>(practiceAddress(practice, `appointments/${visit}`), signal),
    staleTime: 0,
  });
}

/** Shows what the server answered, and asks the lists anew: clearance and work follow every change. */
export async function showVisitAnswer(
  queries: QueryClient,
  practice: string,
  visit: VisitAnswer,
): Promise<void> {
  queries.setQueryData([practice, "appointments", "one", String(visit.id)], visit);
  await askAgain(queries, practice);
}

/** Asks everything that a change at the desk may have changed. */
export async function askAgain(queries: QueryClient, practice: string): Promise<void> {
  await Promise.all(
    ["appointments", "appointments/not-clear", "authorizations", "work"].map((list) =>
      queries.invalidateQueries({ queryKey: [practice, list] }),
    ),
  );
}
