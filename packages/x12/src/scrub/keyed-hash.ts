/** A key of 64 bits as two numbers of 32. */
export type HashKey = readonly [number, number];

/**
 * A keyed hash of 32 bits for a few words (HalfSipHash-1-3): without the key nothing of the words can be
 * told from it.
 */
export function keyedHash(key: HashKey, words: ArrayLike<number>): number {
  const count = words.length;
  let a = key[0] | 0;
  let b = key[1] | 0;
  let c = 0x6c796765 ^ a;
  let d = 0x74656462 ^ b;
  // One round for each word and for their number, then three to finish; millions of calls leave no garbage.
  for (let round = 0; round < count + 4; round += 1) {
    const word = round < count ? (words[round] ?? 0) : round === count ? count << 26 : 0;
    d ^= word;
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
    a ^= word;
    if (round === count) c ^= 0xff;
  }
  return (b ^ d) >>> 0;
}

/** A text as words for `keyedHash`, two characters each. */
export function wordsOf(text: string): number[] {
  const words: number[] = [];
  for (let at = 0; at < text.length; at += 2) {
    words.push((text.charCodeAt(at) << 16) | (text.charCodeAt(at + 1) || 0));
  }
  return words;
}

/** `keyedHash` of two words without the loop over them: an identifier of ten characters asks for it forty times. */
export function keyedHashOfTwo(key: HashKey, one: number, two: number): number {
  const length = 2 << 26;
  let a = key[0] | 0;
  let b = key[1] | 0;
  let c = 0x6c796765 ^ a;
  let d = 0x74656462 ^ b;
  d ^= one;
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
  a ^= one;
  d ^= two;
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
  a ^= two;
  d ^= length;
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
  a ^= length;
  c ^= 0xff;
  for (let round = 0; round < 3; round += 1) {
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
  return (b ^ d) >>> 0;
}
