import { isCivilDate } from "@headwater/code-sets/civil-date.ts";
import { isNpi } from "./check-npi.ts";

/** A provider as a person describes him; empty text is not stated. */
export type ProviderDraft = {
  readonly npi: string;
  readonly isOrganization: boolean;
  /** Last name of a person, whole name of an organization. */
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly credential: string;
  readonly taxonomy: string;
  readonly isBilling: boolean;
  readonly isRendering: boolean;
  readonly isSupervising: boolean;
  readonly taxId: string;
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly phone: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
};

/** What the taxonomy set says of the draft's code; `not-loaded` checks nothing. */
export type TaxonomyStanding = "known" | "absent" | "not-loaded";

export const providerFaults = {
  NPI_INVALID: "An NPI has ten digits, the last of which is a check digit.",
  NAME_MISSING: "Name the provider.",
  FIRST_NAME_MISSING: "A person has a first name.",
  FIRST_NAME_OF_ORGANIZATION: "An organization has no first name.",
  ROLE_MISSING: "Choose at least one role.",
  SUPERVISING_ORGANIZATION: "Only a person supervises.",
  TAXONOMY_INVALID: "A taxonomy code has ten characters, the last of which is X.",
  TAXONOMY_UNKNOWN: "The taxonomy that is loaded does not have this code.",
  TAX_ID_INVALID: "A tax id has nine digits.",
  BILLING_NEEDS_TAX_ID: "Who bills needs a tax id.",
  BILLING_NEEDS_TAXONOMY: "Who bills needs a taxonomy code.",
  ADDRESS_INCOMPLETE: "State street, city, state and ZIP code.",
  BILLING_STREET_ADDRESS: "Who bills needs a street address, not a post office box.",
  BILLING_NEEDS_ZIP_PLUS_FOUR: "Who bills needs a ZIP code of nine digits.",
  STATE_INVALID: "A state is two letters.",
  POSTAL_CODE_INVALID: "A ZIP code has five or nine digits.",
  PHONE_INVALID: "A telephone number has ten digits.",
  DATE_INVALID: "This is not a day.",
  DAYS_REVERSED: "The last day is before the first.",
} as const;
export type ProviderFaultCode = keyof typeof providerFaults;

/** A fault of one field of the draft. */
export type ProviderFault = {
  readonly field: keyof ProviderDraft;
  readonly code: ProviderFaultCode;
};

/** The draft in the form in which it is kept: trimmed, codes in upper case, numbers as digits. */
export function tidyProvider(draft: ProviderDraft): ProviderDraft {
  const digits = (text: string) => text.replace(/[\s().+-]/g, "");
  const words = (text: string) => text.replace(/\s+/g, " ").trim();
  return {
    ...draft,
    npi: digits(draft.npi),
    lastName: words(draft.lastName),
    firstName: words(draft.firstName),
    middleName: words(draft.middleName),
    credential: words(draft.credential),
    taxonomy: draft.taxonomy.trim().toUpperCase(),
    taxId: digits(draft.taxId),
    addressLine1: words(draft.addressLine1),
    addressLine2: words(draft.addressLine2),
    city: words(draft.city),
    state: draft.state.trim().toUpperCase(),
    postalCode: digits(draft.postalCode),
    phone: digits(draft.phone),
    effectiveFrom: draft.effectiveFrom.trim(),
    effectiveTo: draft.effectiveTo.trim(),
  };
}

const postOfficeBox = /^(?:P\.? ?O\.? ?BOX|POST OFFICE BOX|BOX \d)/i;

/**
 * Everything wrong with a tidy draft, in the order of its fields. A billing provider must be stated as
 * loop 2010AA of the professional claim wants it: tax id, street address, ZIP code of nine digits
 * (005010X222A1 2010AA N3, N4, REF).
 */
export function providerFaultsOf(
  draft: ProviderDraft,
  taxonomyStanding: TaxonomyStanding,
): ProviderFault[] {
  return [
    ...nameFaults(draft),
    ...taxonomyFaults(draft, taxonomyStanding),
    ...billingFaults(draft),
    ...addressFaults(draft),
    ...dayFaults(draft),
  ];
}

