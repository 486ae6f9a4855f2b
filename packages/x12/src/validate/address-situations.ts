import type { GuideItem, GuideTable } from "../guide-table.ts";
import type { SituationRule } from "./situation.ts";

/**
 * What the guides condition of every address (N4): a state and a postal code in the USA and Canada, which
 * an address without a country is in; no state elsewhere.
 */
export function addressSituations({ items, version }: GuideTable): SituationRule[] {
  return [...new Set(loopsWithAddress(items))].flatMap((loop) => addressRules(loop, version));
}

function loopsWithAddress(items: readonly GuideItem[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === "segment") return [];
    const below = loopsWithAddress(item.items);
    const own = item.items.some(({ kind, id }) => kind === "segment" && id === "N4");
    return own ? [item.id, ...below] : below;
  });
}

function addressRules(loop: string, version: string): SituationRule[] {
  const place = `${version} ${loop}`;
  const state = { code: "X12_ADDRESS_STATE", loop, source: `${place} N402` } as const;
  const postal = { code: "X12_ADDRESS_POSTAL_CODE", loop, source: `${place} N403` } as const;
  const source = `${place} N402, N407`;
  return [
    { ...state, when: ["N4", "!N4.4", "!N4.7"], need: "N4.2" },
    { ...state, when: ["N4.4=US,CA"], need: "N4.2" },
    { ...postal, when: ["N4", "!N4.4"], need: "N4.3" },
    { ...postal, when: ["N4.4=US,CA"], need: "N4.3" },
    {
      ...{ code: "X12_ADDRESS_SUBDIVISION", loop, source },
      ...{ when: ["N4.4", "N4.4!=US,CA"], forbid: "N4.2" },
    },
  ];
}
