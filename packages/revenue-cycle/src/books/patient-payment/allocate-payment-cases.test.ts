import { expect, test } from "vitest";
import {
  type AllocationDecision,
  type AllocationWish,
  allocationRules,
  decideAllocation,
  type OpenItem,
} from "./allocate-payment.ts";

type Item = readonly [claimId: number, openCents: number, serviceFrom?: string];

const itemsOf = (rows: readonly Item[]): OpenItem[] =>
  rows.map(([claimId, openCents, serviceFrom]) => ({
    ...{ claimId, openCents, serviceFrom },
    badDebtCents: 0,
  }));

const hand = (...parts: readonly [claimId: number, cents: number][]): AllocationWish => ({
  by: "hand",
  parts: parts.map(([claimId, cents]) => ({ claimId, cents })),
});

/** The rule that is told with the money, then who gets how much; or the reason of a refusal. */
function tell(decision: AllocationDecision): string {
  if (decision.is === "refused") return decision.code;
  const parts = decision.parts.map(({ claimId, cents }) => `${claimId}:${cents}`);
  return [decision.is, decision.rule, ...parts].join(" ");
}

const oldest: AllocationWish = { by: "rule", rule: "oldest-first" };
const newest: AllocationWish = { by: "rule", rule: "newest-first" };
const shared: AllocationWish = { by: "rule", rule: "in-proportion" };
const days: readonly Item[] = [
  [5, 100, "2026-02-01"],
  [4, 100],
  [3, 100, "2026-01-01"],
  [2, 100],
  [1, 100, "2026-01-01"],
];

test.each<[string, number, readonly Item[], AllocationWish, string]>([
  ["to nobody", 100, days, { by: "nobody" }, "allocated none"],
  [
    "by the rule wished rather than the usual one",
    100,
    days,
    { by: "rule", rule: "in-proportion" },
    "allocated in-proportion 5:20 4:20 3:20 2:20 1:20",
  ],
  [
    "without a day first, then by day, then by number",
    500,
    days,
    oldest,
    "allocated oldest-first 2:100 4:100 1:100 3:100 5:100",
  ],
  [
    "the other way round",
    500,
    days,
    newest,
    "allocated newest-first 5:100 3:100 1:100 4:100 2:100",
  ],
  [
    "without a day before a day, whichever comes first",
    10,
    [
      [1, 5, "2026-01-01"],
      [2, 10],
    ],
    oldest,
    "allocated oldest-first 2:10",
  ],
  [
    "without a day before a day, though that stands behind",
    10,
    [
      [2, 10],
      [1, 5, "2026-01-01"],
    ],
    oldest,
    "allocated oldest-first 2:10",
  ],
  ["of one cent", 1, days, oldest, "allocated oldest-first 2:1"],
  ["to what is open by one cent", 9, [[1, 1]], oldest, "allocated oldest-first 1:1"],
  ["in proportion to what is open by one cent", 9, [[1, 1]], shared, "allocated in-proportion 1:1"],
  [
    "to no claim that is a credit, which makes room for no other",
    100,
    [
      [1, -50],
      [2, 90],
      [3, 90],
    ],
    oldest,
    "allocated oldest-first 2:90 3:10",
  ],
  [
    "in proportion, to no claim that is settled or a credit",
    90,
    [
      [1, -50],
      [2, 90],
      [3, 0],
      [4, 90],
    ],
    shared,
    "allocated in-proportion 2:45 4:45",
  ],
  ["in proportion where nothing is open", 90, [[1, 0]], shared, "allocated in-proportion"],
  [
    "in proportion, without parts of nothing",
    1,
    [
      [1, 1],
      [2, 99],
    ],
    shared,
    "allocated in-proportion 2:1",
  ],
  ["by hand as a whole", 100, days, hand([5, 60], [4, 40]), "allocated by-hand 5:60 4:40"],
  ["by hand one cent", 100, days, hand([5, 1]), "allocated by-hand 5:1"],
  ["by hand nothing", 100, days, hand([5, 0]), "allocated by-hand"],
  [
    "by hand less than nothing, which makes no room for another",
    100,
    days,
    hand([5, 100], [4, 50], [3, -50]),
    "allocation_over_payment",
  ],
  [
    "by hand nothing to a claim that is not the patient's",
    100,
    days,
    hand([9, 0]),
    "allocation_claim_unknown",
  ],
])("a payment is given %s", (_name, cents, rows, wish, expected) => {
  const decision = decideAllocation(cents, itemsOf(rows), { wish, usual: "newest-first" });
  expect(tell(decision)).toBe(expected);
});

test("without a wish the usual rule is followed and told", () => {
  const decision = decideAllocation(100, itemsOf(days), {
    wish: { by: "rule" },
    usual: "newest-first",
  });
  expect(tell(decision)).toBe("allocated newest-first 5:100");
});

test("the rules bear the names under which practices choose them", () => {
  expect(allocationRules).toEqual(["oldest-first", "newest-first", "in-proportion"]);
});
