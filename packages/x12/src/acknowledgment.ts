import type {
  InterchangeHeader,
  Party,
  QualifiedAmount,
  QualifiedDate,
  QualifiedQuantity,
  Reference,
  SegmentRange,
  TransactionHeader,
} from "./transaction.ts";

/** TA1: the receiver's answer to one interchange. */
export type InterchangeAcknowledgment = {
  readonly interchange: InterchangeHeader;
  readonly range: SegmentRange;
  /** TA101: ISA13 of the interchange answered. */
  readonly controlNumber: string;
  readonly date: string | undefined;
  readonly time: string;
  /** TA104: A accepted, E accepted with errors, R rejected. */
  readonly code: string;
  /** TA105. */
  readonly noteCode: string;
};

export type ImplementationElementError = {
  readonly element: number | undefined;
  readonly component: number | undefined;
  readonly repetition: number | undefined;
  /** IK403. */
  readonly errorCode: string;
};

export type ImplementationSegmentError = {
  readonly segmentId: string;
  /** IK302: the segment's position counted from ST = 1. */
  readonly segmentInSet: number | undefined;
  readonly loop: string | undefined;
  readonly errorCode: string;
  /** CTX references such as the claim's control number. */
  readonly contexts: readonly string[];
  readonly elements: readonly ImplementationElementError[];
};

/** AK2 … IK5 of a 999 (or AK2 … AK5 of a 997): the answer to one transaction set. */
export type SetAcknowledgment = {
  readonly range: SegmentRange;
  readonly setId: string;
  readonly controlNumber: string;
  readonly version: string | undefined;
  readonly errors: readonly ImplementationSegmentError[];
  /** IK501: A, E, R, M, W, X. */
  readonly code: string;
  readonly errorCodes: readonly string[];
};

/** 999 or 997: the answer to one functional group. */
export type ImplementationAcknowledgment = {
  readonly header: TransactionHeader;
  readonly range: SegmentRange;
  /** AK101 and AK102: GS01 and GS06 of the group answered. */
  readonly functionalId: string;
  readonly groupControlNumber: string;
  readonly version: string | undefined;
  readonly sets: readonly SetAcknowledgment[];
  /** AK901: A, E, P, R … */
  readonly code: string;
  readonly setsIncluded: number | undefined;
  readonly setsReceived: number | undefined;
  readonly setsAccepted: number | undefined;
  readonly errorCodes: readonly string[];
};

/** STC: one status with up to three composites. */
export type ClaimStatus = {
  readonly codes: readonly {
    readonly category: string;
    readonly status: string;
    readonly entity: string | undefined;
  }[];
  readonly date: string | undefined;
  /** STC03: WQ accept, U reject … */
  readonly action: string | undefined;
  readonly chargedCents: number | undefined;
  readonly paidCents: number | undefined;
  readonly message: string | undefined;
};

/** A level of a 277CA: receiver, provider or claim. */
export type ClaimAcknowledgment = {
  readonly range: SegmentRange;
  /** Which level the statuses speak of. */
  readonly level: "receiver" | "provider" | "claim";
  /** TRN02: our control number at claim level. */
  readonly traceNumber: string | undefined;
  readonly party: Party | undefined;
  readonly statuses: readonly ClaimStatus[];
  /** REF*1K. */
  readonly payerClaimControlNumber: string | undefined;
  /** REF*D9. */
  readonly clearinghouseTraceNumber: string | undefined;
  readonly references: readonly Reference[];
  readonly dates: readonly QualifiedDate[];
  readonly amounts: readonly QualifiedAmount[];
  /** QTY of a receiver or provider: 90 accepted, AA rejected claims. */
  readonly quantities?: readonly QualifiedQuantity[];
  readonly serviceFrom: string | undefined;
  readonly serviceThrough: string | undefined;
  readonly lines: readonly {
    readonly procedureCode: string | undefined;
    readonly chargedCents: number | undefined;
    readonly lineItemControlNumber: string | undefined;
    readonly statuses: readonly ClaimStatus[];
  }[];
};

/** BHT of a 277CA with its source. */
export type ClaimAcknowledgmentBatch = {
  readonly header: TransactionHeader;
  readonly referenceId: string;
  readonly createdOn: string | undefined;
  readonly source: Party | undefined;
  /** TRN02, DTP*050 and DTP*009 of the source: its number of the receipt, received, processed. */
  readonly traceNumber?: string;
  readonly receivedOn?: string;
  readonly processedOn?: string;
};
