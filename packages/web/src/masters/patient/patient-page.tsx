import type {
  CoverageAnswer,
  CoverageSuggestion,
} from "@headwater/revenue-cycle/masters/coverage/coverage-answers.ts";
import type { CoverageDraft } from "@headwater/revenue-cycle/masters/coverage/decide-coverage.ts";
import { yearsOn } from "@headwater/revenue-cycle/masters/guarantor/decide-guarantor.ts";
import type { PatientAnswer } from "@headwater/revenue-cycle/masters/patient/patient-answers.ts";
import { draftOfPatient } from "@headwater/revenue-cycle/masters/patient/patient-draft.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { draftOfCoverage, draftOfSuggestion, nextCoverage } from "../coverage/coverage-draft.ts";
import { CoverageForm } from "../coverage/coverage-form.tsx";
import { PatientCoverages } from "../coverage/patient-coverages.tsx";
import { PatientClaims } from "./patient-claims.tsx";
import { PatientFacts } from "./patient-facts.tsx";
import { PatientForm } from "./patient-form.tsx";
import { patientName } from "./patient-name.ts";
import { coveragesQuery, patientQuery } from "./patient-query.ts";

type OpenCoverage = { readonly known: CoverageAnswer | undefined; readonly start: CoverageDraft };

/** Everything about one patient: who it is, what pays, what was billed and is open. */
export function PatientPage() {
  const { practice, patient: id } = useParams({ from: "/p/$practice/patients/$patient" });
  const answer = useQuery(patientQuery(practice, id));
  const coverages = useQuery(coveragesQuery(practice, id)).data?.rows ?? [];
  const mayWrite = isAllowed(useSession(), practice, "patient.write");
  const today = useBusinessDate(practice);
  const [isEdited, setEdited] = useState(false);
  const [open, setOpen] = useState<OpenCoverage | undefined>(undefined);
  useBackShortcut({ to: "/p/$practice/patients", params: { practice } });
  useShortcut("e", () => setEdited(true), mayWrite && !isEdited);
  if (answer.isError)
    return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <PageShape />;
  const patient = answer.data;
  const show = (one: CoverageAnswer | CoverageSuggestion | "new") =>
    setOpen(opened(one, coverages));
  return (
    <div className="with-panel" data-open={open !== undefined || undefined}>
      <div className="page-scroll">
        <PageHead
          title={patientName(patient)}
          sentence={whoSentence(patient, today)}
          actions={
            mayWrite &&
            !isEdited && (
              <Button onClick={() => setEdited(true)}>
                {t(patient.isRegistered ? "patient.edit" : "patient.complete")}
              </Button>
            )
          }
        />
        {!patient.isRegistered && <p className="dim">{t("patient.notRegistered")}</p>}
        {isEdited ? (
          <PatientForm
            key={patient.revision}
            practice={practice}
            known={patient}
            start={draftOfPatient(patient)}
            today={today}
            onSaved={() => setEdited(false)}
            onReload={() => void answer.refetch()}
            onLeave={() => setEdited(false)}
          />
        ) : (
          <div className="record-columns">
            <div>
              <PatientCoverages
                practice={practice}
                patient={id}
                today={today}
                mayWrite={mayWrite}
                onOpen={show}
              />
              <PatientClaims practice={practice} patient={id} />
            </div>
            <PatientFacts patient={patient} />
          </div>
        )}
      </div>
      {open && (
        <CoveragePanel
          practice={practice}
          patient={id}
          open={open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

type PanelProps = {
  readonly practice: string;
  readonly patient: string;
  readonly open: OpenCoverage;
  readonly onClose: () => void;
};

function CoveragePanel({ practice, patient, open, onClose }: PanelProps) {
  return (
    <SidePanel title={t(open.known ? "coverage.change" : "coverage.add")} onClose={onClose}>
      <CoverageForm
        key={`${open.known?.id} ${open.start.memberId}`}
        practice={practice}
        patient={patient}
        {...open}
        onSaved={onClose}
        onReload={onClose}
      />
    </SidePanel>
  );
}

function opened(
  one: CoverageAnswer | CoverageSuggestion | "new",
  coverages: readonly CoverageAnswer[],
): OpenCoverage {
  if (one === "new") return { known: undefined, start: nextCoverage(coverages) };
  if ("id" in one) return { known: one, start: draftOfCoverage(one) };
  return { known: undefined, start: draftOfSuggestion(one, coverages) };
}

function whoSentence(patient: PatientAnswer, today: string): string {
  const { dateOfBirth, dateOfDeath, gender, chartNumber } = patient;
  const age =
    dateOfBirth && t("patients.age", { years: yearsOn(dateOfBirth, dateOfDeath ?? today) });
  return [
    dateOfBirth && `${t("patients.born")} ${formatDate(dateOfBirth)}`,
    age,
    gender && tOr(`gender.${gender}`, gender),
    chartNumber && `${t("patients.chart")} ${chartNumber}`,
    dateOfDeath && t("patient.died", { date: formatDate(dateOfDeath) }),
  ]
    .filter(Boolean)
    .join(" · ");
}
