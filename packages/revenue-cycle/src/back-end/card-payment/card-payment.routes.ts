import { problem } from "@headwater/platform/http/problem.ts";
import {
  listRoute,
  ownTransactionRoute,
  practiceRoute,
  type RouteModule,
} from "@headwater/platform/http/route.ts";
import type { OwnTransactionContext } from "@headwater/platform/http/route-context.ts";
import { z } from "zod";
import { moneyReasonSchema } from "../../books/approval/approval-answers.ts";
import { paymentPlaces } from "../../books/patient-payment/patient-payment.ts";
import { idQuery } from "../../masters/list-query.ts";
import { accountOf, accountParam } from "../patient-account/patient-account.routes.ts";
import { wishSchema } from "../patient-account/patient-payment.routes.ts";
import {
  type CardContext,
  chooseGateway,
  chosenGateway,
  openGateway,
  tryGateway,
} from "./card-gateway.store.ts";
import { type CardPayment, cardPaymentOfId } from "./card-payment.store.ts";
import { cardGatewayNames, cardPaymentStates } from "./card-payment.ts";
import {
  cardGatewaySchema,
  cardPaymentSchema,
  cardSettlementSchema,
  chargedSchema,
} from "./card-payment-answers.ts";
import { chargeBack } from "./charge-back.command.ts";
import { chargeCard, resolveCardPayment } from "./charge-card.command.ts";
import { listCardPayments, listCardSettlements } from "./list-card-payments.query.ts";
import { requestCardRefund, sendRefundToCard } from "./refund-to-card.command.ts";
import { settleCards } from "./settle-cards.command.ts";
import { doesOf, testCards } from "./test-cards.ts";

const params = z.object({ payment: idQuery });
const reasonBody = z.strictObject({ reason: moneyReasonSchema });
const cents = z.int().min(1).max(100_000_000);

/** The context of a request that talks to the gateway, which never happens inside a transaction. */
async function cardContext(
  request: Pick<OwnTransactionContext<unknown, unknown, unknown>, "database" | "inPractice"> & {
    readonly practice: { readonly practiceId: number; readonly today: string };
  },
): Promise<CardContext> {
  const { database, practice } = request;
  const { practiceId, today } = practice;
  const { actor, name } = await request.inPractice(async (transaction) => ({
    actor: transaction.actor,
    name: (await chosenGateway(transaction)).name,
  }));
  const gateway = openGateway(database, practiceId, name);
  if (gateway === undefined) throw problem("no_card_gateway");
  return { database, practiceId, actor, today, gateway };
}

const charged = ({ cardPaymentId, state, code, patientPaymentId }: CardPayment) => ({
  id: cardPaymentId,
  state,
  code: code ?? null,
  patientPaymentId: patientPaymentId ?? null,
});

const charge = ownTransactionRoute({
  method: "POST",
  url: "/patient-accounts/:account/card-payments",
  summary: "Charge a card by its token and take the payment; the same key again charges nothing",
  permission: "patient-payment.collect",
  audit: { action: "create", category: "card-payment" },
  schema: {
    params: z.object({ account: accountParam }),
    body: z.strictObject({
      key: z.uuid(),
      cents,
      token: z.string().min(4).max(100),
      place: z.enum(paymentPlaces).default("desk"),
      wish: wishSchema.default({ by: "rule" }),
    }),
    response: chargedSchema,
  },
  handler: async (request) => {
    const { params, body, audits } = request;
    const context = await cardContext(request);
    const result = await chargeCard(context, accountOf(params.account), body);
    if (result.is === "refused") throw problem(problemOf[result.code]);
    audits("card-payment", [result.payment.cardPaymentId]);
    audits("patient-account", [params.account]);
    return charged(result.payment);
  },
});

const lookUp = ownTransactionRoute({
  method: "POST",
  url: "/card-payments/:payment/look-up",
  summary: "Ask the gateway now what became of a payment that waits",
  permission: "patient-payment.collect",
  audit: { action: "change", category: "card-payment" },
  schema: { params, response: chargedSchema },
  handler: async (request) => {
    const { payment } = request.params;
    const context = await cardContext(request);
    await resolveCardPayment(context, payment);
    request.audits("card-payment", [payment]);
    const found = await request.inPractice((transaction) => cardPaymentOfId(transaction, payment));
    if (found === undefined) throw problem("not_found");
    return charged(found);
  },
});

