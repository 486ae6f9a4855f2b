import type {
  InterchangeHeader,
  Party,
  Procedure,
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
  /** IK402: number of the data element. */
  readonly dataElement?: string;
  /** IK404: the value in error. It may tell of a person: not to be logged. */
  readonly badValue?: string;
  readonly triggers?: readonly SituationalTrigger[];
};

/** CTX*SITUATIONAL TRIGGER: a place in the answered set. Positions are 1-based. */
export type SituationalTrigger = {
  readonly segmentId: string;
  /** CTX03: counted from ST = 1. */
  readonly segmentInSet: number | undefined;
  readonly loop: string | undefined;
  readonly element: number | undefined;
  readonly component: number | undefined;
  readonly repetition: number | undefined;
};

export type ImplementationSegmentError = {
  readonly segmentId: string;
  /** IK302: the segment's position counted from ST = 1. */
  readonly segmentInSet: number | undefined;
  readonly loop: string | undefined;
  readonly errorCode: string;
  /** CTX references such as the claim's control number. */
  readonly contexts: readonly string[];
  /** CTX01-1 of each, where they are not those that `functionalId` implies (CLM01 for claims). */
  readonly contextNames?: readonly string[];
  /** CTX of situational triggers: what made the segment necessary, or forbade it. */
  readonly triggers?: readonly SituationalTrigger[];
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
    /** RX where the status is one of NCPDP's list and not of list 508. */
    readonly codeList?: string;
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
  readonly lines: readonly AcknowledgedLine[];
  /** TRN01 of a provider where it is not 2. */
  readonly traceKind?: string;
};

/** SVC of a 277CA with the statuses of one line. */
export type AcknowledgedLine = {
  readonly procedureCode: string | undefined;
  readonly chargedCents: number | undefined;
  readonly lineItemControlNumber: string | undefined;
  readonly statuses: readonly ClaimStatus[];
  /** SVC01 where it says more than a plain HCPCS code. */
  readonly procedure?: Procedure;
  /** SVC04. */
  readonly revenueCode?: string;
  /** SVC07, as decimal text. */
  readonly quantity?: string;
  /** REF*XZ. */
  readonly prescriptionNumber?: string;
  readonly serviceFrom?: string;
  readonly serviceThrough?: string;
};

/** BHT of a 277CA with its source. */
export type ClaimAcknowledgmentBatch = {
  readonly header: TransactionHeader;
  readonly referenceId: string;
  readonly createdOn: string | undefined;
  readonly source: Party | undefined;
  /** BHT05. */
  readonly createdAt?: string;
  /** TRN02, DTP*050 and DTP*009 of the source: its number of the receipt, received, processed. */
  readonly traceNumber?: string;
  readonly receivedOn?: string;
  readonly processedOn?: string;
};
