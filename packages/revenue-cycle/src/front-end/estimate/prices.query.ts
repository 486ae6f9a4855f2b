import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type ChargeItem, priceOn } from "../../masters/charge-master/price.ts";
import { allowedOn, type FeeScheduleItem } from "../../masters/fee-schedule/allowed.ts";
import type { PlannedService } from "../authorization/authorization.ts";
import type { EstimateService } from "./estimate-visit.ts";

/** Our prices and the payers' allowed amounts of some procedures. */
export type PriceList = {
  readonly charges: readonly ChargeItem[];
  readonly allowed: readonly FeeScheduleItem[];
};

/** Every price and every allowed amount of these procedures, of all days. */
export async function loadPrices(
  transaction: PracticeTransaction,
  codes: readonly string[],
): Promise<PriceList> {
  if (codes.length === 0) return { charges: [], allowed: [] };
  const { practiceId } = transaction;
  const charges = await transaction.query<ChargeItem & { effectiveTo: string | null }>(sql`
    select charge_item_id as id, procedure_code as "procedureCode", modifiers,
      price_cents as "priceCents", effective_from as "effectiveFrom", effective_to as "effectiveTo"
    from charge_items
    where practice_id = ${practiceId} and procedure_code = any (${[...codes]}::text[])`);
  const allowed = await transaction.query<FeeScheduleItem & { effectiveTo: string | null }>(sql`
    select payer_id as "payerId", procedure_code as "procedureCode",
      allowed_cents as "allowedCents", effective_from as "effectiveFrom",
      effective_to as "effectiveTo"
    from fee_schedule_rows
    where practice_id = ${practiceId} and procedure_code = any (${[...codes]}::text[])`);
  return { charges: charges.map(openEnd), allowed: allowed.map(openEnd) };
}

function openEnd<Row extends { readonly effectiveTo: string | null }>(row: Row) {
  return { ...row, effectiveTo: row.effectiveTo ?? undefined };
}

/** A visit's services with what is known of their prices on its day. */
export function pricedServices(
  visit: {
    readonly day: string;
    readonly services: readonly PlannedService[];
    readonly coverage: { readonly payerId: number } | null;
  },
  { charges, allowed }: PriceList,
): EstimateService[] {
  const { day: on, coverage } = visit;
  return visit.services.map(({ procedureCode: code, modifiers, units }) => {
    const price = priceOn(charges, { code, modifiers: modifiers.split(" "), on });
    const row = coverage && allowedOn(allowed, { payerId: coverage.payerId, code, on });
    return {
      procedureCode: code,
      modifiers,
      units,
      charge:
        price.is === "priced"
          ? {
              cents: price.item.priceCents,
              source: `charge-item:${price.item.id}`,
              asOf: price.item.effectiveFrom,
            }
          : undefined,
      allowed: row
        ? { cents: row.allowedCents, source: "fee-schedule", asOf: row.effectiveFrom }
        : undefined,
    };
  });
}
