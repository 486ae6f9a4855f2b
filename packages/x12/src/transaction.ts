import type { SegmentPosition } from "./issue.ts";

/** The kinds of transaction set that are read into types. Others are read as `other`. */
export type TransactionKind =
  | "837P"
  | "837I"
  | "837D"
  | "835"
  | "TA1"
  | "999"
  | "997"
  | "277CA"
  | "277"
  | "276"
  | "271"
  | "270"
  | "278"
  | "834"
  | "820"
  | "275"
  | "other";

/** ISA: sender, receiver and control number of one interchange. Identifiers are trimmed. */
export type InterchangeHeader = {
  readonly senderQualifier: string;
  readonly senderId: string;
  readonly receiverQualifier: string;
  readonly receiverId: string;
  /** ISA09 as a civil date, `YYYY-MM-DD`, if it is one. */
  readonly date: string | undefined;
  readonly time: string;
  /** ISA13 as written. */
  readonly controlNumber: string;
  /** ISA15 is `T`: test data. */
  readonly isTest: boolean;
  readonly delimiters: Delimiters;
  readonly position: SegmentPosition;
};

export type Delimiters = {
  readonly element: string;
  readonly component: string;
  readonly repetition: string | undefined;
  readonly segment: string;
};

/** GS: application sender and receiver, control number and version of one functional group. */
export type GroupHeader = {
  readonly functionalId: string;
  readonly senderCode: string;
  readonly receiverCode: string;
  readonly date: string | undefined;
  readonly controlNumber: string;
  /** GS08, for example `005010X222A1`. */
  readonly version: string;
  readonly position: SegmentPosition;
};

/** ST with the envelope it stands in. */
export type TransactionHeader = {
  readonly kind: TransactionKind;
  /** ST01 as written, for example `837`. */
  readonly setId: string;
  /** ST02 as written. */
  readonly controlNumber: string;
  /** ST03, else GS08. */
  readonly version: string;
  readonly interchange: InterchangeHeader;
  readonly group: GroupHeader;
  readonly position: SegmentPosition;
};

/** First and last segment of something, and its bytes: `[byteFrom, byteTo)`. */
export type SegmentRange = {
  readonly segmentFrom: number;
  readonly segmentTo: number;
  readonly byteFrom: number;
  readonly byteTo: number;
};

/** A person or organisation of an NM1 loop, with its identifiers. Absent parts are undefined, never "". */
export type Party = {
  /** NM101. */
  readonly entityCode: string;
  /** NM102: 1 person, 2 organisation. */
  readonly isPerson: boolean;
  readonly lastNameOrOrganization: string | undefined;
  readonly firstName: string | undefined;
  readonly middleName: string | undefined;
  /** NM106; only where a guide uses it. */
  readonly prefix?: string | undefined;
  readonly suffix: string | undefined;
  /** NM108 and NM109, for example `XX` and an NPI, `MI` and a member id. */
  readonly idQualifier: string | undefined;
  readonly id: string | undefined;
  readonly address: Address | undefined;
  readonly dateOfBirth: string | undefined;
  readonly gender: string | undefined;
  /** PRV03. */
  readonly taxonomy: string | undefined;
  /** PRV01 where it is not PE (performing): RF referring, AD admitting … The claim guides derive it. */
  readonly providerRole?: string;
  /** PRV02 and PRV03 where they are not a taxonomy. */
  readonly providerReference?: { readonly qualifier: string; readonly id: string };
  readonly references: readonly Reference[];
  readonly contacts: readonly Contact[];
};

export type Address = {
  readonly line1: string | undefined;
  readonly line2: string | undefined;
  readonly city: string | undefined;
  readonly state: string | undefined;
  readonly postalCode: string | undefined;
  readonly country: string | undefined;
  /** N407: the part of a country other than the USA or Canada. */
  readonly subdivision?: string;
  /** N405 and N406, where a guide uses them: the kind of a location (CY county, RJ region) and its code. */
  readonly location?: { readonly qualifier: string; readonly id: string };
};

/** PER: name and up to three numbers. */
export type Contact = {
  readonly functionCode: string;
  readonly name: string | undefined;
  readonly numbers: readonly { readonly qualifier: string; readonly number: string }[];
};

/** REF01 and REF02. */
export type Reference = {
  readonly qualifier: string;
  readonly id: string;
  /** REF03, where a guide uses it. */
  readonly description?: string | undefined;
  /** REF04 with 2U: the other payer whose number it is. */
  readonly payerId?: string | undefined;
};

/** DTP/DTM: qualifier and civil dates; `through` is absent for a single day. */
export type QualifiedDate = {
  readonly qualifier: string;
  readonly from: string;
  readonly through: string | undefined;
  /** `HHMM` where the format is DT (admission of an institutional claim). */
  readonly time?: string;
};

/** AMT01 and AMT02 in cents. */
export type QualifiedAmount = { readonly qualifier: string; readonly cents: number };

/** QTY01 and QTY02 (SVC/SV1 quantities are decimal text, kept exact). */
export type QualifiedQuantity = { readonly qualifier: string; readonly quantity: string };

/**
 * One reason of a CAS segment. Positive cents reduce the payment. `quantity` is decimal text.
 */
export type ClaimAdjustment = {
  readonly groupCode: string;
  readonly reasonCode: string;
  readonly cents: number;
  readonly quantity: string | undefined;
};

/** A composite procedure (SV101, SV202, SV301, SVC01, SVC06, SVD03). */
export type Procedure = {
  /** HC, AD, ER, IV, WK, N4 … */
  readonly qualifier: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly description: string | undefined;
  /** The last code of a range, where a guide allows one. */
  readonly rangeEnd?: string;
};
