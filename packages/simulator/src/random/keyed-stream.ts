/**
 * Random numbers by key: what a number is for decides it, not when it is drawn. A rule that draws
 * more, less or in another order changes nothing but itself. Integers only, so that every machine
 * gives the same.
 */

const textHashes = new Map<string, number>();
const textHashesMost = 4096;

/** FNV-1a of a text, 32 bits. Labels repeat, so the short list of them is remembered. */
function hashOfText(text: string): number {
  const known = textHashes.get(text);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  if (textHashes.size < textHashesMost) textHashes.set(text, hash);
  return hash;
}

/** The finisher of MurmurHash3: every bit of the result depends on every bit of the word. */
function mixed(word: number): number {
  let value = word;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

type Label = string | number;

/** A place in the world from which numbers are drawn by purpose. */
export class KeyedStream {
  readonly #high: number;
  readonly #low: number;

  constructor(high: number, low: number) {
    this.#high = high | 0;
    this.#low = low | 0;
  }

  /** The stream of something below this one: `world.at("patient", 17)`. */
  at(...path: readonly Label[]): KeyedStream {
    let high = this.#high;
    let low = this.#low;
    for (const label of path) {
      const word = typeof label === "number" ? label : hashOfText(label);
      high = mixed(Math.imul(high ^ word, 0x9e3779b1) + low);
      low = mixed(Math.imul(low + word, 0x85ebca77) ^ high);
    }
    return new KeyedStream(high, low);
  }

  /** 32 bits for a purpose, as an integer from 0 to 2^32 - 1. */
  number(purpose: string): number {
    const word = hashOfText(purpose);
    const high = mixed(Math.imul(this.#high ^ word, 0xc2b2ae3d) + this.#low);
    return mixed(high ^ Math.imul(this.#low + word, 0x27d4eb2f)) >>> 0;
  }

  /** An integer from 0 to below `limit`; the product stays below 2^53 and so exact. */
  below(purpose: string, limit: number): number {
    return Math.floor((this.number(purpose) * limit) / 4_294_967_296);
  }

  /** An integer from `least` to `most`, both possible. */
  between(purpose: string, [least, most]: readonly [number, number]): number {
    return least + this.below(purpose, most - least + 1);
  }

  /** True in `permille` of a thousand cases. */
  happens(purpose: string, permille: number): boolean {
    return this.below(purpose, 1000) < permille;
  }

  /** One of a list, each as likely. An empty list is a fault of the simulator. */
  pick<T>(purpose: string, list: readonly T[]): T {
    const picked = list[this.below(purpose, list.length)];
    if (picked === undefined) throw new RangeError("There is nothing to pick from.");
    return picked;
  }

  /** One of a list by weight. */
  weighted<T extends { readonly weight: number }>(purpose: string, list: readonly T[]): T {
    let total = 0;
    for (const { weight } of list) total += weight;
    let left = this.below(purpose, total);
    for (const one of list) {
      left -= one.weight;
      if (left < 0) return one;
    }
    throw new RangeError("There is nothing to pick from.");
  }
}

/** The stream at the root of a simulated world. `seed` is an integer from 0 to 2^53 - 1. */
export function streamOfSeed(seed: number): KeyedStream {
  const high = Math.floor(seed / 4_294_967_296);
  return new KeyedStream(0x243f6a88, 0x85a308d3).at(high | 0, (seed % 4_294_967_296) | 0);
}
