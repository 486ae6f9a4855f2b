import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { createValidator } from "@headwater/x12";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { buildClaims } from "../../mid-cycle/claim/build-claims.command.ts";
import { findContent } from "../../mid-cycle/claim/claim-content.store.ts";
import { claimPage, claimPagesByNumber } from "../../mid-cycle/claim/claim-page.query.ts";
import { mendClaim } from "../../mid-cycle/claim/mend-claim.command.ts";
import {
  addPatient,
  type SeededPractice,
  seedEncounter,
  seedPractice,
} from "../../mid-cycle/claim/testing/seed-practice.command.ts";
import { inPractice, type ReadingContext } from "../file/reading-context.command.ts";
import { importBytes, testContext } from "../file/testing/import-texts.ts";
import { insertConnection } from "../submission/batch.store.ts";
import { listUnsent, readyByConnection } from "../submission/list-batches.query.ts";
import { prepareBatch } from "../submission/prepare-batch.command.ts";
import { sendBatch } from "../submission/send-batch.command.ts";
import {
  claimsAnswer,
  claimsOf,
  type LineAnswer,
  payment,
} from "../submission/testing/payer-answers.ts";
import { billNextPayer } from "./bill-next-payer.command.ts";
import { loadNextPayer } from "./load-next-payer.query.ts";
import { releaseToPatient } from "./release-to-patient.command.ts";

let database: TestDatabase;
let context: ReadingContext;
let practice: SeededPractice;
let root: string;
let connectionId: number;
let secondPayerId: number;
let control = 700_000;
const today = "2026-06-15";

beforeAll(async () => {
  database = await createTestDatabase();
  context = { ...(await testContext(database, "Riverside")), today };
  root = await mkdtemp(join(tmpdir(), "headwater-connections-"));
  practice = await inPractice(context, seedPractice);
  secondPayerId = await inPractice(context, async (t) => {
    const row = await t.one<{ id: number }>(sql`
      insert into payers (practice_id, identifier_key, identifier, name, line_of_business)
      values (${t.practiceId}, 'MAPLE', 'MAPLE', 'Maple Mutual', 'commercial')
      returning payer_id as id`);
    return row.id;
  });
  connectionId =
    (await inPractice(context, (t) =>
      insertConnection(t, {
        name: "House",
        folder: "house",
        senderQualifier: "ZZ",
        senderId: "RVRSD",
        receiverQualifier: "ZZ",
        receiverId: "HOUSE",
        receiverName: "House",
        isTest: false,
      }),
    )) ?? 0;
});
afterAll(async () => {
  await database?.drop();
  await rm(root, { recursive: true, force: true });
});

let patients = 0;

/** A sent claim of 145.00 and 25.00 whose patient has a second coverage, with the bytes sent. */
async function sentClaim(second: "at-first" | "later" = "at-first") {
  patients += 1;
  const memberId = `W90000000${patients}`;
  const named = { lastName: `Birch${patients}`, firstName: "Ada", memberId };
  const { patientId } = await inPractice(context, (t) => addPatient(t, practice.payerId, named));
  if (second === "at-first") await addSecond(patientId);
  const encounterId = await inPractice(context, (t) => seedEncounter(t, practice, { patientId }));
  const { built } = await inPractice(context, (t) => buildClaims(t, [encounterId], today));
  const claimId = built[0]?.claimId ?? 0;
  return { claimId, patientId, bytes: await sent(claimId) };
}

const addSecond = (patientId: number) =>
  inPractice(context, (t) =>
    t.execute(sql`
      insert into coverages (practice_id, patient_id, payer_id, rank, member_id, member_id_key,
        relationship)
      values (${t.practiceId}, ${patientId}, ${secondPayerId}, 2, ${`M${patientId}`},
        ${`M${patientId}`}, '18')`),
  );

async function sent(claimId: number): Promise<Uint8Array> {
  const publicId = context.random.uuid();
  const request = { publicId, connectionId, claimIds: [claimId], time: "1200" };
  const prepared = await prepareBatch(context, request);
  if (prepared.is !== "prepared") throw new Error(JSON.stringify(prepared));
  const result = await sendBatch(context, prepared.batch.batchId, root);
  if (result.is !== "sent") throw new Error(result.code);
  const folder = join(root, context.practice.publicId, "house", "outbox");
  return readFile(join(folder, prepared.batch.fileName));
}

