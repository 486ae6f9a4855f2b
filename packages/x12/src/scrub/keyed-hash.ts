/** A key of 64 bits as two numbers of 32. */
export type HashKey = readonly [number, number];

/**
 * A keyed hash of 32 bits for a few words (HalfSipHash-2-4): without the key nothing of the words can be
 * told from it.
 */
export function keyedHash(key: HashKey, words: readonly number[]): number {
  const state = new Uint32Array([key[0], key[1], 0x6c796765 ^ key[0], 0x74656462 ^ key[1]]);
  for (const word of words) absorb(state, word);
  absorb(state, words.length << 26);
  state[2] = (state[2] ?? 0) ^ 0xff;
  for (let round = 0; round < 4; round += 1) mix(state);
  return ((state[1] ?? 0) ^ (state[3] ?? 0)) >>> 0;
}

function absorb(state: Uint32Array, word: number): void {
  state[3] = (state[3] ?? 0) ^ word;
  mix(state);
  mix(state);
  state[0] = (state[0] ?? 0) ^ word;
}

function mix(state: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  a = (a + b) | 0;
  b = turned(b, 5) ^ a;
  a = turned(a, 16);
  c = (c + d) | 0;
  d = turned(d, 8) ^ c;
  a = (a + d) | 0;
  d = turned(d, 7) ^ a;
  c = (c + b) | 0;
  b = turned(b, 13) ^ c;
  c = turned(c, 16);
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

function turned(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** A text as words for `keyedHash`, two characters each. */
export function wordsOf(text: string): number[] {
  const words: number[] = [];
  for (let at = 0; at < text.length; at += 2) {
    words.push((text.charCodeAt(at) << 16) | (text.charCodeAt(at + 1) || 0));
  }
  return words;
}
