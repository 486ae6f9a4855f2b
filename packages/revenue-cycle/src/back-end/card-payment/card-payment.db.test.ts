import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approve } from "../../books/approval/approval.store.ts";
import { listApprovals } from "../../books/approval/list-approvals.query.ts";
import { carryOut } from "../approval/carry-out.command.ts";
import { reversePayment } from "../patient-account/reverse-payment.command.ts";
import { showReceipt } from "../patient-account/show-receipt.query.ts";
import { cancelRefund, requestRefund, settleRefund } from "../refund/refund.command.ts";
import { isDepositDue, tryGateway } from "./card-gateway.store.ts";
import { enqueueSettlement, settleCardsTask } from "./card-payment.store.ts";
import { chargeBack } from "./charge-back.command.ts";
import { chargeCard, resolveCardPayment } from "./charge-card.command.ts";
import { listCardPayments } from "./list-card-payments.query.ts";
import {
  requestCardRefund,
  resolveCardRefund,
  sendRefundToCard,
} from "./refund-to-card.command.ts";
import { settleCards } from "./settle-cards.command.ts";
import { settleCardsJob } from "./settle-cards.job.ts";
import {
  type CardPractice,
  chargedAtGateway,
  createCardPractice,
  faultsOf,
  moneyOf,
  payBy,
  today,
  unsettledCents,
} from "./testing/card-practice.command.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const owed = { cash: 6000, "patient-receivable": 2000 };
const paid = { cash: 6000, "card-clearing": 2000 };

async function pay(made: CardPractice, token: string, key?: string, cents?: number) {
  const result = await chargeCard(made.context, made.account, payBy(token, key, cents));
  if (result.is === "refused") throw new Error(result.code);
  return result.payment;
}

/** The gateway's answer to what is late is known after seconds; here it is known now. */
const passTime = ({ practice }: CardPractice) =>
  practice.act((transaction) =>
    transaction.execute(sql`update test_gateway_charges set known_at = now() - interval '1 second'
      where practice_id = ${practice.practiceId}`),
  );

/** Brings every refund that waits to its answer, as the job does. */
const givesBack = async (made: CardPractice) => {
  const ids = await made.practice.act((transaction) =>
    transaction.query<{ id: number }>(sql`
      select card_refund_id as id from card_refunds
      where practice_id = ${made.practice.practiceId} and state = 'pending'`),
  );
  for (const { id } of ids) await resolveCardRefund(made.context, id);
};

const secondPerson = ({ practice }: CardPractice) =>
  practice.actAs("user:2", async (transaction) => {
    const { rows } = await listApprovals(transaction, { state: "waiting" }, { limit: 1 });
    const decision = await approve(transaction, rows[0]?.id ?? 0, undefined);
    return decision.is === "refused" ? decision.code : carryOut(transaction, decision.approval);
  });

test.each([
  // token, state at once, state after the job, code, charges at the gateway, the books in the end
  ["tok_visa", "paid", "paid", undefined, 1, paid],
  ["tok_amex", "paid", "paid", undefined, 1, paid],
  ["tok_declined_funds", "declined", "declined", "insufficient-funds", 0, owed],
  ["tok_declined_expired", "declined", "declined", "card-expired", 0, owed],
  ["tok_declined_lost", "declined", "declined", "lost-or-stolen", 0, owed],
  ["tok_declined_code", "declined", "declined", "security-code-wrong", 0, owed],
  ["tok_declined", "declined", "declined", "do-not-honor", 0, owed],
  ["tok_of_nobody", "declined", "declined", "card-unknown", 0, owed],
  ["tok_answer_lost", "pending", "paid", undefined, 1, paid],
  ["tok_request_lost", "pending", "failed", "closed", 0, owed],
  ["tok_late", "pending", "paid", undefined, 1, paid],
] as const)(
  "a card %s is %s, and in the end %s",
  async (token, first, last, code, charges, books) => {
    const made = await createCardPractice(database);
    const payment = await pay(made, token);
    expect(payment.state).toBe(first);
    await passTime(made);
    await resolveCardPayment(made.context, payment.cardPaymentId);
    const again = await pay(made, token);
    expect(again).toMatchObject({ state: last, code, cardPaymentId: payment.cardPaymentId });
    expect(await chargedAtGateway(made.practice)).toMatchObject({ charges });
    expect(await moneyOf(made.practice)).toEqual(books);
    expect(await faultsOf(made.practice)).toEqual([]);
  },
);

test("a lost request asked for again by its key charges once", async () => {
  const made = await createCardPractice(database);
  expect((await pay(made, "tok_request_lost")).state).toBe("pending");
  expect((await pay(made, "tok_request_lost")).state).toBe("paid");
  expect((await pay(made, "tok_request_lost")).state).toBe("paid");
  expect(await chargedAtGateway(made.practice)).toMatchObject({ charges: 1, cents: 2000 });
  expect(await moneyOf(made.practice)).toEqual(paid);
});

