import { Readable } from "node:stream";
import { postgresDocumentStore } from "@headwater/platform/documents/postgres-document-store.ts";
import { problem } from "@headwater/platform/http/problem.ts";
import {
  listRoute,
  ownTransactionRoute,
  practiceRoute,
  type RouteModule,
} from "@headwater/platform/http/route.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { raiseClearanceWork } from "../appointment/raise-clearance-work.command.ts";
import { enqueueQuestion } from "./ask-live.job.ts";
import { askPayer } from "./ask-payer.command.ts";
import { inquiryFaults } from "./build-inquiry.ts";
import { askSchema, eligibilityCheckSchema, toldAnswerSchema } from "./eligibility-answers.ts";
import { findCheck, findRequest, listChecks } from "./list-checks.query.ts";
import { recordToldAnswer } from "./record-told-answer.command.ts";

const params = z.object({ check: idQuery });

const list = listRoute({
  url: "/eligibility-checks",
  summary: "Questions to payers about coverages with what they answered, the newest first",
  permission: "appointment.read",
  query: z.object({
    coverage: idQuery.optional(),
    patient: idQuery.optional(),
    outcome: z.enum(["waiting", "active", "inactive", "unknown", "failed"]).optional(),
  }),
  cursor: z.tuple([z.int()]),
  row: eligibilityCheckSchema,
  category: "eligibility-check",
  auditId: (row) => row.id,
  fileName: "eligibility",
  columns: [
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "Asked", kind: "instant", value: (row) => row.askedAt },
    { title: "For", kind: "date", value: (row) => row.serviceDay },
    { title: "Outcome", kind: "text", value: (row) => row.outcome },
    { title: "Reason", kind: "text", value: (row) => row.reason },
    { title: "Answered", kind: "date", value: (row) => row.answeredOn },
  ],
  page: ({ transaction, query }, page) => listChecks(transaction, query, page),
});

const show = practiceRoute({
  method: "GET",
  url: "/eligibility-checks/:check",
  summary: "One question to a payer with every benefit of the answer and where it stands",
  permission: "appointment.read",
  audit: { action: "read", category: "eligibility-check" },
  schema: { params, response: eligibilityCheckSchema },
  handler: async ({ transaction, params: { check }, audits }) => {
    const found = await checkOf(transaction, check);
    audits("eligibility-check", [found.id]);
    return found;
  },
});

const ask = practiceRoute({
  method: "POST",
  url: "/eligibility-checks",
  summary: "Write a question (270) about a coverage; it is asked at once where somebody answers so",
  status: 201,
  permission: "eligibility.ask",
  audit: { action: "create", category: "eligibility-check" },
  schema: { body: askSchema, response: eligibilityCheckSchema },
  handler: async ({ transaction, practice, body, random, audits }) => {
    const { today } = practice;
    const { coverageId, day = today } = body;
    const result = await askPayer(transaction, { coverageId, day, today, random });
    if (result.is === "refused") throw problem(result.code);
    if (result.is === "incomplete") {
      const fields = result.faults.map((code) => ({
        field: "coverageId",
        code,
        message: inquiryFaults[code],
      }));
      throw problem("eligibility_incomplete", { fields });
    }
    await enqueueQuestion(transaction, result.checkId);
    audits("eligibility-check", [result.checkId]);
    return checkOf(transaction, result.checkId);
  },
});

const tell = practiceRoute({
  method: "POST",
  url: "/eligibility-checks/told",
  summary: "Write down what a payer said on the telephone or in its portal",
  status: 201,
  permission: "eligibility.ask",
  audit: { action: "create", category: "eligibility-check" },
  schema: { body: toldAnswerSchema, response: eligibilityCheckSchema },
  handler: async ({ transaction, practice, body, audits }) => {
    const { today } = practice;
    const { coverageId, day = today, outcome, told } = body;
    const copayCents = body.copayCents ?? undefined;
    const answer = { coverageId, day, today, outcome, told, copayCents };
    const checkId = await recordToldAnswer(transaction, answer);
    if (checkId === undefined) throw problem("coverage_unknown");
    await raiseClearanceWork(transaction, { coverageId }, today);
    audits("eligibility-check", [checkId]);
    return checkOf(transaction, checkId);
  },
});

const request = ownTransactionRoute({
  method: "GET",
  url: "/eligibility-checks/:check/request",
  summary: "The question as it was written (270)",
  permission: "eligibility.ask",
  audit: { action: "export", category: "eligibility-check" },
  schema: { params, response: "download" },
  handler: async (context) => {
    const { practice, actor, database, random } = context;
    const { check } = context.params;
    const found = await context.inPractice((transaction) => {
      context.audits("eligibility-check", [check]);
      return findRequest(transaction, check);
    });
    if (found === undefined) throw problem("not_found");
    const scope = { practiceId: practice.practiceId, actor: actor.name };
    const { documentId, name, byteLength } = found;
    const bytes = postgresDocumentStore(database, random).read(scope, documentId);
    return { name, mediaType: "application/edi-x12", byteLength, content: Readable.from(bytes) };
  },
});

async function checkOf(transaction: PracticeTransaction, checkId: number) {
  const found = await findCheck(transaction, checkId);
  if (found === undefined) throw problem("not_found");
  return found;
}

export const eligibilityRoutes: RouteModule = {
  name: "eligibility",
  routes: [list, show, ask, tell, request],
  problems: {
    coverage_unknown: { status: 422, title: "The practice has no such coverage" },
    eligibility_incomplete: { status: 422, title: "The payer could not find the patient by this" },
  },
};
