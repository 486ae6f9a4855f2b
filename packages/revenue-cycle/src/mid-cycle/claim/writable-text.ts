/** Letters that have no mark to drop, and signs that people type for plain ones. */
const plainForms: Readonly<Record<string, string>> = {
  Æ: "AE",
  æ: "ae",
  Ø: "O",
  ø: "o",
  Ł: "L",
  ł: "l",
  Đ: "D",
  đ: "d",
  ß: "ss",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
};

/**
 * A text as an interchange can carry it (X12 extended character set): accents dropped, delimiters
 * and everything else that has no plain form as blanks, none of them at the ends.
 */
export function writableText(text: string): string {
  if (/^[ !-)+-9;-\]_-}]*$/.test(text)) return text.trim();
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^ -~]/gu, (sign) => plainForms[sign] ?? " ")
    .replace(/[*:^~]/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** A value with all its texts writable; a text of which nothing is left is absent. */
export function withWritableTexts<Value>(value: Value): Value {
  return writableValue(value) as Value;
}

function writableValue(value: unknown): unknown {
  if (typeof value === "string") return writableText(value) || undefined;
  if (Array.isArray(value)) return value.map(writableValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, writableValue(part)]));
}
