import { identifier, join, sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listAccounts } from "../../books/account/list-accounts.query.ts";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { recordPatientPayments } from "../../books/patient-payment/record-patient-payments.command.ts";
import { closePeriod } from "../../books/period/close-period.command.ts";
import { receivableAmounts, receivableColumn } from "../../books/receivable/receivable.ts";
import type { ExampleRemittance } from "./testing/example-remittance.ts";
import { ExamplePractice } from "./testing/practice-books.command.ts";

let database: TestDatabase;
let practice: ExamplePractice;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  practice = await ExamplePractice.create(database);
});

type Amounts = { [name: string]: number };

/** Amounts of the claim that are not zero. */
async function claim(number: string): Promise<Amounts> {
  return practice.act(async (transaction) => {
    const sums = receivableAmounts.map((amount) => {
      const column = identifier(receivableColumn(amount));
      return sql`coalesce(sum(r.${column}), 0)::bigint as ${column}`;
    });
    const [row] = await transaction.query<Amounts>(sql`
      select ${join(sums)} from receivables r join claims c using (practice_id, claim_id)
      where practice_id = ${practice.practiceId} and c.patient_control_number = ${number}`);
    return Object.fromEntries(
      receivableAmounts
        .map((amount) => [amount, row?.[receivableColumn(amount)] ?? 0] as const)
        .filter(([, cents]) => cents !== 0),
    );
  });
}

const stateOf = (number: string) =>
  practice.act(async (transaction) => {
    const row = await transaction.one<{ state: string }>(sql`
      select state from claims
      where practice_id = ${practice.practiceId} and patient_control_number = ${number}`);
    return row.state;
  });

const accounts = () =>
  practice.act(async (transaction) => {
    const rows = await listAccounts(transaction);
    return Object.fromEntries(
      rows.filter(({ cents }) => cents !== 0).map(({ kind, cents }) => [kind, cents]),
    );
  });

const faults = () => practice.act(async (transaction) => (await verifyLedger(transaction)).faults);

const workKinds = () =>
  practice.act(async (transaction) => {
    const rows = await transaction.query<{ kind: string }>(sql`
      select kind from work_items where practice_id = ${practice.practiceId} and state = 'open'
      order by kind`);
    return rows.map((row) => row.kind);
  });

