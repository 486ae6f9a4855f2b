import type { Party } from "@headwater/x12";

/** A person as a question to a payer names him; undefined is not stated. */
export type AskedPerson = {
  readonly lastName: string | undefined;
  readonly firstName: string | undefined;
  readonly middleName: string | undefined;
  readonly dateOfBirth: string | undefined;
  readonly gender: string | undefined;
};

/** Who gave a trace number, in the ten characters of TRN03: 9 and a name of our own. */
export const traceOrigin = "9HEADWATER";

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

/** A person of a question, without a number. */
export function personParty(entityCode: string, person: AskedPerson): Party {
  return {
    ...askedParty(entityCode, person.lastName ?? "", [undefined, undefined]),
    isPerson: true,
    firstName: person.firstName,
    middleName: person.middleName,
    dateOfBirth: person.dateOfBirth,
    gender: person.gender === "F" || person.gender === "M" ? person.gender : undefined,
  };
}
