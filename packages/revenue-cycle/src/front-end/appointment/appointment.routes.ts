import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import type { PracticeContext } from "@headwater/platform/http/route-context.ts";
import { z } from "zod";
import { dateSchema } from "../../masters/answer-schemas.ts";
import { idQuery } from "../../masters/list-query.ts";
import {
  type AppointmentResult,
  bookAppointment,
  changeAppointment,
  setAppointmentState,
} from "./book-appointment.command.ts";
import { calendar, visitsNotClear } from "./calendar.query.ts";
import { appointmentFaults } from "./decide-appointment.ts";
import { clearanceDays, raiseClearanceWork } from "./raise-clearance-work.command.ts";
import { settledVisit } from "./settled-visit.command.ts";
import { showVisit } from "./show-visit.query.ts";
import {
  appointmentDraftSchema,
  appointmentStateSchema,
  visitRowSchema,
  visitSchema,
} from "./visit-answers.ts";

const params = z.object({ appointment: idQuery });
const filters = {
  provider: idQuery.optional(),
  facility: idQuery.optional(),
};

const days = practiceRoute({
  method: "GET",
  url: "/appointments",
  summary: "The appointments of some days by time, each with its clearance; at most 42 days",
  permission: "appointment.read",
  audit: { action: "read", category: "appointment" },
  schema: {
    query: z.object({ from: dateSchema, to: dateSchema, ...filters, patient: idQuery.optional() }),
    response: z.object({ rows: z.array(visitRowSchema), today: dateSchema }),
  },
  handler: async ({ transaction, practice, query, audits }) => {
    const { from, to, provider, facility, patient } = query;
    const filter = { from, to, providerId: provider, facilityId: facility, patientId: patient };
    const rows = await calendar(transaction, filter, practice.today);
    audits(
      "appointment",
      rows.map(({ id }) => id),
    );
    return { rows, today: practice.today };
  },
});

const notClear = listRoute({
  url: "/appointments/not-clear",
  summary: "Visits of the next business days that are not clear, most dollars at risk first",
  permission: "appointment.read",
  query: z.object({
    days: z.coerce.number().int().min(0).max(20).default(clearanceDays),
    ...filters,
    light: z.enum(["stop", "ask"]).optional(),
    total: z.literal("1").optional(),
  }),
  cursor: z.tuple([z.int()]),
  row: visitRowSchema,
  category: "appointment",
  auditId: (row) => row.id,
  fileName: "not-clear",
  columns: [
    { title: "Day", kind: "date", value: (row) => row.day },
    { title: "Time", kind: "text", value: (row) => row.time },
    { title: "Patient", kind: "text", value: (row) => row.patient },
    { title: "Provider", kind: "text", value: (row) => row.provider },
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "At risk", kind: "cents", value: (row) => row.clearance.cents },
    {
      title: "Why",
      kind: "text",
      value: (row) => row.clearance.reasons.map(({ text }) => text).join(" "),
    },
    {
      title: "Next",
      kind: "text",
      value: (row) => row.clearance.reasons[0]?.actionText ?? "",
    },
  ],
  page: async ({ transaction, practice, query }, { limit, after }) => {
    const { provider, facility, light, total } = query;
    const filter = { providerId: provider, facilityId: facility };
    const span = { today: practice.today, days: query.days };
    const found = await visitsNotClear(transaction, filter, span);
    const rows = found.filter((row) => light === undefined || row.clearance.light === light);
    const from = after?.[0] ?? 0;
    const cents = rows.reduce((sum, { clearance }) => sum + (clearance.cents ?? 0), 0);
    return {
      rows: rows.slice(from, from + limit),
      next: rows.length > from + limit ? ([from + limit] as [number]) : null,
      ...(total === "1" ? { total: { count: rows.length, cents, counts: countsOf(found) } } : {}),
    };
  },
});

function countsOf(rows: readonly { readonly clearance: { readonly light: string } }[]) {
  const count = (light: string) => rows.filter((row) => row.clearance.light === light).length;
  return { light: { stop: count("stop"), ask: count("ask") } };
}

