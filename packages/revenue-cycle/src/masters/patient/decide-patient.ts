import { isCivilDate } from "@headwater/code-sets/civil-date.ts";
import {
  type GuarantorDraft,
  guarantorFaults,
  guarantorFaultsOf,
  isEmail,
  isPhone,
  tidyPerson,
} from "../guarantor/decide-guarantor.ts";
import {
  addressFaultsOf,
  isAddressStated,
  type PostalAddress,
  tidyAddress,
  tidyPhone,
  tidyWords,
} from "../postal-address.ts";

/** A patient as a person registers him; empty text is not stated. */
export type PatientDraft = PostalAddress & {
  readonly chartNumber: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly suffix: string;
  readonly dateOfBirth: string;
  readonly gender: string;
  readonly dateOfDeath: string;
  /** Two letters of ISO 3166; empty is the United States. */
  readonly country: string;
  readonly phone: string;
  readonly email: string;
  /** A minor who answers for himself by law. */
  readonly isEmancipated: boolean;
  readonly guarantor: GuarantorDraft;
};

/** DMG03: the sex that the payer has on file. */
export const genders = ["F", "M", "U"] as const;

export const patientFaults = {
  ...guarantorFaults,
  NAME_NOT_LETTERS: "A name is written in letters.",
  CHART_NUMBER_INVALID: "A chart number has at most 20 letters, digits, dots and hyphens.",
  BIRTH_MISSING: "State the date of birth.",
  DATE_INVALID: "This is not a day.",
  BIRTH_IN_FUTURE: "The date of birth lies in the future.",
  BIRTH_TOO_EARLY: "Nobody lives who was born on this day.",
  DEATH_IN_FUTURE: "The date of death lies in the future.",
  DEATH_BEFORE_BIRTH: "The date of death is before the date of birth.",
  GENDER_UNKNOWN: "Choose female, male or unknown.",
  COUNTRY_UNKNOWN: "A country is two letters.",
} as const;
export type PatientFaultCode = keyof typeof patientFaults;

type OwnField = Exclude<keyof PatientDraft, "guarantor">;

/** A fault of one field; of the guarantor's, with `guarantor.` before it. */
export type PatientFault = {
  readonly field: OwnField | `guarantor.${keyof GuarantorDraft}`;
  readonly code: PatientFaultCode;
};

/** Years beyond which a date of birth is a slip: nobody is known to have lived longer. */
const longestLifeYears = 125;

/** The draft in the form in which it is kept. */
export function tidyPatient(draft: PatientDraft): PatientDraft {
  const country = draft.country.trim().toUpperCase();
  const isAbroad = country !== "" && country !== "US";
  return {
    ...draft,
    ...tidyAddress(draft),
    ...(isAbroad ? { postalCode: tidyWords(draft.postalCode) } : {}),
    country: isAbroad ? country : "",
    chartNumber: draft.chartNumber.trim().toUpperCase(),
    lastName: tidyWords(draft.lastName),
    firstName: tidyWords(draft.firstName),
    middleName: tidyWords(draft.middleName),
    suffix: tidyWords(draft.suffix),
    dateOfBirth: draft.dateOfBirth.trim(),
    dateOfDeath: draft.dateOfDeath.trim(),
    gender: draft.gender.trim().toUpperCase(),
    phone: tidyPhone(draft.phone),
    email: draft.email.trim(),
    guarantor: tidyPerson(draft.guarantor),
  };
}

/** Everything wrong with a tidy draft, in the order of its fields. */
export function patientFaultsOf(draft: PatientDraft, today: string): PatientFault[] {
  const guarantor = guarantorFaultsOf(draft.guarantor, { ...draft, today });
  return [
    ...nameFaults(draft),
    ...dayFaults(draft, today),
    ...placeFaults(draft),
    ...guarantor.map(({ field, code }) => ({ field: `guarantor.${field}` as const, code })),
  ];
}

const nameLetters = /^[\p{L}\p{M}][\p{L}\p{M} .,'’-]*$/u;

function nameFaults(draft: PatientDraft): PatientFault[] {
  const { chartNumber } = draft;
  const written = (["lastName", "firstName", "middleName", "suffix"] as const).filter(
    (field) => draft[field] !== "" && !nameLetters.test(draft[field]),
  );
  return [
    ...faults([
      [
        chartNumber !== "" && !/^[A-Z0-9.-]{1,20}$/.test(chartNumber),
        "chartNumber",
        "CHART_NUMBER_INVALID",
      ],
      [draft.lastName === "", "lastName", "NAME_MISSING"],
      [draft.firstName === "", "firstName", "FIRST_NAME_MISSING"],
    ]),
    ...written.map((field) => ({ field, code: "NAME_NOT_LETTERS" as const })),
  ];
}

function dayFaults(draft: PatientDraft, today: string): PatientFault[] {
  const { dateOfBirth: birth, dateOfDeath: death, gender } = draft;
  const isBirth = isCivilDate(birth);
  const isDeath = isCivilDate(death);
  const earliest = String(Number(today.slice(0, 4)) - longestLifeYears);
  return faults([
    [birth === "", "dateOfBirth", "BIRTH_MISSING"],
    [birth !== "" && !isBirth, "dateOfBirth", "DATE_INVALID"],
    [isBirth && birth > today, "dateOfBirth", "BIRTH_IN_FUTURE"],
    [isBirth && birth < earliest, "dateOfBirth", "BIRTH_TOO_EARLY"],
    [!(genders as readonly string[]).includes(gender), "gender", "GENDER_UNKNOWN"],
    [death !== "" && !isDeath, "dateOfDeath", "DATE_INVALID"],
    [isDeath && death > today, "dateOfDeath", "DEATH_IN_FUTURE"],
    [isDeath && isBirth && death < birth, "dateOfDeath", "DEATH_BEFORE_BIRTH"],
  ]);
}

function placeFaults(draft: PatientDraft): PatientFault[] {
  const { country, phone, email } = draft;
  return [
    ...faults([[country !== "" && !/^[A-Z]{2}$/.test(country), "country", "COUNTRY_UNKNOWN"]]),
    ...(country === "" ? addressFaultsOf(draft) : foreignAddressFaults(draft)),
    ...faults([
      [country === "" && !isPhone(phone), "phone", "PHONE_INVALID"],
      [!isEmail(email), "email", "EMAIL_INVALID"],
    ]),
  ];
}

/** Abroad only street and town are asked for: neither state nor postal code is everywhere one. */
function foreignAddressFaults(draft: PatientDraft): PatientFault[] {
  const isStated = isAddressStated(draft);
  return faults([
    [isStated && draft.addressLine1 === "", "addressLine1", "ADDRESS_INCOMPLETE"],
    [isStated && draft.city === "", "city", "ADDRESS_INCOMPLETE"],
  ]);
}

function faults(
  checks: readonly (readonly [boolean, OwnField, PatientFaultCode])[],
): PatientFault[] {
  return checks.filter(([isWrong]) => isWrong).map(([, field, code]) => ({ field, code }));
}
