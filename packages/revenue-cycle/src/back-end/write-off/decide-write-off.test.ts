import { expect, test } from "vitest";
import { isAvoidable } from "../../books/receivable/write-off-reason.ts";
import { decideWriteOff, type WriteOffScope } from "./decide-write-off.ts";

const claim = {
  isReplaced: false,
  lines: [
    { lineNumber: 1, openInsurance: 5000, denied: 2000 },
    { lineNumber: 2, openInsurance: 0, denied: 0 },
  ],
};
const lines = (...wanted: [number, number][]) =>
  wanted.map(([lineNumber, cents]) => ({ lineNumber, cents }));
const refused = (code: string) => ({ is: "refused", code });

test.each<[string, WriteOffScope, object]>([
  ["what was refused", "denied", { is: "lines", lines: lines([1, 2000]), cents: 2000 }],
  ["all that is open", "open", { is: "lines", lines: lines([1, 5000]), cents: 5000 }],
  ["what was typed", lines([1, 4999]), { is: "lines", lines: lines([1, 4999]), cents: 4999 }],
  ["a cent beyond", lines([1, 5001]), refused("write_off_beyond_open")],
  ["twice the same line", lines([1, 3000], [1, 3000]), refused("write_off_beyond_open")],
  ["a line that is settled", lines([2, 1]), refused("write_off_beyond_open")],
  ["a line that is none", lines([3, 1]), refused("write_off_of_unknown_line")],
  ["nothing", lines([1, 0]), refused("nothing_to_write_off")],
])("%s", (_, scope, expected) => {
  expect(decideWriteOff(claim, scope)).toEqual(expected);
});

test("nothing is given up on a claim that was replaced", () => {
  expect(decideWriteOff({ ...claim, isReplaced: true }, "open")).toEqual(refused("claim_replaced"));
});

test("a reason says whether it was avoidable, unless a person does", () => {
  expect(isAvoidable("timely-filing", undefined)).toBe(true);
  expect(isAvoidable("timely-filing", false)).toBe(false);
  expect(isAvoidable("bundled", undefined)).toBe(false);
});
