import type { PatientRow } from "@headwater/revenue-cycle/masters/patient/patient-answers.ts";
import { TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { formatDate } from "../../frame/format.ts";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";

export type Picked = { readonly id: number; readonly name: string };

type Props = {
  readonly practice: string;
  readonly picked: Picked | undefined;
  readonly error: string | undefined;
  readonly onPick: (patient: Picked | undefined) => void;
};

const shown = 6;

/** Finds a patient by what is typed; the arrow and Tab keys walk what was found. */
export function PatientPicker({ practice, picked, error, onPick }: Props) {
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const isEmpty = picked === undefined;
  // Whoever books by key types the name at once.
  useEffect(() => {
    if (isEmpty) field.current?.focus();
  }, [isEmpty]);
  const search = text.trim();
  const found = useQuery({
    queryKey: [practice, "patients", "pick", search],
    queryFn: ({ signal }) =>
      getJson<{ rows: PatientRow[] }>(
        practiceAddress(practice, "patients", { search, limit: shown }),
        signal,
      ),
    enabled: search.length >= 2 && picked === undefined,
    placeholderData: keepPreviousData,
  });
  const rows = picked === undefined && search.length >= 2 ? (found.data?.rows ?? []) : [];
  return (
    <div>
      <TextInput
        ref={field}
        label={t("booking.patient")}
        placeholder={t("booking.findPatient")}
        value={picked?.name ?? text}
        error={error}
        onChange={(event) => {
          onPick(undefined);
          setText(event.currentTarget.value);
        }}
      />
      {found.isFetched && rows.length === 0 && search.length >= 2 && !picked && (
        <p className="dim small">{t("booking.noPatient")}</p>
      )}
      {rows.length > 0 && (
        <ul className="booking-found">
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" onClick={() => onPick({ id: row.id, name: nameOf(row) })}>
                {nameOf(row)}{" "}
                <span className="dim">
                  {row.dateOfBirth && formatDate(row.dateOfBirth)} {row.payer}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function nameOf({ lastName, firstName }: PatientRow): string {
  return [lastName, firstName].filter(Boolean).join(", ");
}