test("what is late waits, is looked up again, and is taken when it is known", async () => {
  const made = await createCardPractice(database);
  const { cardPaymentId } = await pay(made, "tok_late");
  await resolveCardPayment(made.context, cardPaymentId);
  const waiting = await pay(made, "tok_late");
  expect(waiting).toMatchObject({ state: "pending", lookUps: 1 });
  const jobs = await database.owner.query(
    `select run_at > now() as later from graphile_worker.jobs where key = $1`,
    [`ask-card-gateway:${made.practice.practiceId}:cardPaymentId:${cardPaymentId}`],
  );
  expect(jobs.rows).toEqual([{ later: true }]);
  await passTime(made);
  await resolveCardPayment(made.context, cardPaymentId);
  expect(await moneyOf(made.practice)).toEqual(paid);
});

test("what is refused is refused before any card is charged", async () => {
  const made = await createCardPractice(database);
  const { context, account, claimId } = made;
  const wanted = payBy("tok_visa");
  const refusal = async (part: object, of = account) => {
    const told = await chargeCard(context, of, { ...wanted, ...part });
    return told.is === "refused" ? told.code : told.is;
  };
  expect(await refusal({ token: "4242424242424242" })).toBe("card_token_invalid");
  expect(await refusal({}, { patientId: 999_999_999 })).toBe("account_unknown");
  const parts = [{ claimId, cents: 2001 }];
  expect(await refusal({ cents: 3000, wish: { by: "hand", parts } })).toBe("allocation_over_open");
  expect(await chargedAtGateway(made.practice)).toMatchObject({ charges: 0 });
  await pay(made, "tok_visa");
  expect(await refusal({ key: "key-tok_visa", cents: 1999 })).toBe("card_key_reused");
  expect(await chargedAtGateway(made.practice)).toMatchObject({ charges: 1 });
});

test("nothing of a card is kept but its token, brand and last four digits", async () => {
  const made = await createCardPractice(database);
  const { patientPaymentId = 0 } = await pay(made, "tok_visa");
  const kept = await made.practice.act((transaction) =>
    transaction.one(sql`select card_token, card_brand, card_last_four, answer, reference
      from card_payments where practice_id = ${made.practice.practiceId}`),
  );
  expect(kept).toEqual({
    card_token: "tok_visa",
    card_brand: "Visa",
    card_last_four: "4242",
    answer: { is: "approved", reference: "ch_key-tok_visa", brand: "Visa", lastFour: "4242" },
    reference: "ch_key-tok_visa",
  });
  const receipt = await made.practice.act((transaction) =>
    showReceipt(transaction, patientPaymentId),
  );
  expect(receipt).toMatchObject({ method: "card", reference: "Visa 4242", cents: 2000 });
});

test("what waits for the gateway when two patients are joined is paid by the one who stands", async () => {
  const made = await createCardPractice(database);
  const { practiceId } = made.practice;
  const { cardPaymentId } = await pay(made, "tok_answer_lost");
  const kept = await made.practice.act(async (transaction) => {
    const { id } = await transaction.one<{ id: number }>(sql`
      insert into patients (practice_id, identity_key, last_name, first_name, last_name_key,
        first_name_key)
      values (${practiceId}, 'DOE|J', 'DOE', 'J', 'DOE', 'J') returning patient_id as id`);
    await transaction.execute(sql`update patients set merged_into = ${id}
      where practice_id = ${practiceId} and patient_id <> ${id}`);
    return id;
  });
  await resolveCardPayment(made.context, cardPaymentId);
  const { rows } = await made.practice.act((transaction) =>
    listCardPayments(transaction, { account: `p${kept}` }, { limit: 10 }),
  );
  expect(rows).toMatchObject([{ id: cardPaymentId, account: `p${kept}`, state: "paid" }]);
  expect((await moneyOf(made.practice))["unapplied-cash"]).toBe(-2000);
});

test("the gateway's deposit moves what it owed to cash, less its fee, once", async () => {
  const made = await createCardPractice(database);
  await pay(made, "tok_visa");
  expect(await settleCards(made.context)).toEqual({ is: "settled", numbers: ["TEST-1"] });
  expect(await settleCards(made.context)).toEqual({ is: "settled", numbers: [] });
  expect(await moneyOf(made.practice)).toEqual({ cash: 7912, "fee-expense": 88 });
  expect(await faultsOf(made.practice)).toEqual([]);
});

