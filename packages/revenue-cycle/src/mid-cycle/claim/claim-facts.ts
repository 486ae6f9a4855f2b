import type { ClaimServiceLine, Party, WritableClaim } from "@headwater/x12";
import type { LineFacts, NotEvaluable, SubjectFacts, WholeFacts } from "../../work/edit/facts.ts";

/** Not known from a claim's content: edits that ask for it conclude nothing. */
const unknown = (missing: string): NotEvaluable => ({ missing });

/** What the claim's content does not say and other slices know. */
const elsewhere: WholeFacts = {
  "patient.phone": unknown("patient"),
  "patient.dateOfDeath": unknown("patient"),
  "patient.hasGuarantor": unknown("patient"),
  "coverage.effectiveFrom": unknown("coverage"),
  "coverage.effectiveTo": unknown("coverage"),
  "eligibility.status": unknown("eligibility"),
  "eligibility.checkedOn": unknown("eligibility"),
  "payer.lineOfBusiness": unknown("payer"),
  "payer.claimRoute": unknown("payer"),
  "payer.claimEnrollment": unknown("enrollment"),
  "plan.needsReferral": unknown("plan"),
  "plan.needsAuthorization": unknown("plan"),
  "authorization.isRequired": unknown("authorization"),
  "authorization.state": unknown("authorization"),
  "authorization.effectiveFrom": unknown("authorization"),
  "authorization.effectiveTo": unknown("authorization"),
  "authorization.unitsApproved": unknown("authorization"),
  "authorization.unitsRemaining": unknown("authorization"),
  "authorization.unitsWanted": unknown("authorization"),
  "claim.filingDueOn": unknown("filing limit"),
  "claim.firstSubmittedOn": unknown("submissions"),
  "claim.sameServicesNumber": unknown("other claims"),
  "encounter.signedOn": unknown("documentation"),
  "encounter.isDocumented": unknown("documentation"),
  "renderingProvider.effectiveFrom": unknown("provider"),
  "renderingProvider.effectiveTo": unknown("provider"),
  "renderingProvider.isEnrolled": unknown("enrollment"),
};

/** The facts that a professional claim states, for the edits of the stage `claim`. */
export function claimFacts(claim: WritableClaim, payerId: number): Omit<SubjectFacts, "codes"> {
  return {
    whole: {
      ...elsewhere,
      ...personFacts(claim),
      ...providerFacts(claim),
      ...headFacts(claim),
      "payer.id": payerId,
    },
    lines: claim.lines.map((line) => lineFacts(line, claim.facilityCode)),
    diagnoses: claim.diagnoses.map((code) => ({ "diagnosis.code": code })),
    serviceOn: claim.serviceFrom,
  };
}

function personFacts({ patient, coverage }: WritableClaim): WholeFacts {
  const { subscriber, payer } = coverage;
  return {
    "patient.lastName": patient?.lastNameOrOrganization,
    "patient.firstName": patient?.firstName,
    "patient.dateOfBirth": patient?.dateOfBirth,
    "patient.gender": patient?.gender,
    "patient.addressLine1": patient?.address?.line1,
    "patient.city": patient?.address?.city,
    "patient.state": patient?.address?.state,
    "patient.postalCode": patient?.address?.postalCode,
    "coverage.isStated": true,
    "coverage.rank": Math.max(1, ["P", "S", "T"].indexOf(coverage.sequence) + 1),
    "coverage.memberId": subscriber?.id,
    "coverage.groupNumber": coverage.groupNumber,
    "coverage.relationship": coverage.relationship,
    "coverage.filingIndicator": coverage.filingIndicator,
    "coverage.medicareSecondaryType": coverage.insuranceType,
    "coverage.casualtyClaimNumber": referenceOf(subscriber, "Y4"),
    "subscriber.lastName": subscriber?.lastNameOrOrganization,
    "subscriber.firstName": subscriber?.firstName,
    "subscriber.dateOfBirth": subscriber?.dateOfBirth,
    "subscriber.gender": subscriber?.gender,
    "subscriber.addressLine1": subscriber?.address?.line1,
    "payer.name": payer?.lastNameOrOrganization,
    "payer.identifier": payer?.id,
  };
}

