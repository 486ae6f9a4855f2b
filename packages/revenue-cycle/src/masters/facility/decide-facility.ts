import { dayFaultsOf, faultsOf, isWrongPhone, type MasterFault } from "../master-faults.ts";
import {
  addressFaultsOf,
  isAddressStated,
  type PostalAddress,
  tidyAddress,
  tidyDigits,
  tidyPhone,
  tidyWords,
} from "../postal-address.ts";
import { isNpi } from "../provider/check-npi.ts";

/** A place where the practice works, as a person describes it; empty text is not stated. */
export type FacilityDraft = PostalAddress & {
  readonly name: string;
  readonly npi: string;
  readonly placeOfService: string;
  readonly cliaNumber: string;
  readonly phone: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
};

export type FacilityFault = MasterFault<keyof FacilityDraft>;

/** What the set of places of service says of the draft's code; `not-loaded` checks nothing. */
export type PlaceOfServiceStanding = "known" | "absent" | "not-loaded";

/** The draft in the form in which it is kept: trimmed, codes in upper case, numbers as digits. */
export function tidyFacility(draft: FacilityDraft): FacilityDraft {
  return {
    ...tidyAddress(draft),
    name: tidyWords(draft.name),
    npi: tidyDigits(draft.npi),
    placeOfService: draft.placeOfService.trim(),
    cliaNumber: draft.cliaNumber.replace(/[\s-]/g, "").toUpperCase(),
    phone: tidyPhone(draft.phone),
    effectiveFrom: draft.effectiveFrom.trim(),
    effectiveTo: draft.effectiveTo.trim(),
  };
}

/**
 * Everything wrong with a tidy draft, in the order of its fields. The CLIA number has the form in
 * which REF*X4 of 005010X222A1 carries it.
 */
export function facilityFaultsOf(
  draft: FacilityDraft,
  standing: PlaceOfServiceStanding,
): FacilityFault[] {
  const { name, npi, placeOfService, cliaNumber, phone } = draft;
  const isPlace = /^\d{2}$/.test(placeOfService);
  return [
    ...faultsOf<keyof FacilityDraft>([
      [name === "", "name", "NAME_MISSING"],
      [npi !== "" && !isNpi(npi), "npi", "NPI_INVALID"],
      [!isPlace, "placeOfService", "PLACE_OF_SERVICE_INVALID"],
      [isPlace && standing === "absent", "placeOfService", "PLACE_OF_SERVICE_UNKNOWN"],
      [cliaNumber !== "" && !/^\d{2}D\d{7}$/.test(cliaNumber), "cliaNumber", "CLIA_INVALID"],
    ]),
    ...addressFaultsOf(draft),
    ...faultsOf<keyof FacilityDraft>([[isWrongPhone(phone), "phone", "PHONE_INVALID"]]),
    ...dayFaultsOf(draft),
  ];
}

/**
 * What can be kept but will be missed: a service facility is named on claims with its whole address
 * and a ZIP code of nine digits (005010X222A1 2310C N3, N4).
 */
export function facilityWarningsOf(draft: FacilityDraft): FacilityFault[] {
  const isStated = isAddressStated(draft);
  return faultsOf([
    [!isStated, "addressLine1", "ADDRESS_INCOMPLETE"],
    [isStated && /^\d{5}$/.test(draft.postalCode), "postalCode", "ADDRESS_NEEDS_ZIP_PLUS_FOUR"],
  ]);
}
