/** Most characters of a text that is remembered. */
export const shortMost = 3;

const slots = 8192;
const codes = new Int32Array(slots).fill(-1);
const texts: string[] = new Array(slots).fill("");

/**
 * The text of up to three bytes. Most elements are codes, which repeat: sharing their texts takes half the
 * time of making them. Each has one slot, which the text read last keeps.
 */
export function shortText(bytes: Uint8Array, from: number, to: number): string {
  let code = to - from;
  for (let at = from; at < to; at += 1) code = (code << 8) | (bytes[at] ?? 0);
  const slot = (Math.imul(code, 0x9e3779b1) >>> 19) & (slots - 1);
  if (codes[slot] === code) return texts[slot] ?? "";
  let text = "";
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  codes[slot] = code;
  texts[slot] = text;
  return text;
}