const sweep = practiceRoute({
  method: "POST",
  url: "/appointments/not-clear/work",
  summary: "Bring the work of visits that are not clear up to date",
  permission: "appointment.write",
  audit: { action: "change", category: "work-item" },
  schema: { response: z.object({ today: dateSchema }) },
  handler: async ({ transaction, practice }) => {
    await raiseClearanceWork(transaction, {}, practice.today);
    return { today: practice.today };
  },
});

const show = practiceRoute({
  method: "GET",
  url: "/appointments/:appointment",
  summary: "One appointment with coverage, eligibility, authorization, estimate and balance",
  permission: "appointment.read",
  audit: { action: "read", category: "appointment" },
  schema: { params, response: visitSchema },
  handler: async ({ transaction, practice, params: { appointment }, audits, etag }) => {
    const visit = await showVisit(transaction, appointment, practice.today);
    if (visit === undefined) throw problem("not_found");
    audits("appointment", [visit.id]);
    audits("patient", [visit.patientId]);
    etag(visit.revision);
    return visit;
  },
});

const book = practiceRoute({
  method: "POST",
  url: "/appointments",
  summary: "Book an appointment",
  status: 201,
  permission: "appointment.write",
  audit: { action: "create", category: "appointment" },
  schema: { body: appointmentDraftSchema, response: visitSchema },
  handler: async (context) => {
    const { transaction, practice, body } = context;
    return settled(context, await bookAppointment(transaction, body, practice.today));
  },
});

const change = practiceRoute({
  method: "PUT",
  url: "/appointments/:appointment",
  summary: "Move an appointment, or change what it is for",
  permission: "appointment.write",
  audit: { action: "change", category: "appointment" },
  schema: { params, body: appointmentDraftSchema, response: visitSchema },
  handler: async (context) => {
    const {
      transaction,
      practice,
      body: typed,
      params: { appointment },
    } = context;
    const wanted = { typed, revision: context.expectedRevision(), today: practice.today };
    return settled(context, await changeAppointment(transaction, appointment, wanted));
  },
});

const setState = practiceRoute({
  method: "PUT",
  url: "/appointments/:appointment/state",
  summary: "Cancel an appointment, or mark it as missed or done",
  permission: "appointment.write",
  audit: { action: "change", category: "appointment" },
  schema: { params, body: appointmentStateSchema, response: visitSchema },
  handler: async (context) => {
    const {
      transaction,
      practice,
      body,
      params: { appointment },
    } = context;
    if (body.state === "cancelled" && body.reason === "") throw problem("reason_required");
    const wanted = { ...body, revision: context.expectedRevision(), today: practice.today };
    return settled(context, await setAppointmentState(transaction, appointment, wanted));
  },
});

type Settling = Pick<
  PracticeContext<unknown, unknown, unknown>,
  "transaction" | "practice" | "audits" | "etag"
>;

/** The visit as it stands now, with its work brought along; or the problem that says why not. */
async function settled(context: Settling, result: AppointmentResult) {
  if (result.is === "refused") throw problem(result.code);
  if (result.is === "invalid") {
    const fields = result.faults.map(({ field, code }) => ({
      field,
      code,
      message: appointmentFaults[code],
    }));
    throw problem("appointment_invalid", { fields });
  }
  const { transaction, practice } = context;
  const { id } = result.visit;
  const visit = await settledVisit(transaction, id, practice.today);
  if (visit === undefined) throw problem("not_found");
  context.audits("appointment", [id]);
  context.etag(visit.revision);
  return visit;
}

export const appointmentRoutes: RouteModule = {
  name: "appointments",
  routes: [days, notClear, sweep, show, book, change, setState],
  problems: {
    appointment_invalid: { status: 422, title: "The appointment cannot be booked so" },
    appointment_state: { status: 409, title: "The appointment's state does not allow it" },
    reason_required: { status: 422, title: "Say why" },
  },
};