function nameFaults(draft: ProviderDraft): ProviderFault[] {
  const hasRole = draft.isBilling || draft.isRendering || draft.isSupervising;
  return faults([
    [!isNpi(draft.npi), "npi", "NPI_INVALID"],
    [draft.lastName === "", "lastName", "NAME_MISSING"],
    [!draft.isOrganization && draft.firstName === "", "firstName", "FIRST_NAME_MISSING"],
    [draft.isOrganization && draft.firstName !== "", "firstName", "FIRST_NAME_OF_ORGANIZATION"],
    [!hasRole, "isRendering", "ROLE_MISSING"],
    [draft.isOrganization && draft.isSupervising, "isSupervising", "SUPERVISING_ORGANIZATION"],
  ]);
}

function taxonomyFaults(draft: ProviderDraft, standing: TaxonomyStanding): ProviderFault[] {
  const { taxonomy } = draft;
  if (taxonomy === "") {
    return faults([[draft.isBilling, "taxonomy", "BILLING_NEEDS_TAXONOMY"]]);
  }
  if (!/^[0-9A-Z]{9}X$/.test(taxonomy)) return [{ field: "taxonomy", code: "TAXONOMY_INVALID" }];
  return faults([[standing === "absent", "taxonomy", "TAXONOMY_UNKNOWN"]]);
}

function billingFaults(draft: ProviderDraft): ProviderFault[] {
  const { isBilling, taxId, addressLine1 } = draft;
  return faults([
    [taxId !== "" && !/^\d{9}$/.test(taxId), "taxId", "TAX_ID_INVALID"],
    [isBilling && taxId === "", "taxId", "BILLING_NEEDS_TAX_ID"],
    [isBilling && postOfficeBox.test(addressLine1), "addressLine1", "BILLING_STREET_ADDRESS"],
  ]);
}

function addressFaults(draft: ProviderDraft): ProviderFault[] {
  const { addressLine1, city, state, postalCode, phone } = draft;
  const parts = [addressLine1, city, state, postalCode];
  const isStated = draft.isBilling || parts.some((part) => part !== "");
  const isZip = /^\d{5}(?:\d{4})?$/.test(postalCode);
  const missing = (["addressLine1", "city", "state", "postalCode"] as const).find(
    (field) => draft[field] === "",
  );
  return [
    ...(isStated && missing ? [{ field: missing, code: "ADDRESS_INCOMPLETE" } as const] : []),
    ...faults([
      [state !== "" && !/^[A-Z]{2}$/.test(state), "state", "STATE_INVALID"],
      [postalCode !== "" && !isZip, "postalCode", "POSTAL_CODE_INVALID"],
      [
        draft.isBilling && isZip && postalCode.length !== 9,
        "postalCode",
        "BILLING_NEEDS_ZIP_PLUS_FOUR",
      ],
      [phone !== "" && !/^\d{10}$/.test(phone), "phone", "PHONE_INVALID"],
    ]),
  ];
}

function dayFaults({ effectiveFrom: from, effectiveTo: to }: ProviderDraft): ProviderFault[] {
  const isDay = (text: string) => text === "" || isCivilDate(text);
  return faults([
    [!isDay(from), "effectiveFrom", "DATE_INVALID"],
    [!isDay(to), "effectiveTo", "DATE_INVALID"],
    [
      from !== "" && to !== "" && isDay(from) && isDay(to) && to < from,
      "effectiveTo",
      "DAYS_REVERSED",
    ],
  ]);
}

function faults(
  checks: readonly (readonly [boolean, keyof ProviderDraft, ProviderFaultCode])[],
): ProviderFault[] {
  return checks.filter(([isWrong]) => isWrong).map(([, field, code]) => ({ field, code }));
}

/** The name under which a provider is listed. */
export function providerName(draft: {
  readonly lastName: string;
  readonly firstName: string;
}): string {
  return [draft.lastName, draft.firstName].filter((part) => part !== "").join(", ");
}
