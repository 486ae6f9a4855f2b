import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type FilingLimit, filingLimitOf } from "./filing-limit.ts";
import { filingSpansOf } from "./filing-spans.ts";

const first = "2025-01-01";
const day = fc.nat({ max: 60 }).map((days) => addCalendarDays(first, days));

const limit: fc.Arbitrary<FilingLimit> = fc
  .record({
    payerId: fc.constantFrom(undefined, 1, 2),
    state: fc.constantFrom(undefined, "IL"),
    kind: fc.constantFrom("original" as const, "corrected" as const),
    length: fc.nat({ max: 400 }),
    effectiveFrom: day,
    lasts: fc.option(fc.nat({ max: 40 }), { nil: undefined }),
  })
  .map(({ lasts, ...one }) => ({
    ...one,
    payerKey: undefined,
    planId: undefined,
    lineOfBusiness: undefined,
    unit: "days",
    basis: "service",
    source: "test",
    effectiveTo: lasts === undefined ? undefined : addCalendarDays(one.effectiveFrom, lasts),
  }));

test("the spans say of every day what the limits say of it", () => {
  fc.assert(
    fc.property(fc.array(limit, { maxLength: 6 }), fc.nat({ max: 140 }), (limits, days) => {
      const serviceOn = addCalendarDays(first, days - 10);
      const question = {
        ...{ kind: "original" as const, payerId: 1, payerKey: undefined, planId: undefined },
        ...{ lineOfBusiness: undefined, state: "IL" },
      };
      const span = filingSpansOf(limits, question).find(
        ({ from, to }) => from <= serviceOn && (to === undefined || serviceOn <= to),
      );
      expect(span?.limit).toBe(filingLimitOf(limits, { ...question, serviceOn }));
    }),
    { seed: 280 },
  );
});
