import {
  genders,
  type PatientDraft,
  patientFaults,
  patientFaultsOf,
  tidyPatient,
} from "@headwater/revenue-cycle/masters/patient/decide-patient.ts";
import type { PatientAnswer } from "@headwater/revenue-cycle/masters/patient/patient-answers.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
import { focusField } from "../../work/edit/subject-findings.tsx";
import { DuplicateWarning } from "./duplicate-warning.tsx";
import { GuarantorFields } from "./guarantor-fields.tsx";
import { type PatientSaving, usePatientSaving } from "./patient-saving.ts";
import { SavingOutcome } from "./saving-outcome.tsx";
import "./patient.css";

type Props = {
  readonly practice: string;
  /** Undefined while the patient is new. */
  readonly known: PatientAnswer | undefined;
  readonly start: PatientDraft;
  readonly today: string;
  /** What edits found when it was saved last, by field. */
  readonly findings?: ReadonlyMap<string, string>;
  /** The field that gets the cursor. */
  readonly focus?: string | undefined;
  readonly onSaved: (id: number) => void;
  readonly onReload: () => void;
  readonly onLeave: () => void;
};

type TextField = {
  [Field in keyof PatientDraft]: PatientDraft[Field] extends string ? Field : never;
}[keyof PatientDraft];

const identity: readonly TextField[] = [
  "lastName",
  "firstName",
  "middleName",
  "suffix",
  "dateOfBirth",
];
const place: readonly TextField[] = [
  "phone",
  "email",
  "addressLine1",
  "addressLine2",
  "city",
  "state",
  "postalCode",
  "country",
];

/** Registers or changes a patient; what is wrong is told at its field once saving was tried. */
export function PatientForm(props: Props) {
  const { known, start, today, practice, focus } = props;
  const [draft, setDraft] = useState(start);
  const saving = usePatientSaving(props);
  const found = unchangedFindings(props.findings, start, draft);
  const errors = new Map([...found, ...errorsOf({ draft, today, ...saving })]);
  useEffect(() => focusField(focus), [focus]);
  const set = (part: Partial<PatientDraft>) => setDraft({ ...draft, ...part });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    void saving.save(draft, false);
  };
  useShortcut("Ctrl+Enter", () => submit());
  const text = (field: TextField) => (
    <TextInput
      key={field}
      name={field}
      label={t(`patientField.${field}`)}
      type={field.startsWith("dateOf") ? "date" : "text"}
      value={draft[field]}
      error={errors.get(field)}
      autoFocus={field === (focus ?? "lastName")}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <form className="patient-form" autoComplete="off" onSubmit={submit}>
      <fieldset>
        <legend>{t("patient.identity")}</legend>
        {identity.map(text)}
        <GenderSelect
          value={draft.gender}
          error={errors.get("gender")}
          onChange={(gender) => set({ gender })}
        />
        {text("chartNumber")}
        {known && text("dateOfDeath")}
      </fieldset>
      <fieldset>
        <legend>{t("patient.place")}</legend>
        {place.map(text)}
      </fieldset>
      <GuarantorFields
        practice={practice}
        draft={draft}
        known={known}
        errors={errors}
        onChange={(guarantor) => set({ guarantor })}
        onEmancipated={(isEmancipated) => set({ isEmancipated })}
      />
      {saving.duplicates && (
        <DuplicateWarning
          practice={practice}
          draft={draft}
          duplicates={saving.duplicates}
          known={known?.id}
          onConfirm={() => void saving.save(draft, true)}
        />
      )}
      <SavingOutcome problem={saving.problem} onReload={props.onReload} />
      {!saving.duplicates && (
        <FormActions isNew={known === undefined} isBusy={saving.isBusy} onLeave={props.onLeave} />
      )}
    </form>
  );
}

type ActionProps = {
  readonly isNew: boolean;
  readonly isBusy: boolean;
  readonly onLeave: () => void;
};

function FormActions({ isNew, isBusy, onLeave }: ActionProps) {
  return (
    <div className="form-actions">
      <Button type="submit" loading={isBusy}>
        {t(isNew ? "patient.add" : "patient.save")}
      </Button>
      <Button variant="default" onClick={onLeave}>
        {t("patient.cancel")}
      </Button>
    </div>
  );
}

/** What was found about fields that still say what they said then. */
function unchangedFindings(
  findings: ReadonlyMap<string, string> | undefined,
  start: PatientDraft,
  draft: PatientDraft,
): [string, string][] {
  const texts = (of: PatientDraft): Readonly<Record<string, unknown>> => ({
    ...of,
    "guarantor.relationship": of.guarantor.relationship,
  });
  const [before, now] = [texts(start), texts(draft)];
  return [...(findings ?? [])].filter(([field]) => before[field] === now[field]);
}

type GenderProps = {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (gender: string) => void;
};

function GenderSelect({ value, error, onChange }: GenderProps) {
  return (
    <NativeSelect
      name="gender"
      label={t("patientField.gender")}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="" />
      {genders.map((gender) => (
        <option key={gender} value={gender}>
          {t(`gender.${gender}`)}
        </option>
      ))}
    </NativeSelect>
  );
}

type Judged = Pick<PatientSaving, "isTried" | "problem"> & {
  readonly draft: PatientDraft;
  readonly today: string;
};

/** What is wrong, by field: our own findings once saving was tried, and what the server said. */
function errorsOf({ draft, today, isTried, problem }: Judged): ReadonlyMap<string, string> {
  const own = isTried ? patientFaultsOf(tidyPatient(draft), today) : [];
  return new Map([
    ...(problem?.fields ?? []).map(({ field, message }) => [field, message] as const),
    ...own.map(({ field, code }) => [field, patientFaults[code]] as const),
  ]);
}
