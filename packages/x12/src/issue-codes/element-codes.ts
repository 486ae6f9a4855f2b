import { error, hint, type IssueRule, information, refusal, warning } from "./issue-rule.ts";

/** Issues of syntax, of a guide's structure, and of codes that any transaction may hold. */
export const elementCodes = {
  // Form of elements
  X12_ELEMENT_TOO_SHORT: refusal(1, "X12.6", "The value is shorter than the guide allows."),
  X12_ELEMENT_TOO_LONG: refusal(1, "X12.6", "The value is longer than the guide allows."),
  X12_ELEMENT_UNEXPECTED: refusal(1, "X12.6", "The segment has more elements than it may have."),
  X12_ELEMENT_REPEATED: refusal(1, "X12.6", "The element is repeated more often than it may be."),
  X12_COMPONENT_UNEXPECTED: refusal(
    1,
    "X12.6",
    "A component separator stands in an element that has no such component.",
  ),
  X12_DECIMAL: error(1, "X12.6 type R", "The value is not a decimal number."),
  X12_TIME: refusal(1, "X12.6 type TM", "The value is not a time of the day (HHMM)."),
  X12_CHARACTER: hint(
    1,
    "X12.6",
    "The segment holds a character outside of the X12 character set; receivers may refuse it.",
  ),
  X12_TRAILING_SEPARATOR: hint(
    1,
    "X12.6",
    "Empty elements or components at the end must be left out, separators included.",
  ),
  X12_TRAILING_BLANKS: information(1, "X12.6", "Blanks at the end of a value must be left out."),
  X12_ELEMENTS_PAIRED: refusal(1, "X12.6 note P", "Elements that go together are not all there."),
  X12_ELEMENTS_ONE_REQUIRED: refusal(
    1,
    "X12.6 note R",
    "At least one of these elements is needed.",
  ),
  X12_ELEMENTS_EXCLUSIVE: refusal(1, "X12.6 note E", "Only one of these elements may be there."),
  X12_ELEMENTS_CONDITIONAL: refusal(
    1,
    "X12.6 notes C and L",
    "Another element of the segment makes this one necessary.",
  ),

  // Structure of the guide
  X12_ELEMENT_NOT_USED: refusal(2, "guide", "The guide does not use this element here."),
  X12_CODE: refusal(2, "guide", "The guide does not allow this code here."),
  X12_QUALIFIER: refusal(
    2,
    "guide",
    "The guide has no such segment with this qualifier at this place; it was not checked further.",
  ),
  X12_SEGMENT_ORDER: refusal(2, "guide", "The segment comes later than the guide allows."),
  X12_SEGMENT_REPEATED: refusal(2, "guide", "The segment comes more often than the guide allows."),
  X12_LOOP_REPEATED: refusal(2, "guide", "The loop comes more often than the guide allows."),
  X12_HIERARCHY_CHILD: refusal(
    2,
    "X12.6 HL04",
    "HL04 does not say whether levels stand below this one.",
  ),

  // Envelope
  X12_ENVELOPE_CODE: refusal(1, "X12.5", "The envelope holds a code that X12 does not have."),
  X12_ENVELOPE_ELEMENT: refusal(1, "X12.5", "An element of the envelope is missing or malformed."),
  X12_GROUP_KIND: refusal(
    1,
    "X12.6 GS01",
    "GS01 names another kind of transaction than the sets of the group are.",
  ),
  X12_GUIDE_MISSING: refusal(
    1,
    "X12.6 ST03",
    "Neither ST03 nor GS08 names the guide that the set follows.",
  ),
  X12_INTERCHANGE_CONTROL_NUMBER_REUSED: warning(
    1,
    "X12.5 ISA13",
    "Another interchange of the file from the same sender has the same control number.",
  ),
  X12_GROUP_CONTROL_NUMBER_REUSED: warning(
    1,
    "X12.6 GS06",
    "Another functional group of the interchange has the same control number.",
  ),
  X12_INTERCHANGE_NOTE: hint(
    2,
    "X12.5 TA104, TA105",
    "The note of an interchange acknowledgment contradicts whether the interchange was accepted.",
  ),
  X12_INTERCHANGE_VERSION: warning(
    1,
    "X12.5 ISA12",
    "The interchange is not of version 00501, which HIPAA requires.",
  ),

  // Codes and check digits
  X12_CODE_UNKNOWN: warning(5, "code list", "The code is not in the list of codes that is in use."),
  X12_STATE: warning(5, "USPS", "The code is no state of the USA and no province of Canada."),
  X12_COUNTRY: warning(5, "ISO 3166", "The code is no country of ISO 3166."),
  X12_CURRENCY: warning(5, "ISO 4217", "The code is not formed as a currency of ISO 4217."),
  X12_POSTAL_CODE: refusal(
    5,
    "USPS, Canada Post",
    "A postal code of the USA has five or nine digits, one of Canada letters and digits in turn.",
  ),
  X12_POSTAL_CODE_STATE: hint(
    5,
    "USPS Domestic Mail Manual L002",
    "The first three digits of the postal code are of another state.",
  ),
  X12_TAXONOMY: hint(
    5,
    "NUCC",
    "A taxonomy code has ten characters, the last of them X; this one is formed otherwise.",
  ),
  X12_TAX_ID: refusal(
    5,
    "26 CFR 301.6109-1",
    "A tax identification number has nine digits without a hyphen.",
  ),
  X12_TELEPHONE: refusal(
    2,
    "005010X222A1 PER; ITU-T E.164",
    "A telephone or fax number with fewer than seven digits cannot be called; it needs area code and number.",
  ),
  X12_TELEPHONE_FORM: hint(
    2,
    "005010X222A1 PER",
    "A telephone or fax number is area code and number in ten digits without marks; an extension stands apart (EX).",
  ),
  X12_PLACE_OF_SERVICE: warning(5, "CMS", "The place of service is not in the list of CMS."),
  X12_TYPE_OF_BILL: warning(5, "NUBC", "The first two digits of the type of bill are not in use."),
  X12_CLAIM_FREQUENCY: warning(5, "NUBC", "The claim frequency is not in the list of NUBC."),
  X12_PROCEDURE_CODE: refusal(
    5,
    "45 CFR 162.1002",
    "The procedure code is not formed as a code of the code set that its qualifier names.",
  ),
  X12_MODIFIER: refusal(5, "45 CFR 162.1002", "A modifier has two letters or digits."),
  X12_DIAGNOSIS_CODE: refusal(
    5,
    "45 CFR 162.1002",
    "The diagnosis is not formed as a code of its revision. ICD-10-CM codes have 3 to 7 characters without a point.",
  ),
  X12_DIAGNOSIS_GROUP: warning(5, "CMS", "A diagnosis related group has three or four digits."),
  X12_REVENUE_CODE: refusal(5, "NUBC", "A revenue code has four digits, leading zero included."),
  X12_CLAIM_CODE: refusal(5, "NUBC", "Condition, occurrence and value codes have two characters."),
  X12_DRUG_CODE: refusal(
    5,
    "45 CFR 162.1002",
    "A National Drug Code has eleven digits without hyphens (5-4-2, filled with zeros).",
  ),
  X12_ADJUSTMENT_REASON: warning(
    5,
    "X12 external list 139",
    "The adjustment reason is not in the list, or was not in use on that day.",
  ),
  X12_REMARK_CODE: warning(
    5,
    "X12 external list 411",
    "The remark is not formed as a remark code.",
  ),
  X12_STATUS_CODE: warning(5, "X12 external list 508", "A claim status has one to three digits."),
} as const satisfies Record<string, IssueRule>;
