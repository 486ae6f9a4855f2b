import { accountKinds } from "@headwater/ledger";
import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { centsSchema } from "../../masters/answer-schemas.ts";
import { optionalDate } from "../../masters/list-query.ts";
import { listTransfers, type TransferFilter } from "../transfer/list-transfers.query.ts";
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

const idText = z.coerce.number().int().min(1).optional();

const transfersQuery = z.object({
  remittance: idText,
  claim: idText,
  adjustment: idText,
  payment: idText,
  refund: idText,
  writeOff: idText,
  deposit: idText,
  settlement: idText,
  kind: z.string().max(50).optional(),
  debit: z.string().max(200).optional(),
  credit: z.string().max(200).optional(),
  from: optionalDate,
  through: optionalDate,
});

const subjectTransfers = listRoute({
  url: "/ledger/transfers",
  summary:
    "The transfers of one remittance, payment, refund, write-off, deposit, card deposit or row of the journal",
  permission: "ledger.read",
  query: transfersQuery,
  cursor: z.tuple([z.int()]),
  row: transferRowSchema,
  category: "transfer",
  auditId: (row) => row.id,
  fileName: "transfers",
  columns: transferColumns,
  page: ({ transaction, query }, page) => {
    const filter = filterOf(query);
    if (filter === undefined) throw problem("transfers_of_nothing");
    return listTransfers(transaction, filter, page);
  },
});

/** What is asked for: one record, or one row of the journal. */
function filterOf(query: z.output<typeof transfersQuery>): TransferFilter | undefined {
  const { remittance, claim, adjustment, kind, debit, credit, from, through } = query;
  if (remittance !== undefined) {
    return { subject: { is: "remittance", id: remittance, claim, adjustment } };
  }
  const single = [
    ["payment", query.payment],
    ["refund", query.refund],
    ["write-off", query.writeOff],
    ["deposit", query.deposit],
    ["settlement", query.settlement],
  ] as const;
  for (const [is, id] of single) if (id !== undefined) return { subject: { is, id } };
  if (kind === undefined || debit === undefined || credit === undefined) return undefined;
  return { entry: { kind, debit, credit }, from, through };
}

export const accountRoutes: RouteModule = {
  name: "ledger",
  routes: [accounts, transfers, subjectTransfers],
  problems: {
    transfers_of_nothing: { status: 400, title: "Name the record whose transfers are wanted" },
  },
};
