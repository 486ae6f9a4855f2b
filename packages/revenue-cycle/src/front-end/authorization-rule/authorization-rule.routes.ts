import { listRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { recordRoutes } from "../../masters/record.routes.ts";
import {
  authorizationRuleDraftSchema,
  authorizationRuleSchema,
} from "./authorization-rule-answers.ts";
import { findAuthorizationRule, listAuthorizationRules } from "./list-authorization-rules.query.ts";
import {
  addAuthorizationRule,
  changeAuthorizationRule,
} from "./record-authorization-rule.command.ts";

const list = listRoute({
  url: "/authorization-rules",
  summary: "For which procedures payers want an authorization",
  permission: "practice.read",
  query: z.object({ payer: idQuery.optional() }),
  cursor: z.tuple([z.int()]),
  row: authorizationRuleSchema,
  category: "authorization-rule",
  auditId: (row) => row.id,
  fileName: "authorization-rules",
  columns: [
    { title: "Payer", kind: "text", value: (row) => row.payerName },
    { title: "Plan", kind: "text", value: (row) => row.planName ?? "all" },
    { title: "Codes", kind: "text", value: (row) => row.procedureCodes },
    { title: "Wanted", kind: "text", value: (row) => (row.isRequired ? "yes" : "no") },
    { title: "From", kind: "date", value: (row) => row.effectiveFrom },
    { title: "Through", kind: "date", value: (row) => row.effectiveTo },
    { title: "Source", kind: "text", value: (row) => row.source },
  ],
  page: ({ transaction, query }, page) => listAuthorizationRules(transaction, query, page),
});

export const authorizationRuleRoutes: RouteModule = {
  name: "authorization-rules",
  routes: [
    list,
    ...recordRoutes({
      url: "/authorization-rules",
      category: "authorization-rule",
      words: "an authorization rule",
      permission: "masters.write",
      draft: authorizationRuleDraftSchema,
      answer: authorizationRuleSchema,
      invalid: "authorization_rule_invalid",
      find: findAuthorizationRule,
      add: addAuthorizationRule,
      change: changeAuthorizationRule,
    }),
  ],
  problems: {
    authorization_rule_taken: { status: 409, title: "This rule is on file from the same day" },
    authorization_rule_invalid: { status: 422, title: "The rule is not described rightly" },
  },
};
