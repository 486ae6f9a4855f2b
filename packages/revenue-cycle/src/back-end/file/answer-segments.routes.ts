import { postgresDocumentStore } from "@headwater/platform/documents/postgres-document-store.ts";
import { problem } from "@headwater/platform/http/problem.ts";
import { ownTransactionRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { findCheck } from "../../front-end/eligibility/list-checks.query.ts";
import { idQuery } from "../../masters/list-query.ts";
import { fileSegmentsSchema } from "./file-answers.ts";
import { findFilePlace, readSegments } from "./show-segments.query.ts";

/** Most segments of an answer that are shown at once. */
const mostSegments = 500;

const segments = ownTransactionRoute({
  method: "GET",
  url: "/eligibility-checks/:check/segments",
  summary: "The segments of a payer's answer about one patient, as they stand in its file",
  permission: "appointment.read",
  audit: { action: "read", category: "eligibility-check" },
  schema: { params: z.object({ check: idQuery }), response: fileSegmentsSchema },
  handler: async (context) => {
    const { practice, actor, database, random } = context;
    const { check } = context.params;
    const found = await context.inPractice(async (transaction) => {
      context.audits("eligibility-check", [check]);
      const source = (await findCheck(transaction, check))?.source;
      if (source === undefined || source === null) return undefined;
      const at = { from: source.segmentFrom, claimsBefore: 0 };
      const place = await findFilePlace(transaction, source.fileId, at);
      return place && { source, place };
    });
    if (found === undefined) throw problem("not_found");
    const { segmentFrom: from, segmentTo } = found.source;
    const range = { from, to: Math.min(segmentTo, from + mostSegments - 1) };
    const scope = { practiceId: practice.practiceId, actor: actor.name };
    const documents = postgresDocumentStore(database, random);
    const shown = await readSegments(documents, scope, { place: found.place, range });
    return { segments: shown, total: found.place.total };
  },
});

export const answerSegmentRoutes: RouteModule = { name: "answer-segments", routes: [segments] };
