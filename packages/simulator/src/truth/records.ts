/** Money of a claim by domain rules, at the end of the time simulated. Cents, zero or more. */
export type Standing = {
  readonly charged: number;
  readonly insurancePaid: number;
  readonly contractual: number;
  readonly withheld: number;
  readonly patientResponsibility: number;
  readonly patientPaid: number;
  readonly openPatient: number;
  readonly creditPatient: number;
  readonly openInsurance: number;
  /** What a payer paid beyond what was open. */
  readonly creditInsurance: number;
  /** The part of what is open that a payer refused. */
  readonly denied: number;
};

/** What the first decision of a payer came to; `nothing` when a month's sum pays all of it. */
export type FirstOutcome = "paid" | "partly-paid" | "patient" | "denied" | "nothing";

export type PlantedSlip = {
  readonly kind: string;
  readonly stage: string;
  readonly process: string;
};

/** A line of a file of truth; `truth` names the file. */
export type TruthRecord =
  | {
      readonly truth: "appointments";
      readonly day: string;
      readonly patient: number;
      readonly provider: number;
      readonly status: "completed" | "no-show" | "cancelled" | "self-pay";
      readonly visit: string;
      readonly claim: string | undefined;
      readonly rightPayer: string | undefined;
      readonly rightCodes: readonly string[];
      readonly rightDiagnoses: readonly string[];
      readonly slip: PlantedSlip | undefined;
    }
  | {
      readonly truth: "claims";
      readonly claim: string;
      readonly servedOn: string;
      readonly payer: string;
      readonly nextPayer: string | undefined;
      readonly slip: PlantedSlip | undefined;
      readonly sendings: readonly SendingRecord[];
      readonly decisions: readonly DecisionRecord[];
      /** What the first decision was; absent while there is none. */
      readonly firstOutcome: FirstOutcome | undefined;
      readonly firstAnsweredOn: string | undefined;
      readonly contractCents: number;
      readonly standing: Standing;
    }
  | {
      readonly truth: "lines";
      readonly claim: string;
      readonly line: string;
      readonly code: string;
      readonly modifiers: readonly string[];
      readonly units: number;
      readonly charged: number;
      /** By the contract of the payer billed last; zero where a month's sum pays. */
      readonly contract: number | undefined;
      readonly allowed: number | undefined;
      readonly underpaid: number;
      readonly refusal: string | undefined;
    }
  | {
      readonly truth: "payments";
      readonly trace: string;
      readonly payer: string;
      readonly on: string;
      readonly cents: number;
      readonly method: string;
      readonly claims: number;
      readonly file: string;
      readonly providerAdjustments: readonly {
        readonly code: string;
        readonly reference: string;
        readonly cents: number;
        readonly claim: string | undefined;
      }[];
      /** When the money was in the bank; absent when it had not come by the end. */
      readonly depositedOn: string | undefined;
    }
  | {
      readonly truth: "takebacks";
      readonly claim: string;
      readonly payer: string;
      readonly way: "reversal" | "established" | "unexplained";
      readonly cents: number;
      readonly reversedOn: string | undefined;
      readonly recoupedOn: string | undefined;
    }
  | {
      readonly truth: "patient-payments";
      readonly claim: string;
      readonly on: string;
      readonly cents: number;
      readonly receipt: string;
    }
  | {
      readonly truth: "files";
      readonly file: string;
      readonly kind: string;
      readonly madeOn: string;
      readonly arrivedOn: string;
      readonly repeats: string | undefined;
    }
  | {
      readonly truth: "faults";
      readonly kind: string;
      readonly file: string;
      readonly detail: string;
    }
  | ({ readonly truth: "summary" } & Summary);

export type SendingRecord = {
  readonly on: string;
  readonly payer: string;
  readonly as: "original" | "resent" | "corrected" | "rebilled" | "next-payer";
  readonly answer: "accepted" | "rejected-by-clearinghouse" | "rejected-by-payer";
};

export type DecisionRecord = {
  readonly on: string;
  readonly payer: string;
  readonly trace: string;
  readonly status: string;
  readonly payerClaimControlNumber: string;
  readonly paid: number;
  readonly patient: number;
  readonly refusals: readonly {
    readonly line: number;
    readonly name: string;
    readonly group: string;
    readonly reason: string;
    readonly remarks: readonly string[];
    readonly cents: number;
  }[];
  readonly isPayerError: boolean;
};

/** Measures of the whole, by the formulas of the field. Shares are numerator and denominator. */
export type Summary = {
  readonly claims: number;
  readonly charged: number;
  readonly insurancePaid: number;
  readonly patientPaid: number;
  readonly contractual: number;
  readonly openInsurance: number;
  readonly openPatient: number;
  readonly denied: number;
  readonly adjudicated: number;
  readonly initiallyDenied: number;
  readonly initiallyDeniedByStage: Readonly<Record<string, number>>;
  readonly initiallyDeniedByCode: Readonly<Record<string, number>>;
  readonly firstSendingRejected: number;
  /** Charges by date of service in the ninety days that end with the last day. */
  readonly recentCharges: number;
  readonly daysInAr: number | undefined;
};
