import { describe, expect, test } from "vitest";
import {
  endedPrices,
  type KnownPrice,
  planPrices,
  priceColumns,
} from "./charge-master/import-prices.ts";
import { readImportTable } from "./csv/read-import-table.ts";
import {
  feeScheduleColumns,
  type KnownAllowed,
  planFeeSchedule,
} from "./fee-schedule/import-fee-schedule.ts";
import { payerColumns, planPayers } from "./payer/import-payers.ts";
import type { PayerAnswer } from "./payer/payer-answers.ts";

function tableOf(text: string, columns: Parameters<typeof readImportTable>[1]) {
  const table = readImportTable(text, columns);
  if (table.is === "refused") throw new Error(table.code);
  return table;
}

type Rows = ReturnType<typeof planPrices>["rows"];
const told = (rows: Rows) =>
  rows.map(({ outcome, reasons }) => [
    outcome,
    ...reasons.map(({ column, code }) => `${column} ${code}`),
  ]);

describe("an import of prices", () => {
  const known = (part: Partial<KnownPrice>): KnownPrice => ({
    id: 1,
    procedureCode: "99213",
    modifiers: "",
    label: "Office visit",
    revenueCode: null,
    priceCents: 14_500,
    ndc: null,
    ndcUnit: null,
    ndcUnitsEach: null,
    effectiveFrom: "2026-01-01",
    effectiveTo: undefined,
    revision: 1,
    ...part,
  });
  const plan = (text: string, items: readonly KnownPrice[]) =>
    planPrices(tableOf(text, priceColumns), items);

  test.each<[string, string, string[]]>([
    ["one as on file", "99213,145.00,2026-01-01", ["same"]],
    ["another price", "99213,150.00,2026-01-01", ["changed", "price CHANGED"]],
    ["a new code", "99214,200.00,2026-01-01", ["added"]],
    ["a price from a later day", "99213,150.00,2027-01-01", ["added"]],
    ["a price before the one on file", "99213,130.00,2025-01-01", ["added"]],
    ["no cents", "99214,200,2026-01-01", ["refused", "price PRICE_INVALID"]],
    ["thousands", '99214,"1,200.00",2026-01-01', ["refused", "price PRICE_INVALID"]],
    [
      "everything wrong",
      "9921,-1.00,soon",
      [
        "refused",
        "procedure_code PROCEDURE_CODE_INVALID",
        "price PRICE_INVALID",
        "effective_from DATE_INVALID",
      ],
    ],
  ])("%s", (_name, row, expected) => {
    const { rows } = plan(`procedure_code,price,effective_from\n${row}\n`, [known({})]);
    expect(told(rows)).toEqual([expected]);
  });

  test("keeps what the file has no column for, and empties what it leaves empty", () => {
    const kept = plan("procedure_code,price,effective_from\n99213,150.00,2026-01-01\n", [
      known({}),
    ]);
    expect(kept.writes[0]?.draft).toMatchObject({ label: "Office visit", priceCents: 15_000 });
    const emptied = plan("procedure_code,price,effective_from,label\n99213,145.00,2026-01-01,\n", [
      known({}),
    ]);
    expect(emptied.rows[0]?.reasons[0]).toMatchObject({
      column: "label",
      reason: "Office visit → (empty)",
    });
  });

  test("a price without a last day runs until the next, in any order of rows, and again", () => {
    const header = "procedure_code,price,effective_from,effective_to\n";
    const july = "99213,150.00,2026-07-01,\n";
    const january = "99213,140.00,2025-01-01,\n";
    for (const text of [header + july + january, header + january + july]) {
      const first = plan(text, [known({})]);
      expect(told(first.rows)).toEqual([["added"], ["added"]]);
      const drafts = first.writes.map(({ draft }) => draft);
      const days = drafts.map(
        ({ effectiveFrom, effectiveTo }) => `${effectiveFrom} ${effectiveTo}`,
      );
      expect(days.sort()).toEqual(["2025-01-01 2025-12-31", "2026-07-01 "]);
      const ended = endedPrices([known({})], drafts);
      expect(ended).toMatchObject([{ item: { id: 1 }, effectiveTo: "2026-06-30" }]);
      const after = [
        known({ effectiveTo: "2026-06-30" }),
        ...drafts.map((draft, at) =>
          known({ ...draft, id: at + 2, label: null, effectiveTo: draft.effectiveTo || undefined }),
        ),
      ];
      const again = plan(text, after);
      expect(told(again.rows)).toEqual([["same"], ["same"]]);
      expect(endedPrices(after, [])).toEqual([]);
    }
  });

  test("a last day that reaches into the next price is refused and ends no other", () => {
    const text =
      "procedure_code,price,effective_from,effective_to\n" +
      "99213,130.00,2025-01-01,2026-02-01\n99213,120.00,2024-01-01,\n";
    const { rows, writes } = plan(text, [known({})]);
    expect(told(rows)).toEqual([["refused", "effective_to OVERLAPS"], ["added"]]);
    expect(rows[0]?.reasons[0]?.reason).toBe(
      "99213 2025-01-01 to 2026-02-01 overlaps 99213 from 2026-01-01.",
    );
    expect(writes[0]?.draft.effectiveTo).toBe("2025-12-31");
  });

  test("without a column for it a last day on file stays", () => {
    const ended = known({ effectiveTo: "2026-03-31" });
    const text = "procedure_code,price,effective_from\n99213,145.00,2026-01-01\n";
    expect(told(plan(text, [ended]).rows)).toEqual([["same"]]);
  });
});

