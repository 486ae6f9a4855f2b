import { isNationalProviderId, nationalProviderIdOf } from "../values.ts";
import { type HashKey, keyedHash } from "./keyed-hash.ts";

/**
 * Letters that may stand in a Medicare number, and those that may not: each is replaced by one of its
 * own kind, so that a number keeps its form or its lack of it (42 CFR 407, CMS: MBI format).
 */
const alphabets = [
  "0",
  "12",
  "3456789",
  "0123456789",
  "ACDEFGHJKMNPQRTUVWXY",
  "BILOSZ",
  "abcdefghijklmnopqrstuvwxyz",
] as const;
const leadingAlphabets = [0, 1, 2, 4, 5, 6];
const laterAlphabets = [3, 4, 5, 6];
/** Each digit moves twice: with the way back and forth, four times in all. */
const rounds = 2;

type Symbol = { readonly at: number; readonly alphabet: string };

/**
 * Replaces identifiers of a form by others of the same form: length, kinds of characters and whatever is
 * no letter or digit stay. Under one key no two identifiers become the same, none stays what it is, and
 * the same one always becomes the same. Ten digits stay right or wrong as a National Provider Identifier.
 */
export class IdentifierReplacer {
  private readonly key: HashKey;

  constructor(key: HashKey) {
    this.key = key;
  }

  replace(value: string): string {
    const text = value.trimEnd();
    const padding = value.slice(text.length);
    return (/^\d{10}$/.test(text) ? this.replaceTenDigits(text) : this.permuted(text)) + padding;
  }

  /** The check digit goes along: as far from the right one as it was. */
  private replaceTenDigits(text: string): string {
    const nine = text.slice(0, 9);
    const told = this.permuted(nine);
    if (!/^[12]/.test(text)) return told + this.permuted(text).slice(9);
    const off = digitAt(text) - digitAt(nationalProviderIdOf(nine)) + 10;
    const check = (digitAt(nationalProviderIdOf(told)) + off) % 10;
    const replaced = `${told}${check}`;
    return isNationalProviderId(text) === isNationalProviderId(replaced) ? replaced : `${told}0`;
  }

  /** A shuffle of all values of the form, a step on, and the shuffle taken back: none stays in place. */
  private permuted(text: string): string {
    const symbols = symbolsOf(text);
    const turning = symbols.findLast(({ alphabet }) => alphabet.length > 1);
    if (turning === undefined) return text;
    const digits = symbols.map(({ at, alphabet }) => alphabet.indexOf(text.charAt(at)));
    const form = formOf(text, symbols);
    this.shuffle(digits, symbols, { form, isForth: false });
    const place = symbols.indexOf(turning);
    digits[place] = ((digits[place] ?? 0) + 1) % turning.alphabet.length;
    this.shuffle(digits, symbols, { form, isForth: true });
    const characters = [...text];
    symbols.forEach(({ at, alphabet }, index) => {
      characters[at] = alphabet.charAt(digits[index] ?? 0);
    });
    return characters.join("");
  }

  /** Each digit moves by what the key makes of all the others, which can be undone. */
  private shuffle(
    digits: number[],
    symbols: readonly Symbol[],
    { form, isForth }: { readonly form: number; readonly isForth: boolean },
  ): void {
    const steps = digits.length * rounds;
    let sum = digits.reduce((total, digit, place) => (total + weight(place, digit)) | 0, 0);
    for (let count = 0; count < steps; count += 1) {
      const step = isForth ? count : steps - 1 - count;
      const place = step % digits.length;
      const digit = digits[place] ?? 0;
      const size = symbols[place]?.alphabet.length ?? 1;
      const others = (sum - weight(place, digit)) | 0;
      const shift = keyedHash(this.key, [others, (Math.imul(form, 1021) + step) | 0]) % size;
      const moved = (digit + (isForth ? shift : size - shift)) % size;
      digits[place] = moved;
      sum = (others + weight(place, moved)) | 0;
    }
  }
}

function digitAt(tenDigits: string): number {
  return Number(tenDigits.charAt(9));
}

function weight(place: number, digit: number): number {
  return Math.imul(digit + 1, Math.imul(place + 1, 0x9e3779b1) | 1);
}

/** By the code of a character: the alphabet that it is replaced from, at the start and later on. */
const leading = alphabetsByCode(leadingAlphabets);
const later = alphabetsByCode(laterAlphabets);

function alphabetsByCode(choices: readonly number[]): readonly (string | undefined)[] {
  const found: (string | undefined)[] = new Array(128).fill(undefined);
  for (const choice of choices) {
    const alphabet = alphabets[choice] ?? "";
    for (const character of alphabet) found[character.charCodeAt(0)] = alphabet;
  }
  return found;
}

/** The letters and digits of a text, each with those that it may become. */
function symbolsOf(text: string): Symbol[] {
  const symbols: Symbol[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const byCode = symbols.length === 0 ? leading : later;
    const alphabet = byCode[text.charCodeAt(at)];
    if (alphabet !== undefined) symbols.push({ at, alphabet });
  }
  return symbols;
}

function formOf(text: string, symbols: readonly Symbol[]): number {
  return symbols.reduce(
    (form, { at, alphabet }) => (Math.imul(form, 31) + at * 37 + alphabet.length) | 0,
    text.length,
  );
}
