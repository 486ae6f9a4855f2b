import type { GuarantorDraft } from "@headwater/revenue-cycle/masters/guarantor/decide-guarantor.ts";
import type { GuarantorAnswer } from "@headwater/revenue-cycle/masters/guarantor/guarantor-answers.ts";
import type { PatientDraft } from "@headwater/revenue-cycle/masters/patient/decide-patient.ts";
import type { PatientAnswer } from "@headwater/revenue-cycle/masters/patient/patient-answers.ts";
import { relationshipCodes } from "@headwater/revenue-cycle/masters/relationship.ts";
import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { patientName } from "./patient-name.ts";

type Props = {
  readonly practice: string;
  readonly draft: PatientDraft;
  readonly known: PatientAnswer | undefined;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (guarantor: GuarantorDraft) => void;
  readonly onEmancipated: (isEmancipated: boolean) => void;
};

const personFields = [
  "lastName",
  "firstName",
  "phone",
  "email",
  "addressLine1",
  "addressLine2",
  "city",
  "state",
  "postalCode",
] as const;

/** Who answers for the balance: the patient, somebody on file, or another person. */
export function GuarantorFields(props: Props) {
  const { practice, draft, errors, onChange } = props;
  const { guarantor } = draft;
  const isSelf = guarantor.relationship === "18";
  const set = (part: Partial<GuarantorDraft>) => onChange({ ...guarantor, ...part });
  return (
    <fieldset>
      <legend>{t("patient.guarantor")}</legend>
      <NativeSelect
        name="guarantor.relationship"
        label={t("patientField.relationship")}
        value={guarantor.relationship}
        error={errors.get("guarantor.relationship")}
        onChange={(event) => set({ relationship: event.currentTarget.value })}
      >
        {relationshipCodes.map((code) => (
          <option key={code} value={code}>
            {t(`relationship.${code}`)}
          </option>
        ))}
      </NativeSelect>
      {isSelf && (errors.has("guarantor.relationship") || draft.isEmancipated) && (
        <label className="check-line">
          <input
            type="checkbox"
            checked={draft.isEmancipated}
            onChange={(event) => props.onEmancipated(event.currentTarget.checked)}
          />{" "}
          {t("patientField.isEmancipated")}
        </label>
      )}
      {!isSelf && (
        <KnownGuarantor
          practice={practice}
          chosen={guarantor.guarantorId}
          known={props.known?.guarantor ?? undefined}
          onChange={(guarantorId) => set({ guarantorId })}
        />
      )}
      {!isSelf &&
        guarantor.guarantorId === null &&
        personFields.map((field) => (
          <TextInput
            key={field}
            label={t(`patientField.${field}`)}
            value={guarantor[field]}
            error={errors.get(`guarantor.${field}`)}
            autoComplete="off"
            onChange={(event) => set({ [field]: event.currentTarget.value })}
          />
        ))}
    </fieldset>
  );
}

type KnownProps = {
  readonly practice: string;
  readonly chosen: number | null;
  readonly known: GuarantorAnswer | undefined;
  readonly onChange: (guarantorId: number | null) => void;
};

/** Two letters of a name find whoever answers for somebody already. */
const fewestLetters = 2;

function KnownGuarantor({ practice, chosen, known, onChange }: KnownProps) {
  const [search, setSearch] = useState("");
  const answer = useQuery({
    queryKey: [practice, "guarantors", search],
    queryFn: ({ signal }) =>
      getJson<{ rows: GuarantorAnswer[] }>(
        practiceAddress(practice, "guarantors", { search, limit: 20 }),
        signal,
      ),
    enabled: search.trim().length >= fewestLetters,
  });
  const found = answer.data?.rows ?? [];
  const choices = known && !found.some(({ id }) => id === known.id) ? [known, ...found] : found;
  return (
    <>
      <TextInput
        label={t("patient.findGuarantor")}
        value={search}
        autoComplete="off"
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <NativeSelect
        label={t("patient.knownGuarantor")}
        value={chosen === null ? "" : String(chosen)}
        onChange={(event) => onChange(Number(event.currentTarget.value) || null)}
      >
        <option value="">{t("patient.newGuarantor")}</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {[patientName(one), one.city, t("patient.ofPatients", { count: one.patients })]
              .filter(Boolean)
              .join(" · ")}
          </option>
        ))}
      </NativeSelect>
    </>
  );
}
