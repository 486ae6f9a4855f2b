import {
  documentationItems,
  type EncounterAnswer,
} from "@headwater/revenue-cycle/mid-cycle/encounter/encounter-answers.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useBusinessDate } from "../../frame/business-date.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import type { Problem } from "../../frame/problem.ts";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { soleFacility, useFacilities } from "../../masters/facility/facility-choices.ts";
import { t, tOr } from "../../strings/translate.ts";
import { ClaimFormConflict } from "../claim/claim-form-conflict.tsx";
import { ChargeFindings, useChargeFindings } from "./charge-findings.tsx";
import { ChargeLines } from "./charge-lines.tsx";
import { ChargeProblem } from "./charge-problem.tsx";
import { CodeChoice } from "./code-choice.tsx";
import { type EncounterForm, emptyForm, emptyLine, formOf } from "./encounter-draft.ts";
import { type ChargeStart, useCharging } from "./use-charging.ts";
import { PatientChoice, VisitFields } from "./visit-fields.tsx";
import "../claim/claim-form.css";

type Uncharged = {
  readonly appointmentId: number;
  readonly patientId: number;
  readonly patientName: string;
  readonly providerId: number;
  readonly facilityId: number | null;
  readonly on: string;
  readonly services: readonly {
    readonly procedureCode: string;
    readonly modifiers: readonly string[];
    readonly units: number;
  }[];
};

/** Charge capture: one visit with its diagnoses and services, typed without a mouse. */
export function EncounterPage() {
  const { practice, encounter } = useParams({ from: "/p/$practice/encounters/$encounter" });
  const { appointment } = useSearch({ from: "/p/$practice/encounters/$encounter" });
  const isNew = encounter === "new";
  const known = useQuery({
    queryKey: [practice, "encounters", encounter],
    queryFn: ({ signal }) =>
      getJson<EncounterAnswer>(practiceAddress(practice, `encounters/${encounter}`), signal),
    enabled: !isNew,
    staleTime: 0,
  });
  const booked = useQuery({
    queryKey: [practice, "encounters", "uncharged", appointment],
    queryFn: async ({ signal }) => {
      const url = practiceAddress(practice, "encounters/uncharged", { limit: 100 });
      const { rows } = await getJson<{ rows: Uncharged[] }>(url, signal);
      return rows.find((row) => String(row.appointmentId) === appointment) ?? null;
    },
    enabled: isNew && appointment !== undefined,
  });
  const facilities = useFacilities(practice);
  const today = useBusinessDate(practice);
  const refusal = useState<Problem | undefined>(undefined);
  if (known.isError) {
    return <FailureNotice error={known.error} onRetry={() => void known.refetch()} />;
  }
  const isWaiting = isNew && (facilities.isLoading || booked.isLoading);
  if ((!isNew && !known.data) || isWaiting) return <PageShape />;
  const form = known.data
    ? formOf(known.data)
    : bookedForm(booked.data ?? undefined, today, soleFacility(facilities.data));
  return <ChargeForm key={encounter} {...{ practice, known: known.data, form, refusal }} />;
}

/** A practice with one place works there unless something else is said. */
function bookedForm(
  row: Uncharged | undefined,
  today: string,
  place: number | undefined,
): EncounterForm {
  const empty = { ...emptyForm(today), facilityId: id(place) };
  if (row === undefined) return empty;
  return {
    ...empty,
    appointmentId: row.appointmentId,
    patientId: row.patientId,
    patientName: row.patientName,
    serviceFrom: row.on,
    renderingProviderId: id(row.providerId),
    facilityId: id(row.facilityId ?? place),
    lines: row.services.length > 0 ? row.services.map(bookedLine) : empty.lines,
  };
}

/** What was booked is what the charge begins with. */
function bookedLine({ procedureCode, modifiers, units }: Uncharged["services"][number]) {
  return { ...emptyLine, procedureCode, modifiers: modifiers.join(" "), units: String(units) };
}

