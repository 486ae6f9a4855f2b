import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery, searchQuery } from "../list-query.ts";
import { appendMasterEvents } from "../master-event.store.ts";
import { guarantorFaults, personFaultsOf, tidyPerson } from "./decide-guarantor.ts";
import { findGuarantor, listGuarantors, updateGuarantor } from "./guarantor.store.ts";
import { guarantorPersonSchema, guarantorSchema } from "./guarantor-answers.ts";

const params = z.object({ guarantor: idQuery });

const list = listRoute({
  url: "/guarantors",
  summary: "Who answers for patients' balances, by name",
  permission: "patient.read",
  query: z.object({ search: searchQuery }),
  cursor: z.tuple([z.string(), z.string(), z.int()]),
  row: guarantorSchema,
  category: "guarantor",
  auditId: (row) => row.id,
  fileName: "guarantors",
  columns: [
    { title: "Last name", kind: "text", value: (row) => row.lastName },
    { title: "First name", kind: "text", value: (row) => row.firstName },
    { title: "City", kind: "text", value: (row) => row.city },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Telephone", kind: "text", value: (row) => row.phone },
    { title: "Patients", kind: "number", value: (row) => row.patients },
  ],
  page: ({ transaction, query }, page) => listGuarantors(transaction, query.search, page),
});

const show = practiceRoute({
  method: "GET",
  url: "/guarantors/:guarantor",
  summary: "One guarantor",
  permission: "patient.read",
  audit: { action: "read", category: "guarantor" },
  schema: { params, response: guarantorSchema },
  handler: async ({ transaction, params: { guarantor }, audits, etag }) => {
    const found = await findGuarantor(transaction, guarantor);
    if (found === undefined) throw problem("not_found");
    audits("guarantor", [found.id]);
    etag(found.revision);
    return found;
  },
});

const change = practiceRoute({
  method: "PUT",
  url: "/guarantors/:guarantor",
  summary: "Describe a guarantor anew, for all patients he answers for",
  permission: "patient.write",
  audit: { action: "change", category: "guarantor" },
  schema: { params, body: guarantorPersonSchema, response: guarantorSchema },
  handler: async ({ transaction, params, body, expectedRevision, audits, etag }) => {
    const person = tidyPerson(body);
    const faults = personFaultsOf(person);
    if (faults.length > 0) {
      throw problem("guarantor_invalid", {
        fields: faults.map(({ field, code }) => ({ field, code, message: guarantorFaults[code] })),
      });
    }
    const subjectId = params.guarantor;
    const revision = expectedRevision();
    if (!(await updateGuarantor(transaction, subjectId, { person, revision }))) {
      const known = await findGuarantor(transaction, subjectId);
      throw problem(known === undefined ? "not_found" : "revision_changed");
    }
    await appendMasterEvents(transaction, [
      {
        kind: "guarantor-changed",
        subjectKind: "guarantor",
        subjectId,
      },
    ]);
    const changed = await findGuarantor(transaction, subjectId);
    if (changed === undefined) throw problem("not_found");
    audits("guarantor", [subjectId]);
    etag(changed.revision);
    return changed;
  },
});

export const guarantorRoutes: RouteModule = {
  name: "guarantors",
  routes: [list, show, change],
  problems: {
    guarantor_invalid: { status: 422, title: "The guarantor is not described rightly" },
  },
};
