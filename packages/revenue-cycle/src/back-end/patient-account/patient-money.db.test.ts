import { sql } from "@headwater/platform/database/sql.ts";
import { withPractices } from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { collectPayments } from "../../books/patient-payment/collect-payment.command.ts";
import {
  emptyReceivable,
  isReceivableSound,
  type Receivable,
  receivableAmounts,
  receivableColumn,
} from "../../books/receivable/receivable.ts";
import { listTransfers } from "../../books/transfer/list-transfers.query.ts";
import type { ExampleRemittance } from "../posting/testing/example-remittance.ts";
import { ExamplePractice } from "../posting/testing/practice-books.command.ts";
import { allocatePayment, applyUnapplied, undoAllocation } from "./allocate-payment.command.ts";
import { openItems, unappliedPayments } from "./open-items.store.ts";
import type { PatientAccount } from "./patient-account.ts";
import { reversePayment } from "./reverse-payment.command.ts";
import { type PaymentWanted, takePayment } from "./take-payment.command.ts";
import { undoWriteOff, type WriteOffWanted, writeOffPatientBalance } from "./write-off.command.ts";

let database: TestDatabase;
let practice: ExamplePractice;
let account: PatientAccount;
let claims: number[];

const today = "2026-04-01";
const manager = { roles: ["manager"], today };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Two claims of one patient: 20.00 and 50.00 are his after the payer has spoken. */
async function begin(): Promise<void> {
  practice = await ExamplePractice.create(database);
  claims = await practice.record(
    { number: "A100", lines: [{ charged: 10_000 }] },
    { number: "B200", lines: [{ charged: 8000 }, { charged: 6000, code: "85025" }] },
  );
  await practice.post(adjudicated);
  account = await practice.act(async (transaction) => {
    const row = await transaction.one<{ patient_id: number }>(sql`
      select patient_id from patients where practice_id = ${practice.practiceId}`);
    return { patientId: row.patient_id };
  });
}
beforeEach(begin);

const adjudicated: ExampleRemittance = {
  trace: "T1",
  date: "2026-03-01",
  claims: [
    {
      number: "A100",
      lines: [
        {
          code: "99213",
          charged: 10_000,
          paid: 6000,
          cas: [
            ["CO", "45", 2000],
            ["PR", "2", 2000],
          ],
        },
      ],
    },
    {
      number: "B200",
      lines: [
        {
          code: "99213",
          charged: 8000,
          paid: 4000,
          cas: [
            ["CO", "45", 1000],
            ["PR", "1", 3000],
          ],
        },
        {
          code: "85025",
          charged: 6000,
          paid: 3000,
          cas: [
            ["CO", "45", 1000],
            ["PR", "3", 2000],
          ],
        },
      ],
    },
  ],
};

/** The payer takes back what it said of the first claim. */
const negated: ExampleRemittance = {
  trace: "T2",
  date: "2026-04-10",
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
};

async function claim(index: number): Promise<Partial<Receivable>> {
  const columns = receivableAmounts.map(
    (amount) => `sum(${receivableColumn(amount)})::bigint as "${amount}"`,
  );
  const { rows } = await database.owner.query<Receivable>(
    `select ${columns.join(", ")} from receivables where practice_id = $1 and claim_id = $2`,
    [practice.practiceId, claims[index]],
  );
  return Object.fromEntries(
    Object.entries(rows[0] ?? {}).filter(([, cents]) => Number(cents) !== 0),
  );
}

/** Every line of the practice. */
async function lines(): Promise<Receivable[]> {
  const { rows } = await database.owner.query<Record<string, string>>(
    "select * from receivables where practice_id = $1",
    [practice.practiceId],
  );
  return rows.map((row) => {
    const receivable = emptyReceivable();
    for (const amount of receivableAmounts)
      receivable[amount] = Number(row[receivableColumn(amount)]);
    return receivable;
  });
}

async function faults() {
  const scope = { practiceIds: [practice.practiceId], actor: "test" };
  return (await withPractices(database, scope, (transaction) => verifyLedger(transaction))).faults;
}

