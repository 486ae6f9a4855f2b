import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FailureNotice } from "../../frame/notice.tsx";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t } from "../../strings/translate.ts";
import { PatientFacts } from "./patient-facts.tsx";
import { patientName } from "./patient-name.ts";
import { patientQuery } from "./patient-query.ts";

type Props = {
  readonly practice: string;
  readonly patient: string;
  readonly onClose: () => void;
};

/** Who a patient is, beside the list. */
export function PatientPanel({ practice, patient, onClose }: Props) {
  const answer = useQuery(patientQuery(practice, patient));
  const title = answer.data ? patientName(answer.data) : t("patients.name");
  return (
    <SidePanel title={title} onClose={onClose}>
      {answer.error && <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data && (
        <>
          <p>
            <Link to="/p/$practice/patients/$patient" params={{ practice, patient }}>
              {t("patients.openPage")}
            </Link>
          </p>
          <PatientFacts patient={answer.data} />
        </>
      )}
    </SidePanel>
  );
}
