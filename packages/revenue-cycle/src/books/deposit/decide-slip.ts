/** A payment of a patient as a slip sees it. */
export type SlipPayment = {
  readonly paymentId: number;
  readonly cents: number;
  readonly paidOn: string;
  /** A gateway owes it: its deposit is not ours to make. */
  readonly isByGateway: boolean;
  readonly isReversed: boolean;
  readonly isOnSlip: boolean;
};

/** A slip as a person makes it out. */
export type WantedSlip = {
  /** The number on it, as the bank lists it; may be empty. */
  readonly number: string;
  readonly on: string;
  /** What was counted. */
  readonly totalCents: number;
  readonly paymentIds: readonly number[];
};

export type SlipRefusalCode =
  | "slip_in_future"
  | "slip_payment_unknown"
  | "slip_payment_by_gateway"
  | "slip_payment_reversed"
  | "slip_payment_elsewhere"
  | "slip_before_payment"
  | "slip_unequal";

/**
 * Whether a slip may stand as it was made out; `today` is the practice's business date. Undefined is yes.
 * Every payment on it is one that the practice holds and that is on no other, none was taken after the
 * slip's day, and what was counted is their sum.
 */
export function judgeSlip(
  slip: WantedSlip,
  payments: readonly SlipPayment[],
  today: string,
): SlipRefusalCode | undefined {
  if (slip.on > today) return "slip_in_future";
  const known = new Map(payments.map((payment) => [payment.paymentId, payment]));
  const wanted = [...new Set(slip.paymentIds)];
  if (wanted.some((id) => !known.has(id))) return "slip_payment_unknown";
  const held = wanted.flatMap((id) => known.get(id) ?? []);
  if (held.some(({ isByGateway }) => isByGateway)) return "slip_payment_by_gateway";
  if (held.some(({ isReversed }) => isReversed)) return "slip_payment_reversed";
  if (held.some(({ isOnSlip }) => isOnSlip)) return "slip_payment_elsewhere";
  if (held.some(({ paidOn }) => paidOn > slip.on)) return "slip_before_payment";
  if (held.reduce((sum, { cents }) => sum + cents, 0) !== slip.totalCents) return "slip_unequal";
  return undefined;
}
