import { expect, test } from "vitest";
import { csvCell } from "./export-list.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@x", "'@x"],
  ["\tx", '"\'\tx"'],
  ["\r=1", '"\'\r=1"'],
  ["\n=1", '"\'\n=1"'],
  ["＝1", "'＝1"],
  ["＋1", "'＋1"],
  ["－1", "'－1"],
  ["＠x", "'＠x"],
  ["plain", "plain"],
  ["a,b", '"a,b"'],
  ["a;=b", '"a;=b"'],
  ['say "x"', '"say ""x"""'],
  ["", ""],
  [null, ""],
])("no spreadsheet runs the text %j", (text, cell) => {
  expect(csvCell("text", text)).toBe(cell);
});

test("what we write ourselves stays a number", () => {
  expect([csvCell("cents", -1234), csvCell("number", -3), csvCell("cents", null)]).toEqual([
    "-12.34",
    "-3",
    "",
  ]);
});
