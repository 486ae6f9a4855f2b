import { accountKinds } from "@headwater/ledger";
import { listRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { centsSchema } from "../../masters/answer-schemas.ts";
import { optionalDate } from "../../masters/list-query.ts";
import { listTransfers } from "../transfer/list-transfers.query.ts";
import { transferRowSchema } from "../transfer/transfer-answers.ts";
import { transferColumns } from "../transfer/transfer-columns.ts";
import { listAccounts } from "./list-accounts.query.ts";

const kindSchema = z.enum(Object.keys(accountKinds) as (keyof typeof accountKinds)[]);

const accounts = listRoute({
  url: "/ledger/accounts",
  summary: "The balances of the books by account, debit positive; all on one page",
  permission: "ledger.read",
  cursor: z.tuple([z.int()]),
  row: z.object({ kind: kindSchema, name: z.string(), cents: centsSchema }),
  category: "ledger",
  auditId: (row) => row.kind,
  fileName: "accounts",
  columns: [
    { title: "Account", kind: "text", value: (row) => row.kind },
    { title: "Name", kind: "text", value: (row) => row.name },
    { title: "Balance", kind: "cents", value: (row) => row.cents },
  ],
  page: async ({ transaction }) => ({ rows: await listAccounts(transaction), next: null }),
});

const transfers = listRoute({
  url: "/ledger/accounts/:kind/transfers",
  summary: "The transfers that touch the accounts of a kind, in the order they were entered",
  permission: "ledger.read",
  params: z.object({ kind: kindSchema }),
  query: z.object({
    name: z.string().max(200).optional(),
    from: optionalDate,
    through: optionalDate,
  }),
  cursor: z.tuple([z.int()]),
  row: transferRowSchema,
  category: "transfer",
  auditId: (row) => row.id,
  fileName: "transfers",
  columns: transferColumns,
  page: ({ transaction, params: { kind }, query: { name, ...days } }, page) =>
    listTransfers(transaction, { account: { kind, name }, ...days }, page),
});

export const accountRoutes: RouteModule = { name: "ledger", routes: [accounts, transfers] };
