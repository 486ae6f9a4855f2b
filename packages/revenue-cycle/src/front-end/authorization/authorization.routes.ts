import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { z } from "zod";
import { idQuery, optionalDate, totalQuery } from "../../masters/list-query.ts";
import { attachAuthorizations } from "../appointment/book-appointment.command.ts";
import { raiseClearanceWork } from "../appointment/raise-clearance-work.command.ts";
import { loadVisits } from "../appointment/visit.query.ts";
import { authorizationStates } from "./authorization.ts";
import {
  authorizationDraftSchema,
  authorizationLedgerSchema,
  authorizationSchema,
} from "./authorization-answers.ts";
import { authorizationFaults } from "./decide-authorization.ts";
import { findAuthorization, listAuthorizations } from "./list-authorizations.query.ts";
import {
  type AuthorizationResult,
  addAuthorization,
  changeAuthorization,
} from "./record-authorization.command.ts";

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
  summary: "One authorization with every visit that takes of its units",
  permission: "appointment.read",
  audit: { action: "read", category: "authorization" },
  schema: { params, response: authorizationLedgerSchema },
  handler: async ({ transaction, params: { authorization }, audits, etag }) => {
    const found = await findAuthorization(transaction, authorization);
    if (found === undefined) throw problem("not_found");
    audits("authorization", [found.id]);
    etag(found.revision);
    return found;
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
    await bringVisits(transaction, added.patientId, practice.today);
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
    await bringVisits(transaction, changed.patientId, practice.today);
    context.audits("authorization", [changed.id]);
    context.etag(changed.revision);
    return settledAgain(await findAuthorization(transaction, changed.id));
  },
});

/** What a new or changed authorization means for the visits that are booked. */
async function bringVisits(
  transaction: PracticeTransaction,
  patientId: number,
  today: string,
): Promise<void> {
  const filter = { patientId, from: today, states: ["booked"] };
  const visits = await loadVisits(transaction, filter, { today });
  const ids = visits.map(({ id }) => id);
  await attachAuthorizations(transaction, { ids, today });
  await raiseClearanceWork(transaction, { ids }, today);
}

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
  routes: [list, show, add, change],
  problems: {
    authorization_invalid: { status: 422, title: "The authorization is not described rightly" },
  },
};
