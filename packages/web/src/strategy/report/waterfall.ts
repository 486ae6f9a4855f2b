/** Height of a row of the waterfall's table; the chart's bars stand beside the rows. */
export const waterfallRowHeight = 30;

export type WaterfallStep = { readonly step: string; readonly cents: number };

export type WaterfallBar = WaterfallStep & {
  /** Where the bar begins and ends, in cents from zero. */
  readonly from: number;
  readonly to: number;
};

/**
 * Lays signed steps end to end: each begins where the one before it ended, so the last one ends at
 * the sum. A negative step runs back.
 */
export function layWaterfall(steps: readonly WaterfallStep[]): WaterfallBar[] {
  let reached = 0;
  return steps.map((step) => {
    const from = reached;
    reached += step.cents;
    return { ...step, from: Math.min(from, reached), to: Math.max(from, reached) };
  });
}
