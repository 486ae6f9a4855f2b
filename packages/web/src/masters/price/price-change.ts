import type { ChargeItemAnswer } from "@headwater/revenue-cycle/masters/charge-master/charge-item-answers.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";

/** A price as it is sent, with every field; nothing stated is empty text. */
export const emptyPrice = {
  procedureCode: "",
  modifiers: "",
  label: "",
  revenueCode: "",
  priceCents: 0,
  ndc: "",
  ndcUnit: "",
  ndcUnitsEach: "",
  effectiveFrom: "",
  effectiveTo: "",
  endsEarlier: false,
};
export type PriceSent = typeof emptyPrice;

/** A price on file as it is sent to be changed. */
export function priceSent(row: ChargeItemAnswer): PriceSent {
  return {
    ...emptyPrice,
    procedureCode: row.procedureCode,
    modifiers: row.modifiers,
    label: row.label ?? "",
    revenueCode: row.revenueCode ?? "",
    priceCents: row.priceCents,
    ndc: row.ndc ?? "",
    ndcUnit: row.ndcUnit ?? "",
    ndcUnitsEach: row.ndcUnitsEach ?? "",
    effectiveFrom: row.effectiveFrom,
    effectiveTo: row.effectiveTo ?? "",
  };
}

/** Changes a price if it still has the revision that was seen. */
export function sendPrice(
  practice: string,
  row: ChargeItemAnswer,
  change: Partial<PriceSent>,
): Promise<ChargeItemAnswer> {
  return sendJson<ChargeItemAnswer>(practiceAddress(practice, `charge-items/${row.id}`), {
    method: "PUT",
    body: { ...priceSent(row), ...change },
    revision: row.revision,
  });
}
