import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery, totalQuery } from "../../masters/list-query.ts";
import { changeManyItems, undoLastBulk } from "./change-many.command.ts";
import { changeWork } from "./change-work.command.ts";
import { findWork, listWork, workDues } from "./list-work.query.ts";
import {
  type BulkAnswer,
  bulkAnswerSchema,
  bulkRequestSchema,
  workItemChangeSchema,
  workItemSchema,
} from "./work-item-answers.ts";

const list = listRoute({
  url: "/work",
  summary: "What people must do, by due date",
  permission: "work.read",
  query: z.object({
    role: z.string().max(40).optional(),
    kind: z.string().max(60).optional(),
    assignedTo: z.string().max(200).optional(),
    state: z.enum(["open", "closed"]).optional(),
    due: z.enum(workDues).optional(),
    claim: idQuery.optional(),
    remittance: idQuery.optional(),
    ...totalQuery,
  }),
  cursor: z.tuple([z.string().nullable(), z.int()]),
  row: workItemSchema,
  category: "work-item",
  auditId: (row) => row.id,
  fileName: "work",
  columns: [
    { title: "Due", kind: "date", value: (row) => row.due },
    { title: "Kind", kind: "text", value: (row) => row.kind },
    { title: "Why", kind: "text", value: (row) => row.whyText },
    { title: "About", kind: "text", value: (row) => row.subject.label },
    { title: "Worth", kind: "cents", value: (row) => row.cents },
    { title: "Role", kind: "text", value: (row) => row.role },
    { title: "Assigned to", kind: "text", value: (row) => row.assignedTo },
  ],
  page: ({ transaction, query }, page) =>
    listWork(transaction, query, { ...page, withTotal: query.total === "1" }),
});

const show = practiceRoute({
  method: "GET",
  url: "/work/:workItem",
  summary: "One work item with its evidence and what may be done about it",
  permission: "work.read",
  audit: { action: "read", category: "work-item" },
  schema: { params: z.object({ workItem: idQuery }), response: workItemSchema },
  handler: async ({ transaction, params: { workItem }, audits, etag }) => {
    const found = await findWork(transaction, workItem);
    if (found === undefined) throw problem("not_found");
    audits("work-item", [workItem]);
    etag(found.revision);
    return found;
  },
});

const change = practiceRoute({
  method: "PATCH",
  url: "/work/:workItem",
  summary: "Assign a work item, or close it with a reason",
  permission: "work.write",
  audit: { action: "change", category: "work-item" },
  schema: {
    params: z.object({ workItem: idQuery }),
    body: workItemChangeSchema,
    response: workItemSchema,
  },
  handler: async ({ transaction, params, body, expectedRevision, etag, audits }) => {
    const revision = expectedRevision();
    const changed = await changeWork(transaction, params.workItem, { revision, change: body });
    if ("refused" in changed) throw problem(problemOf[changed.refused]);
    audits("work-item", [changed.id]);
    etag(changed.revision);
    return changed;
  },
});

const changeMany = practiceRoute({
  method: "POST",
  url: "/work/many",
  summary: "Assign, date or close many work items, each judged alone; or preview that",
  permission: "work.write",
  audit: { action: "change", category: "work-item" },
  schema: { body: bulkRequestSchema, response: bulkAnswerSchema },
  handler: async ({ transaction, body: { items, change, isPreview }, audits }) => {
    const answer = await changeManyItems(transaction, items, { change, isPreview });
    audits("work-item", changedIds(answer));
    return answer;
  },
});

const undoMany = practiceRoute({
  method: "POST",
  url: "/work/many/undo",
  summary: "Undo one's last change of many work items, where nobody changed them since",
  permission: "work.write",
  audit: { action: "change", category: "work-item" },
  schema: { response: bulkAnswerSchema },
  handler: async ({ transaction, audits }) => {
    const answer = await undoLastBulk(transaction);
    if (answer === undefined) throw problem("nothing_to_undo");
    audits("work-item", changedIds(answer));
    return answer;
  },
});

function changedIds({ rows }: BulkAnswer): number[] {
  return rows.filter(({ outcome }) => outcome === "changed").map(({ id }) => id);
}

const problemOf = {
  work_unknown: "not_found",
  revision_changed: "revision_changed",
  work_closed: "work_closed",
  work_not_closable: "work_not_closable",
} as const;

export const workItemRoutes: RouteModule = {
  name: "work",
  routes: [list, show, change, changeMany, undoMany],
  problems: {
    work_closed: { status: 409, title: "The work item is closed already" },
    nothing_to_undo: { status: 409, title: "There is no change of many items to undo" },
    work_not_closable: {
      status: 409,
      title: "The work item ends with what it is about: mend it, or release the hold",
    },
  },
};