const list = listRoute({
  url: "/card-payments",
  summary: "Payments by card and what became of them, the newest first",
  permission: "patient-account.read",
  query: z.object({
    account: accountParam.optional(),
    claim: idQuery.optional(),
    state: z.enum(cardPaymentStates).optional(),
  }),
  cursor: z.tuple([z.int()]),
  row: cardPaymentSchema,
  category: "card-payment",
  auditId: (row) => row.id,
  fileName: "card-payments",
  columns: [
    { title: "Asked", kind: "date", value: (row) => row.askedOn },
    { title: "Account", kind: "text", value: (row) => row.account },
    { title: "Card", kind: "text", value: (row) => row.brand },
    { title: "Last four", kind: "text", value: (row) => row.lastFour },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Code", kind: "text", value: (row) => row.code },
    { title: "Receipt", kind: "text", value: (row) => row.receipt },
    { title: "Gone back", kind: "cents", value: (row) => row.backCents },
    { title: "Deposit", kind: "text", value: (row) => row.settlement },
    { title: "Amount", kind: "cents", value: (row) => row.cents },
  ],
  page: async ({ transaction, query }, page) => {
    const found = await listCardPayments(transaction, query, page);
    return { ...found, rows: found.rows.map((row) => cardPaymentSchema.parse(row)) };
  },
});

const refund = practiceRoute({
  method: "POST",
  url: "/card-payments/:payment/refund",
  summary: "Ask for a payment to go back to its card whole; a second person approves it",
  permission: "refund.write",
  audit: { action: "change", category: "card-payment" },
  schema: { params, body: reasonBody, response: z.object({ approvalId: z.int() }) },
  handler: async ({ transaction, practice, params: { payment }, body, audits }) => {
    const { today } = practice;
    const asked = await requestCardRefund(transaction, payment, { ...body, today });
    if (asked.is === "refused") throw problem(problemOf[asked.code]);
    audits("card-payment", [payment]);
    return { approvalId: asked.approvalId };
  },
});

const sendRefund = practiceRoute({
  method: "POST",
  url: "/refunds/:refund/card",
  summary: "Send an approved refund of a patient's credit to a card that paid",
  permission: "refund.write",
  audit: { action: "change", category: "refund" },
  schema: {
    params: z.object({ refund: idQuery }),
    body: z.strictObject({ cardPaymentId: z.int().positive() }),
    response: z.object({ cardRefundId: z.int() }),
  },
  handler: async ({ transaction, practice, params: { refund: id }, body, audits }) => {
    const sent = await sendRefundToCard(transaction, id, { ...body, today: practice.today });
    if (sent.is === "refused") throw problem(problemOf[sent.code]);
    audits("refund", [id]);
    audits("card-payment", [body.cardPaymentId]);
    return { cardRefundId: sent.cardRefundId };
  },
});

const dispute = practiceRoute({
  method: "POST",
  url: "/card-payments/:payment/dispute",
  summary: "Tell that the card's holder disputes a payment, or a part of it: it is owed again",
  permission: "patient-payment.reverse",
  audit: { action: "change", category: "card-payment" },
  schema: {
    params,
    body: reasonBody.extend({ cents: cents.optional() }),
    response: z.object({ id: z.int() }),
  },
  handler: async ({ transaction, practice, params: { payment }, body, audits }) => {
    const { reason, cents: disputed } = body;
    const told = await chargeBack(transaction, payment, {
      reason,
      today: practice.today,
      ...(disputed === undefined ? {} : { cents: disputed }),
    });
    if (told.is === "refused") throw problem(problemOf[told.code]);
    audits("card-payment", [payment]);
    return { id: payment };
  },
});

const settlements = listRoute({
  url: "/card-settlements",
  summary: "What the gateway deposited, the newest first",
  permission: "ledger.read",
  cursor: z.tuple([z.int()]),
  row: cardSettlementSchema,
  category: "card-settlement",
  auditId: (row) => row.id,
  fileName: "card-settlements",
  columns: [
    { title: "Day", kind: "date", value: (row) => row.on },
    { title: "Number", kind: "text", value: (row) => row.number },
    { title: "Charges", kind: "number", value: (row) => row.charges },
    { title: "Owed", kind: "cents", value: (row) => row.grossCents },
    { title: "Fee", kind: "cents", value: (row) => row.feeCents },
    { title: "Deposited", kind: "cents", value: (row) => row.netCents },
  ],
  page: ({ transaction }, page) => listCardSettlements(transaction, page),
});

