import type { PatientDraft } from "@headwater/revenue-cycle/masters/patient/decide-patient.ts";
import type { DuplicateAnswer } from "@headwater/revenue-cycle/masters/patient/patient-answers.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { formatDate } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { Stated } from "../../table/stated.tsx";
import { patientName, phoneText } from "./patient-name.ts";

type Props = {
  readonly practice: string;
  readonly draft: PatientDraft;
  readonly duplicates: readonly DuplicateAnswer[];
  /** The number of the patient who is changed; undefined for a new one. */
  readonly known: number | undefined;
  readonly onConfirm: () => void;
};

/** What was typed beside who is on file, the most likely first, with why. */
export function DuplicateWarning({ practice, draft, duplicates, known, onConfirm }: Props) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.focus();
    section.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const typed = {
    name: patientName(draft),
    born: draft.dateOfBirth,
    phone: draft.phone,
    city: draft.city,
    chart: draft.chartNumber,
  };
  return (
    <section
      className="duplicates"
      role="alert"
      aria-label={t("duplicate.title")}
      tabIndex={-1}
      ref={section}
    >
      <h2 className="section-title">{t("duplicate.title")}</h2>
      <div className="duplicate-columns">
        <Facts title={t("duplicate.typed")} facts={typed} reasons={[]} />
        {duplicates.map((one) => (
          <Facts
            key={one.id}
            title={one.isRegistered ? t("duplicate.known") : t("patients.onlyFiles")}
            facts={{
              name: patientName(one),
              born: one.dateOfBirth ?? "",
              phone: one.phone ?? "",
              city: one.city ?? "",
              chart: one.chartNumber ?? "",
              payer: [one.payer, one.memberId].filter(Boolean).join(" "),
            }}
            reasons={one.reasons}
            link={
              <>
                <Link
                  to="/p/$practice/patients/$patient"
                  params={{ practice, patient: String(one.id) }}
                >
                  {t("duplicate.open")}
                </Link>{" "}
                {known !== undefined && (
                  <Link
                    to="/p/$practice/patients/$patient/join"
                    params={{ practice, patient: String(one.id) }}
                    search={{ with: String(known) }}
                  >
                    {t("join.compare")}
                  </Link>
                )}
              </>
            }
          />
        ))}
      </div>
      <Button variant="default" onClick={onConfirm}>
        {t(known === undefined ? "duplicate.confirm" : "duplicate.confirmChange")}
      </Button>
    </section>
  );
}

type FactsProps = {
  readonly title: string;
  readonly facts: {
    readonly name: string;
    readonly born: string;
    readonly phone: string;
    readonly city: string;
    readonly chart: string;
    readonly payer?: string;
  };
  readonly reasons: DuplicateAnswer["reasons"];
  readonly link?: React.ReactNode;
};

function Facts({ title, facts, reasons, link }: FactsProps) {
  const rows = [
    [t("patients.name"), facts.name],
    [t("patients.born"), facts.born && formatDate(facts.born)],
    [t("patients.phone"), phoneText(facts.phone)],
    [t("patients.city"), facts.city],
    [t("patients.chart"), facts.chart],
    [t("patients.payer"), facts.payer],
  ] as const;
  return (
    <div className="duplicate">
      <h3>{title}</h3>
      <dl className="fact-list">
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Stated text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="small">{reasons.map((reason) => t(`duplicate.${reason}`)).join(" · ")}</p>
      {link}
    </div>
  );
}
