import type { EditStage } from "../fact-catalogue.ts";
import type { CodeLookup, DiagnosisFacts, LineFacts, SubjectFacts, WholeFacts } from "../facts.ts";

/** The day on which the tests judge; the service was nine days before. */
export const testDay = "2026-11-22";

const person: WholeFacts = {
  "patient.lastName": "Ortiz",
  "patient.firstName": "Lena",
  "patient.dateOfBirth": "1980-03-04",
  "patient.gender": "F",
  "patient.addressLine1": "12 Elm Street",
  "patient.city": "Columbus",
  "patient.state": "OH",
  "patient.postalCode": "43215",
  "patient.phone": "6145550100",
  "patient.hasGuarantor": true,
  "coverage.isStated": true,
  "coverage.rank": 1,
  "coverage.memberId": "W12345",
  "coverage.relationship": "18",
  "coverage.filingIndicator": "CI",
  "coverage.effectiveFrom": "2026-01-01",
  "coverage.effectiveTo": "2026-12-31",
  "eligibility.status": "active",
  "eligibility.checkedOn": "2026-11-10",
  "eligibility.isOtherPlan": false,
  "coverage.isOnFile": true,
  "payer.id": 7,
  "payer.name": "Northway",
  "payer.identifier": "60054",
  "payer.lineOfBusiness": "commercial",
  "payer.claimRoute": "electronic",
  "plan.needsReferral": false,
  "plan.needsAuthorization": false,
};

const visit: WholeFacts = {
  "authorization.isRequired": false,
  "authorization.number": "A1",
  "authorization.isOnFile": true,
  "authorization.numberOnFile": "A1",
  "authorization.state": "approved",
  "authorization.effectiveFrom": "2026-10-01",
  "authorization.effectiveTo": "2026-12-31",
  "authorization.unitsRemaining": 4,
  "authorization.unitsWanted": 1,
};

const service: WholeFacts = {
  "claim.kind": "professional",
  "claim.frequency": "1",
  "claim.patientControlNumber": "7QK42201",
  "claim.placeOfService": "11",
  "claim.serviceFrom": "2026-11-13",
  "claim.serviceThrough": "2026-11-13",
  "claim.chargedCents": 33000,
  "claim.signatureOnFile": true,
  "claim.acceptsAssignment": "A",
  "claim.benefitsAssigned": "Y",
  "claim.releaseOfInformation": "Y",
  "claim.isSecondary": false,
  "claim.isAccident": false,
  "claim.isAutoAccident": false,
  "claim.filingDueOn": "2027-02-11",
  "payer.claimEnrollment": "active",
  "encounter.signedOn": "2026-11-14",
  "encounter.isDocumented": true,
  "billingProvider.npi": "1234567893",
  "billingProvider.taxonomy": "207Q00000X",
  "billingProvider.taxId": "123456789",
  "billingProvider.addressLine1": "1 River Street",
  "billingProvider.postalCode": "432150123",
  "renderingProvider.npi": "1234567893",
  "renderingProvider.effectiveFrom": "2026-01-01",
  "renderingProvider.isEnrolled": true,
  "renderingProvider.isOnFile": true,
  "facility.isStated": true,
};

const lines: readonly LineFacts[] = [
  {
    "line.procedureCode": "99214",
    "line.modifiers": ["25"],
    "line.units": 1,
    "line.unitOfMeasure": "UN",
    "line.chargedCents": 21000,
    "line.priceCents": 21000,
    "line.serviceFrom": "2026-11-13",
    "line.serviceThrough": "2026-11-13",
    "line.placeOfService": "11",
    "line.diagnosisPointers": [1, 2],
    "line.unlikelyAboveUnits": 1,
    "line.unlikelyIndicator": 2,
  },
  {
    "line.procedureCode": "93000",
    "line.modifiers": [],
    "line.units": 1,
    "line.unitOfMeasure": "UN",
    "line.chargedCents": 12000,
    "line.priceCents": 12000,
    "line.serviceFrom": "2026-11-13",
    "line.serviceThrough": "2026-11-13",
    "line.placeOfService": "11",
    "line.diagnosisPointers": [1],
    "line.unlikelyAboveUnits": 3,
    "line.unlikelyIndicator": 3,
  },
];

const diagnoses: readonly DiagnosisFacts[] = [
  { "diagnosis.code": "I10" },
  { "diagnosis.code": "E11.9" },
];

/** Code sets in which everything is valid but what is spelled out here. */
export const testCodes: CodeLookup = ({ code }) => {
  if (code === "Z9999" || code === "00" || code === "000Q00000X") return "absent";
  return code === "E11" ? "heading" : "valid";
};

/** Facts of a subject in which no edit of its stage finds anything. */
export function cleanFacts(stage: EditStage): SubjectFacts {
  if (stage === "registration") return { whole: person, codes: testCodes };
  if (stage === "scheduling") {
    const whole = { ...person, ...visit, "appointment.startsOn": "2026-11-30" };
    return { whole, serviceOn: "2026-11-30", codes: testCodes };
  }
  if (stage === "remittance") {
    const paid = { "remittance.paidCents": 20000, "remittance.patientCents": 3000 };
    return { whole: { ...service, ...paid }, codes: testCodes };
  }
  const whole = { ...person, ...visit, ...service };
  const charged = { ...whole, "claim.serviceFrom": "2026-11-18" };
  return { whole: stage === "charge" ? charged : whole, lines, diagnoses, codes: testCodes };
}
