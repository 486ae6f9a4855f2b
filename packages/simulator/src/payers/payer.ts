import type { ServiceKind } from "../tables/services.ts";

/** How a contract finds the allowed amount of a line, before what modifies it. */
export type PricingMethod =
  | { readonly method: "percent-of-medicare"; readonly basisPoints: number }
  /** The payer's own schedule, told as shares of Medicare's amount by kind of service. */
  | {
      readonly method: "fee-schedule";
      readonly basisPoints: number;
      readonly byKind: Partial<Readonly<Record<ServiceKind, number>>>;
    }
  | { readonly method: "percent-of-charge"; readonly basisPoints: number };

/** What the practice and a payer have agreed on. Shares are basis points. */
export type Contract = {
  readonly pricing: PricingMethod;
  /** Codes that the schedule does not price. */
  readonly carveOuts: readonly {
    readonly codes: readonly string[];
    readonly basisPoints: number;
  }[];
  /** Never more than the charge: line by line or for the whole claim. */
  readonly lesserOf: "line" | "claim";
  /** Shares of the first, second, third … procedure by descending amount. */
  readonly multipleProcedure: readonly number[];
  readonly bilateral: number;
  readonly assistant: Readonly<Record<"80" | "AS", number>>;
  /** Share of nurse practitioners and physician assistants. */
  readonly nonPhysician: number;
  /** Taken off the payment after the patient's share. */
  readonly sequestration: number;
  /** Kept back from the payment until the year is settled. */
  readonly withhold: number;
  readonly caseRates: readonly { readonly code: string; readonly cents: number }[];
  /** Kinds of services that a monthly sum per member pays. */
  readonly capitation:
    | { readonly kinds: readonly ServiceKind[]; readonly perMemberMonthCents: number }
    | undefined;
};

/** What the patient pays of what is allowed. */
export type Benefits = {
  readonly deductibleCents: number;
  readonly coinsurance: number;
  /** For each visit, instead of coinsurance on it. */
  readonly copayCents: number;
  readonly outOfPocketMostCents: number;
};

/** What a payer refuses by rule. */
export type PayerRules = {
  readonly filingLimitDays: number;
  /** Services that want a consent before. */
  readonly authorizationCodes: readonly string[];
  readonly wantsReferral: boolean;
  readonly checksNeed: boolean;
  /** Coverage that has ended is the patient's to pay. */
  readonly lapseIsPatients: boolean;
};

export type PayerTiming = {
  /** Days from receipt to decision. */
  readonly decisionDays: readonly [number, number];
  /** No claim is paid sooner after its receipt. */
  readonly floorDays: number;
  /** Weekday of the payment run, 1 Monday to 5 Friday. */
  readonly runsOn: number;
  readonly method: "ACH" | "CHK";
  /** Days from the payment's date to the bank. */
  readonly depositDays: readonly [number, number];
};

/** Habits that make remittances hard to read: permille of claims, or of payments for the last two. */
export type PayerQuirks = {
  readonly truncatesNumbersTo?: number;
  readonly dropsModifiers?: number;
  readonly splitsClaims?: number;
  readonly bundlesLines?: number;
  readonly downcodes?: number;
  readonly marksDenials4?: true;
  readonly omitsLineNumbers?: true;
  readonly sendsTwice?: number;
  readonly paysLate?: number;
};

export type LineOfBusiness =
  | "medicare"
  | "medicare-advantage"
  | "medicaid"
  | "medicaid-managed"
  | "commercial"
  | "supplement"
  | "tricare"
  | "workers-compensation";

export type Payer = {
  readonly key: string;
  readonly name: string;
  /** NM109 of the payer in 837 and N104 in 835. */
  readonly id: string;
  /** Nine digits; with a 1 before them TRN03. */
  readonly taxId: string;
  readonly lineOfBusiness: LineOfBusiness;
  /** SBR09 and CLP06: the lists of the two guides differ. */
  readonly filingIndicator: string;
  readonly remittanceIndicator: string;
  readonly contract: Contract;
  readonly benefits: Benefits;
  readonly rules: PayerRules;
  readonly timing: PayerTiming;
  readonly quirks: PayerQuirks;
  /** Takes replacements (frequency 7); others want a new claim. */
  readonly takesReplacements: boolean;
};
