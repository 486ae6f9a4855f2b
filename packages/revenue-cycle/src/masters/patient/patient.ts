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
};

/**
 * The patient of a claim. Two claims speak of the same patient when normalised first and last name
 * and date of birth agree; without a date of birth the member id takes its place.
 */
export function namedPatient(party: Party | undefined, memberId: string | undefined): NamedPatient {
  const lastName = party?.lastNameOrOrganization ?? "";
  const name = `${normalizedName(lastName)}|${normalizedName(party?.firstName)}`;
  const distinction = party?.dateOfBirth ?? `member:${memberIdKey(memberId) ?? ""}`;
  return {
    identityText: `${name}|${distinction}`,
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
  };
}

/** Lower-case form of a name for search by its beginning. */
export function searchKey(name: string | undefined): string {
  return normalizedName(name).toLowerCase();
}
