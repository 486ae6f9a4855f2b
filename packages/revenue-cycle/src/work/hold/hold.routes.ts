import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { ownerRoles } from "../edit/parse-edit.ts";
import { type HoldRefusal, placeHold, releaseHold } from "./change-hold.command.ts";
import { holdsOf } from "./find-holds.query.ts";
import { type HoldRow, holdReasonSchema, holdSchema } from "./hold-answers.ts";

const list = practiceRoute({
  method: "GET",
  url: "/holds",
  summary: "The holds of one subject, those in force first",
  permission: "work.read",
  audit: { action: "read", category: "hold" },
  schema: {
    query: z.object({ kind: z.string().min(1).max(40), subject: idQuery }),
    response: z.object({ rows: z.array(holdSchema) }),
  },
  handler: async ({ transaction, query, audits }) => {
    const rows = await holdsOf(transaction, { kind: query.kind, id: query.subject });
    audits(
      "hold",
      rows.map(({ id }) => id),
    );
    return { rows };
  },
});

const body = z.strictObject({ reason: holdReasonSchema, ownerRole: z.enum(ownerRoles) });

const place = practiceRoute({
  method: "POST",
  url: "/claims/:claim/holds",
  summary: "Hold a claim, with the reason and who must act",
  status: 201,
  permission: "claim.write",
  audit: { action: "create", category: "hold" },
  schema: {
    params: z.object({ claim: idQuery }),
    body,
    response: holdSchema,
  },
  handler: async ({ transaction, practice, params: { claim }, body, audits, etag }) => {
    const about = { subjectKind: "claim", subjectId: claim } as const;
    const wanted = { ...body, ...about, today: practice.today };
    const hold = settled(await placeHold(transaction, wanted));
    audits("claim", [claim]);
    audits("hold", [hold.id]);
    etag(hold.revision);
    return hold;
  },
});

const placeOnCharges = practiceRoute({
  method: "POST",
  url: "/encounters/:encounter/holds",
  summary:
    "Hold the charges of a visit, with the reason and who must act: no claim is made of them",
  status: 201,
  permission: "claim.write",
  audit: { action: "create", category: "hold" },
  schema: { params: z.object({ encounter: idQuery }), body, response: holdSchema },
  handler: async ({ transaction, practice, params: { encounter }, body, audits, etag }) => {
    const about = { subjectKind: "encounter", subjectId: encounter } as const;
    const wanted = { ...body, ...about, today: practice.today };
    const hold = settled(await placeHold(transaction, wanted));
    audits("encounter", [encounter]);
    audits("hold", [hold.id]);
    etag(hold.revision);
    return hold;
  },
});

const release = practiceRoute({
  method: "POST",
  url: "/holds/:hold/release",
  summary: "Release a hold with a reason; what edits found is released with it",
  permission: "work.write",
  audit: { action: "change", category: "hold" },
  schema: {
    params: z.object({ hold: idQuery }),
    body: z.strictObject({ reason: holdReasonSchema }),
    response: holdSchema,
  },
  handler: async ({ transaction, params, body, expectedRevision, audits, etag }) => {
    const wanted = { revision: expectedRevision(), reason: body.reason };
    const hold = settled(await releaseHold(transaction, params.hold, wanted));
    audits("hold", [hold.id]);
    etag(hold.revision);
    return hold;
  },
});

const problemOf = {
  hold_unknown: "not_found",
  revision_changed: "revision_changed",
  hold_released: "hold_released",
  held_already: "held_already",
  nothing_to_hold: "nothing_to_hold",
} as const;

function settled(result: HoldRow | HoldRefusal): HoldRow {
  if ("refused" in result) throw problem(problemOf[result.refused]);
  return result;
}

export const holdRoutes: RouteModule = {
  name: "holds",
  routes: [list, place, placeOnCharges, release],
  problems: {
    hold_released: { status: 409, title: "The hold is released already" },
    nothing_to_hold: { status: 409, title: "The visit is charged or closed: hold its claim" },
    held_already: { status: 409, title: "A person holds it already" },
  },
};
