import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { optionalDate } from "../list-query.ts";
import {
  codeFactsSchema,
  codePairSchema,
  codeSetFileSchema,
  codeSetSchema,
  codeSetStateSchema,
  foundCodeSchema,
  localitySchema,
} from "./code-set-answers.ts";
import { findCodeFacts } from "./find-code-facts.query.ts";
import { wordedCodeSets } from "./find-codes.query.ts";
import { listCodeSetFiles, listCodeSets } from "./list-code-sets.query.ts";
import { type OpenMembers, uploadRoute } from "./load-code-file.routes.ts";
import { ptpEditsAmong } from "./ptp-edits.query.ts";
import { listLocalities } from "./relative-value.query.ts";
import { searchCodes } from "./search-codes.query.ts";

const codeQuery = z.string().regex(/^[0-9A-Za-z.]{2,12}$/);
const audit = { action: "read", category: "code-set" } as const;
const permission = "practice.read";

const sets = practiceRoute({
  method: "GET",
  url: "/code-sets",
  summary: "The official code sets and whether each answers for a day",
  permission,
  audit,
  schema: {
    query: z.object({ on: optionalDate }),
    response: z.object({ on: z.iso.date(), rows: z.array(codeSetStateSchema) }),
  },
  handler: async ({ transaction, practice, query }) => {
    const on = query.on ?? practice.today;
    return { on, rows: await listCodeSets(transaction, on) };
  },
});

const files = listRoute({
  url: "/code-sets/files",
  summary: "Official files that were handed in, by whom, with what became of each; latest first",
  permission,
  query: z.object({ codeSet: codeSetSchema.optional() }),
  cursor: z.tuple([z.int()]),
  row: codeSetFileSchema,
  category: "code-set",
  auditId: (row) => row.id,
  fileName: "code-set-files",
  columns: [
    { title: "File", kind: "text", value: (row) => row.name },
    { title: "Code set", kind: "text", value: (row) => row.codeSet },
    { title: "Variant", kind: "text", value: (row) => row.variant },
    { title: "Part", kind: "number", value: (row) => row.part },
    { title: "Edition", kind: "text", value: (row) => row.edition },
    { title: "From", kind: "date", value: (row) => row.effectiveFrom },
    { title: "Through", kind: "date", value: (row) => row.effectiveTo },
    { title: "Rows", kind: "number", value: (row) => row.rows },
    { title: "Verdict", kind: "text", value: (row) => row.verdict },
    { title: "Why", kind: "text", value: (row) => row.reason },
    { title: "Line", kind: "number", value: (row) => row.line },
    { title: "Loaded by", kind: "text", value: (row) => row.loadedBy },
    { title: "Loaded at", kind: "instant", value: (row) => row.loadedAt },
    { title: "SHA-256", kind: "text", value: (row) => row.sha256 },
  ],
  page: ({ transaction, query }, page) => listCodeSetFiles(transaction, query, page),
});

const search = listRoute({
  url: "/code-sets/codes",
  summary: "Codes in force on a day that begin with a text or whose words do, the nearest first",
  permission,
  query: z.object({
    search: z.string().max(100).default(""),
    codeSet: z.enum(wordedCodeSets).optional(),
    on: optionalDate,
    billable: z.literal("1").optional(),
  }),
  cursor: z.tuple([z.int().min(0).max(2), z.string().max(60), z.string().max(20), z.int()]),
  row: foundCodeSchema,
  category: "code-set",
  auditId: (row) => row.code,
  fileName: "codes",
  columns: [
    { title: "Code", kind: "text", value: (row) => row.code },
    { title: "Code set", kind: "text", value: (row) => row.codeSet },
    { title: "Edition", kind: "text", value: (row) => row.edition },
    { title: "Description", kind: "text", value: (row) => row.label },
    { title: "Standing", kind: "text", value: (row) => row.standing },
    { title: "From", kind: "date", value: (row) => row.effectiveFrom },
    { title: "Through", kind: "date", value: (row) => row.effectiveTo },
  ],
  page: ({ transaction, practice, query }, page) =>
    searchCodes(
      transaction,
      {
        typed: query.search,
        on: query.on ?? practice.today,
        codeSet: query.codeSet,
        billableOnly: query.billable === "1",
      },
      page,
    ),
});

const facts = practiceRoute({
  method: "GET",
  url: "/code-sets/codes/:code",
  summary: "Everything that is loaded about one code on a day",
  permission,
  audit,
  schema: {
    params: z.object({ code: codeQuery }),
    query: z.object({
      on: optionalDate,
      locality: z
        .string()
        .regex(/^\d{5}-\d{2}$/)
        .optional(),
    }),
    response: codeFactsSchema,
  },
  handler: async ({ transaction, practice, params, query }) => {
    const [contractor, locality] = query.locality?.split("-") ?? [];
    const place =
      contractor === undefined || locality === undefined ? undefined : { contractor, locality };
    const on = query.on ?? practice.today;
    return findCodeFacts(transaction, { code: params.code, on, locality: place });
  },
});

const pairs = practiceRoute({
  method: "GET",
  url: "/code-sets/pairs",
  summary: "What the procedure-to-procedure edits say of two codes on a day",
  permission,
  audit,
  schema: {
    query: z.object({
      first: codeQuery,
      second: codeQuery,
      on: optionalDate,
      variant: z.enum(["practitioner", "hospital"]).default("practitioner"),
    }),
    response: codePairSchema,
  },
  handler: async ({ transaction, practice, query }) => {
    const { first, second, variant } = query;
    const on = query.on ?? practice.today;
    const answer = await ptpEditsAmong(transaction, { codes: [first, second], on, variant });
    const edits = answer.is === "found" ? answer.edits : [];
    return {
      answer: answer.is,
      edition: answer.is === "not-loaded" ? null : answer.edition.edition,
      edits: edits.map((edit) => ({ ...edit, effectiveTo: edit.effectiveTo ?? null })),
    };
  },
});

const localities = practiceRoute({
  method: "GET",
  url: "/code-sets/localities",
  summary: "The Medicare localities of the edition in force on a day",
  permission,
  audit,
  schema: {
    query: z.object({ on: optionalDate }),
    response: z.object({ rows: z.array(localitySchema) }),
  },
  handler: async ({ transaction, practice, query }) => {
    const rows = await listLocalities(transaction, query.on ?? practice.today);
    return {
      rows: rows.map(({ contractor, locality, state, name }) => ({
        id: `${contractor}-${locality}`,
        state,
        name,
      })),
    };
  },
});

/** Routes of the code sets. `openMembers` looks into archives; `uploadLimitBytes` is the largest file. */
export function codeSetRoutes(options: {
  readonly uploadLimitBytes: number;
  readonly openMembers: OpenMembers;
}): RouteModule {
  return {
    name: "code-sets",
    routes: [sets, files, uploadRoute(options), search, facts, pairs, localities],
    problems: {
      file_name_missing: {
        status: 400,
        title: "Send the file's name, percent-encoded, as X-File-Name",
      },
    },
  };
}
