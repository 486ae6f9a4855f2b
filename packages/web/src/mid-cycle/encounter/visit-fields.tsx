import type { ProviderAnswer } from "@headwater/revenue-cycle/masters/provider/provider-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getJson, practiceAddress } from "../../frame/request.ts";
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
  const providers = useRows<ProviderAnswer>(practice, "providers");
  const facilities = useRows<Named>(practice, "facilities");
  const choice = (
    field: keyof EncounterForm & `${string}Id`,
    label: string,
    options: readonly Named[],
    none: string,
  ) => (
    <label className="claim-form-field" htmlFor={field}>
      <span className="claim-form-label">{label}</span>
      <select
        id={field}
        value={String(form[field] ?? "")}
        disabled={isReadOnly}
        onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      >
        <option value="">{none}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  const input = (
    field:
      | "serviceFrom"
      | "serviceThrough"
      | "placeOfService"
      | "priorAuthorization"
      | "referralNumber",
    label: string,
  ) => (
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
  const of = (role: "isBilling" | "isRendering" | "isSupervising") =>
    providers.filter((provider) => provider[role]);
  return (
    <section className="claim-form-group">
      <h2 className="section-title">{t("charge.visit")}</h2>
      {input("serviceFrom", t("charge.serviceFrom"))}
      {input("serviceThrough", t("charge.serviceThrough"))}
      {choice("facilityId", t("charge.facility"), facilities, t("charge.nobody"))}
      {input("placeOfService", t("charge.place"))}
      {choice("renderingProviderId", t("charge.rendering"), of("isRendering"), t("charge.nobody"))}
      {choice("billingProviderId", t("charge.billing"), of("isBilling"), t("charge.asProfile"))}
      {choice("referringProviderId", t("charge.referring"), providers, t("charge.nobody"))}
      {choice(
        "supervisingProviderId",
        t("charge.supervising"),
        of("isSupervising"),
        t("charge.nobody"),
      )}
      {input("priorAuthorization", t("charge.authorization"))}
      {input("referralNumber", t("charge.referral"))}
    </section>
  );
}

function useRows<Row>(practice: string, path: "providers" | "facilities"): readonly Row[] {
  const found = useQuery({
    queryKey: [practice, path, "choices"],
    queryFn: ({ signal }) =>
      getJson<{ rows: Row[] }>(practiceAddress(practice, path, { limit: 200 }), signal),
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
