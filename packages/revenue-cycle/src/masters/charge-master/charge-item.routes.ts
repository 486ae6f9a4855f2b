import { listRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { importProblems, importRoute } from "../import.routes.ts";
import { optionalDate, searchQuery, totalQuery } from "../list-query.ts";
import { recordRoutes } from "../record.routes.ts";
import { chargeItemDraftSchema, chargeItemSchema } from "./charge-item-answers.ts";
import { priceColumns } from "./import-prices.ts";
import { findChargeItem, listChargeItems } from "./list-charge-items.query.ts";
import {
  addChargeItem,
  changeChargeItem,
  planPriceImport,
  writePriceImport,
} from "./record-charge-item.command.ts";

const list = listRoute({
  url: "/charge-items",
  summary: "The practice's prices by procedure, of all days or of one",
  permission: "practice.read",
  query: z.object({ search: searchQuery, on: optionalDate, ...totalQuery }),
  cursor: z.tuple([z.string(), z.string(), z.iso.date()]),
  row: chargeItemSchema,
  category: "charge-item",
  auditId: (row) => row.id,
  fileName: "prices",
  columns: [
    { title: "procedure_code", kind: "text", value: (row) => row.procedureCode },
    { title: "modifiers", kind: "text", value: (row) => row.modifiers },
    { title: "label", kind: "text", value: (row) => row.label },
    { title: "revenue_code", kind: "text", value: (row) => row.revenueCode },
    { title: "price", kind: "cents", value: (row) => row.priceCents },
    { title: "ndc", kind: "text", value: (row) => row.ndc },
    { title: "ndc_unit", kind: "text", value: (row) => row.ndcUnit },
    { title: "ndc_units_each", kind: "text", value: (row) => row.ndcUnitsEach },
    { title: "effective_from", kind: "date", value: (row) => row.effectiveFrom },
    { title: "effective_to", kind: "date", value: (row) => row.effectiveTo },
  ],
  page: ({ transaction, query }, page) =>
    listChargeItems(transaction, query, { ...page, withTotal: query.total === "1" }),
});

export const chargeItemRoutes: RouteModule = {
  name: "charge-items",
  routes: [
    list,
    importRoute({
      url: "/charge-items/import",
      words: "prices",
      category: "charge-item",
      permission: "masters.write",
      columns: priceColumns,
      plan: planPriceImport,
      write: writePriceImport,
    }),
    ...recordRoutes({
      url: "/charge-items",
      category: "charge-item",
      words: "a price",
      permission: "masters.write",
      draft: chargeItemDraftSchema,
      answer: chargeItemSchema,
      invalid: "charge_item_invalid",
      find: findChargeItem,
      add: addChargeItem,
      change: changeChargeItem,
    }),
  ],
  problems: {
    ...importProblems,
    charge_item_overlaps: {
      status: 409,
      title: "Another price of this code and these modifiers has some of the days",
    },
    charge_item_invalid: { status: 422, title: "The price is not stated rightly" },
  },
};
