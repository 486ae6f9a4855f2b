import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { connectionScheduleDraftSchema, connectionScheduleSchema } from "./batch-answers.ts";
import { saveSchedule, showSchedule } from "./connection-schedule.store.ts";

const params = z.object({ connection: idQuery });

const show = practiceRoute({
  method: "GET",
  url: "/connections/:connection/schedule",
  summary: "When files go by themselves over a connection, and how patiently",
  permission: "claim.read",
  audit: { action: "read", category: "connection" },
  schema: { params, response: connectionScheduleSchema },
  handler: async ({ transaction, params: { connection }, audits, etag }) => {
    const found = await showSchedule(transaction, connection);
    if (found === undefined) throw problem("not_found");
    audits("connection", [connection]);
    etag(found.revision);
    return found;
  },
});

const change = practiceRoute({
  method: "PUT",
  url: "/connections/:connection/schedule",
  summary: "Set when files go by themselves over a connection, and how patiently",
  permission: "practice.manage",
  audit: { action: "change", category: "connection" },
  schema: { params, body: connectionScheduleDraftSchema, response: connectionScheduleSchema },
  handler: async ({ transaction, params: { connection }, body, ...context }) => {
    const known = await showSchedule(transaction, connection);
    if (known === undefined) throw problem("not_found");
    const wanted = { schedule: body, revision: context.expectedRevision() };
    if (!(await saveSchedule(transaction, connection, wanted))) throw problem("revision_changed");
    await appendEvents(transaction, [
      {
        kind: "connection-schedule-changed",
        subjectKind: "connection",
        subjectId: connection,
        change: { ...body },
      },
    ]);
    const found = await showSchedule(transaction, connection);
    if (found === undefined) throw problem("not_found");
    context.audits("connection", [connection]);
    context.etag(found.revision);
    return found;
  },
});

/** Routes of the times and the patience of connections. */
export const connectionScheduleRoutes = [show, change] as const;
