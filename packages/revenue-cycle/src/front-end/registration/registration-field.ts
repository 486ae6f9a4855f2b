import type { FactName } from "../../work/edit/fact-catalogue.ts";

/** Where a person mends what a finding is about: a field of the patient's form or of the coverage's. */
export type RegistrationField = {
  readonly form: "patient" | "coverage" | "duplicates";
  readonly field: string;
};

const ofPatient: { readonly [Name in FactName]?: string } = {
  "patient.lastName": "lastName",
  "patient.firstName": "firstName",
  "patient.dateOfBirth": "dateOfBirth",
  "patient.ageYears": "dateOfBirth",
  "patient.dateOfDeath": "dateOfDeath",
  "patient.gender": "gender",
  "patient.addressLine1": "addressLine1",
  "patient.city": "city",
  "patient.state": "state",
  "patient.postalCode": "postalCode",
  "patient.phone": "phone",
  "patient.hasGuarantor": "guarantor.relationship",
};

const ofCoverage: { readonly [Name in FactName]?: string } = {
  "coverage.isStated": "payerId",
  "coverage.isOnFile": "payerId",
  "coverage.rank": "rank",
  "coverage.memberId": "memberId",
  "coverage.groupNumber": "groupNumber",
  "coverage.relationship": "relationship",
  "coverage.filingIndicator": "payerId",
  "coverage.medicareSecondaryType": "medicareSecondaryType",
  "coverage.effectiveFrom": "effectiveFrom",
  "coverage.effectiveTo": "effectiveTo",
  "coverage.planName": "payerId",
  "eligibility.otherPayer": "payerId",
  "eligibility.medicareAdvantagePlan": "payerId",
  "subscriber.lastName": "subscriberLastName",
  "subscriber.firstName": "subscriberFirstName",
  "subscriber.dateOfBirth": "subscriberDateOfBirth",
  "subscriber.gender": "subscriberGender",
  "subscriber.addressLine1": "subscriberAddressLine1",
  "payer.id": "payerId",
  "payer.name": "payerId",
  "payer.identifier": "payerId",
  "payer.lineOfBusiness": "payerId",
  "payer.claimRoute": "payerId",
};

/** The field of the registration that a finding is about; undefined where no form has one. */
export function registrationFieldOf(fact: string): RegistrationField | undefined {
  if (fact === "patient.likelySameAs") return { form: "duplicates", field: fact };
  const patient = ofPatient[fact as FactName];
  if (patient !== undefined) return { form: "patient", field: patient };
  const coverage = ofCoverage[fact as FactName];
  return coverage === undefined ? undefined : { form: "coverage", field: coverage };
}
