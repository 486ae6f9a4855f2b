import type { Party } from "@headwater/x12";
import { memberIdKey, normalizedName } from "../identifier-key.ts";

/** A patient as one claim names them. `identityText` is what their identity key is the digest of. */
export type NamedPatient = {
  readonly identityText: string;
  readonly lastName: string;
  readonly firstName: string | undefined;
  readonly middleName: string | undefined;
  readonly suffix: string | undefined;
  readonly dateOfBirth: string | undefined;
  readonly gender: string | undefined;
  readonly addressLine1: string | undefined;
  readonly addressLine2: string | undefined;
  readonly city: string | undefined;
  readonly state: string | undefined;
  readonly postalCode: string | undefined;
  readonly lastNameKey: string;
  readonly firstNameKey: string;
  /** Key of the member id under which the claim names them. */
  readonly memberIdKey: string | undefined;
};

/**
 * The patient of a claim. Two claims speak of the same patient when normalised first and last name
 * and date of birth agree; without a date of birth the member id takes its place.
 */
export function namedPatient(party: Party | undefined, memberId: string | undefined): NamedPatient {
  const lastName = party?.lastNameOrOrganization ?? "";
  const distinction = party?.dateOfBirth ?? `member:${memberIdKey(memberId) ?? ""}`;
  return {
    identityText: identityTextOf(lastName, party?.firstName, distinction),
    lastName,
    firstName: party?.firstName,
    middleName: party?.middleName,
    suffix: party?.suffix,
    dateOfBirth: party?.dateOfBirth,
    gender: party?.gender,
    addressLine1: party?.address?.line1,
    addressLine2: party?.address?.line2,
    city: party?.address?.city,
    state: party?.address?.state,
    postalCode: party?.address?.postalCode,
    lastNameKey: searchKey(lastName),
    firstNameKey: searchKey(party?.firstName),
    memberIdKey: memberIdKey(memberId),
  };
}

/** What an identity key is the digest of. `distinction` is the date of birth where it is known. */
export function identityTextOf(
  lastName: string,
  firstName: string | undefined,
  distinction: string,
): string {
  return `${normalizedName(lastName)}|${normalizedName(firstName)}|${distinction}`;
}

/** Lower-case form of a name for search by its beginning. */
export function searchKey(name: string | undefined): string {
  return normalizedName(name).toLowerCase();
}

/** `last, first` as written; two words without a comma in either order; else a last name. */
export function namesMeant(text: string): [string, string | undefined][] {
  const [before = "", behind] = text.split(",");
  if (behind !== undefined) return [[searchKey(before), searchKey(behind) || undefined]];
  const whole = searchKey(text);
  if (whole === "") return [];
  const at = whole.indexOf(" ");
  if (at === -1) return [[whole, undefined]];
  const one = whole.slice(0, at);
  const other = whole.slice(at + 1);
  return [
    [whole, undefined],
    [one, other],
    [other, one],
  ];
}