function id(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

function ChargeForm(start: ChargeStart) {
  const { practice } = start;
  const saving = useCharging(start);
  const { base, form } = saving;
  const mayWrite = isAllowed(useSession(), practice, "claim.write");
  const isReadOnly = !mayWrite || base?.state === "charged";
  const change = (part: Partial<EncounterForm>) =>
    saving.change((before) => ({ ...before, ...part }));
  const isFree = !isReadOnly && !saving.isBusy && saving.theirs === undefined;
  useShortcut("Ctrl+Enter", () => void saving.bill(), isFree);
  useFirstField(start);
  const found = useChargeFindings(practice, base, !saving.isTyped);
  const errors = new Map([...found.byField, ...saving.errors]);
  return (
    <div className="page-scroll">
      <PageHead
        title={
          form.patientName ? t("charge.title", { patient: form.patientName }) : t("charge.newTitle")
        }
        sentence={t("charge.keys")}
      />
      <ChargeNews practice={practice} saving={saving} />
      <ChargeFindings
        practice={practice}
        encounterId={base?.id}
        isOpen={base?.state === "open"}
        found={found}
      />
      <form
        className="claim-form"
        onSubmit={(event) => {
          event.preventDefault();
          void saving.save();
        }}
      >
        {form.patientId === undefined && (
          <PatientChoice
            practice={practice}
            error={errors.get("patientId")}
            onChange={({ id, name }) => change({ patientId: id, patientName: name })}
          />
        )}
        <VisitFields {...{ practice, form, errors, isReadOnly }} onChange={change} />
        <Documentation {...{ form, errors, isReadOnly }} onChange={change} />
        <Diagnoses {...{ practice, form, errors, isReadOnly }} onChange={change} />
        <ChargeLines
          {...{ practice, form, errors, isReadOnly }}
          onChange={(lines) => change({ lines })}
        />
        <ChargeBar practice={practice} saving={saving} isReadOnly={isReadOnly} />
      </form>
    </div>
  );
}

/** Who, when, where and what came with the visit: what is left to say is that its note is signed, and why. */
function useFirstField({ known, form, refusal: [problem] }: ChargeStart) {
  const isBegun = known === undefined && form.appointmentId !== null && problem === undefined;
  useEffect(() => {
    if (isBegun) document.getElementById("documentation.noteSigned")?.focus();
  }, [isBegun]);
}

type SavingProps = {
  readonly practice: string;
  readonly saving: ReturnType<typeof useCharging>;
};

/** What became of the visit, and what another person did to it meanwhile. */
function ChargeNews({ practice, saving }: SavingProps) {
  const { base, theirs, form } = saving;
  return (
    <>
      {saving.isRestored && <p className="waiting-work">{t("conflict.missed")}</p>}
      {theirs && base && (
        <ClaimFormConflict
          base={formOf(base)}
          theirs={formOf(theirs)}
          mine={form}
          labelOf={chargeFieldLabel}
          onResolve={(merged) => saving.resolve(merged as EncounterForm)}
        />
      )}
      {base?.claimId && (
        <p className="waiting-work">
          <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(base.claimId) }}>
            {t("charge.isCharged", { number: base.patientControlNumber ?? "" })}
          </Link>
        </p>
      )}
      {base?.noChargeReason && (
        <p className="waiting-work">{t("charge.wasWaived", { reason: base.noChargeReason })}</p>
      )}
    </>
  );
}

function chargeFieldLabel(path: string): string {
  const [field = "", at, rest] = path.split(".");
  const words = tOr(`chargeField.${rest ?? field}`, rest ?? field);
  if (field === "documentation") return tOr(`chargeField.${at ?? field}`, path);
  return at === undefined ? words : `${words}, ${Number(at) + 1}`;
}

type PartProps = {
  readonly form: EncounterForm;
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<EncounterForm>) => void;
};

function Diagnoses(
  props: PartProps & { readonly practice: string; readonly errors: ReadonlyMap<string, string> },
) {
  const { form, practice, errors, isReadOnly, onChange } = props;
  const { diagnoses } = form;
  const add = () => {
    if (diagnoses.length >= 12) return;
    onChange({ diagnoses: [...diagnoses, ""] });
    setTimeout(() => document.getElementById(`diagnoses.${diagnoses.length}`)?.focus(), 0);
  };
  return (
    <section className="claim-form-group">
      <h2 className="section-title">{t("charge.diagnoses")}</h2>
      {diagnoses.map((code, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pointers name diagnoses by their place
        <span key={index} className="claim-form-field">
          <span className="claim-form-label">{index + 1}</span>
          <CodeChoice
            practice={practice}
            id={`diagnoses.${index}`}
            label={t("charge.diagnosisHint")}
            codeSet="icd-10-cm"
            on={form.serviceFrom}
            value={code}
            error={errors.get(`diagnoses.${index}`)}
            isReadOnly={isReadOnly}
            size={12}
            onChange={(typed) =>
              onChange({ diagnoses: diagnoses.map((each, at) => (at === index ? typed : each)) })
            }
            onEnter={add}
          />
        </span>
      ))}
      {!isReadOnly && (
        // Enter in the field of a diagnosis does the same.
        <button type="button" className="link-button" tabIndex={-1} onClick={add}>
          {t("claimForm.add")}
        </button>
      )}
    </section>
  );
}

function Documentation({
  form,
  errors,
  isReadOnly,
  onChange,
}: PartProps & { readonly errors: ReadonlyMap<string, string> }) {
  return (
    <section className="claim-form-group">
      <h2 className="section-title">{t("charge.documentation")}</h2>
      {documentationItems.map((item) => (
        <label key={item}>
          <input
            id={`documentation.${item}`}
            type="checkbox"
            checked={form.documentation[item] === true}
            disabled={isReadOnly}
            onChange={(event) =>
              onChange({
                documentation: { ...form.documentation, [item]: event.currentTarget.checked },
              })
            }
          />{" "}
          {t(`charge.${item}`)}{" "}
          {errors.has(`documentation.${item}`) && (
            <span className="error-line">{errors.get(`documentation.${item}`)}</span>
          )}
        </label>
      ))}
    </section>
  );
}

function ChargeBar({
  practice,
  saving,
  isReadOnly,
}: SavingProps & { readonly isReadOnly: boolean }) {
  const { problem, base, form } = saving;
  return (
    <div className="claim-form-bar">
      {!isReadOnly && (
        <>
          <Button type="submit" variant="default" loading={saving.isBusy}>
            {t("charge.save")}
          </Button>
          <Button loading={saving.isBusy} onClick={() => void saving.bill()}>
            {t("charge.saveAndBill")}
          </Button>
        </>
      )}
      {!isReadOnly && base?.state === "open" && (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            const reason = window.prompt(t("charge.noChargeReason"))?.trim();
            if (reason) void saving.waive(reason);
          }}
        >
          {t("charge.noCharge")}
        </button>
      )}
      {problem && <ChargeProblem {...{ practice, patientId: form.patientId, problem }} />}
    </div>
  );
}
