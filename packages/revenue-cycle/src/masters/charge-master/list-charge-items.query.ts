import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, beginsWith } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import type { ChargeItemAnswer } from "./charge-item-answers.ts";
import type { ChargeItem } from "./price.ts";

const columns = sql`charge_item_id as id, procedure_code as "procedureCode", modifiers, label,
  revenue_code as "revenueCode", price_cents as "priceCents", ndc, ndc_unit as "ndcUnit",
  trim_scale(ndc_units_each)::text as "ndcUnitsEach", effective_from as "effectiveFrom",
  effective_to as "effectiveTo", revision`;

export type ChargeItemFilter = {
  /** The beginning of a code, or a part of the practice's own words. */
  readonly search?: string | undefined;
  /** In force on this day. */
  readonly on?: string | undefined;
};

type Key = [code: string, modifiers: string, effectiveFrom: string];

/** Prices by code, modifiers and first day. */
export async function listChargeItems(
  transaction: PracticeTransaction,
  { search, on }: ChargeItemFilter,
  page: {
    readonly limit: number;
    readonly after?: Readonly<Key> | undefined;
    readonly withTotal?: boolean;
  },
): Promise<Page<ChargeItemAnswer, Key>> {
  const wanted = search?.trim() ?? "";
  const where = allOf([
    sql`practice_id = ${transaction.practiceId}`,
    ...(wanted === ""
      ? []
      : [
          sql`(${beginsWith(sql`procedure_code`, wanted.toUpperCase())}
            or strpos(lower(label), ${wanted.toLowerCase()}) > 0)`,
        ]),
    ...(on === undefined
      ? []
      : [sql`effective_from <= ${on} and (effective_to is null or ${on} <= effective_to)`]),
  ]);
  const rows = await transaction.query<ChargeItemAnswer>(sql`
    select ${columns} from charge_items
    where ${where}
      ${
        page.after
          ? sql`and (procedure_code, modifiers, effective_from)
              > (${page.after[0]}, ${page.after[1]}, ${page.after[2]}::date)`
          : sql``
      }
    order by procedure_code, modifiers, effective_from limit ${page.limit + 1}`);
  const shown = pageOf(
    rows,
    page.limit,
    (row): Key => [row.procedureCode, row.modifiers, row.effectiveFrom],
  );
  if (page.withTotal !== true) return shown;
  const total = await transaction.one<{ count: number }>(
    sql`select count(*) as count from charge_items where ${where}`,
  );
  return { ...shown, total };
}

/** One price. */
export async function findChargeItem(
  transaction: PracticeTransaction,
  chargeItemId: number,
): Promise<ChargeItemAnswer | undefined> {
  return transaction.maybeOne<ChargeItemAnswer>(sql`
    select ${columns} from charge_items
    where practice_id = ${transaction.practiceId} and charge_item_id = ${chargeItemId}`);
}

/** A price on file as `priceOn` reads it, with what a claim needs of a drug. */
export type StoredChargeItem = ChargeItem &
  Pick<ChargeItemAnswer, "label" | "revenueCode" | "ndc" | "ndcUnit" | "ndcUnitsEach" | "revision">;

/** Every price of these codes over all days, for `priceOn`. */
export async function chargeItemsOf(
  transaction: PracticeTransaction,
  codes: readonly string[],
): Promise<StoredChargeItem[]> {
  const keys = [...new Set(codes.map((code) => code.trim().toUpperCase()))];
  const rows = await transaction.query<ChargeItemAnswer>(sql`
    select ${columns} from charge_items
    where practice_id = ${transaction.practiceId} and procedure_code = any (${keys}::text[])
    order by procedure_code, modifiers, effective_from`);
  return rows.map((row) => ({ ...row, effectiveTo: row.effectiveTo ?? undefined }));
}

/** Every price of the practice over all days; an import compares with them. */
export async function allChargeItems(
  transaction: PracticeTransaction,
): Promise<StoredChargeItem[]> {
  const rows = await transaction.query<ChargeItemAnswer>(sql`
    select ${columns} from charge_items where practice_id = ${transaction.practiceId}`);
  return rows.map((row) => ({ ...row, effectiveTo: row.effectiveTo ?? undefined }));
}
