import { sql } from "@headwater/platform/database/sql.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appendEvents } from "../../work/event/event.store.ts";
import { computeReport } from "./compute-measures.query.ts";
import { figures } from "./figures.ts";
import { keepReport } from "./keep-report.command.ts";
import { keptReportPage } from "./kept-report.query.ts";
import { listReportRows } from "./list-report-rows.query.ts";
import type { MeasureAnswer, ReportRow } from "./report-answers.ts";
import { computeReportPage } from "./report-page.query.ts";
import { openReportScope } from "./report-scope.query.ts";
import { sumFigures } from "./sum-figures.query.ts";
import { tableOfClaims } from "./testing/claims-of-the-table.ts";
import { makePractice, practiceId } from "./testing/hand-made-practice.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await makePractice(database, tableOfClaims);
});
afterAll(() => database?.drop());

function read<Result>(work: (transaction: PracticeTransaction) => Promise<Result>) {
  return withPractice(database, { practiceId, actor: "test", readOnly: true }, work);
}

function byName(measures: readonly MeasureAnswer[]) {
  return (name: string, key?: string) =>
    measures.find((one) => one.measure === name && one.key === (key ?? null));
}

// Originals that were sent: all but C10 (a replacement) and C18 (void).
const originals = 18;
// Of them with a first adjudication: C01-C04, C07, C09, C11-C17, C20.
const adjudicated = 14;
const adjudicatedCharges =
  10000 +
  20000 +
  15000 +
  30000 +
  12000 +
  11000 +
  40000 +
  50000 +
  22000 +
  16000 +
  32000 +
  10000 +
  13000 +
  10000;
// Days from the first submission: C01 14, C02 20, C04 14, C10 from C09 43, C11 15, C14 14, C15 14,
// C16 14, C17 11, C20 15.
const days = [14, 20, 14, 43, 15, 14, 14, 14, 11, 15];
const openInsurance = 15000 + 10000 + 8000 + 9000 + 25000 + 22000 + 3000 + 6000;
const openPatient = 2000 + 8000;
const open = openInsurance + openPatient;
// Dates of service 2026-04-02 to 2026-06-30; the charge of C09 moved to C10, C18 is void.
const charges90Days = 10000 + 20000 + 15000 + 30000 + 8000 + 9000 + 11000 + 10000 + 13000 + 10000;
// Dates of service 2025-03-02 to 2026-03-02: C08, C11-C15.
const maturePayments = 23520 + 9000 + 16000 + 4000;
// C08 has no fee and nobody paid its code: the charge. C11 and C12 are 99214 of Medicare: C11 allowed
// 40000 - 12480; C12 was denied: what Medicare usually allows for 99214, the median of C11 27520,
// C16 6000, C17 10000 and C20 10000 - 3500 + 500 = 7000, so 8500. C13 by the fee schedule.
const matureExpected = 25000 + 27520 + 8500 + 10000 + 9000 + 20000;
const matureCharges = 25000 + 40000 + 50000 + 22000 + 16000 + 32000;
const matureContractual = 12480 + 7000 + 12000;

