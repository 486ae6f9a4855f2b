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
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { RegistrationQuality } from "../../front-end/registration/registration-quality.tsx";
import { registrationQuery } from "../../front-end/registration/registration-query.ts";
import { t, tOr } from "../../strings/translate.ts";
import { Attachments } from "../../work/attachment/attachments.tsx";
import { type FindingPlace, messagesOf } from "../../work/edit/subject-findings.tsx";
import { draftOfCoverage, draftOfSuggestion, nextCoverage } from "../coverage/coverage-draft.ts";
import { CoverageForm } from "../coverage/coverage-form.tsx";
import { PatientCoverages } from "../coverage/patient-coverages.tsx";
import { PatientClaims } from "./patient-claims.tsx";
import { PatientFacts } from "./patient-facts.tsx";
import { PatientForm } from "./patient-form.tsx";
import { PatientJoins } from "./patient-joins.tsx";
import { patientName } from "./patient-name.ts";
import { coveragesQuery, patientQuery } from "./patient-query.ts";

type OpenCoverage = {
  readonly known: CoverageAnswer | undefined;
  readonly start: CoverageDraft;
  readonly focus?: string;
};

/** Everything about one patient: who it is, what pays, what was billed and is open. */
export function PatientPage() {
  const { practice, patient: id } = useParams({ from: "/p/$practice/patients/$patient" });
  const answer = useQuery(patientQuery(practice, id));
  useBackShortcut({ to: "/p/$practice/patients", params: { practice } });
  if (answer.isError)
    return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <PageShape />;
  return (
    <PatientRecord
      key={id}
      practice={practice}
      patient={answer.data}
      onReload={() => void answer.refetch()}
    />
  );
}

type RecordProps = {
  readonly practice: string;
  readonly patient: PatientAnswer;
  readonly onReload: () => void;
};

function PatientRecord({ practice, patient, onReload }: RecordProps) {
  const id = String(patient.id);
  const today = useBusinessDate(practice);
  const mayWrite =
    isAllowed(useSession(), practice, "patient.write") && patient.mergedInto === null;
  const mending = useMending({ practice, id, today, mayWrite });
  const { isEdited, setEdited, open, setOpen, found, coverages } = mending;
  useShortcut("e", () => setEdited(true), mayWrite && !isEdited);
  const isJudged = open?.known === undefined || open.known === firstCoverage(coverages, today);
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
        <PatientJoins practice={practice} patient={patient} />
        {!patient.isRegistered && <p className="dim">{t("patient.notRegistered")}</p>}
        {isEdited ? (
          <PatientForm
            key={patient.revision}
            practice={practice}
            known={patient}
            start={draftOfPatient(patient)}
            today={today}
            findings={messagesOf(found?.findings ?? [], "patient")}
            focus={mending.focus}
            onSaved={() => setEdited(false)}
            onReload={onReload}
            onLeave={() => setEdited(false)}
          />
        ) : (
          <PatientSections {...{ practice, patient, today, mayWrite, mending }} />
        )}
      </div>
      {open && (
        <CoveragePanel
          practice={practice}
          patient={id}
          open={open}
          findings={isJudged ? messagesOf(found?.findings ?? [], "coverage") : new Map()}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

type SectionsProps = Omit<RecordProps, "onReload"> & {
  readonly today: string;
  readonly mayWrite: boolean;
  readonly mending: ReturnType<typeof useMending>;
};

function PatientSections({ practice, patient, today, mayWrite, mending }: SectionsProps) {
  const id = String(patient.id);
  return (
    <div className="record-columns">
      <div>
        <PatientCoverages
          practice={practice}
          patient={id}
          today={today}
          mayWrite={mayWrite}
          onOpen={(one) => mending.setOpen(opened(one, mending.coverages))}
        />
        <PatientClaims practice={practice} patient={id} />
      </div>
      <div>
        {patient.mergedInto === null && (
          <RegistrationQuality
            practice={practice}
            patient={id}
            onMend={mayWrite ? mending.mend : undefined}
          />
        )}
        <PatientFacts patient={patient} />
        <Attachments practice={practice} to={`patients/${id}`} permission="patient.write" />
      </div>
    </div>
  );
}

type Mended = {
  readonly practice: string;
  readonly id: string;
  readonly today: string;
  readonly mayWrite: boolean;
};

/** Which form is open and at which field: as linked to, or as a finding wants it. */
function useMending({ practice, id, today, mayWrite }: Mended) {
  const { form, field } = useSearch({ from: "/p/$practice/patients/$patient" });
  const covered = useQuery(coveragesQuery(practice, id));
  const coverages = covered.data?.rows ?? [];
  const found = useQuery({ ...registrationQuery(practice, id), retry: false }).data;
  const [isEdited, setEdited] = useState(mayWrite && form === "patient");
  const [focus, setFocus] = useState(field);
  const [open, setOpen] = useState<OpenCoverage | undefined>(undefined);
  const navigate = useNavigate();
  const mend = (place: FindingPlace) => {
    if (place.form === "duplicates" && found?.likelySameAs) {
      const search = { with: id };
      const params = { practice, patient: String(found.likelySameAs) };
      void navigate({ to: "/p/$practice/patients/$patient/join", params, search });
    }
    if (place.form === "patient") {
      setFocus(place.field);
      setEdited(true);
    }
    if (place.form === "coverage") {
      const judged = firstCoverage(coverages, today);
      setOpen({ ...opened(judged ?? "new", coverages), focus: place.field });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page that was linked to stands
  useEffect(() => {
    if (mayWrite && form === "coverage" && field && covered.isSuccess) mend({ form, field });
  }, [form, field, covered.isSuccess]);
  return { isEdited, setEdited, focus, open, setOpen, mend, found, coverages };
}

type PanelProps = {
  readonly practice: string;
  readonly patient: string;
  readonly open: OpenCoverage;
  readonly findings: ReadonlyMap<string, string>;
  readonly onClose: () => void;
};

function CoveragePanel({ practice, patient, open, findings, onClose }: PanelProps) {
  return (
    <SidePanel title={t(open.known ? "coverage.change" : "coverage.add")} onClose={onClose}>
      <CoverageForm
        key={`${open.known?.id} ${open.start.memberId}`}
        practice={practice}
        patient={patient}
        {...open}
        findings={findings}
        onSaved={onClose}
        onReload={onClose}
      />
    </SidePanel>
  );
}

/** The coverage that is billed first today, which the edits judge; else the nearest on file. */
function firstCoverage(coverages: readonly CoverageAnswer[], today: string) {
  const holds = ({ effectiveFrom, effectiveTo }: CoverageAnswer) =>
    (effectiveFrom ?? today) <= today && today <= (effectiveTo ?? today);
  return coverages.find(holds) ?? coverages[0];
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