async function balances(): Promise<Record<string, number>> {
  const { rows } = await database.owner.query<{ kind: string; cents: string }>(
    `select a.kind, sum(case when t.debit_account_id = a.account_id then t.cents else -t.cents end) as cents
     from accounts a join transfers t on t.practice_id = a.practice_id
       and a.account_id in (t.debit_account_id, t.credit_account_id)
     where a.practice_id = $1 group by a.kind having sum(case when t.debit_account_id = a.account_id
       then t.cents else -t.cents end) <> 0`,
    [practice.practiceId],
  );
  return Object.fromEntries(rows.map(({ kind, cents }) => [kind, Number(cents)]));
}

const usual = { method: "check", place: "desk", paidOn: today, wish: { by: "rule" } } as const;

async function pay(wanted: Partial<PaymentWanted> & { readonly cents: number }): Promise<number> {
  const result = await practice.act((transaction) =>
    takePayment(transaction, account, { ...usual, ...wanted }),
  );
  if (result.is === "refused") throw new Error(result.code);
  return result.patientPaymentId;
}

const reason = "The bank returned it";
const undo = { reason, today };
const writeOff = (wanted: Partial<WriteOffWanted>, by = manager) =>
  practice.act((transaction) =>
    writeOffPatientBalance(
      transaction,
      { claimId: claims[0] ?? 0, kind: "bad-debt", reason, ...wanted },
      by,
    ),
  );
const reverse = (id: number) =>
  practice.act((transaction) => reversePayment(transaction, id, undo));

describe("a payment on an account", () => {
  test("goes to what is open, oldest first, and waits beyond that", async () => {
    await pay({ cents: 8000 });
    expect(await claim(0)).toMatchObject({ patientResponsibility: 2000, patientPaid: 2000 });
    expect(await claim(1)).toMatchObject({ patientResponsibility: 5000, patientPaid: 5000 });
    expect((await claim(1)).openPatient).toBeUndefined();
    expect(await balances()).toMatchObject({ cash: 21_000, "unapplied-cash": -1000 });
    expect(await faults()).toEqual([]);
  });

  test("by hand goes where it is told, and more than is open is refused whole", async () => {
    const parts = (cents: number) => [{ claimId: claims[1] ?? 0, cents }];
    await pay({ cents: 4000, wish: { by: "hand", parts: parts(4000) } });
    expect(await claim(0)).toMatchObject({ openPatient: 2000 });
    expect(await claim(1)).toMatchObject({ openPatient: 1000, patientPaid: 4000 });
    const wish = { by: "hand" as const, parts: parts(1001) };
    const refused = await practice.act((transaction) =>
      takePayment(transaction, account, { ...usual, cents: 5000, wish }),
    );
    expect(refused).toMatchObject({ is: "refused", code: "allocation_over_open" });
    expect(await balances()).toMatchObject({ cash: 17_000 });
  });

  test("is refused on an account that nobody knows", async () => {
    const stranger = { guarantorId: 999_999 };
    const refused = await practice.act((transaction) =>
      takePayment(transaction, stranger, { ...usual, cents: 1 }),
    );
    expect(refused).toMatchObject({ is: "refused", code: "account_unknown" });
  });

  test("that was given to nobody is given later, by a person or by the rule, and taken back", async () => {
    const id = await pay({ cents: 6000, wish: { by: "nobody" } });
    expect(await claim(0)).toMatchObject({ openPatient: 2000 });
    const parts = [{ claimId: claims[0] ?? 0, cents: 500 }];
    await practice.act((transaction) =>
      allocatePayment(transaction, account, {
        patientPaymentId: id,
        wish: { by: "hand", parts },
        today,
      }),
    );
    await practice.act((transaction) => applyUnapplied(transaction, account, today));
    expect((await claim(0)).openPatient).toBeUndefined();
    expect(await claim(1)).toMatchObject({ openPatient: 1000 });
    const { rows } = await database.owner.query<{ id: string }>(
      "select payment_allocation_id as id from payment_allocations where practice_id = $1 and cents = 500",
      [practice.practiceId],
    );
    const back = () =>
      practice.act((transaction) => undoAllocation(transaction, Number(rows[0]?.id), undo));
    expect(await back()).toMatchObject({ is: "allocated" });
    expect(await back()).toMatchObject({ is: "allocated" });
    expect(await claim(0)).toMatchObject({ openPatient: 500, patientPaid: 1500 });
    expect(await balances()).toMatchObject({ "unapplied-cash": -500 });
    // Taken, given by hand and by the rule, and the part by hand taken back.
    const { rows: moved } = await practice.act((transaction) =>
      listTransfers(transaction, { subject: { is: "payment", id } }, { limit: 20 }),
    );
    expect(moved.map(({ cents }) => cents).sort((one, other) => one - other)).toEqual([
      500, 500, 1000, 1500, 3000, 6000,
    ]);
    expect(await faults()).toEqual([]);
  });

  test("is reversed once, and everything it paid is owed again", async () => {
    const id = await pay({ cents: 8000 });
    expect(await reverse(id)).toMatchObject({ is: "reversed" });
    expect(await reverse(id)).toMatchObject({ is: "reversed", claimIds: [] });
    expect(await claim(0)).toMatchObject({ openPatient: 2000 });
    expect(await claim(1)).toMatchObject({ openPatient: 5000 });
    expect(await balances()).toMatchObject({ cash: 13_000 });
    expect((await balances())["unapplied-cash"]).toBeUndefined();
    expect(await faults()).toEqual([]);
  });

  test("becomes the patient's credit when the payer takes back what it left to him", async () => {
    await pay({ cents: 7000 });
    await practice.post(negated);
    expect(await claim(0)).toMatchObject({
      openInsurance: 10_000,
      patientPaid: 2000,
      creditPatient: 2000,
    });
    expect(await faults()).toEqual([]);
  });

  test("of a copay waits for the visit of its day", async () => {
    if (account.patientId === undefined) throw new Error("the account is a patient's");
    const { patientId } = account;
    await practice.act((transaction) =>
      collectPayments(transaction, [
        { patientId, paidOn: "2026-03-30", cents: 1500, method: "cash", purpose: "copay" },
        { patientId, paidOn: "2026-01-15", cents: 1000, method: "cash", purpose: "copay" },
      ]),
    );
    await practice.act((transaction) => applyUnapplied(transaction, account, today));
    const left = await practice.act((transaction) => unappliedPayments(transaction, account));
    expect(left).toMatchObject([{ paidOn: "2026-03-30", leftCents: 1500 }]);
    expect(await claim(0)).toMatchObject({ openPatient: 1000 });
  });
});

