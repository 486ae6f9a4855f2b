import type { TransactionKind } from "@headwater/x12";

/** What a file is, recognised by its content and never by its name. */
export type FileKind =
  | TransactionKind
  /** X12 with sets of several kinds. */
  | "mixed"
  /** X12 in which no transaction set was found. */
  | "x12"
  | "bank"
  | "patient-payments"
  | "fee-schedule"
  | "csv"
  | "zip"
  | "unknown";

export type FileVerdict = "waiting" | "reading" | "read" | "issues" | "refused" | "duplicate";

export type SetVerdict = "posted" | "recorded" | "quarantined" | "held" | "duplicate" | "refused";

/** Why a file is refused: a stable code, and what to do about it. */
export type FileRefusal = { readonly code: FileRefusalCode; readonly sentence: string };

/** Every reason for which a file as a whole is refused. */
export const fileRefusals = {
  FILE_EMPTY: "The file is empty. Ask the sender for it again.",
  FILE_TOO_LARGE: "The file is larger than this way in accepts. Import it with the command line.",
  FILE_IS_ARCHIVE: "This is a compressed archive that cannot be read here. Unpack it first.",
  FILE_IS_GZIP: "This is a gzip file. Unpack it and import what is in it.",
  FILE_IS_PDF:
    "This is a PDF document. Ask the payer for the electronic file: an 835 for a remittance.",
  FILE_IS_HTML:
    "This is a web page: perhaps the portal's login page was saved. Download the file again.",
  FILE_IS_XML: "This is an XML document. Ask the sender for X12 or CSV.",
  FILE_IS_OFFICE: "This is an office document. Save the sheet as CSV (UTF-8) and import that.",
  FILE_IS_EDIFACT: "This is an EDIFACT message. Ask the sender for X12.",
  FILE_IS_UTF16: "The text is stored as UTF-16. Save it as plain text (UTF-8) and import it again.",
  FILE_IS_BINARY: "The file is binary. It holds neither X12 nor CSV.",
  FILE_KIND_UNKNOWN:
    "Neither X12, a bank's BAI2, nor a CSV with one of the known headers. See the reference of `headwater import`.",
  X12_ENVELOPE_UNREADABLE:
    "The ISA segment cannot be read, so nothing after it can. Ask the sender for the file again.",
  X12_WITHOUT_TRANSACTION: "The X12 envelope holds no transaction set. Nothing is in it to read.",
  FILE_NOT_READABLE: "No transaction set of the file could be used. Each one says why.",
  CSV_HAS_ERRORS:
    "Rows of the file are wrong, so none of it was taken. Correct the rows listed and import again.",
  CSV_WITHOUT_ROWS: "The file has a header and no rows.",
  BAI2_HAS_ERRORS:
    "The bank's file does not add up or cannot be read, so none of it was taken. Ask the bank for it again.",
  FILE_FAULT:
    "The program failed on this file. What was read before stays; import the file again to go on.",
  ARCHIVE_UNSAFE:
    "The archive is damaged, encrypted, too large or nested. Unpack it yourself first.",
} as const;

export type FileRefusalCode = keyof typeof fileRefusals;

/** The refusal of a code with its sentence. */
export function refusal(code: FileRefusalCode): FileRefusal {
  return { code, sentence: fileRefusals[code] };
}

/** One thing wrong with a file, as it is stored and shown. Positions and codes, never a value. */
export type FileIssue = {
  readonly code: string;
  readonly severity: "error" | "warning" | "information";
  readonly snip?: number | undefined;
  readonly interchange?: string | undefined;
  readonly group?: string | undefined;
  readonly set?: string | undefined;
  readonly loop?: string | undefined;
  readonly segment?: number | undefined;
  readonly segmentId?: string | undefined;
  readonly byteOffset?: number | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly element?: number | undefined;
  readonly component?: number | undefined;
  readonly message: string;
  readonly source: string;
};

/** What reading a file came to. */
export type FileEnd = {
  readonly kind: string;
  readonly verdict: FileVerdict;
  readonly reasonCode?: string | undefined;
  readonly reason?: string | undefined;
  readonly duplicateOf?: number | undefined;
  readonly documentId?: number | undefined;
};

/**
 * The same with issues that stand outside of the file's transaction sets. `take` writes what the file
 * holds in the transaction of its verdict, for files that are taken in as a whole.
 */
export type ReadEnd<Transaction = unknown> = FileEnd & {
  readonly issues: readonly FileIssue[];
  readonly take?: (transaction: Transaction) => Promise<void>;
};

/** The end of a file of which nothing was taken. */
export function refusedFile(
  kind: string,
  refused: FileRefusal,
  issues: readonly FileIssue[] = [],
): ReadEnd {
  const { code: reasonCode, sentence: reason } = refused;
  return { kind, verdict: "refused", reasonCode, reason, issues };
}

/**
 * The order in which waiting files are read: claims, their acknowledgments, remittances, then the
 * money of banks and patients. Any order ends the same; this one spares work items that would close
 * again at once.
 */
export function readingOrder(kind: string): number {
  if (kind === "fee-schedule" || kind.startsWith("837")) return 0;
  if (["TA1", "999", "997", "277CA"].includes(kind)) return 1;
  if (kind === "835") return 2;
  return 3;
}