const expected: readonly [string, number | null, number | null, number | null][] = [
  ["cleanClaimRate", null, 0, 0],
  ["chargeLagDays", null, 0, 0],
  ["costToCollect", null, null, null],
  // Accepted at first: C01-C04, C07-C09, C11, C13-C17, C20.
  ["firstPassAcceptance", 14 / originals, 14, originals],
  // C01, C02, C07, C11, C15, C16, C17, C20; C14 was paid below the fee schedule.
  ["firstPassResolution", 8 / adjudicated, 8, adjudicated],
  // C03, C09, C12, C13.
  ["initialDenialRate", 4 / adjudicated, 4, adjudicated],
  [
    "initialDenialRateDollars",
    (15000 + 11000 + 50000 + 22000) / adjudicatedCharges,
    98000,
    adjudicatedCharges,
  ],
  // And C04 with one line of two.
  ["anyLineDenialRate", 5 / adjudicated, 5, adjudicated],
  // Fifteen adjudicated claims and X99 in suspense; denied C03, C09, C12, C13.
  ["remittanceDenialRate", 4 / 16, 4, 16],
  ["denials", 5, 5, null],
  ["daysToPayment", days.reduce((sum, one) => sum + one) / 10, 174, 10],
  ["daysToPaymentMedian", 14, null, 10],
  ["grossDaysInAr", open / (charges90Days / 90), open, charges90Days / 90],
  // C07 8000 of the patient, C08 25000, C13 22000.
  ["arOver90Share", 55000 / open, 55000, open],
  ["netCollectionRate", maturePayments / matureExpected, maturePayments, matureExpected],
  [
    "netCollectionRateProxy",
    maturePayments / (matureCharges - matureContractual),
    maturePayments,
    matureCharges - matureContractual,
  ],
  // Paid C01 1000, C15 4000; assigned C01 1000, C02 2000, C07 8000, C11 4000, C15 4000.
  ["patientCollectionRate", 5000 / 19000, 5000, 19000],
  // C14: 10000 by the fee schedule, 9000 allowed.
  ["underpaid", 1000, 1000, null],
  // Suspense 3300, unmatched reversal 800, the lost deposit 1700.
  ["unexplainedCash", 5800, 5800, null],
  // Rejected C05 8000; timely filing C12 50000; past its deadline C13 22000; underpaid 1000; not
  // posted: suspense 3300, held 4500, quarantined 1200; bad debt C11 4000.
  ["leakage", 94000, 94000, null],
];

test("every measure is what the table of claims says", async () => {
  const measures = await read((transaction) => computeReport(transaction, practiceId, {}));
  const of = byName(measures);
  for (const [name, value, numerator, denominator] of expected) {
    const found = of(name);
    expect(found, name).toMatchObject({ measure: name, asOf: "2026-06-30", by: null });
    expect({ name, value: found?.value }).toEqual({
      name,
      value: value === null ? null : expect.closeTo(value, 10),
    });
    expect({ name, numerator: found?.numerator }).toEqual({ name, numerator });
    expect({ name, denominator: found?.denominator }).toEqual({ name, denominator });
    expect((found?.why === null) === (value !== null), name).toBe(true);
  }
  expect(of("denials")?.cents).toBe(15000 + 10000 + 11000 + 50000 + 22000);
  expect(of("firstPassAcceptance")?.remark).toBe(
    "3 of 18 claims have no answer in the files and count as not accepted",
  );
});

test("leakage has a dollar in one step and one stage only", async () => {
  const measures = await read((transaction) => computeReport(transaction, practiceId, {}));
  const leakage = (by: string) =>
    Object.fromEntries(
      measures
        .filter((one) => one.measure === "leakage" && one.by === by)
        .map((one) => [one.key, one.value]),
    );
  expect(leakage("step")).toEqual({
    "missed-charge": null,
    undercoded: null,
    "never-billed": null,
    "rejected-unworked": 8000,
    "timely-filing": 50000,
    "denied-lost": 22000,
    underpaid: 1000,
    unposted: 9000,
    "patient-uncollected": 4000,
  });
  expect(leakage("stage")).toEqual({
    "back-end": 8000 + 50000 + 9000 + 4000,
    "mid-cycle": 22000,
    payer: 1000,
  });
});

test.each(["payer", "stage", "category", "code"] as const)(
  "the groups by %s sum to the whole",
  async (by) => {
    const measures = await read((transaction) => computeReport(transaction, practiceId, { by }));
    for (const measure of ["initialDenialRate", "denials", "anyLineDenialRate"]) {
      const groups = measures.filter((one) => one.measure === measure && one.by === by);
      const whole = byName(measures)(measure);
      const sum = groups.reduce((all, one) => all + (one.numerator ?? 0), 0);
      expect(sum, measure).toBe(whole?.numerator);
      expect(groups.length, measure).toBeGreaterThan(1);
    }
  },
);