type Paid = Parameters<typeof payment>[1];

async function answered(bytes: Uint8Array, paid: Omit<Paid, "control">): Promise<string> {
  control += 1;
  const text = payment(bytes, { ...paid, control });
  const { verdict } = await importBytes(context, `${control}.835`, text);
  expect(verdict).toBe("read");
  return text;
}

/** The first payer pays 100.00 and 15.00, leaves 25.00 and 5.00. */
const primary: readonly LineAnswer[] = [
  {
    paidCents: 10_000,
    adjustments: [
      ["CO", "45", 2_000],
      ["PR", "2", 2_500],
    ],
  },
  {
    paidCents: 1_500,
    adjustments: [
      ["CO", "45", 500],
      ["PR", "1", 500],
    ],
  },
];
/** The second pays 20.00 and nothing, leaves 5.00 and 5.00. */
const secondary: readonly LineAnswer[] = [
  {
    paidCents: 2_000,
    adjustments: [
      ["OA", "23", 12_000],
      ["PR", "2", 500],
    ],
  },
  {
    paidCents: 0,
    adjustments: [
      ["OA", "23", 2_000],
      ["PR", "1", 500],
    ],
  },
];

const page = (claimId: number) => inPractice(context, (t) => claimPage(t, claimId));
const next = (claimId: number, on = today) =>
  inPractice(context, (t) => loadNextPayer(t, claimId, { today: on, lock: "read" }));

async function billed(claimId: number, form: "electronic" | "paper" = "electronic") {
  return inPractice(context, async (t) => {
    const stored = await findContent(t, claimId);
    if (stored === undefined) throw new Error("a content was expected");
    return billNextPayer(t, { claimId, content: stored.content, form, today });
  });
}

const work = async (claimId: number) =>
  ((await page(claimId))?.next ?? []).map(({ kind, due }) => `${kind} ${due}`);

const faults = async () => (await inPractice(context, verifyLedger)).faults;

const issuesOf = (bytes: Uint8Array) => {
  const validator = createValidator({ profile: "strict", today });
  return [...validator.push(bytes), ...validator.end()].flatMap((event) =>
    event.type === "issue" && event.issue.severity === "error" ? event.issue.code : [],
  );
};

