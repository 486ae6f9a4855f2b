import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import { type ChargeItem, overlaps } from "./price.ts";

type Wanted = {
  /** The item that changes; undefined for an addition. */
  readonly id: number | undefined;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | undefined;
};

/** Whether a price fits beside the others of the same code and modifiers. */
export type ChargeItemFit<Item> =
  | {
      readonly is: "fits";
      /** Items that end the day before the wanted one begins. */
      readonly ends: readonly { readonly item: Item; readonly effectiveTo: string }[];
    }
  | { readonly is: "overlaps"; readonly item: Item };

/**
 * Fits a price in among those of the same code and modifiers: no day has two. With `endsEarlier` a
 * price that began before and still runs ends the day before; one that begins later stands.
 */
export function fitChargeItem<Item extends ChargeItem>(
  wanted: Wanted,
  others: readonly Item[],
  endsEarlier: boolean,
): ChargeItemFit<Item> {
  const ends: { readonly item: Item; readonly effectiveTo: string }[] = [];
  for (const item of others) {
    if (item.id === wanted.id || !overlaps(item, wanted)) continue;
    if (!endsEarlier || wanted.effectiveFrom <= item.effectiveFrom) return { is: "overlaps", item };
    ends.push({ item, effectiveTo: addCalendarDays(wanted.effectiveFrom, -1) });
  }
  return { is: "fits", ends };
}

type Named = Pick<ChargeItem, "procedureCode" | "modifiers" | "effectiveFrom"> & {
  readonly effectiveTo: string | undefined;
};

/** Both prices that share a day, by code, modifiers and days. */
export function overlapSentence(wanted: Named, standing: Named & { readonly id?: number }): string {
  const id = standing.id === undefined ? "" : ` (price ${standing.id})`;
  return `${named(wanted)} overlaps ${named(standing)}${id}.`;
}

function named({ procedureCode, modifiers, effectiveFrom, effectiveTo }: Named): string {
  const code = modifiers === "" ? procedureCode : `${procedureCode} ${modifiers}`;
  const days =
    effectiveTo === undefined ? `from ${effectiveFrom}` : `${effectiveFrom} to ${effectiveTo}`;
  return `${code} ${days}`;
}
