import type { Party } from "@headwater/x12";
import { writableText } from "../../mid-cycle/claim/writable-text.ts";
import type { FormPlace } from "./form-place.ts";

/** A text on a form; its first character stands in the cell. */
export type PlacedText = {
  readonly item: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
};

/** Upper case without points and signs, as the forms' readers want it, cut to its room. */
export function placed(item: string, place: FormPlace, text: string | undefined): PlacedText[] {
  const written = writableText(text ?? "")
    .toUpperCase()
    .replace(/[.#$]/g, "")
    .slice(0, place.length);
  if (written.trim() === "") return [];
  const column = place.isRight ? place.column + place.length - written.length : place.column;
  return [{ item, line: place.line, column, text: written }];
}

/** `145 00`: dollars and cents in their two columns, without signs. */
export function moneyText(cents: number): string {
  const sign = cents < 0 ? "-" : "";
  const amount = Math.abs(cents);
  return `${sign}${Math.floor(amount / 100)} ${String(amount % 100).padStart(2, "0")}`;
}

/** Year, month and day of a civil date as texts. */
export function dateParts(date: string | undefined) {
  const [year, month, day] = date?.split("-") ?? [];
  return year && month && day ? { year, month, day } : undefined;
}

/** `ALDER, CLARA, M`: last name, first name, initial. */
export function nameText(party: Party | undefined): string | undefined {
  if (party === undefined) return undefined;
  const { lastNameOrOrganization, firstName, middleName } = party;
  return [lastNameOrOrganization, firstName, middleName?.slice(0, 1)].filter(Boolean).join(", ");
}

/** `CLARA M ALDER`. */
export function givenFirst(party: Party | undefined): string | undefined {
  if (party === undefined) return undefined;
  return [party.firstName, party.middleName?.slice(0, 1), party.lastNameOrOrganization]
    .filter(Boolean)
    .join(" ");
}

/** `NORTHFIELD IL 60093-1234`. */
export function placeText(party: Party | undefined): string | undefined {
  const { city, state } = party?.address ?? {};
  return [city, state, zipText(party)].filter(Boolean).join(" ");
}

/** A postal code of nine digits with its hyphen. */
export function zipText(party: Party | undefined): string | undefined {
  const code = party?.address?.postalCode;
  return code?.length === 9 ? `${code.slice(0, 5)}-${code.slice(5)}` : code;
}

/** The first telephone number of a party's contacts. */
export function phoneOf(party: Party | undefined): string | undefined {
  return party?.contacts
    .flatMap(({ numbers }) => numbers)
    .find(({ qualifier }) => qualifier === "TE")?.number;
}
