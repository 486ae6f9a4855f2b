/** How money that a person types in came to the bank. */
export const depositWays = ["check", "lockbox", "virtual-card", "cash"] as const;

export type DepositWay = (typeof depositWays)[number];

/** One payment of a deposit: a check, a card, an envelope. */
export type DepositItem = {
  /** What the bank shows of it, in cents. */
  readonly cents: number;
  /** What the card network kept of it; the payer paid both together. */
  readonly feeCents: number;
  /** Number of the check or of the payment, as the remittance names it. */
  readonly reference: string;
  readonly payerName: string;
};

/** A deposit as a person types it in: one payment, or the checks of one lockbox batch. */
export type TypedDeposit = {
  readonly way: DepositWay;
  readonly on: string;
  /** The batch as the bank lists it; only of a lockbox. */
  readonly batch?: { readonly number: string; readonly totalCents: number } | undefined;
  readonly items: readonly DepositItem[];
};

export type DepositRefusalCode =
  | "deposit_in_future"
  | "deposit_batch_missing"
  | "deposit_batch_unequal"
  | "deposit_one_payment"
  | "deposit_fee_of_card"
  | "deposit_reference_missing"
  | "deposit_reference_twice"
  | "reference_like_card";

/**
 * Whether a deposit may stand as it was typed; `today` is the practice's business date. Undefined is
 * yes. A batch adds up to its total, only a card costs a fee, every check has its number once, and no
 * number is one of a card.
 */
export function judgeDeposit(deposit: TypedDeposit, today: string): DepositRefusalCode | undefined {
  const { way, on, batch, items } = deposit;
  if (on > today) return "deposit_in_future";
  if ((way === "lockbox") !== (batch !== undefined)) return "deposit_batch_missing";
  if (way !== "lockbox" && items.length !== 1) return "deposit_one_payment";
  if (way !== "virtual-card" && items.some(({ feeCents }) => feeCents !== 0)) {
    return "deposit_fee_of_card";
  }
  if (items.some(({ reference }) => isCardNumber(reference))) return "reference_like_card";
  if (way !== "cash" && items.some(({ reference }) => reference === "")) {
    return "deposit_reference_missing";
  }
  const named = items.map(({ reference, payerName }) => `${reference} ${payerName.toUpperCase()}`);
  if (way === "lockbox" && new Set(named).size < named.length) return "deposit_reference_twice";
  const sum = items.reduce((total, { cents }) => total + cents, 0);
  if (batch !== undefined && sum !== batch.totalCents) return "deposit_batch_unequal";
  return undefined;
}

/** Whether a text holds what card networks number their cards with (ISO/IEC 7812-1: the check digit). */
export function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/[ -]/g, "");
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
