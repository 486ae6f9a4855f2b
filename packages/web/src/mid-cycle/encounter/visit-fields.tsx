import type { ProviderAnswer } from "@headwater/revenue-cycle/masters/provider/provider-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { useFacilities } from "../../masters/facility/facility-choices.ts";
import { t } from "../../strings/translate.ts";
import type { EncounterForm } from "./encounter-draft.ts";

type Props = {
  readonly practice: string;
  readonly form: EncounterForm;
  readonly errors: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<EncounterForm>) => void;
};

type Named = { readonly id: number; readonly name: string | null };

/** Who, when, where and by whom. */
export function VisitFields({ practice, form, errors, isReadOnly, onChange }: Props) {
  const providers = useProviders(practice);
  const facilities = useFacilities(practice).data ?? [];
  const part = { form, errors, isReadOnly, onChange };
  const of = (role: "isBilling" | "isRendering" | "isSupervising") =>
    providers.filter((provider) => provider[role]);
  return (
    <section className="claim-form-group">
      <h2 className="section-title">{t("charge.visit")}</h2>
      <VisitInput field="serviceFrom" label={t("charge.serviceFrom")} {...part} />
      <VisitInput field="serviceThrough" label={t("charge.serviceThrough")} {...part} />
      <VisitChoice
        field="facilityId"
        label={t("charge.facility")}
        options={facilities}
        none={t("charge.nobody")}
        {...part}
      />
      <VisitInput field="placeOfService" label={t("charge.place")} {...part} />
      <VisitChoice
        field="renderingProviderId"
        label={t("charge.rendering")}
        options={of("isRendering")}
        none={t("charge.nobody")}
        {...part}
      />
      <VisitChoice
        field="billingProviderId"
        label={t("charge.billing")}
        options={of("isBilling")}
        none={t("charge.asProfile")}
        {...part}
      />
      <VisitChoice
        field="referringProviderId"
        label={t("charge.referring")}
        options={providers}
        none={t("charge.nobody")}
        {...part}
      />
      <VisitChoice
        field="supervisingProviderId"
        label={t("charge.supervising")}
        options={of("isSupervising")}
        none={t("charge.nobody")}
        {...part}
      />
      <VisitInput field="priorAuthorization" label={t("charge.authorization")} {...part} />
      <VisitInput field="referralNumber" label={t("charge.referral")} {...part} />
    </section>
  );
}

type PartProps = Omit<Props, "practice"> & { readonly label: string };

type InputProps = PartProps & {
  readonly field:
    | "serviceFrom"
    | "serviceThrough"
    | "placeOfService"
    | "priorAuthorization"
    | "referralNumber";
};

function VisitInput({ field, label, form, errors, isReadOnly, onChange }: InputProps) {
  return (
    <label className="claim-form-field" htmlFor={field}>
      <span className="claim-form-label">{label}</span>
      <input
        id={field}
        type={field.startsWith("service") ? "date" : "text"}
        size={field === "placeOfService" ? 4 : 14}
        value={form[field]}
        disabled={isReadOnly}
        aria-invalid={errors.has(field)}
        onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      />
      {errors.get(field) && <span className="error-line">{errors.get(field)}</span>}
    </label>
  );
}

type ChoiceProps = PartProps & {
  readonly field: keyof EncounterForm & `${string}Id`;
  readonly options: readonly Named[];
  readonly none: string;
};

function VisitChoice(props: ChoiceProps) {
  const { field, label, options, none, form, errors, isReadOnly, onChange } = props;
  return (
    <label className="claim-form-field" htmlFor={field}>
      <span className="claim-form-label">{label}</span>
      <select
        id={field}
        value={String(form[field] ?? "")}
        disabled={isReadOnly}
        aria-invalid={errors.has(field)}
        onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      >
        <option value="">{none}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {errors.get(field) && <span className="error-line">{errors.get(field)}</span>}
    </label>
  );
}

function useProviders(practice: string): readonly ProviderAnswer[] {
  const found = useQuery({
    queryKey: [practice, "providers", "choices"],
    queryFn: ({ signal }) =>
      getJson<{ rows: ProviderAnswer[] }>(
        practiceAddress(practice, "providers", { limit: 200 }),
        signal,
      ),
    staleTime: 60_000,
  });
  return found.data?.rows ?? [];
}

type PatientProps = {
  readonly practice: string;
  readonly error: string | undefined;
  readonly onChange: (patient: { id: number; name: string }) => void;
};

type PatientFound = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string | null;
  readonly dateOfBirth: string | null;
  readonly payer: string | null;
};

/** Finds the patient of a new visit. */
export function PatientChoice({ practice, error, onChange }: PatientProps) {
  const [words, setWords] = useState("");
  const found = useQuery({
    queryKey: [practice, "patient-choice", words],
    queryFn: ({ signal }) =>
      getJson<{ rows: PatientFound[] }>(
        practiceAddress(practice, "patients", { search: words, limit: 8 }),
        signal,
      ),
    enabled: words.trim().length >= 2,
  });
  const rows = words.trim().length >= 2 ? (found.data?.rows ?? []) : [];
  const take = (row: PatientFound | undefined) => {
    if (row === undefined) return;
    onChange({ id: row.id, name: [row.lastName, row.firstName].filter(Boolean).join(", ") });
  };
  return (
    <span className="code-choice">
      <input
        id="patientId"
        type="text"
        size={40}
        // biome-ignore lint/a11y/noAutofocus: a new visit begins with its patient
        autoFocus
        role="combobox"
        aria-label={t("charge.findPatient")}
        aria-expanded={rows.length > 0}
        aria-controls="patient-choices"
        placeholder={t("charge.findPatient")}
        value={words}
        autoComplete="off"
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          take(rows[0]);
        }}
      />
      {rows.length > 0 && (
        <ul id="patient-choices">
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" onClick={() => take(row)}>
                <strong>{[row.lastName, row.firstName].filter(Boolean).join(", ")}</strong>{" "}
                {row.dateOfBirth} {row.payer}
              </button>
            </li>
          ))}
        </ul>
      )}
      {error && <span className="error-line">{error}</span>}
    </span>
  );
}
