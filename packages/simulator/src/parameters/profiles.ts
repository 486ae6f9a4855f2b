import { type SlipKind, slipRows } from "./parameters.ts";

/** How a practice and the world around it behave. Shares are permille. */
export type Profile = {
  readonly name: string;
  readonly slips: Readonly<Record<SlipKind, number>>;
  /** Clean claims that a payer refuses wrongly, and lines that it pays below the contract. */
  readonly payerErrors: number;
  readonly underpayments: number;
  /** Paid claims that are taken back in part, and how: see `TakebackWay`. */
  readonly takebacks: number;
  readonly takebacksUnexplained: number;
  /** Days from the visit until its charges are entered. */
  readonly chargeLagDays: readonly [number, number];
  /** Denied and rejected claims that somebody works, and after how many days. */
  readonly deniedWorked: number;
  readonly rejectedWorked: number;
  readonly workedAfterDays: readonly [number, number];
  /** Worked claims that are paid in the end. */
  readonly workedWell: number;
  readonly secondaryBilled: number;
  /** Patients' own habits are multiplied by this share. */
  readonly patientsPay: number;
  readonly clearinghouse: {
    /** Days of the calendar on which it is down; what comes then goes on the day after. */
    readonly outages: number;
    readonly filesLate: number;
    readonly filesTwice: number;
  };
  /** Deposits whose trace number the bank lost. */
  readonly tracesLost: number;
};

const industrySlips = Object.fromEntries(
  slipRows.map(({ kind, permille }) => [kind, permille]),
) as Readonly<Record<SlipKind, number>>;

/** Every slip at a share of the industry's. */
function slipsAt(permille: number): Readonly<Record<SlipKind, number>> {
  return Object.fromEntries(
    slipRows.map((row) => [row.kind, Math.floor((row.permille * permille + 500) / 1000)]),
  ) as Readonly<Record<SlipKind, number>>;
}

/**
 * Initial denials near 11.8 %, about half of them made at the front end (Experian Health 2025, Change
 * Healthcare 2020), gross days in A/R near 50 (MGMA: 30 to 40 is good). Single shares are own figures.
 */
const industry: Profile = {
  name: "industry",
  slips: industrySlips,
  payerErrors: 19,
  underpayments: 12,
  takebacks: 10,
  takebacksUnexplained: 0,
  chargeLagDays: [0, 3],
  deniedWorked: 920,
  rejectedWorked: 970,
  workedAfterDays: [5, 21],
  workedWell: 930,
  secondaryBilled: 950,
  patientsPay: 985,
  clearinghouse: { outages: 8, filesLate: 15, filesTwice: 8 },
  tracesLost: 0,
};

/** Denials under 4 %, quick charges, every denial worked. */
const wellRun: Profile = {
  ...industry,
  name: "well-run",
  slips: slipsAt(180),
  payerErrors: 8,
  chargeLagDays: [0, 1],
  deniedWorked: 970,
  rejectedWorked: 1000,
  workedAfterDays: [2, 9],
  workedWell: 920,
  secondaryBilled: 1000,
  patientsPay: 1000,
};

/** A practice in trouble: slips at almost twice the industry's, half of the denials left alone. */
const troubled: Profile = {
  ...industry,
  name: "troubled",
  slips: slipsAt(1800),
  payerErrors: 18,
  underpayments: 30,
  takebacks: 20,
  takebacksUnexplained: 300,
  chargeLagDays: [3, 18],
  deniedWorked: 350,
  rejectedWorked: 750,
  workedAfterDays: [15, 75],
  workedWell: 700,
  secondaryBilled: 700,
  patientsPay: 700,
  clearinghouse: { outages: 15, filesLate: 40, filesTwice: 25 },
  tracesLost: 30,
};

const spotless: Profile = {
  ...wellRun,
  name: "spotless",
  slips: slipsAt(0),
  payerErrors: 0,
  underpayments: 0,
  takebacks: 0,
  clearinghouse: { outages: 0, filesLate: 0, filesTwice: 0 },
};

/** A spotless practice with one slip at a tenth of what it can befall. */
const singleSlips: readonly Profile[] = slipRows.map(({ kind }) => ({
  ...spotless,
  name: `only-${kind}`,
  slips: { ...spotless.slips, [kind]: 100 },
}));

export const profiles: readonly Profile[] = [
  industry,
  wellRun,
  troubled,
  spotless,
  { ...spotless, name: "only-payer-errors", payerErrors: 100 },
  { ...spotless, name: "only-underpayments", underpayments: 100 },
  { ...spotless, name: "only-takebacks", takebacks: 100 },
  { ...spotless, name: "only-lost-traces", tracesLost: 100 },
  ...singleSlips,
];

/** The profile of a name; undefined when there is none. */
export function profileOf(name: string): Profile | undefined {
  return profiles.find((profile) => profile.name === name);
}
