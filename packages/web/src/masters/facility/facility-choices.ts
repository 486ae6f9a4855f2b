import type { FacilityAnswer } from "@headwater/revenue-cycle/masters/facility/facility-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";

/** The places where the practice works, to choose from. */
export function useFacilities(practice: string) {
  return useQuery({
    queryKey: [practice, "facilities", "choices"],
    queryFn: async ({ signal }) => {
      const url = practiceAddress(practice, "facilities", { limit: 200 });
      return (await getJson<{ rows: FacilityAnswer[] }>(url, signal)).rows;
    },
    staleTime: 60_000,
  });
}

/** The place of a practice that has one only. */
export function soleFacility(facilities: readonly FacilityAnswer[] | undefined) {
  return facilities?.length === 1 ? facilities[0]?.id : undefined;
}
