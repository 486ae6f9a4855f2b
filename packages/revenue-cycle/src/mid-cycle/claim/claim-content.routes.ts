import { problem } from "@headwater/platform/http/problem.ts";
import {
  ownTransactionRoute,
  practiceRoute,
  type RouteModule,
} from "@headwater/platform/http/route.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { z } from "zod";
import { centsSchema } from "../../masters/answer-schemas.ts";
import { idQuery } from "../../masters/list-query.ts";
import { severities } from "../../work/edit/edit.ts";
import { listFindings } from "../../work/edit/list-findings.query.ts";
import { openWorkOfClaim } from "../../work/work-item/list-work.query.ts";
import { changeClaimContent } from "./change-claim-content.command.ts";
import { findContent, type StoredContent } from "./claim-content.store.ts";
import { isUnsent } from "./claim-content.ts";
import { claimEditSchema } from "./claim-edit-schema.ts";
import { type ClaimFault, claimFaults } from "./claim-faults.ts";
import { claimFieldOf } from "./claim-field-of-finding.ts";
import { contentOfClaim } from "./content-of-claim.query.ts";
import { editOf } from "./edit-of-claim.ts";
import { mendClaim } from "./mend-claim.command.ts";

const params = z.object({ claim: idQuery });

const faultSchema = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  loop: z.string().nullable(),
  segmentId: z.string().nullable(),
  element: z.int().nullable(),
  component: z.int().nullable(),
  lineNumber: z.int().nullable(),
  message: z.string(),
});

/** The content is the typed claim of the 837, as the form shows and sends it. */
const contentSchema = z.object({
  claimId: z.int(),
  patientControlNumber: z.string(),
  frequencyCode: z.string(),
  chargedCents: centsSchema,
  state: z.string(),
  purpose: z.enum(["original", "resend", "replacement", "void"]),
  predecessorId: z.int().nullable(),
  isChangeable: z.boolean(),
  content: z.record(z.string(), z.unknown()),
  faults: z.array(faultSchema),
  /** What the edits found, those that hold first, each with the path of the form's field. */
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(severities),
      message: z.string(),
      field: z.string().nullable(),
    }),
  ),
  /** Why the claim that it mends was rejected, and which field that asks for in our words. */
  rejection: z.object({ sentence: z.string(), field: z.string().nullable() }).nullable(),
  revision: z.int(),
});

type ContentAnswer = z.input<typeof contentSchema>;

async function answerOf(
  transaction: PracticeTransaction,
  stored: StoredContent,
  faults: readonly ClaimFault[],
): Promise<ContentAnswer> {
  const { content } = stored;
  return {
    claimId: stored.claimId,
    patientControlNumber: content.patientControlNumber,
    frequencyCode: content.frequencyCode,
    chargedCents: content.chargedCents,
    state: stored.state,
    purpose: stored.purpose,
    predecessorId: stored.predecessorId,
    isChangeable: isUnsent(stored.state) && !stored.isInBatch,
    content: editOf(content),
    faults: faults.map((fault) => ({
      code: fault.code,
      severity: fault.severity,
      loop: fault.loop ?? null,
      segmentId: fault.segmentId ?? null,
      element: fault.element ?? null,
      component: fault.component ?? null,
      lineNumber: fault.lineNumber ?? null,
      message: fault.message,
    })),
    findings: await findingsOf(transaction, stored),
    rejection: await rejectionOf(transaction, stored.predecessorId),
    revision: stored.revision,
  };
}

/** A claim has few findings; more than these are no help to whoever fixes it. */
const mostFindings = 100;

async function findingsOf(
  transaction: PracticeTransaction,
  { claimId, content }: StoredContent,
): Promise<ContentAnswer["findings"]> {
  const wanted = { kind: "claim", subject: claimId, state: "open" } as const;
  const { rows } = await listFindings(transaction, wanted, { limit: mostFindings });
  return rows
    .map(({ code, severity, message, field, place }) => ({
      code,
      severity,
      message,
      field: claimFieldOf({ field, at: place }, content) ?? null,
    }))
    .sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
}

