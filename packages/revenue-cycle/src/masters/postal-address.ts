/** An address in the United States as a person writes it; empty text is not stated. */
export type PostalAddress = {
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
};

export const addressFaults = {
  ADDRESS_INCOMPLETE: "State street, city, state and ZIP code.",
  STATE_UNKNOWN: "A state is its two letters, as the post writes them.",
  POSTAL_CODE_INVALID: "A ZIP code has five or nine digits.",
  POSTAL_CODE_OF_OTHER_STATE: "This ZIP code lies in another state.",
} as const;
export type AddressFaultCode = keyof typeof addressFaults;

export type AddressFault = {
  readonly field: keyof PostalAddress;
  readonly code: AddressFaultCode;
};

/**
 * States, territories and military posts by the first digit of their ZIP codes (USPS Publication 28,
 * appendix B; Publication 65, prefixes).
 */
const statesByFirstDigit: readonly string[] = [
  "CT MA ME NH NJ RI VT PR VI AE",
  "DE NY PA",
  "DC MD NC SC VA WV",
  "AL FL GA MS TN AA",
  "IN KY MI OH",
  "IA MN MT ND SD WI",
  "IL KS MO NE",
  "AR LA OK TX",
  "AZ CO ID NM NV UT WY",
  "AK AP AS CA FM GU HI MH MP OR PW WA",
];

const firstDigitOf: ReadonlyMap<string, string> = new Map(
  statesByFirstDigit.flatMap((states, digit) =>
    states.split(" ").map((state) => [state, String(digit)] as const),
  ),
);

/** Prefixes that lie outside the first digit of their state: Holtsville, Fishers Island, El Paso. */
const prefixesBeyond: Readonly<Record<string, readonly string[]>> = {
  NY: ["005", "063"],
  TX: ["885"],
  DC: ["569"],
};

/** Whether two letters are a state, a territory or a military post of the United States. */
export function isState(text: string): boolean {
  return firstDigitOf.has(text);
}

/** One blank between words, none around them. */
export function tidyWords(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Without blanks and the marks that people write between digits. */
export function tidyDigits(text: string): string {
  return text.replace(/[\s().+-]/g, "");
}

/** A telephone number as its ten digits; a leading 1 of the United States is left out. */
export function tidyPhone(text: string): string {
  return tidyDigits(text).replace(/^1(?=\d{10}$)/, "");
}

/** The address in the form in which it is kept: state in upper case, ZIP code as digits. */
export function tidyAddress(address: PostalAddress): PostalAddress {
  return {
    addressLine1: tidyWords(address.addressLine1),
    addressLine2: tidyWords(address.addressLine2),
    city: tidyWords(address.city),
    state: address.state.trim().toUpperCase(),
    postalCode: tidyDigits(address.postalCode),
  };
}

/** Whether anything of an address is stated. */
export function isAddressStated(address: PostalAddress): boolean {
  const { addressLine1, addressLine2, city, state, postalCode } = address;
  return [addressLine1, addressLine2, city, state, postalCode].some((part) => part !== "");
}

/** What is wrong with a tidy address: one that is stated at all is stated whole. */
export function addressFaultsOf(address: PostalAddress): AddressFault[] {
  if (!isAddressStated(address)) return [];
  const { state, postalCode } = address;
  const missing = (["addressLine1", "city", "state", "postalCode"] as const).filter(
    (field) => address[field] === "",
  );
  const isZip = /^\d{5}(?:\d{4})?$/.test(postalCode);
  const faults: AddressFault[] = missing.map((field) => ({ field, code: "ADDRESS_INCOMPLETE" }));
  if (state !== "" && !isState(state)) faults.push({ field: "state", code: "STATE_UNKNOWN" });
  if (postalCode !== "" && !isZip) {
    faults.push({ field: "postalCode", code: "POSTAL_CODE_INVALID" });
  } else if (postalCode !== "" && isState(state) && !liesIn(postalCode, state)) {
    faults.push({ field: "postalCode", code: "POSTAL_CODE_OF_OTHER_STATE" });
  }
  return faults;
}

function liesIn(postalCode: string, state: string): boolean {
  const beyond = prefixesBeyond[state] ?? [];
  return (
    postalCode.startsWith(firstDigitOf.get(state) ?? "") || beyond.includes(postalCode.slice(0, 3))
  );
}
