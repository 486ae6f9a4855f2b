import { listRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery, optionalDate, searchQuery } from "../list-query.ts";
import { recordRoutes } from "../record.routes.ts";
import { findPlan, listPlans } from "./list-plans.query.ts";
import { planDraftSchema, planSchema } from "./plan-answers.ts";
import { addPlan, changePlan } from "./record-plan.command.ts";

const list = listRoute({
  url: "/plans",
  summary: "The plans of the practice's payers by name",
  permission: "practice.read",
  query: z.object({ payer: idQuery.optional(), search: searchQuery, on: optionalDate }),
  cursor: z.tuple([z.string(), z.int()]),
  row: planSchema,
  category: "plan",
  auditId: (row) => row.id,
  fileName: "plans",
  columns: [
    { title: "Payer", kind: "text", value: (row) => row.payerName },
    { title: "Plan", kind: "text", value: (row) => row.name },
    { title: "Kind", kind: "text", value: (row) => row.kind },
    { title: "Group number", kind: "text", value: (row) => row.groupNumber },
    { title: "Filing indicator", kind: "text", value: (row) => row.filingIndicator },
    { title: "Needs referral", kind: "text", value: (row) => (row.needsReferral ? "yes" : "no") },
    {
      title: "Needs authorization",
      kind: "text",
      value: (row) => (row.needsAuthorization ? "yes" : "no"),
    },
    { title: "From", kind: "date", value: (row) => row.effectiveFrom },
    { title: "Through", kind: "date", value: (row) => row.effectiveTo },
  ],
  page: ({ transaction, query }, page) => listPlans(transaction, query, page),
});

export const planRoutes: RouteModule = {
  name: "plans",
  routes: [
    list,
    ...recordRoutes({
      url: "/plans",
      category: "plan",
      words: "a plan",
      permission: "masters.write",
      draft: planDraftSchema,
      answer: planSchema,
      invalid: "plan_invalid",
      find: findPlan,
      add: addPlan,
      change: changePlan,
    }),
  ],
  problems: {
    plan_taken: { status: 409, title: "The payer has a plan of this name already" },
    plan_invalid: { status: 422, title: "The plan is not described rightly" },
  },
};
