import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery, totalQuery } from "../../masters/list-query.ts";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import {
  denialCaseSchema,
  denialRowSchema,
  denialStepSchema,
  manyStepsAnswerSchema,
  manyStepsSchema,
  undoAnswerSchema,
  undoStepsSchema,
} from "./denial-answers.ts";
import { claimOfDenial } from "./denial-case.store.ts";
import { denialAges, denialDues, denialStandings } from "./denial-standings.ts";
import { searchDenials } from "./search-denials.query.ts";
import { showDenial } from "./show-denial.query.ts";
import { takeManySteps } from "./take-many-steps.command.ts";
import { takeStep } from "./take-step.command.ts";
import { undoSteps } from "./undo-step.command.ts";

const params = z.object({ denial: idQuery });

const list = listRoute({
  url: "/denials",
  summary: "Denials with what was done about them and what came of it",
  permission: "claim.read",
  query: z.object({
    standing: z.enum(denialStandings).default("open"),
    stage: z.string().max(40).optional(),
    process: z.string().max(40).optional(),
    category: z.string().max(40).optional(),
    reason: z.string().max(10).optional(),
    payer: idQuery.optional(),
    claim: idQuery.optional(),
    due: z.enum(denialDues).optional(),
    age: z.enum(denialAges).optional(),
    cents: z.coerce.number().int().min(0).optional(),
    ...totalQuery,
  }),
  cursor: z.tuple([z.string().nullable(), z.int()]),
  row: denialRowSchema,
  category: "denial",
  auditId: (row) => row.id,
  fileName: "denials",
  columns: [
    { title: "Answer by", kind: "date", value: (row) => row.dueOn },
    { title: "Claim", kind: "text", value: (row) => row.patientControlNumber },
    { title: "Patient", kind: "text", value: (row) => row.patientName },
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "Procedure", kind: "text", value: (row) => row.procedureCode },
    { title: "Group", kind: "text", value: (row) => row.groupCode },
    { title: "Reason", kind: "text", value: (row) => row.reasonCode },
    { title: "Remarks", kind: "text", value: (row) => row.remarkCodes.join(" ") },
    { title: "In words", kind: "text", value: (row) => row.reason },
    { title: "Category", kind: "text", value: (row) => row.category },
    { title: "Stage", kind: "text", value: (row) => row.stage },
    { title: "Process", kind: "text", value: (row) => row.process },
    { title: "Denied", kind: "cents", value: (row) => row.cents },
    { title: "Denied on", kind: "date", value: (row) => row.deniedOn },
    { title: "Next look", kind: "date", value: (row) => row.nextActionOn },
    { title: "Last step", kind: "text", value: (row) => row.lastStep },
    { title: "Outcome", kind: "text", value: (row) => row.outcome },
    { title: "Recovered", kind: "cents", value: (row) => row.recoveredCents },
  ],
  page: async ({ transaction, practice, query }, page) => {
    const { total, ...filter } = query;
    return searchDenials(
      transaction,
      { ...filter, today: practice.today },
      { ...page, labels: await loadCodeLabels(), withTotal: total === "1" },
    );
  },
});

const show = practiceRoute({
  method: "GET",
  url: "/denials/:denial",
  summary: "One denial with its evidence, its deadline, what was done and what may be done",
  permission: "claim.read",
  audit: { action: "read", category: "denial" },
  schema: { params, response: denialCaseSchema },
  handler: async ({ transaction, practice, params: { denial }, audits, etag }) => {
    const found = await showDenial(transaction, denial, practice);
    if (found === undefined) throw problem("not_found");
    audits("denial", [denial]);
    audits("claim", [found.claim.id]);
    etag(found.revision);
    return found;
  },
});

const take = practiceRoute({
  method: "POST",
  url: "/denials/:denial/steps",
  summary: "Record a step about the open denials of a claim, if it is allowed",
  status: 201,
  permission: "claim.write",
  audit: { action: "change", category: "denial" },
  schema: { params, body: denialStepSchema, response: denialCaseSchema },
  handler: async (context) => {
    const { transaction, practice, params, body: step, expectedRevision, audits, etag } = context;
    const revision = expectedRevision();
    const claimId = await claimOfDenial(transaction, params.denial);
    if (claimId === undefined) throw problem("not_found");
    const { today } = practice;
    const result = await takeStep(transaction, { claimId, step, today, revision });
    if (result.is === "refused") throw problem(result.code);
    const found = await showDenial(transaction, params.denial, practice);
    if (found === undefined) throw problem("not_found");
    audits("denial", [params.denial]);
    audits("claim", [claimId]);
    etag(found.revision);
    return found;
  },
});

const takeMany = practiceRoute({
  method: "POST",
  url: "/denials/many",
  summary: "Record one step for many denials, each claim judged alone; or preview that",
  permission: "claim.write",
  audit: { action: "change", category: "denial" },
  schema: { body: manyStepsSchema, response: manyStepsAnswerSchema },
  handler: async ({ transaction, practice, body, audits }) => {
    const { denials, step, isPreview } = body;
    const { claimIds, ...answer } = await takeManySteps(transaction, denials, {
      ...{ step, isPreview, today: practice.today },
    });
    audits("denial", denials);
    audits("claim", [...claimIds]);
    return answer;
  },
});

const undo = practiceRoute({
  method: "POST",
  url: "/denials/steps/undo",
  summary: "Undo steps about denials, each the last one of its claim",
  permission: "claim.write",
  audit: { action: "change", category: "denial" },
  schema: { body: undoStepsSchema, response: undoAnswerSchema },
  handler: async ({ transaction, practice, body: { steps }, audits }) => {
    const rows = await undoSteps(transaction, steps, practice.today);
    audits(
      "claim",
      rows.flatMap(({ claimId }) => claimId ?? []),
    );
    const undone = rows.filter(({ outcome }) => outcome === "undone").length;
    return { undone, rows: rows.map(({ id, outcome }) => ({ id, outcome })) };
  },
});

export const denialRoutes: RouteModule = {
  name: "denials",
  routes: [list, show, take, takeMany, undo],
  problems: {
    denial_not_open: { status: 409, title: "Nothing of the claim is denied any more" },
    denial_action_not_allowed: {
      status: 409,
      title: "The payer's reason or the claim's state does not allow this",
    },
    denial_level_unknown: { status: 409, title: "This payer has no such level of appeal" },
    denial_date_impossible: {
      status: 409,
      title: "Nothing is sent in the future, nor answered before it was sent",
    },
    denial_wait_too_long: {
      status: 409,
      title: "Waiting beyond the last day for an answer would lose the claim: answer first",
    },
  },
};
