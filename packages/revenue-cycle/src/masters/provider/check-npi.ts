/** Prefix of the card issuer identification of US health care, which NPIs are checked with. */
const issuer = "80840";

/**
 * Whether a National Provider Identifier is one by its form: ten digits from 1 or 2, the last of which
 * is the Luhn check digit over 80840 and the others (45 CFR 162.406).
 */
export function isNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false;
  const digits = [...`${issuer}${text}`].map(Number).reverse();
  const sum = digits.reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
