/**
 * Who answers for a balance: a guarantor, or a patient who answers for himself. Its key, `g12` or `p34`,
 * is also the account number that people read.
 */
export type PatientAccount =
  | { readonly guarantorId: number; readonly patientId?: undefined }
  | { readonly patientId: number; readonly guarantorId?: undefined };

/** The key of an account. */
export function accountKey(account: PatientAccount): string {
  return account.guarantorId === undefined ? `p${account.patientId}` : `g${account.guarantorId}`;
}

export const accountKeyPattern = /^[gp][1-9]\d{0,14}$/;

/** The account of a key; undefined where it is none. */
export function parseAccountKey(key: string): PatientAccount | undefined {
  if (!accountKeyPattern.test(key)) return undefined;
  const id = Number(key.slice(1));
  return key.startsWith("g") ? { guarantorId: id } : { patientId: id };
}

/** Why an account gets no statement until somebody lifts it. */
export const accountHoldKinds = [
  "hold",
  "dispute",
  "bad-address",
  "aid-requested",
  "bankruptcy",
  "deceased",
] as const;
export type AccountHoldKind = (typeof accountHoldKinds)[number];

/** How long a patient's balance has been his, in days. */
export const balanceAges = ["0-30", "31-60", "61-90", "over-90"] as const;
export type BalanceAge = (typeof balanceAges)[number];

/** The bucket of an age in days. */
export function balanceAge(days: number): BalanceAge {
  if (days <= 30) return "0-30";
  if (days <= 60) return "31-60";
  return days <= 90 ? "61-90" : "over-90";
}

/** What may be forgiven of what a patient owes, and why. */
export const patientWriteOffKinds = ["small-balance", "courtesy", "hardship", "bad-debt"] as const;
export type PatientWriteOffKind = (typeof patientWriteOffKinds)[number];
