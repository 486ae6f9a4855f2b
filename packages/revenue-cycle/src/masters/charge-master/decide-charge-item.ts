import { dayFaultsOf, faultsOf, type MasterFault } from "../master-faults.ts";
import { tidyDigits, tidyWords } from "../postal-address.ts";
import { modifiersKey } from "./price.ts";

/** A price as a person states it; empty text is not stated. */
export type ChargeItemDraft = {
  readonly procedureCode: string;
  /** Up to four, divided by blanks or commas. */
  readonly modifiers: string;
  /** The practice's own words. */
  readonly label: string;
  readonly revenueCode: string;
  /** Integer cents. */
  readonly priceCents: number;
  readonly ndc: string;
  readonly ndcUnit: string;
  /** Decimal text: how many NDC units one service unit is. */
  readonly ndcUnitsEach: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
};

export type ChargeItemFault = MasterFault<keyof ChargeItemDraft>;

/** Units in which drugs are counted (005010X222A1 2410 CTP05-1). */
export const ndcUnits = ["F2", "GR", "ME", "ML", "UN"] as const;

/** The draft in the form in which it is kept: codes in upper case, modifiers sorted. */
export function tidyChargeItem(draft: ChargeItemDraft): ChargeItemDraft {
  return {
    ...draft,
    procedureCode: draft.procedureCode.trim().toUpperCase(),
    modifiers: modifiersKey(draft.modifiers.split(/[\s,]+/)),
    label: tidyWords(draft.label),
    revenueCode: draft.revenueCode.trim(),
    ndc: tidyDigits(draft.ndc),
    ndcUnit: draft.ndcUnit.trim().toUpperCase(),
    ndcUnitsEach: draft.ndcUnitsEach.trim().replace(/\.0+$|(\.\d*?)0+$/, "$1"),
    effectiveFrom: draft.effectiveFrom.trim(),
    effectiveTo: draft.effectiveTo.trim(),
  };
}

/** Everything wrong with a tidy draft, in the order of its fields. */
export function chargeItemFaultsOf(draft: ChargeItemDraft): ChargeItemFault[] {
  const { procedureCode, modifiers, revenueCode, priceCents, effectiveFrom } = draft;
  const isModifiers = modifiers === "" || /^[A-Z0-9]{2}(?: [A-Z0-9]{2}){0,3}$/.test(modifiers);
  return [
    ...faultsOf<keyof ChargeItemDraft>([
      [!/^[A-Z0-9]{5}$/.test(procedureCode), "procedureCode", "PROCEDURE_CODE_INVALID"],
      [!isModifiers, "modifiers", "MODIFIER_INVALID"],
      [draft.label.length > 200, "label", "TOO_LONG"],
      [revenueCode !== "" && !/^\d{4}$/.test(revenueCode), "revenueCode", "REVENUE_CODE_INVALID"],
      [!Number.isSafeInteger(priceCents) || priceCents < 0, "priceCents", "PRICE_INVALID"],
    ]),
    ...drugFaultsOf(draft),
    ...faultsOf<keyof ChargeItemDraft>([[effectiveFrom === "", "effectiveFrom", "DATE_MISSING"]]),
    ...dayFaultsOf(draft),
  ];
}

function drugFaultsOf({ ndc, ndcUnit, ndcUnitsEach }: ChargeItemDraft): ChargeItemFault[] {
  const stated = [ndc, ndcUnit, ndcUnitsEach].filter((text) => text !== "");
  if (stated.length === 0) return [];
  if (stated.length < 3) return [{ field: "ndc", code: "NDC_INCOMPLETE" }];
  const isQuantity = /^\d{1,7}(?:\.\d{1,3})?$/.test(ndcUnitsEach) && /[1-9]/.test(ndcUnitsEach);
  return faultsOf([
    [!/^\d{11}$/.test(ndc), "ndc", "NDC_INVALID"],
    [!(ndcUnits as readonly string[]).includes(ndcUnit), "ndcUnit", "NDC_UNIT_INVALID"],
    [!isQuantity, "ndcUnitsEach", "NDC_QUANTITY_INVALID"],
  ]);
}
