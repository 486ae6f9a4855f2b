import { isNationalProviderId, nationalProviderIdOf } from "../values.ts";
import { type HashKey, keyedHashOfTwo } from "./keyed-hash.ts";

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

/** The letters and digits of a text: where each stands, what it may become, and which of these it is. */
type Symbols = {
  readonly places: number[];
  readonly alphabets: string[];
  readonly digits: number[];
};

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
    const { digits } = symbols;
    const turning = symbols.alphabets.findLastIndex((alphabet) => alphabet.length > 1);
    if (turning === -1) return text;
    const form = formOf(text, symbols);
    this.shuffle(symbols, { form, isForth: false });
    const size = symbols.alphabets[turning]?.length ?? 1;
    digits[turning] = ((digits[turning] ?? 0) + 1) % size;
    this.shuffle(symbols, { form, isForth: true });
    return withSymbols(text, symbols);
  }

  /** Each digit moves by what the key makes of all the others, which can be undone. */
  private shuffle(
    { digits, alphabets: sizes }: Symbols,
    { form, isForth }: { readonly form: number; readonly isForth: boolean },
  ): void {
    const { length } = digits;
    const { key } = this;
    const word = Math.imul(form, 1021);
    const steps = length * rounds;
    let sum = 0;
    for (let place = 0; place < length; place += 1) {
      sum = (sum + weight(place, digits[place] ?? 0)) | 0;
    }
    for (let count = 0; count < steps; count += 1) {
      const step = isForth ? count : steps - 1 - count;
      const place = step % length;
      const digit = digits[place] ?? 0;
      const size = sizes[place]?.length ?? 1;
      const others = (sum - weight(place, digit)) | 0;
      const shift = keyedHashOfTwo(key, others, (word + step) | 0) % size;
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

function symbolsOf(text: string): Symbols {
  const symbols: Symbols = { places: [], alphabets: [], digits: [] };
  for (let at = 0; at < text.length; at += 1) {
    const byCode = symbols.places.length === 0 ? leading : later;
    const alphabet = byCode[text.charCodeAt(at)];
    if (alphabet === undefined) continue;
    symbols.places.push(at);
    symbols.alphabets.push(alphabet);
    symbols.digits.push(alphabet.indexOf(text.charAt(at)));
  }
  return symbols;
}

function withSymbols(text: string, { places, alphabets: of, digits }: Symbols): string {
  let made = "";
  let from = 0;
  for (let index = 0; index < places.length; index += 1) {
    const at = places[index] ?? 0;
    made += text.slice(from, at) + (of[index] ?? "").charAt(digits[index] ?? 0);
    from = at + 1;
  }
  return made + text.slice(from);
}

function formOf(text: string, { places, alphabets: of }: Symbols): number {
  let form = text.length;
  for (let index = 0; index < places.length; index += 1) {
    form = (Math.imul(form, 31) + (places[index] ?? 0) * 37 + (of[index]?.length ?? 0)) | 0;
  }
  return form;
}
