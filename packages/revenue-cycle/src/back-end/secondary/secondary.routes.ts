import { Readable } from "node:stream";
import { problem } from "@headwater/platform/http/problem.ts";
import {
  ownTransactionRoute,
  practiceRoute,
  type RouteModule,
} from "@headwater/platform/http/route.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { contentOfClaim } from "../../mid-cycle/claim/content-of-claim.query.ts";
import { billNextPayer } from "./bill-next-payer.command.ts";
import { drawClaimForm } from "./draw-claim-form.query.ts";
import { lastSending } from "./next-payer.store.ts";
import {
  billNextPayerSchema,
  type NextPayerAnswer,
  nextPayerSchema,
  paperFormSchema,
  releaseToPatientSchema,
} from "./next-payer-answers.ts";
import { releaseToPatient } from "./release-to-patient.command.ts";
import { settleMailedNextPayer } from "./settle-next-payers.command.ts";
import { showNextPayer } from "./show-next-payer.query.ts";

const params = z.object({ claim: idQuery });

const show = practiceRoute({
  method: "GET",
  url: "/claims/:claim/next-payer",
  summary: "What follows the last payer's answer to a claim, why, and its arithmetic",
  permission: "claim.read",
  audit: { action: "read", category: "claim" },
  schema: { params, response: nextPayerSchema },
  handler: async ({ transaction, practice, params: { claim }, audits }) => {
    audits("claim", [claim]);
    return answerOf(transaction, claim, practice.today);
  },
});

const bill = ownTransactionRoute({
  method: "POST",
  url: "/claims/:claim/next-payer",
  summary: "Make the claim to the next payer of what the payers before it answered",
  status: 201,
  permission: "claim.write",
  audit: { action: "create", category: "claim" },
  schema: { params, body: billNextPayerSchema, response: nextPayerSchema },
  handler: async (context) => {
    const { practice, params, body, audits, inPractice } = context;
    const content = await contentOfClaim(context, params.claim);
    if (content === undefined) throw problem("claim_content_unknown");
    return inPractice(async (transaction) => {
      const request = { claimId: params.claim, content, form: body.form, today: practice.today };
      const result = await billNextPayer(transaction, request);
      if (result.is === "refused") throw problem(result.code);
      audits("claim", [params.claim]);
      return answerOf(transaction, params.claim, practice.today);
    });
  },
});

const mailed = practiceRoute({
  method: "POST",
  url: "/claims/:claim/next-payer/mailed",
  summary: "Mark the printed claim to the next payer as mailed",
  permission: "claim.write",
  audit: { action: "change", category: "claim" },
  schema: { params, response: nextPayerSchema },
  handler: async ({ transaction, practice, params: { claim }, audits }) => {
    const isMailed = await settleMailedNextPayer(transaction, claim, practice.today);
    if (!isMailed) throw problem("next_payer_not_on_paper");
    audits("claim", [claim]);
    return answerOf(transaction, claim, practice.today);
  },
});

const release = practiceRoute({
  method: "POST",
  url: "/claims/:claim/next-payer/release",
  summary: "Decide that nobody after the last payer is asked: what it left is the patient's",
  permission: "claim.write",
  audit: { action: "change", category: "claim" },
  schema: { params, body: releaseToPatientSchema, response: nextPayerSchema },
  handler: async ({ transaction, practice, params: { claim }, body, audits }) => {
    const { today } = practice;
    const result = await releaseToPatient(transaction, claim, { reason: body.reason, today });
    if (result.is === "refused") throw problem(result.code);
    audits("claim", [claim]);
    return answerOf(transaction, claim, today);
  },
});

const form = ownTransactionRoute({
  method: "GET",
  url: "/claims/:claim/paper-form",
  summary: "The claim on form CMS-1500 or UB-04, with the answers of the payers before it",
  permission: "claim.read",
  audit: { action: "export", category: "claim" },
  schema: { params, query: paperFormSchema, response: "download" },
  handler: async (context) => {
    const { practice, params, query, audits, inPractice } = context;
    const sending = await inPractice((transaction) => {
      audits("claim", [params.claim]);
      return lastSending(transaction, params.claim);
    });
    const claim = sending?.content ?? (await contentOfClaim(context, params.claim));
    if (claim === undefined) throw problem("not_found");
    if (claim.kind === "837D") throw problem("claim_is_dental");
    const bytes = await drawClaimForm(claim, { on: practice.today, paper: query.paper });
    return {
      name: `${claim.patientControlNumber}.pdf`,
      mediaType: "application/pdf",
      byteLength: bytes.length,
      content: Readable.from([bytes]),
    };
  },
});

async function answerOf(
  transaction: PracticeTransaction,
  claimId: number,
  today: string,
): Promise<NextPayerAnswer> {
  const answer = await showNextPayer(transaction, claimId, today);
  if (answer === undefined) throw problem("not_found");
  return answer;
}

export const secondaryRoutes: RouteModule = {
  name: "next payers",
  routes: [show, bill, mailed, release, form],
  problems: {
    next_payer_none: { status: 409, title: "Nobody else is to be asked about this claim" },
    prior_payer_silent: { status: 409, title: "A payer in front has not answered yet" },
    prior_not_balanced: {
      status: 409,
      title: "What a payer answered does not add up to the charge: no other payer would take it",
    },
    next_payer_in_batch: {
      status: 409,
      title: "The claim to the next payer is in a batch already",
    },
    next_payer_not_on_paper: { status: 409, title: "No claim to a next payer waits to be mailed" },
    coverage_missing: { status: 409, title: "The next payer's coverage is not on file" },
    payer_without_identifier: { status: 409, title: "A payer in front has no identifier" },
    claim_is_dental: { status: 409, title: "Dental claims are not written here" },
    patient_share_none: { status: 409, title: "The payer left nothing to the patient" },
    patient_protected: { status: 409, title: "The law forbids billing this patient" },
  },
};
