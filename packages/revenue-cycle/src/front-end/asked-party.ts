import type { Party } from "@headwater/x12";

/** A party of a question to a payer that is told by its name and number alone. */
export function askedParty(
  entityCode: string,
  name: string | undefined,
  [idQualifier, id]: readonly [string | undefined, string | undefined],
): Party {
  return {
    entityCode,
    isPerson: false,
    lastNameOrOrganization: name,
    firstName: undefined,
    middleName: undefined,
    suffix: undefined,
    idQualifier,
    id,
    address: undefined,
    dateOfBirth: undefined,
    gender: undefined,
    taxonomy: undefined,
    references: [],
    contacts: [],
  };
}
