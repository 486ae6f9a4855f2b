import { sql } from "@headwater/platform/database/sql.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { reversePayment } from "../../back-end/patient-account/reverse-payment.command.ts";
import { takePayment } from "../../back-end/patient-account/take-payment.command.ts";
import { writeOffPatientBalance } from "../../back-end/patient-account/write-off.command.ts";
import { joinPatients, undoJoin } from "../../back-end/patient-join/join-patients.command.ts";
import { ExamplePractice } from "../../back-end/posting/testing/practice-books.command.ts";
import { moveResponsibility } from "../../back-end/responsibility/move-responsibility.command.ts";
import {
  undoWriteOff,
  type WriteOffTerms,
  writeOffClaim,
} from "../../back-end/write-off/write-off.command.ts";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { openByPayerAndAge } from "../kpi/line-source.query.ts";
import type { ReportScope } from "../kpi/report-scope.query.ts";
import { foldSome } from "../rollup/fold-rollups.command.ts";
import { ageReceivables } from "./age-receivables.query.ts";
import { type AgedCents, agedByBucket } from "./aged-cents.ts";
import { foldOpenChunks } from "./open-chunks.store.ts";

let database: TestDatabase;
let practice: ExamplePractice;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  practice = await ExamplePractice.create(database);
});

const reason = "agreed by telephone";
const charged = 10_000;

/** Both agings in one view of the data: by the totals, and by the transfers of every line. */
function bothAgings(asOf: string): Promise<[AgedCents[], AgedCents[]]> {
  const { practiceId } = practice;
  const as = { practiceId, actor: "test", readOnly: true, isolation: "repeatable read" } as const;
  return withPractice(database, as, async (transaction) => {
    const { isSettled } = await transaction.one<{ isSettled: boolean }>(sql`
      select not exists (select from postings
        where practice_id = ${practiceId} and effective_on > ${asOf}::date) as "isSettled"`);
    const scope: ReportScope = {
      practiceId,
      asOf,
      isSettled,
      hasContracts: false,
      hasDeposits: false,
    };
    const byLine = openByPayerAndAge({ ...scope, isSettled: false });
    return [
      sorted(await ageReceivables(transaction, scope)),
      sorted(await transaction.query<AgedCents>(byLine)),
    ];
  });
}

