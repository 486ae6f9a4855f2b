import { Readable } from "node:stream";
import { problem } from "@headwater/platform/http/problem.ts";
import {
  listRoute,
  ownTransactionRoute,
  practiceRoute,
  type RouteModule,
} from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { accountKeyPattern, parseAccountKey } from "../patient-account/patient-account.ts";
import {
  mailRun,
  type StatementChange,
  voidRun,
  voidStatement,
} from "./change-statement.command.ts";
import { drawStatements } from "./draw-statement.query.ts";
import { previewStatements, runStatements } from "./run-statements.command.ts";
import { contentsOfRun, findStatement, listStatements } from "./statement.store.ts";
import { statementRowSchema, statementRunSchema, statementSchema } from "./statement-answers.ts";

const params = z.object({ statement: idQuery });
const runParams = z.object({ run: idQuery });
const account = z.string().regex(accountKeyPattern).optional();
const reason = z.string().trim().min(1).max(500);
const changed = z.object({ statementIds: z.array(z.int()) });

const list = listRoute({
  url: "/statements",
  summary: "Statements, the newest first",
  permission: "patient-account.read",
  query: z.object({ account, run: idQuery.optional() }),
  cursor: z.tuple([z.int()]),
  row: statementRowSchema,
  category: "statement",
  auditId: (row) => row.id,
  fileName: "statements",
  columns: [
    { title: "Number", kind: "text", value: (row) => row.number },
    { title: "Account", kind: "text", value: (row) => row.account },
    { title: "Name", kind: "text", value: (row) => row.name },
    { title: "Issued", kind: "date", value: (row) => row.issuedOn },
    { title: "Due", kind: "date", value: (row) => row.dueOn },
    { title: "Owed", kind: "cents", value: (row) => row.owedCents },
    { title: "State", kind: "text", value: (row) => row.state },
  ],
  page: ({ transaction, query }, page) => {
    const of = query.account === undefined ? undefined : parseAccountKey(query.account);
    return listStatements(transaction, { account: of, runId: query.run }, page);
  },
});

const show = practiceRoute({
  method: "GET",
  url: "/statements/:statement",
  summary: "One statement with everything it says",
  permission: "patient-account.read",
  audit: { action: "read", category: "statement" },
  schema: { params, response: statementSchema },
  handler: async ({ transaction, params: { statement }, audits }) => {
    const found = await findStatement(transaction, statement);
    if (found === undefined) throw problem("not_found");
    audits("statement", [statement]);
    return found;
  },
});

const paper = ownTransactionRoute({
  method: "GET",
  url: "/statements/:statement/paper",
  summary: "A statement as a PDF, the same bytes whenever it is asked for",
  permission: "patient-account.read",
  audit: { action: "export", category: "statement" },
  schema: { params, response: "download" },
  handler: async (context) => {
    const { statement } = context.params;
    const found = await context.inPractice((transaction) => {
      context.audits("statement", [statement]);
      return findStatement(transaction, statement);
    });
    if (found === undefined) throw problem("not_found");
    return pdf(`statement-${found.number}.pdf`, await drawStatements([found.content]));
  },
});

const runPaper = ownTransactionRoute({
  method: "GET",
  url: "/statement-runs/:run/paper",
  summary: "All statements of a run in one PDF for the printer",
  permission: "statement.send",
  audit: { action: "export", category: "statement" },
  schema: { params: runParams, response: "download" },
  handler: async (context) => {
    const { run } = context.params;
    const contents = await context.inPractice((transaction) => {
      context.audits("statement-run", [run]);
      return contentsOfRun(transaction, run);
    });
    if (contents.length === 0) throw problem("not_found");
    return pdf(`statements-${run}.pdf`, await drawStatements(contents));
  },
});

function pdf(name: string, bytes: Uint8Array) {
  return {
    name,
    mediaType: "application/pdf",
    byteLength: bytes.byteLength,
    content: Readable.from([bytes]),
  };
}

const preview = practiceRoute({
  method: "GET",
  url: "/statement-runs/preview",
  summary: "What a run of statements would do today with every account, and why not",
  permission: "patient-account.read",
  audit: { action: "read", category: "patient-account" },
  schema: { query: z.object({ account }), response: statementRunSchema },
  handler: async ({ transaction, practice, query, audits }) => {
    const { today } = practice;
    const answer = await previewStatements(transaction, { today, account: query.account });
    audits(
      "patient-account",
      answer.rows.map((row) => row.account),
    );
    return answer;
  },
});

const issue = practiceRoute({
  method: "POST",
  url: "/statement-runs",
  summary: "Issue statements to all accounts that are to get one, or to one account",
  status: 201,
  permission: "statement.send",
  audit: { action: "create", category: "statement" },
  schema: { body: z.strictObject({ account }), response: statementRunSchema },
  handler: async ({ transaction, practice, body, audits }) => {
    const { today } = practice;
    const answer = await runStatements(transaction, { today, account: body.account });
    audits(
      "statement",
      answer.rows.flatMap(({ statement }) => statement?.id ?? []),
    );
    return answer;
  },
});

const voidOne = practiceRoute({
  method: "POST",
  url: "/statements/:statement/void",
  summary: "Take a statement back before it is mailed",
  permission: "statement.send",
  audit: { action: "change", category: "statement" },
  schema: { params, body: z.strictObject({ reason }), response: changed },
  handler: async ({ transaction, practice, params: { statement }, body, audits }) => {
    const { today } = practice;
    const statementIds = refuse(await voidStatement(transaction, statement, { ...body, today }));
    audits("statement", [statement]);
    return { statementIds };
  },
});

const voidAll = practiceRoute({
  method: "POST",
  url: "/statement-runs/:run/void",
  summary: "Take all statements of a run back before it is mailed",
  permission: "statement.send",
  audit: { action: "change", category: "statement" },
  schema: { params: runParams, body: z.strictObject({ reason }), response: changed },
  handler: async ({ transaction, practice, params: { run }, body, audits }) => {
    const { today } = practice;
    const statementIds = refuse(await voidRun(transaction, run, { ...body, today }));
    audits("statement", statementIds);
    return { statementIds };
  },
});

const mail = practiceRoute({
  method: "POST",
  url: "/statement-runs/:run/mailed",
  summary: "Note that the letters of a run left the house",
  permission: "statement.send",
  audit: { action: "change", category: "statement" },
  schema: { params: runParams, response: changed },
  handler: async ({ transaction, practice, params: { run }, audits }) => {
    const statementIds = refuse(await mailRun(transaction, run, practice.today));
    audits("statement", statementIds);
    return { statementIds };
  },
});

function refuse(result: StatementChange): number[] {
  if (result.is === "changed") return [...result.statementIds];
  throw problem(result.code === "statement_mailed" ? "statement_mailed" : "not_found");
}

export const statementRoutes: RouteModule = {
  name: "statements",
  routes: [list, show, paper, preview, issue, runPaper, voidOne, voidAll, mail],
  problems: {
    statement_mailed: { status: 409, title: "The statement was mailed: it stands" },
  },
};
