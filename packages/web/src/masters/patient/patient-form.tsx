import {
  genders,
  type PatientDraft,
  patientFaults,
  patientFaultsOf,
  tidyPatient,
} from "@headwater/revenue-cycle/masters/patient/decide-patient.ts";
import type { PatientAnswer } from "@headwater/revenue-cycle/masters/patient/patient-answers.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
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
  const { known, start, today, practice } = props;
  const [draft, setDraft] = useState(start);
  const saving = usePatientSaving(props);
  const errors = errorsOf({ draft, today, ...saving });
  const set = (part: Partial<PatientDraft>) => setDraft({ ...draft, ...part });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    void saving.save(draft, false);
  };
  useShortcut("Ctrl+Enter", () => submit());
  const text = (field: TextField) => (
    <TextInput
      key={field}
      label={t(`patientField.${field}`)}
      type={field.startsWith("dateOf") ? "date" : "text"}
      value={draft[field]}
      error={errors.get(field)}
      autoFocus={field === "lastName"}
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
          isNew={known === undefined}
          onConfirm={() => void saving.save(draft, true)}
        />
      )}
      <SavingOutcome problem={saving.problem} onReload={props.onReload} />
      {!saving.duplicates && (
        <div className="form-actions">
          <Button type="submit" loading={saving.isBusy}>
            {t(known === undefined ? "patient.add" : "patient.save")}
          </Button>
          <Button variant="default" onClick={props.onLeave}>
            {t("patient.cancel")}
          </Button>
        </div>
      )}
    </form>
  );
}

type GenderProps = {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (gender: string) => void;
};

function GenderSelect({ value, error, onChange }: GenderProps) {
  return (
    <NativeSelect
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
