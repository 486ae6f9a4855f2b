import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { centsSchema } from "../../masters/answer-schemas.ts";
import { idQuery } from "../../masters/list-query.ts";
import { settledVisit } from "../appointment/settled-visit.command.ts";
import { visitSchema } from "../appointment/visit-answers.ts";
import { checkIn } from "./check-in.command.ts";
import { paymentMethods } from "./decide-check-in.ts";

const amount = centsSchema.min(0).max(100_000_000).default(0);

const put = practiceRoute({
  method: "PUT",
  url: "/appointments/:appointment/check-in",
  summary: "Check a patient in, with the copay and the old balance that were collected",
  permission: "patient-payment.collect",
  audit: { action: "change", category: "appointment" },
  schema: {
    params: z.object({ appointment: idQuery }),
    body: z.strictObject({
      copayCents: amount,
      balanceCents: amount,
      method: z.enum(paymentMethods).optional(),
    }),
    response: visitSchema,
  },
  handler: async ({ transaction, practice, params: { appointment }, body, ...context }) => {
    const { copayCents, balanceCents, method } = body;
    const result = await checkIn(transaction, appointment, {
      wanted: { copayCents, balanceCents, method },
      revision: context.expectedRevision(),
      today: practice.today,
    });
    if (result.is === "refused") throw problem(result.code);
    const visit = await settledVisit(transaction, appointment, practice.today);
    if (visit === undefined) throw problem("not_found");
    context.audits("appointment", [appointment]);
    context.audits("patient", [visit.patientId]);
    context.etag(visit.revision);
    return visit;
  },
});

export const checkInRoutes: RouteModule = {
  name: "check-in",
  routes: [put],
  problems: {
    appointment_not_booked: {
      status: 409,
      title: "The appointment is not waiting for the patient",
    },
    appointment_other_day: { status: 409, title: "The appointment is on another day" },
    appointment_held: {
      status: 409,
      title: "The visit is held: mend what was found, or release it with a reason",
    },
    payment_method_missing: { status: 422, title: "Say how the patient paid" },
    balance_exceeded: { status: 422, title: "The patient owes less than that" },
  },
};
