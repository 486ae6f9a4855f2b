import { listRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../list-query.ts";
import { recordRoutes } from "../record.routes.ts";
import { filingKinds } from "./filing-limit.ts";
import { filingLimitDraftSchema, filingLimitSchema } from "./filing-limit-answers.ts";
import { findFilingLimit, listFilingLimits } from "./list-filing-limits.query.ts";
import { addFilingLimit, changeFilingLimit } from "./record-filing-limit.command.ts";

const list = listRoute({
  url: "/filing-limits",
  summary: "Until when the practice's payers take a claim, a correction or an appeal",
  permission: "practice.read",
  query: z.object({ payer: idQuery.optional(), kind: z.enum(filingKinds).optional() }),
  cursor: z.tuple([z.int()]),
  row: filingLimitSchema,
  category: "filing-limit",
  auditId: (row) => row.id,
  fileName: "filing-limits",
  columns: [
    { title: "Payer", kind: "text", value: (row) => row.payerName },
    { title: "Plan", kind: "text", value: (row) => row.planName ?? "all" },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Of", kind: "text", value: (row) => row.kind },
    { title: "Length", kind: "number", value: (row) => row.length },
    { title: "Unit", kind: "text", value: (row) => row.unit },
    { title: "Counted from", kind: "text", value: (row) => row.basis },
    { title: "From", kind: "date", value: (row) => row.effectiveFrom },
    { title: "Through", kind: "date", value: (row) => row.effectiveTo },
    { title: "Source", kind: "text", value: (row) => row.source },
  ],
  page: ({ transaction, query }, page) => listFilingLimits(transaction, query, page),
});

export const filingLimitRoutes: RouteModule = {
  name: "filing-limits",
  routes: [
    list,
    ...recordRoutes({
      url: "/filing-limits",
      category: "filing-limit",
      words: "a filing limit",
      permission: "masters.write",
      draft: filingLimitDraftSchema,
      answer: filingLimitSchema,
      invalid: "filing_limit_invalid",
      find: findFilingLimit,
      add: addFilingLimit,
      change: changeFilingLimit,
    }),
  ],
  problems: {
    filing_limit_taken: { status: 409, title: "This limit is on file from the same day" },
    filing_limit_invalid: { status: 422, title: "The filing limit is not described rightly" },
  },
};
