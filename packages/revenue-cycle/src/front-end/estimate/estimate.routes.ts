import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { raiseClearanceWork } from "../appointment/raise-clearance-work.command.ts";
import { keptEstimateSchema } from "./estimate-answers.ts";
import { keepEstimate, keptEstimates } from "./keep-estimate.command.ts";

const params = z.object({ appointment: idQuery });

const list = practiceRoute({
  method: "GET",
  url: "/appointments/:appointment/estimates",
  summary: "Estimates that were kept of an appointment, the newest first",
  permission: "appointment.read",
  audit: { action: "read", category: "estimate" },
  schema: { params, response: z.object({ rows: z.array(keptEstimateSchema) }) },
  handler: async ({ transaction, params: { appointment }, audits }) => {
    const rows = await keptEstimates(transaction, appointment);
    audits(
      "estimate",
      rows.map(({ id }) => id),
    );
    return { rows };
  },
});

const keep = practiceRoute({
  method: "POST",
  url: "/appointments/:appointment/estimates",
  summary: "Keep the estimate of an appointment as it is now, to be handed out",
  status: 201,
  permission: "appointment.write",
  audit: { action: "create", category: "estimate" },
  schema: { params, response: keptEstimateSchema },
  handler: async ({ transaction, practice, params: { appointment }, audits }) => {
    const kept = await keepEstimate(transaction, appointment, practice.today);
    if (kept === undefined) throw problem("not_found");
    await raiseClearanceWork(transaction, { ids: [appointment] }, practice.today);
    audits("estimate", [kept.id]);
    return kept;
  },
});

export const estimateRoutes: RouteModule = { name: "estimates", routes: [list, keep] };
