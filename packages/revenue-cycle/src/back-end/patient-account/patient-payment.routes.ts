import { Readable } from "node:stream";
import { problem } from "@headwater/platform/http/problem.ts";
import {
  ownTransactionRoute,
  practiceRoute,
  type RouteModule,
} from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { allocationRules } from "../../books/patient-payment/allocate-payment.ts";
import { paymentPlaces } from "../../books/patient-payment/patient-payment.ts";
import { idQuery } from "../../masters/list-query.ts";
import {
  type AllocateResult,
  allocatePayment,
  applyUnapplied,
  undoAllocation,
} from "./allocate-payment.command.ts";
import { drawReceipt } from "./draw-receipt.query.ts";
import { accountOf, accountParam, shown } from "./patient-account.routes.ts";
import { patientAccountSchema } from "./patient-account-answers.ts";
import { receiptSchema } from "./receipt-answers.ts";
import { reversePayment } from "./reverse-payment.command.ts";
import { showPatientAccount } from "./show-patient-account.query.ts";
import { showReceipt } from "./show-receipt.query.ts";
import { takePayment } from "./take-payment.command.ts";

const params = z.object({ account: accountParam });
const payment = z.object({ payment: idQuery });
const reason = z.string().trim().min(1).max(500);
const cents = z.int().min(1).max(100_000_000);

/** Where the money of a payment is to go. */
export const wishSchema = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("rule"),
    rule: z.enum(allocationRules).optional(),
    first: z.array(z.int().positive()).max(200).optional(),
  }),
  z.strictObject({
    by: z.literal("hand"),
    parts: z.array(z.strictObject({ claimId: z.int().positive(), cents })).max(200),
  }),
  z.strictObject({ by: z.literal("nobody") }),
]);

const take = practiceRoute({
  method: "POST",
  url: "/patient-accounts/:account/payments",
  summary: "Take a payment on an account and give it to what is open, by a rule or by hand",
  status: 201,
  permission: "patient-payment.collect",
  audit: { action: "create", category: "patient-payment" },
  schema: {
    params,
    body: z.strictObject({
      cents,
      method: z.enum(["cash", "check", "card", "other"]),
      place: z.enum(paymentPlaces).default("desk"),
      reference: z.string().trim().min(1).max(60).optional(),
      wish: wishSchema.default({ by: "rule" }),
    }),
    response: z.object({ id: z.int(), receipt: receiptSchema }),
  },
  handler: async ({ transaction, practice, params, body, audits }) => {
    // A card number never enters the books, not even by mistake (PCI DSS 3.3).
    if (/(?:\d[ -]?){12,}/.test(body.reference ?? "")) throw problem("reference_like_card");
    const account = accountOf(params.account);
    const result = await takePayment(transaction, account, { ...body, paidOn: practice.today });
    if (result.is === "refused") throw refusedAllocation(result);
    const receipt = shown(await showReceipt(transaction, result.patientPaymentId));
    audits("patient-payment", [result.patientPaymentId]);
    audits("patient-account", [params.account]);
    return { id: result.patientPaymentId, receipt };
  },
});

const apply = practiceRoute({
  method: "POST",
  url: "/patient-accounts/:account/apply",
  summary: "Give what the account paid and no claim has got to what is open on it",
  permission: "patient-payment.collect",
  audit: { action: "change", category: "patient-account" },
  schema: { params, response: patientAccountSchema },
  handler: async ({ transaction, practice, params, audits }) => {
    const account = accountOf(params.account);
    await applyUnapplied(transaction, account, practice.today);
    audits("patient-account", [params.account]);
    return shown(await showPatientAccount(transaction, account, practice.today));
  },
});

const allocate = practiceRoute({
  method: "POST",
  url: "/patient-accounts/:account/payments/:payment/allocations",
  summary: "Give what is left of a payment to claims of its account",
  permission: "patient-payment.collect",
  audit: { action: "change", category: "patient-payment" },
  schema: {
    params: params.extend(payment.shape),
    body: z.strictObject({ wish: wishSchema }),
    response: patientAccountSchema,
  },
  handler: async ({ transaction, practice, params, body, audits }) => {
    const account = accountOf(params.account);
    const { today } = practice;
    const wanted = { patientPaymentId: params.payment, wish: body.wish, today };
    refuse(await allocatePayment(transaction, account, wanted));
    audits("patient-payment", [params.payment]);
    return shown(await showPatientAccount(transaction, account, today));
  },
});

