import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import { type FilingLimit, type FilingQuestion, filingLimitOf } from "./filing-limit.ts";

/** Days of service, both included, for which one limit holds; `to` undefined for good. */
export type FilingSpan = {
  readonly from: string;
  readonly to: string | undefined;
  readonly limit: FilingLimit;
};

/** All limits that hold for a filing, by day of service: what `filingLimitOf` says of every day. */
export function filingSpansOf(
  limits: readonly FilingLimit[],
  question: Omit<FilingQuestion, "serviceOn">,
): FilingSpan[] {
  const starts = limits
    .filter(({ kind }) => kind === question.kind)
    .flatMap(({ effectiveFrom, effectiveTo }) => [
      effectiveFrom,
      ...(effectiveTo === undefined ? [] : [addCalendarDays(effectiveTo, 1)]),
    ]);
  const days = [...new Set(starts)].sort();
  return days.flatMap((from, index) => {
    const limit = filingLimitOf(limits, { ...question, serviceOn: from });
    const next = days[index + 1];
    const to = next === undefined ? undefined : addCalendarDays(next, -1);
    return limit === undefined ? [] : [{ from, to, limit }];
  });
}
