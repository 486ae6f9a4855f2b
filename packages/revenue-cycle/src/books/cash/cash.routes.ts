import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { optionalDate, searchQuery, totalQuery } from "../../masters/list-query.ts";
import {
  cashRowSchema,
  cashStateSchema,
  cashTotalsSchema,
  unexplainedSchema,
} from "./cash-answers.ts";
import { cashTotals, searchCash } from "./search-cash.query.ts";

const days = { from: optionalDate, through: optionalDate };

const list = listRoute({
  url: "/cash",
  summary: "Bank, remittance and books side by side, payment by payment, the newest first",
  permission: "remittance.read",
  query: z.object({
    search: searchQuery,
    state: cashStateSchema.optional(),
    unexplained: unexplainedSchema.optional(),
    ...days,
    ...totalQuery,
  }),
  cursor: z.tuple([z.string(), z.string()]),
  row: cashRowSchema,
  category: "cash",
  auditId: (row) => row.key,
  fileName: "cash",
  columns: [
    { title: "Date", kind: "date", value: (row) => row.on },
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "Trace number", kind: "text", value: (row) => row.traceNumber },
    { title: "Method", kind: "text", value: (row) => row.method },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Bank", kind: "cents", value: (row) => row.bankCents },
    { title: "Card fee", kind: "cents", value: (row) => row.feeCents },
    { title: "Remittance", kind: "cents", value: (row) => row.remittanceCents },
    { title: "Posted", kind: "cents", value: (row) => row.postedCents },
    { title: "Unexplained", kind: "cents", value: (row) => row.unexplainedCents },
    { title: "Age in days", kind: "number", value: (row) => row.ageDays },
  ],
  page: ({ transaction, practice, query }, page) =>
    searchCash(transaction, query, {
      ...page,
      today: practice.today,
      withTotal: query.total === "1",
    }),
});

const totals = practiceRoute({
  method: "GET",
  url: "/cash/totals",
  summary: "What the bank has, what payers announced and what is posted, over the days asked for",
  permission: "remittance.read",
  audit: { action: "read", category: "cash" },
  schema: { query: z.object(days), response: cashTotalsSchema },
  handler: async ({ transaction, query }) => cashTotals(transaction, query),
});

export const cashRoutes: RouteModule = { name: "cash", routes: [list, totals] };
