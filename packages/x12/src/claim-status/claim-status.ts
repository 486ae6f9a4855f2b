import type { ClaimStatus } from "../acknowledgment.ts";
import type {
  Party,
  Procedure,
  QualifiedAmount,
  QualifiedDate,
  Reference,
  SegmentRange,
} from "../transaction.ts";

/** A service line that is asked about or answered. */
export type StatusLine = {
  readonly procedure: Procedure | undefined;
  readonly chargedCents: number | undefined;
  readonly revenueCode: string | undefined;
  /** SVC07 as decimal text. */
  readonly quantity: string | undefined;
  readonly references: readonly Reference[];
  readonly dates: readonly QualifiedDate[];
};

/** A claim that is asked about: TRN and what stands below it. */
export type StatusQuestion = {
  readonly traceNumber: string;
  /** EJ patient control number, 1K payer claim control number, BLT type of bill … */
  readonly references: readonly Reference[];
  /** T3: the claim's charge. */
  readonly amounts: readonly QualifiedAmount[];
  readonly dates: readonly QualifiedDate[];
  readonly lines: readonly StatusLine[];
};

export type StatusInquiredPerson = Party & { readonly claims: readonly StatusQuestion[] };

/** 276 (005010X212): what is asked about the claims of one subscriber and the dependents. */
export type ClaimStatusInquiry = {
  readonly payer: Party | undefined;
  readonly receiver: Party | undefined;
  readonly provider: Party | undefined;
  readonly subscriber:
    | (StatusInquiredPerson & { readonly dependents: readonly StatusInquiredPerson[] })
    | undefined;
  readonly range: SegmentRange;
};

/** STC of a 277 with the payment that it may tell. */
export type AnsweredStatus = ClaimStatus & {
  /** STC06: when it was adjudicated, or the payment date of what was paid (STC08). */
  readonly adjudicatedOn: string | undefined;
  readonly paidOn: string | undefined;
  /** STC09: check or EFT trace number. */
  readonly paymentNumber: string | undefined;
};

/** A claim that is answered about. */
export type StatusAnswer = {
  readonly traceNumber: string;
  readonly statuses: readonly AnsweredStatus[];
  readonly references: readonly Reference[];
  readonly dates: readonly QualifiedDate[];
  readonly lines: readonly (StatusLine & {
    readonly paidCents: number | undefined;
    readonly statuses: readonly AnsweredStatus[];
  })[];
};

export type StatusAnsweredPerson = Party & { readonly claims: readonly StatusAnswer[] };

/** A receiver or provider, and the answer to it where its request was not taken further. */
export type StatusAnsweredParty = Party & {
  readonly traceNumber: string | undefined;
  readonly statuses: readonly AnsweredStatus[];
};

/**
 * 277 (005010X212): the answer about the claims of one subscriber and the dependents. Where the receiver
 * or the provider was rejected already, there is no subscriber.
 */
export type ClaimStatusResponse = {
  readonly payer: Party | undefined;
  readonly receiver: StatusAnsweredParty | undefined;
  readonly provider: StatusAnsweredParty | undefined;
  readonly subscriber:
    | (StatusAnsweredPerson & { readonly dependents: readonly StatusAnsweredPerson[] })
    | undefined;
  readonly range: SegmentRange;
};