describe("an import of payers", () => {
  const known: PayerAnswer = {
    id: 1,
    key: "NWH01",
    name: "Northway",
    identifier: "NWH01",
    lineOfBusiness: "commercial",
    filingIndicator: "CI",
    claimRoute: "paper",
    connectionName: null,
    directoryId: null,
    addressLine1: null,
    addressLine2: null,
    city: null,
    state: null,
    postalCode: null,
    phone: null,
    revision: 3,
  };
  const header = "identifier,name,line_of_business,filing_indicator,transactions\n";
  test.each<[string, string, string[]]>([
    ["one as on file", "nwh01,Northway,Commercial,ci,837P", ["same"]],
    ["another name", "NWH01,Northway Health,commercial,CI,", ["changed", "name CHANGED"]],
    ["a new one", "NWH02,Northway East,medicare advantage,16,", ["added"]],
    ["no identifier", ",Northway,commercial,CI,", ["refused", "identifier IDENTIFIER_MISSING"]],
    [
      "codes that are none",
      "X1,X,life,09,",
      [
        "refused",
        "filing_indicator FILING_INDICATOR_UNKNOWN",
        "line_of_business LINE_OF_BUSINESS_UNKNOWN",
      ],
    ],
  ])("%s", (_name, row, expected) => {
    const plan = planPayers(tableOf(`${header}${row}\n`, payerColumns), [known]);
    expect(told(plan.rows)).toEqual([expected]);
  });
  test("keeps the way claims go when the file does not say", () => {
    const plan = planPayers(tableOf(`${header}NWH01,Other,commercial,CI,\n`, payerColumns), [
      known,
    ]);
    expect(plan.writes[0]?.draft.claimRoute).toBe("paper");
    const text = "identifier,name,claim_route\nNWH01,Northway,post\n";
    expect(told(planPayers(tableOf(text, payerColumns), [known]).rows)).toEqual([
      ["refused", "claim_route CLAIM_ROUTE_UNKNOWN"],
    ]);
  });
});

describe("an import of fee schedules", () => {
  const known: KnownAllowed = {
    payerKey: "NWH01",
    procedureCode: "99213",
    allowedCents: 9_150,
    effectiveFrom: "2026-01-01",
    effectiveTo: null,
  };
  const header = "payer_id,payer,procedure_code,allowed,effective_from,effective_to\n";
  test.each<[string, string, string[]]>([
    ["one as on file", "nwh01,,99213,91.50,2026-01-01,", ["same"]],
    [
      "another amount and an end",
      "NWH01,,99213,95.00,2026-01-01,2026-12-31",
      ["changed", "allowed CHANGED", "effective_to CHANGED"],
    ],
    ["a payer by its name", ",Northway,99213,91.50,2026-01-01,", ["added"]],
    ["no payer", ",,99213,91.50,2026-01-01,", ["refused", "payer_id PAYER_MISSING"]],
    [
      "everything wrong",
      "NWH01,,1,x,soon,later",
      [
        "refused",
        "procedure_code PROCEDURE_CODE_INVALID",
        "allowed ALLOWED_INVALID",
        "effective_from DATE_INVALID",
        "effective_to DATE_INVALID",
        "effective_to DAYS_REVERSED",
      ],
    ],
    [
      "days in the wrong order",
      "NWH01,,99213,91.50,2026-01-01,2025-01-01",
      ["refused", "effective_to DAYS_REVERSED"],
    ],
  ])("%s", (_name, row, expected) => {
    const plan = planFeeSchedule(tableOf(`${header}${row}\n`, feeScheduleColumns), [known]);
    expect(told(plan.rows)).toEqual([expected]);
  });
});
