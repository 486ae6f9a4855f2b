import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { importProblems, importRoute } from "../import.routes.ts";
import { searchQuery, totalQuery } from "../list-query.ts";
import { recordRoutes, settledRecord } from "../record.routes.ts";
import { claimRoutes } from "./decide-payer.ts";
import { linesOfBusiness } from "./filing-indicator.ts";
import { payerColumns } from "./import-payers.ts";
import { listDirectory } from "./list-directory.query.ts";
import { findPayer, listPayers } from "./list-payers.query.ts";
import {
  directoryCopySchema,
  directoryRowSchema,
  payerDraftSchema,
  payerRowSchema,
  payerSchema,
} from "./payer-answers.ts";
import {
  addPayer,
  changePayer,
  copyPayerFromDirectory,
  planPayerImport,
  writePayerImport,
} from "./record-payer.command.ts";

const lineOfBusiness = z.enum(linesOfBusiness).optional();

const list = listRoute({
  url: "/payers",
  summary: "The payers of the practice by name, those included that only files name",
  permission: "practice.read",
  query: z.object({
    search: searchQuery,
    lineOfBusiness,
    route: z.enum(claimRoutes).optional(),
    ...totalQuery,
  }),
  cursor: z.tuple([z.string(), z.int()]),
  row: payerRowSchema,
  category: "payer",
  auditId: (row) => row.id,
  fileName: "payers",
  columns: [
    { title: "Identifier", kind: "text", value: (row) => row.key },
    { title: "Payer", kind: "text", value: (row) => row.name },
    { title: "Line of business", kind: "text", value: (row) => row.lineOfBusiness },
    { title: "Filing indicator", kind: "text", value: (row) => row.filingIndicator },
    { title: "Claims go", kind: "text", value: (row) => row.claimRoute },
    { title: "Connection", kind: "text", value: (row) => row.connectionName },
  ],
  page: ({ transaction, query }, page) =>
    listPayers(transaction, query, { ...page, withTotal: query.total === "1" }),
});

const directory = listRoute({
  url: "/payer-directory",
  summary: "The directory of payers, which all practices read, by name",
  permission: "practice.read",
  query: z.object({ search: searchQuery, lineOfBusiness, ...totalQuery }),
  cursor: z.tuple([z.string(), z.int()]),
  row: directoryRowSchema,
  category: "payer-directory",
  auditId: (row) => row.id,
  fileName: "payer-directory",
  columns: [
    { title: "Identifier", kind: "text", value: (row) => row.identifier },
    { title: "Payer", kind: "text", value: (row) => row.name },
    { title: "Line of business", kind: "text", value: (row) => row.lineOfBusiness },
    { title: "Filing indicator", kind: "text", value: (row) => row.filingIndicator },
    { title: "Transactions", kind: "text", value: (row) => row.transactions.join(" ") },
    { title: "Source", kind: "text", value: (row) => row.source },
  ],
  page: ({ transaction, query }, page) =>
    listDirectory(transaction, query, { ...page, withTotal: query.total === "1" }),
});

const copy = practiceRoute({
  method: "POST",
  url: "/payers/from-directory",
  summary: "Take a payer over from the directory, or link the practice's own to it",
  permission: "masters.write",
  audit: { action: "create", category: "payer" },
  schema: { body: directoryCopySchema, response: payerSchema },
  handler: async ({ transaction, body, audits, etag }) => {
    const result = await copyPayerFromDirectory(transaction, body.directoryId);
    const payer = settledRecord(result, "payer_invalid");
    audits("payer", [payer.id]);
    etag(payer.revision);
    return payer;
  },
});

export const payerRoutes: RouteModule = {
  name: "payers",
  routes: [
    list,
    directory,
    copy,
    importRoute({
      url: "/payers/import",
      words: "payers",
      category: "payer",
      permission: "masters.write",
      columns: payerColumns,
      plan: planPayerImport,
      write: writePayerImport,
    }),
    ...recordRoutes({
      url: "/payers",
      category: "payer",
      words: "a payer",
      permission: "masters.write",
      draft: payerDraftSchema,
      answer: payerSchema,
      invalid: "payer_invalid",
      find: findPayer,
      add: addPayer,
      change: changePayer,
    }),
  ],
  problems: {
    ...importProblems,
    payer_taken: { status: 409, title: "The practice has a payer of this identifier already" },
    payer_identifier_fixed: {
      status: 409,
      title: "Files find the payer by its identifier: add another payer instead",
    },
    payer_invalid: { status: 422, title: "The payer is not described rightly" },
  },
};
