import { Readable } from "node:stream";
import { postgresDocumentStore } from "@headwater/platform/documents/postgres-document-store.ts";
import { problem } from "@headwater/platform/http/problem.ts";
import {
  listRoute,
  ownTransactionRoute,
  practiceRoute,
  type RouteModule,
} from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { searchQuery, totalQuery } from "../../masters/list-query.ts";
import {
  fileIssueSchema,
  fileOutlineSchema,
  filePlaceSchema,
  fileRowSchema,
  fileSchema,
  fileSegmentsSchema,
  fileVerdictSchema,
} from "./file-answers.ts";
import { findDownload } from "./find-download.query.ts";
import { findIssueAfter, findIssueBefore } from "./find-issue.query.ts";
import { judgeOutline, withJudged } from "./judge-outline.query.ts";
import { listFileIssues } from "./list-file-issues.query.ts";
import { listFiles, showFile } from "./list-files.query.ts";
import {
  findOutlinePlace,
  findText,
  issuesWithin,
  nextIssue,
  readOutline,
} from "./show-outline.query.ts";
import { findFilePlace, readSegments } from "./show-segments.query.ts";

const params = z.object({ file: z.uuid() });

const list = listRoute({
  url: "/files",
  summary: "The files handed in, the newest first, with progress and verdict",
  permission: "file.read",
  query: z.object({
    verdict: fileVerdictSchema.optional(),
    kind: z.string().max(20).optional(),
    search: searchQuery,
    ...totalQuery,
  }),
  cursor: z.tuple([z.int()]),
  row: fileRowSchema,
  category: "file",
  auditId: (row) => row.id,
  fileName: "files",
  columns: [
    { title: "File", kind: "text", value: (row) => row.name },
    { title: "Received", kind: "instant", value: (row) => row.receivedAt },
    { title: "Kind", kind: "text", value: (row) => row.kind },
    { title: "Verdict", kind: "text", value: (row) => row.verdict },
    { title: "Reason", kind: "text", value: (row) => row.reason },
    { title: "Bytes", kind: "number", value: (row) => row.byteLength },
    { title: "Claims", kind: "number", value: (row) => row.claims },
    { title: "Errors", kind: "number", value: (row) => row.errors },
    { title: "Warnings", kind: "number", value: (row) => row.warnings },
  ],
  page: ({ transaction, query }, page) =>
    listFiles(transaction, query, { ...page, withTotal: query.total === "1" }),
});

const show = practiceRoute({
  method: "GET",
  url: "/files/:file",
  summary: "One file with its transaction sets and their verdicts",
  permission: "file.read",
  audit: { action: "read", category: "file" },
  schema: { params, response: fileSchema },
  handler: async ({ transaction, params: { file }, audits }) => {
    const found = await showFile(transaction, file);
    if (found === undefined) throw problem("not_found");
    audits("file", [file]);
    return found;
  },
});

const issues = listRoute({
  url: "/files/:file/issues",
  summary: "What is wrong with a file, with the place of each issue",
  permission: "file.read",
  params,
  query: z.object({ severity: z.enum(["error", "warning", "information"]).optional() }),
  cursor: z.tuple([z.int()]),
  row: fileIssueSchema,
  category: "file-issue",
  auditId: (row) => row.number,
  fileName: "issues",
  columns: [
    { title: "Severity", kind: "text", value: (row) => row.severity },
    { title: "Code", kind: "text", value: (row) => row.code },
    { title: "Message", kind: "text", value: (row) => row.message },
    { title: "Set", kind: "text", value: (row) => row.set },
    { title: "Segment", kind: "number", value: (row) => row.segment },
    { title: "Segment id", kind: "text", value: (row) => row.segmentId },
    { title: "Element", kind: "number", value: (row) => row.element },
    { title: "Line", kind: "number", value: (row) => row.line },
    { title: "Source", kind: "text", value: (row) => row.source },
  ],
  page: ({ transaction, params: { file }, query: { severity } }, page) =>
    listFileIssues(transaction, { publicId: file, severity }, page),
});

const mostSegments = 500;
const segmentNumber = z.coerce.number().int().min(1);

