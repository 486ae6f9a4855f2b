import { daysBetween, isCivilDate } from "@headwater/code-sets/civil-date.ts";
import {
  type AddressFaultCode,
  addressFaults,
  addressFaultsOf,
  type PostalAddress,
  tidyAddress,
  tidyPhone,
  tidyWords,
} from "../postal-address.ts";
import { isRelationship, self } from "../relationship.ts";

/** A person who answers for balances, as he is described; empty text is not stated. */
export type GuarantorPerson = PostalAddress & {
  readonly lastName: string;
  readonly firstName: string;
  readonly phone: string;
  readonly email: string;
};

/**
 * Who answers for a patient's balance: the patient himself (relationship 18), a guarantor on file by
 * his id, or a person described here.
 */
export type GuarantorDraft = GuarantorPerson & {
  /** How the patient stands to the guarantor. */
  readonly relationship: string;
  readonly guarantorId: number | null;
};

export const guarantorFaults = {
  ...addressFaults,
  RELATIONSHIP_UNKNOWN: "Choose how the patient stands to this person.",
  NAME_MISSING: "State the last name.",
  FIRST_NAME_MISSING: "State the first name.",
  GUARANTOR_ADDRESS_MISSING:
    "Statements go to the guarantor: state an address or a telephone number.",
  GUARANTOR_UNKNOWN: "There is no such guarantor.",
  MINOR_NEEDS_GUARANTOR:
    "The patient is a minor: a parent or another adult answers for the balance, unless the law lets the patient answer alone.",
  PHONE_INVALID: "A telephone number has ten digits.",
  EMAIL_INVALID: "This is not an e-mail address.",
} as const;
export type GuarantorFaultCode = keyof typeof guarantorFaults | AddressFaultCode;

export type GuarantorFault = {
  readonly field: keyof GuarantorDraft;
  readonly code: GuarantorFaultCode;
};

/** The person in the form in which he is kept. */
export function tidyPerson<Person extends GuarantorPerson>(person: Person): Person {
  return {
    ...person,
    ...tidyAddress(person),
    lastName: tidyWords(person.lastName),
    firstName: tidyWords(person.firstName),
    phone: tidyPhone(person.phone),
    email: person.email.trim(),
  };
}

/** What is wrong with a tidy person. */
export function personFaultsOf(person: GuarantorPerson): GuarantorFault[] {
  const { phone, email } = person;
  const found: GuarantorFault[] = [];
  if (person.lastName === "") found.push({ field: "lastName", code: "NAME_MISSING" });
  if (person.firstName === "") found.push({ field: "firstName", code: "FIRST_NAME_MISSING" });
  found.push(...addressFaultsOf(person));
  if (person.addressLine1 === "" && phone === "") {
    found.push({ field: "addressLine1", code: "GUARANTOR_ADDRESS_MISSING" });
  }
  if (!isPhone(phone)) found.push({ field: "phone", code: "PHONE_INVALID" });
  if (!isEmail(email)) found.push({ field: "email", code: "EMAIL_INVALID" });
  return found;
}

/** Ten digits, or not stated. */
export function isPhone(text: string): boolean {
  return text === "" || /^[2-9]\d{9}$/.test(text);
}

/** Something at something with a dot, or not stated. */
export function isEmail(text: string): boolean {
  return text === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

/** Whom the rule about minors looks at. */
export type Minority = {
  readonly dateOfBirth: string;
  /** State in which the patient lives; empty where it is not known. */
  readonly state: string;
  readonly isEmancipated: boolean;
  readonly today: string;
};

/** What is wrong with the choice of a guarantor. */
export function guarantorFaultsOf(draft: GuarantorDraft, patient: Minority): GuarantorFault[] {
  if (!isRelationship(draft.relationship)) {
    return [{ field: "relationship", code: "RELATIONSHIP_UNKNOWN" }];
  }
  if (draft.relationship === self) {
    return isMinor(patient) && !patient.isEmancipated
      ? [{ field: "relationship", code: "MINOR_NEEDS_GUARANTOR" }]
      : [];
  }
  return draft.guarantorId === null ? personFaultsOf(draft) : [];
}

/** Where majority does not begin at 18: Ala. Code 26-1-1, Neb. Rev. Stat. 43-2101, Miss. Code 1-3-27. */
const majorityYears: Readonly<Record<string, number>> = { AL: 19, NE: 19, MS: 21 };

/** Whether somebody has not reached the majority of his state on the day. */
export function isMinor({ dateOfBirth, state, today }: Minority): boolean {
  if (!isCivilDate(dateOfBirth) || !isCivilDate(today)) return false;
  return yearsOn(dateOfBirth, today) < (majorityYears[state] ?? 18);
}

/** Completed years of life on a day; somebody born on 29 February completes them on 1 March. */
export function yearsOn(dateOfBirth: string, day: string): number {
  if (daysBetween(dateOfBirth, day) < 0) return 0;
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}
