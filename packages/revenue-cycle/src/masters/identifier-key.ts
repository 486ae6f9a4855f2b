/**
 * The forms under which identifiers are compared. Senders and payers re-case, pad and punctuate
 * them, so what is stored as written is looked up by its key.
 */

const notLetterOrDigit = /[^A-Z0-9]/g;
const leadingZeros = /^0+(?=.)/;

/** Upper-case letters and digits only. */
export function lettersAndDigits(text: string): string {
  return text.toUpperCase().replace(notLetterOrDigit, "");
}

/**
 * Key of a patient control number (CLM01 = CLP01 = TRN02 of a 277CA): upper-case letters and digits
 * without leading zeros. A number of zeros only keeps one.
 */
export function controlNumberKey(patientControlNumber: string): string {
  return lettersAndDigits(patientControlNumber).replace(leadingZeros, "");
}

/** Key of an envelope control number (ISA13, GS06, ST02): receivers drop or add leading zeros. */
export function envelopeNumberKey(controlNumber: string): string {
  return controlNumber.trim().replace(/^0+/, "");
}

/** Key of a member id: upper-case letters and digits; undefined when nothing is left. */
export function memberIdKey(memberId: string | undefined): string | undefined {
  const key = lettersAndDigits(memberId ?? "");
  return key === "" ? undefined : key;
}

/** Upper-case words without accents and punctuation, one space between. */
export function normalizedName(name: string | undefined): string {
  if (name === undefined) return "";
  // Most names are plain letters already.
  if (/^[A-Z0-9]+(?: [A-Z0-9]+)*$/.test(name)) return name;
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/['’.]/g, "")
    .replace(/[^A-Z0-9]+/g, " ")
    .trim();
}
