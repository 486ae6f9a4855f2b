import type { ComputedMeasure, MissingInput } from "./measures.ts";

/** The sums from which a measure is made; null for one that could not be asked. */
export type MeasureSums = {
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Rows of the required input; undefined where none is required. */
  readonly required: number | undefined;
};

/** A measure's value, or which input is missing. */
export type MeasureValue = {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly missing: MissingInput | undefined;
};

/**
 * Makes the value of a measure. A rate over nothing is no value, never zero; `grossDaysInAr` takes
 * its denominator as a daily average, which need not be whole cents.
 */
export function measureValue(measure: ComputedMeasure, sums: MeasureSums): MeasureValue {
  const { numerator } = sums;
  const whole = sums.denominator;
  const denominator = whole === null ? null : whole / (measure.denominatorDays ?? 1);
  const known = { numerator, denominator };
  if (measure.requires && sums.required === 0) {
    return { value: null, ...known, missing: measure.requires.missing };
  }
  if (numerator === null) return { value: null, ...known, missing: measure.missing };
  if (measure.computation === "sum") {
    return { value: numerator, numerator, denominator: null, missing: undefined };
  }
  if (denominator === null || denominator === 0) {
    return { value: null, ...known, missing: measure.missing };
  }
  if (measure.computation === "median") {
    return { value: numerator, numerator: null, denominator, missing: undefined };
  }
  return { value: numerator / denominator, ...known, missing: undefined };
}