function sorted(rows: readonly AgedCents[]): AgedCents[] {
  const key = ({ payerId, bucket }: AgedCents) => `${payerId} ${bucket}`;
  return [...rows].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

async function expectSame(...dates: readonly string[]): Promise<void> {
  for (const asOf of dates) {
    const [byTotals, byLine] = await bothAgings(asOf);
    expect(byTotals).toEqual(byLine);
  }
}

/** Claims with an id of a chunk of their own, so that chunks differ in what was counted of them. */
async function recordClaim(number: string, patient = "JANE"): Promise<number> {
  await database.owner.query(
    `select setval(pg_get_serial_sequence('claims', 'claim_id'),
       nextval(pg_get_serial_sequence('claims', 'claim_id')) + 600)`,
  );
  const lines = [{ charged }, { charged, code: "85025" }];
  const [id = 0] = await practice.record({ number, lines, patient: ["DOE", patient] });
  return id;
}

/** A payer settles the first line with 20.00 for the patient, or refuses the claim, or takes back. */
function remit(number: string, trace: string, kind: "paid" | "denied" | "reversed", date: string) {
  const sign = kind === "reversed" ? -1 : 1;
  const paid = {
    code: "99213",
    charged: sign * charged,
    paid: sign * 6000,
    cas: [["CO", "45", sign * 2000] as const, ["PR", "2", sign * 2000] as const],
  };
  const refused = (code: string) => {
    return { code, charged, paid: 0, cas: [["CO", "50", charged] as const] };
  };
  const other = { code: "85025", charged: sign * charged, paid: sign * charged, cas: [] };
  const lines = kind === "denied" ? [refused("99213"), refused("85025")] : [paid, other];
  const status = kind === "reversed" ? "22" : "1";
  return practice.post({ trace, date, claims: [{ number, status, lines }] });
}

const day = fc.constantFrom("2026-02-20", "2026-03-10", "2026-04-25", "2026-06-01");
const which = fc.nat(3);
const step = fc.oneof(
  fc.record({ do: fc.constant("record" as const) }),
  fc.record({
    do: fc.constant("remit" as const),
    which,
    kind: fc.constantFrom("paid" as const, "paid" as const, "denied" as const, "reversed" as const),
    day,
  }),
  fc.record({
    do: fc.constant("move" as const),
    which,
    direction: fc.constantFrom("to-patient" as const, "to-payer" as const),
    day,
  }),
  fc.record({ do: fc.constant("write-off" as const), which, day }),
  fc.record({ do: fc.constant("write-off-back" as const), day }),
  fc.record({ do: fc.constant("forgive" as const), which, day }),
  fc.record({ do: fc.constant("pay" as const), cents: fc.integer({ min: 1, max: 5000 }), day }),
  fc.record({ do: fc.constant("pay-back" as const), day }),
  fc.record({ do: fc.constant("join" as const) }),
  fc.record({ do: fc.constant("join-back" as const) }),
  fc.record({ do: fc.constant("date" as const), which, on: fc.constantFrom(null, "2025-10-02") }),
  fc.record({ do: fc.constant("payer" as const), which }),
  fc.record({ do: fc.constant("fold" as const) }),
  fc.record({ do: fc.constant("measures" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** What the steps have come to; they take turns with the claims that there are. */
type Course = { readonly claims: { id: number; number: string }[]; steps: number };

const act = <Result>(work: (transaction: PracticeTransaction) => Promise<Result>) =>
  practice.act(work);

async function newest(table: string, column: string): Promise<number | undefined> {
  const { rows } = await database.owner.query<{ id: string }>(
    `select ${column} as id from ${table} where practice_id = $1 order by 1 desc limit 1`,
    [practice.practiceId],
  );
  return rows[0] && Number(rows[0].id);
}

async function patients(): Promise<{ id: number; revision: number }[]> {
  return act((tx) =>
    tx.query<{ id: number; revision: number }>(sql`
      select patient_id as id, revision from patients
      where practice_id = ${practice.practiceId} order by patient_id`),
  );
}

async function join(): Promise<void> {
  const [kept, joined] = await patients();
  if (kept === undefined || joined === undefined) return;
  await act((tx) =>
    joinPatients(tx, {
      ...{ keptId: kept.id, joinedId: joined.id, reason, today: "2026-06-01" },
      ...{ keptRevision: kept.revision, joinedRevision: joined.revision },
    }),
  );
}

async function change(claimId: number, column: "service_from" | "payer_id", value: unknown) {
  await database.owner.query(
    `update claims set ${column} = $3 where practice_id = $1 and claim_id = $2`,
    [practice.practiceId, claimId, value],
  );
}

async function otherPayer(): Promise<number> {
  const { rows } = await database.owner.query<{ payer_id: string }>(
    `insert into payers (practice_id, identifier_key, identifier, name)
     values ($1, 'OTHER', 'OTHER', 'Other')
     on conflict (practice_id, identifier_key) do update set name = excluded.name
     returning payer_id`,
    [practice.practiceId],
  );
  return Number(rows[0]?.payer_id);
}

/** Steps on one claim. */
async function takeOnClaim(each: Step, claim: Course["claims"][number], turn: number) {
  const { id: claimId, number } = claim;
  if (each.do === "remit") await remit(number, `T${turn}`, each.kind, each.day);
  if (each.do === "move") {
    const { direction, day: today } = each;
    const lines = [{ lineNumber: 1, cents: 700 }];
    await act((tx) => moveResponsibility(tx, claimId, { direction, lines, reason, today }));
  }
  if (each.do === "write-off") {
    const terms: WriteOffTerms = {
      reasonCode: "appeal-lost",
      remark: reason,
      roles: ["manager"],
      today: each.day,
    };
    await act((tx) => writeOffClaim(tx, { claimId, scope: "denied" }, terms));
  }
  if (each.do === "forgive") {
    const by = { roles: ["manager"], today: each.day };
    await act((tx) =>
      writeOffPatientBalance(tx, { claimId, kind: "bad-debt", reason, cents: 500 }, by),
    );
  }
  if (each.do === "date") await change(claimId, "service_from", each.on);
  if (each.do === "payer") await change(claimId, "payer_id", await otherPayer());
}

async function take(each: Step, course: Course): Promise<void> {
  course.steps += 1;
  const { steps: turn, claims } = course;
  if (each.do === "record") {
    const number = `C${turn}00`;
    claims.push({ id: await recordClaim(number, turn % 2 ? "JANE" : "JUNE"), number });
  } else if (each.do === "pay") {
    const [patient] = await patients();
    const usual = { method: "check", place: "desk", wish: { by: "rule" } } as const;
    const wanted = { ...usual, cents: each.cents, paidOn: each.day };
    await act((tx) => takePayment(tx, { patientId: patient?.id ?? 0 }, wanted));
  } else if (each.do === "pay-back") {
    const id = await newest("patient_payments", "patient_payment_id");
    if (id) await act((tx) => reversePayment(tx, id, { reason, today: each.day }));
  } else if (each.do === "write-off-back") {
    const id = await newest("insurance_write_offs", "insurance_write_off_id");
    if (id) await act((tx) => undoWriteOff(tx, id, { reason, today: each.day }));
  } else if (each.do === "join") await join();
  else if (each.do === "join-back") {
    const id = await newest("patient_joins", "patient_join_id");
    if (id) await act((tx) => undoJoin(tx, id, { reason, today: "2026-06-01" }));
  } else if (each.do === "fold") await act((tx) => foldOpenChunks(tx, 2));
  else if (each.do === "measures") await act(foldSome);
  else {
    const claim = "which" in each ? claims[each.which % claims.length] : undefined;
    if (claim) await takeOnClaim(each, claim, turn);
  }
}

const dates = ["2026-06-01", "2026-03-31", "2026-02-28", "2026-01-31"];

test("equals the aging by transfers after every step, on every day, counted or not", async () => {
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 6, maxLength: 14 }),
    async (steps) => {
      practice = await ExamplePractice.create(database);
      const course: Course = { claims: [], steps: 0 };
      await take({ do: "record" }, course);
      await take({ do: "record" }, course);
      for (const each of steps) {
        await take(each, course);
        await expectSame(...dates);
      }
      await act(foldSome);
      await expectSame(...dates);
      expect((await act((tx) => verifyLedger(tx))).faults).toEqual([]);
    },
  );
  const seed = Number(process.env.HEADWATER_SEED ?? 300);
  await fc.assert(property, { numRuns: 8, seed });
}, 400_000);

test("is the same while many post and one counts", async () => {
  const claims = await Promise.all(
    Array.from({ length: 16 }, (_, index) => recordClaim(`W${index}00`)),
  );
  let isPosting = true;
  const look = async () => {
    for (let times = 0; isPosting || times < 3; times += 1) await expectSame("2026-06-01");
  };
  const count = async () => {
    while (isPosting) await act(foldSome);
  };
  const post = Promise.all(
    claims.map(async (_, index) => {
      await remit(`W${index}00`, `P${index}`, "paid", "2026-03-10");
      await remit(`W${index}00`, `R${index}`, "reversed", "2026-04-25");
      await remit(`W${index}00`, `Q${index}`, "paid", "2026-04-25");
    }),
  ).finally(() => {
    isPosting = false;
  });
  await Promise.all([post, look(), count()]);
  const [aged] = await bothAgings("2026-06-01");
  expect(agedByBucket(aged).reduce((sum, one) => sum + one.patientCents, 0)).toBe(16 * 2000);
}, 240_000);

test("is counted from every line when everything is to be counted anew", async () => {
  await recordClaim("A100");
  await act(foldSome);
  await database.owner.query("delete from open_cells where practice_id = $1", [
    practice.practiceId,
  ]);
  expect((await bothAgings("2026-06-01"))[0]).toEqual([]);
  await database.owner.query(
    "insert into measure_changes (practice_id, axis, chunk) values ($1, 'all', 0)",
    [practice.practiceId],
  );
  const [aged] = await bothAgings("2026-06-01");
  expect(aged).toMatchObject([{ bucket: ">120", insuranceCents: 2 * charged, claims: 1 }]);
});
