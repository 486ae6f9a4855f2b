import type {
  Address,
  Party,
  QualifiedDate,
  Reference,
  SegmentRange,
  TransactionHeader,
} from "../transaction.ts";

/** BGN of a 275 with the parties that it is about. */
export type AttachmentBatch = {
  readonly header: TransactionHeader;
  /** BGN01: 02 sent along with a claim unasked, 11 the answer to a request. */
  readonly purpose: string;
  /** BGN02. */
  readonly referenceId: string;
  readonly createdOn: string | undefined;
  readonly time: string | undefined;
  readonly payer: Party | undefined;
  readonly submitter: Party | undefined;
  readonly provider: AttachmentProvider | undefined;
  /** With the patient control number (REF EJ), the medical record (EA), the claim's number (1K, D9, X1). */
  readonly patient: AttachmentPatient | undefined;
};

/** The provider, with the addresses of loop 1100C; they are always there when read. */
export type AttachmentProvider = Party & {
  readonly locations?: readonly {
    readonly entityCode: string;
    readonly address: Address | undefined;
  }[];
};

/** The patient with the dates of the claim's service (DTP 472). */
export type AttachmentPatient = Party & { readonly dates: readonly QualifiedDate[] };

/** STC: what the payer asked for, as it was asked (mostly a LOINC code of list LOI). */
export type AttachmentRequest = {
  /** Category, code, entity, code list; "" where one is absent. */
  readonly codes: readonly string[];
  /** STC10 and STC11, in the same form; always there when read. */
  readonly secondCodes?: readonly string[];
  readonly thirdCodes?: readonly string[];
  readonly on: string | undefined;
};

/** One attachment: loop 2000A with all that it holds. */
export type Attachment = {
  readonly range: SegmentRange;
  /** LX01. */
  readonly number: string;
  /** TRN01: 1 the provider's attachment control number (PWK06 of the claim), 2 the payer's number. */
  readonly traceKind: string | undefined;
  readonly traceNumber: string | undefined;
  readonly requests: readonly AttachmentRequest[];
  readonly references: readonly Reference[];
  /** DTP: 472 of service, 368 handed in, 097 of the request. */
  readonly dates: readonly QualifiedDate[];
  /** CAT01 and CAT02: kind of report and its format (HL an HL7 document, IA an image, TX text). */
  readonly reportType: string | undefined;
  readonly format: string | undefined;
  /** CAT03 to CAT07: a second kind of report, the version and release of its form, and a code of a list. */
  readonly secondReportType?: string | undefined;
  readonly formVersion?: string | undefined;
  readonly formRelease?: string | undefined;
  readonly codeList?: string | undefined;
  readonly code?: string | undefined;
  /** OOI of 006020: ids of the object that the content is; always there when read. */
  readonly objects?: readonly {
    readonly number: string;
    readonly kind: string | undefined;
    readonly id: string | undefined;
  }[];
  readonly contents: readonly AttachmentContent[];
};

/** EFI02 to EFI07: what made the content. */
export type ContentOrigin = {
  readonly text: string | undefined;
  readonly version: string | undefined;
  readonly release: string | undefined;
  readonly standard: string | undefined;
  readonly program: string | undefined;
  readonly format: string | undefined;
};

/** Content as it stands in the file: where, not what. It may be of any size and is not held in memory. */
export type AttachmentContent = {
  /** BIN, or BDS with the filter that made the content of the bytes: B64, ASC … */
  readonly segment: "BIN" | "BDS";
  readonly filter: string | undefined;
  /** EFI01 of the segment before it. */
  readonly security: string | undefined;
  /** EFI02 to EFI07 of the same segment, where it has them. */
  readonly origin?: ContentOrigin;
  /** Bytes by the declared length (BIN01, BDS02). */
  readonly byteLength: number;
  /** The content is the bytes `[byteFrom, byteFrom + byteLength)` of the file. */
  readonly byteFrom: number;
};

/** A 275 to write. */
export type WritableAttachmentBatch = Omit<AttachmentBatch, "header">;

/** An attachment to write, with the bytes of its contents. */
export type WritableAttachment = Omit<Attachment, "range" | "contents"> & {
  readonly contents: readonly WritableAttachmentContent[];
};

export type WritableAttachmentContent = Omit<AttachmentContent, "byteLength" | "byteFrom"> & {
  /** Written as they are; those of a BDS must have gone through its filter. */
  readonly bytes: Uint8Array;
};