test("the clock fetches what a gateway that owes something deposited; a trial moves nothing", async () => {
  const made = await createCardPractice(database);
  const { practiceId } = made.practice;
  const isDue = () => made.practice.act(isDepositDue);
  expect(await isDue()).toBe(false);
  expect(await tryGateway(made.context.gateway, "trial-1")).toMatchObject({ answers: true });
  expect(await chargedAtGateway(made.practice)).toMatchObject({ charges: 0 });
  await pay(made, "tok_visa");
  expect(await isDue()).toBe(true);
  await made.practice.act(enqueueSettlement);
  const job = {
    jobId: "1",
    task: settleCardsTask,
    attempt: 1,
    signal: new AbortController().signal,
  };
  await settleCardsJob(database)[settleCardsTask]?.({ practiceId }, job);
  expect(await moneyOf(made.practice)).toEqual({ cash: 7912, "fee-expense": 88 });
  await settleCardsJob(database)[settleCardsTask]?.({ practiceId }, job);
  expect(await moneyOf(made.practice)).toEqual({ cash: 7912, "fee-expense": 88 });
});

test("a deposit that names a pending payment asks after it first", async () => {
  const made = await createCardPractice(database);
  await pay(made, "tok_answer_lost");
  expect(await settleCards(made.context)).toEqual({ is: "settled", numbers: ["TEST-1"] });
  expect(await moneyOf(made.practice)).toEqual({ cash: 7912, "fee-expense": 88 });
});

test("a deposit that names what is not on file is not posted", async () => {
  const made = await createCardPractice(database);
  await pay(made, "tok_visa");
  const { gateway } = made.context;
  await gateway.charge({ key: "elsewhere", token: "tok_visa", cents: 500 });
  expect(await settleCards(made.context)).toMatchObject({
    code: "card_settlement_unknown_entry",
    number: "TEST-1",
  });
  expect(await moneyOf(made.practice)).toEqual(paid);
});

test("a wrong charge goes back to the card when a second person approved it", async () => {
  const made = await createCardPractice(database);
  const { practice } = made;
  const { cardPaymentId, patientPaymentId = 0 } = await pay(made, "tok_refund_lost");
  const alone = await practice.act((transaction) =>
    reversePayment(transaction, patientPaymentId, { reason: "wrong", today }),
  );
  expect(alone).toEqual({ is: "refused", code: "payment_by_gateway" });
  const ask = () =>
    practice.actAs("user:1", (transaction) =>
      requestCardRefund(transaction, cardPaymentId, { reason: "wrong", today }),
    );
  expect(await ask()).toMatchObject({ is: "waiting" });
  expect(await ask()).toMatchObject({ code: "approval_waiting" });
  expect(await secondPerson(made)).toBeUndefined();
  expect(await moneyOf(practice)).toEqual(paid);
  await givesBack(made);
  expect(await moneyOf(practice)).toEqual(paid);
  await givesBack(made);
  expect(await moneyOf(practice)).toEqual(owed);
  expect(await chargedAtGateway(practice)).toMatchObject({ cents: 2000, back: 2000 });
  expect(await ask()).toMatchObject({ code: "card_refund_beyond_payment" });
  expect(await faultsOf(practice)).toEqual([]);
});

test("a card that takes nothing back leaves the payment as it is", async () => {
  const made = await createCardPractice(database);
  const { cardPaymentId } = await pay(made, "tok_refund_declined");
  await made.practice.actAs("user:1", (transaction) =>
    requestCardRefund(transaction, cardPaymentId, { reason: "wrong", today }),
  );
  await secondPerson(made);
  await givesBack(made);
  expect(await moneyOf(made.practice)).toEqual(paid);
  expect(await chargedAtGateway(made.practice)).toMatchObject({ back: 0 });
});

/** A card paid the 20.00 of a claim that nobody owes any more, for its payer took its answer back; 15.00 are asked back. */
async function withCredit(token = "tok_visa") {
  const made = await createCardPractice(database);
  const { practice, claimId } = made;
  const payment = await pay(made, token, "first", 2000);
  await practice.post({
    trace: "T2",
    date: "2026-04-05",
    claims: [
      {
        number: "A100",
        status: "22",
        lines: [
          {
            code: "99213",
            charged: -10_000,
            paid: -6000,
            cas: [
              ["CO", "45", -2000],
              ["PR", "2", -2000],
            ],
          },
        ],
      },
    ],
  });
  const asked = await practice.actAs("user:1", (transaction) =>
    requestRefund(transaction, { claimId, party: "patient", cents: 1500, reason: "credit", today }),
  );
  if (asked.is === "refused") throw new Error(asked.code);
  return { made, payment, refundId: asked.refundId };
}