describe("the next payer", () => {
  test("gets the same claim with the first one's answer, and what it leaves is the patient's", async () => {
    const { claimId, bytes } = await sentClaim();
    const first = await answered(bytes, { on: "2026-06-20", answers: primary });
    expect(await page(claimId)).toMatchObject({
      state: "partly-paid",
      cents: { insurancePaid: 11_500, contractual: 2_500, openInsurance: 3_000, openPatient: 0 },
    });
    expect(await work(claimId)).toEqual(["next-payer 2026-06-23"]);
    expect((await next(claimId))?.next).toEqual({ is: "bill", rank: 2 });
    expect(await billed(claimId)).toMatchObject({ is: "made", rank: 2, state: "ready" });
    expect((await next(claimId))?.next).toEqual({ is: "prepared", rank: 2, isClean: true });
    const [ready] = await inPractice(context, readyByConnection);
    expect(ready?.payers).toEqual([{ payer: "Maple Mutual", claims: 1, cents: 17_000 }]);
    const unsent = await inPractice(context, (t) => listUnsent(t, "ready", { limit: 10 }));
    expect(unsent.rows).toMatchObject([{ id: claimId, purpose: "next-payer" }]);

    const second = await sent(claimId);
    expect(issuesOf(second)).toEqual([]);
    expect(claimsOf(second)).toMatchObject([
      {
        patientControlNumber: claimsOf(bytes)[0]?.patientControlNumber,
        coverage: { sequence: "S", payer: { id: "MAPLE" } },
        otherCoverages: [{ sequence: "P", amounts: [{ qualifier: "D", cents: 11_500 }] }],
      },
    ]);
    expect(await work(claimId)).toEqual([]);
    expect(await page(claimId)).toMatchObject({
      state: "partly-paid",
      payer: "Maple Mutual",
      cents: { charged: 17_000, openInsurance: 3_000, openPatient: 0 },
    });
    expect((await next(claimId))?.next).toMatchObject({ is: "waiting", dueOn: "2026-07-15" });

    const last = await answered(second, {
      on: "2026-07-05",
      statusCode: "2",
      answers: secondary,
      payerNumber: "S1",
    });
    const end = {
      charged: 17_000,
      insurancePaid: 13_500,
      contractual: 2_500,
      patientResponsibility: 1_000,
      openInsurance: 0,
      openPatient: 1_000,
    };
    expect(await page(claimId)).toMatchObject({ state: "paid", cents: end });
    expect((await next(claimId))?.next).toEqual({ is: "none", why: "no-further-payer" });
    expect(await faults()).toEqual([]);
    await endsTheSame([bytes, second], [first, last], end);
  });

  /** The same files read by a practice that knows nothing but them, in two orders. */
  async function endsTheSame(
    claims: readonly Uint8Array[],
    remittances: readonly string[],
    cents: object,
  ) {
    const number = claimsOf(claims[0] ?? new Uint8Array())[0]?.patientControlNumber ?? "";
    const files = [claims[0], remittances[0], claims[1], remittances[1]];
    for (const order of [files, files.toReversed()]) {
      const read = await testContext(database, `files ${context.random.uuid()}`);
      for (const [index, file] of order.entries()) {
        await importBytes(read, `${index}`, file ?? "");
      }
      const pages = await inPractice(read, (t) => claimPagesByNumber(t, number));
      expect(pages).toMatchObject([{ state: "paid", cents }]);
    }
  }

  test("is told the correction alone when the first one took its answer back", async () => {
    const { claimId, bytes } = await sentClaim();
    await answered(bytes, { on: "2026-06-20", answers: primary });
    await answered(bytes, { on: "2026-06-22", answers: primary, statusCode: "22" });
    expect(await work(claimId)).toEqual([]);
    expect(await billed(claimId)).toMatchObject({ code: "prior_payer_silent" });
    const corrected: LineAnswer[] = [
      { paidCents: 12_500, adjustments: [["PR", "2", 2_000]] },
      { paidCents: 2_500, adjustments: [] },
    ];
    await answered(bytes, { on: "2026-06-22", answers: corrected, payerNumber: "NEW" });
    await billed(claimId);
    const second = await sent(claimId);
    expect(issuesOf(second)).toEqual([]);
    const [claim] = claimsOf(second);
    expect(claim?.otherCoverages[0]?.amounts).toEqual([{ qualifier: "D", cents: 15_000 }]);
    expect(claim?.lines.map((line) => line.adjudications[0]?.paidCents)).toEqual([12_500, 2_500]);
    expect(await faults()).toEqual([]);
  });

  test("that the first one passed the claim to is waited for, then asked", async () => {
    const { claimId, bytes } = await sentClaim();
    await answered(bytes, { on: "2026-06-20", answers: primary, statusCode: "19" });
    expect(await work(claimId)).toEqual(["crossover-wait 2026-07-20"]);
    expect((await next(claimId))?.next).toMatchObject({ is: "crossover", isOverdue: false });
    expect((await next(claimId, "2026-07-21"))?.next).toMatchObject({ isOverdue: true });
    await answered(bytes, { on: "2026-07-10", answers: secondary, statusCode: "2" });
    expect(await work(claimId)).toEqual([]);
    expect(await page(claimId)).toMatchObject({ state: "paid", cents: { openPatient: 1_000 } });
    expect(await faults()).toEqual([]);
  });

  test("that becomes known later takes over what the patient owed", async () => {
    const { claimId, patientId, bytes } = await sentClaim("later");
    await answered(bytes, { on: "2026-06-20", answers: primary });
    expect((await page(claimId))?.cents).toMatchObject({ openInsurance: 0, openPatient: 3_000 });
    await addSecond(patientId);
    expect((await next(claimId))?.next).toEqual({ is: "bill", rank: 2 });
    await billed(claimId);
    await sent(claimId);
    expect((await page(claimId))?.cents).toMatchObject({ openInsurance: 3_000, openPatient: 0 });
    expect(await faults()).toEqual([]);
  });

  test("is not asked when a person says so, and is asked after all", async () => {
    const { claimId, bytes } = await sentClaim();
    await answered(bytes, { on: "2026-06-20", answers: primary });
    const release = { reason: "coverage ended", today };
    expect(await inPractice(context, (t) => releaseToPatient(t, claimId, release))).toEqual({
      is: "released",
    });
    expect(await work(claimId)).toEqual([]);
    expect((await page(claimId))?.cents).toMatchObject({ openInsurance: 0, openPatient: 3_000 });
    expect((await next(claimId))?.next).toMatchObject({ is: "patient", isReleased: true });
    await answered(bytes, { on: "2026-07-10", answers: secondary, statusCode: "2" });
    expect((await page(claimId))?.cents).toMatchObject({
      insurancePaid: 13_500,
      openPatient: 1_000,
      creditInsurance: 0,
    });
    expect(await faults()).toEqual([]);
  });

  test("rejects the claim: it is work, made again, and the work is gone when it is taken", async () => {
    const { claimId, bytes } = await sentClaim();
    await answered(bytes, { on: "2026-06-20", answers: primary });
    await billed(claimId);
    const second = await sent(claimId);
    const number = claimsOf(bytes)[0]?.patientControlNumber ?? "";
    const rejected = { control: 810_001, on: "2026-06-25", rejected: [number] };
    await importBytes(context, "rejected.277", claimsAnswer(second, rejected));
    expect(await work(claimId)).toEqual(["next-payer-rejection 2026-06-28"]);
    expect(await page(claimId)).toMatchObject({ state: "partly-paid" });
    expect((await next(claimId))?.next).toMatchObject({ is: "waiting", isRejected: true });
    context = { ...context, today: "2026-06-26" };
    await billed(claimId);
    const third = await sent(claimId);
    context = { ...context, today };
    const taken = { control: 810_002, on: "2026-06-28" };
    await importBytes(context, "taken.277", claimsAnswer(third, taken));
    expect(await work(claimId)).toEqual([]);
  });

  test("does not change with whom a claim is corrected: the first payer, under its number", async () => {
    const { claimId, bytes } = await sentClaim();
    await answered(bytes, { on: "2026-06-20", answers: primary, payerNumber: "FIRST" });
    await billed(claimId);
    const second = await sent(claimId);
    const last = { on: "2026-07-05", statusCode: "2", answers: secondary, payerNumber: "SECOND" };
    await answered(second, last);
    expect((await page(claimId))?.payerClaimControlNumber).toBe("SECOND");
    const mended = await inPractice(context, async (t) => {
      const content = (await findContent(t, claimId))?.content;
      if (content === undefined) throw new Error("a content was expected");
      const asked = { claimId, content, mending: "replacement" as const, today };
      return mendClaim(t, { ...asked, payerClaimControlNumber: undefined });
    });
    if (mended.is !== "mended") throw new Error(mended.code);
    expect(await page(mended.claimId)).toMatchObject({ payer: "Northfield Health Plan" });
    const stored = await inPractice(context, (t) => findContent(t, mended.claimId));
    expect(stored?.content.originalPayerClaimControlNumber).toBe("FIRST");
  });

  test("is made once, however often it is asked for, and stays as it is once in a batch", async () => {
    const { claimId, bytes } = await sentClaim();
    await answered(bytes, { on: "2026-06-20", answers: primary });
    const asked = await Promise.all([1, 2, 3].map(() => billed(claimId)));
    expect(asked.map(({ is }) => is)).toEqual(["made", "made", "made"]);
    const rows = await inPractice(context, (t) =>
      t.query(sql`select state from next_payer_claims where claim_id = ${claimId}
        order by sending_number`),
    );
    expect(rows).toEqual([{ state: "withdrawn" }, { state: "withdrawn" }, { state: "ready" }]);
    const publicId = context.random.uuid();
    await prepareBatch(context, { publicId, connectionId, claimIds: [claimId], time: "1200" });
    expect(await billed(claimId)).toMatchObject({ code: "next_payer_in_batch" });
  });
});
