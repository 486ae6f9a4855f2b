import { type HashKey, keyedHash, wordsOf } from "./keyed-hash.ts";

const vowels = "AEIOU";
const consonants = "BCDFGHJKLMNPRSTVWZ";
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digits = "0123456789";
const attempts = 8;

/**
 * A name of the same length that can be spoken, word by word: the same word always becomes the same,
 * upper and lower case and everything that is no letter stay.
 */
export function replaceName(key: HashKey, value: string): string {
  return value.replace(/[A-Za-z]+|\d+/g, (word) => {
    if (/\d/.test(word)) return replaceText(key, word);
    return changed(word, (attempt) => inventedWord(key, word, attempt));
  });
}

function inventedWord(key: HashKey, word: string, attempt: number): string {
  const seed = keyedHash(key, [...wordsOf(word.toUpperCase()), attempt, 1]);
  return [...word]
    .map((letter, at) => {
      const from = (at + seed) % 2 === 0 ? consonants : vowels;
      return inCaseOf(letter, chosen(from, keyedHash(key, [seed, at, 2])));
    })
    .join("");
}

/** A text of the same length: letters for letters, digits for digits, all else as it is. */
export function replaceText(key: HashKey, value: string): string {
  return changed(value, (attempt) => {
    const seed = keyedHash(key, [...wordsOf(value), attempt, 3]);
    return value.replace(/[A-Za-z0-9]/g, (character, at: number) => {
      const from = /\d/.test(character) ? digits : letters;
      return inCaseOf(character, chosen(from, keyedHash(key, [seed, at, 4])));
    });
  });
}

/** What is invented anew until it differs from what was there. */
function changed(value: string, invent: (attempt: number) => string): string {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const invented = invent(attempt);
    if (invented !== value) return invented;
  }
  return value;
}

function chosen(from: string, hash: number): string {
  return from.charAt(hash % from.length);
}

function inCaseOf(original: string, letter: string): string {
  return original >= "a" && original <= "z" ? letter.toLowerCase() : letter;
}
