import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery, optionalDate, searchQuery, totalQuery } from "../../masters/list-query.ts";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import { listRemittanceClaims } from "./list-remittance-claims.query.ts";
import {
  remittanceClaimSchema,
  remittanceRowSchema,
  remittanceSchema,
  remittanceVerdictSchema,
} from "./remittance-answers.ts";
import { remittanceSorts, searchRemittances } from "./search-remittances.query.ts";
import { showRemittance } from "./show-remittance.query.ts";

const params = z.object({ remittance: idQuery });

const list = listRoute({
  url: "/remittances",
  summary: "Remittances by date or amount, with verdict and unmatched claims",
  permission: "remittance.read",
  query: z.object({
    search: searchQuery,
    payer: idQuery.optional(),
    verdict: remittanceVerdictSchema.optional(),
    from: optionalDate,
    through: optionalDate,
    sort: z.enum(remittanceSorts).default("date"),
    ...totalQuery,
  }),
  cursor: z.tuple([z.union([z.string(), z.int(), z.null()]), z.int()]),
  row: remittanceRowSchema,
  category: "remittance",
  auditId: (row) => row.id,
  fileName: "remittances",
  columns: [
    { title: "Date", kind: "date", value: (row) => row.effectiveOn },
    { title: "Trace number", kind: "text", value: (row) => row.traceNumber },
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "Method", kind: "text", value: (row) => row.paymentMethod },
    { title: "Paid", kind: "cents", value: (row) => row.paidCents },
    { title: "Claims", kind: "number", value: (row) => row.claims },
    { title: "Unmatched claims", kind: "number", value: (row) => row.unmatchedClaims },
    { title: "Verdict", kind: "text", value: (row) => row.verdict },
    { title: "Reason", kind: "text", value: (row) => row.reasonCode },
    { title: "On paper", kind: "text", value: (row) => (row.isPaper ? "yes" : "no") },
  ],
  page: ({ transaction, query }, page) =>
    searchRemittances(transaction, { ...query, ...page, withTotal: query.total === "1" }),
});

const show = practiceRoute({
  method: "GET",
  url: "/remittances/:remittance",
  summary: "One remittance: its payment, whether it balances and where not, its adjustments",
  permission: "remittance.read",
  audit: { action: "read", category: "remittance" },
  schema: { params, response: remittanceSchema },
  handler: async ({ transaction, params: { remittance }, audits }) => {
    const found = await showRemittance(transaction, remittance, await loadCodeLabels());
    if (found === undefined) throw problem("not_found");
    audits("remittance", [remittance]);
    return found;
  },
});

const claims = listRoute({
  url: "/remittances/:remittance/claims",
  summary: "The claims of a remittance: how each was matched and why it was paid so",
  permission: "remittance.read",
  params,
  query: z.object({ outcome: z.string().max(40).optional() }),
  cursor: z.tuple([z.int()]),
  row: remittanceClaimSchema,
  category: "remittance-claim",
  auditId: (row) => row.claimId ?? `unmatched:${row.number}`,
  fileName: "remittance-claims",
  columns: [
    { title: "Number", kind: "number", value: (row) => row.number },
    { title: "Patient control number", kind: "text", value: (row) => row.patientControlNumber },
    { title: "Patient", kind: "text", value: (row) => row.patientName },
    { title: "Status", kind: "text", value: (row) => row.statusCode },
    { title: "Charged", kind: "cents", value: (row) => row.chargedCents },
    { title: "Paid", kind: "cents", value: (row) => row.paidCents },
    { title: "Patient part", kind: "cents", value: (row) => row.patientResponsibilityCents },
    { title: "Matched by", kind: "text", value: (row) => row.matchRule },
    { title: "Outcome", kind: "text", value: (row) => row.outcome },
    {
      title: "Reasons",
      kind: "text",
      value: (row) => row.adjustments.map((one) => `${one.groupCode}-${one.reasonCode}`).join(" "),
    },
  ],
  page: async ({ transaction, params: { remittance }, query: { outcome } }, page) => {
    const question = { remittanceId: remittance, outcome, ...page };
    return listRemittanceClaims(transaction, question, await loadCodeLabels());
  },
});

export const remittanceRoutes: RouteModule = {
  name: "remittances",
  routes: [list, show, claims],
};
