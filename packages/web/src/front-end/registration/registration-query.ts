import type { RegistrationAnswer } from "@headwater/revenue-cycle/front-end/registration/registration-answers.ts";
import { queryOptions } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";

/** How complete and sound a patient's registration is; every change of the patient asks anew. */
export function registrationQuery(practice: string, patient: string) {
  return queryOptions({
    queryKey: [practice, "patients", "registration", patient],
    queryFn: ({ signal }) =>
      getJson<RegistrationAnswer>(
        practiceAddress(practice, `patients/${patient}/registration`),
        signal,
      ),
    staleTime: 0,
  });
}
