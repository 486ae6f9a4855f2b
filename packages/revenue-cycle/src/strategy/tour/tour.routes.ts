import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { showTour } from "./show-tour.query.ts";
import { answerTour, startTour } from "./tour.store.ts";
import { tourAnswerSchema, tourSchema } from "./tour-answers.ts";

const show = practiceRoute({
  method: "GET",
  url: "/tour",
  summary: "The guided tour of a demo practice, with what of it is done",
  permission: "claim.read",
  audit: { action: "read", category: "practice" },
  schema: { response: tourSchema },
  handler: async ({ transaction, practice }) => {
    if (practice.kind !== "demo") throw problem("tour_not_here");
    return showTour(transaction);
  },
});

const start = practiceRoute({
  method: "POST",
  url: "/tour",
  summary: "Begin the guided tour, or begin it anew: nothing that was done before counts",
  permission: "claim.read",
  audit: { action: "change", category: "practice" },
  schema: { response: tourSchema },
  handler: async ({ transaction, practice, audits }) => {
    if (practice.kind !== "demo") throw problem("tour_not_here");
    await startTour(transaction);
    audits("practice", [practice.publicId]);
    return showTour(transaction);
  },
});

const answer = practiceRoute({
  method: "POST",
  url: "/tour/answers",
  summary: "Answer a question of the guided tour; the last answer counts",
  permission: "claim.read",
  audit: { action: "change", category: "practice" },
  schema: { body: tourAnswerSchema, response: tourSchema },
  handler: async ({ transaction, practice, body, audits }) => {
    if (practice.kind !== "demo") throw problem("tour_not_here");
    await answerTour(transaction, body);
    audits("practice", [practice.publicId]);
    return showTour(transaction);
  },
});

/** Routes of the guided tour. */
export const tourRoutes: RouteModule = {
  name: "tour",
  routes: [show, start, answer],
  problems: { tour_not_here: { status: 422, title: "Only a demo practice has a guided tour" } },
};
