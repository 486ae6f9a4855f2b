/** A pair of codes of which only the first is paid on one day, unless a modifier tells them apart. */
export type CodePair = {
  readonly paid: string;
  readonly bundled: string;
  /** A modifier (25, 59, XS) on the bundled one opens the pair. */
  readonly modifierOpens: boolean;
};

const procedures = [
  "20610",
  "17110",
  "11102",
  "17000",
  "69210",
  "12001",
  "10060",
  "29881",
  "96372",
];
const visits = ["99202", "99203", "99204", "99205", "99212", "99213", "99214", "99215"];

/** Source: CMS procedure-to-procedure edits for practitioners, 2024 Q3 (public use file). */
export const codePairs: readonly CodePair[] = [
  ...procedures.flatMap((paid) =>
    visits.map((bundled) => ({ paid, bundled, modifierOpens: true })),
  ),
  { paid: "17110", bundled: "17000", modifierOpens: true },
  { paid: "17110", bundled: "11102", modifierOpens: true },
  { paid: "11102", bundled: "17000", modifierOpens: true },
  { paid: "29881", bundled: "20610", modifierOpens: true },
  { paid: "20610", bundled: "96372", modifierOpens: true },
  { paid: "10060", bundled: "96372", modifierOpens: true },
];

const openingModifiers = new Set(["25", "57", "59", "XE", "XP", "XS", "XU"]);

const byBundled = new Map<string, CodePair[]>();
for (const pair of codePairs) {
  byBundled.set(pair.bundled, [...(byBundled.get(pair.bundled) ?? []), pair]);
}

/** The code into which a line is bundled, given the other codes of the day; undefined when it is paid. */
export function bundledInto(
  line: { readonly code: string; readonly modifiers: readonly string[] },
  codes: readonly string[],
): string | undefined {
  const isOpened = line.modifiers.some((modifier) => openingModifiers.has(modifier));
  return byBundled
    .get(line.code)
    ?.find(({ paid, modifierOpens }) => codes.includes(paid) && !(modifierOpens && isOpened))?.paid;
}
