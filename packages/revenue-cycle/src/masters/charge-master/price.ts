/** What the practice asks for a procedure over a time. */
export type ChargeItem = {
  readonly id: number;
  readonly procedureCode: string;
  /** As `modifiersKey` writes them; empty for the code alone. */
  readonly modifiers: string;
  readonly priceCents: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | undefined;
};

export type Price<Item> =
  | { readonly is: "priced"; readonly item: Item; readonly by: "modifiers" | "code" }
  | { readonly is: "not-priced" };

/** Modifiers as they are kept: upper case, each once, sorted, a blank between. */
export function modifiersKey(modifiers: readonly string[]): string {
  const stated = modifiers.map((one) => one.trim().toUpperCase()).filter((one) => one !== "");
  return [...new Set(stated)].sort().join(" ");
}

/**
 * The price of a procedure on a day of service: the item with exactly these modifiers, else the one
 * for the code alone. No price is an answer; it is never zero.
 */
export function priceOn<Item extends ChargeItem>(
  items: readonly Item[],
  question: { readonly code: string; readonly modifiers: readonly string[]; readonly on: string },
): Price<Item> {
  const { code, modifiers, on } = question;
  const inForce = items.filter(
    (item) =>
      item.procedureCode === code.trim().toUpperCase() &&
      item.effectiveFrom <= on &&
      (item.effectiveTo === undefined || on <= item.effectiveTo),
  );
  const key = modifiersKey(modifiers);
  const exact = inForce.find((item) => item.modifiers === key);
  if (exact !== undefined) return { is: "priced", item: exact, by: key ? "modifiers" : "code" };
  const plain = inForce.find((item) => item.modifiers === "");
  return plain === undefined ? { is: "not-priced" } : { is: "priced", item: plain, by: "code" };
}

type Days = { readonly effectiveFrom: string; readonly effectiveTo: string | undefined };

/** Whether two periods have a day in common; without a last day a period goes on. */
export function overlaps(one: Days, other: Days): boolean {
  const startsInTime = (a: Days, b: Days) =>
    b.effectiveTo === undefined || a.effectiveFrom <= b.effectiveTo;
  return startsInTime(one, other) && startsInTime(other, one);
}
