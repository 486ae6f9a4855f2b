import type { Address, Party } from "@headwater/x12";
import type {
  AddressSource,
  CoverageSource,
  FacilitySource,
  PatientSource,
  PayerSource,
  PersonSource,
  ProviderSource,
} from "./claim-sources.ts";

/** A party of which nothing but its code is said. */
export function plainParty(entityCode: string): Party {
  return {
    entityCode,
    isPerson: false,
    lastNameOrOrganization: undefined,
    firstName: undefined,
    middleName: undefined,
    suffix: undefined,
    idQualifier: undefined,
    id: undefined,
    address: undefined,
    dateOfBirth: undefined,
    gender: undefined,
    taxonomy: undefined,
    references: [],
    contacts: [],
  };
}

/** Digits and letters of a postal code: the guides write it without its hyphen. */
function postalCodeText(postalCode: string | undefined): string | undefined {
  return postalCode?.replace(/[^0-9A-Za-z]/g, "").toUpperCase() || undefined;
}

/** N3 and N4; undefined when there is no street and no city. */
export function addressOf(source: AddressSource): Address | undefined {
  if (source.line1 === undefined && source.city === undefined) return undefined;
  return {
    line1: source.line1,
    line2: source.line2,
    city: source.city,
    state: source.state,
    postalCode: postalCodeText(source.postalCode),
    country: undefined,
  };
}

function personParty(entityCode: string, person: PersonSource): Party {
  return {
    ...plainParty(entityCode),
    isPerson: true,
    lastNameOrOrganization: person.lastName,
    firstName: person.firstName,
    middleName: person.middleName,
    suffix: person.suffix,
    address: addressOf(person.address),
    dateOfBirth: person.dateOfBirth,
    gender: genderOf(person),
  };
}

/** DMG03 is required with DMG02; what is not stated is unknown. */
function genderOf({ dateOfBirth, gender }: PersonSource): string | undefined {
  if (dateOfBirth === undefined) return undefined;
  return gender === "F" || gender === "M" ? gender : "U";
}

/** The patient of a loop of his own (2010CA). */
export function patientParty(patient: PatientSource): Party {
  return personParty("QC", patient);
}

/** The subscriber of a coverage (2010BA, 2330A): the patient himself, another person, an employer. */
export function subscriberParty(coverage: CoverageSource, patient: PatientSource): Party {
  const person = coverage.subscriber ?? patient;
  const party = personParty("IL", person);
  const named = { ...party, idQualifier: "MI", id: coverage.memberId };
  if (coverage.subscriber === undefined || person.firstName !== undefined) return named;
  // Workers' compensation: the employer holds the policy and has no first name.
  return { ...named, isPerson: false, dateOfBirth: undefined, gender: undefined };
}

/** The payer (2010BB, 2330B). */
export function payerParty(payer: PayerSource): Party {
  return {
    ...plainParty("PR"),
    lastNameOrOrganization: payer.name,
    idQualifier: "PI",
    id: payer.identifier,
    address: addressOf(payer.address),
  };
}

/** A provider of a claim: 82 rendering, DN referring, DQ supervising. */
export function providerParty(entityCode: string, provider: ProviderSource): Party {
  return {
    ...plainParty(entityCode),
    isPerson: !provider.isOrganization,
    lastNameOrOrganization: provider.lastNameOrOrganization,
    firstName: provider.isOrganization ? undefined : provider.firstName,
    middleName: provider.isOrganization ? undefined : provider.middleName,
    idQualifier: "XX",
    id: provider.npi,
    // Only the rendering provider's specialty has a place (2310B PRV).
    taxonomy: entityCode === "82" ? provider.taxonomy : undefined,
  };
}

/** The billing provider with address, tax number and telephone (2000A, 2010AA). */
export function billingParty(provider: ProviderSource): Party {
  const phone = provider.phone?.replace(/\D/g, "");
  return {
    ...providerParty("85", provider),
    taxonomy: provider.taxonomy,
    address: addressOf(provider.address),
    references: provider.taxId === undefined ? [] : [taxReference(provider.taxId)],
    contacts: phone
      ? [
          {
            functionCode: "IC",
            name: billingName(provider),
            numbers: [{ qualifier: "TE", number: phone }],
          },
        ]
      : [],
  };
}

function billingName(provider: ProviderSource): string | undefined {
  return [provider.firstName, provider.lastNameOrOrganization].filter(Boolean).join(" ");
}

/** An employer's number unless it is written as a social security number (000-00-0000). */
function taxReference(taxId: string): Party["references"][number] {
  const qualifier = /^\d{3}-\d{2}-\d{4}$/.test(taxId.trim()) ? "SY" : "EI";
  return { qualifier, id: taxId.replace(/\D/g, "") };
}

/** The pay-to address (2010AB), which has no name. */
export function payToParty(address: AddressSource, isPerson: boolean): Party {
  return { ...plainParty("87"), isPerson, address: addressOf(address) };
}

/** The service facility (2310C). */
export function facilityParty(facility: FacilitySource): Party {
  return {
    ...plainParty("77"),
    lastNameOrOrganization: facility.name,
    idQualifier: facility.npi === undefined ? undefined : "XX",
    id: facility.npi,
    address: addressOf(facility.address),
  };
}
