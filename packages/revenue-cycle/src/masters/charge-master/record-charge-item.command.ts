import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ImportTable } from "../csv/read-import-table.ts";
import type { ImportPlan } from "../import-preview.ts";
import { statedText } from "../master-faults.ts";
import type { RecordResult } from "../record-result.ts";
import {
  insertRevised,
  insertRevisedRows,
  type RevisedTable,
  type RowChange,
  updateRevised,
  updateRevisedRows,
} from "../revised-row.store.ts";
import type { ChargeItemAnswer, SentChargeItem } from "./charge-item-answers.ts";
import { type ChargeItemDraft, chargeItemFaultsOf, tidyChargeItem } from "./decide-charge-item.ts";
import { fitChargeItem, overlapSentence } from "./fit-charge-item.ts";
import { endedPrices, type KnownPrice, planPrices } from "./import-prices.ts";
import { allChargeItems, chargeItemsOf, findChargeItem } from "./list-charge-items.query.ts";

const chargeItems: RevisedTable = {
  table: "charge_items",
  idColumn: "charge_item_id",
  noun: "charge-item",
  told: [
    "procedure_code",
    "modifiers",
    "revenue_code",
    "price_cents",
    "ndc",
    "ndc_unit",
    "effective_from",
    "effective_to",
  ],
};

type Refusal = "charge_item_overlaps" | "not_found" | "revision_changed";
type Result = RecordResult<ChargeItemAnswer, Refusal>;

/** Adds a price. No day has two prices for the same code and modifiers. */
export async function addChargeItem(
  transaction: PracticeTransaction,
  { endsEarlier, ...typed }: SentChargeItem,
): Promise<Result> {
  const draft = tidyChargeItem(typed);
  const faults = chargeItemFaultsOf(draft);
  if (faults.length > 0) return { is: "invalid", faults };
  const refusal = await makeRoom(transaction, { id: undefined, draft, endsEarlier });
  if (refusal !== undefined) return refusal;
  const added = await insertRevised(transaction, chargeItems, chargeItemValues(draft));
  // The lock of `makeRoom` leaves no other way to stand in this place.
  if (added === "taken") return { is: "refused", code: "charge_item_overlaps" };
  return recorded(transaction, added.id);
}

/** Changes a price if it still has the revision that was seen. */
export async function changeChargeItem(
  transaction: PracticeTransaction,
  chargeItemId: number,
  change: { readonly typed: SentChargeItem; readonly revision: number },
): Promise<Result> {
  const { endsEarlier, ...typed } = change.typed;
  const draft = tidyChargeItem(typed);
  const faults = chargeItemFaultsOf(draft);
  if (faults.length > 0) return { is: "invalid", faults };
  const refusal = await makeRoom(transaction, { id: chargeItemId, draft, endsEarlier });
  if (refusal !== undefined) return refusal;
  const wanted = { id: chargeItemId, revision: change.revision, values: chargeItemValues(draft) };
  const outcome = await updateRevised(transaction, chargeItems, wanted);
  if (outcome === "changed") return recorded(transaction, chargeItemId);
  return { is: "refused", code: outcome === "taken" ? "charge_item_overlaps" : outcome };
}

/** Lets one at a time change the practice's prices: what fits in is decided on what stands. */
async function lockChargeItems(transaction: PracticeTransaction): Promise<void> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(7309, hashint8(${transaction.practiceId}::bigint))`,
  );
}

/** Decides on the rows of a price list with the practice's prices locked. */
export async function planPriceImport(
  transaction: PracticeTransaction,
  table: ImportTable,
): Promise<PriceImport> {
  await lockChargeItems(transaction);
  return planPrices(table, await allChargeItems(transaction));
}

type PriceImport = ImportPlan<ChargeItemDraft, KnownPrice>;

/** Writes the confirmed rows of a price list, and ends the prices on file that they follow. */
export async function writePriceImport(
  transaction: PracticeTransaction,
  writes: PriceImport["writes"],
): Promise<boolean> {
  const drafts = writes.map(({ draft }) => draft);
  const ended = endedPrices(await allChargeItems(transaction), drafts);
  const ends = ended.map(({ item, effectiveTo }) => ({
    id: item.id,
    revision: item.revision,
    before: { effective_to: item.effectiveTo ?? null },
    values: { effective_to: effectiveTo },
  }));
  const added: ReturnType<typeof chargeItemValues>[] = [];
  const changes: RowChange[] = [];
  for (const { draft, known } of writes) {
    const values = chargeItemValues(draft);
    if (known === undefined) added.push(values);
    else {
      const before = { price_cents: known.priceCents, effective_to: known.effectiveTo ?? null };
      changes.push({ id: known.id, revision: known.revision, before, values });
    }
  }
  const isEnded = await updateRevisedRows(transaction, chargeItems, ends);
  const isChanged = await updateRevisedRows(transaction, chargeItems, changes);
  await insertRevisedRows(transaction, chargeItems, added);
  return isEnded && isChanged;
}

async function makeRoom(
  transaction: PracticeTransaction,
  wanted: {
    readonly id: number | undefined;
    readonly draft: ChargeItemDraft;
    readonly endsEarlier: boolean;
  },
): Promise<Result | undefined> {
  await lockChargeItems(transaction);
  const { id, draft, endsEarlier } = wanted;
  const days = {
    effectiveFrom: draft.effectiveFrom,
    effectiveTo: draft.effectiveTo === "" ? undefined : draft.effectiveTo,
  };
  const ofCode = await chargeItemsOf(transaction, [draft.procedureCode]);
  const others = ofCode.filter((item) => item.modifiers === draft.modifiers);
  const fit = fitChargeItem({ id, ...days }, others, endsEarlier);
  if (fit.is === "overlaps") {
    const detail = overlapSentence({ ...draft, ...days }, fit.item);
    return { is: "refused", code: "charge_item_overlaps", detail };
  }
  for (const { item, effectiveTo } of fit.ends) {
    const values = { effective_to: effectiveTo };
    const { id: earlier, revision } = item;
    await updateRevised(transaction, chargeItems, { id: earlier, revision, values });
  }
  return undefined;
}

async function recorded(transaction: PracticeTransaction, chargeItemId: number): Promise<Result> {
  const answer = await findChargeItem(transaction, chargeItemId);
  return answer === undefined ? { is: "refused", code: "not_found" } : { is: "recorded", answer };
}

function chargeItemValues(draft: ChargeItemDraft) {
  return {
    procedure_code: draft.procedureCode,
    modifiers: draft.modifiers,
    label: statedText(draft.label),
    revenue_code: statedText(draft.revenueCode),
    price_cents: draft.priceCents,
    ndc: statedText(draft.ndc),
    ndc_unit: statedText(draft.ndcUnit),
    ndc_units_each: draft.ndcUnitsEach === "" ? null : draft.ndcUnitsEach,
    effective_from: draft.effectiveFrom,
    effective_to: statedText(draft.effectiveTo),
  };
}