test("denials by code and payer", async () => {
  const byCode = await read((transaction) =>
    computeReport(transaction, practiceId, { by: "code" }),
  );
  expect(byName(byCode)("initialDenialRate", "197")).toMatchObject({
    numerator: 1,
    denominator: adjudicated,
  });
  const byPayer = await read((transaction) =>
    computeReport(transaction, practiceId, { by: "payer" }),
  );
  // Northway: C01-C04, C07, C09 adjudicated, C03 and C09 denied.
  expect(byName(byPayer)("initialDenialRate", "NORTH")).toMatchObject({
    numerator: 2,
    denominator: 6,
    label: "Northway",
  });
});

/** What the rows of a figure add up to, narrowed to one group. */
async function rowsOf(name: string, filter: { readonly [dimension: string]: string }) {
  const figure = figures.get(name);
  if (figure === undefined) throw new Error(`no figure ${name}`);
  const { total } = await read(async (transaction) =>
    listReportRows(transaction, {
      ...{ scope: await openReportScope(transaction, practiceId, undefined), figure, filter },
      ...{ part: "numerator", limit: 1, withTotal: true },
    }),
  );
  return total?.cents;
}

test.each(["payer", "provider", "facility", "process"] as const)(
  "split by %s, every measure that counts or adds up its rows sums to the whole",
  async (by) => {
    await database.owner.query(
      `update claims set rendering_npi = case when claim_id % 3 = 0 then null else '167957672' || claim_id % 3 end,
        facility_code = case when claim_id % 2 = 0 then '11' else '22' end`,
    );
    await database.owner.query(
      "update denials set process = case when denial_id % 2 = 0 then 'coding' else 'claim' end",
    );
    const measures = await read((transaction) => computeReport(transaction, practiceId, { by }));
    const whole = byName(measures.filter((measure) => measure.by === null));
    const parts = measures.filter((measure) => measure.by === by);
    expect(new Set(parts.map(({ key }) => key)).size).toBeGreaterThan(1);
    const names = new Set(parts.map(({ measure }) => measure));
    expect(names).toContain("initialDenialRate");
    for (const name of names) {
      const total = whole(name);
      const ofName = parts.filter(({ measure }) => measure === name);
      const sum = ofName.reduce((all, { numerator }) => all + (numerator ?? 0), 0);
      if (total?.numerator !== null) expect({ name, sum }).toEqual({ name, sum: total?.numerator });
      for (const { key, numerator, figure } of ofName) {
        if (numerator === null || total?.unit === "days" || figure === null) continue;
        const rows = await rowsOf(figure, { [by]: key ?? "" });
        expect({ name, key, rows }).toEqual({ name, key, rows: numerator });
      }
    }
  },
);

test("as of an earlier day only what had happened by then counts", async () => {
  const measures = await read((transaction) =>
    computeReport(transaction, practiceId, { asOf: "2026-02-28" }),
  );
  const of = byName(measures);
  // C08, C11-C15 were sent; C11-C15 answered; C12 and C13 denied.
  expect(of("initialDenialRate")).toMatchObject({ numerator: 2, denominator: 5 });
  // Open: C08 25000, C13 22000, C11 4000 and C15 4000 of the patient. Charges since 2025-12-01:
  // C08, C12, C14, C15.
  expect(of("grossDaysInAr")).toMatchObject({
    numerator: 55000,
    denominator: (25000 + 50000 + 16000 + 32000) / 90,
  });
  expect(of("unexplainedCash")?.value).toBe(0);
});

test("the balances added up from transfers equal the receivables", async () => {
  const sums = (isSettled: boolean) =>
    read(async (transaction) => {
      const scope = await openReportScope(transaction, practiceId, undefined);
      const asked = [...figures]
        .filter(([, figure]) => figure.source === "line")
        .map(([name, figure]) => ({ name, part: figure.numerator }));
      return sumFigures(transaction, {
        scope: { ...scope, isSettled },
        source: "line",
        asked,
        groupings: [[]],
      });
    });
  expect(await sums(false)).toEqual(await sums(true));
});

