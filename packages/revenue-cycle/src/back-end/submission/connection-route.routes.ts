import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { connectionRouteSchema, routeDraftSchema } from "./batch-answers.ts";
import { listRoutes, setRoute } from "./route.store.ts";

const routesSchema = z.object({ rows: z.array(connectionRouteSchema) });

const list = practiceRoute({
  method: "GET",
  url: "/connection-routes",
  summary: "Over which connection questions to payers go",
  permission: "claim.read",
  audit: { action: "read", category: "connection" },
  schema: { response: routesSchema },
  handler: async ({ transaction }) => ({ rows: await listRoutes(transaction) }),
});

const set = practiceRoute({
  method: "POST",
  url: "/connection-routes",
  summary: "Send questions of a kind over a connection, for one payer or for all others",
  permission: "practice.manage",
  audit: { action: "change", category: "connection" },
  schema: { body: routeDraftSchema, response: routesSchema },
  handler: async ({ transaction, body, audits }) => {
    if (!(await setRoute(transaction, body))) throw problem("not_found");
    audits("connection", body.connectionId === null ? [] : [body.connectionId]);
    return { rows: await listRoutes(transaction) };
  },
});

/** Routes of where questions go. */
export const connectionRouteRoutes = [list, set] as const;
