import { expect, test } from "vitest";
import { askedFact } from "./asked-fact.ts";

test.each([
  ["the reason", "4", [], 2, { field: "line.modifiers", at: 2 }],
  ["the remark before the reason", "16", ["MA130", "N382"], 1, { field: "coverage.memberId" }],
  ["a fact of the claim has no line", "197", [], 3, { field: "authorization.number" }],
  [
    "a line fact of a whole claim is the first line's",
    "97",
    [],
    0,
    { field: "line.modifiers", at: 1 },
  ],
  ["the service that was refused", "50", [], 2, { field: "line.procedureCode", at: 2 }],
  ["nothing of a whole claim", "22", [], 0, undefined],
] as const)("asks for %s", (_, reasonCode, remarkCodes, lineNumber, asked) => {
  expect(askedFact({ reasonCode, remarkCodes, lineNumber })).toEqual(asked);
});
