declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

declare class TextEncoder {
  encode(input: string): Uint8Array;
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const utf8 = new TextEncoder();
const singleBytes = new TextDecoder("latin1");
/** What the decoder named latin1, which is windows-1252, makes of the bytes 128 to 159. */
const windowsCharacters =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";
const highByte = /[\u0080-\u00ff]/;

/** A text with one character per byte. */
export type Latin1Text = {
  readonly text: string;
  /** Whether bytes above 127 are among them. */
  readonly extended: boolean;
};

/** One character per byte, so that string positions are byte offsets. */
export function latin1Text(bytes: Uint8Array): Latin1Text {
  const ascii = asciiText(bytes);
  if (ascii !== undefined) return { text: ascii, extended: false };
  const text = singleBytes.decode(bytes).replace(/[^\u0020-\u00ff\s]/g, byteCharacter);
  return { text, extended: true };
}

function byteCharacter(character: string): string {
  const at = windowsCharacters.indexOf(character);
  return at === -1 ? character : String.fromCharCode(128 + at);
}

/** The bytes that a text of `latin1Text` was made from. */
export function latin1Bytes(text: string): Uint8Array {
  const encoded = utf8.encode(text);
  // Only ASCII is as long in UTF-8: the encoder is far faster than a look at every character.
  if (encoded.length === text.length) return encoded;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The UTF-8 bytes of a text; for ASCII the same as `latin1Bytes`, only faster. */
export function utf8Bytes(text: string): Uint8Array {
  return utf8.encode(text);
}

/** What a sender meant by bytes above 127: UTF-8 where it is valid, else Latin-1. */
export function meantText(latin1: string): string {
  if (!highByte.test(latin1)) return latin1;
  try {
    return strictUtf8.decode(latin1Bytes(latin1));
  } catch {
    return latin1;
  }
}

/** What Node has for text of single bytes, several times as fast as its decoder. */
type SingleByteBuffer = {
  isAscii(bytes: Uint8Array): boolean;
  readonly Buffer: { readonly prototype: { latin1Slice(this: Uint8Array): string } };
};

declare const process: { getBuiltinModule?(name: string): SingleByteBuffer } | undefined;

const node = typeof process === "undefined" ? undefined : process.getBuiltinModule?.("node:buffer");
const latin1Slice = node?.Buffer.prototype.latin1Slice;

/** UTF-8 of equal length can hold only ASCII. */
function asciiText(bytes: Uint8Array): string | undefined {
  if (latin1Slice !== undefined && node !== undefined) {
    return node.isAscii(bytes) ? latin1Slice.call(bytes) : undefined;
  }
  try {
    const text = strictUtf8.decode(bytes);
    return text.length === bytes.length ? text : undefined;
  } catch {
    return undefined;
  }
}
