import { openPool } from "@headwater/platform/database/pool.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import { inputHash, runIdempotently } from "@headwater/platform/idempotency/run-idempotently.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { type CutCommits, openCutCommits } from "@headwater/platform/testing/cut-commits.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { chargeCard } from "../card-payment/charge-card.command.ts";
import { openTestGateway } from "../card-payment/test-gateway.store.ts";
import {
  type CardPractice,
  chargedAtGateway,
  createCardPractice,
  moneyOf,
  payBy,
} from "../card-payment/testing/card-practice.command.ts";
import { takePayment } from "../patient-account/take-payment.command.ts";
import { ExamplePractice } from "./testing/practice-books.command.ts";

let database: TestDatabase;
let way: CutCommits;
let application: TestDatabase["application"];

beforeAll(async () => {
  database = await createTestDatabase();
  way = await openCutCommits(database.applicationUrl);
  application = openPool({ connectionString: way.url, name: "headwater test", size: 4 });
});
afterAll(async () => {
  await application.end();
  await way.close();
  await database.drop();
});

const faults = (practice: ExamplePractice) =>
  practice.act(async (transaction) => (await verifyLedger(transaction)).faults);

/** The command of a route that takes a payment: by key and digest of what is asked for. */
function takeByKey({ practice, account }: CardPractice, key: string) {
  const wanted = { cents: 500, method: "cash", place: "desk", paidOn: "2026-04-01" } as const;
  const scope = { practiceId: practice.practiceId, actor: "user:1" };
  return withPractice({ application }, scope, (transaction) =>
    runIdempotently(transaction, { scope: "pay", key, inputHash: inputHash(wanted) }, async () => {
      const taken = await takePayment(transaction, account, { ...wanted, wish: { by: "rule" } });
      return { status: 201, response: { id: taken.is === "taken" ? taken.patientPaymentId : 0 } };
    }),
  );
}

test("a payment whose commit was not answered is there once when its key is sent again", async () => {
  const made = await createCardPractice(database);
  way.cutNext(1);
  await expect(takeByKey(made, "one")).rejects.toThrow();
  const again = await takeByKey(made, "one");
  expect(again).toMatchObject({ kind: "repeated", status: 201 });
  expect(await moneyOf(made.practice)).toEqual({ cash: 6500, "patient-receivable": 1500 });
  expect(await faults(made.practice)).toEqual([]);
});

test.each([0, 1, 2])("a card is charged once though %i commits were not answered", async (cuts) => {
  const made = await createCardPractice(database);
  const before = way.cut();
  const { practiceId } = made.practice;
  const gateway = openTestGateway({ application }, practiceId);
  const context = { ...made.context, database: { application }, gateway };
  way.cutNext(cuts);
  const ended = await chargeCard(context, made.account, payBy("tok_visa"));
  way.cutNext(0);
  expect(ended).toMatchObject({ is: "open", payment: { state: "paid" } });
  expect(way.cut() - before).toBe(cuts);
  expect(await chargedAtGateway(made.practice)).toMatchObject({ charges: 1, cents: 2000 });
  expect(await moneyOf(made.practice)).toEqual({ cash: 6000, "card-clearing": 2000 });
  expect(await faults(made.practice)).toEqual([]);
});

test("a remittance whose commit was not answered is posted once when it is read again", async () => {
  const { practiceId } = await ExamplePractice.create(database);
  const practice = new ExamplePractice({ application }, practiceId);
  await practice.record({ number: "A100", lines: [{ charged: 10_000 }] });
  const lines = [
    { code: "99213", charged: 10_000, paid: 6000, cas: [["CO", "45", 4000]] as const },
  ];
  const remittance = { trace: "T1", claims: [{ number: "A100", lines }] };
  const before = way.cut();
  way.cutNext(1);
  expect(await practice.post(remittance)).toMatchObject({ verdict: "duplicate" });
  expect(way.cut() - before).toBe(1);
  const { posted, cents } = await practice.act((transaction) =>
    transaction.one<{ posted: number; cents: number }>(sql`
      select count(*) filter (where verdict = 'posted')::int as posted,
        (select sum(insurance_paid_cents)::bigint from receivables
          where practice_id = ${practiceId}) as cents
      from remittances where practice_id = ${practiceId}`),
  );
  expect({ posted, cents }).toEqual({ posted: 1, cents: 6000 });
  expect(await faults(practice)).toEqual([]);
});