const settle = ownTransactionRoute({
  method: "POST",
  url: "/card-settlements",
  summary: "Fetch what the gateway deposited since the last time, and post it",
  permission: "remittance.write",
  audit: { action: "create", category: "card-settlement" },
  schema: { response: z.object({ numbers: z.array(z.string()) }) },
  handler: async (request) => {
    const result = await settleCards(await cardContext(request));
    if (result.is === "refused") throw problem(problemOf[result.code]);
    request.audits("card-settlement", result.numbers);
    return { numbers: [...result.numbers] };
  },
});

const showGateway = practiceRoute({
  method: "GET",
  url: "/card-gateway",
  summary: "Which gateway takes cards, and its cards for trying",
  permission: "patient-account.read",
  audit: { action: "read", category: "practice" },
  schema: { response: cardGatewaySchema },
  handler: async ({ transaction, etag }) => {
    const chosen = await chosenGateway(transaction);
    etag(chosen.revision);
    return gatewayAnswer(chosen);
  },
});

const changeGateway = practiceRoute({
  method: "PUT",
  url: "/card-gateway",
  summary: "Choose the gateway that takes cards",
  permission: "masters.write",
  audit: { action: "change", category: "practice" },
  schema: {
    body: z.strictObject({ gateway: z.enum(cardGatewayNames) }),
    response: cardGatewaySchema,
  },
  handler: async ({ transaction, body, expectedRevision, etag }) => {
    const isChosen = await chooseGateway(transaction, body.gateway, expectedRevision());
    if (!isChosen) throw problem("revision_changed");
    const chosen = await chosenGateway(transaction);
    etag(chosen.revision);
    return gatewayAnswer(chosen);
  },
});

const trial = ownTransactionRoute({
  method: "POST",
  url: "/card-gateway/trial",
  summary: "Ask the chosen gateway whether it answers; no card is charged",
  permission: "masters.write",
  audit: { action: "read", category: "practice" },
  schema: { response: z.object({ answers: z.boolean(), durationMs: z.int() }) },
  handler: async (request) => {
    const { gateway } = await cardContext(request);
    return tryGateway(gateway, `trial-${request.random.uuid()}`);
  },
});

function gatewayAnswer({ name, revision }: Awaited<ReturnType<typeof chosenGateway>>) {
  const cards = name === "test" ? testCards : [];
  return {
    gateway: name,
    revision,
    cards: cards.map((card) => ({ token: card.token, ...card.face, does: doesOf(card) })),
  };
}

const problemOf = {
  account_unknown: "not_found",
  card_payment_unknown: "not_found",
  refund_unknown: "not_found",
  claim_unknown: "not_found",
  no_card_gateway: "no_card_gateway",
  card_token_invalid: "card_token_invalid",
  card_key_reused: "card_key_reused",
  card_not_paid: "card_not_paid",
  card_refund_beyond_payment: "card_refund_beyond_payment",
  card_settlement_unknown_entry: "card_settlement_unknown_entry",
  approval_waiting: "approval_waiting",
  refund_beyond_credit: "refund_beyond_credit",
  refund_not_approved: "refund_not_approved",
  refund_settled: "refund_settled",
  refund_cancelled: "refund_cancelled",
  card_refund_waiting: "card_refund_waiting",
  refund_of_payer: "refund_of_payer",
  nothing_payable: "nothing_payable",
  allocation_claim_unknown: "allocation_claim_unknown",
  allocation_claim_twice: "allocation_claim_twice",
  allocation_over_open: "allocation_over_open",
  allocation_over_payment: "allocation_over_payment",
} as const;

export const cardPaymentRoutes: RouteModule = {
  name: "card-payments",
  routes: [
    charge,
    lookUp,
    list,
    refund,
    sendRefund,
    dispute,
    settlements,
    settle,
    showGateway,
    changeGateway,
    trial,
  ],
  problems: {
    no_card_gateway: { status: 409, title: "No gateway takes cards here" },
    card_token_invalid: { status: 422, title: "This is no token of a card: never send its number" },
    card_key_reused: { status: 409, title: "Another payment was asked for by this key" },
    card_not_paid: { status: 409, title: "The card was not charged" },
    card_refund_beyond_payment: { status: 409, title: "That much of it did not stay with us" },
    card_settlement_unknown_entry: {
      status: 409,
      title: "The gateway's deposit names what is not on file here: nothing of it is posted",
    },
  },
};
