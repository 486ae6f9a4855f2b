import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import {
  personMatchSchema,
  remittanceSchema,
  suggestedMatchSchema,
} from "../remittance/remittance-answers.ts";
import { showRemittance } from "../remittance/show-remittance.query.ts";
import { suggestMatches } from "../remittance/suggest-matches.query.ts";
import { readStoredClaims } from "./load-remittance-claims.store.ts";
import { matchByPerson, type PersonMatch, unmatchByPerson } from "./match-by-person.command.ts";
import { releaseRemittance } from "./post-held-remittance.command.ts";
import { storedClaim } from "./waiting-claims.store.ts";

const params = z.object({ remittance: idQuery, number: idQuery });

const suggestions = practiceRoute({
  method: "GET",
  url: "/remittances/:remittance/claims/:number/suggestions",
  summary: "The claims that a remittance claim may mean, the likeliest first, with what agrees",
  permission: "remittance.write",
  audit: { action: "read", category: "claim" },
  schema: { params, response: z.object({ rows: z.array(suggestedMatchSchema) }) },
  handler: async ({ transaction, params: { remittance, number }, audits }) => {
    const row = await storedClaim(transaction, { remittanceId: remittance, claimNumber: number });
    const [claim] = row === undefined ? [] : await readStoredClaims(transaction, [row]);
    if (claim === undefined) throw problem("not_found");
    const rows = await suggestMatches(transaction, claim);
    audits("remittance-claim", [`${remittance}:${number}`]);
    audits(
      "claim",
      rows.map((one) => one.claimId),
    );
    return { rows };
  },
});

const match = practiceRoute({
  method: "PUT",
  url: "/remittances/:remittance/claims/:number/match",
  summary: "Post a remittance claim that waits in suspense to the claim it means",
  permission: "remittance.write",
  audit: { action: "change", category: "remittance-claim" },
  schema: {
    params,
    body: z.strictObject({ claimId: z.int().min(1) }),
    response: personMatchSchema,
  },
  handler: async ({ transaction, params: { remittance, number }, body, audits }) => {
    const key = { remittanceId: remittance, claimNumber: number };
    const answer = answerOf(await matchByPerson(transaction, key, body.claimId));
    audits("remittance-claim", [`${remittance}:${number}`]);
    audits("claim", [body.claimId]);
    return answer;
  },
});

const unmatch = practiceRoute({
  method: "DELETE",
  url: "/remittances/:remittance/claims/:number/match",
  summary: "Take back a match that a person made; its money goes back to suspense",
  permission: "remittance.write",
  audit: { action: "change", category: "remittance-claim" },
  schema: { params, response: personMatchSchema },
  handler: async ({ transaction, params: { remittance, number }, audits }) => {
    const key = { remittanceId: remittance, claimNumber: number };
    const answer = answerOf(await unmatchByPerson(transaction, key));
    audits("remittance-claim", [`${remittance}:${number}`]);
    return answer;
  },
});

const release = practiceRoute({
  method: "PUT",
  url: "/remittances/:remittance/release",
  summary: "Post a held remittance: known claims to these, the others to suspense",
  permission: "remittance.write",
  audit: { action: "change", category: "remittance" },
  schema: { params: params.pick({ remittance: true }), response: remittanceSchema },
  handler: async ({ transaction, params: { remittance }, audits }) => {
    const released = await releaseRemittance(transaction, remittance);
    if (released.is === "refused") throw problem(problemOf[released.code]);
    audits("remittance", [remittance]);
    const shown = await showRemittance(transaction, remittance, await loadCodeLabels());
    if (shown === undefined) throw problem("not_found");
    return shown;
  },
});

function answerOf(result: PersonMatch): z.infer<typeof personMatchSchema> {
  if (result.is === "refused") throw problem(problemOf[result.code]);
  return { claimId: result.is === "matched" ? result.claimId : null };
}

const problemOf = {
  remittance_unknown: "not_found",
  remittance_claim_unknown: "not_found",
  claim_unknown: "claim_unknown",
  remittance_not_posted: "remittance_not_posted",
  remittance_claim_matched: "remittance_claim_matched",
  remittance_claim_not_by_person: "remittance_claim_not_by_person",
  remittance_not_held: "remittance_not_held",
  payment_already_posted: "payment_already_posted",
} as const;

export const matchByPersonRoutes: RouteModule = {
  name: "matches by a person",
  routes: [suggestions, match, unmatch, release],
  problems: {
    claim_unknown: { status: 422, title: "The practice has no claim of this id" },
    remittance_not_posted: { status: 409, title: "The remittance is not posted yet" },
    remittance_claim_matched: { status: 409, title: "The remittance claim is matched already" },
    remittance_claim_not_by_person: {
      status: 409,
      title: "The remittance claim was matched by its numbers, not by a person",
    },
    remittance_not_held: { status: 409, title: "The remittance is not held" },
    payment_already_posted: { status: 409, title: "The same payment is posted already" },
  },
};