describe("what a patient owes", () => {
  test("is written off up to the limit of the role, and owed again when that is undone", async () => {
    const clerk = { roles: ["poster"], today };
    expect(await writeOff({}, clerk)).toMatchObject({ code: "write_off_over_limit" });
    expect(await writeOff({ kind: "small-balance", cents: 1000 }, clerk)).toMatchObject({
      code: "write_off_over_limit",
    });
    const small = await writeOff({ kind: "small-balance", cents: 999 }, clerk);
    expect(small).toMatchObject({ is: "written-off" });
    expect(await claim(0)).toMatchObject({ openPatient: 1001, patientForgiven: 999 });
    expect(await balances()).toMatchObject({ "write-off": 999 });
    const id = small.is === "refused" ? 0 : small.writeOffId;
    const back = () => practice.act((transaction) => undoWriteOff(transaction, id, undo));
    expect(await back()).toMatchObject({ is: "undone" });
    expect(await back()).toMatchObject({ is: "undone" });
    expect(await claim(0)).toMatchObject({ openPatient: 2000 });
    expect(await faults()).toEqual([]);
  });

  test("more than is open, nothing at all and an unknown claim are not written off", async () => {
    expect(await writeOff({ cents: 2001 })).toMatchObject({ code: "write_off_over_open" });
    expect(await writeOff({ claimId: 999_999 })).toMatchObject({ code: "claim_unknown" });
    await pay({ cents: 2000 });
    expect(await writeOff({})).toMatchObject({ code: "nothing_open" });
  });

  test("and was given up as bad debt is recovered by a payment, and lost again with it", async () => {
    const lost = await writeOff({});
    expect(await balances()).toMatchObject({ "bad-debt": 2000 });
    const items = await practice.act((transaction) => openItems(transaction, account));
    expect(items).toMatchObject([
      { claimId: claims[0], openCents: 0, badDebtCents: 2000 },
      { claimId: claims[1], openCents: 5000, badDebtCents: 0 },
    ]);
    const parts = [{ claimId: claims[0] ?? 0, cents: 1200 }];
    const id = await pay({ cents: 1200, wish: { by: "hand", parts } });
    expect(await claim(0)).toMatchObject({ patientPaid: 1200, patientForgiven: 800 });
    expect(await balances()).toMatchObject({ "bad-debt": 800 });
    const writeOffId = lost.is === "refused" ? 0 : lost.writeOffId;
    const undone = await practice.act((transaction) => undoWriteOff(transaction, writeOffId, undo));
    expect(undone).toMatchObject({ code: "write_off_recovered" });
    await reverse(id);
    expect(await claim(0)).toMatchObject({ patientForgiven: 2000 });
    expect(await balances()).toMatchObject({ "bad-debt": 2000, cash: 13_000 });
    expect(await faults()).toEqual([]);
  });
});

