import { hint, type IssueRule, information, refusal } from "./issue-rule.ts";

/** Issues of inquiries, reviews, enrollments, premiums and answers to them. */
export const inquiryCodes = {
  // 270 and 271
  X12_INQUIRY_QUESTION: refusal(
    4,
    "005010X279A1 2110C EQ",
    "The subscriber has no dependent below, so what is asked about the subscriber is required.",
  ),
  X12_INQUIRY_PERSON: hint(
    4,
    "005010X279A1 1.4.8, 2100C",
    "Without a member number, the name and the birth date are needed to find the person.",
  ),
  X12_BENEFIT_AMOUNT: information(
    4,
    "005010X279A1 2110C EB07",
    "A deductible, copayment or limit without an amount says nothing that can be estimated with.",
  ),
  X12_BENEFIT_SHARE: hint(
    4,
    "005010X279A1 2110C EB08",
    "A coinsurance (A) needs the patient's share in EB08.",
  ),

  X12_BENEFIT_MISSING: hint(
    4,
    "005010X279A1 2110C",
    "The answer tells neither benefits of the subscriber nor why there are none (AAA).",
  ),

  // 276 and 277
  X12_STATUS_QUESTION: refusal(
    4,
    "005010X212 2200D",
    "The subscriber has no dependent below, so the claim that is asked about is required.",
  ),
  X12_STATUS_BIRTH: refusal(
    4,
    "005010X212 2000D DMG",
    "The subscriber is the patient, so birth date and sex are required.",
  ),
  X12_STATUS_SERVICE_DATE: hint(
    4,
    "005010X212 2200D DTP*472",
    "The service dates are needed, of the claim or of its lines.",
  ),

  X12_STATUS_PAYMENT: hint(
    4,
    "005010X212 2200D STC05",
    "A claim that is finalized with a payment (F1) needs the amount that was paid.",
  ),

  // 277CA
  X12_STATUS_ACTION: hint(
    4,
    "005010X214 STC03",
    "The action (accept or reject) contradicts the category of the status.",
  ),

  X12_STATUS_COUNT: hint(
    3,
    "005010X214 2200B QTY",
    "The number of accepted or rejected claims is not that of the claims answered below.",
  ),

  // 278
  X12_REVIEW_ANSWER_IN_REQUEST: refusal(
    4,
    "005010X217 2000E HCR",
    "A request holds a decision, which only an answer may have.",
  ),
  X12_REVIEW_ANSWER_MISSING: hint(
    4,
    "005010X217 2000E HCR",
    "An answer needs a decision on the event or on its services, or a reason why there is none.",
  ),
  X12_REVIEW_NUMBER: hint(
    4,
    "005010X217 HCR02",
    "What is certified needs its authorization number.",
  ),
  X12_REVIEW_REASON: hint(
    4,
    "005010X217 HCR03",
    "What is not certified or pended needs its reason.",
  ),
  X12_REVIEW_EARLIER: hint(
    4,
    "005010X217 2000E REF*BB",
    "A change of an earlier certification needs the number of that one.",
  ),
  X12_REVIEW_ADMISSION_DATE: hint(
    4,
    "005010X217 2000E DTP*435",
    "An admission review needs the date of the admission.",
  ),
  X12_REVIEW_ACCIDENT_DATE: refusal(
    4,
    "005010X217 2000E DTP*439",
    "The event comes from an accident (UM05), so the accident date is required.",
  ),
  X12_REVIEW_TOOTH: hint(
    4,
    "005010X217 2000F TOO",
    "A tooth is named, but the service is not dental (SV3).",
  ),

  // 834
  X12_MEMBER_RELATIONSHIP: refusal(
    4,
    "005010X220A1 2000 INS02",
    "Only the subscriber has the relationship self (18), and always.",
  ),
  X12_MEMBER_BIRTH: hint(4, "005010X220A1 2100A DMG", "A new member needs the birth date and sex."),
  X12_MEMBER_ADDRESS: hint(4, "005010X220A1 2100A N3", "A new subscriber needs an address."),
  X12_COVERAGE_END: hint(
    4,
    "005010X220A1 2300 DTP*349",
    "A coverage that ends (024) needs the date of its end.",
  ),

  X12_MEMBER_END: hint(
    4,
    "005010X220A1 2000 DTP*357",
    "A member who leaves (024) needs the date on which eligibility or coverage ends.",
  ),

  X12_MEMBER_COBRA: hint(
    4,
    "005010X220A1 2000 INS07",
    "A member whose coverage goes on under COBRA (INS05 C) needs the event that it comes from.",
  ),
  X12_MEMBER_COUNT: hint(
    3,
    "005010X220A1 QTY",
    "The total of subscribers, dependents or members is not that of the members in the set.",
  ),

  // 820
  X12_PREMIUM_MISSING: refusal(
    4,
    "005010X218 2000A, 2000B",
    "The payment names neither an organization nor a person that it is for.",
  ),
  X12_PREMIUM_ACCOUNTS: refusal(
    4,
    "005010X218 BPR06 to BPR15",
    "An electronic payment needs the banks and accounts of both sides.",
  ),

  X12_PREMIUM_TOTAL: hint(
    3,
    "005010X218 BPR02, RMR04, ADX01",
    "The payment is not the sum of the remittances and of the adjustments of earlier payments.",
  ),
  X12_PREMIUM_BALANCE: hint(
    3,
    "005010X218 RMR04, RMR05, ADX01",
    "What is paid is not what was billed and its adjustments.",
  ),

  // 275
  X12_ATTACHMENT_TRACE: hint(
    4,
    "005010X210 2000A TRN",
    "An attachment that is sent unasked needs the control number that its claim names (PWK06).",
  ),
} as const satisfies Record<string, IssueRule>;
