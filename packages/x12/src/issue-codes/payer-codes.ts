import { error, hint, type IssueRule, information, refusal, warning } from "./issue-rule.ts";

/** Issues of lines of business (SNIP type 6) and of trading partners (type 7). */
export const payerCodes = {
  // Medicare, its member and its place among the payers
  X12_MEDICARE_SECONDARY_TYPE: refusal(
    6,
    "005010X222A1 2000B SBR05",
    "Medicare is not the first payer, so the reason is required in SBR05.",
  ),
  X12_MEDICARE_ID: refusal(
    6,
    "42 CFR 405; CMS MBI format",
    "The member number is not formed as a Medicare Beneficiary Identifier.",
  ),
  X12_MEDICARE_SUBSCRIBER: refusal(
    6,
    "CMS Pub 100-04 chapter 24",
    "Under Medicare the patient is always the subscriber.",
  ),
  X12_MEDICARE_SECONDARY_AGE: hint(
    6,
    "42 CFR 411.20",
    "The reason why Medicare pays second (SBR05) does not fit the patient's age: 12 is from 65 on, 43 before.",
  ),
  X12_MEDICARE_SECONDARY_PAYMENT: hint(
    6,
    "CMS Pub 100-05 chapter 5",
    "Medicare pays second and needs what the payers before it paid (2320 AMT*D).",
  ),
  X12_MEDICARE_SECONDARY_VALUE: hint(
    6,
    "CMS Pub 100-05 chapter 5",
    "Medicare pays second, so the value code of the payer before it (12 to 16, 41 to 43, 47) is needed.",
  ),
  X12_MEDICARE_FREQUENCY: refusal(
    6,
    "CMS Pub 100-04 chapter 1",
    "Medicare Part B takes original claims only; ask for a reopening instead of replacing one.",
  ),
  X12_MEDICARE_BILLING_NPI: error(
    6,
    "42 CFR 424.506",
    "Medicare pays no claim without the billing provider's NPI.",
  ),
  X12_MEDICARE_SERVICE_UNITS: refusal(
    6,
    "CMS Pub 100-04 chapter 26 10.4",
    "Medicare Part B wants at least one unit of a service, or its minutes.",
  ),
  X12_MEDICARE_LABORATORY: hint(
    6,
    "42 CFR 493; CMS Pub 100-04 chapter 16",
    "A laboratory test billed to Medicare needs the CLIA number (REF*X4).",
  ),
  X12_MEDICARE_MAMMOGRAPHY: hint(
    6,
    "CMS Pub 100-04 chapter 18",
    "A mammography billed to Medicare needs the facility's certification (REF*EW).",
  ),
  X12_MEDICARE_SECONDARY_UNEXPECTED: hint(
    6,
    "005010X222A1 2000B SBR05",
    "The reason why Medicare pays second stands on a claim where Medicare is not asked to.",
  ),
  X12_MEDICARE_REFERRED_LABORATORY: hint(
    6,
    "CMS Pub 100-04 chapter 16",
    "A test that another laboratory did (modifier 90) needs that laboratory's CLIA number (REF*F4).",
  ),
  X12_MEDICARE_CARE_PLAN: hint(
    6,
    "CMS Pub 100-04 chapter 12",
    "Care plan oversight billed to Medicare needs the number of the agency or hospice (REF*1J).",
  ),
  X12_MEDICARE_ORDERING: hint(
    6,
    "42 CFR 424.507",
    "Tests, images and equipment billed to Medicare need their ordering or referring provider.",
  ),
  X12_MEDICARE_ANESTHESIA_MODIFIER: hint(
    6,
    "CMS Pub 100-04 chapter 12, 50",
    "Anesthesia billed to Medicare needs the modifier of who gave and directed it (AA, AD, QK, QX, QY, QZ).",
  ),
  X12_MEDICARE_THERAPY_MODIFIER: hint(
    6,
    "CMS Pub 100-04 chapter 5, 20.1",
    "Therapy billed to Medicare needs the modifier of its plan of care (GN, GO or GP).",
  ),
  X12_MEDICARE_CHIROPRACTIC: hint(
    6,
    "CMS Pub 100-04 chapter 12, 220",
    "Spinal manipulation is paid as active treatment (AT) only; without it, it is taken for maintenance.",
  ),
  X12_MEDICARE_CHIROPRACTIC_DATE: hint(
    6,
    "CMS Pub 100-04 chapter 26, item 14",
    "Spinal manipulation billed to Medicare needs the day on which the course of treatment began.",
  ),
  X12_MEDICARE_FOOT_CARE: hint(
    6,
    "CMS Pub 100-04 chapter 26, item 19",
    "Foot care for a systemic condition needs the day on which the patient was last seen for it (DTP*304).",
  ),
  X12_MEDICARE_CLINICAL_TRIAL: hint(
    6,
    "CMS Pub 100-04 chapter 32, 69",
    "Services of a clinical trial (Q0, Q1) need the number of the trial (REF*P4).",
  ),
  X12_MEDICARE_ANEMIA_TEST: hint(
    6,
    "CMS Pub 100-04 chapter 17, 80.12",
    "A drug against anemia needs the latest hemoglobin or hematocrit (MEA*TR*R1 or R2).",
  ),
  X12_MEDICARE_ANEMIA_REASON: hint(
    6,
    "CMS Pub 100-04 chapter 17, 80.12",
    "A drug against anemia needs the modifier of its reason (EA, EB or EC).",
  ),
  X12_MEDICARE_AMBULANCE_MODIFIER: hint(
    6,
    "CMS Pub 100-04 chapter 15, 30",
    "A transport billed to Medicare needs the modifier of where it began and ended.",
  ),
  X12_MEDICARE_EQUIPMENT_MODIFIER: hint(
    6,
    "CMS Pub 100-04 chapter 20, 130",
    "Equipment billed to Medicare needs to say whether it is new, used or rented (NU, UE, RR).",
  ),

  // Medicare Part A
  X12_MEDICARE_CHANGE_REASON: hint(
    6,
    "CMS Pub 100-04 chapter 1, 130",
    "A replaced or voided institutional claim needs the condition code of its reason (D0 to D9, E0).",
  ),
  X12_MEDICARE_COVERED_DAYS: hint(
    6,
    "CMS Pub 100-04 chapter 25, 75.3",
    "Covered and not covered days (values 80 and 81) do not add up to the days of the stay.",
  ),
  X12_MEDICARE_PRESENT_ON_ADMISSION: information(
    6,
    "Deficit Reduction Act of 2005, 5001(c)",
    "No diagnosis of the stay says whether it was present on admission; most hospitals must say so.",
  ),
  X12_MEDICARE_RATE_CODE: hint(
    6,
    "CMS Pub 100-04 chapters 3, 6 and 10",
    "The revenue codes 0022, 0023 and 0024 come with the code of their payment group (HP).",
  ),
  X12_MEDICARE_START_OF_CARE: hint(
    6,
    "CMS Pub 100-04 chapter 25, 75.1",
    "Home health and hospice claims need the day on which care began (DTP*435).",
  ),

  // Other lines of business
  X12_MEDICAID_SUBSCRIBER: hint(
    6,
    "005010X222A1 2000B SBR02",
    "Under Medicaid the patient is always the subscriber.",
  ),
  X12_MEDICAID_DRUG: hint(
    6,
    "42 CFR 447.520",
    "A drug billed to Medicaid needs its National Drug Code (loop 2410).",
  ),
  X12_CASUALTY_CLAIM_NUMBER: warning(
    6,
    "005010X222A1 2010BA REF*Y4",
    "A workers' compensation or automobile claim usually needs the casualty claim number (REF*Y4).",
  ),
  X12_CASUALTY_ACCIDENT: warning(
    6,
    "005010X222A1 2300 CLM11",
    "A workers' compensation or automobile claim usually states its related cause.",
  ),
  X12_CASUALTY_DATE: warning(
    6,
    "005010X222A1 2300 DTP*439",
    "A workers' compensation or automobile claim usually states the day of the accident.",
  ),

  // Trading partners
  X12_PARTNER_RULE: hint(7, "trading partner", "A rule of the trading partner is not followed."),
} as const satisfies Record<string, IssueRule>;
