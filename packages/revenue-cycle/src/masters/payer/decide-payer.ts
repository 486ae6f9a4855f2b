import { faultsOf, isWrongPhone, type MasterFault } from "../master-faults.ts";
import {
  addressFaultsOf,
  type PostalAddress,
  tidyAddress,
  tidyPhone,
  tidyWords,
} from "../postal-address.ts";
import { isFilingIndicator, type LineOfBusiness } from "./filing-indicator.ts";

export const claimRoutes = ["electronic", "paper", "none"] as const;
export type ClaimRoute = (typeof claimRoutes)[number];

/** A payer as a person describes it; empty text is not stated. */
export type PayerDraft = PostalAddress & {
  readonly name: string;
  /** Fixed once the payer is on file: files are matched by it. */
  readonly identifier: string;
  readonly lineOfBusiness: LineOfBusiness | "";
  readonly filingIndicator: string;
  readonly claimRoute: ClaimRoute;
  /** The name of the connection by which claims reach it. */
  readonly connectionName: string;
  readonly phone: string;
};

export type PayerFault = MasterFault<keyof PayerDraft>;

/** The draft in the form in which it is kept: trimmed, codes in upper case, numbers as digits. */
export function tidyPayer(draft: PayerDraft): PayerDraft {
  return {
    ...tidyAddress(draft),
    name: tidyWords(draft.name),
    identifier: tidyWords(draft.identifier),
    lineOfBusiness: draft.lineOfBusiness,
    filingIndicator: draft.filingIndicator.trim().toUpperCase(),
    claimRoute: draft.claimRoute,
    connectionName: tidyWords(draft.connectionName),
    phone: tidyPhone(draft.phone),
  };
}

/**
 * Everything wrong with a tidy draft, in the order of its fields. Claims that go electronically name
 * the payer by an identifier of 2 to 80 characters (005010X222A1 2010BB NM109).
 */
export function payerFaultsOf(draft: PayerDraft): PayerFault[] {
  const { identifier, filingIndicator } = draft;
  const isIdentifier = /^[^*~:^]{2,80}$/.test(identifier);
  return [
    ...faultsOf<keyof PayerDraft>([
      [draft.name === "", "name", "NAME_MISSING"],
      [identifier !== "" && !isIdentifier, "identifier", "IDENTIFIER_INVALID"],
      [
        filingIndicator !== "" && !isFilingIndicator(filingIndicator),
        "filingIndicator",
        "FILING_INDICATOR_UNKNOWN",
      ],
    ]),
    ...addressFaultsOf(draft),
    ...faultsOf<keyof PayerDraft>([[isWrongPhone(draft.phone), "phone", "PHONE_INVALID"]]),
  ];
}
