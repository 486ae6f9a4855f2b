import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import { cents, formatCents, isCentsRefusal, parseCents } from "@headwater/ledger";
import type { ImportTable, ImportTableRow } from "../csv/read-import-table.ts";
import {
  changedColumns,
  type ImportPlan,
  type ImportReason,
  planImport,
} from "../import-preview.ts";
import { masterFaults } from "../master-faults.ts";
import { type ChargeItemDraft, chargeItemFaultsOf, tidyChargeItem } from "./decide-charge-item.ts";
import { overlapSentence } from "./fit-charge-item.ts";
import type { ChargeItem } from "./price.ts";

export const priceColumns = {
  required: ["procedure_code", "price", "effective_from"],
  optional: [
    "modifiers",
    "label",
    "revenue_code",
    "ndc",
    "ndc_unit",
    "ndc_units_each",
    "effective_to",
  ],
} as const;

const columnOf: Readonly<Record<keyof ChargeItemDraft, string>> = {
  procedureCode: "procedure_code",
  modifiers: "modifiers",
  label: "label",
  revenueCode: "revenue_code",
  priceCents: "price",
  ndc: "ndc",
  ndcUnit: "ndc_unit",
  ndcUnitsEach: "ndc_units_each",
  effectiveFrom: "effective_from",
  effectiveTo: "effective_to",
};

/** A price on file, as an import compares with it. */
export type KnownPrice = ChargeItem & {
  readonly label: string | null;
  readonly revenueCode: string | null;
  readonly ndc: string | null;
  readonly ndcUnit: string | null;
  readonly ndcUnitsEach: string | null;
  readonly revision: number;
};

type Days = Pick<ChargeItemDraft, "procedureCode" | "modifiers" | "effectiveFrom">;

/** What one price of a practice stands for: code, modifiers and first day. */
function keyOf({ procedureCode, modifiers, effectiveFrom }: Days): string {
  return `${procedureCode}|${modifiers}|${effectiveFrom}`;
}

function serviceOf({ procedureCode, modifiers }: Omit<Days, "effectiveFrom">): string {
  return `${procedureCode}|${modifiers}`;
}

/**
 * Decides on the rows of a price list. A price without a last day runs until the next one of its code
 * and modifiers begins, on file or in the list; one with a last day that reaches into the next is
 * refused.
 */
export function planPrices(
  table: ImportTable,
  known: readonly KnownPrice[],
): ImportPlan<ChargeItemDraft, KnownPrice> {
  const read = new Map(table.rows.map((row) => [row.row, readPrice(row)]));
  const drafts = [...read.values()].filter(isDraft);
  const allStarts = startsOf([...known, ...drafts]);
  const reachesOver = (draft: ChargeItemDraft) => overlapOf(draft, nextStart(allStarts, draft));
  // A row that is refused ends no other.
  const standing = drafts.filter((draft) => reachesOver(draft) === undefined);
  const starts = startsOf([...known, ...standing]);
  const byKey = new Map(known.map((item) => [keyOf(item), item]));
  const { columns } = table;
  const plan = planImport<ChargeItemDraft, KnownPrice>(table, {
    read: ({ row }) => {
      const draft = read.get(row) ?? [];
      if (!isDraft(draft)) return draft;
      const overlap = reachesOver(draft);
      return overlap === undefined ? untilNext(draft, nextStart(starts, draft)) : [overlap];
    },
    keyOf,
    knownOf: (draft) => byKey.get(keyOf(draft)),
    changesOf: (draft, item) => changesOf(filled(columns, draft, item), item),
  });
  const writes = plan.writes.map((write) => ({
    ...write,
    draft: write.known === undefined ? write.draft : filled(columns, write.draft, write.known),
  }));
  return { ...plan, writes };
}

function isDraft(read: ChargeItemDraft | readonly ImportReason[]): read is ChargeItemDraft {
  return "procedureCode" in read;
}

function nextStart(starts: ReadonlyMap<string, readonly string[]>, item: Days): string | undefined {
  return starts.get(serviceOf(item))?.find((start) => start > item.effectiveFrom);
}

/** First days by service, in their order. */
function startsOf(items: readonly Days[]): ReadonlyMap<string, readonly string[]> {
  const starts = new Map<string, string[]>();
  for (const item of items) {
    const own = starts.get(serviceOf(item));
    if (own === undefined) starts.set(serviceOf(item), [item.effectiveFrom]);
    else own.push(item.effectiveFrom);
  }
  for (const own of starts.values()) own.sort();
  return starts;
}

