import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { moneyReasonSchema } from "../../books/approval/approval-answers.ts";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";
import { idQuery } from "../../masters/list-query.ts";
import { listCredits } from "./list-credits.query.ts";
import { listRefunds } from "./list-refunds.query.ts";
import { cancelRefund, type RefundRefusal, requestRefund, settleRefund } from "./refund.command.ts";
import { creditSchema, refundParties, refundSchema, refundStates } from "./refund-answers.ts";

const partySchema = z.enum(refundParties);
const params = z.object({ refund: idQuery });

const credits = listRoute({
  url: "/credits",
  summary: "Credits of payers and patients with the day by which they must go back",
  permission: "ledger.read",
  query: z.object({ party: partySchema.optional(), claim: idQuery.optional() }),
  cursor: z.tuple([z.string(), z.string()]),
  row: creditSchema,
  category: "credit",
  auditId: (row) => row.key,
  fileName: "credits",
  columns: [
    { title: "Due", kind: "date", value: (row) => row.dueOn },
    { title: "Days left", kind: "number", value: (row) => row.daysLeft },
    { title: "Whose", kind: "text", value: (row) => row.party },
    { title: "Claim", kind: "text", value: (row) => row.patientControlNumber },
    { title: "Patient", kind: "text", value: (row) => row.patientName },
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "Known since", kind: "date", value: (row) => row.identifiedOn },
    { title: "Asked to go back", kind: "cents", value: (row) => row.askedCents },
    { title: "Credit", kind: "cents", value: (row) => row.cents },
  ],
  page: ({ transaction, practice, query }, page) =>
    listCredits(transaction, query, { ...page, today: practice.today }),
});

const refunds = listRoute({
  url: "/refunds",
  summary: "What went back to payers and patients or is to go back, the newest first",
  permission: "ledger.read",
  query: z.object({ state: z.enum(refundStates).optional(), claim: idQuery.optional() }),
  cursor: z.tuple([z.int()]),
  row: refundSchema,
  category: "refund",
  auditId: (row) => row.id,
  fileName: "refunds",
  columns: [
    { title: "Asked", kind: "date", value: (row) => row.requestedOn },
    { title: "Asked by", kind: "text", value: (row) => row.requestedBy },
    { title: "To", kind: "text", value: (row) => row.party },
    { title: "Claim", kind: "text", value: (row) => row.patientControlNumber },
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "Amount", kind: "cents", value: (row) => row.cents },
    { title: "Reason", kind: "text", value: (row) => row.reason },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Approved", kind: "date", value: (row) => row.approvedOn },
    { title: "Number", kind: "text", value: (row) => row.number },
    { title: "Went", kind: "date", value: (row) => row.settledOn },
  ],
  page: ({ transaction, query }, page) => listRefunds(transaction, query, page),
});

const request = practiceRoute({
  method: "POST",
  url: "/claims/:claim/refunds",
  summary: "Ask for a credit of a claim to go back; a second person approves it",
  status: 201,
  permission: "refund.write",
  audit: { action: "create", category: "refund" },
  schema: {
    params: z.object({ claim: idQuery }),
    body: z.strictObject({
      party: partySchema,
      cents: centsSchema.min(1).max(100_000_000_000),
      reason: moneyReasonSchema,
    }),
    response: z.object({ refundId: z.int() }),
  },
  handler: async ({ transaction, practice, params: { claim }, body, audits }) => {
    const asked = await requestRefund(transaction, {
      ...body,
      claimId: claim,
      today: practice.today,
    });
    if (asked.is === "refused") throw problem(problemOf[asked.code]);
    audits("claim", [claim]);
    audits("refund", [asked.refundId]);
    return { refundId: asked.refundId };
  },
});

const settle = practiceRoute({
  method: "POST",
  url: "/refunds/:refund/settle",
  summary: "Tell how an approved refund went: a check, or taken off a remittance by the payer",
  permission: "refund.write",
  audit: { action: "change", category: "refund" },
  schema: {
    params,
    body: z.strictObject({
      way: z.enum(["check", "takeback"]),
      number: z.string().trim().min(1).max(50),
      on: dateSchema,
    }),
    response: z.object({ cents: centsSchema }),
  },
  handler: async ({ transaction, params: { refund }, body, audits }) => {
    const settled = await settleRefund(transaction, refund, body);
    if (settled.is === "refused") throw problem(problemOf[settled.code]);
    audits("refund", [refund]);
    return { cents: settled.cents };
  },
});

const cancel = practiceRoute({
  method: "POST",
  url: "/refunds/:refund/cancel",
  summary: "Take an approved refund back before it went; the credit stands again",
  permission: "refund.write",
  audit: { action: "change", category: "refund" },
  schema: {
    params,
    body: z.strictObject({ reason: moneyReasonSchema }),
    response: z.object({ refundId: z.int() }),
  },
  handler: async ({ transaction, practice, params: { refund }, body: { reason }, audits }) => {
    const refusal = await cancelRefund(transaction, refund, { reason, today: practice.today });
    if (refusal !== undefined) throw problem(problemOf[refusal]);
    audits("refund", [refund]);
    return { refundId: refund };
  },
});

const problemOf = {
  claim_unknown: "not_found",
  refund_unknown: "not_found",
  refund_beyond_credit: "refund_beyond_credit",
  approval_waiting: "approval_waiting",
  refund_not_approved: "refund_not_approved",
  refund_settled: "refund_settled",
  refund_cancelled: "refund_cancelled",
  card_refund_waiting: "card_refund_waiting",
  refund_of_payer: "refund_of_payer",
  nothing_payable: "nothing_payable",
} as const satisfies Readonly<Record<RefundRefusal, string>>;

export const refundRoutes: RouteModule = {
  name: "refunds",
  routes: [credits, refunds, request, settle, cancel],
  problems: {
    refund_beyond_credit: { status: 409, title: "More than the credit that is not asked for yet" },
    refund_not_approved: { status: 409, title: "The refund is not approved" },
    refund_settled: { status: 409, title: "The refund went already" },
    refund_cancelled: { status: 409, title: "The refund was cancelled" },
    card_refund_waiting: { status: 409, title: "It is on its way to a card: wait for the answer" },
    refund_of_payer: { status: 409, title: "A payer's money goes to no patient's card" },
    nothing_payable: {
      status: 409,
      title: "Nothing is payable: the payer took the money back by a reversal",
    },
  },
};
