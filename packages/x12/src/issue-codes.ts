import { claimCodes } from "./issue-codes/claim-codes.ts";
import { elementCodes } from "./issue-codes/element-codes.ts";
import { inquiryCodes } from "./issue-codes/inquiry-codes.ts";
import { error, type IssueRule, information, refusal, warning } from "./issue-codes/issue-rule.ts";
import { payerCodes } from "./issue-codes/payer-codes.ts";
import { remittanceCodes } from "./issue-codes/remittance-codes.ts";

const readingCodes = {
  // The file as a whole
  X12_EMPTY: error(1, "X12.5", "The file is empty. Ask the sender for it again."),
  X12_NOT_X12: error(1, "X12.5", "No ISA segment was found: this is not an X12 file."),
  X12_LOOKS_LIKE_ZIP: error(1, "X12.5", "This is a ZIP archive. Unpack it and send its files."),
  X12_LOOKS_LIKE_GZIP: error(1, "X12.5", "This is a gzip file. Unpack it first."),
  X12_LOOKS_LIKE_PDF: error(1, "X12.5", "This is a PDF document, not an X12 file."),
  X12_LOOKS_LIKE_HTML: error(
    1,
    "X12.5",
    "This is a web page, not an X12 file: perhaps the portal's login page was saved.",
  ),
  X12_LOOKS_LIKE_XML: error(1, "X12.5", "This is an XML document, not an X12 file."),
  X12_LOOKS_LIKE_OFFICE: error(1, "X12.5", "This is an office document, not an X12 file."),
  X12_LOOKS_LIKE_EDIFACT: error(1, "X12.5", "This is an EDIFACT message, not an X12 file."),
  X12_UTF16: error(1, "X12.5", "The text is stored as UTF-16. Save it as plain text (UTF-8)."),
  X12_BINARY: error(1, "X12.5", "The file is binary, not an X12 file."),
  X12_BYTE_ORDER_MARK: information(
    1,
    "X12.5",
    "The file begins with a byte order mark, which is ignored.",
  ),
  X12_LEADING_TEXT: warning(
    1,
    "X12.5",
    "Text before the first ISA segment is not part of any interchange and was skipped.",
  ),
  X12_TRAILING_TEXT: warning(
    1,
    "X12.5",
    "Text after an IEA segment is not part of any interchange and was skipped.",
  ),

  // Interchange and group
  X12_ISA_MALFORMED: error(
    1,
    "X12.5 ISA",
    "The ISA segment does not have its sixteen elements, so its delimiters are unknown.",
  ),
  X12_ISA_TRUNCATED: error(1, "X12.5 ISA", "The file ends within its ISA segment."),
  X12_ISA_WIDTH: warning(
    1,
    "X12.5 ISA",
    "The elements of this ISA segment do not have their fixed widths.",
  ),
  X12_INTERCHANGE_NOT_CLOSED: error(
    1,
    "X12.5 IEA",
    "The interchange has no IEA segment: the file may have been cut off.",
  ),
  X12_INTERCHANGE_CONTROL_NUMBER: error(
    1,
    "X12.5 IEA02",
    "The control numbers of ISA13 and IEA02 differ.",
  ),
  X12_GROUP_COUNT: error(1, "X12.5 IEA01", "IEA01 does not say how many groups there are."),
  X12_GROUP_NOT_CLOSED: error(1, "X12.6 GE", "The functional group has no GE segment."),
  X12_GROUP_CONTROL_NUMBER: error(1, "X12.6 GE02", "The control numbers of GS06 and GE02 differ."),
  X12_SET_COUNT: error(1, "X12.6 GE01", "GE01 does not say how many transaction sets there are."),
  X12_SET_NOT_CLOSED: error(
    1,
    "X12.6 SE",
    "The transaction set has no SE segment: it may have been cut off.",
  ),
  X12_SET_CONTROL_NUMBER: error(1, "X12.6 SE02", "The control numbers of ST02 and SE02 differ."),
  X12_SEGMENT_COUNT: error(
    1,
    "X12.6 SE01",
    "SE01 does not say how many segments the set has: some may be missing.",
  ),
  X12_CONTROL_NUMBER_FORM: warning(
    1,
    "X12.6",
    "Control numbers agree only apart from leading zeros.",
  ),
  X12_SET_WITHOUT_GROUP: error(
    1,
    "X12.6 GS",
    "A transaction set begins outside of a functional group.",
  ),
  X12_TRAILER_WITHOUT_HEADER: error(
    1,
    "X12.6",
    "A trailer (SE, GE or IEA) stands where nothing is open.",
  ),
  X12_SEGMENT_OUTSIDE_SET: warning(
    1,
    "X12.6",
    "A segment stands outside of every transaction set and was not read.",
  ),
  X12_SET_CONTROL_NUMBER_REUSED: warning(
    1,
    "X12.6 ST02",
    "Another transaction set of the group has the same control number.",
  ),
  X12_GROUP_DIFFERS_FROM_SET: warning(
    1,
    "X12.6 ST03",
    "ST03 and GS08 name different implementation guides; ST03 is taken.",
  ),
  X12_VERSION_UNSUPPORTED: warning(
    1,
    "45 CFR 162.920",
    "This guide version is not one that is read fully; it was read as far as its form allows.",
  ),
  X12_TRANSACTION_NOT_READ: information(
    1,
    "45 CFR 162.920",
    "This kind of transaction is recognised and kept, but its content is not interpreted.",
  ),

  // Segments
  X12_SEGMENT_TOO_LONG: error(
    1,
    "reader limit",
    "A segment is longer than the reader accepts and was skipped.",
  ),
  X12_TOO_MANY_ELEMENTS: error(
    1,
    "reader limit",
    "A segment has more elements than the reader accepts and was skipped.",
  ),
  X12_TOO_MANY_SEGMENTS: error(
    1,
    "reader limit",
    "A claim or answer has more segments than the reader accepts; the rest of it was not read.",
  ),
  X12_BINARY_LENGTH: error(
    1,
    "X12.6 BIN01",
    "The binary content does not have the length that its segment declares.",
  ),
  X12_SEGMENT_UNTERMINATED: warning(
    1,
    "X12.5",
    "A segment has no terminator: the file or interchange may have been cut off there.",
  ),
  X12_SEGMENT_EMPTY: warning(1, "X12.6", "A segment is empty: two terminators follow each other."),
  X12_SEGMENT_ID: error(1, "X12.6", "A segment does not begin with a segment identifier."),
  X12_SEGMENT_ID_LOWER_CASE: warning(
    1,
    "X12.6",
    "Segment identifiers are in lower case; they are read as upper case.",
  ),
  X12_SEGMENT_UNEXPECTED: warning(
    2,
    "guide",
    "The guide has no such segment at this place; it was not interpreted.",
  ),
  X12_SEGMENT_MISSING: refusal(2, "guide", "A segment that the guide requires is missing here."),
  X12_LOOP_MISSING: refusal(2, "guide", "A loop that the guide requires is missing here."),
  X12_ISSUES_TRUNCATED: information(
    1,
    "reader limit",
    "There are more issues in this transaction set than are listed.",
  ),

  // Elements
  X12_ELEMENT_MISSING: refusal(1, "guide", "A required element is empty."),
  X12_AMOUNT: error(1, "X12.6 type R", "An amount is not a decimal number."),
  X12_AMOUNT_DECIMALS: error(
    1,
    "guide",
    "A dollar amount has more than two decimals; it is never rounded.",
  ),
  X12_AMOUNT_TOO_LARGE: error(1, "guide", "An amount is too large to be exact."),
  X12_QUANTITY: warning(1, "X12.6 type R", "A quantity is not a decimal number."),
  X12_NUMBER: error(1, "X12.6 type N0", "A count or number is not a whole number."),
  X12_DATE: error(1, "X12.6 type DT", "A date is not a day of the calendar (CCYYMMDD)."),
  X12_DATE_FORMAT: warning(
    1,
    "X12.6 element 1250",
    "The format of a date is not one that the guide allows; the date was not read.",
  ),
  X12_DATE_ORDER: warning(1, "X12.6 element 1250", "A date range ends before it begins."),

  // Claims
  X12_HIERARCHY_PARENT: error(
    1,
    "X12.6 HL02",
    "A hierarchical level does not name the level that it stands under.",
  ),
  X12_HIERARCHY_NUMBER: warning(1, "X12.6 HL01", "Hierarchical levels are not numbered in order."),
  X12_CLAIM_UNREADABLE: error(
    2,
    "005010X222A1 2300 CLM",
    "A claim without its control number or total charge cannot be read.",
  ),
  X12_CLAIM_WITHOUT_LINES: error(2, "005010X222A1 2400", "The claim has no service line."),
  X12_CLAIM_CHARGE: error(
    3,
    "005010X222A1 2300 CLM02",
    "The claim's total charge is not the sum of its line charges.",
  ),
  X12_CLAIM_NUMBER_REUSED: warning(
    4,
    "005010X222A1 2300 CLM01",
    "Another claim of this transaction set has the same patient control number.",
  ),
  X12_LINE_UNREADABLE: error(
    2,
    "005010X222A1 2400",
    "A service line without its charge cannot be read.",
  ),
  X12_LINE_NUMBER: warning(
    1,
    "005010X222A1 2400 LX01",
    "The service lines of the claim are not numbered 1, 2, 3 …",
  ),
  X12_DIAGNOSIS_POINTER: refusal(
    2,
    "005010X222A1 2400 SV107",
    "A diagnosis pointer names no diagnosis of the claim.",
  ),
  X12_PROVIDER_ID: refusal(
    5,
    "45 CFR 162.406",
    "A National Provider Identifier fails its check digit.",
  ),

  // Remittances
  X12_REMITTANCE_UNREADABLE: error(
    2,
    "005010X221A1 BPR",
    "The payment amount cannot be read, so nothing of this set can be posted.",
  ),
  X12_REMITTANCE_CLAIM_UNREADABLE: error(
    2,
    "005010X221A1 2100 CLP",
    "A claim payment without its amounts cannot be read.",
  ),
  X12_REMITTANCE_LINE_UNREADABLE: error(
    2,
    "005010X221A1 2110 SVC",
    "A service payment without its amounts cannot be read.",
  ),
  X12_ADJUSTMENT_INCOMPLETE: error(
    1,
    "005010X221A1 CAS and PLB",
    "An adjustment lacks its group code, reason code or amount.",
  ),
} as const satisfies Record<string, IssueRule>;

/**
 * Every issue that reading and validation can raise. Codes are stable; an error means that the file,
 * set, claim or payment cannot be used as it stands.
 */
export const issueCodes = {
  ...readingCodes,
  ...elementCodes,
  ...claimCodes,
  ...payerCodes,
  ...remittanceCodes,
  ...inquiryCodes,
} as const satisfies Record<string, IssueRule>;

/** The code of an issue; `issueCodes` says what each means. */
export type IssueCode = keyof typeof issueCodes;