function untilNext(draft: ChargeItemDraft, next: string | undefined): ChargeItemDraft {
  if (draft.effectiveTo !== "" || next === undefined) return draft;
  return { ...draft, effectiveTo: addCalendarDays(next, -1) };
}

function overlapOf(draft: ChargeItemDraft, next: string | undefined): ImportReason | undefined {
  if (next === undefined || draft.effectiveTo === "" || draft.effectiveTo < next) return undefined;
  const later = { ...draft, effectiveFrom: next, effectiveTo: undefined };
  return { column: "effective_to", code: "OVERLAPS", reason: overlapSentence(draft, later) };
}

function readPrice(row: ImportTableRow): ChargeItemDraft | readonly ImportReason[] {
  const parsed = parseCents(row.cell("price"));
  const isPrice = !isCentsRefusal(parsed) && /^\d+\.\d{2}$/.test(row.cell("price"));
  const draft = tidyChargeItem({
    procedureCode: row.cell("procedure_code"),
    modifiers: row.cell("modifiers"),
    label: row.cell("label"),
    revenueCode: row.cell("revenue_code"),
    priceCents: isPrice ? parsed : -1,
    ndc: row.cell("ndc"),
    ndcUnit: row.cell("ndc_unit"),
    ndcUnitsEach: row.cell("ndc_units_each"),
    effectiveFrom: row.cell("effective_from"),
    effectiveTo: row.cell("effective_to"),
  });
  const faults = chargeItemFaultsOf(draft);
  if (faults.length === 0) return draft;
  return faults.map(({ field, code }) => ({
    column: columnOf[field],
    code,
    reason: code === "PRICE_INVALID" ? priceForm : masterFaults[code],
  }));
}

const priceForm = "A price is decimal dollars with exactly two places, not below zero: 145.00.";

function changesOf(draft: ChargeItemDraft, known: KnownPrice): ImportReason[] {
  return changedColumns([
    ["price", dollars(known.priceCents), dollars(draft.priceCents)],
    ["label", known.label ?? "", draft.label],
    ["revenue_code", known.revenueCode ?? "", draft.revenueCode],
    ["ndc", known.ndc ?? "", draft.ndc],
    ["ndc_unit", known.ndcUnit ?? "", draft.ndcUnit],
    ["ndc_units_each", known.ndcUnitsEach ?? "", draft.ndcUnitsEach],
    ["effective_to", known.effectiveTo ?? "", draft.effectiveTo],
  ]);
}

function dollars(wholeCents: number): string {
  return formatCents(cents(wholeCents));
}

/** A draft in which columns that the file does not have are as they stand on file. */
function filled(
  columns: readonly string[],
  draft: ChargeItemDraft,
  known: KnownPrice,
): ChargeItemDraft {
  const kept = (column: string, typed: string, standing: string | null) =>
    columns.includes(column) ? typed : (standing ?? "");
  const standingEnd = known.effectiveTo ?? "";
  const endsSooner =
    standingEnd !== "" && (draft.effectiveTo === "" || standingEnd < draft.effectiveTo);
  return {
    ...draft,
    label: kept("label", draft.label, known.label),
    revenueCode: kept("revenue_code", draft.revenueCode, known.revenueCode),
    ndc: kept("ndc", draft.ndc, known.ndc),
    ndcUnit: kept("ndc_unit", draft.ndcUnit, known.ndcUnit),
    ndcUnitsEach: kept("ndc_units_each", draft.ndcUnitsEach, known.ndcUnitsEach),
    effectiveTo: !columns.includes("effective_to") && endsSooner ? standingEnd : draft.effectiveTo,
  };
}

/** Prices on file that end because a confirmed one begins: each with its new last day. */
export function endedPrices(
  known: readonly KnownPrice[],
  written: readonly ChargeItemDraft[],
): { readonly item: KnownPrice; readonly effectiveTo: string }[] {
  const restated = new Set(written.map(keyOf));
  const starts = startsOf(written);
  return known.flatMap((item) => {
    if (restated.has(keyOf(item))) return [];
    const next = starts.get(serviceOf(item))?.find((start) => start > item.effectiveFrom);
    const isOver = item.effectiveTo !== undefined && next !== undefined && item.effectiveTo < next;
    if (next === undefined || isOver) return [];
    return [{ item, effectiveTo: addCalendarDays(next, -1) }];
  });
}
