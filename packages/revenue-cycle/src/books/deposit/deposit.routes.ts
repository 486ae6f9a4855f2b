import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery, optionalDate, searchQuery, totalQuery } from "../../masters/list-query.ts";
import { depositSchema, depositStateSchema, suggestedRemittanceSchema } from "./deposit-answers.ts";
import { type DepositMatch, matchDeposit, unmatchDeposit } from "./match-deposit.command.ts";
import { findDeposit, searchDeposits } from "./search-deposits.query.ts";
import { suggestRemittances } from "./suggest-remittances.query.ts";

const params = z.object({ deposit: idQuery });

const list = listRoute({
  url: "/deposits",
  summary: "What the bank says came in, the newest first, each with the remittance it pays",
  permission: "remittance.read",
  query: z.object({
    search: searchQuery,
    state: depositStateSchema.optional(),
    from: optionalDate,
    through: optionalDate,
    ...totalQuery,
  }),
  cursor: z.tuple([z.string(), z.int()]),
  row: depositSchema,
  category: "deposit",
  auditId: (row) => row.id,
  fileName: "deposits",
  columns: [
    { title: "Date", kind: "date", value: (row) => row.depositedOn },
    { title: "Amount", kind: "cents", value: (row) => row.cents },
    { title: "Trace number", kind: "text", value: (row) => row.traceNumber },
    { title: "Payer", kind: "text", value: (row) => row.payerName },
    { title: "Type", kind: "text", value: (row) => row.type },
    { title: "Remittance", kind: "text", value: (row) => row.remittance?.traceNumber ?? null },
    { title: "Matched by", kind: "text", value: (row) => row.matchedBy },
    { title: "File", kind: "text", value: (row) => row.fileName },
  ],
  page: ({ transaction, query }, page) =>
    searchDeposits(transaction, { ...query, ...page, withTotal: query.total === "1" }),
});

const suggestions = practiceRoute({
  method: "GET",
  url: "/deposits/:deposit/suggestions",
  summary: "Remittances of a deposit's amount that no deposit pays yet, the likeliest first",
  permission: "remittance.read",
  audit: { action: "read", category: "remittance" },
  schema: { params, response: z.object({ rows: z.array(suggestedRemittanceSchema) }) },
  handler: async ({ transaction, params: { deposit }, audits }) => {
    if ((await findDeposit(transaction, deposit)) === undefined) throw problem("not_found");
    const rows = await suggestRemittances(transaction, deposit);
    audits("deposit", [deposit]);
    audits(
      "remittance",
      rows.map((one) => one.remittanceId),
    );
    return { rows };
  },
});

const match = practiceRoute({
  method: "PUT",
  url: "/deposits/:deposit/match",
  summary: "Tie a deposit to the remittance of exactly its amount",
  permission: "remittance.write",
  audit: { action: "change", category: "deposit" },
  schema: {
    params,
    body: z.strictObject({ remittanceId: z.int().min(1) }),
    response: depositSchema,
  },
  handler: async ({ transaction, params: { deposit }, body, audits }) => {
    refuse(await matchDeposit(transaction, deposit, body.remittanceId));
    audits("deposit", [deposit]);
    audits("remittance", [body.remittanceId]);
    return shown(await findDeposit(transaction, deposit));
  },
});

const unmatch = practiceRoute({
  method: "DELETE",
  url: "/deposits/:deposit/match",
  summary: "Take back a match of a deposit that a person made",
  permission: "remittance.write",
  audit: { action: "change", category: "deposit" },
  schema: { params, response: depositSchema },
  handler: async ({ transaction, params: { deposit }, audits }) => {
    refuse(await unmatchDeposit(transaction, deposit));
    audits("deposit", [deposit]);
    return shown(await findDeposit(transaction, deposit));
  },
});

function refuse(result: DepositMatch): void {
  if (result.is === "refused") throw problem(problemOf[result.code]);
}

function shown<Answer>(answer: Answer | undefined): Answer {
  if (answer === undefined) throw problem("not_found");
  return answer;
}

const problemOf = {
  deposit_unknown: "not_found",
  deposit_matched: "deposit_matched",
  deposit_not_by_person: "deposit_not_by_person",
  remittance_unknown: "remittance_unknown",
  remittance_deposited: "remittance_deposited",
  deposit_amount_differs: "deposit_amount_differs",
} as const;

export const depositRoutes: RouteModule = {
  name: "deposits",
  routes: [list, suggestions, match, unmatch],
  problems: {
    deposit_matched: { status: 409, title: "The deposit is matched to another remittance" },
    deposit_not_by_person: {
      status: 409,
      title: "The deposit was matched by its numbers, not by a person",
    },
    remittance_unknown: { status: 422, title: "No remittance of this id can be paid" },
    remittance_deposited: { status: 409, title: "Another deposit pays this remittance" },
    deposit_amount_differs: { status: 422, title: "Deposit and remittance differ in their amount" },
  },
};
