import { hint, type IssueRule, information, refusal } from "./issue-rule.ts";

/** Issues of claims (837P, 837I, 837D): balances, situations, references. */
export const claimCodes = {
  // Subscriber and patient
  X12_CLAIM_MISSING: refusal(
    2,
    "005010X222A1 2000B",
    "The subscriber level has neither a claim nor a patient below it.",
  ),
  X12_SUBSCRIBER_NOT_PATIENT: refusal(
    4,
    "005010X222A1 2000B SBR02",
    "The claim stands below the subscriber, so SBR02 must say that the subscriber is the patient (18).",
  ),
  X12_PATIENT_LEVEL_UNEXPECTED: refusal(
    4,
    "005010X222A1 2000B SBR02",
    "SBR02 says that the subscriber is the patient, yet a patient level follows.",
  ),
  X12_SUBSCRIBER_ADDRESS: refusal(
    4,
    "005010X222A1 2010BA N3",
    "The subscriber is the patient, so the subscriber's address is required.",
  ),
  X12_SUBSCRIBER_BIRTH: refusal(
    4,
    "005010X222A1 2010BA DMG",
    "The subscriber is the patient, so birth date and sex are required.",
  ),
  X12_MEMBER_ID: refusal(
    4,
    "005010X222A1 2010BA NM109",
    "The subscriber is a person, so the member number is required.",
  ),
  X12_FIRST_NAME: hint(
    4,
    "005010X222A1 NM104",
    "The name belongs to a person, but there is no first name.",
  ),

  // Addresses and providers
  X12_ADDRESS_STATE: refusal(
    4,
    "005010X222A1 N402",
    "An address without a country is in the USA or Canada and needs its state.",
  ),
  X12_ADDRESS_POSTAL_CODE: refusal(
    4,
    "005010X222A1 N403",
    "An address without a country is in the USA or Canada and needs its postal code.",
  ),
  X12_ADDRESS_SUBDIVISION: hint(
    4,
    "005010X222A1 N402, N407",
    "N402 is for states of the USA and provinces of Canada; parts of other countries stand in N407.",
  ),
  X12_POSTAL_CODE_NINE: hint(
    4,
    "005010X222A1 2010AA N403",
    "The postal code of a billing provider or service facility in the USA must have nine digits.",
  ),
  X12_BILLING_STREET: refusal(
    4,
    "005010X222A1 2010AA N301",
    "The billing provider's address must be a street, not a post office box. Use the pay-to address for the box.",
  ),
  X12_BILLING_NPI: hint(
    4,
    "45 CFR 162.410",
    "The billing provider has no NPI. Providers of health care must send theirs.",
  ),
  X12_PROVIDER_UNIDENTIFIED: hint(
    4,
    "005010X222A1 2310",
    "The provider has neither an NPI nor another identifier.",
  ),
  X12_SERVICE_FACILITY: information(
    4,
    "005010X222A1 2310C",
    "The place of service is a facility, but the claim does not name it.",
  ),
  X12_ATTENDING_PROVIDER: refusal(
    4,
    "005010X223A2 2310A",
    "An institutional claim for more than transport that was not scheduled needs the attending provider.",
  ),
  X12_OPERATING_PROVIDER: hint(
    4,
    "005010X223A2 2310B",
    "The claim has a surgical procedure, but the operating physician is missing.",
  ),

  X12_REFERRAL_ORDER: hint(
    4,
    "005010X222A1 2310A, 2420F",
    "The primary care provider (P3) stands here only after the referring provider (DN).",
  ),

  // Claim
  X12_ORIGINAL_CLAIM_NUMBER: refusal(
    4,
    "005010X222A1 2300 REF*F8",
    "A replaced or voided claim (frequency 7 or 8) needs the payer's claim number in REF*F8.",
  ),
  X12_ACCIDENT_DATE: refusal(
    4,
    "005010X222A1 2300 DTP*439",
    "The claim comes from an accident (CLM11), so the accident date is required.",
  ),
  X12_ACCIDENT_STATE: refusal(
    4,
    "005010X222A1 2300 CLM11-4",
    "The claim comes from an automobile accident, so its state or country is required.",
  ),
  X12_ADMISSION_DATE: hint(
    4,
    "005010X222A1 2300 DTP*435",
    "Services for an inpatient need the admission date.",
  ),
  X12_ATTACHMENT_NUMBER: refusal(
    4,
    "005010X222A1 PWK06",
    "An attachment that is sent apart needs its control number.",
  ),
  X12_ACUTE_MANIFESTATION: refusal(
    4,
    "005010X222A1 2300 DTP*453",
    "Spinal manipulation of an acute condition billed to Medicare needs the date of its manifestation.",
  ),
  X12_AMBULANCE_TRANSPORT: refusal(
    4,
    "005010X222A1 CR1",
    "An ambulance service needs the transport segment CR1 on the claim or the line.",
  ),
  X12_AMBULANCE_PLACE: refusal(
    4,
    "005010X222A1 2310E, 2310F",
    "An ambulance service needs the places of pick-up and drop-off.",
  ),
  X12_AMBULANCE_FACILITY: hint(
    4,
    "005010X222A1 2310C",
    "An ambulance service names pick-up and drop-off (2310E, 2310F) and no service facility.",
  ),
  X12_AMBULANCE_PATIENTS: hint(
    4,
    "005010X222A1 2400 QTY*PT",
    "A transport of several patients (modifier GM) needs their number.",
  ),
  X12_SHARED_CARE_DATE: hint(
    4,
    "005010X222A1 2300 DTP*090, DTP*091",
    "Postoperative care that providers share (modifier 55) needs the day on which it was assumed or relinquished.",
  ),
  X12_PRESCRIPTION_DATE: hint(
    4,
    "005010X222A1 2300 DTP*471",
    "Hearing devices, frames and lenses need the date of their prescription.",
  ),
  X12_THERAPY_DATE: refusal(
    4,
    "005010X222A1 2400 DTP*463",
    "A certified piece of equipment needs the date on which the therapy began.",
  ),
  X12_CERTIFICATION_REVISION: refusal(
    4,
    "005010X222A1 2400 DTP*607",
    "A renewed or revised certification needs its revision date.",
  ),
  X12_EPSDT_REFERRAL: hint(
    4,
    "005010X222A1 2300 CRC*ZZ",
    "A screening of a child (EPSDT) needs to say whether the patient was referred.",
  ),
  X12_EPSDT_CONDITION: refusal(
    4,
    "005010X222A1 2300 CRC*ZZ",
    "The condition of a screening (CRC03) contradicts whether the patient was referred (CRC02).",
  ),
  X12_EQUIPMENT_CODE: hint(
    4,
    "005010X222A1 2400 SV501",
    "The equipment (SV5) has another procedure code than the line (SV1).",
  ),
  X12_CERTIFICATE_MISSING: hint(
    4,
    "005010X222A1 2400 PWK*CT",
    "A certificate of medical necessity is announced as part of the claim (AD), and its answers (2440) are not there.",
  ),
  X12_EQUIPMENT_ORDERER: hint(
    4,
    "005010X222A1 2420E",
    "A certified piece of equipment needs the provider who ordered it.",
  ),
  X12_CERTIFICATE_TRANSMISSION: hint(
    4,
    "005010X222A1 2400 CR3, 2440",
    "The answers of a certificate of medical necessity need the certification (CR3) that they belong to.",
  ),
  X12_PROSTHESIS_DATE: hint(
    4,
    "005010X224A2 2400 DTP*441",
    "A prosthesis that replaces another needs the date on which that one was placed.",
  ),
  X12_ORTHODONTIC: hint(
    4,
    "005010X224A2 2300 DN1",
    "Orthodontic treatment needs its months (DN1) on the claim.",
  ),
  X12_TOOTH: hint(4, "005010X224A2 2400 TOO", "A restoration needs the tooth that it was made on."),
  X12_UNLISTED_DESCRIPTION: hint(
    4,
    "005010X222A1 2400 SV101-7",
    "A code for what has no code of its own needs a description of the service.",
  ),
  X12_VISIT_REASON: hint(
    4,
    "005010X223A2 2300 HI*PR",
    "An unscheduled outpatient visit needs the patient's reason for it.",
  ),
  X12_OTHER_PAYER_PAID: hint(
    4,
    "005010X222A1 2320 AMT*D",
    "What another payer decided is told, but not what that payer paid, be it nothing.",
  ),
  X12_PURCHASED_SERVICE: hint(
    4,
    "005010X222A1 2420B",
    "A purchased service needs the provider that it was bought from.",
  ),
  X12_DISCHARGE_HOUR: hint(
    4,
    "005010X223A2 2300 DTP*096",
    "The last claim of a stay needs the hour of the discharge.",
  ),
  X12_ANESTHESIA_MINUTES: hint(
    4,
    "005010X222A1 2400 SV103",
    "Anesthesia time is billed in minutes (MJ), and only anesthesia is.",
  ),
  X12_SERVICE_UNITS: hint(
    4,
    "005010X222A1 2400 SV104",
    "A service or drug has at least a part of a unit or a minute; here the quantity is zero or less.",
  ),
  X12_SERVICE_DATE_MISSING: hint(4, "guide", "The service has no date, neither here nor above."),
  X12_DATE_FUTURE: refusal(4, "guide", "The date lies in the future."),
  X12_SERVICE_BEFORE_BIRTH: refusal(4, "guide", "The service lies before the patient's birth."),
  X12_SERVICE_OUTSIDE_STATEMENT: hint(
    4,
    "005010X223A2 2400 DTP*472",
    "The service lies outside of the period that the claim covers.",
  ),
  X12_ADMISSION: refusal(
    4,
    "005010X223A2 2300 DTP*435",
    "An inpatient claim needs its admission date.",
  ),
  X12_ADMISSION_TYPE: refusal(
    4,
    "005010X223A2 2300 CL1",
    "An inpatient claim needs the type and the source of the admission.",
  ),
  X12_ADMITTING_DIAGNOSIS: refusal(
    4,
    "005010X223A2 2300 HI*ABJ",
    "An inpatient claim needs the admitting diagnosis.",
  ),
  X12_PATIENT_STATUS: hint(
    4,
    "NUBC form locators 4 and 17",
    "The patient's status (CL103) contradicts the frequency: 30 is a stay that goes on.",
  ),
  X12_AUTOMOBILE_STATE: hint(
    4,
    "005010X223A2 2300 REF*LU",
    "An automobile accident (occurrence 01 or 02) needs the state where it happened.",
  ),
  X12_PROCEDURE_OUTPATIENT: hint(
    4,
    "45 CFR 162.1002(c)(3)",
    "ICD-10-PCS is for stays; outpatient services are told in HCPCS.",
  ),
  X12_PROCEDURE_PRINCIPAL: hint(
    4,
    "005010X223A2 2300 HI*BBR",
    "Other procedures are named, but no principal procedure.",
  ),
  X12_ACCOMMODATION_DAYS: hint(
    4,
    "005010X223A2 2400 SV204",
    "Room and board is counted in days (DA).",
  ),
  X12_TOTAL_LINE: refusal(
    4,
    "005010X223A2 2400 SV201",
    "The revenue code 0001 (total) has no line in an electronic claim.",
  ),
  X12_PROCEDURE_MISSING: hint(
    4,
    "005010X223A2 2400 SV202",
    "An outpatient service without a procedure code is often not paid.",
  ),

  // Diagnoses, lines, references
  X12_DIAGNOSIS_POINTER_REPEATED: hint(
    4,
    "005010X222A1 2400 SV107",
    "The line points to the same diagnosis twice.",
  ),
  X12_DIAGNOSIS_REPEATED: hint(4, "005010X222A1 2300 HI", "The claim names a diagnosis twice."),
  X12_DIAGNOSIS_REVISION: refusal(
    5,
    "45 CFR 162.1002(c)",
    "Services from 2015-10-01 on need ICD-10-CM diagnoses, earlier ones ICD-9-CM.",
  ),
  X12_DIAGNOSIS_MIXED: refusal(
    5,
    "005010X222A1 2300 HI",
    "The claim has diagnoses of both ICD revisions.",
  ),
  X12_DIAGNOSIS_EXTERNAL_CAUSE: hint(
    5,
    "ICD-10-CM guidelines I.C.20",
    "An external cause (V00 to Y99) cannot be the first diagnosis.",
  ),
  X12_EXTERNAL_CAUSE_CODE: hint(
    5,
    "ICD-10-CM guidelines I.C.20",
    "The code is not one of the external causes (V00 to Y99).",
  ),
  X12_MODIFIER_REPEATED: hint(4, "45 CFR 162.1002", "The line has the same modifier twice."),
  X12_LINE_CONTROL_NUMBER_REUSED: hint(
    4,
    "005010X222A1 2400 REF*6R",
    "Another line of the claim has the same line item control number.",
  ),

  // Other payers
  X12_OTHER_COVERAGE_MISSING: refusal(
    4,
    "005010X222A1 2320",
    "The claim does not go to the first payer, so the payers before must be named.",
  ),
  X12_PAYER_SEQUENCE_REUSED: refusal(
    4,
    "005010X222A1 SBR01",
    "Two payers of the claim have the same place in the sequence.",
  ),
  X12_ADJUDICATION_DATE: refusal(
    4,
    "005010X222A1 2330B DTP*573",
    "Another payer's payment needs its adjudication date, on the claim or on the lines.",
  ),
  X12_OTHER_PAYER_UNKNOWN: refusal(
    4,
    "005010X222A1 2430 SVD01",
    "The line names a payer whose coverage is not on the claim.",
  ),
  X12_BUNDLED_LINE: hint(
    4,
    "005010X222A1 2430 SVD06",
    "The line that this one was bundled into is not on the claim.",
  ),
  X12_OTHER_PAYER_NOT_COVERED: hint(
    3,
    "005010X222A1 2320 AMT*A8",
    "What a payer that was not asked is known not to cover is the whole charge of the claim.",
  ),
  X12_OTHER_PAYER_CLAIM_BALANCE: refusal(
    3,
    "005010X222A1 1.4.4",
    "What another payer paid and adjusted does not add up to the claim's charge.",
  ),
  X12_OTHER_PAYER_LINE_BALANCE: refusal(
    3,
    "005010X222A1 1.4.4",
    "What another payer paid and adjusted does not add up to the line's charge.",
  ),
  X12_OTHER_PAYER_TOTAL: refusal(
    3,
    "005010X222A1 1.4.4",
    "Another payer's claim payment is not the sum of its line payments less its claim adjustments.",
  ),
} as const satisfies Record<string, IssueRule>;
