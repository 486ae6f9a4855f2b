import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CardGateway } from "./card-gateway.ts";
import { chargeCard, resolveCardPayment } from "./charge-card.command.ts";
import { settleCards } from "./settle-cards.command.ts";
import {
  type CardPractice,
  createCardPractice,
  faultsOf,
  moneyOf,
  payBy,
  unsettledCents,
} from "./testing/card-practice.command.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** What may happen to one request to the gateway: the wire is cut on the way there or back, or we end then. */
const faults = [
  "none",
  "none",
  "lost-there",
  "lost-back",
  "killed-before",
  "killed-after",
] as const;
type Fault = (typeof faults)[number];

class Killed extends Error {}

/** Puts the faults of `plan`, in order, between us and the gateway; none when it is used up. */
function faulty(gateway: CardGateway, plan: Fault[]): CardGateway {
  const suffering = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const fault = plan.shift() ?? "none";
    if (fault === "killed-before") throw new Killed();
    if (fault === "lost-there") return { is: "no-answer" } as Answer;
    const answer = await ask();
    if (fault === "killed-after") throw new Killed();
    return fault === "lost-back" ? ({ is: "no-answer" } as Answer) : answer;
  };
  return {
    ...gateway,
    charge: (wanted) => suffering(() => gateway.charge(wanted)),
    lookUp: (key) => suffering(() => gateway.lookUp(key)),
    closeKey: (key) => suffering(() => gateway.closeKey(key)),
  };
}

const tokens = [
  "tok_visa",
  "tok_answer_lost",
  "tok_request_lost",
  "tok_declined_funds",
  "tok_late",
];

type Step = {
  readonly does: "pay" | "look-up" | "pay-twice-at-once" | "pay-and-look-up" | "settle";
  readonly which: number;
};

async function run(made: CardPractice, step: Step): Promise<void> {
  const { context, account } = made;
  const pay = () => {
    const wanted = payBy(tokens[step.which] ?? "", `key-${step.which}`, 700 + step.which);
    return chargeCard(context, account, wanted);
  };
  const lookUp = async () => {
    for (const id of await paymentIds(made, step.which)) await resolveCardPayment(context, id);
  };
  const work = {
    pay: [pay],
    "look-up": [lookUp],
    "pay-twice-at-once": [pay, pay],
    "pay-and-look-up": [pay, lookUp],
    settle: [() => settleCards(context)],
  }[step.does];
  for (const ended of await Promise.allSettled(work.map((one) => one()))) {
    if (ended.status === "rejected" && !(ended.reason instanceof Killed)) throw ended.reason;
  }
}

async function paymentIds({ practice }: CardPractice, which?: number): Promise<number[]> {
  const rows = await practice.act((transaction) =>
    transaction.query<{ id: number }>(sql`
      select card_payment_id as id from card_payments
      where practice_id = ${practice.practiceId}
        and (${which === undefined} or request_key = ${`key-${which}`})`),
  );
  return rows.map(({ id }) => id);
}

/** By key: whether our books have it as paid, and how often and how much the gateway charged. */
function comparison({ practice }: CardPractice) {
  return practice.act((transaction) =>
    transaction.query<{ state: string; cents: number; charged: number }>(sql`
      select c.state, c.cents, (select coalesce(sum(g.cents), 0)::bigint from test_gateway_charges g
        where g.practice_id = c.practice_id and g.request_key = c.request_key
          and g.state = 'approved') as charged
      from card_payments c where c.practice_id = ${practice.practiceId}`),
  );
}

const steps = fc.array(
  fc.record({
    does: fc.constantFrom(
      "pay" as const,
      "pay" as const,
      "look-up" as const,
      "pay-twice-at-once" as const,
      "pay-and-look-up" as const,
      "settle" as const,
    ),
    which: fc.nat({ max: tokens.length - 1 }),
  }),
  { minLength: 3, maxLength: 10 },
);

test("any interleaving of time-outs, retries and kills ends with one charge and balanced books", async () => {
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.array(fc.constantFrom(...faults), { maxLength: 14 }),
      async (taken, plan) => {
        const left = [...plan];
        const made = await createCardPractice(database, (gateway) => faulty(gateway, left));
        for (const step of taken) await run(made, step);
        left.length = 0;
        await made.practice.act((transaction) =>
          transaction.execute(sql`update test_gateway_charges set known_at = now() - interval '1 s'
            where practice_id = ${made.practice.practiceId}`),
        );
        for (const id of await paymentIds(made)) await resolveCardPayment(made.context, id);
        const ended = await comparison(made);
        for (const { state, cents, charged } of ended) {
          expect(["paid", "declined", "failed"]).toContain(state);
          expect(charged).toBe(state === "paid" ? cents : 0);
        }
        expect((await moneyOf(made.practice))["card-clearing"] ?? 0).toBe(
          await unsettledCents(made.practice),
        );
        expect((await settleCards(made.context)).is).toBe("settled");
        expect((await moneyOf(made.practice))["card-clearing"]).toBeUndefined();
        expect(await faultsOf(made.practice)).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
}, 300_000);