test("a part of a payment goes back to its card as an approved refund", async () => {
  const { made, payment, refundId } = await withCredit();
  const { practice } = made;
  const { cardPaymentId } = payment;
  const send = () =>
    practice.actAs("user:1", (transaction) =>
      sendRefundToCard(transaction, refundId, { cardPaymentId, today }),
    );
  expect(await send()).toMatchObject({ code: "refund_not_approved" });
  expect(await secondPerson(made)).toBeUndefined();
  expect(await send()).toMatchObject({ is: "asked" });
  expect(await send()).toMatchObject({ code: "card_refund_waiting" });
  const check = { way: "check", number: "1", on: today } as const;
  expect(
    await practice.act((transaction) => settleRefund(transaction, refundId, check)),
  ).toMatchObject({ code: "card_refund_waiting" });
  expect(
    await practice.act((transaction) =>
      cancelRefund(transaction, refundId, { reason: "x", today }),
    ),
  ).toBe("card_refund_waiting");
  await givesBack(made);
  expect(await moneyOf(practice)).toMatchObject({ "card-clearing": 500, "patient-credit": -500 });
  expect(await send()).toMatchObject({ code: "refund_settled" });
  expect(await chargedAtGateway(practice)).toMatchObject({ cents: 2000, back: 1500 });
  await settleCards(made.context);
  expect((await moneyOf(practice))["card-clearing"]).toBeUndefined();
  expect(await faultsOf(practice)).toEqual([]);
});

/** 15.00 of 20.00 went back to the card as the refund of the claim's credit; 5.00 stayed. */
async function withPartBack(token?: string) {
  const { made, payment, refundId } = await withCredit(token);
  const { cardPaymentId } = payment;
  await secondPerson(made);
  await made.practice.actAs("user:1", (transaction) =>
    sendRefundToCard(transaction, refundId, { cardPaymentId, today }),
  );
  await givesBack(made);
  const dispute = (cents?: number) =>
    made.practice.act((transaction) =>
      chargeBack(transaction, cardPaymentId, {
        reason: "not his",
        today,
        ...(cents === undefined ? {} : { cents }),
      }),
    );
  return { made, dispute };
}

test.each([
  ["all of the rest", undefined, 0, 0],
  ["a part of the rest", 200, 300, 300],
])(
  "after a part went back, at most the rest is disputed: %s",
  async (_name, cents, owes, credit) => {
    const { made, dispute } = await withPartBack();
    const { practice } = made;
    expect(await dispute(501)).toMatchObject({ code: "card_refund_beyond_payment" });
    expect(await dispute(0)).toMatchObject({ code: "card_refund_beyond_payment" });
    expect(await dispute(cents)).toEqual({ is: "charged-back" });
    expect(await dispute()).toEqual({ is: "charged-back" });
    const money = await moneyOf(practice);
    expect(money["card-clearing"] ?? 0).toBe(owes);
    expect(0 - (money["patient-credit"] ?? 0)).toBe(credit);
    expect(money["unapplied-cash"]).toBeUndefined();
    expect(await faultsOf(practice)).toEqual([]);
    const { rows } = await practice.act((transaction) =>
      listCardPayments(transaction, {}, { limit: 10 }),
    );
    expect(rows).toMatchObject([{ backCents: 1500 + (cents ?? 500) }]);
  },
);

test("the gateway's deposit takes back what was disputed of a charge that was refunded in part", async () => {
  const { made } = await withPartBack("tok_disputed");
  await settleCards(made.context);
  expect((await moneyOf(made.practice))["card-clearing"]).toBeUndefined();
  expect(await settleCards(made.context)).toMatchObject({ is: "settled", numbers: ["TEST-2"] });
  const money = await moneyOf(made.practice);
  expect(money["card-clearing"]).toBeUndefined();
  expect(money["patient-credit"]).toBeUndefined();
  expect(await unsettledCents(made.practice)).toBe(0);
  expect(await faultsOf(made.practice)).toEqual([]);
});

test("a disputed charge makes the patient owe it again, by hand or by the gateway's deposit", async () => {
  const made = await createCardPractice(database);
  const { practice, context } = made;
  const first = await pay(made, "tok_visa", "one");
  const dispute = () =>
    practice.act((transaction) =>
      chargeBack(transaction, first.cardPaymentId, { reason: "not his", today }),
    );
  expect(await dispute()).toEqual({ is: "charged-back" });
  expect(await dispute()).toEqual({ is: "charged-back" });
  expect(await moneyOf(practice)).toEqual(owed);
  const other = await createCardPractice(database);
  await pay(other, "tok_disputed");
  await settleCards(other.context);
  expect(await moneyOf(other.practice)).toEqual({ cash: 7912, "fee-expense": 88 });
  await settleCards(other.context);
  expect(await moneyOf(other.practice)).toEqual({
    cash: 7912 - 2000 - 1500,
    "fee-expense": 1588,
    "patient-receivable": 2000,
  });
  expect(await unsettledCents(other.practice)).toBe(0);
  expect(await faultsOf(practice)).toEqual([]);
  expect(await faultsOf(other.practice)).toEqual([]);
  expect(context.gateway.name).toBe("test");
});
