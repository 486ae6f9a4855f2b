import { expect, it } from "vitest";
import { dollars, tableLines } from "./output.ts";

it.each([
  [0, "0.00"],
  [5, "0.05"],
  [123_450, "1,234.50"],
  [-7, "(0.07)"],
  [undefined, ""],
  [null, ""],
])("%s cents are written %s", (cents, text) => {
  expect(dollars(cents)).toBe(text);
});

it("lays out columns, numbers to the right", () => {
  const lines = tableLines(
    [{ title: "kind" }, { title: "balance", right: true }],
    [
      ["cash", "1,000.00"],
      ["suspense", "5.00"],
    ],
  );
  expect(lines).toEqual(["kind       balance", "cash      1,000.00", "suspense      5.00"]);
});