const step = fc.oneof(
  fc.record({
    do: fc.constant("pay" as const),
    cents: fc.integer({ min: 1, max: 6000 }),
    rule: fc.constantFrom("oldest-first", "newest-first", "in-proportion", undefined),
  }),
  fc.record({ do: fc.constant("reverse" as const), which: fc.nat(5) }),
  fc.record({ do: fc.constant("take-back" as const), which: fc.nat(5) }),
  fc.record({ do: fc.constant("apply" as const) }),
  fc.record({
    do: fc.constant("write-off" as const),
    which: fc.nat(1),
    cents: fc.integer({ min: 1, max: 4000 }),
  }),
  fc.record({ do: fc.constant("forgive-not" as const), which: fc.nat(3) }),
  fc.record({ do: fc.constant("payer-takes-back" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** What the steps have come to: payments that stand, and what payers paid. */
type Course = { paid: { id: number; cents: number; isReversed: boolean }[]; fromPayers: number };

async function idsOf(table: string, column: string): Promise<number[]> {
  const { rows } = await database.owner.query<{ id: string }>(
    `select ${column} as id from ${table} where practice_id = $1 order by 1 desc`,
    [practice.practiceId],
  );
  return rows.map(({ id }) => Number(id));
}

async function take(each: Step, course: Course): Promise<void> {
  switch (each.do) {
    case "pay": {
      const { rule, cents } = each;
      const wish = rule === undefined ? { by: "nobody" as const } : { by: "rule" as const, rule };
      course.paid.push({ id: await pay({ cents, wish }), cents, isReversed: false });
      return;
    }
    case "reverse": {
      const one = course.paid[each.which];
      if (one === undefined) return;
      await reverse(one.id);
      one.isReversed = true;
      return;
    }
    case "take-back": {
      const id = (await idsOf("payment_allocations", "payment_allocation_id"))[each.which];
      if (id !== undefined) await practice.act((tx) => undoAllocation(tx, id, undo));
      return;
    }
    case "payer-takes-back":
      if (course.fromPayers === 13_000) await practice.post(negated);
      course.fromPayers = 7000;
      return;
    case "apply":
      await practice.act((tx) => applyUnapplied(tx, account, today));
      return;
    case "write-off":
      await writeOff({ claimId: claims[each.which] ?? 0, cents: each.cents });
      return;
    default: {
      const id = (await idsOf("patient_write_offs", "patient_write_off_id"))[each.which];
      if (id !== undefined) await practice.act((tx) => undoWriteOff(tx, id, undo));
    }
  }
}

test("any sequence keeps every line's identities, the cash and the books", async () => {
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 1, maxLength: 8 }),
    async (steps) => {
      await begin();
      const course: Course = { paid: [], fromPayers: 13_000 };
      for (const each of steps) await take(each, course);
      expect((await lines()).every(isReceivableSound)).toBe(true);
      const kept = course.paid
        .filter((one) => !one.isReversed)
        .reduce((sum, one) => sum + one.cents, 0);
      const left = await practice.act((tx) => unappliedPayments(tx, account));
      const books = await balances();
      expect(books.cash ?? 0).toBe(course.fromPayers + kept);
      expect(0 - (books["unapplied-cash"] ?? 0)).toBe(
        left.reduce((sum, { leftCents }) => sum + leftCents, 0),
      );
      expect(await faults()).toEqual([]);
    },
  );
  await fc.assert(property, { numRuns: 12 });
}, 240_000);
