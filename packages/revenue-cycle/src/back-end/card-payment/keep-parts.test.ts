import { expect, test } from "vitest";
import { keepParts } from "./keep-parts.ts";

const claim = (claimId: number, givenCents: number, refundedCents = 0) => ({
  claimId,
  givenCents,
  refundedCents,
});

test.each([
  ["nothing stays", 0, [claim(1, 2000)], []],
  ["the refunded part stays with its claim", 500, [claim(1, 1500), claim(2, 500, 500)], [[2, 500]]],
  [
    "the rest goes by order",
    900,
    [claim(1, 1500), claim(2, 500, 500)],
    [
      [2, 500],
      [1, 400],
    ],
  ],
  ["no claim gets more than it had", 5000, [claim(1, 300, 900)], [[1, 300]]],
  ["nothing was given to claims", 500, [], []],
])("%s", (_name, kept, claims, parts) => {
  expect(keepParts(kept, claims).map(({ claimId, cents }) => [claimId, cents])).toEqual(parts);
});
