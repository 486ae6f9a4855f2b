import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery, searchQuery, totalQuery } from "../../masters/list-query.ts";
import { findingStates } from "./decide-findings.ts";
import { dryRunEdit } from "./dry-run-edit.query.ts";
import { editStates, severities } from "./edit.ts";
import {
  dryRunSchema,
  editDecisionSchema,
  editDraftSchema,
  editRowSchema,
  editSchema,
  findingSchema,
} from "./edit-answers.ts";
import { editStages } from "./fact-catalogue.ts";
import { findEdit, listEdits } from "./list-edits.query.ts";
import { listFindings } from "./list-findings.query.ts";
import { type EditFault, editFaults } from "./parse-edit.ts";
import type { ClaimBackgrounds } from "./recent-claims.query.ts";
import { addEdit, changeEdit, decideEdit, type EditResult } from "./record-edit.command.ts";

const params = z.object({ code: z.string().max(60) });

const list = listRoute({
  url: "/edits",
  summary: "The edits of the practice by code: those that the program brings and its own",
  permission: "edit.read",
  query: z.object({
    search: searchQuery,
    stage: z.enum(editStages).optional(),
    severity: z.enum(severities).optional(),
    state: z.enum(editStates).optional(),
    ...totalQuery,
  }),
  cursor: z.tuple([z.string()]),
  row: editRowSchema,
  category: "edit",
  auditId: (row) => row.code,
  fileName: "edits",
  columns: [
    { title: "Code", kind: "text", value: (row) => row.code },
    { title: "Stage", kind: "text", value: (row) => row.stage },
    { title: "Severity", kind: "text", value: (row) => row.severity },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Owner", kind: "text", value: (row) => row.ownerRole },
    { title: "Message", kind: "text", value: (row) => row.message },
    { title: "Source", kind: "text", value: (row) => row.source },
    { title: "Open", kind: "number", value: (row) => row.open },
    { title: "Found", kind: "number", value: (row) => row.found },
  ],
  page: ({ transaction, query }, page) =>
    listEdits(transaction, query, { ...page, withTotal: query.total === "1" }),
});

const show = practiceRoute({
  method: "GET",
  url: "/edits/:code",
  summary: "One edit with its condition in words and as a tree, and its versions",
  permission: "edit.read",
  audit: { action: "read", category: "edit" },
  schema: { params, response: editSchema },
  handler: async ({ transaction, params: { code }, audits, etag }) => {
    const found = await findEdit(transaction, code);
    if (found === undefined) throw problem("not_found");
    audits("edit", [found.code]);
    etag(found.revision);
    return found;
  },
});

const add = practiceRoute({
  method: "POST",
  url: "/edits",
  summary: "Write an edit of the practice's own, as a draft",
  status: 201,
  permission: "edit.write",
  audit: { action: "create", category: "edit" },
  schema: { body: editDraftSchema, response: editSchema },
  handler: async ({ transaction, body, audits, etag }) => {
    const edit = settled(await addEdit(transaction, body));
    audits("edit", [edit.code]);
    etag(edit.revision);
    return edit;
  },
});

const change = practiceRoute({
  method: "PUT",
  url: "/edits/:code",
  summary: "Write an own edit anew, as a version from its first day of service on",
  permission: "edit.write",
  audit: { action: "change", category: "edit" },
  schema: { params, body: editDraftSchema, response: editSchema },
  handler: async ({ transaction, params: { code }, body, expectedRevision, audits, etag }) => {
    const wanted = { draft: body, revision: expectedRevision() };
    const edit = settled(await changeEdit(transaction, code, wanted));
    audits("edit", [edit.code]);
    etag(edit.revision);
    return edit;
  },
});

const decide = practiceRoute({
  method: "PATCH",
  url: "/edits/:code",
  summary: "Activate or retire an edit, or change how severe it is",
  permission: "edit.write",
  audit: { action: "change", category: "edit" },
  schema: { params, body: editDecisionSchema, response: editSchema },
  handler: async ({ transaction, params: { code }, body, expectedRevision, audits, etag }) => {
    const wanted = { decision: body, revision: expectedRevision() };
    const edit = settled(await decideEdit(transaction, code, wanted));
    audits("edit", [edit.code]);
    etag(edit.revision);
    return edit;
  },
});

const dryRun = (backgrounds: ClaimBackgrounds) =>
  practiceRoute({
    method: "POST",
    url: "/edits/dry-run",
    summary: "What an edit would have said about the last claims; writes nothing",
    permission: "edit.write",
    audit: { action: "read", category: "claim" },
    schema: {
      body: z.strictObject({ edit: editDraftSchema, claims: z.int().min(1).max(1000) }),
      response: dryRunSchema,
    },
    handler: async ({ transaction, practice, body, audits }) => {
      const result = await dryRunEdit(transaction, body.edit, {
        most: body.claims,
        today: practice.today,
        backgrounds,
      });
      if (result.is === "invalid") throw invalid(result.faults);
      audits(
        "claim",
        result.answer.rows.map(({ claimId }) => claimId),
      );
      return result.answer;
    },
  });

const findings = listRoute({
  url: "/findings",
  summary: "What edits found, the newest first",
  permission: "edit.read",
  query: z.object({
    code: z.string().max(60).optional(),
    kind: z.string().max(40).optional(),
    subject: idQuery.optional(),
    state: z.enum(findingStates).optional(),
  }),
  cursor: z.tuple([z.int()]),
  row: findingSchema,
  category: "finding",
  auditId: (row) => row.id,
  fileName: "findings",
  columns: [
    { title: "Found", kind: "instant", value: (row) => row.foundAt },
    { title: "Edit", kind: "text", value: (row) => row.code },
    { title: "Severity", kind: "text", value: (row) => row.severity },
    { title: "About", kind: "text", value: (row) => row.subject.label },
    { title: "Message", kind: "text", value: (row) => row.message },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Reason", kind: "text", value: (row) => row.settleReason },
  ],
  page: ({ transaction, query }, page) => listFindings(transaction, query, page),
});

function settled(result: EditResult) {
  if (result.is === "recorded") return result.edit;
  throw result.is === "refused" ? problem(result.code) : invalid(result.faults);
}

function invalid(faults: readonly EditFault[]) {
  const fields = faults.map(({ path, code }) => ({ field: path, code, message: editFaults[code] }));
  return problem("edit_invalid", { fields });
}

/** `backgrounds` looks up what a later stage knows of claims beside their content. */
export function editRoutes(backgrounds: ClaimBackgrounds): RouteModule {
  return {
    name: "edits",
    routes: [list, show, add, change, decide, dryRun(backgrounds), findings],
    problems,
  };
}

const problems = {
  edit_code_taken: { status: 409, title: "Another edit has this code" },
  edit_built_in: {
    status: 409,
    title: "The program brings this edit; only its state and severity can be changed",
  },
  edit_invalid: { status: 422, title: "The edit is not written rightly" },
};