function providerFacts(claim: WritableClaim): WholeFacts {
  const party = (code: string) => claim.parties.find(({ entityCode }) => entityCode === code);
  const billing = claim.billingProvider;
  const rendering = party("82") ?? billing;
  const facility = party("77");
  return {
    "billingProvider.npi": billing?.id,
    "billingProvider.taxonomy": billing?.taxonomy,
    "billingProvider.taxId": referenceOf(billing, "EI") ?? referenceOf(billing, "SY"),
    "billingProvider.addressLine1": billing?.address?.line1,
    "billingProvider.postalCode": billing?.address?.postalCode,
    "renderingProvider.npi": rendering?.id,
    "renderingProvider.taxonomy": rendering?.taxonomy,
    "referringProvider.npi": party("DN")?.id,
    "supervisingProvider.npi": party("DQ")?.id,
    "facility.isStated": facility !== undefined,
    "facility.npi": facility?.id,
    "facility.addressLine1": facility?.address?.line1,
  };
}

function headFacts(claim: WritableClaim): WholeFacts {
  const date = (qualifier: string) =>
    claim.dates.find((each) => each.qualifier === qualifier)?.from;
  const isSecondary = claim.coverage.sequence !== "P";
  return {
    "claim.kind": "professional",
    "claim.frequency": claim.frequencyCode,
    "claim.patientControlNumber": claim.patientControlNumber,
    "claim.originalReference": claim.originalPayerClaimControlNumber,
    "claim.placeOfService": claim.facilityCode,
    "claim.serviceFrom": claim.serviceFrom,
    "claim.serviceThrough": claim.serviceThrough,
    "claim.chargedCents": claim.chargedCents,
    "claim.signatureOnFile": claim.providerSignatureOnFile === "Y",
    "claim.acceptsAssignment": claim.assignment,
    "claim.benefitsAssigned": claim.benefitsAssigned,
    "claim.releaseOfInformation": claim.releaseOfInformation,
    "claim.isSecondary": isSecondary,
    "claim.priorPayerAdjudicatedOn": claim.otherCoverages.find(
      ({ adjudicatedOn }) => adjudicatedOn !== undefined,
    )?.adjudicatedOn,
    "claim.isAccident": claim.relatedCauses.length > 0,
    "claim.isAutoAccident": claim.relatedCauses.includes("AA"),
    "claim.isEmploymentRelated": claim.relatedCauses.includes("EM"),
    "claim.accidentOn": date("439"),
    "claim.accidentState": claim.accidentState,
    "claim.admittedOn": date("435"),
    "claim.dischargedOn": date("096"),
    "claim.cliaNumber": claim.references.find(({ qualifier }) => qualifier === "X4")?.id,
    "authorization.number": claim.priorAuthorization,
    "referral.number": claim.referralNumber,
  };
}

function lineFacts(line: ClaimServiceLine, placeOfService: string | undefined): LineFacts {
  return {
    "line.procedureCode": line.procedure?.code,
    "line.modifiers": line.procedure?.modifiers,
    "line.units": numberOf(line.quantity),
    "line.unitOfMeasure": line.unitOfMeasure,
    "line.chargedCents": line.chargedCents,
    "line.priceCents": unknown("charge master"),
    "line.serviceFrom": line.serviceFrom,
    "line.serviceThrough": line.serviceThrough,
    "line.placeOfService": line.placeOfService ?? placeOfService,
    "line.diagnosisPointers": line.diagnosisPointers,
    "line.ndc": line.drug?.ndc,
    "line.ndcUnit": line.drug?.unit,
    "line.ndcUnits": numberOf(line.drug?.quantity),
    "line.needsAuthorization": unknown("authorization"),
    "line.needsClia": unknown("laboratory codes"),
    "line.bundledIntoCode": unknown("NCCI"),
    "line.bundlingModifierIndicator": unknown("NCCI"),
    "line.unlikelyAboveUnits": unknown("MUE"),
    "line.unlikelyIndicator": unknown("MUE"),
  };
}

/** Units are compared, never added to money: a number is near enough. */
function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === "" ? undefined : Number(text);
}

function referenceOf(party: Party | undefined, qualifier: string): string | undefined {
  return party?.references.find((each) => each.qualifier === qualifier)?.id;
}