test("each month of the trend is what the rows of its figures add up to", async () => {
  const trend = await read(async (transaction) => {
    const page = await computeReportPage(transaction, practiceId, undefined);
    const scope = await openReportScope(transaction, practiceId, undefined);
    const sumOf = async (name: string, month: string) => {
      const figure = figures.get(name);
      if (figure === undefined) throw new Error(`no figure ${name}`);
      const question = {
        scope,
        figure,
        part: "numerator",
        filter: {},
        from: month,
        through: month,
        limit: 1,
      } as const;
      const { total } = await listReportRows(transaction, { ...question, withTotal: true });
      return total?.cents;
    };
    const rows = [];
    for (const { month } of page.trend) {
      rows.push({
        month,
        chargedCents: await sumOf("charged", month),
        paidCents: await sumOf("paid", month),
        deniedCents: await sumOf("denied", month),
      });
    }
    return { shown: page.trend, rows };
  });
  expect(trend.shown).toEqual(trend.rows);
  expect(trend.shown.length).toBe(12);
  expect(trend.shown.filter((one) => one.chargedCents > 0).length).toBeGreaterThan(3);
  expect(trend.shown.some((one) => one.deniedCents > 0)).toBe(true);
});

test("a practice without files has no measures, and says of each why", async () => {
  await database.owner.query(
    "insert into practices (practice_id, public_id, name) values (2, gen_random_uuid(), 'Empty')",
  );
  const scope = { practiceId: 2, actor: "test", readOnly: true };
  const measures = await withPractice(database, scope, (transaction) =>
    computeReport(transaction, 2, { asOf: "2026-06-30" }),
  );
  const known = measures.filter((one) => one.by === null && one.value !== null);
  expect(known.map((one) => [one.measure, one.value])).toEqual([["unexplainedCash", 0]]);
  for (const one of measures.filter(({ value }) => value === null)) {
    expect(one.why?.text, one.measure).toMatch(/\.$/);
  }
  const page = await withPractice(database, scope, (transaction) =>
    computeReportPage(transaction, 2, undefined),
  );
  expect(page).toMatchObject({ payers: [], first: [], money: { charged: 0 } });
});

/** However slow the machine is: a page that takes long stands although something was recorded. */
const anyWait = Number.POSITIVE_INFINITY;

test("the kept page is computed again as soon as something was recorded", async () => {
  const kept = () =>
    withPractice(database, { practiceId, actor: "test" }, (transaction) =>
      keptReportPage(transaction, "2026-06-30", anyWait),
    );
  const page = await kept();
  expect(await kept()).toBe(page);
  await withPractice(database, { practiceId, actor: "test" }, (transaction) =>
    appendEvents(transaction, [{ kind: "looked-at", subjectKind: "claim", subjectId: 1 }]),
  );
  const again = await kept();
  expect(again).not.toBe(page);
  expect(again).toEqual(page);
});

test("a page that was stored is shown as long as nothing was recorded since", async () => {
  const act = <Result>(work: (transaction: PracticeTransaction) => Promise<Result>) =>
    withPractice(database, { practiceId, actor: "test" }, work);
  await act(keepReport);
  const mark = () =>
    act((transaction) =>
      transaction.execute(sql`
        update kept_reports set page = page || '{"mark": true}' where practice_id = ${practiceId}`),
    );
  await mark();
  await act(keepReport);
  const shown = await read((transaction) => keptReportPage(transaction, undefined, anyWait));
  expect(shown).toHaveProperty("mark");
  await act((transaction) =>
    appendEvents(transaction, [{ kind: "looked-at", subjectKind: "claim", subjectId: 1 }]),
  );
  const computed = await read((transaction) => keptReportPage(transaction, undefined, anyWait));
  expect(computed).not.toHaveProperty("mark");
  await act(keepReport);
  const stored = await act((transaction) =>
    transaction.one<{ page: unknown }>(sql`
      select page from kept_reports where practice_id = ${practiceId}`),
  );
  expect(stored.page).toEqual(JSON.parse(JSON.stringify(computed)));
});

