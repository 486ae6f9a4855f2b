import { describe, expect, it } from "vitest";
import { builtInEdits } from "./built-in-edits.store.ts";
import { evaluateEdits } from "./evaluate-edits.ts";
import { editStages } from "./fact-catalogue.ts";
import type { DiagnosisFacts, LineFacts, NotEvaluable, SubjectFacts, WholeFacts } from "./facts.ts";
import { cleanFacts, testDay } from "./testing/clean-facts.ts";

const edits = await builtInEdits();

type Change = {
  readonly whole?: WholeFacts;
  /** Laid over the first line or diagnosis. */
  readonly line?: LineFacts;
  readonly diagnosis?: DiagnosisFacts;
  readonly lines?: readonly LineFacts[];
  readonly diagnoses?: readonly DiagnosisFacts[];
};

function changed(clean: SubjectFacts, change: Change): SubjectFacts {
  const lines = change.lines ?? clean.lines;
  const diagnoses = change.diagnoses ?? clean.diagnoses;
  const over = <Item>(items: readonly Item[] | undefined, first: Item | undefined) =>
    items?.map((item, at) => (at === 0 && first ? { ...item, ...first } : item));
  return {
    ...clean,
    whole: { ...clean.whole, ...change.whole },
    ...(lines ? { lines: over(lines, change.line) ?? [] } : {}),
    ...(diagnoses ? { diagnoses: over(diagnoses, change.diagnosis) ?? [] } : {}),
  };
}

const medicare = { "payer.lineOfBusiness": "medicare", "coverage.memberId": "1EG4TE5MK73" };
const whole = (facts: WholeFacts): Change => ({ whole: facts });
const line = (facts: LineFacts): Change => ({ line: facts });
const diagnosis = (facts: DiagnosisFacts): Change => ({ diagnosis: facts });
const many = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

