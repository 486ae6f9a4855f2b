import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { optionalDate, totalQuery } from "../../masters/list-query.ts";
import { computeReport } from "./compute-measures.query.ts";
import { figures } from "./figures.ts";
import { keptReportPage } from "./kept-report.query.ts";
import { listReportRows } from "./list-report-rows.query.ts";
import {
  breakdownSchema,
  measureAnswerSchema,
  reportRowSchema,
  reportSchema,
} from "./report-answers.ts";
import { openReportScope } from "./report-scope.query.ts";

const page = practiceRoute({
  method: "GET",
  url: "/report",
  summary: "Where the money is and is lost, as of a day; the newest day in the files by default",
  permission: "report.read",
  audit: { action: "read", category: "report" },
  schema: { query: z.object({ asOf: optionalDate }), response: reportSchema },
  handler: ({ transaction, query: { asOf } }) => keptReportPage(transaction, asOf),
});

const measures = practiceRoute({
  method: "GET",
  url: "/report/measures",
  summary: "Every measure with its formula, whole and by payer, provider, facility or cause",
  permission: "report.read",
  audit: { action: "read", category: "report" },
  schema: {
    query: z.object({ asOf: optionalDate, by: breakdownSchema.optional() }),
    response: z.object({ rows: z.array(measureAnswerSchema) }),
  },
  handler: async ({ transaction, query }) => ({
    rows: await computeReport(transaction, transaction.practiceId, query),
  }),
});

const optionalMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .optional();

const filterQuery = {
  payer: z.string().max(200).optional(),
  stage: z.string().max(40).optional(),
  category: z.string().max(40).optional(),
  code: z.string().max(20).optional(),
  process: z.string().max(40).optional(),
  provider: z.string().max(20).optional(),
  facility: z.string().max(200).optional(),
};

const rows = listRoute({
  url: "/report/rows",
  summary: "The rows that a figure of the report counts; their values add up to it",
  permission: "claim.read",
  query: z.object({
    figure: z.string().max(60),
    part: z.enum(["numerator", "denominator"]).default("numerator"),
    asOf: optionalDate,
    month: optionalMonth,
    from: optionalMonth,
    through: optionalMonth,
    ...filterQuery,
    ...totalQuery,
  }),
  cursor: z.tuple([z.int(), z.int()]),
  row: reportRowSchema,
  category: "report-row",
  auditId: (row) => row.id,
  fileName: "report-rows",
  columns: [
    { title: "Row", kind: "text", value: (row) => row.id },
    { title: "Value", kind: "number", value: (row) => row.value },
    { title: "Amount", kind: "cents", value: (row) => row.cents },
    { title: "Days", kind: "number", value: (row) => row.days },
    { title: "Date", kind: "date", value: (row) => row.on },
    { title: "Patient control number", kind: "text", value: (row) => row.patientControlNumber },
    { title: "Patient", kind: "text", value: (row) => row.patientName },
    { title: "Line", kind: "number", value: (row) => row.lineNumber },
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Group", kind: "text", value: (row) => row.groupCode },
    { title: "Reason", kind: "text", value: (row) => row.reasonCode },
    { title: "Category", kind: "text", value: (row) => row.category },
    { title: "Stage", kind: "text", value: (row) => row.stage },
  ],
  page: async ({ transaction, query }, { limit, after }) => {
    const figure = figures.get(query.figure);
    if (figure === undefined) throw problem("figure_unknown");
    const scope = await openReportScope(transaction, transaction.practiceId, query.asOf);
    const { payer, stage, category, code, process, provider, facility, part, month } = query;
    const { from = month, through = month } = query;
    const filter = { payer, stage, category, code, process, provider, facility };
    const withTotal = query.total === "1";
    const question = { scope, figure, part, filter, from, through, limit, after, withTotal };
    return { ...(await listReportRows(transaction, question)), asOf: scope.asOf };
  },
});

export const reportRoutes: RouteModule = {
  name: "report",
  routes: [page, measures, rows],
  problems: { figure_unknown: { status: 404, title: "The report has no figure of this name" } },
};
