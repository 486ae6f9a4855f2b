/** The parts of the formula of the physician fee schedule, decimals as published. */
export type MedicareAmountParts = {
  readonly work: string;
  readonly practiceExpense: string;
  readonly malpractice: string;
  readonly conversionFactor: string;
  readonly workIndex: string;
  readonly practiceExpenseIndex: string;
  readonly malpracticeIndex: string;
};

/**
 * What Medicare allows, in cents: (work × its index + practice expense × its index + malpractice × its
 * index) × conversion factor, computed exactly and rounded half up once (42 CFR 414.20 to 414.26).
 */
export function medicareAmountCents(parts: MedicareAmountParts): number {
  const product = (value: string, index: string) => times(exact(value), exact(index));
  const units = [
    product(parts.work, parts.workIndex),
    product(parts.practiceExpense, parts.practiceExpenseIndex),
    product(parts.malpractice, parts.malpracticeIndex),
  ].reduce(plus);
  const dollars = times(units, exact(parts.conversionFactor));
  const scale = 10n ** BigInt(dollars.places);
  return Number((dollars.digits * 200n + scale) / (2n * scale));
}

/** A decimal as an integer and how many of its digits stand behind the point. */
type Exact = { readonly digits: bigint; readonly places: number };

/** Throws a RangeError at anything but a plain decimal that is not negative. */
function exact(text: string): Exact {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) throw new RangeError("Not a decimal.");
  const [, whole = "", fraction = ""] = parts;
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

function times(left: Exact, right: Exact): Exact {
  return { digits: left.digits * right.digits, places: left.places + right.places };
}

function plus(left: Exact, right: Exact): Exact {
  const places = Math.max(left.places, right.places);
  const at = (one: Exact) => one.digits * 10n ** BigInt(places - one.places);
  return { digits: at(left) + at(right), places };
}
