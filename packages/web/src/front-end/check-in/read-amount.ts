/** Cents of a typed amount; blank is nothing, anything that is no amount is undefined. */
export function readAmount(text: string): number | undefined {
  const trimmed = text.replace(/[\s,$]/g, "");
  if (trimmed === "") return 0;
  const match = /^(\d{0,7})(?:\.(\d{0,2}))?$/.exec(trimmed);
  if (match === null || trimmed === ".") return undefined;
  return Number(`${match[1]}${(match[2] ?? "").padEnd(2, "0")}`);
}

/** An amount as it stands in a field; nothing due is an empty field. */
export function amountText(cents: number | null): string {
  if (cents === null || cents === 0) return "";
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
