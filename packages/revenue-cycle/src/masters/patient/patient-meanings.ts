import { isCivilDate } from "@headwater/code-sets/civil-date.ts";
import { memberIdKey } from "../identifier-key.ts";
import { tidyPhone } from "../postal-address.ts";
import { namesMeant } from "./patient.ts";

/** What somebody may mean who types a text to find a patient: each is a beginning unless said otherwise. */
export type PatientMeanings = {
  /** A whole date of birth; it narrows everything else. */
  readonly bornOn: string | undefined;
  /** Last name and, where one was typed, first name; lower-case. */
  readonly names: readonly (readonly [string, string | undefined])[];
  readonly chartNumber: string | undefined;
  readonly memberIdKey: string | undefined;
  /** A whole telephone number of ten digits. */
  readonly phone: string | undefined;
};

const americanDate = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** A day as people here write it: `1980-02-03`, `2/3/1980`. */
export function typedDay(text: string): string | undefined {
  if (isCivilDate(text)) return text;
  const match = americanDate.exec(text);
  if (match === null) return undefined;
  const [month = "", day = "", year = ""] = match.slice(1);
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(written) ? written : undefined;
}

/** All that a typed text may mean: a name, a birthday, a chart number, a member id, a telephone number. */
export function patientMeanings(text: string): PatientMeanings {
  const words = text.trim().split(/\s+/);
  const bornOn = words.map(typedDay).find((day) => day !== undefined);
  const rest = words.filter((word) => typedDay(word) === undefined).join(" ");
  const hasDigit = /\d/.test(rest);
  const phone = tidyPhone(rest);
  return {
    bornOn,
    names: hasDigit ? [] : namesMeant(rest),
    chartNumber: /^[A-Za-z0-9.-]+$/.test(rest) ? rest.toUpperCase() : undefined,
    memberIdKey: hasDigit ? memberIdKey(rest) : undefined,
    phone: /^\d{10}$/.test(phone) ? phone : undefined,
  };
}
