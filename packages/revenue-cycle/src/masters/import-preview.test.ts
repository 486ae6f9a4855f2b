import { describe, expect, test } from "vitest";
import { readImportTable } from "./csv/read-import-table.ts";
import { changedColumns, importCounts, planImport } from "./import-preview.ts";

const columns = { required: ["code", "price"], optional: ["label"] };

function tableOf(text: string) {
  const table = readImportTable(text, columns);
  if (table.is === "refused") throw new Error(table.code);
  return table;
}

describe("a table is read by its header", () => {
  test.each([
    ["no text", " \n", "FILE_EMPTY"],
    ["a column missing", "code,cost\nA,1\n", "COLUMN_MISSING"],
    ["a column twice", "code,price,price\nA,1,1\n", "COLUMN_TWICE"],
    ["no row", "code,price\n\n", "NO_ROWS"],
    ["an open quote", 'code,price\n"A,1\n', "CSV_BROKEN"],
  ])("%s is refused", (_name, text, code) => {
    expect(readImportTable(text, columns)).toMatchObject({ is: "refused", code });
  });

  test.each([",", ";", "\t"])("cells are divided by %j", (delimiter) => {
    const text = `\uFEFF"Price"${delimiter}CODE${delimiter}more\r\n1.00${delimiter} A ${delimiter}x\r\n`;
    const table = tableOf(text);
    expect(table).toMatchObject({ columns: ["price", "code"], ignored: ["more"] });
    const [row] = table.rows;
    expect([row?.row, row?.cell("code"), row?.cell("price"), row?.cell("label")]).toEqual([
      2,
      "A",
      "1.00",
      "",
    ]);
  });

  test("a row of other width is a fault of that row", () => {
    const { rows } = tableOf("code,price\nA\nB,2\n");
    expect(rows.map((row) => row.fault?.code)).toEqual(["CELLS", undefined]);
  });
});

test("every row gets an outcome, and a repeated one changes nothing", () => {
  type Price = { readonly code: string; readonly price: string };
  const known = new Map<string, Price>([
    ["A", { code: "A", price: "1" }],
    ["B", { code: "B", price: "2" }],
  ]);
  const rules = {
    read: (row: { cell: (column: string) => string }) => {
      const price = row.cell("price");
      return /^\d+$/.test(price)
        ? { code: row.cell("code"), price }
        : [{ column: "price", code: "NOT_A_PRICE", reason: "This is not a price." }];
    },
    keyOf: (draft: Price) => draft.code,
    knownOf: (draft: Price) => known.get(draft.code),
    changesOf: (draft: Price, old: Price) =>
      changedColumns([["price", old.price, draft.price] as const]),
    against: (draft: Price) =>
      draft.code === "Z" ? [{ column: "code", code: "NOT_SOLD", reason: "Not sold." }] : [],
  };
  const table = tableOf("code,price\nA,1\nB,3\nC,4\nD,x\nC,5\nZ,1\nE\n");
  const plan = planImport<Price, Price>(table, rules);
  expect(plan.rows.map(({ row, outcome, reasons }) => [row, outcome, reasons[0]?.code])).toEqual([
    [2, "same", undefined],
    [3, "changed", "CHANGED"],
    [4, "added", undefined],
    [5, "refused", "NOT_A_PRICE"],
    [6, "refused", "ROW_TWICE"],
    [7, "refused", "NOT_SOLD"],
    [8, "refused", "CELLS"],
  ]);
  expect(plan.rows[1]?.reasons[0]?.reason).toBe("2 → 3");
  expect(plan.writes.map(({ row }) => row)).toEqual([3, 4]);
  expect(importCounts(plan.rows)).toEqual({ added: 1, changed: 1, same: 1, refused: 4 });
  for (const { draft } of plan.writes) known.set(draft.code, draft);
  expect(planImport<Price, Price>(table, rules).writes).toEqual([]);
});