const segments = ownTransactionRoute({
  method: "GET",
  url: "/files/:file/segments",
  summary: "The raw segments of a range with the names of their elements; at most 500",
  permission: "claim.read",
  audit: { action: "read", category: "file" },
  schema: {
    params,
    query: z.object({ from: segmentNumber.default(1), to: segmentNumber.optional() }),
    response: fileSegmentsSchema,
  },
  handler: async (context) => {
    const { practice, actor, params, query, database, random } = context;
    const to = Math.min(query.to ?? query.from + 199, query.from + mostSegments - 1);
    const place = await context.inPractice((transaction) => {
      context.audits("file", [params.file]);
      return findFilePlace(transaction, params.file, { from: query.from, claimsBefore: 0 });
    });
    if (place === undefined) throw problem("not_found");
    const scope = { practiceId: practice.practiceId, actor: actor.name };
    const documents = postgresDocumentStore(database, random);
    const range = { from: query.from, to };
    return { segments: await readSegments(documents, scope, { place, range }), total: place.total };
  },
});

const outline = ownTransactionRoute({
  method: "GET",
  url: "/files/:file/outline",
  summary: "A part of a file's tree, with names, loops and issues in place; at most 500 segments",
  permission: "claim.read",
  audit: { action: "read", category: "file" },
  schema: {
    params,
    query: z.object({ from: segmentNumber.default(1), to: segmentNumber.optional() }),
    response: fileOutlineSchema,
  },
  handler: async (context) => {
    const { practice, actor, params, query, database, random } = context;
    const to = Math.min(query.to ?? query.from + 199, query.from + mostSegments - 1);
    const range = { from: query.from, to };
    const found = await context.inPractice(async (transaction) => {
      context.audits("file", [params.file]);
      const place = await findOutlinePlace(transaction, params.file, query.from);
      return place && { place, issues: await issuesWithin(transaction, params.file, range) };
    });
    if (found === undefined) throw problem("not_found");
    const { place, issues } = found;
    const scope = { practiceId: practice.practiceId, actor: actor.name };
    const documents = postgresDocumentStore(database, random);
    const rows = await readOutline({ documents, scope, place }, range);
    const judgement = await judgeOutline({ documents, scope, place }, range);
    const all = withJudged(issues, judgement.issues);
    const withIssues = rows.map((row) => ({
      ...row,
      issues: all.filter(({ segment }) => segment === row.number),
    }));
    return { rows: withIssues, judged: judgement.isWhole, total: place.total };
  },
});

const find = ownTransactionRoute({
  method: "GET",
  url: "/files/:file/find",
  summary: "The next segment of a file that holds a text, or the next or last one with an issue",
  permission: "claim.read",
  audit: { action: "read", category: "file" },
  schema: {
    params,
    query: z.object({
      text: z.string().min(1).max(100).optional(),
      after: z.coerce.number().int().min(0).default(0),
      before: segmentNumber.optional(),
    }),
    response: filePlaceSchema,
  },
  handler: async (context) => {
    const { practice, actor, params, query, database, random } = context;
    const { text, after, before } = query;
    const found = await context.inPractice(async (transaction) => {
      context.audits("file", [params.file]);
      const place = await findOutlinePlace(transaction, params.file, after + 1);
      const from = before === undefined ? { after } : { before };
      return { place, recorded: await nextIssue(transaction, params.file, from) };
    });
    const { place, recorded } = found;
    if (place === undefined) throw problem("not_found");
    const scope = { practiceId: practice.practiceId, actor: actor.name };
    const documents = postgresDocumentStore(database, random);
    if (text === undefined) {
      const placeAt = (segment: number) =>
        context.inPractice((transaction) => findOutlinePlace(transaction, params.file, segment));
      const search = { documents, scope, placeAt, recorded };
      return before === undefined ? findIssueAfter(search, after) : findIssueBefore(search, before);
    }
    return findText({ documents, scope, place }, { text, after });
  },
});

const content = ownTransactionRoute({
  method: "GET",
  url: "/files/:file/content",
  summary: "The file as it was handed in",
  permission: "file.read",
  audit: { action: "export", category: "file" },
  schema: { params, response: "download" },
  handler: async (context) => {
    const { practice, actor, params, database, random } = context;
    const found = await context.inPractice((transaction) => {
      context.audits("file", [params.file]);
      return findDownload(transaction, params.file);
    });
    if (found === undefined) throw problem("not_found");
    const scope = { practiceId: practice.practiceId, actor: actor.name };
    const { documentId, name, byteLength } = found;
    const bytes = postgresDocumentStore(database, random).read(scope, documentId);
    return {
      name,
      mediaType: "application/octet-stream",
      byteLength,
      content: Readable.from(bytes),
    };
  },
});

export const fileRoutes: RouteModule = {
  name: "files",
  routes: [list, show, issues, segments, outline, find, content],
};