/** For each edit: what makes a clean subject break it, and what comes near without breaking it. */
const cases: readonly (readonly [code: string, fires: Change, silent?: Change])[] = [
  ["REGISTRATION_NAME_MISSING", whole({ "patient.firstName": undefined })],
  ["REGISTRATION_BIRTH_DATE_MISSING", whole({ "patient.dateOfBirth": undefined })],
  [
    "REGISTRATION_BIRTH_DATE_FUTURE",
    whole({ "patient.dateOfBirth": "2026-11-23" }),
    whole({ "patient.dateOfBirth": testDay }),
  ],
  [
    "REGISTRATION_AGE_UNLIKELY",
    whole({ "patient.dateOfBirth": "1905-11-22" }),
    whole({ "patient.dateOfBirth": "1905-11-23" }),
  ],
  ["REGISTRATION_SEX_MISSING", whole({ "patient.gender": undefined })],
  ["REGISTRATION_ADDRESS_MISSING", whole({ "patient.city": " " })],
  [
    "REGISTRATION_POSTAL_CODE_FORM",
    whole({ "patient.postalCode": "4321" }),
    whole({ "patient.postalCode": undefined }),
  ],
  ["REGISTRATION_STATE_FORM", whole({ "patient.state": "XX" }), whole({ "patient.state": "PR" })],
  ["REGISTRATION_PHONE_MISSING", whole({ "patient.phone": undefined })],
  [
    "REGISTRATION_COVERAGE_MISSING",
    whole({ "coverage.isStated": false }),
    whole({ "coverage.isStated": undefined }),
  ],
  [
    "REGISTRATION_MEMBER_ID_MISSING",
    whole({ "coverage.memberId": undefined }),
    whole({ "coverage.memberId": undefined, "coverage.isStated": false }),
  ],
  [
    "REGISTRATION_MEDICARE_NUMBER_FORM",
    whole({ ...medicare, "coverage.memberId": "1SG4TE5MK73" }),
    whole(medicare),
  ],
  [
    "REGISTRATION_SUBSCRIBER_MISSING",
    whole({ "coverage.relationship": "19" }),
    whole({
      "coverage.relationship": "19",
      "subscriber.lastName": "Ortiz",
      "subscriber.dateOfBirth": "1950-01-01",
    }),
  ],
  [
    "REGISTRATION_MINOR_WITHOUT_GUARANTOR",
    whole({ "patient.dateOfBirth": "2008-11-23", "patient.hasGuarantor": false }),
    whole({ "patient.dateOfBirth": "2008-11-22", "patient.hasGuarantor": false }),
  ],
  [
    "REGISTRATION_PHONE_FORM",
    whole({ "patient.phone": "555" }),
    whole({ "patient.phone": undefined }),
  ],
  [
    "REGISTRATION_LIKELY_DUPLICATE",
    whole({ "patient.likelySameAs": 12 }),
    whole({ "patient.likelySameAs": undefined }),
  ],
  [
    "REGISTRATION_COVERAGE_ENDED",
    whole({ "coverage.effectiveTo": "2026-11-21" }),
    whole({ "coverage.effectiveTo": testDay }),
  ],
  [
    "REGISTRATION_COVERAGE_DAYS_REVERSED",
    whole({ "coverage.effectiveFrom": "2027-01-01" }),
    whole({ "coverage.effectiveFrom": undefined }),
  ],
  [
    "REGISTRATION_FILING_INDICATOR_MISSING",
    whole({ "coverage.filingIndicator": undefined }),
    whole({ "coverage.filingIndicator": undefined, "coverage.isStated": false }),
  ],
  [
    "REGISTRATION_SUBSCRIBER_BIRTH_DATE_FUTURE",
    whole({ "subscriber.dateOfBirth": "2026-11-23" }),
    whole({ "subscriber.dateOfBirth": testDay }),
  ],
  [
    "REGISTRATION_MINOR_IS_SUBSCRIBER",
    whole({ "patient.dateOfBirth": "2010-11-23" }),
    whole({ "patient.dateOfBirth": "2010-11-22" }),
  ],
  [
    "SCHEDULING_COVERAGE_MISSING",
    whole({ "coverage.isStated": false }),
    whole({ "coverage.isStated": undefined }),
  ],
  [
    "SCHEDULING_PATIENT_DECEASED",
    whole({ "patient.dateOfDeath": "2026-11-29" }),
    whole({ "patient.dateOfDeath": "2026-11-30" }),
  ],
  ["SCHEDULING_APPOINTMENT_REPEATED", whole({ "appointment.sameDayAt": "10:20" })],
  [
    "SCHEDULING_RENDERING_NOT_ENROLLED",
    whole({ "renderingProvider.isEnrolled": false }),
    whole({ "renderingProvider.isEnrolled": { missing: "enrollment" } }),
  ],
  [
    "SCHEDULING_RENDERING_NOT_IN_FORCE",
    whole({ "renderingProvider.effectiveTo": "2026-11-29" }),
    whole({ "renderingProvider.effectiveTo": "2026-11-30" }),
  ],
  [
    "SCHEDULING_OLD_BALANCE",
    whole({ "patient.openBalanceCents": 500 }),
    whole({ "patient.openBalanceCents": 499 }),
  ],
  ["SCHEDULING_ELIGIBILITY_OTHER_PAYER", whole({ "eligibility.otherPayer": "Westbank" })],
  [
    "SCHEDULING_MEDICARE_ADVANTAGE",
    whole({ ...medicare, "eligibility.medicareAdvantagePlan": "Sunny" }),
    whole({ "eligibility.medicareAdvantagePlan": "Sunny" }),
  ],
  [
    "SCHEDULING_COVERAGE_ENDED",
    whole({ "coverage.effectiveTo": "2026-11-29" }),
    whole({ "coverage.effectiveTo": "2026-11-30" }),
  ],
  [
    "SCHEDULING_COVERAGE_NOT_BEGUN",
    whole({ "coverage.effectiveFrom": "2026-12-01" }),
    whole({ "coverage.effectiveFrom": "2026-11-30" }),
  ],
  [
    "SCHEDULING_ELIGIBILITY_INACTIVE",
    whole({ "eligibility.status": "inactive" }),
    whole({ "eligibility.status": "unknown" }),
  ],
  [
    "SCHEDULING_ELIGIBILITY_NOT_ASKED",
    whole({ "eligibility.checkedOn": undefined, "appointment.startsOn": "2026-11-25" }),
    whole({ "eligibility.checkedOn": undefined, "appointment.startsOn": "2026-11-26" }),
  ],
  [
    "SCHEDULING_ELIGIBILITY_OLD",
    whole({ "eligibility.checkedOn": "2026-10-30" }),
    whole({ "eligibility.checkedOn": "2026-10-31" }),
  ],
  [
    "SCHEDULING_AUTHORIZATION_MISSING",
    whole({ "authorization.isRequired": true, "authorization.number": undefined }),
    whole({ "authorization.isRequired": true }),
  ],
  [
    "SCHEDULING_AUTHORIZATION_NOT_APPROVED",
    whole({ "authorization.isRequired": true, "authorization.state": "requested" }),
    whole({ "authorization.state": "requested" }),
  ],
  [
    "SCHEDULING_AUTHORIZATION_ENDED",
    whole({ "authorization.effectiveTo": "2026-11-29" }),
    whole({ "authorization.effectiveTo": "2026-11-30" }),
  ],
  [
    "SCHEDULING_AUTHORIZATION_UNITS",
    whole({ "authorization.unitsWanted": 5 }),
    whole({ "authorization.unitsWanted": 4 }),
  ],
  [
    "SCHEDULING_REFERRAL_MISSING",
    whole({ "plan.needsReferral": true }),
    whole({ "plan.needsReferral": true, "referral.number": "R1" }),
  ],
  ["CHARGE_NOTE_UNSIGNED", whole({ "encounter.signedOn": undefined })],
  [
    "CHARGE_NOT_DOCUMENTED",
    whole({ "encounter.isDocumented": false }),
    whole({ "encounter.isDocumented": undefined }),
  ],
  [
    "CHARGE_NOTE_LATE",
    whole({ "encounter.signedOn": "2026-12-19" }),
    whole({ "encounter.signedOn": "2026-12-18" }),
  ],
  [
    "CHARGE_SERVICE_FUTURE",
    whole({ "claim.serviceFrom": "2026-11-23" }),
    whole({ "claim.serviceFrom": testDay }),
  ],
  ["CHARGE_NO_DIAGNOSIS", { diagnoses: [] }],
  ["CHARGE_NO_SERVICE", { lines: [] }],
  [
    "CHARGE_LATE",
    whole({ "claim.serviceFrom": "2026-11-16" }),
    whole({ "claim.serviceFrom": "2026-11-17" }),
  ],
  ["CHARGE_PRICE_MISSING", line({ "line.priceCents": undefined })],
  [
    "CHARGE_BELOW_PRICE",
    line({ "line.chargedCents": 20999 }),
    line({ "line.chargedCents": 21001 }),
  ],
  [
    "CLAIM_NUMBER_FORM",
    whole({ "claim.patientControlNumber": "A".repeat(21) }),
    whole({ "claim.patientControlNumber": "A".repeat(20) }),
  ],
  ["CLAIM_PATIENT_NAME_MISSING", whole({ "patient.lastName": undefined })],
  ["CLAIM_BIRTH_DATE_MISSING", whole({ "patient.dateOfBirth": undefined })],
  [
    "CLAIM_BIRTH_AFTER_SERVICE",
    whole({ "patient.dateOfBirth": "2026-11-14" }),
    whole({ "patient.dateOfBirth": "2026-11-13" }),
  ],
  [
    "CLAIM_SERVICE_AFTER_DEATH",
    whole({ "patient.dateOfDeath": "2026-11-12" }),
    whole({ "patient.dateOfDeath": "2026-11-13" }),
  ],
  ["CLAIM_SEX_MISSING", whole({ "patient.gender": "X" }), whole({ "patient.gender": "U" })],
  ["CLAIM_PATIENT_ADDRESS_MISSING", whole({ "patient.state": undefined })],
  [
    "CLAIM_PATIENT_POSTAL_CODE_FORM",
    whole({ "patient.postalCode": "432155" }),
    whole({ "patient.postalCode": "432150123" }),
  ],
  ["CLAIM_MEMBER_ID_MISSING", whole({ "coverage.memberId": "" })],
  [
    "CLAIM_MEDICARE_NUMBER_FORM",
    whole({ ...medicare, "coverage.memberId": "123456789A" }),
    whole(medicare),
  ],
  [
    "CLAIM_SUBSCRIBER_MISSING",
    whole({ "coverage.relationship": "01" }),
    whole({ "coverage.relationship": "01", "subscriber.lastName": "Ortiz" }),
  ],
  ["CLAIM_RELATIONSHIP_MISSING", whole({ "coverage.relationship": undefined })],
  [
    "CLAIM_COVERAGE_ENDED",
    whole({ "coverage.effectiveTo": "2026-11-12" }),
    whole({ "coverage.effectiveTo": "2026-11-13" }),
  ],
  [
    "CLAIM_COVERAGE_NOT_BEGUN",
    whole({ "coverage.effectiveFrom": "2026-11-14" }),
    whole({ "coverage.effectiveFrom": "2026-11-13" }),
  ],
  [
    "CLAIM_ELIGIBILITY_INACTIVE",
    whole({ "eligibility.status": "inactive" }),
    whole({ "eligibility.status": { missing: "eligibility" } }),
  ],
  ["CLAIM_FILING_INDICATOR_MISSING", whole({ "coverage.filingIndicator": undefined })],
  [
    "CLAIM_PAYER_ID_MISSING",
    whole({ "payer.identifier": undefined }),
    whole({ "payer.identifier": undefined, "payer.claimRoute": "paper" }),
  ],
  ["CLAIM_PAYER_NAME_MISSING", whole({ "payer.name": undefined })],
  [
    "CLAIM_MEDICARE_SECONDARY_TYPE_MISSING",
    whole({ ...medicare, "coverage.rank": 2 }),
    whole({ ...medicare, "coverage.rank": 2, "coverage.medicareSecondaryType": "12" }),
  ],
  [
    "CLAIM_PRIOR_PAYMENT_MISSING",
    whole({ "claim.isSecondary": true }),
    whole({ "claim.isSecondary": true, "claim.priorPayerAdjudicatedOn": "2026-11-20" }),
  ],
  ["CLAIM_BILLING_NPI_CHECK", whole({ "billingProvider.npi": "1234567890" })],
  ["CLAIM_BILLING_TAX_ID_FORM", whole({ "billingProvider.taxId": "12-3456789" })],
  [
    "CLAIM_BILLING_TAXONOMY_UNKNOWN",
    whole({ "billingProvider.taxonomy": "000Q00000X" }),
    whole({ "billingProvider.taxonomy": undefined }),
  ],
  [
    "CLAIM_BILLING_POST_OFFICE_BOX",
    whole({ "billingProvider.addressLine1": "P.O. Box 12" }),
    whole({ "billingProvider.addressLine1": "12 Boxwood Street" }),
  ],
  ["CLAIM_BILLING_POSTAL_CODE_NINE", whole({ "billingProvider.postalCode": "43215" })],
  [
    "CLAIM_RENDERING_NPI_CHECK",
    whole({ "renderingProvider.npi": "1234567890" }),
    whole({ "renderingProvider.npi": undefined }),
  ],
  [
    "CLAIM_RENDERING_NOT_IN_FORCE",
    whole({ "renderingProvider.effectiveTo": "2026-11-12" }),
    whole({ "renderingProvider.effectiveTo": "2026-11-13" }),
  ],
  [
    "CLAIM_RENDERING_NOT_ENROLLED",
    whole({ "renderingProvider.isEnrolled": false }),
    whole({ "renderingProvider.isEnrolled": undefined }),
  ],
  [
    "CLAIM_PAYER_ENROLLMENT_MISSING",
    whole({ "payer.claimEnrollment": "requested" }),
    whole({ "payer.claimEnrollment": "not-needed" }),
  ],
  [
    "CLAIM_REFERRING_NPI_CHECK",
    whole({ "referringProvider.npi": "12" }),
    whole({ "referringProvider.npi": "1234567893" }),
  ],
  [
    "CLAIM_SUPERVISING_NPI_CHECK",
    whole({ "supervisingProvider.npi": "12" }),
    whole({ "supervisingProvider.npi": "1234567893" }),
  ],
  [
    "CLAIM_FACILITY_MISSING",
    whole({ "claim.placeOfService": "22", "facility.isStated": false }),
    whole({ "facility.isStated": false }),
  ],
  [
    "CLAIM_ADMISSION_DATE_MISSING",
    whole({ "claim.placeOfService": "21" }),
    whole({ "claim.placeOfService": "21", "claim.admittedOn": "2026-11-12" }),
  ],
  ["CLAIM_NO_LINES", { lines: [] }],
  ["CLAIM_TOO_MANY_LINES", { lines: many(51, {}) }, { lines: many(50, {}) }],
  ["CLAIM_NO_DIAGNOSIS", { diagnoses: [] }],
  ["CLAIM_TOO_MANY_DIAGNOSES", { diagnoses: many(13, {}) }, { diagnoses: many(12, {}) }],
  [
    "CLAIM_TOTAL_DIFFERS",
    whole({ "claim.chargedCents": 32999 }),
    line({ "line.chargedCents": undefined }),
  ],
  ["CLAIM_PLACE_OF_SERVICE_MISSING", whole({ "claim.placeOfService": "00" })],
  [
    "CLAIM_SERVICE_FUTURE",
    whole({ "claim.serviceThrough": "2026-11-23" }),
    whole({ "claim.serviceThrough": testDay }),
  ],
  [
    "CLAIM_ORIGINAL_REFERENCE_MISSING",
    whole({ "claim.frequency": "7" }),
    whole({ "claim.frequency": "8", "claim.originalReference": "2026001" }),
  ],
  [
    "CLAIM_FREQUENCY_UNKNOWN",
    whole({ "claim.frequency": "9" }),
    whole({ "claim.frequency": "9", "claim.kind": "institutional" }),
  ],
  [
    "CLAIM_ACCIDENT_DATE_MISSING",
    whole({ "claim.isAccident": true }),
    whole({ "claim.isAccident": true, "claim.accidentOn": "2026-11-01" }),
  ],
  [
    "CLAIM_ACCIDENT_STATE_MISSING",
    whole({ "claim.isAutoAccident": true }),
    whole({ "claim.isAutoAccident": true, "claim.accidentState": "OH" }),
  ],
  ["CLAIM_SIGNATURE_MISSING", whole({ "claim.signatureOnFile": false })],
  ["CLAIM_RELEASE_MISSING", whole({ "claim.releaseOfInformation": undefined })],
  ["CLAIM_ASSIGNMENT_MISSING", whole({ "claim.benefitsAssigned": undefined })],
  [
    "CLAIM_REPEATED",
    whole({ "claim.sameServicesNumber": "7QK42200" }),
    whole({ "claim.sameServicesNumber": "7QK42200", "claim.frequency": "7" }),
  ],
  ["CLAIM_COVERAGE_NOT_ON_FILE", whole({ "coverage.isOnFile": false })],
  ["CLAIM_ELIGIBILITY_UNKNOWN", whole({ "eligibility.status": "unknown" })],
  [
    "CLAIM_ELIGIBILITY_OTHER_PAYER",
    whole({ "eligibility.otherPayer": "Lakeside Mutual" }),
    whole({ "eligibility.otherPayer": "Lakeside Mutual", "claim.isSecondary": true }),
  ],
  ["CLAIM_ELIGIBILITY_OTHER_PLAN", whole({ "eligibility.isOtherPlan": true })],
  [
    "CLAIM_MEDICARE_ADVANTAGE",
    whole({ ...medicare, "eligibility.medicareAdvantagePlan": "Northway Gold HMO" }),
    whole({ "eligibility.medicareAdvantagePlan": "Northway Gold HMO" }),
  ],
  ["CLAIM_RENDERING_NOT_ON_FILE", whole({ "renderingProvider.isOnFile": false })],
  [
    "CLAIM_AUTHORIZATION_NOT_ON_FILE",
    whole({ "authorization.isOnFile": false }),
    whole({ "authorization.isOnFile": false, "authorization.number": undefined }),
  ],
  [
    "CLAIM_AUTHORIZATION_DIFFERS",
    whole({ "authorization.numberOnFile": "A2" }),
    whole({ "authorization.numberOnFile": undefined }),
  ],
  [
    "CLAIM_AUTHORIZATION_NOT_APPROVED",
    whole({ "authorization.isRequired": true, "authorization.state": "denied" }),
    whole({ "authorization.isRequired": true, "authorization.state": "partly-approved" }),
  ],
  [
    "LINE_BILLED_BEFORE",
    line({ "line.billedOnClaim": "7QK42200" }),
    line({ "line.billedOnClaim": "7QK42200", "line.modifiers": ["76"] }),
  ],
  [
    "LINE_STATUS_NOT_VALID",
    { ...whole(medicare), ...line({ "line.feeScheduleStatus": "I" }) },
    line({ "line.feeScheduleStatus": "I" }),
  ],
  [
    "LINE_STATUS_BUNDLED",
    { ...whole(medicare), ...line({ "line.feeScheduleStatus": "B" }) },
    { ...whole(medicare), ...line({ "line.feeScheduleStatus": "A" }) },
  ],
  [
    "LINE_STATUS_NOT_COVERED",
    { ...whole(medicare), ...line({ "line.feeScheduleStatus": "N" }) },
    {
      ...whole(medicare),
      ...line({ "line.feeScheduleStatus": "N", "line.modifiers": ["GY"] }),
    },
  ],
  [
    "LINE_IN_GLOBAL_PERIOD",
    line({ "line.inGlobalPeriodOf": "47562", "line.modifiers": [] }),
    line({ "line.inGlobalPeriodOf": "47562", "line.modifiers": ["24"] }),
  ],
  [
    "CLAIM_FILING_LATE",
    whole({ "claim.filingDueOn": "2026-11-21" }),
    whole({ "claim.filingDueOn": "2026-11-21", "claim.firstSubmittedOn": "2026-11-14" }),
  ],
  [
    "CLAIM_FILING_DUE_SOON",
    whole({ "claim.filingDueOn": "2026-12-06" }),
    whole({ "claim.filingDueOn": "2026-12-07" }),
  ],
  [
    "CLAIM_AUTHORIZATION_MISSING",
    whole({ "authorization.isRequired": true, "authorization.number": undefined }),
    whole({ "authorization.number": undefined }),
  ],
  [
    "CLAIM_AUTHORIZATION_ENDED",
    whole({ "authorization.effectiveFrom": "2026-11-14" }),
    whole({ "authorization.effectiveFrom": "2026-11-13" }),
  ],
  [
    "CLAIM_AUTHORIZATION_UNITS",
    whole({ "authorization.unitsRemaining": 0 }),
    whole({ "authorization.unitsRemaining": undefined }),
  ],
  [
    "CLAIM_REFERRAL_MISSING",
    whole({ "plan.needsReferral": true }),
    whole({ "plan.needsReferral": true, "referral.number": "R1" }),
  ],
  [
    "CLAIM_CLIA_FORM",
    whole({ "claim.cliaNumber": "36D000012" }),
    whole({ "claim.cliaNumber": "36D0000123" }),
  ],
  [
    "LINE_PROCEDURE_MISSING",
    line({ "line.procedureCode": "9921" }),
    line({ "line.procedureCode": "0001U", "line.modifiers": [] }),
  ],
  ["LINE_PROCEDURE_NOT_VALID", line({ "line.procedureCode": "Z9999", "line.modifiers": [] })],
  ["LINE_CHARGE_ZERO", line({ "line.chargedCents": 0 })],
  ["LINE_UNITS_INVALID", line({ "line.units": 0 }), line({ "line.units": 0.5 })],
  ["LINE_DATE_MISSING", line({ "line.serviceFrom": "2026-02-30" })],
  [
    "LINE_DATES_REVERSED",
    line({ "line.serviceThrough": "2026-11-12" }),
    line({ "line.serviceThrough": "2026-11-14" }),
  ],
  [
    "LINE_PLACE_OF_SERVICE_UNKNOWN",
    line({ "line.placeOfService": "00" }),
    line({ "line.placeOfService": undefined }),
  ],
  ["LINE_POINTER_MISSING", line({ "line.diagnosisPointers": [] })],
  [
    "LINE_POINTER_OUTSIDE",
    line({ "line.diagnosisPointers": [3] }),
    line({ "line.diagnosisPointers": [2] }),
  ],
  ["LINE_POINTER_REPEATED", line({ "line.diagnosisPointers": [1, 1] })],
  ["LINE_TOO_MANY_POINTERS", line({ "line.diagnosisPointers": [1, 2, 3, 4, 5] })],
  ["LINE_TOO_MANY_MODIFIERS", line({ "line.modifiers": ["25", "GC", "GT", "95", "Q6"] })],
  ["LINE_MODIFIER_REPEATED", line({ "line.modifiers": ["25", "25"] })],
  [
    "LINE_MODIFIER_59_AND_X",
    line({ "line.modifiers": ["59", "XS"] }),
    line({ "line.modifiers": ["XS"] }),
  ],
  [
    "LINE_MODIFIER_26_AND_TC",
    line({ "line.modifiers": ["26", "TC"] }),
    line({ "line.modifiers": ["26"] }),
  ],
  [
    "LINE_MODIFIER_BILATERAL_AND_SIDE",
    line({ "line.modifiers": ["50", "LT"] }),
    line({ "line.modifiers": ["50"] }),
  ],
  [
    "LINE_MODIFIER_25_NOT_VISIT",
    line({ "line.procedureCode": "11055" }),
    line({ "line.procedureCode": "92014" }),
  ],
  [
    "LINE_REPEATED",
    { lines: many(2, { ...cleanFacts("claim").lines?.[1] }) },
    { lines: many(2, { ...cleanFacts("claim").lines?.[1], "line.modifiers": ["76"] }) },
  ],
  [
    "LINE_TELEHEALTH_PLACE",
    line({ "line.modifiers": ["95"] }),
    line({ "line.modifiers": ["95"], "line.placeOfService": "10" }),
  ],
  [
    "LINE_NDC_MISSING",
    {
      ...whole({ "payer.lineOfBusiness": "medicaid" }),
      ...line({ "line.procedureCode": "J1100", "line.modifiers": [] }),
    },
    line({ "line.procedureCode": "J1100", "line.modifiers": [] }),
  ],
  [
    "LINE_NDC_FORM",
    line({ "line.ndc": "0641-6145-25" }),
    line({ "line.ndc": "00641614525", "line.ndcUnit": "ML", "line.ndcUnits": 1 }),
  ],
  [
    "LINE_NDC_QUANTITY_MISSING",
    line({ "line.ndc": "00641614525" }),
    line({ "line.ndc": "00641614525", "line.ndcUnit": "ML", "line.ndcUnits": 1 }),
  ],
  ["LINE_NDC_UNIT_UNKNOWN", line({ "line.ndcUnit": "KG" }), line({ "line.ndcUnit": "UN" })],
  [
    "LINE_AUTHORIZATION_MISSING",
    {
      ...whole({ "authorization.number": undefined }),
      ...line({ "line.needsAuthorization": true }),
    },
    line({ "line.needsAuthorization": true }),
  ],
  [
    "LINE_CLIA_MISSING",
    line({ "line.needsClia": true }),
    { ...whole({ "claim.cliaNumber": "36D0000123" }), ...line({ "line.needsClia": true }) },
  ],
  [
    "LINE_BUNDLED_NEVER",
    line({ "line.bundledIntoCode": "93000", "line.bundlingModifierIndicator": 0 }),
  ],
  [
    "LINE_BUNDLED_WITHOUT_MODIFIER",
    line({
      "line.bundledIntoCode": "93000",
      "line.bundlingModifierIndicator": 1,
      "line.pairModifiers": ["50"],
    }),
    line({
      "line.bundledIntoCode": "93000",
      "line.bundlingModifierIndicator": 1,
      "line.modifiers": [],
      "line.pairModifiers": ["59"],
    }),
  ],
  [
    "LINE_UNITS_UNLIKELY",
    line({ "line.unlikelyIndicator": 1, "line.units": 2 }),
    line({ "line.unlikelyIndicator": 1 }),
  ],
  [
    "LINE_UNITS_ABOVE_POLICY",
    line({ "line.units": 2 }),
    line({ "line.units": 2, "line.unlikelyAboveUnits": undefined }),
  ],
  [
    "LINE_UNITS_UNLIKELY_DAY",
    line({ "line.unlikelyIndicator": 3, "line.units": 2 }),
    line({ "line.unlikelyIndicator": 3 }),
  ],
  [
    "DIAGNOSIS_FORM",
    diagnosis({ "diagnosis.code": "401.9" }),
    diagnosis({ "diagnosis.code": "S52521A" }),
  ],
  ["DIAGNOSIS_NOT_VALID", diagnosis({ "diagnosis.code": "Z9999" })],
  ["DIAGNOSIS_NOT_SPECIFIC", diagnosis({ "diagnosis.code": "E11" })],
  ["DIAGNOSIS_REPEATED", { diagnoses: many(2, { "diagnosis.code": "I10" }) }],
  [
    "DIAGNOSIS_EXTERNAL_CAUSE_FIRST",
    diagnosis({ "diagnosis.code": "W19.XXXA" }),
    { diagnoses: [{ "diagnosis.code": "S52521A" }, { "diagnosis.code": "W19XXXA" }] },
  ],
  [
    "DIAGNOSIS_PREGNANCY_SEX",
    { ...whole({ "patient.gender": "M" }), ...diagnosis({ "diagnosis.code": "O09.90" }) },
    diagnosis({ "diagnosis.code": "O09.90" }),
  ],
  [
    "DIAGNOSIS_FEMALE_SEX",
    { ...whole({ "patient.gender": "M" }), ...diagnosis({ "diagnosis.code": "N92.0" }) },
    { ...whole({ "patient.gender": "M" }), ...diagnosis({ "diagnosis.code": "N99.0" }) },
  ],
  [
    "DIAGNOSIS_MALE_SEX",
    diagnosis({ "diagnosis.code": "N40.0" }),
    diagnosis({ "diagnosis.code": "N60.01" }),
  ],
  [
    "DIAGNOSIS_MATERNITY_AGE",
    {
      ...whole({ "patient.dateOfBirth": "1961-11-13" }),
      ...diagnosis({ "diagnosis.code": "O09.90" }),
    },
    {
      ...whole({ "patient.dateOfBirth": "1961-11-14" }),
      ...diagnosis({ "diagnosis.code": "O09.90" }),
    },
  ],
  [
    "DIAGNOSIS_PERINATAL_AGE",
    diagnosis({ "diagnosis.code": "P07.30" }),
    {
      ...whole({ "patient.dateOfBirth": "2026-11-12" }),
      ...diagnosis({ "diagnosis.code": "P07.30" }),
    },
  ],
  [
    "REMITTANCE_PAID_ABOVE_CHARGE",
    whole({ "remittance.paidCents": 33001 }),
    whole({ "remittance.paidCents": 33000 }),
  ],
  [
    "REMITTANCE_PATIENT_ABOVE_CHARGE",
    whole({ "remittance.patientCents": 33001 }),
    whole({ "remittance.patientCents": 33000 }),
  ],
];

