import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { receivableAmounts } from "../../books/receivable/receivable.ts";
import { listTransfers } from "../../books/transfer/list-transfers.query.ts";
import { transferRowSchema } from "../../books/transfer/transfer-answers.ts";
import { transferColumns } from "../../books/transfer/transfer-columns.ts";
import { idQuery, optionalDate, searchQuery, totalQuery } from "../../masters/list-query.ts";
import {
  claimEventSchema,
  claimRowSchema,
  claimSchema,
  claimStateSchema,
} from "./claim-answers.ts";
import { claimColumns } from "./claim-columns.ts";
import { claimPage } from "./claim-page.query.ts";
import { claimTimeline } from "./claim-timeline.query.ts";
import { claimSorts, searchClaims } from "./search-claims.query.ts";

const params = z.object({ claim: idQuery });

const list = listRoute({
  url: "/claims",
  summary: "Claims by search and filters, with what each stands at",
  permission: "claim.read",
  query: z.object({
    search: searchQuery,
    state: claimStateSchema.optional(),
    payer: idQuery.optional(),
    stage: z.string().max(40).optional(),
    category: z.string().max(40).optional(),
    reason: z.string().max(10).optional(),
    serviceFrom: optionalDate,
    serviceThrough: optionalDate,
    fileThrough: optionalDate,
    sort: z.enum(claimSorts).default("service"),
    ...totalQuery,
  }),
  cursor: z.tuple([z.union([z.string(), z.int(), z.null()]), z.int()]),
  row: claimRowSchema,
  category: "claim",
  auditId: (row) => row.id,
  fileName: "claims",
  columns: claimColumns,
  page: ({ transaction, query }, page) =>
    searchClaims(transaction, { ...query, ...page, withTotal: query.total === "1" }),
});

const show = practiceRoute({
  method: "GET",
  url: "/claims/:claim",
  summary: "One claim: state, money by line from the books, denials in words, what is next",
  permission: "claim.read",
  audit: { action: "read", category: "claim" },
  schema: { params, response: claimSchema },
  handler: async ({ transaction, params: { claim }, audits, etag }) => {
    const page = await claimPage(transaction, claim);
    if (page === undefined) throw problem("not_found");
    audits("claim", [claim]);
    etag(page.revision);
    return page;
  },
});

const timeline = practiceRoute({
  method: "GET",
  url: "/claims/:claim/timeline",
  summary: "All that happened to a claim, the newest first, with where it stands in a file",
  permission: "claim.read",
  audit: { action: "read", category: "claim" },
  schema: { params, response: z.object({ rows: z.array(claimEventSchema) }) },
  handler: async ({ transaction, params: { claim }, audits }) => {
    audits("claim", [claim]);
    return { rows: await claimTimeline(transaction, claim) };
  },
});

const movedAmounts = receivableAmounts.filter((amount) => amount !== "denied");

const transfers = listRoute({
  url: "/claims/:claim/transfers",
  summary: "The transfers of a claim, of one line or of one amount, each with its cause",
  permission: "claim.read",
  params,
  query: z.object({
    line: z.coerce.number().int().min(0).optional(),
    cents: z.enum(movedAmounts).optional(),
  }),
  cursor: z.tuple([z.int()]),
  row: transferRowSchema,
  category: "transfer",
  auditId: (row) => row.id,
  fileName: "transfers",
  columns: transferColumns,
  page: ({ transaction, params: { claim }, query: { line, cents } }, page) =>
    listTransfers(transaction, { claimId: claim, lineNumber: line, amount: cents }, page),
});

export const claimRoutes: RouteModule = {
  name: "claims",
  routes: [list, show, timeline, transfers],
};
