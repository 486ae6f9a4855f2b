import type { AccountKind, Transfer } from "@headwater/ledger";

/**
 * What a service line stands at, in cents, all zero or more:
 * charged + incentive = insurancePaid + contractual + writtenOff + withheld + patientResponsibility
 * + openInsurance - creditInsurance, and patientResponsibility = patientPaid + patientForgiven
 * + openPatient - creditPatient. `denied` is the part of openInsurance that a payer refused; it is
 * the only amount that no transfer moves.
 */
export type Receivable = {
  charged: number;
  incentive: number;
  insurancePaid: number;
  contractual: number;
  writtenOff: number;
  withheld: number;
  patientResponsibility: number;
  patientPaid: number;
  patientForgiven: number;
  openInsurance: number;
  denied: number;
  openPatient: number;
  creditInsurance: number;
  creditPatient: number;
};

export type ReceivableAmount = Exclude<keyof Receivable, "denied">;

/** The amounts in the order of the table's columns. */
export const receivableAmounts: readonly (keyof Receivable)[] = [
  "charged",
  "incentive",
  "insurancePaid",
  "contractual",
  "writtenOff",
  "withheld",
  "patientResponsibility",
  "patientPaid",
  "patientForgiven",
  "openInsurance",
  "denied",
  "openPatient",
  "creditInsurance",
  "creditPatient",
];

/** `openInsurance` as the column `open_insurance_cents`. */
export function receivableColumn(amount: keyof Receivable): string {
  return `${amount.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_cents`;
}

/** A line on which nothing has happened. */
export function emptyReceivable(): Receivable {
  return {
    charged: 0,
    incentive: 0,
    insurancePaid: 0,
    contractual: 0,
    writtenOff: 0,
    withheld: 0,
    patientResponsibility: 0,
    patientPaid: 0,
    patientForgiven: 0,
    openInsurance: 0,
    denied: 0,
    openPatient: 0,
    creditInsurance: 0,
    creditPatient: 0,
  };
}

/** What one pair of accounts does to a line: each amount grows or shrinks by the cents moved. */
export type ReceivableEffect = {
  readonly debit: AccountKind;
  readonly credit: AccountKind;
  readonly grows: readonly ReceivableAmount[];
  readonly shrinks: readonly ReceivableAmount[];
};

/**
 * Every pair of accounts that may move a line. The pair the other way round has the opposite effect.
 * The check of the books reads this table too, so that rows and transfers cannot drift apart.
 */
export const receivableEffects: readonly ReceivableEffect[] = [
  grow("insurance-receivable", "charges", ["charged", "openInsurance"]),
  grow("insurance-receivable", "incentive-income", ["incentive", "openInsurance"]),
  settle("cash", "insurance-receivable", ["insurancePaid", "openInsurance"]),
  settle("suspense", "insurance-receivable", ["insurancePaid", "openInsurance"]),
  settle("contractual", "insurance-receivable", ["contractual", "openInsurance"]),
  settle("write-off", "insurance-receivable", ["writtenOff", "openInsurance"]),
  settle("withhold-receivable", "insurance-receivable", ["withheld", "openInsurance"]),
  settle("irs-withholding", "insurance-receivable", ["withheld", "openInsurance"]),
  grow("cash", "insurance-credit", ["insurancePaid", "creditInsurance"]),
  grow("suspense", "insurance-credit", ["insurancePaid", "creditInsurance"]),
  shrink("insurance-credit", "insurance-receivable", ["creditInsurance", "openInsurance"]),
  {
    debit: "patient-receivable",
    credit: "insurance-receivable",
    grows: ["patientResponsibility", "openPatient"],
    shrinks: ["openInsurance"],
  },
  settle("cash", "patient-receivable", ["patientPaid", "openPatient"]),
  settle("unapplied-cash", "patient-receivable", ["patientPaid", "openPatient"]),
  settle("write-off", "patient-receivable", ["patientForgiven", "openPatient"]),
  settle("bad-debt", "patient-receivable", ["patientForgiven", "openPatient"]),
  grow("cash", "patient-credit", ["patientPaid", "creditPatient"]),
  grow("unapplied-cash", "patient-credit", ["patientPaid", "creditPatient"]),
  shrink("patient-credit", "patient-receivable", ["creditPatient", "openPatient"]),
  shrink("insurance-credit", "refund-payable", ["creditInsurance", "insurancePaid"]),
  shrink("patient-credit", "refund-payable", ["creditPatient", "patientPaid"]),
];

function grow(
  debit: AccountKind,
  credit: AccountKind,
  grows: readonly ReceivableAmount[],
): ReceivableEffect {
  return { debit, credit, grows, shrinks: [] };
}

function shrink(
  debit: AccountKind,
  credit: AccountKind,
  shrinks: readonly ReceivableAmount[],
): ReceivableEffect {
  return { debit, credit, grows: [], shrinks };
}

function settle(
  debit: AccountKind,
  credit: AccountKind,
  [grows, shrinks]: readonly [ReceivableAmount, ReceivableAmount],
): ReceivableEffect {
  return { debit, credit, grows: [grows], shrinks: [shrinks] };
}

type Deltas = readonly (readonly [ReceivableAmount, 1 | -1])[];

/** By the account debited, then by the one credited. */
const deltasByPair = new Map<AccountKind, Map<AccountKind, Deltas>>();
for (const { debit, credit, grows, shrinks } of receivableEffects) {
  const signed = (sign: 1 | -1): Deltas => [
    ...grows.map((amount) => [amount, sign] as const),
    ...shrinks.map((amount) => [amount, sign === 1 ? -1 : 1] as const),
  ];
  setDeltas(debit, credit, signed(1));
  setDeltas(credit, debit, signed(-1));
}

function setDeltas(debit: AccountKind, credit: AccountKind, deltas: Deltas): void {
  const byCredit = deltasByPair.get(debit) ?? new Map<AccountKind, Deltas>();
  deltasByPair.set(debit, byCredit.set(credit, deltas));
}

/** Applies a transfer to the line it names; `times` -1 takes its effect back. */
export function applyTransfer(
  receivable: Receivable,
  moved: Transfer<AccountKind>,
  times: 1 | -1 = 1,
): void {
  const deltas = deltasByPair.get(moved.debit)?.get(moved.credit);
  if (deltas === undefined) {
    throw new RangeError(`a line is not moved from ${moved.credit} to ${moved.debit}`);
  }
  for (const [amount, sign] of deltas) receivable[amount] += sign * times * moved.cents;
}

/** Whether both identities hold and nothing is below zero. */
export function isReceivableSound(receivable: Receivable): boolean {
  const { charged, incentive, insurancePaid, contractual, writtenOff, withheld } = receivable;
  const settled =
    insurancePaid + contractual + writtenOff + withheld + receivable.patientResponsibility;
  const { patientPaid, patientForgiven, openPatient, creditPatient } = receivable;
  return (
    charged + incentive === settled + receivable.openInsurance - receivable.creditInsurance &&
    receivable.patientResponsibility ===
      patientPaid + patientForgiven + openPatient - creditPatient &&
    receivable.denied <= receivable.openInsurance &&
    receivableAmounts.every((amount) => receivable[amount] >= 0)
  );
}