describe("the page", () => {
  test("where the money is sums to the charges exactly", async () => {
    const page = await read((transaction) => computeReportPage(transaction, practiceId, undefined));
    const charged = tableOfClaims
      .filter((claim) => claim.number !== "C09" && claim.number !== "C18")
      .flatMap((claim) => claim.lines)
      .reduce((sum, line) => sum + line.charged, 0);
    expect(page.money.charged).toBe(charged);
    expect(page.money.waterfall.reduce((sum, step) => sum + step.cents, 0)).toBe(charged);
    expect(page.money).toMatchObject({ denied: 15000 + 10000 + 22000, open, patient: 19000 });
    expect(page.read).toMatchObject({ files: 2, refused: 1, claims: 20 });
    expect(page.read).toMatchObject({ periodFrom: "2025-10-01", periodThrough: "2026-06-20" });
  });

  test("aging, payers, unexplained money and what to do first", async () => {
    const page = await read((transaction) => computeReportPage(transaction, practiceId, undefined));
    const buckets = page.aging.buckets.map((one) => [
      one.bucket,
      one.insuranceCents,
      one.patientCents,
      one.claims,
    ]);
    expect(buckets).toEqual([
      ["0-30", 15000 + 10000 + 8000 + 9000 + 3000, 2000, 6],
      ["31-60", 0, 0, 0],
      ["61-90", 0, 0, 0],
      ["91-120", 0, 8000, 1],
      [">120", 25000 + 22000, 0, 2],
      ["undated", 6000, 0, 1],
    ]);
    expect(page.aging).toMatchObject({ creditInsuranceCents: 2000, creditPatientCents: 0 });
    expect(page.payers.map((one) => [one.key, one.claims, one.medianDaysToPayment])).toEqual([
      ["MCARE", 9, 14],
      ["NORTH", 10, 17],
    ]);
    expect(page.unexplained).toMatchObject({
      suspenseCents: 3300,
      unmatchedReversalCents: 800,
      unmatchedClaims: 1,
      heldRemittances: 1,
      heldCents: 4500,
      quarantinedCents: 1200,
      unmatchedDepositsCents: 1700,
      remittancesWithoutDeposit: 1,
      remittancesWithoutDepositCents: 3300,
    });
    expect(page.denials).toMatchObject({
      count: 5,
      claims: 5,
      openCents: 47000,
      dueWithin7DaysCount: 1,
      dueWithin7DaysCents: 15000,
    });
    expect(page.denials.byStage.map((one) => [one.key, one.count, one.cents])).toEqual([
      ["back-end", 1, 50000],
      ["mid-cycle", 3, 43000],
      ["front-end", 1, 15000],
    ]);
    expect(page.first.map((one) => [one.code, one.cents, one.filter])).toEqual([
      ["ASK_PAYER", 25000, { payer: "NORTH" }],
      ["WORK_DENIALS", 22000, { payer: "MCARE", code: "50" }],
      ["WORK_DENIALS", 15000, { payer: "NORTH", code: "197" }],
      ["WORK_DENIALS", 10000, { payer: "NORTH", code: "97" }],
      ["RESEND_REJECTED", 8000, { payer: "NORTH" }],
    ]);
  });
});

async function allRows(name: string, part: "numerator" | "denominator"): Promise<ReportRow[]> {
  const figure = figures.get(name);
  if (!figure) throw new Error(`no figure ${name}`);
  return read(async (transaction) => {
    const scope = await openReportScope(transaction, practiceId, undefined);
    const rows: ReportRow[] = [];
    let after: [number, number] | undefined;
    do {
      const question = { scope, figure, part, filter: {}, limit: 3, after };
      const page = await listReportRows(transaction, question);
      rows.push(...page.rows);
      after = page.next ?? undefined;
    } while (after);
    return rows;
  });
}

test.each([...figures.keys()])("the rows of %s add up to the figure", async (name) => {
  const figure = figures.get(name);
  if (!figure) throw new Error(`no figure ${name}`);
  for (const part of ["numerator", "denominator"] as const) {
    const rows = await allRows(name, part);
    const asked = figure[part];
    if (asked === undefined) {
      expect(rows).toEqual([]);
      continue;
    }
    const [sums] = await read(async (transaction) =>
      sumFigures(transaction, {
        scope: await openReportScope(transaction, practiceId, undefined),
        source: figure.source,
        asked: [{ name, part: asked }],
        groupings: [[]],
      }),
    );
    const sum = rows.reduce((all, row) => all + row.value, 0);
    expect({ part, sum }).toEqual({ part, sum: sums?.numbers.get(name) });
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  }
});