const takeBack = practiceRoute({
  method: "POST",
  url: "/payment-allocations/:allocation/undo",
  summary: "Take a part of a payment back from its claim; the money stays the account's",
  permission: "patient-payment.collect",
  audit: { action: "change", category: "patient-payment" },
  schema: {
    params: z.object({ allocation: idQuery }),
    body: z.strictObject({ reason }),
    response: z.object({ claimIds: z.array(z.int()) }),
  },
  handler: async ({ transaction, practice, params, body, audits }) => {
    const { today } = practice;
    const claimIds = refuse(
      await undoAllocation(transaction, params.allocation, { ...body, today }),
    );
    audits("claim", claimIds);
    return { claimIds };
  },
});

const reverse = practiceRoute({
  method: "POST",
  url: "/patient-payments/:payment/reverse",
  summary: "Take a payment back whole, as when the bank returns a check",
  permission: "patient-payment.reverse",
  audit: { action: "change", category: "patient-payment" },
  schema: {
    params: payment,
    body: z.strictObject({ reason }),
    response: z.object({ claimIds: z.array(z.int()) }),
  },
  handler: async ({ transaction, practice, params, body, audits }) => {
    const { today } = practice;
    const result = await reversePayment(transaction, params.payment, { ...body, today });
    if (result.is === "refused") {
      throw problem(result.code === "payment_unknown" ? "not_found" : result.code);
    }
    audits("patient-payment", [params.payment]);
    audits("claim", result.claimIds);
    return { claimIds: [...result.claimIds] };
  },
});

const receipt = practiceRoute({
  method: "GET",
  url: "/patient-payments/:payment/receipt",
  summary: "The receipt of a payment",
  permission: "patient-account.read",
  audit: { action: "read", category: "patient-payment" },
  schema: { params: payment, response: receiptSchema },
  handler: async ({ transaction, params, audits }) => {
    audits("patient-payment", [params.payment]);
    return shown(await showReceipt(transaction, params.payment));
  },
});

const receiptPaper = ownTransactionRoute({
  method: "GET",
  url: "/patient-payments/:payment/receipt/paper",
  summary: "The receipt of a payment as a PDF",
  permission: "patient-account.read",
  audit: { action: "export", category: "patient-payment" },
  schema: { params: payment, response: "download" },
  handler: async (context) => {
    const found = await context.inPractice((transaction) => {
      context.audits("patient-payment", [context.params.payment]);
      return showReceipt(transaction, context.params.payment);
    });
    const bytes = await drawReceipt(shown(found));
    return {
      name: `receipt-${found?.number}.pdf`,
      mediaType: "application/pdf",
      byteLength: bytes.byteLength,
      content: Readable.from([bytes]),
    };
  },
});

function refuse(result: AllocateResult): number[] {
  if (result.is === "refused") throw refusedAllocation(result);
  return [...result.claimIds];
}

type Refused =
  | Extract<AllocateResult, { is: "refused" }>
  | { readonly code: "account_unknown"; readonly claimId?: number };

function refusedAllocation(refused: Refused) {
  const { code } = refused;
  if (code === "account_unknown" || code === "payment_unknown" || code === "allocation_unknown") {
    return problem("not_found");
  }
  return problem(code);
}

export const patientPaymentRoutes: RouteModule = {
  name: "patient-payments",
  routes: [take, apply, allocate, takeBack, reverse, receipt, receiptPaper],
  problems: {
    allocation_claim_unknown: { status: 422, title: "A claim is not open on this account" },
    allocation_claim_twice: { status: 422, title: "A claim is named twice" },
    allocation_over_open: { status: 422, title: "A claim would get more than is open on it" },
    allocation_over_payment: { status: 422, title: "More is given out than was paid" },
    payment_by_gateway: {
      status: 409,
      title: "A gateway charged this: ask for it to go back to the card",
    },
    reference_like_card: { status: 422, title: "This looks like a card number: do not keep it" },
  },
};
