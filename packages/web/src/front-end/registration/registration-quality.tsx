import { registrationPartWords } from "@headwater/revenue-cycle/front-end/appointment/clearance-words.ts";
import type { RegistrationAnswer } from "@headwater/revenue-cycle/front-end/registration/registration-answers.ts";
import type { RegistrationPart } from "@headwater/revenue-cycle/front-end/registration/score-registration.ts";
import { useQuery } from "@tanstack/react-query";
import { FailureNotice } from "../../frame/notice.tsx";
import { t } from "../../strings/translate.ts";
import { type FindingPlace, SubjectFindings } from "../../work/edit/subject-findings.tsx";
import { HeldNotice } from "../../work/hold/held-notice.tsx";
import { registrationQuery } from "./registration-query.ts";

type Form = "patient" | "coverage" | "duplicates";
type Props = {
  readonly practice: string;
  readonly patient: string;
  readonly onMend: ((place: FindingPlace<Form>) => void) | undefined;
};

/** The score of a registration, what it lacks, what the edits found, and whether it is held. */
export function RegistrationQuality({ practice, patient, onMend }: Props) {
  const answer = useQuery(registrationQuery(practice, patient));
  const known = answer.data;
  return (
    <section aria-label={t("registration.title")} aria-busy={answer.isLoading}>
      <h2 className="section-title">{t("registration.title")}</h2>
      {answer.error && <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isLoading && <p className="dim">{t("registration.loading")}</p>}
      {known && (
        <>
          <p className="visit-line">
            <span>{t("registration.score", { score: known.score })}</span>{" "}
            <span className="dim">{lackSentence(known)}</span>
          </p>
          {known.hold && (
            <HeldNotice
              practice={practice}
              hold={known.hold}
              effect={t("personHold.registration")}
            />
          )}
          <SubjectFindings findings={known.findings} onMend={onMend} />
        </>
      )}
    </section>
  );
}

function lackSentence({ parts, findings }: RegistrationAnswer): string {
  const missing = parts.filter(({ isComplete }) => !isComplete);
  if (missing.length === 0) return findings.length === 0 ? t("registration.clean") : "";
  const words = missing.map(({ part }) => registrationPartWords[part as RegistrationPart]);
  return t("registration.lacks", { parts: words.join(", ") });
}
