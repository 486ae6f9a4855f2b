import type { CoverageAnswer } from "@headwater/revenue-cycle/masters/coverage/coverage-answers.ts";
import { t } from "../../strings/translate.ts";

/** The time that the bars of a patient's coverages share, in days since 1970. */
export type TimeAxis = { readonly from: number; readonly to: number };

const dayMs = 86_400_000;
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / dayMs;
const yearDays = 365;

/** From the first day that is stated to half a year from now, at least a year back. */
export function timeOf(coverages: readonly CoverageAnswer[], today: string): TimeAxis {
  const now = dayOf(today);
  const stated = coverages.flatMap(({ effectiveFrom, effectiveTo }) =>
    [effectiveFrom, effectiveTo].flatMap((date) => (date === null ? [] : [dayOf(date)])),
  );
  return {
    from: Math.min(now - yearDays, ...stated),
    to: Math.max(now + yearDays / 2, ...stated.filter((day) => day < now + 2 * yearDays)),
  };
}

type Props = {
  readonly coverage: CoverageAnswer;
  readonly time: TimeAxis;
  readonly today: string;
};

/** When a coverage holds, as a bar with today marked; the words beside it say the same. */
export function CoverageSpan({ coverage, time, today }: Props) {
  const { from, to } = time;
  const place = (day: number) => ((Math.min(Math.max(day, from), to) - from) / (to - from)) * 100;
  const start = coverage.effectiveFrom === null ? 0 : place(dayOf(coverage.effectiveFrom));
  const end = coverage.effectiveTo === null ? 100 : place(dayOf(coverage.effectiveTo) + 1);
  return (
    <span className="coverage-span" aria-hidden="true">
      <span style={{ left: `${start}%`, width: `${end - start}%` }} />
      <i style={{ left: `${place(dayOf(today))}%` }} title={t("coverage.today")} />
    </span>
  );
}
