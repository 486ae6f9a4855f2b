import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AllocationWish,
  allocationRules,
  decideAllocation,
  type OpenItem,
} from "./allocate-payment.ts";

const items: readonly OpenItem[] = [
  { claimId: 3, openCents: 5000, badDebtCents: 0, serviceFrom: "2026-03-01" },
  { claimId: 1, openCents: 2000, badDebtCents: 0, serviceFrom: "2026-01-01" },
  { claimId: 2, openCents: 3000, badDebtCents: 700, serviceFrom: "2026-02-01" },
];

const hand = (...parts: [number, number][]): AllocationWish => ({
  by: "hand",
  parts: parts.map(([claimId, cents]) => ({ claimId, cents })),
});

test.each<[string, number, AllocationWish, string]>([
  ["the oldest first", 2500, { by: "rule" }, "1:2000 2:500"],
  ["the newest first", 5500, { by: "rule", rule: "newest-first" }, "3:5000 2:500"],
  ["this visit first", 5500, { by: "rule", first: [3] }, "3:5000 1:500"],
  ["a statement's claims first", 4500, { by: "rule", first: [3, 2] }, "2:3000 3:1500"],
  ["in proportion", 1000, { by: "rule", rule: "in-proportion" }, "3:500 1:200 2:300"],
  ["in proportion, odd cents", 1001, { by: "rule", rule: "in-proportion" }, "3:501 1:200 2:300"],
  ["more than is open stays the account's", 99_999, { by: "rule" }, "1:2000 2:3000 3:5000"],
  ["nowhere yet", 2500, { by: "nobody" }, ""],
  ["by hand", 2500, hand([3, 1500]), "3:1500"],
  ["by hand to a bad debt", 9000, hand([2, 3700]), "2:3700"],
  ["by hand to a claim of others", 2500, hand([9, 1]), "allocation_claim_unknown"],
  ["by hand twice to a claim", 2500, hand([3, 1], [3, 1]), "allocation_claim_twice"],
  ["by hand more than is open", 9000, hand([2, 3701]), "allocation_over_open"],
  ["by hand more than was paid", 2500, hand([3, 2501]), "allocation_over_payment"],
])("a payment is given: %s", (_, cents, wish, expected) => {
  const decision = decideAllocation(cents, items, { wish, usual: "oldest-first" });
  const told =
    decision.is === "refused"
      ? decision.code
      : decision.parts.map((part) => `${part.claimId}:${part.cents}`).join(" ");
  expect(told).toBe(expected);
});

describe("by every rule", () => {
  const open = fc.uniqueArray(
    fc.record({
      claimId: fc.integer({ min: 1, max: 50 }),
      openCents: fc.integer({ min: 0, max: 1_000_000 }),
      badDebtCents: fc.constant(0),
      serviceFrom: fc.constantFrom(undefined, "2026-01-01", "2026-02-01"),
    }),
    { selector: ({ claimId }) => claimId },
  );
  test.each(allocationRules)(
    "%s gives all that there is room for, and no claim too much",
    (rule) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 3_000_000 }),
          open,
          fc.array(fc.integer({ min: 1, max: 50 })),
          (cents, some, first) => {
            const wish = { by: "rule" as const, first };
            const decision = decideAllocation(cents, some, { wish, usual: rule });
            if (decision.is === "refused") throw new Error(decision.code);
            const given = new Map(decision.parts.map((part) => [part.claimId, part.cents]));
            const total = some.reduce((sum, { openCents }) => sum + openCents, 0);
            const sum = decision.parts.reduce((all, part) => all + part.cents, 0);
            expect(given.size).toBe(decision.parts.length);
            expect(sum).toBe(Math.min(cents, total));
            for (const { claimId, openCents } of some) {
              expect(given.get(claimId) ?? 0).toBeLessThanOrEqual(openCents);
            }
          },
        ),
      );
    },
  );
});