async function rejectionOf(
  transaction: PracticeTransaction,
  predecessorId: number | null,
): Promise<ContentAnswer["rejection"]> {
  if (predecessorId === null) return null;
  const work = await openWorkOfClaim(transaction, predecessorId);
  const rejection = work.find(({ kind }) => kind === "rejection");
  if (rejection === undefined) return null;
  const { field } = rejection.why;
  return { sentence: rejection.whyText, field: typeof field === "string" ? field : null };
}

const show = practiceRoute({
  method: "GET",
  url: "/claims/:claim/content",
  summary: "What a claim that was written here says, whole, with what a strict reader finds wrong",
  permission: "claim.read",
  audit: { action: "read", category: "claim" },
  schema: { params, response: contentSchema },
  handler: async ({ transaction, practice, params: { claim }, audits, etag }) => {
    const stored = await findContent(transaction, claim);
    if (stored === undefined) throw problem("not_found");
    audits("claim", [claim]);
    etag(stored.revision);
    const [faults = []] = claimFaults([stored.content], practice.today);
    return answerOf(transaction, stored, faults);
  },
});

const change = practiceRoute({
  method: "PUT",
  url: "/claims/:claim/content",
  summary: "Write what a person typed into a claim that was not sent yet",
  permission: "claim.write",
  audit: { action: "change", category: "claim" },
  schema: { params, body: claimEditSchema, response: contentSchema },
  handler: async (context) => {
    const { transaction, practice, params, body, expectedRevision, audits, etag } = context;
    const wanted = { typed: body, revision: expectedRevision(), today: practice.today };
    const result = await changeClaimContent(transaction, params.claim, wanted);
    if (result.is === "refused") throw problem(result.code);
    audits("claim", [params.claim]);
    etag(result.stored.revision);
    return answerOf(transaction, result.stored, result.faults);
  },
});

const mend = ownTransactionRoute({
  method: "POST",
  url: "/claims/:claim/mend",
  summary: "Begin the claim that mends another: sent again, in place of it (7), withdrawing it (8)",
  status: 201,
  permission: "claim.write",
  audit: { action: "create", category: "claim" },
  schema: {
    params,
    body: z.object({
      mending: z.enum(["resend", "replacement", "void"]),
      /** The payer's number, where no file told it. */
      payerClaimControlNumber: z.string().trim().min(1).max(50).optional(),
    }),
    response: z.object({
      claimId: z.int(),
      patientControlNumber: z.string(),
      isNew: z.boolean(),
    }),
  },
  handler: async (context) => {
    const { practice, params, body, audits, inPractice } = context;
    const content = await contentOfClaim(context, params.claim);
    if (content === undefined) throw problem("claim_content_unknown");
    const { mending, payerClaimControlNumber } = body;
    const request = { claimId: params.claim, mending, content, payerClaimControlNumber };
    const result = await inPractice((transaction) =>
      mendClaim(transaction, { ...request, today: practice.today }),
    );
    if (result.is === "refused") throw problem(result.code);
    audits("claim", [params.claim, result.claimId]);
    const { claimId, patientControlNumber, isNew } = result;
    return { claimId, patientControlNumber, isNew };
  },
});

export const claimContentRoutes: RouteModule = {
  name: "claim contents",
  routes: [show, change, mend],
  problems: {
    claim_sent: { status: 409, title: "The claim was sent: begin a correction" },
    claim_money_moved: { status: 409, title: "Money has moved on a line that would charge less" },
    claim_content_unknown: { status: 409, title: "What the claim says is not on file" },
    claim_not_professional: { status: 409, title: "Only professional claims are written here" },
    claim_not_sent: { status: 409, title: "The claim was not sent yet: change it as it is" },
    claim_overtaken: { status: 409, title: "The claim was replaced or withdrawn" },
    claim_not_rejected: { status: 409, title: "The payer took the claim in: correct or void it" },
    claim_rejected: { status: 409, title: "The payer never took the claim in: send it again" },
    payer_number_missing: { status: 409, title: "The payer's number of the claim is not known" },
    payer_takes_no_replacement: {
      status: 409,
      title: "Medicare Part B takes no replacement: ask for a reopening or send a new claim",
    },
    mending_begun: { status: 409, title: "Another mending of the claim was begun" },
  },
};
