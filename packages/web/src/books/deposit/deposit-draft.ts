import type { DepositWay } from "@headwater/revenue-cycle/books/deposit/decide-deposit.ts";
import { typedPrice } from "../../masters/price/typed-price.ts";

/** One payment as it stands in its fields. */
export type ItemDraft = {
  readonly key: number;
  readonly reference: string;
  readonly payerName: string;
  readonly amount: string;
  readonly fee: string;
};

export type DepositDraft = {
  readonly way: DepositWay;
  readonly on: string;
  readonly batchNumber: string;
  readonly batchTotal: string;
  readonly items: readonly ItemDraft[];
};

/** An empty row of a check; the payer of the row before it stands there already. */
export function emptyItem(key: number, payerName = ""): ItemDraft {
  return { key, reference: "", payerName, amount: "", fee: "" };
}

/** What is sent for a draft; undefined while an amount, a payer or the day is missing. */
export function depositOf(draft: DepositDraft) {
  const isCard = draft.way === "virtual-card";
  const items = draft.items.map(({ reference, payerName, amount, fee }) => ({
    cents: typedPrice(amount) ?? 0,
    feeCents: isCard ? feeCents(fee) : 0,
    reference: reference.trim(),
    payerName: payerName.trim(),
  }));
  const total = typedPrice(draft.batchTotal);
  const isLockbox = draft.way === "lockbox";
  const isWhole = items.every((item) => item.cents > 0 && item.feeCents >= 0 && item.payerName);
  if (!isWhole || draft.on === "") return undefined;
  if (isLockbox && (total === undefined || draft.batchNumber.trim() === "")) return undefined;
  const batch = { number: draft.batchNumber.trim(), totalCents: total ?? 0 };
  return { way: draft.way, on: draft.on, items, ...(isLockbox ? { batch } : {}) };
}

/** A fee may be left empty; what is no amount is below zero. */
function feeCents(typed: string): number {
  return typed.trim() === "" ? 0 : (typedPrice(typed) ?? -1);
}

/** The sum of the amounts typed so far. */
export function typedCents(items: readonly ItemDraft[]): number {
  return items.reduce((sum, { amount }) => sum + (typedPrice(amount) ?? 0), 0);
}
