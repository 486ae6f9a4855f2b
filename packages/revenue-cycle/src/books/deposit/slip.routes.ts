import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { z } from "zod";
import { dateSchema } from "../../masters/answer-schemas.ts";
import { idQuery, optionalDate } from "../../masters/list-query.ts";
import { searchSlips, searchUndeposited, showSlip } from "./search-slips.query.ts";
import { type ChangeSlip, makeSlip, matchSlip, takeBackSlip, unmatchSlip } from "./slip.command.ts";
import { slipPageSchema, slipSchema, slipStateSchema, undepositedSchema } from "./slip-answers.ts";

const params = z.object({ slip: idQuery });
const mostPayments = 500;

const undeposited = listRoute({
  url: "/deposit-slips/waiting",
  summary: "Patients' money that was taken and is on no deposit slip yet, the oldest first",
  permission: "patient-account.read",
  query: z.object({ method: z.string().max(40).optional(), through: optionalDate }),
  cursor: z.tuple([z.string(), z.int()]),
  row: undepositedSchema,
  category: "patient-payment",
  auditId: (row) => row.paymentId,
  fileName: "not-deposited",
  columns: [
    { title: "Date", kind: "date", value: (row) => row.paidOn },
    { title: "Paid by", kind: "text", value: (row) => row.payer },
    { title: "Method", kind: "text", value: (row) => row.method },
    { title: "Number", kind: "text", value: (row) => row.reference },
    { title: "Receipt", kind: "text", value: (row) => row.receipt },
    { title: "Taken by", kind: "text", value: (row) => row.takenBy },
    { title: "Age in days", kind: "number", value: (row) => row.ageDays },
    { title: "Amount", kind: "cents", value: (row) => row.cents },
  ],
  page: ({ transaction, practice, query }, page) =>
    searchUndeposited(transaction, query, { ...page, today: practice.today }),
});

const list = listRoute({
  url: "/deposit-slips",
  summary: "Deposit slips of patients' money, the newest first, each with the bank's line",
  permission: "remittance.read",
  query: z.object({ state: slipStateSchema.optional() }),
  cursor: z.tuple([z.string(), z.int()]),
  row: slipSchema,
  category: "deposit",
  auditId: (row) => `slip:${row.id}`,
  fileName: "deposit-slips",
  columns: [
    { title: "Date", kind: "date", value: (row) => row.depositedOn },
    { title: "Number", kind: "text", value: (row) => row.number },
    { title: "Payments", kind: "number", value: (row) => row.payments },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "At the bank", kind: "date", value: (row) => row.deposit?.on ?? null },
    { title: "Made by", kind: "text", value: (row) => row.made.by },
    { title: "Amount", kind: "cents", value: (row) => row.cents },
  ],
  page: ({ transaction, query }, page) => searchSlips(transaction, query, page),
});

const show = practiceRoute({
  method: "GET",
  url: "/deposit-slips/:slip",
  summary: "A deposit slip with its payments, and the bank's lines that it may be",
  permission: "patient-account.read",
  audit: { action: "read", category: "patient-payment" },
  schema: { params, response: slipPageSchema },
  handler: async ({ transaction, params: { slip }, audits }) => {
    const found = await showSlip(transaction, slip);
    if (found === undefined) throw problem("not_found");
    audits(
      "patient-payment",
      found.items.map(({ paymentId }) => paymentId),
    );
    return found;
  },
});

const make = practiceRoute({
  method: "POST",
  url: "/deposit-slips",
  summary: "Put patients' payments on a deposit slip; what was counted must be their sum",
  status: 201,
  permission: "patient-payment.collect",
  audit: { action: "create", category: "deposit" },
  schema: {
    body: z.strictObject({
      number: z.string().trim().max(60).default(""),
      on: dateSchema,
      totalCents: z.int().min(1).max(1_000_000_000),
      paymentIds: z.array(z.int().positive()).min(1).max(mostPayments),
    }),
    response: slipSchema,
  },
  handler: async ({ transaction, practice, body, audits }) => {
    const made = await makeSlip(transaction, body, practice.today);
    if (made.is === "refused") throw problem(made.code);
    audits("patient-payment", body.paymentIds);
    return slipOf(transaction, made.slipId);
  },
});

const takeBack = practiceRoute({
  method: "POST",
  url: "/deposit-slips/:slip/take-back",
  summary: "Take back a slip that the bank has not shown: its payments wait for another",
  permission: "patient-payment.collect",
  audit: { action: "change", category: "deposit" },
  schema: {
    params,
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    response: slipSchema,
  },
  handler: async ({ transaction, practice, params: { slip }, body }) => {
    refuse(await takeBackSlip(transaction, slip, { ...body, today: practice.today }));
    return slipOf(transaction, slip);
  },
});

const match = practiceRoute({
  method: "PUT",
  url: "/deposit-slips/:slip/match",
  summary: "Tie a slip to the bank's line of exactly its amount",
  permission: "remittance.write",
  audit: { action: "change", category: "deposit" },
  schema: {
    params,
    body: z.strictObject({ depositId: z.int().positive() }),
    response: slipSchema,
  },
  handler: async ({ transaction, params: { slip }, body: { depositId }, audits }) => {
    refuse(await matchSlip(transaction, slip, depositId));
    audits("deposit", [depositId]);
    return slipOf(transaction, slip);
  },
});

const unmatch = practiceRoute({
  method: "DELETE",
  url: "/deposit-slips/:slip/match",
  summary: "Take back a match of a slip that a person made",
  permission: "remittance.write",
  audit: { action: "change", category: "deposit" },
  schema: { params, response: slipSchema },
  handler: async ({ transaction, params: { slip } }) => {
    refuse(await unmatchSlip(transaction, slip));
    return slipOf(transaction, slip);
  },
});

async function slipOf(transaction: PracticeTransaction, slipId: number) {
  const found = await showSlip(transaction, slipId);
  if (found === undefined) throw problem("not_found");
  return slipSchema.parse(found);
}

function refuse(result: ChangeSlip): void {
  if (result.is === "changed") return;
  const { code } = result;
  throw problem(code === "slip_unknown" || code === "deposit_unknown" ? "not_found" : code);
}

export const slipRoutes: RouteModule = {
  name: "deposit-slips",
  routes: [undeposited, list, show, make, takeBack, match, unmatch],
  problems: {
    slip_in_future: { status: 422, title: "The day of the slip has not come yet" },
    slip_payment_unknown: { status: 422, title: "A payment of this id is not on file" },
    slip_payment_by_gateway: { status: 422, title: "The card gateway deposits this by itself" },
    slip_payment_reversed: { status: 409, title: "A payment on it was taken back meanwhile" },
    slip_payment_elsewhere: { status: 409, title: "A payment on it is on another slip already" },
    slip_before_payment: { status: 422, title: "A payment on it was taken after the slip's day" },
    slip_unequal: { status: 422, title: "What was counted is not the sum of the payments" },
    slip_known: { status: 409, title: "A slip of this number and day is on file" },
    slip_at_bank: { status: 409, title: "The bank has shown this slip: it stays" },
    slip_not_by_person: {
      status: 409,
      title: "The slip was matched by its number or amount, not by a person",
    },
  },
};
