import { accountKinds } from "@headwater/ledger";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { centsSchema } from "../../masters/answer-schemas.ts";
import { listTransfers } from "../transfer/list-transfers.query.ts";
import { transferRowSchema } from "../transfer/transfer-answers.ts";
import { transferColumns } from "../transfer/transfer-columns.ts";
import { listAccounts } from "./list-accounts.query.ts";

const kindSchema = z.enum(Object.keys(accountKinds) as (keyof typeof accountKinds)[]);

const accounts = practiceRoute({
  method: "GET",
  url: "/ledger/accounts",
  summary: "The balances of the books by account, debit positive",
  permission: "ledger.read",
  audit: { action: "read", category: "ledger" },
  schema: {
    response: z.object({
      rows: z.array(z.object({ kind: kindSchema, name: z.string(), cents: centsSchema })),
    }),
  },
  handler: async ({ transaction }) => ({ rows: await listAccounts(transaction) }),
});

const transfers = listRoute({
  url: "/ledger/accounts/:kind/transfers",
  summary: "The transfers that touch the accounts of a kind, in the order they were entered",
  permission: "ledger.read",
  params: z.object({ kind: kindSchema }),
  query: z.object({ name: z.string().max(200).optional() }),
  cursor: z.tuple([z.int()]),
  row: transferRowSchema,
  category: "transfer",
  auditId: (row) => row.id,
  fileName: "transfers",
  columns: transferColumns,
  page: ({ transaction, params: { kind }, query: { name } }, page) =>
    listTransfers(transaction, { account: { kind, name } }, page),
});

export const accountRoutes: RouteModule = { name: "ledger", routes: [accounts, transfers] };
