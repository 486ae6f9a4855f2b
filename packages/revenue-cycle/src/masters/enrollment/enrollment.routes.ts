import { listRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../list-query.ts";
import { recordRoutes } from "../record.routes.ts";
import { enrollmentStates, enrollmentTransactions } from "./enrollment.ts";
import { enrollmentDraftSchema, enrollmentSchema } from "./enrollment-answers.ts";
import { findEnrollment, listEnrollments } from "./list-enrollments.query.ts";
import { addEnrollment, changeEnrollment } from "./record-enrollment.command.ts";

const list = listRoute({
  url: "/enrollments",
  summary: "With which payer which transaction may be exchanged, for all providers or one",
  permission: "practice.read",
  query: z.object({
    payer: idQuery.optional(),
    provider: idQuery.optional(),
    transaction: z.enum(enrollmentTransactions).optional(),
    state: z.enum(enrollmentStates).optional(),
  }),
  cursor: z.tuple([z.int()]),
  row: enrollmentSchema,
  category: "enrollment",
  auditId: (row) => row.id,
  fileName: "enrollments",
  columns: [
    { title: "Payer", kind: "text", value: (row) => row.payerName },
    { title: "Provider", kind: "text", value: (row) => row.providerName ?? "all" },
    { title: "Transaction", kind: "text", value: (row) => row.transaction },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Requested", kind: "date", value: (row) => row.requestedOn },
    { title: "From", kind: "date", value: (row) => row.effectiveFrom },
    { title: "Through", kind: "date", value: (row) => row.effectiveTo },
    { title: "Number with the payer", kind: "text", value: (row) => row.payerProviderNumber },
  ],
  page: ({ transaction, query }, page) => listEnrollments(transaction, query, page),
});

export const enrollmentRoutes: RouteModule = {
  name: "enrollments",
  routes: [
    list,
    ...recordRoutes({
      url: "/enrollments",
      category: "enrollment",
      words: "an enrolment",
      permission: "enrollment.write",
      draft: enrollmentDraftSchema,
      answer: enrollmentSchema,
      invalid: "enrollment_invalid",
      find: findEnrollment,
      add: addEnrollment,
      change: changeEnrollment,
    }),
  ],
  problems: {
    enrollment_taken: { status: 409, title: "This enrolment is on file from the same day" },
    enrollment_invalid: { status: 422, title: "The enrolment is not described rightly" },
  },
};
