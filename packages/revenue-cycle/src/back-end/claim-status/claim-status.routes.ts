import { problem } from "@headwater/platform/http/problem.ts";
import { ownTransactionRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { readingContext } from "../file/reading-context.command.ts";
import { askClaimStatus } from "./ask-claim-status.command.ts";
import { statusInquiryFaults } from "./build-status-inquiry.ts";

const ask = ownTransactionRoute({
  method: "POST",
  url: "/claims/:claim/status-inquiries",
  summary: "Ask the payer where a claim stands (276); its answer comes to the claim's timeline",
  status: 201,
  permission: "claim.write",
  audit: { action: "create", category: "claim" },
  schema: {
    params: z.object({ claim: idQuery }),
    response: z.object({ id: z.int(), traceNumber: z.string() }),
  },
  handler: async ({ database, practice, actor, clock, random, params, audits }) => {
    const { today: businessDate, ...known } = practice;
    const options = { actor: actor.name, clock, random };
    const context = await readingContext(database, { ...known, businessDate }, options);
    const question = { claimId: params.claim, reason: "asked" } as const;
    const result = await askClaimStatus(context, question);
    if (result.is === "refused") throw problem(result.code);
    if (result.is === "incomplete") {
      const detail = result.faults.map((fault) => statusInquiryFaults[fault]).join(" ");
      throw problem("status_inquiry_incomplete", { detail });
    }
    audits("claim", [params.claim]);
    return { id: result.inquiryId, traceNumber: result.traceNumber };
  },
});

/** Routes of asking payers about claims. */
export const claimStatusRoutes: RouteModule = {
  name: "claim-status",
  routes: [ask],
  problems: {
    claim_content_missing: { status: 409, title: "The claim was not sent, or its file is gone" },
    status_inquiry_incomplete: {
      status: 422,
      title: "The claim lacks what a payer searches by",
    },
  },
};
