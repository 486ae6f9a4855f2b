import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layWaterfall } from "./waterfall.ts";

describe("layWaterfall", () => {
  it("lays each step where the one before it ended, and a negative one back", () => {
    const bars = layWaterfall([
      { step: "contractual", cents: 300 },
      { step: "incentive", cents: -50 },
      { step: "paid", cents: 700 },
    ]);
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 300],
      [250, 300],
      [250, 950],
    ]);
  });

  it("ends at the sum of its steps", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 }),
        (all) => {
          const bars = layWaterfall(all.map((cents) => ({ step: "any", cents })));
          const sum = all.reduce((total, cents) => total + cents, 0);
          const last = bars.at(-1);
          const isBack = (all.at(-1) ?? 0) < 0;
          expect(isBack ? last?.from : last?.to).toBe(sum);
          for (const bar of bars) expect(bar.to - bar.from).toBe(Math.abs(bar.cents));
        },
      ),
    );
  });
});
