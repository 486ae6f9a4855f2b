import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { demoClaimLimits, demoClaims } from "./demo-files.ts";
import { askForDemo } from "./fill-demo.ts";
import { askForDays, findDemoClock, mostDemoDays } from "./step-demo.ts";

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

const clockSchema = z.object({
  /** The business date of the practice. */
  day: z.iso.date(),
  /** The day to which it is being stepped; the same while it stands. */
  wantedDay: z.iso.date(),
});

const clock = practiceRoute({
  method: "GET",
  url: "/demo",
  summary: "What day it is in a demo practice",
  permission: "claim.read",
  audit: { action: "read", category: "practice" },
  schema: { response: clockSchema },
  handler: async ({ transaction, practice }) => {
    const found = await findDemoClock(transaction);
    if (practice.kind !== "demo" || found === undefined) throw problem("practice_not_demo");
    return found;
  },
});

const step = practiceRoute({
  method: "POST",
  url: "/demo/days",
  summary: "Step the business day of a demo practice; its payers answer meanwhile",
  status: 202,
  permission: "practice.manage",
  audit: { action: "change", category: "practice" },
  schema: {
    body: z.strictObject({ days: z.int().min(1).max(mostDemoDays).default(1) }),
    response: clockSchema,
  },
  handler: async ({ transaction, practice, body, audits }) => {
    if (practice.kind !== "demo") throw problem("practice_not_demo");
    const wanted = await askForDays(transaction, { days: body.days, claims: demoClaims });
    if (wanted === undefined) throw problem("practice_not_demo");
    audits("practice", [practice.publicId]);
    return wanted;
  },
});

export const demoRoutes: RouteModule = {
  name: "demo",
  routes: [fill, clock, step],
  problems: {
    practice_not_demo: { status: 422, title: "Only a demo practice that is filled has this" },
  },
};
