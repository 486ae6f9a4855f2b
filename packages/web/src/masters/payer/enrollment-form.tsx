import {
  type EnrollmentDraft,
  enrollmentFaultsOf,
  tidyEnrollment,
} from "@headwater/revenue-cycle/masters/enrollment/decide-enrollment.ts";
import type { EnrollmentAnswer } from "@headwater/revenue-cycle/masters/enrollment/enrollment-answers.ts";
import type { ProviderAnswer } from "@headwater/revenue-cycle/masters/provider/provider-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { draftOf } from "../form/draft-of.ts";
import { RecordForm } from "../form/record-form.tsx";
import { choices } from "./choices.ts";
import type { SectionFormProps } from "./payer-section.tsx";

/** Records for whom a transaction may be exchanged with a payer, and from when on. */
export function EnrollmentForm(props: SectionFormProps<EnrollmentAnswer>) {
  const { practice, payerId, known, mayWrite, onSaved, onReload } = props;
  const providers = useQuery({
    queryKey: [practice, "providers", "choice"],
    queryFn: ({ signal }) =>
      getJson<{ readonly rows: readonly ProviderAnswer[] }>(
        practiceAddress(practice, "providers", { limit: 200 }),
        signal,
      ),
  });
  const empty: EnrollmentDraft = {
    payerId,
    providerId: null,
    transaction: "837P",
    state: "active",
    requestedOn: "",
    effectiveFrom: "",
    effectiveTo: "",
    payerProviderNumber: "",
  };
  const offered = (providers.data?.rows ?? []).map(
    (row) => [String(row.id), `${row.name ?? ""} ${row.npi}`.trim()] as const,
  );
  return (
    <RecordForm<EnrollmentDraft, EnrollmentAnswer>
      practice={practice}
      path={known ? `enrollments/${known.id}` : "enrollments"}
      known={known}
      start={known ? draftOf(empty, known) : empty}
      rows={[
        [
          { field: "transaction", options: choices.transactions() },
          { field: "state", label: t("payers.state"), options: choices.enrollmentStates() },
        ],
        [
          {
            field: "providerId",
            isId: true,
            options: [["", t("masters.everyProvider")], ...offered],
          },
          { field: "payerProviderNumber" },
        ],
        [
          { field: "requestedOn", kind: "date" },
          { field: "effectiveFrom", kind: "date" },
          { field: "effectiveTo", kind: "date" },
        ],
      ]}
      faultsOf={(draft) => enrollmentFaultsOf(tidyEnrollment(draft))}
      mayWrite={mayWrite}
      onSaved={onSaved}
      onReload={onReload}
    />
  );
}
