/** A key of 64 bits as two numbers of 32. */
export type HashKey = readonly [number, number];

/** The state while a hash is made; one at a time, so that millions of them leave no garbage. */
let [a, b, c, d] = [0, 0, 0, 0];

/**
 * A keyed hash of 32 bits for a few words (HalfSipHash-1-3): without the key nothing of the words can be
 * told from it.
 */
export function keyedHash(key: HashKey, words: readonly number[]): number {
  start(key);
  for (let at = 0; at < words.length; at += 1) absorb(words[at] ?? 0);
  return finish(words.length);
}

function start(key: HashKey): void {
  a = key[0] | 0;
  b = key[1] | 0;
  c = 0x6c796765 ^ a;
  d = 0x74656462 ^ b;
}

function absorb(word: number): void {
  d ^= word;
  mix();
  a ^= word;
}

function finish(length: number): number {
  absorb(length << 26);
  c ^= 0xff;
  for (let round = 0; round < 3; round += 1) mix();
  return (b ^ d) >>> 0;
}

function mix(): void {
  a = (a + b) | 0;
  b = ((b << 5) | (b >>> 27)) ^ a;
  a = (a << 16) | (a >>> 16);
  c = (c + d) | 0;
  d = ((d << 8) | (d >>> 24)) ^ c;
  a = (a + d) | 0;
  d = ((d << 7) | (d >>> 25)) ^ a;
  c = (c + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ c;
  c = (c << 16) | (c >>> 16);
}

/** A text as words for `keyedHash`, two characters each. */
export function wordsOf(text: string): number[] {
  const words: number[] = [];
  for (let at = 0; at < text.length; at += 2) {
    words.push((text.charCodeAt(at) << 16) | (text.charCodeAt(at + 1) || 0));
  }
  return words;
}
