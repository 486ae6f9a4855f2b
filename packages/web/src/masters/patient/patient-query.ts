import type { CoveragesAnswer } from "@headwater/revenue-cycle/masters/coverage/coverage-answers.ts";
import type { PatientAnswer } from "@headwater/revenue-cycle/masters/patient/patient-answers.ts";
import { queryOptions } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";

/** One patient with the guarantor. */
export function patientQuery(practice: string, patient: string) {
  return queryOptions({
    queryKey: [practice, "patients", "one", patient],
    queryFn: ({ signal }) =>
      getJson<PatientAnswer>(practiceAddress(practice, `patients/${patient}`), signal),
    staleTime: 0,
  });
}

/** The coverages of one patient. */
export function coveragesQuery(practice: string, patient: string) {
  return queryOptions({
    queryKey: [practice, "patients", "coverages", patient],
    queryFn: ({ signal }) =>
      getJson<CoveragesAnswer>(practiceAddress(practice, `patients/${patient}/coverages`), signal),
    staleTime: 0,
  });
}