const plain: ExampleRemittance = {
  trace: "T1",
  claims: [
    {
      number: "A100",
      payerNumber: "ICN1",
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
  ],
};
const ownClaim = { number: "A100", lines: [{ charged: 10_000 }] };

describe("a remittance", () => {
  test("pays, writes off what the contract says and leaves the rest to the patient", async () => {
    await practice.record(ownClaim);
    expect(await practice.post(plain)).toMatchObject({ verdict: "posted", claims: 1 });
    expect(await claim("A100")).toEqual({
      charged: 10_000,
      insurancePaid: 6000,
      contractual: 2000,
      patientResponsibility: 2000,
      openPatient: 2000,
    });
    expect(await accounts()).toEqual({
      cash: 6000,
      "patient-receivable": 2000,
      charges: -10_000,
      contractual: 2000,
    });
    expect(await stateOf("A100")).toBe("paid");
    expect(await faults()).toEqual([]);
  });

  test("posts once, whatever file it comes in", async () => {
    await practice.record(ownClaim);
    await practice.post(plain);
    expect(await practice.post(plain)).toMatchObject({
      verdict: "duplicate",
      reasonCode: "PAYMENT_ALREADY_POSTED",
    });
    expect((await accounts()).cash).toBe(6000);
    expect(await faults()).toEqual([]);
  });

  test("posts once when eight connections bring it at the same time", async () => {
    await practice.record(ownClaim);
    const results = await Promise.all(Array.from({ length: 8 }, () => practice.post(plain)));
    expect(results.filter(({ verdict }) => verdict === "posted")).toHaveLength(1);
    expect(results.filter(({ verdict }) => verdict === "duplicate")).toHaveLength(7);
    expect((await accounts()).cash).toBe(6000);
    expect(await faults()).toEqual([]);
  });

  test("with the same trace number and other content is held", async () => {
    await practice.record(ownClaim);
    await practice.post(plain);
    const other = { ...plain, date: "2026-03-09" };
    expect(await practice.post(other)).toMatchObject({
      verdict: "held",
      reasonCode: "TRACE_WITH_OTHER_CONTENT",
    });
    expect((await accounts()).cash).toBe(6000);
  });

  test("that is one cent out of balance posts nothing and says where", async () => {
    await practice.record(ownClaim);
    const result = await practice.post({ ...plain, paid: 6001 });
    expect(result).toMatchObject({ verdict: "quarantined", reasonCode: "OUT_OF_BALANCE" });
    expect(result.balanceFaults).toMatchObject([
      { level: "transaction", left: 6001, right: 6000, differenceCents: 1 },
    ]);
    expect(await claim("A100")).toEqual({ charged: 10_000, openInsurance: 10_000 });
    expect(await workKinds()).toEqual(["remittance-out-of-balance"]);
    expect(await practice.post(plain)).toMatchObject({ verdict: "posted" });
  });

  test("of which no claim is known is held, and posts when the claim comes", async () => {
    expect(await practice.post(plain)).toMatchObject({
      verdict: "held",
      reasonCode: "NO_CLAIM_KNOWN",
    });
    expect(await accounts()).toEqual({});
    await practice.record(ownClaim);
    expect(await claim("A100")).toMatchObject({ insurancePaid: 6000, openPatient: 2000 });
    expect((await accounts()).cash).toBe(6000);
    expect(await workKinds()).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  test("to a payee that is not this practice is held", async () => {
    await practice.record(ownClaim);
    expect(await practice.post({ ...plain, payeeNpi: "1999999999" })).toMatchObject({
      verdict: "held",
      reasonCode: "PAYEE_UNKNOWN",
    });
  });

  test("posts whole: an unknown claim of it waits in suspense until it comes", async () => {
    await practice.record(ownClaim);
    const two = {
      ...plain,
      claims: [
        ...plain.claims,
        { number: "B200", lines: [{ code: "99213", charged: 5000, paid: 5000 }] },
      ],
    };
    expect(await practice.post(two)).toMatchObject({ verdict: "posted" });
    expect(await accounts()).toMatchObject({ cash: 11_000, suspense: -5000 });
    expect(await workKinds()).toEqual(["remittance-claim-unmatched"]);
    await practice.record({ number: "B200", lines: [{ charged: 5000 }] });
    const after = await accounts();
    expect(after.suspense).toBeUndefined();
    expect(after.cash).toBe(11_000);
    expect(await claim("B200")).toEqual({ charged: 5000, insurancePaid: 5000 });
    expect(await workKinds()).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  test("moves exactly its payment: claims less provider adjustments", async () => {
    await practice.record(ownClaim);
    const adjusted: ExampleRemittance = {
      ...plain,
      plb: [
        ["WO", 1000, "ICN0"],
        ["L6", -25],
        ["FB", 300],
        ["72", -100],
        ["IR", 50],
        ["ZZ", 10],
      ],
    };
    expect(await practice.post(adjusted)).toMatchObject({ verdict: "posted" });
    expect(await accounts()).toMatchObject({
      cash: 4765,
      recoupment: 1000,
      "interest-income": -25,
      "forward-balance": 300,
      "refund-payable": -100,
      "irs-withholding": 50,
      suspense: 10,
    });
    expect(await workKinds()).toEqual(["provider-adjustment", "provider-adjustment"]);
    expect(await faults()).toEqual([]);
  });

  test("into a closed month is entered in the first open one", async () => {
    await practice.record(ownClaim);
    await practice.act((transaction) =>
      closePeriod(transaction, { date: "2026-03-15", today: "2026-06-30", withEarlier: true }),
    );
    await practice.post(plain);
    const [row] = await practice.act((transaction) =>
      transaction.query(sql`
        select effective_on, late_for from postings
        where practice_id = ${practice.practiceId} and kind = 'remittance-claim'`),
    );
    expect(row).toEqual({ effective_on: "2026-04-01", late_for: "2026-03-01" });
    expect(await faults()).toEqual([]);
  });

  test("that denies leaves the charge open with the payer and work for the denial desk", async () => {
    await practice.record(ownClaim);
    await practice.post({
      trace: "T2",
      handling: "H",
      claims: [
        {
          number: "A100",
          lines: [{ code: "99213", charged: 10_000, paid: 0, cas: [["CO", "197", 10_000]] }],
        },
      ],
    });
    expect(await claim("A100")).toEqual({
      charged: 10_000,
      openInsurance: 10_000,
      denied: 10_000,
    });
    expect(await stateOf("A100")).toBe("denied");
    expect(await workKinds()).toEqual(["denial"]);
    const [denial] = await practice.act((transaction) =>
      transaction.query(sql`
        select category, stage, cents, is_initial, state from denials
        where practice_id = ${practice.practiceId}`),
    );
    expect(denial).toEqual({
      category: "authorization",
      stage: "front-end",
      cents: 10_000,
      is_initial: true,
      state: "open",
    });
  });
});

describe("an adjustment that no rule reads", () => {
  const balanceBilled: ExampleRemittance = {
    trace: "T3",
    claims: [
      {
        number: "A100",
        payerNumber: "ICN1",
        lines: [{ code: "99213", charged: 10_000, paid: 6000, cas: [["PR", "45", 4000]] }],
      },
    ],
  };

  test("leaves its amount open and is work until the payer takes it back", async () => {
    await practice.record(ownClaim);
    await practice.post(balanceBilled);
    expect(await claim("A100")).toEqual({
      charged: 10_000,
      insurancePaid: 6000,
      openInsurance: 4000,
    });
    const [item] = await practice.act((transaction) =>
      transaction.query(sql`
        select kind, cents, why ->> 'reasonCode' as reason from work_items
        where practice_id = ${practice.practiceId} and state = 'open'`),
    );
    expect(item).toEqual({ kind: "adjustment-held", cents: 4000, reason: "45" });
    await practice.post({
      trace: "T4",
      date: "2026-04-01",
      claims: [
        {
          number: "A100",
          status: "22",
          payerNumber: "ICN1",
          lines: [{ code: "99213", charged: -10_000, paid: -6000, cas: [["PR", "45", -4000]] }],
        },
        {
          ...plain.claims[0],
          number: "A100",
          payerNumber: "ICN2",
          lines: plain.claims[0]?.lines ?? [],
        },
      ],
    });
    expect(await workKinds()).toEqual([]);
    expect(await faults()).toEqual([]);
  });
});

describe("a line that the payer does not pay because it pays by the head", () => {
  const unpaid: ExampleRemittance = {
    trace: "C1",
    handling: "H",
    claims: [
      {
        number: "A100",
        lines: [{ code: "99213", charged: 10_000, paid: 0, cas: [["CO", "24", 10_000]] }],
      },
    ],
  };
  const byTheHead: ExampleRemittance = {
    trace: "C2",
    date: "2026-04-05",
    claims: [],
    plb: [["CT", -50_000]],
  };

  test("is no denial, whichever of the two is read first", async () => {
    for (const files of [
      [unpaid, byTheHead],
      [byTheHead, unpaid],
    ]) {
      practice = await ExamplePractice.create(database);
      await practice.record(ownClaim);
      for (const file of files)
        expect(await practice.post(file)).toMatchObject({ verdict: "posted" });
      const found = await claim("A100");
      expect(found.denied).toBeUndefined();
      expect(found.openInsurance).toBeUndefined();
      expect(await workKinds()).toEqual([]);
      expect(await faults()).toEqual([]);
    }
  });

  test("is one as long as no payment by the head is known", async () => {
    await practice.record(ownClaim);
    await practice.post(unpaid);
    expect(await claim("A100")).toMatchObject({ denied: 10_000 });
    expect(await workKinds()).toEqual(["denial"]);
  });
});

describe("a reversal", () => {
  const reversal = {
    number: "A100",
    status: "22",
    payerNumber: "ICN1",
    lines: [
      {
        code: "99213",
        charged: -10_000,
        paid: -6000,
        cas: [
          ["CO", "45", -2000],
          ["PR", "2", -2000],
        ] as const,
      },
    ],
  };
  const correction = {
    number: "A100",
    payerNumber: "ICN2",
    lines: [{ code: "99213", charged: 10_000, paid: 8000, cas: [["CO", "45", 2000]] as const }],
  };
  const corrected: ExampleRemittance = {
    trace: "T9",
    date: "2026-04-01",
    claims: [reversal, correction],
  };

  test("with its correction replaces the first adjudication", async () => {
    await practice.record(ownClaim);
    await practice.post(plain);
    expect(await practice.post(corrected)).toMatchObject({ verdict: "posted" });
    expect(await claim("A100")).toEqual({
      charged: 10_000,
      insurancePaid: 8000,
      contractual: 2000,
    });
    expect((await accounts()).cash).toBe(8000);
    expect(await faults()).toEqual([]);
  });

  test("before its original waits, and ties itself when that arrives", async () => {
    await practice.record(ownClaim);
    await practice.post(corrected);
    expect(await accounts()).toMatchObject({ cash: 2000, "unmatched-reversal": 6000 });
    expect(await workKinds()).toEqual(["unmatched-reversal"]);
    await practice.post(plain);
    expect(await claim("A100")).toEqual({
      charged: 10_000,
      insurancePaid: 8000,
      contractual: 2000,
    });
    const after = await accounts();
    expect(after["unmatched-reversal"]).toBeUndefined();
    expect(after.cash).toBe(8000);
    expect(await workKinds()).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  test("comes to the same whatever the order of files", async () => {
    const seen = new Set<string>();
    const steps = [
      () => practice.record(ownClaim),
      () => practice.post(plain),
      () => practice.post(corrected),
    ];
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      practice = await ExamplePractice.create(database);
      for (const step of order) await steps[step]?.();
      seen.add(JSON.stringify([await claim("A100"), await accounts(), await stateOf("A100")]));
      expect(await faults()).toEqual([]);
    }
    expect([...seen]).toHaveLength(1);
  });
});

describe("a claim with two payers", () => {
  const secondary: ExampleRemittance = {
    trace: "S1",
    date: "2026-03-20",
    payer: "SECOND",
    claims: [
      {
        number: "A100",
        status: "2",
        lines: [
          {
            code: "99213",
            charged: 10_000,
            paid: 1500,
            cas: [
              ["OA", "23", 8000],
              ["PR", "2", 500],
            ],
          },
        ],
      },
    ],
  };

  test("owes the patient only what the last payer says", async () => {
    await practice.record({ ...ownClaim, furtherPayers: 1 });
    await practice.post(plain);
    expect(await claim("A100")).toMatchObject({ openInsurance: 2000 });
    await practice.post(secondary);
    expect(await claim("A100")).toEqual({
      charged: 10_000,
      insurancePaid: 7500,
      contractual: 2000,
      patientResponsibility: 500,
      openPatient: 500,
    });
    expect(await faults()).toEqual([]);
  });
});

describe("a patient's payment", () => {
  const payment = {
    rowNumber: 2,
    paidOn: "2026-01-15",
    patientControlNumber: "a-100",
    cents: 2500,
    method: "card",
    receipt: "R1",
  };
  const pay = async () => {
    const fileId = await practice.addFile();
    await practice.act((transaction) => recordPatientPayments(transaction, fileId, [payment]));
  };

  test("comes to the same before and after the claim and its remittance, and counts once", async () => {
    const seen = new Set<string>();
    const steps = [() => practice.record(ownClaim), () => practice.post(plain), pay, pay];
    for (const order of [
      [0, 1, 2, 3],
      [0, 2, 1, 3],
      [2, 0, 1, 3],
      [2, 1, 0, 3],
      [1, 2, 0, 3],
    ]) {
      practice = await ExamplePractice.create(database);
      for (const step of order) await steps[step]?.();
      seen.add(JSON.stringify([await claim("A100"), await accounts()]));
      expect(await faults()).toEqual([]);
    }
    expect([...seen]).toHaveLength(1);
    expect(await claim("A100")).toMatchObject({
      patientResponsibility: 2000,
      patientPaid: 2500,
      creditPatient: 500,
    });
    expect(await accounts()).toMatchObject({ cash: 8500, "patient-credit": -500 });
    expect((await accounts())["unapplied-cash"]).toBeUndefined();
  });
});

describe("a replaced claim", () => {
  const replacement = {
    number: "A100",
    lines: [{ charged: 10_000 }],
    replaces: "A100",
    version: 2,
    submittedOn: "2026-03-10",
  };
  const stands = async () => [await claim("A100"), await accounts()];

  test("has the remittance of its new version moved there when that comes last", async () => {
    const denied: ExampleRemittance = {
      trace: "D1",
      date: "2026-03-01",
      claims: [
        {
          number: "A100",
          payerNumber: "ICN1",
          lines: [{ code: "99213", charged: 10_000, paid: 0, cas: [["CO", "16", 10_000]] }],
        },
      ],
    };
    const [paidClaim] = plain.claims;
    const paid: ExampleRemittance = {
      trace: "D2",
      date: "2026-04-01",
      claims: paidClaim === undefined ? [] : [{ ...paidClaim, payerNumber: "ICN2" }],
    };
    const seen = new Set<string>();
    for (const order of [
      "denied replacement paid",
      "denied paid replacement",
      "paid denied replacement",
    ]) {
      practice = await ExamplePractice.create(database);
      await practice.record(ownClaim);
      for (const step of order.split(" ")) {
        if (step === "replacement") await practice.record(replacement);
        else await practice.post(step === "paid" ? paid : denied);
      }
      seen.add(JSON.stringify(await stands()));
      expect(await faults(), order).toEqual([]);
    }
    expect([...seen]).toHaveLength(1);
    expect(await claim("A100")).toMatchObject({ charged: 10_000, insurancePaid: 6000 });
  });

  test("takes what the patient paid along to the version that stands", async () => {
    const pay = async () => {
      const fileId = await practice.addFile();
      await practice.act((transaction) =>
        recordPatientPayments(transaction, fileId, [
          {
            rowNumber: 2,
            paidOn: "2026-01-15",
            patientControlNumber: "A100",
            cents: 2000,
            method: "card",
            receipt: "R1",
          },
        ]),
      );
    };
    const seen = new Set<string>();
    for (const isPaidFirst of [true, false]) {
      practice = await ExamplePractice.create(database);
      await practice.record(ownClaim);
      if (isPaidFirst) await pay();
      await practice.record(replacement);
      if (!isPaidFirst) await pay();
      await practice.post({ ...plain, date: "2026-04-01" });
      seen.add(JSON.stringify(await stands()));
      expect(await faults()).toEqual([]);
    }
    expect([...seen]).toHaveLength(1);
    const found = await claim("A100");
    expect(found).toMatchObject({ patientResponsibility: 2000, patientPaid: 2000 });
    expect(found.creditPatient).toBeUndefined();
    expect(found.openPatient).toBeUndefined();
  });

  test("counts its charge once, before and after its own remittance", async () => {
    const denial: ExampleRemittance = {
      trace: "D1",
      claims: [
        {
          number: "A100",
          lines: [{ code: "99213", charged: 10_000, paid: 0, cas: [["CO", "16", 10_000]] }],
        },
      ],
    };
    const seen = new Set<string>();
    const replacement = { number: "A100R", lines: [{ charged: 10_000 }], replaces: "A100" };
    const steps = [() => practice.post(denial), () => practice.record(replacement)];
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      practice = await ExamplePractice.create(database);
      await practice.record(ownClaim);
      for (const step of order) await steps[step]?.();
      seen.add(JSON.stringify([await claim("A100"), await claim("A100R"), await accounts()]));
      expect(await faults()).toEqual([]);
    }
    expect([...seen]).toHaveLength(1);
    expect(await accounts()).toEqual({ "insurance-receivable": 10_000, charges: -10_000 });
  });
});
