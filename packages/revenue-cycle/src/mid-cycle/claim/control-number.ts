/**
 * Control numbers of our own claims. A number is `H`, eight characters of a root, one of a version and
 * a check character: eleven in all. Payers re-case numbers, drop leading zeros and punctuation and cut
 * them short, so the alphabet has no case, no 0 in front and no characters that are taken for others;
 * the first ten characters alone tell root and version.
 */

/** Digits and letters without I, L, O and U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const prefix = "H";
const rootLength = 8;
const roots = 1n << 40n;
/** Odd, so that multiplying by it maps the roots onto themselves: neighbours differ in many places. */
const scatter = 0x9e3779b97fn;

/** How many versions one root has room for; the first is 1. */
export const mostVersions = 31;

/** What a control number of ours says. */
export type ControlNumber = { readonly root: string; readonly version: number };

/** The root of the claim with a serial number (1 or more, below 2^40). */
export function controlNumberRoot(serial: number): string {
  if (!Number.isSafeInteger(serial) || serial < 1 || BigInt(serial) >= roots) {
    throw new RangeError("a serial number lies between 1 and 2^40");
  }
  let rest = (BigInt(serial) * scatter) % roots;
  let root = "";
  for (let place = 0; place < rootLength; place += 1) {
    root = (alphabet[Number(rest % 32n)] ?? "") + root;
    rest /= 32n;
  }
  return root;
}

/** The patient control number (CLM01) of a version of a claim. */
export function controlNumberOf({ root, version }: ControlNumber): string {
  const part = alphabet[version];
  if (part === undefined || version < 1) throw new RangeError("a root has versions 1 to 31");
  const unchecked = prefix + root + part;
  return unchecked + checkCharacter(unchecked);
}

/** Root and version of a number of ours in any case; undefined when it is none or is misread. */
export function readControlNumber(patientControlNumber: string): ControlNumber | undefined {
  const number = patientControlNumber.trim().toUpperCase();
  if (number.length !== rootLength + 3 || !number.startsWith(prefix)) return undefined;
  if ([...number].some((character) => !alphabet.includes(character))) return undefined;
  const unchecked = number.slice(0, -1);
  if (checkCharacter(unchecked) !== number.slice(-1)) return undefined;
  const version = alphabet.indexOf(unchecked.slice(-1));
  return version < 1 ? undefined : { root: unchecked.slice(1, -1), version };
}

/** The line item control number (REF*6R) of the line at a position from 1, one per line. */
export function lineItemControlNumberOf(patientControlNumber: string, position: number): string {
  return `${patientControlNumber}L${position}`;
}

/** Hybrid check of ISO 7064 over 32 characters: any single misread character is found. */
function checkCharacter(text: string): string {
  const size = alphabet.length;
  let product = size;
  for (const character of text) {
    const sum = (product + alphabet.indexOf(character)) % size || size;
    product = (sum * 2) % (size + 1);
  }
  return alphabet[(size + 1 - product) % size] ?? "";
}
