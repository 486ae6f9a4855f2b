import type { Party } from "@headwater/x12";
import { normalizedName } from "../identifier-key.ts";

/** A payer as one file names it. */
export type NamedPayer = {
  /** Upper-case identifier; without one, `NAME:` and the normalised name. */
  readonly identifierKey: string;
  readonly identifier: string | undefined;
  readonly name: string;
};

const unnamed = "(payer not named)";

/**
 * The payer of NM1*PR (2010BB, 2330B) or of N1*PR (835 1000A). The identifier is NM109, else REF*2U
 * (payer identification number); a payer without one is known by its name.
 */
export function namedPayer(party: Party | undefined): NamedPayer {
  const reference = party?.references.find((candidate) => candidate.qualifier === "2U")?.id;
  const identifier = (party?.id ?? reference)?.trim();
  const name = party?.lastNameOrOrganization?.trim();
  if (identifier) {
    return { identifierKey: payerIdentifierKey(identifier), identifier, name: name ?? identifier };
  }
  return payerByName(name ?? unnamed);
}

/** A payer known by its name alone. */
export function payerByName(name: string): NamedPayer {
  return { identifierKey: `NAME:${normalizedName(name)}`, identifier: undefined, name };
}

/** Key of a payer identifier: upper case, no blanks. */
export function payerIdentifierKey(identifier: string): string {
  return identifier.toUpperCase().replace(/\s+/g, "");
}
