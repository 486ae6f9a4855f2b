import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withWritableTexts, writableText } from "./writable-text.ts";

describe("texts of an interchange", () => {
  test.each([
    ["Muñoz", "Munoz"],
    ["Łukasz Ørsted", "Lukasz Orsted"],
    ["O’Brien – Grant", "O'Brien - Grant"],
    ["A*B~C:D^E", "A B C D E"],
    ["  plain  ", "plain"],
    ["日本", ""],
  ])("%s is sent as %s", (text, expected) => {
    expect(writableText(text)).toBe(expected);
  });

  test("have no delimiter and nothing beyond ASCII", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(writableText(text)).toMatch(/^[ !-)+-9;-\]_-}]*$/);
        expect(writableText(writableText(text))).toBe(writableText(text));
      }),
    );
  });

  test("are found wherever they stand", () => {
    expect(withWritableTexts({ a: [{ b: "é", n: 1 }], c: undefined, d: "日" })).toEqual({
      a: [{ b: "e", n: 1 }],
      c: undefined,
      d: undefined,
    });
  });
});
