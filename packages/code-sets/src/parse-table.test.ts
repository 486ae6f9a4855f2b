import { describe, expect, it } from "vitest";
import { parseTable, ReferenceTableFault } from "./parse-table.ts";

const columns = ["code", "label"] as const;
const read = (text: string) => parseTable("t.csv", text, columns);

describe("parseTable", () => {
  it.each([
    ["plain", "code,label\n1,Deductible\n", [["1", "Deductible"]]],
    ["no line end at the end", "code,label\n1,Deductible", [["1", "Deductible"]]],
    [
      "CRLF and byte order mark",
      "\uFEFFcode,label\r\n1,A\r\n2,B\r\n",
      [
        ["1", "A"],
        ["2", "B"],
      ],
    ],
    ["quoted comma", 'code,label\n1,"a, b"\n', [["1", "a, b"]]],
    ["doubled quotes", 'code,label\n1,"say ""no"""\n', [["1", 'say "no"']]],
    [
      "line end inside quotes",
      'code,label\n1,"a\nb"\n2,c\n',
      [
        ["1", "a\nb"],
        ["2", "c"],
      ],
    ],
    ["empty cells", 'code,label\n,""\n', [["", ""]]],
    ["spaces kept", "code,label\n 1 , x\n", [[" 1 ", " x"]]],
    ["header only", "code,label\n", []],
  ])("reads %s", (_name, text, expected) => {
    expect(read(text).map(({ cells }) => [cells.code, cells.label])).toEqual(expected);
  });

  it("counts the lines inside quoted cells", () => {
    expect(read('code,label\n1,"a\nb"\n2,c\n').map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ["an empty file", "", "empty-table", undefined],
    ["another header", "code,name\n", "wrong-header", 1],
    ["columns in another order", "label,code\n", "wrong-header", 1],
    ["a short row", "code,label\n1,A\n2\n", "wrong-cell-count", 3],
    ["a long row", "code,label\n1,A,x\n", "wrong-cell-count", 2],
    ["a blank line", "code,label\n\n1,A\n", "wrong-cell-count", 2],
    ["a quote inside a bare cell", 'code,label\n1,a"b\n', "stray-quote", 2],
    ["text after a closing quote", 'code,label\n1,"a"b\n', "stray-quote", 2],
    ["a quote left open", 'code,label\n1,"a\n', "open-quote", 2],
  ])("refuses %s", (_name, text, code, line) => {
    const attempt = () => read(text);
    expect(attempt).toThrow(ReferenceTableFault);
    expect(attempt).toThrow(expect.objectContaining({ code, file: "t.csv", line }));
  });
});
