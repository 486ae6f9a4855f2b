import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { listAccounts } from "../../books/account/list-accounts.query.ts";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { listTransfers } from "../../books/transfer/list-transfers.query.ts";
import { ExamplePractice } from "../posting/testing/practice-books.command.ts";
import { searchRemittances } from "../remittance/search-remittances.query.ts";
import { findPaperClaims } from "./find-paper-claims.query.ts";
import { emptyPaper, type PaperEntry } from "./paper-entry.ts";
import { beginPaper, keepPaper } from "./paper-remittance.store.ts";
import { postPaper } from "./post-paper.command.ts";
import { showPaper } from "./show-paper.query.ts";
import { takeBackPaper } from "./take-back-paper.command.ts";

let database: TestDatabase;
let practice: ExamplePractice;
let claimId: number;
let payerId: number;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  practice = await ExamplePractice.create(database);
  [claimId = 0] = await practice.record({ number: "A100", lines: [{ charged: 10_000 }] });
  const payer = await practice.act((transaction) =>
    transaction.one<{ id: number }>(sql`
      select payer_id as id from payers where practice_id = ${practice.practiceId}`),
  );
  payerId = payer.id;
});
afterEach(async () => {
  const { faults } = await practice.act((transaction) => verifyLedger(transaction));
  expect(faults).toEqual([]);
});

const entry = (change: Partial<PaperEntry> = {}): PaperEntry => ({
  ...emptyPaper("2026-03-18"),
  payerId,
  traceNumber: "T1",
  paid: "60.00",
  remark: "EOB on paper",
  claims: [
    {
      claimId,
      statusCode: "1",
      payerClaimNumber: "",
      paid: "",
      lines: [{ lineNumber: 1, allowed: "80", paid: "60", reasons: "CO45 20 PR2 20" }],
    },
  ],
  ...change,
});

const begin = (change?: Partial<PaperEntry>) =>
  practice.act((transaction) => beginPaper(transaction, entry(change)));

class RolledBack extends Error {}

/** Posts as the route does: what is refused leaves nothing behind. */
async function post(id: number) {
  let result: Awaited<ReturnType<typeof postPaper>> | undefined;
  try {
    await practice.act(async (transaction) => {
      result = await postPaper(transaction, id, { date: "2026-03-25", time: "1200" });
      if (result.is === "refused") throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  return result;
}

const balances = async () => {
  const rows = await practice.act((transaction) => listAccounts(transaction));
  return Object.fromEntries(
    rows.flatMap(({ kind, cents }) => (cents === 0 ? [] : [[kind, cents]])),
  );
};
const electronic = {
  trace: "T1",
  date: "2026-03-18",
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
  ],
} as const;

test("typed from paper or sent by the payer, the books are the same", async () => {
  await post(await begin());
  const fromPaper = await balances();
  practice = await ExamplePractice.create(database);
  await practice.record({ number: "A100", lines: [{ charged: 10_000 }] });
  await practice.post(electronic as Parameters<typeof practice.post>[0]);
  expect(fromPaper).toEqual(await balances());
  expect(fromPaper).toMatchObject({ cash: 6000, contractual: 2000, "patient-receivable": 2000 });
});

test("its transfers name the person and the reason; the list says that it came on paper", async () => {
  const id = await begin();
  const result = await post(id);
  if (result?.is !== "posted") throw new Error("not posted");
  const moved = await practice.act((transaction) =>
    listTransfers(transaction, { claimId }, { limit: 20 }),
  );
  const cash = moved.rows.find(({ debit }) => debit.kind === "cash");
  expect(cash?.cause).toMatchObject({
    actor: "test",
    reason: "EOB on paper",
    paperId: id,
    remittanceId: result.remittanceId,
    source: { fileName: "paper-T1.835" },
  });
  const { rows } = await practice.act((transaction) =>
    searchRemittances(transaction, { sort: "date", limit: 5 }),
  );
  expect(rows).toMatchObject([{ isPaper: true, verdict: "posted", paymentMethod: "CHK" }]);
});

test("what does not add up by a cent is refused and the draft stands", async () => {
  const id = await begin({ paid: "60.01" });
  expect(await post(id)).toMatchObject({ code: "paper_out_of_balance" });
  expect(await balances()).not.toHaveProperty("cash");
  const kept = await practice.act((transaction) =>
    keepPaper(transaction, id, { entry: entry(), revision: 1 }),
  );
  expect(kept).toBe(true);
  expect(
    await practice.act((transaction) =>
      keepPaper(transaction, id, { entry: entry(), revision: 1 }),
    ),
  ).toBe(false);
  expect(await post(id)).toMatchObject({ is: "posted" });
  expect(await post(id)).toMatchObject({ code: "paper_not_draft" });
});

test("the payer's own remittance of the same payment posts nothing, whichever came first", async () => {
  await post(await begin());
  expect(await practice.post(electronic as Parameters<typeof practice.post>[0])).toMatchObject({
    verdict: "duplicate",
  });
  expect(await balances()).toMatchObject({ cash: 6000 });
  expect(await post(await begin())).toMatchObject({
    code: "paper_not_posted",
    detail: "PAYMENT_ALREADY_POSTED",
  });
  expect(await post(await begin({ paidOn: "2026-03-19" }))).toMatchObject({
    detail: "TRACE_WITH_OTHER_CONTENT",
  });
});

test("taken back, the books are as before; corrected and posted again, the correction stands", async () => {
  const before = await balances();
  const id = await begin();
  await post(id);
  const result = await practice.act((transaction) =>
    takeBackPaper(transaction, id, { reason: "wrong patient", today: "2026-03-26" }),
  );
  expect(await balances()).toEqual(before);
  if (result.is !== "taken-back") throw new Error("refused");
  const draft = await practice.act((transaction) => showPaper(transaction, result.draftId));
  expect(draft?.entry).toEqual(entry());
  expect(await post(result.draftId)).toMatchObject({ is: "posted" });
  expect(await balances()).toMatchObject({ cash: 6000 });
  expect(
    await practice.act((transaction) =>
      takeBackPaper(transaction, id, { reason: "again", today: "2026-03-26" }),
    ),
  ).toMatchObject({ code: "paper_not_posted" });
  // What comes after does not bring the first one back.
  await practice.record({ number: "B200", lines: [{ charged: 5000 }] });
  expect(await balances()).toMatchObject({ cash: 6000 });
});

test("claims are found by number, by patient and by day", async () => {
  const find = async (search: string, on?: string) => {
    const rows = await practice.act((transaction) => findPaperClaims(transaction, { search, on }));
    return rows.map((row) => row.claimId);
  };
  expect(await find("a10")).toEqual([claimId]);
  expect(await find("doe")).toEqual([claimId]);
  expect(await find("doe", "2026-01-15")).toEqual([claimId]);
  expect(await find("doe", "2026-01-16")).toEqual([]);
  expect(await find("nobody")).toEqual([]);
});
