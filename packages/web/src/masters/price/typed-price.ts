import { isCentsRefusal, parseCents } from "@headwater/ledger";

/** Cents of a price as people type it: `145`, `145.5`, `$1,145.00`; undefined when it is none. */
export function typedPrice(text: string): number | undefined {
  const bare = text
    .trim()
    .replace(/^\$\s*/, "")
    .replace(/,(?=\d{3}(?:\D|$))/g, "");
  const cents = bare === "" ? undefined : parseCents(bare);
  return cents === undefined || isCentsRefusal(cents) || cents < 0 ? undefined : cents;
}
