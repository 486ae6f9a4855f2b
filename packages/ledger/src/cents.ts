declare const centsBrand: unique symbol;

/** Integer cents within the safe integers. A plain number is not money until `cents` has checked it. */
export type Cents = number & { readonly [centsBrand]: true };

export const zeroCents = 0 as Cents;

/** A whole number of cents that a number holds exactly; anything else is a fault of the program. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError("not a whole number of cents");
  return (value === 0 ? 0 : value) as Cents;
}

/** Why a text is not an amount of money. */
export type CentsRefusal =
  | { readonly code: "NOT_A_DECIMAL" }
  | { readonly code: "TOO_MANY_DECIMALS" }
  | { readonly code: "TOO_LARGE" };

const decimal = /^(-?)(\d*)(?:\.(\d*))?$/;

/**
 * Cents of a decimal text in dollars: `12.3`, `.5`, `-0`. Exact or refused, never rounded: an
 * exponent, a sign other than a leading minus, grouping, blanks and a third decimal are refused, and
 * so is what no safe integer of cents can hold.
 */
export function parseCents(text: string): Cents | CentsRefusal {
  const match = decimal.exec(text);
  const whole = match?.[2] ?? "";
  const fraction = match?.[3] ?? "";
  if (match === null || whole + fraction === "") return { code: "NOT_A_DECIMAL" };
  if (fraction.length > 2) return { code: "TOO_MANY_DECIMALS" };
  const value = BigInt(`${whole}${fraction.padEnd(2, "0")}`);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return { code: "TOO_LARGE" };
  return cents(match[1] === "-" ? -Number(value) : Number(value));
}

/** Whether `parseCents` refused. */
export function isCentsRefusal(parsed: Cents | CentsRefusal): parsed is CentsRefusal {
  return typeof parsed !== "number";
}

/** Dollars with exactly two decimals: `-1234.50`. */
export function formatCents(value: Cents): string {
  const digits = String(Math.abs(value)).padStart(3, "0");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Sum of amounts. One that no number holds exactly is a fault of the program. */
export function addCents(...values: readonly number[]): Cents {
  let sum = 0;
  for (const value of values) sum = cents(sum + cents(value));
  return cents(sum);
}

/**
 * The one rounding of the books: `numerator / denominator` to the nearest whole, a half away from
 * zero. For percentages as rationals (`amount * 20 / 100`); sums are never rounded.
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): Cents {
  if (denominator === 0n) throw new RangeError("division by zero");
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * top + bottom) / (2n * bottom);
  return cents(Number(negative ? -rounded : rounded));
}

/**
 * Splits a total by weights so that the parts sum to it exactly: every part gets its share cut to
 * whole cents, and the cents left over go to the largest remainders, earlier parts first. A negative
 * total is split like the positive one. Weights are whole numbers of at least zero; when all are zero
 * the parts are equal. No weights is a fault unless there is nothing to split.
 */
export function allocate(total: Cents, weights: readonly number[]): Cents[] {
  if (weights.length === 0) {
    if (total === 0) return [];
    throw new RangeError("an amount needs at least one part");
  }
  const shares = weights.map((weight) => {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError("not a weight");
    return BigInt(weight);
  });
  const sum = shares.reduce((left, right) => left + right, 0n);
  if (sum === 0n)
    return allocate(
      total,
      weights.map(() => 1),
    );
  const magnitude = BigInt(Math.abs(total));
  const parts = shares.map((share) => (magnitude * share) / sum);
  const remainders = shares.map((share, index) => ({ index, rest: (magnitude * share) % sum }));
  remainders.sort((left, right) =>
    left.rest === right.rest ? left.index - right.index : left.rest > right.rest ? -1 : 1,
  );
  const left = Number(magnitude - parts.reduce((before, part) => before + part, 0n));
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts.map((part) => cents(total < 0 ? -Number(part) : Number(part)));
}
