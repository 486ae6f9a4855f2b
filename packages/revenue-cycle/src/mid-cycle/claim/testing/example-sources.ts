import type {
  AddressSource,
  ChargeSource,
  ClaimSources,
  CoverageSource,
  EncounterSource,
  FacilitySource,
  PatientSource,
  PersonSource,
  ProviderSource,
} from "../claim-sources.ts";

const street: AddressSource = {
  line1: "12 Orchard Road",
  line2: undefined,
  city: "Northfield",
  state: "IL",
  postalCode: "60093-1234",
};

/** A patient registered whole. */
export const examplePatient: PatientSource = {
  lastName: "Alder",
  firstName: "Clara",
  middleName: undefined,
  suffix: undefined,
  dateOfBirth: "1980-04-02",
  gender: "F",
  address: street,
  dateOfDeath: undefined,
};

export const exampleSpouse: PersonSource = {
  ...examplePatient,
  firstName: "Boris",
  dateOfBirth: "1979-11-30",
  gender: "M",
};

/** The patient's own coverage by a commercial payer. */
export const exampleCoverage: CoverageSource = {
  payer: {
    name: "Northfield Health Plan",
    identifier: "NFHP1",
    lineOfBusiness: "commercial",
    filingIndicator: undefined,
    address: { ...street, line1: "PO Box 12" },
  },
  memberId: "W123456789",
  groupNumber: "G77",
  groupName: "Northfield Works",
  filingIndicator: undefined,
  medicareSecondaryType: undefined,
  relationship: "18",
  subscriber: undefined,
  casualtyClaimNumber: undefined,
};

/** A clinic that bills. */
export const exampleBilling: ProviderSource = {
  npi: "1234567893",
  isOrganization: true,
  lastNameOrOrganization: "Riverside Family Medicine",
  firstName: undefined,
  middleName: undefined,
  taxonomy: "207Q00000X",
  taxId: "36-1234567",
  address: { ...street, line1: "400 River Street", postalCode: "60601-4400" },
  phone: "312-555-0142",
};

/** A physician who renders. */
export const exampleRendering: ProviderSource = {
  ...exampleBilling,
  npi: "1679576722",
  isOrganization: false,
  lastNameOrOrganization: "Hale",
  firstName: "Robert",
  taxId: undefined,
};

export const exampleFacility: FacilitySource = {
  name: "Riverside Office",
  npi: undefined,
  placeOfService: "11",
  cliaNumber: "14D0123456",
  address: exampleBilling.address,
};

export const exampleLine: ChargeSource = {
  procedureCode: "99213",
  modifiers: [],
  units: "1",
  chargedCents: 14_500,
  diagnosisPointers: [1],
  placeOfService: undefined,
  serviceFrom: undefined,
  serviceThrough: undefined,
  isEmergency: false,
  ndc: undefined,
  ndcQuantity: undefined,
  ndcUnit: undefined,
  note: undefined,
};

export const exampleEncounter: EncounterSource = {
  serviceFrom: "2026-06-12",
  serviceThrough: undefined,
  placeOfService: undefined,
  diagnoses: ["E11.9", "I10"],
  lines: [exampleLine],
  priorAuthorization: undefined,
  referralNumber: undefined,
  relatedCauses: [],
  accidentState: undefined,
  accidentOn: undefined,
  onsetOn: undefined,
  lastMenstrualOn: undefined,
  admittedOn: undefined,
  dischargedOn: undefined,
  patientPaidCents: undefined,
  note: undefined,
};

/** An office visit of a patient with one coverage: nothing is missing. */
export const exampleSources: ClaimSources = {
  encounter: exampleEncounter,
  patient: examplePatient,
  coverages: [exampleCoverage],
  providers: {
    billing: exampleBilling,
    rendering: exampleRendering,
    referring: undefined,
    supervising: undefined,
  },
  facility: exampleFacility,
  payTo: undefined,
};
