import { emptyPatient } from "@headwater/revenue-cycle/masters/patient/patient-draft.ts";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useBusinessDate } from "../../frame/business-date.ts";
import { PageHead } from "../../frame/page-head.tsx";
import { t } from "../../strings/translate.ts";
import { PatientForm } from "./patient-form.tsx";

/** Registers somebody who is not on file. */
export function RegisterPatientPage() {
  const { practice } = useParams({ from: "/p/$practice/patients/new" });
  const navigate = useNavigate();
  const today = useBusinessDate(practice);
  const leave = () => void navigate({ to: "/p/$practice/patients", params: { practice } });
  return (
    <div className="page-scroll">
      <PageHead title={t("patients.register")} />
      <PatientForm
        practice={practice}
        known={undefined}
        start={emptyPatient}
        today={today}
        onSaved={(id) =>
          void navigate({
            to: "/p/$practice/patients/$patient",
            params: { practice, patient: String(id) },
          })
        }
        onReload={() => undefined}
        onLeave={leave}
      />
    </div>
  );
}
