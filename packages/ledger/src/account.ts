/** Which side of an account grows it. */
export type NormalSide = "debit" | "credit";

/**
 * The closed list of account kinds with their normal side. Assets and expenses grow by debit,
 * liabilities and income by credit; the deductions from charges (contractual, write-off) grow by
 * debit. Four hold either side: what a payer recoups, a balance it carries forward, suspense, and what
 * a set lacks or has too much that was posted although it does not add up.
 */
export const accountKinds = {
  cash: "debit",
  "card-clearing": "debit",
  "insurance-receivable": "debit",
  "patient-receivable": "debit",
  "withhold-receivable": "debit",
  recoupment: "debit",
  "irs-withholding": "debit",
  "unapplied-cash": "credit",
  "patient-credit": "credit",
  "insurance-credit": "credit",
  "refund-payable": "credit",
  "forward-balance": "credit",
  "advance-payment": "credit",
  "unmatched-reversal": "debit",
  suspense: "credit",
  "out-of-balance": "debit",
  charges: "credit",
  contractual: "debit",
  "write-off": "debit",
  "bad-debt": "debit",
  "interest-income": "credit",
  "incentive-income": "credit",
  "capitation-income": "credit",
  "fee-expense": "debit",
} as const satisfies Readonly<Record<string, NormalSide>>;

export type AccountKind = keyof typeof accountKinds;

/** Every kind, in the order of the list. */
export const allAccountKinds = Object.keys(accountKinds) as readonly AccountKind[];

/** Whether a text names a kind of account. */
export function isAccountKind(name: string): name is AccountKind {
  return Object.hasOwn(accountKinds, name);
}

/** The side that grows an account of this kind. */
export function normalSide(kind: AccountKind): NormalSide {
  return accountKinds[kind];
}
