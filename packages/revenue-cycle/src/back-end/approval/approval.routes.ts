import { roles } from "@headwater/code-sets/closed-lists.ts";
import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { holds } from "@headwater/platform/identity/permissions.ts";
import { z } from "zod";
import {
  approve,
  endRequest,
  loadApprovalLimits,
  setApprovalLimit,
} from "../../books/approval/approval.store.ts";
import type { ApprovalRefusal } from "../../books/approval/approval.ts";
import {
  type ApprovalRow,
  approvalKindSchema,
  approvalLimitSchema,
  approvalSchema,
  approvalStateSchema,
  moneyReasonSchema,
} from "../../books/approval/approval-answers.ts";
import { standingLimits } from "../../books/approval/approval-limit.ts";
import { listApprovals } from "../../books/approval/list-approvals.query.ts";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";
import { idQuery } from "../../masters/list-query.ts";
import { carryOut } from "./carry-out.command.ts";

const params = z.object({ approval: idQuery });

const list = listRoute({
  url: "/approvals",
  summary: "What one person asked for and another must approve, the newest first",
  permission: "ledger.read",
  query: z.object({
    state: approvalStateSchema.optional(),
    approval: idQuery.optional(),
    remittance: idQuery.optional(),
    claim: idQuery.optional(),
  }),
  cursor: z.tuple([z.int()]),
  row: approvalSchema,
  category: "approval",
  auditId: (row) => row.id,
  fileName: "approvals",
  columns: [
    { title: "Asked", kind: "instant", value: (row) => row.requestedAt },
    { title: "Asked by", kind: "text", value: (row) => row.requestedBy },
    { title: "What", kind: "text", value: (row) => row.kind },
    { title: "About", kind: "text", value: (row) => row.subject.label },
    { title: "Amount", kind: "cents", value: (row) => row.cents },
    { title: "Reason", kind: "text", value: (row) => row.reason },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Decided by", kind: "text", value: (row) => row.decidedBy },
    { title: "Decided", kind: "instant", value: (row) => row.decidedAt },
    { title: "Why", kind: "text", value: (row) => row.decisionReason },
  ],
  page: ({ transaction, query }, page) => listApprovals(transaction, query, page),
});

const give = practiceRoute({
  method: "POST",
  url: "/approvals/:approval/approve",
  summary: "Approve what another person asked for; it is done in the same moment",
  permission: "money.approve",
  audit: { action: "change", category: "approval" },
  schema: {
    params,
    body: z.strictObject({ reason: moneyReasonSchema.optional() }),
    response: approvalSchema,
  },
  handler: async ({ transaction, params: { approval }, body, audits, auditDetail }) => {
    const decision = await approve(transaction, approval, body.reason);
    if (decision.is === "refused") throw problem(problemOf[decision.code]);
    const refusal = await carryOut(transaction, decision.approval);
    if (refusal !== undefined) throw problem("approval_outdated");
    audits("approval", [approval]);
    const { kind, subjectKind, subjectId } = decision.approval;
    audits(subjectKind, [subjectId]);
    auditDetail({ kind, isOwn: decision.isOwn });
    return shown(await findApproval({ transaction }, approval));
  },
});

const end = practiceRoute({
  method: "POST",
  url: "/approvals/:approval/refuse",
  summary: "Refuse what another person asked for, or take one's own request back",
  permission: "ledger.read",
  audit: { action: "change", category: "approval" },
  schema: {
    params,
    body: z.strictObject({ reason: moneyReasonSchema }),
    response: approvalSchema,
  },
  handler: async ({ transaction, practice, params: { approval }, body, audits }) => {
    const found = shown(await findApproval({ transaction }, approval));
    if (!found.isMine && !holds(practice.roles, "money.approve"))
      throw problem("permission_missing");
    const refusal = await endRequest(transaction, approval, body.reason);
    if (refusal !== undefined) throw problem(problemOf[refusal]);
    audits("approval", [approval]);
    return shown(await findApproval({ transaction }, approval));
  },
});

const limits = practiceRoute({
  method: "GET",
  url: "/approval-limits",
  summary: "Up to which amount each role moves money without a second person",
  permission: "ledger.read",
  audit: { action: "read", category: "approval-limit" },
  schema: { response: z.object({ rows: z.array(approvalLimitSchema) }) },
  handler: async ({ transaction }) => ({
    rows: [...standingLimits, ...(await loadApprovalLimits(transaction))].map(
      ({ effectiveFrom, ...limit }) => ({ ...limit, effectiveFrom: effectiveFrom ?? null }),
    ),
  }),
});

const setLimit = practiceRoute({
  method: "POST",
  url: "/approval-limits",
  summary: "Set the limit of a role from a day on",
  status: 201,
  permission: "practice.manage",
  audit: { action: "create", category: "approval-limit" },
  schema: {
    body: z.strictObject({
      kind: approvalKindSchema,
      role: z.enum(roles),
      limitCents: centsSchema.min(0).max(100_000_000),
      effectiveFrom: dateSchema,
    }),
    response: approvalLimitSchema,
  },
  handler: async ({ transaction, body, audits }) => {
    const id = await setApprovalLimit(transaction, body);
    if (id === undefined) throw problem("approval_limit_exists");
    audits("approval-limit", [id]);
    return body;
  },
});

type Reading = { readonly transaction: Parameters<typeof listApprovals>[0] };

async function findApproval(
  { transaction }: Reading,
  approval: number,
): Promise<ApprovalRow | undefined> {
  const { rows } = await listApprovals(transaction, { approval }, { limit: 1 });
  return rows[0];
}

function shown(answer: ApprovalRow | undefined): ApprovalRow {
  if (answer === undefined) throw problem("not_found");
  return answer;
}

const problemOf = {
  approval_unknown: "not_found",
  approval_decided: "approval_decided",
  approver_is_requester: "approver_is_requester",
  approver_not_a_person: "approver_not_a_person",
  own_approval_needs_reason: "own_approval_needs_reason",
} as const satisfies Readonly<Record<ApprovalRefusal, string>>;

export const approvalRoutes: RouteModule = {
  name: "approvals",
  routes: [list, give, end, limits, setLimit],
  problems: {
    approval_decided: { status: 409, title: "The request is decided already" },
    approver_is_requester: { status: 409, title: "Another person must approve what you asked for" },
    approver_not_a_person: { status: 403, title: "A program's token cannot approve" },
    own_approval_needs_reason: {
      status: 422,
      title: "Nobody else can approve here: say why you approve your own request",
    },
    approval_outdated: {
      status: 409,
      title: "What was asked for cannot be done any more; it changed meanwhile",
    },
    approval_limit_exists: { status: 409, title: "The role has a limit from this day on already" },
  },
};
