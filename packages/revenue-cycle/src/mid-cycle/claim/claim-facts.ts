import type { ClaimServiceLine, Party, WritableClaim } from "@headwater/x12";
import type { LineFacts, SubjectFacts, WholeFacts } from "../../work/edit/facts.ts";
import { type Background, nothingLookedUp, nothingOfLine } from "../background/background.ts";

/**
 * The facts of a professional claim for the edits of the stage `claim`: what it states, over what the
 * practice knows beside it.
 */
export function claimFacts(
  claim: WritableClaim,
  payerId: number,
  background: Background = nothingLookedUp,
): Omit<SubjectFacts, "codes"> {
  return {
    whole: {
      ...background.whole,
      ...personFacts(claim),
      ...providerFacts(claim),
      ...headFacts(claim),
      "payer.id": payerId,
    },
    lines: claim.lines.map((line, at) => ({
      ...(background.lines[at] ?? nothingOfLine),
      ...lineFacts(line, claim.facilityCode),
    })),
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
    "line.serviceFrom": line.serviceFrom,
    "line.serviceThrough": line.serviceThrough,
    "line.placeOfService": line.placeOfService ?? placeOfService,
    "line.diagnosisPointers": line.diagnosisPointers,
    "line.ndc": line.drug?.ndc,
    "line.ndcUnit": line.drug?.unit,
    "line.ndcUnits": numberOf(line.drug?.quantity),
  };
}

/** Units are compared, never added to money: a number is near enough. */
function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === "" ? undefined : Number(text);
}

function referenceOf(party: Party | undefined, qualifier: string): string | undefined {
  return party?.references.find((each) => each.qualifier === qualifier)?.id;
}
