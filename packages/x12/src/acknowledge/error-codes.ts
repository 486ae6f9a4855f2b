import type { X12Issue } from "../issue.ts";
import type { IssueCode } from "../issue-codes.ts";

type Codes = Partial<Record<IssueCode, string>>;

/** IK304: errors of a segment as a whole (005010X231A1 2100 IK304). */
const segmentErrors: Codes = {
  X12_SEGMENT_ID: "1",
  X12_SEGMENT_UNEXPECTED: "2",
  X12_LOOP_MISSING: "I7",
  X12_LOOP_REPEATED: "4",
  X12_SEGMENT_REPEATED: "5",
  X12_SEGMENT_ORDER: "7",
};

/** IK403: errors of an element (005010X231A1 2110 IK403). */
const elementErrors: Codes = {
  X12_ELEMENT_MISSING: "1",
  X12_ELEMENTS_PAIRED: "2",
  X12_ELEMENTS_ONE_REQUIRED: "2",
  X12_ELEMENTS_CONDITIONAL: "2",
  X12_ELEMENT_UNEXPECTED: "3",
  X12_ELEMENT_TOO_SHORT: "4",
  X12_ELEMENT_TOO_LONG: "5",
  X12_CHARACTER: "6",
  X12_DECIMAL: "6",
  X12_NUMBER: "6",
  X12_CODE: "7",
  X12_QUALIFIER: "I6",
  X12_DATE: "8",
  X12_DATE_ORDER: "8",
  X12_TIME: "9",
  X12_ELEMENTS_EXCLUSIVE: "10",
  X12_ELEMENT_REPEATED: "12",
  X12_COMPONENT_UNEXPECTED: "13",
  X12_ELEMENT_NOT_USED: "I10",
};

/** IK502: errors of a set (005010X231A1 2000 IK502). */
const setErrors: Codes = {
  X12_TRANSACTION_NOT_READ: "1",
  X12_SET_NOT_CLOSED: "2",
  X12_SET_CONTROL_NUMBER: "3",
  X12_SEGMENT_COUNT: "4",
  X12_SET_CONTROL_NUMBER_REUSED: "23",
  X12_GROUP_KIND: "18",
  X12_VERSION_UNSUPPORTED: "I6",
};

/** AK905: errors of a group (005010X231A1 AK905). */
const groupErrors: Codes = {
  X12_GROUP_NOT_CLOSED: "3",
  X12_GROUP_CONTROL_NUMBER: "4",
  X12_SET_COUNT: "5",
  X12_GROUP_CONTROL_NUMBER_REUSED: "19",
};

/** TA105 by element of the ISA (X12.5, interchange note codes). */
const interchangeElementNotes: Readonly<Record<number, string>> = {
  1: "010",
  2: "011",
  3: "012",
  4: "013",
  5: "005",
  6: "006",
  7: "007",
  8: "008",
  9: "014",
  10: "015",
  11: "016",
  12: "017",
  13: "018",
  14: "019",
  15: "020",
  16: "027",
};

const interchangeNotes: Codes = {
  X12_INTERCHANGE_CONTROL_NUMBER: "001",
  X12_INTERCHANGE_CONTROL_NUMBER_REUSED: "025",
  X12_INTERCHANGE_VERSION: "017",
  X12_INTERCHANGE_NOT_CLOSED: "023",
  X12_GROUP_COUNT: "021",
  X12_ISA_WIDTH: "022",
  X12_TRAILER_WITHOUT_HEADER: "022",
  X12_SET_WITHOUT_GROUP: "022",
};

/** Rules that say what must not be there, where the others say what is missing. */
const unexpected = new Set<IssueCode>([
  "X12_PATIENT_LEVEL_UNEXPECTED",
  "X12_REVIEW_ANSWER_IN_REQUEST",
  "X12_MEMBER_RELATIONSHIP",
  "X12_STATUS_ACTION",
  "X12_AMBULANCE_FACILITY",
  "X12_PROCEDURE_OUTPATIENT",
  "X12_REFERRAL_ORDER",
]);

/** IK304 I6 and I9, IK403 I9 and I13: what a situation requires or forbids. */
function situationalErrorOf({ code, element }: X12Issue): ContentError {
  const isUnexpected = unexpected.has(code as IssueCode);
  if (element !== undefined) {
    return { segmentError: "8", elementError: isUnexpected ? "I13" : "I9" };
  }
  return { segmentError: isUnexpected ? "I9" : "I6", elementError: undefined };
}

/** Segments that the standard requires itself; others are required by guides alone. */
const standardSegments = new Set(["BHT", "BPR", "BGN", "AK1", "AK9", "HL", "SE"]);

/** How a 999 names an issue of a set's content; undefined for what is no matter of a 999. */
export type ContentError = {
  readonly segmentError: string;
  readonly elementError: string | undefined;
};

/** The codes of IK3 and IK4 for an issue; a 999 tells of SNIP types 1, 2 and 4. */
export function contentErrorOf(issue: X12Issue): ContentError | undefined {
  if (issue.position === undefined || issue.snip === 3 || issue.snip > 4) return undefined;
  const code = issue.code as IssueCode;
  if (setErrors[code] !== undefined || groupErrors[code] !== undefined) return undefined;
  if (code === "X12_SEGMENT_MISSING") {
    const isStandard = standardSegments.has(issue.segmentId ?? "");
    return { segmentError: isStandard ? "3" : "I8", elementError: undefined };
  }
  const segmentError = segmentErrors[code];
  if (segmentError !== undefined) return { segmentError, elementError: undefined };
  const elementError = elementErrors[code];
  if (elementError !== undefined) return { segmentError: "8", elementError };
  if (issue.snip !== 4) return issue.element === undefined ? undefined : patternError;
  return situationalErrorOf(issue);
}

const patternError: ContentError = { segmentError: "8", elementError: "I12" };

/** IK502 of an issue of the set itself. */
export function setErrorOf(issue: X12Issue): string | undefined {
  return setErrors[issue.code as IssueCode];
}

/** AK905 of an issue of the group. */
export function groupErrorOf(issue: X12Issue): string | undefined {
  return groupErrors[issue.code as IssueCode];
}

/** TA105 of an issue of the interchange; undefined when it is none. */
export function interchangeNoteOf(issue: X12Issue): string | undefined {
  const { code, segmentId, element } = issue;
  if (code === "X12_ENVELOPE_CODE" || code === "X12_ENVELOPE_ELEMENT") {
    return segmentId === "ISA" ? interchangeElementNotes[element ?? 0] : undefined;
  }
  return interchangeNotes[code as IssueCode];
}
