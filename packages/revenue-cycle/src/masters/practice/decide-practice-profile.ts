import {
  faultsOf,
  isWrongEmail,
  isWrongPhone,
  type MasterFault,
  renamedAddressFaults,
} from "../master-faults.ts";
import { addressFaultsOf, tidyAddress, tidyPhone, tidyWords } from "../postal-address.ts";

/** How the practice presents itself to payers and patients; empty text is not stated. */
export type PracticeProfileDraft = {
  /** Who bills when nothing else is said. */
  readonly billingProviderId: number | null;
  readonly submitterName: string;
  readonly submitterIdentifier: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  /** Where payers and patients send payments to. */
  readonly remitLine1: string;
  readonly remitLine2: string;
  readonly remitCity: string;
  readonly remitState: string;
  readonly remitPostalCode: string;
  readonly statementPhone: string;
  readonly statementMessage: string;
};

export type PracticeProfileFault = MasterFault<keyof PracticeProfileDraft>;

/** What the list of providers says of the one who is to bill. */
export type BillingStanding = "bills" | "does-not-bill" | "absent" | "not-stated";

/** The draft in the form in which it is kept: trimmed, numbers as digits. */
export function tidyPracticeProfile(draft: PracticeProfileDraft): PracticeProfileDraft {
  const address = tidyAddress(remitAddress(draft));
  return {
    billingProviderId: draft.billingProviderId,
    submitterName: tidyWords(draft.submitterName),
    submitterIdentifier: tidyWords(draft.submitterIdentifier),
    contactName: tidyWords(draft.contactName),
    contactPhone: tidyPhone(draft.contactPhone),
    contactEmail: draft.contactEmail.trim(),
    remitLine1: address.addressLine1,
    remitLine2: address.addressLine2,
    remitCity: address.city,
    remitState: address.state,
    remitPostalCode: address.postalCode,
    statementPhone: tidyPhone(draft.statementPhone),
    statementMessage: draft.statementMessage.trim(),
  };
}

function remitAddress(draft: PracticeProfileDraft) {
  return {
    addressLine1: draft.remitLine1,
    addressLine2: draft.remitLine2,
    city: draft.remitCity,
    state: draft.remitState,
    postalCode: draft.remitPostalCode,
  };
}

/**
 * Everything wrong with a tidy draft, in the order of its fields. The submitter is named by 1 to 60
 * characters and an identifier of 2 to 80, its contact with a way to reach him (005010X222A1 1000A
 * NM1, PER).
 */
export function practiceProfileFaultsOf(
  draft: PracticeProfileDraft,
  standing: BillingStanding,
): PracticeProfileFault[] {
  const { submitterIdentifier: identifier, contactName, contactPhone, contactEmail } = draft;
  const isIdentifier = /^[^*~:^]{2,80}$/.test(identifier);
  return [
    ...faultsOf<keyof PracticeProfileDraft>([
      [standing === "absent", "billingProviderId", "PROVIDER_UNKNOWN"],
      [standing === "does-not-bill", "billingProviderId", "PROVIDER_DOES_NOT_BILL"],
      [draft.submitterName.length > 60, "submitterName", "TOO_LONG"],
      [identifier !== "" && !isIdentifier, "submitterIdentifier", "IDENTIFIER_INVALID"],
      [
        contactName !== "" && contactPhone === "" && contactEmail === "",
        "contactPhone",
        "CONTACT_NEEDS_A_WAY",
      ],
      [isWrongPhone(contactPhone), "contactPhone", "PHONE_INVALID"],
      [isWrongEmail(contactEmail), "contactEmail", "EMAIL_INVALID"],
    ]),
    ...renamedAddressFaults<keyof PracticeProfileDraft>(addressFaultsOf(remitAddress(draft)), {
      addressLine1: "remitLine1",
      addressLine2: "remitLine2",
      city: "remitCity",
      state: "remitState",
      postalCode: "remitPostalCode",
    }),
    ...faultsOf<keyof PracticeProfileDraft>([
      [isWrongPhone(draft.statementPhone), "statementPhone", "PHONE_INVALID"],
      [draft.statementMessage.length > 1000, "statementMessage", "TOO_LONG"],
    ]),
  ];
}
