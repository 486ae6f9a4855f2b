import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { demoClaimLimits, demoClaims } from "./demo-files.ts";
import { askForDemo } from "./fill-demo.ts";

const fill = practiceRoute({
  method: "POST",
  url: "/demo",
  summary: "Fill a demo practice with eighteen invented months; asking again changes nothing",
  status: 202,
  permission: "practice.manage",
  audit: { action: "create", category: "import" },
  schema: {
    body: z.strictObject({
      claims: z.int().min(demoClaimLimits.least).max(demoClaimLimits.most).optional(),
    }),
    response: z.object({ import: z.uuid() }),
  },
  handler: async ({ transaction, practice, random, body, audits }) => {
    if (practice.kind !== "demo") throw problem("practice_not_demo");
    const id = await askForDemo(transaction, { claims: body.claims ?? demoClaims, random });
    audits("import", [id]);
    return { import: id };
  },
});

export const demoRoutes: RouteModule = {
  name: "demo",
  routes: [fill],
  problems: {
    practice_not_demo: { status: 422, title: "Only a demo practice is filled with invented files" },
  },
};