function codesFound(code: string, change: Change): string[] {
  const stage = edits.find((edit) => edit.code === code)?.stage ?? "claim";
  const ofStage = edits.filter((edit) => edit.stage === stage);
  const { findings } = evaluateEdits(ofStage, changed(cleanFacts(stage), change), testDay);
  return findings.map((finding) => finding.code);
}

describe("the edits that the program brings", () => {
  it.each(editStages)("nothing is found in clean facts of %s", (stage) => {
    const ofStage = edits.filter((edit) => edit.stage === stage);
    expect(evaluateEdits(ofStage, cleanFacts(stage), testDay).findings).toEqual([]);
  });

  it("each has a case, and each case an edit", () => {
    expect(cases.map(([code]) => code).sort()).toEqual(edits.map((edit) => edit.code).sort());
  });

  const named = cases.map(([code, fires, silent]) => ({ code, fires, silent }));

  it.each(named)("$code fires", ({ code, fires }) => {
    expect(codesFound(code, fires)).toContain(code);
  });

  it.each(named.filter((one) => one.silent !== undefined))(
    "$code stays silent",
    ({ code, silent }) => {
      expect(codesFound(code, silent ?? {})).not.toContain(code);
    },
  );

  const gap: NotEvaluable = { missing: "not on file" };
  const gaps: readonly (readonly [code: string, gap: Change])[] = [
    ["CLAIM_FILING_LATE", whole({ "claim.filingDueOn": gap })],
    ["CLAIM_FILING_DUE_SOON", whole({ "claim.filingDueOn": gap })],
    ["CLAIM_RENDERING_NOT_ENROLLED", whole({ "renderingProvider.isEnrolled": gap })],
    ["CLAIM_RENDERING_NOT_IN_FORCE", whole({ "renderingProvider.effectiveFrom": gap })],
    ["CLAIM_PAYER_ENROLLMENT_MISSING", whole({ "payer.claimEnrollment": gap })],
    ["CLAIM_COVERAGE_NOT_ON_FILE", whole({ "coverage.isOnFile": gap })],
    ["CLAIM_COVERAGE_ENDED", whole({ "coverage.effectiveTo": gap })],
    ["CLAIM_ELIGIBILITY_INACTIVE", whole({ "eligibility.status": gap })],
    ["CLAIM_ELIGIBILITY_OTHER_PAYER", whole({ "eligibility.otherPayer": gap })],
    ["CLAIM_ELIGIBILITY_OTHER_PLAN", whole({ "eligibility.isOtherPlan": gap })],
    ["CLAIM_MEDICARE_ADVANTAGE", whole({ ...medicare, "eligibility.medicareAdvantagePlan": gap })],
    [
      "CLAIM_AUTHORIZATION_MISSING",
      whole({ "authorization.isRequired": gap, "authorization.number": undefined }),
    ],
    ["CLAIM_AUTHORIZATION_NOT_ON_FILE", whole({ "authorization.isOnFile": gap })],
    ["CLAIM_AUTHORIZATION_DIFFERS", whole({ "authorization.numberOnFile": gap })],
    ["CLAIM_AUTHORIZATION_ENDED", whole({ "authorization.effectiveTo": gap })],
    ["CLAIM_AUTHORIZATION_UNITS", whole({ "authorization.unitsRemaining": gap })],
    [
      "LINE_AUTHORIZATION_MISSING",
      {
        ...whole({ "authorization.number": undefined }),
        ...line({ "line.needsAuthorization": gap }),
      },
    ],
    ["CLAIM_REPEATED", whole({ "claim.sameServicesNumber": gap })],
    ["LINE_BILLED_BEFORE", line({ "line.billedOnClaim": gap, "line.modifiers": [] })],
    ["LINE_BUNDLED_NEVER", line({ "line.bundledIntoCode": gap })],
    ["LINE_BUNDLED_WITHOUT_MODIFIER", line({ "line.bundledIntoCode": gap })],
    ["LINE_UNITS_UNLIKELY", line({ "line.unlikelyIndicator": gap, "line.units": 2 })],
    ["LINE_UNITS_ABOVE_POLICY", line({ "line.unlikelyIndicator": gap, "line.units": 2 })],
    ["LINE_STATUS_NOT_VALID", { ...whole(medicare), ...line({ "line.feeScheduleStatus": gap }) }],
    ["LINE_IN_GLOBAL_PERIOD", line({ "line.inGlobalPeriodOf": gap, "line.modifiers": [] })],
  ];

  it.each(gaps)("%s concludes nothing from what is not known", (code, change) => {
    const ofStage = edits.filter((edit) => edit.stage === "claim");
    const answer = evaluateEdits(ofStage, changed(cleanFacts("claim"), change), testDay);
    expect(answer.findings.map((finding) => finding.code)).not.toContain(code);
    expect(answer.notEvaluable).toContainEqual({ code, missing: ["not on file"] });
  });

  it("those that look into code sets are not evaluable while none is loaded", () => {
    const ofStage = edits.filter((edit) => edit.stage === "claim");
    const { codes: _, ...unloaded } = cleanFacts("claim");
    const answer = evaluateEdits(ofStage, unloaded, testDay);
    expect(answer.findings).toEqual([]);
    expect(answer.notEvaluable).toEqual([
      { code: "CLAIM_BILLING_TAXONOMY_UNKNOWN", missing: ["code-set nucc-taxonomy"] },
      { code: "CLAIM_PLACE_OF_SERVICE_MISSING", missing: ["code-set place-of-service"] },
      { code: "DIAGNOSIS_NOT_SPECIFIC", missing: ["code-set icd-10-cm"] },
      { code: "DIAGNOSIS_NOT_VALID", missing: ["code-set icd-10-cm"] },
      { code: "LINE_PLACE_OF_SERVICE_UNKNOWN", missing: ["code-set place-of-service"] },
      { code: "LINE_PROCEDURE_NOT_VALID", missing: ["code-set hcpcs"] },
    ]);
  });
});
