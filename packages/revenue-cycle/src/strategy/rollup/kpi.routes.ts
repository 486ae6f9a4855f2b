import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { freshKpis } from "./fresh-kpis.command.ts";
import { kpiSchema, kpiSplits } from "./kpi-answers.ts";
import { readPeriod } from "./kpi-period.ts";

const kpis = practiceRoute({
  method: "GET",
  url: "/kpis",
  summary: "The measures of a month, quarter, year or range with their trend, from the roll-ups",
  permission: "report.read",
  audit: { action: "read", category: "report" },
  schema: {
    query: z.object({
      period: z.string().max(20).default("all"),
      by: z.enum(kpiSplits).optional(),
    }),
    response: kpiSchema,
  },
  handler: ({ transaction, query }) => {
    const period = readPeriod(query.period);
    if (period === undefined) throw problem("period_unknown");
    const { practiceId } = transaction;
    return freshKpis(transaction, { practiceId, period, by: query.by });
  },
});

export const kpiRoutes: RouteModule = {
  name: "kpi",
  routes: [kpis],
  problems: {
    period_unknown: {
      status: 422,
      title:
        "A period is all, a year, a quarter (2026-Q2), a month (2026-06) or two months with .. between",
    },
  },
};
