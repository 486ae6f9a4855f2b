import { registrationPartWords } from "@headwater/revenue-cycle/front-end/appointment/clearance-words.ts";
import type { VisitAnswer } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import type { RegistrationPart } from "@headwater/revenue-cycle/front-end/registration/score-registration.ts";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t } from "../../strings/translate.ts";
import { Stated } from "../../table/stated.tsx";
import { type FindingPlace, SubjectFindings } from "../../work/edit/subject-findings.tsx";
import { HeldNotice } from "../../work/hold/held-notice.tsx";
import { VisitAuthorization } from "../authorization/visit-authorization.tsx";
import { CheckInForm } from "../check-in/check-in-form.tsx";
import { VisitEligibility } from "../eligibility/visit-eligibility.tsx";
import { VisitEstimate } from "../estimate/visit-estimate.tsx";
import { BookingForm } from "./booking-form.tsx";
import { ClearanceLight } from "./clearance-light.tsx";
import { ClearanceReasons } from "./clearance-reasons.tsx";
import { VisitActions } from "./visit-actions.tsx";
import { useVisit } from "./visit-query.ts";
import "../front-end.css";

type Props = {
  readonly practice: string;
  readonly visit: string;
  readonly onClose: () => void;
};

/** One visit beside its list: what is missing, what to collect, and everything it rests on. */
export function VisitPanel({ practice, visit, onClose }: Props) {
  const answer = useVisit(practice, visit);
  const known = answer.data;
  const title = known ? `${known.patient} · ${known.time}` : t("calendar.title");
  return (
    <SidePanel title={title} onClose={onClose}>
      {answer.error && <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {known && <VisitBody practice={practice} visit={known} />}
    </SidePanel>
  );
}

function VisitBody({
  practice,
  visit,
}: {
  readonly practice: string;
  readonly visit: VisitAnswer;
}) {
  const session = useSession();
  const today = useBusinessDate(practice);
  const [isChanging, setChanging] = useState(false);
  const [focus, setFocus] = useState<string | undefined>(undefined);
  const navigate = useNavigate();
  const mend = ({ form, field }: FindingPlace) => {
    if (form === "panel") return showSection(field);
    if (form === "booking") {
      setFocus(field);
      return setChanging(true);
    }
    const params = { practice, patient: String(visit.patientId) };
    void navigate({ to: "/p/$practice/patients/$patient", params, search: { form, field } });
  };
  const may = (permission: string) => isAllowed(session, practice, permission);
  const mayChange = may("appointment.write") && visit.state === "booked";
  useShortcut("e", () => setChanging(true), mayChange);
  if (isChanging) {
    return (
      <BookingForm
        practice={practice}
        known={visit}
        focus={focus}
        onDone={() => setChanging(false)}
      />
    );
  }
  return (
    <>
      <VisitHead practice={practice} visit={visit} onMend={mayChange ? mend : undefined} />
      <h3 className="section-title" id="visit-collect">
        {t(visit.state === "booked" ? "visit.collect" : "visit.collected")}
      </h3>
      {may("patient-payment.collect") && (
        <CheckInForm key={visit.revision} practice={practice} visit={visit} today={today} />
      )}
      <div id="visit-eligibility" tabIndex={-1}>
        <VisitEligibility practice={practice} visit={visit} mayAsk={may("eligibility.ask")} />
      </div>
      <VisitEstimate practice={practice} visit={visit} mayKeep={may("appointment.write")} />
      <div id="visit-authorization" tabIndex={-1}>
        <VisitAuthorization
          practice={practice}
          visit={visit}
          mayWrite={may("authorization.write")}
        />
      </div>
      <CoverageFacts visit={visit} />
      <PatientFacts visit={visit} />
      {may("appointment.write") && (
        <VisitActions
          practice={practice}
          visit={visit}
          today={today}
          onChange={() => setChanging(true)}
        />
      )}
    </>
  );
}

type HeadProps = {
  readonly practice: string;
  readonly visit: VisitAnswer;
  readonly onMend: ((place: FindingPlace) => void) | undefined;
};

/** When and what for, whether it may go ahead, and what the edits found. */
function VisitHead({ practice, visit, onMend }: HeadProps) {
  return (
    <>
      <p className="visit-line">
        <ClearanceLight light={visit.clearance.light} />
        <span>{t(`appointmentState.${visit.state}`)}</span>
        <span>{formatDate(visit.day)}</span>
        <span>{t(`appointmentKind.${visit.kind}`)}</span>
        <span>{t("calendar.minutes", { count: visit.minutes })}</span>
        <span>{visit.provider}</span>
        {visit.reason && <span className="dim">{visit.reason}</span>}
        {visit.stateReason && <span className="dim">{visit.stateReason}</span>}
      </p>
      {visit.state === "booked" && <ClearanceReasons clearance={visit.clearance} />}
      {visit.state === "booked" && visit.hold && (
        <HeldNotice practice={practice} hold={visit.hold} effect={t("personHold.visit")} />
      )}
      {visit.state === "booked" && <SubjectFindings findings={visit.findings} onMend={onMend} />}
    </>
  );
}

/** Brings a section of the panel into sight, with the cursor on its first control. */
function showSection(section: string): void {
  const found = document.getElementById(`visit-${section}`);
  found?.scrollIntoView({ block: "nearest" });
  const control = found?.querySelector("button, input, select") ?? found;
  if (control instanceof HTMLElement) control.focus();
}

function CoverageFacts({ visit }: { readonly visit: VisitAnswer }) {
  const { coverage } = visit;
  return (
    <section>
      <h3 className="section-title">{t("visit.coverage")}</h3>
      {coverage === null ? (
        <p className="visit-line">{t("visit.noCoverage")}</p>
      ) : (
        <dl className="facts">
          <dt>{t("notClear.payer")}</dt>
          <dd>
            {coverage.payer} {coverage.plan && <span className="dim">{coverage.plan}</span>}
          </dd>
          <dt>{t("visit.member")}</dt>
          <dd>{coverage.memberId}</dd>
          <dt>{t("visit.group")}</dt>
          <dd>
            <Stated text={coverage.groupNumber} />
          </dd>
          <dt>{t("visit.holds")}</dt>
          <dd>{daysText(coverage)}</dd>
        </dl>
      )}
    </section>
  );
}

function daysText(days: {
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
}): string {
  const from = days.effectiveFrom && t("visit.holdsFrom", { from: formatDate(days.effectiveFrom) });
  const to = days.effectiveTo && t("visit.holdsThrough", { to: formatDate(days.effectiveTo) });
  return [from, to].filter(Boolean).join(" ") || t("visit.always");
}

function PatientFacts({ visit }: { readonly visit: VisitAnswer }) {
  const { person, registration } = visit;
  const missing = registration.parts
    .filter(({ isComplete }) => !isComplete)
    .map(({ part }) => registrationPartWords[part as RegistrationPart]);
  const address = [person.addressLine1, person.city, person.state, person.postalCode];
  return (
    <section>
      <h3 className="section-title">{t("visit.patient")}</h3>
      <dl className="facts">
        <dt>{t("visit.born")}</dt>
        <dd>
          <Stated text={person.dateOfBirth && formatDate(person.dateOfBirth)} />
        </dd>
        <dt>{t("visit.phone")}</dt>
        <dd>
          <Stated text={person.phone} />
        </dd>
        <dt>{t("visit.address")}</dt>
        <dd>
          <Stated text={address.filter(Boolean).join(", ") || null} />
        </dd>
        <dt>{t("visit.chart")}</dt>
        <dd>
          <Stated text={person.chartNumber} />
        </dd>
        <dt>{t("visit.registration")}</dt>
        <dd>
          {t("visit.score", { score: registration.score })}
          {missing.length > 0 && (
            <span className="dim"> {t("visit.lacks", { parts: missing.join(", ") })}</span>
          )}
        </dd>
      </dl>
    </section>
  );
}
