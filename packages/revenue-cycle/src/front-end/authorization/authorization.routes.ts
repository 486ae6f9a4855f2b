import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery, optionalDate, totalQuery } from "../../masters/list-query.ts";
import { askAuthorization } from "./ask-authorization.command.ts";
import { authorizationStates } from "./authorization.ts";
import {
  askAuthorizationSchema,
  authorizationDraftSchema,
  authorizationSchema,
  authorizationViewSchema,
} from "./authorization-answers.ts";
import { listQuestions } from "./authorization-question.store.ts";
import { reviewFaults } from "./build-review.ts";
import { authorizationFaults } from "./decide-authorization.ts";
import { findAuthorization, listAuthorizations } from "./list-authorizations.query.ts";
import {
  type AuthorizationResult,
  addAuthorization,
  changeAuthorization,
} from "./record-authorization.command.ts";
import { settleVisits } from "./settle-visits.command.ts";

const params = z.object({ authorization: idQuery });

const list = listRoute({
  url: "/authorizations",
  summary: "Authorizations with their units, the one that ends first before the others",
  permission: "appointment.read",
  query: z.object({
    state: z.enum(authorizationStates).optional(),
    patient: idQuery.optional(),
    payer: idQuery.optional(),
    endsBy: optionalDate,
    ...totalQuery,
  }),
  cursor: z.tuple([z.string(), z.int()]),
  row: authorizationSchema,
  category: "authorization",
  auditId: (row) => row.id,
  fileName: "authorizations",
  columns: [
    { title: "Patient", kind: "text", value: (row) => row.patient },
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "Kind", kind: "text", value: (row) => row.kind },
    { title: "Number", kind: "text", value: (row) => row.number },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Services", kind: "text", value: (row) => row.procedureCodes.join(" ") },
    { title: "Approved", kind: "number", value: (row) => row.approvedUnits },
    { title: "Used", kind: "number", value: (row) => row.usedUnits },
    { title: "Planned", kind: "number", value: (row) => row.plannedUnits },
    { title: "Left", kind: "number", value: (row) => row.remainingUnits },
    { title: "From", kind: "date", value: (row) => row.effectiveFrom },
    { title: "Through", kind: "date", value: (row) => row.effectiveTo },
  ],
  page: ({ transaction, query }, page) =>
    listAuthorizations(transaction, query, { ...page, withTotal: query.total === "1" }),
});

const show = practiceRoute({
  method: "GET",
  url: "/authorizations/:authorization",
  summary: "One authorization with what takes of its units and what its payer was asked",
  permission: "appointment.read",
  audit: { action: "read", category: "authorization" },
  schema: { params, response: authorizationViewSchema },
  handler: async ({ transaction, params: { authorization }, audits, etag }) => {
    const found = await findAuthorization(transaction, authorization);
    if (found === undefined) throw problem("not_found");
    audits("authorization", [found.id]);
    etag(found.revision);
    return { ...found, questions: await listQuestions(transaction, found.id) };
  },
});

const add = practiceRoute({
  method: "POST",
  url: "/authorizations",
  summary: "Add an authorization, asked for or decided",
  status: 201,
  permission: "authorization.write",
  audit: { action: "create", category: "authorization" },
  schema: { body: authorizationDraftSchema, response: authorizationSchema },
  handler: async ({ transaction, practice, body, audits, etag }) => {
    const added = settled(await addAuthorization(transaction, body));
    await settleVisits(transaction, added.patientId, practice.today);
    audits("authorization", [added.id]);
    etag(added.revision);
    return settledAgain(await findAuthorization(transaction, added.id));
  },
});

const change = practiceRoute({
  method: "PUT",
  url: "/authorizations/:authorization",
  summary: "Describe an authorization anew",
  permission: "authorization.write",
  audit: { action: "change", category: "authorization" },
  schema: { params, body: authorizationDraftSchema, response: authorizationSchema },
  handler: async ({ transaction, practice, params: { authorization }, body, ...context }) => {
    const wanted = { typed: body, revision: context.expectedRevision() };
    const changed = settled(await changeAuthorization(transaction, authorization, wanted));
    await settleVisits(transaction, changed.patientId, practice.today);
    context.audits("authorization", [changed.id]);
    context.etag(changed.revision);
    return settledAgain(await findAuthorization(transaction, changed.id));
  },
});

const ask = practiceRoute({
  method: "POST",
  url: "/authorizations/:authorization/questions",
  summary: "Ask the payer for an authorization, or what became of one that it pended (278)",
  status: 201,
  permission: "authorization.write",
  audit: { action: "create", category: "authorization" },
  schema: {
    params,
    body: askAuthorizationSchema,
    response: z.object({ id: z.int(), traceNumber: z.string() }),
  },
  handler: async ({ transaction, practice, random, params: { authorization }, body, audits }) => {
    const { today } = practice;
    const { units, isUrgent } = body;
    const question = { authorizationId: authorization, today, random };
    const result = await askAuthorization(transaction, { ...question, units, isUrgent });
    if (result.is === "refused") throw problem(result.code);
    if (result.is === "incomplete") {
      const detail = result.faults.map((fault) => reviewFaults[fault]).join(" ");
      throw problem("authorization_question_incomplete", { detail });
    }
    audits("authorization", [authorization]);
    return { id: result.questionId, traceNumber: result.traceNumber };
  },
});

function settled(result: AuthorizationResult) {
  if (result.is === "recorded") return result.authorization;
  if (result.is === "refused") throw problem(result.code);
  const fields = result.faults.map(({ field, code }) => ({
    field,
    code,
    message: authorizationFaults[code],
  }));
  throw problem("authorization_invalid", { fields });
}

function settledAgain<Found>(found: Found | undefined): Found {
  if (found === undefined) throw problem("not_found");
  return found;
}

export const authorizationRoutes: RouteModule = {
  name: "authorizations",
  routes: [list, show, add, change, ask],
  problems: {
    authorization_decided: { status: 409, title: "The payer has decided it already" },
    authorization_question_waiting: {
      status: 409,
      title: "The payer was asked today and has not answered yet",
    },
    authorization_question_incomplete: {
      status: 422,
      title: "Something is missing that a payer searches by",
    },
    authorization_invalid: { status: 422, title: "The authorization is not described rightly" },
  },
};
