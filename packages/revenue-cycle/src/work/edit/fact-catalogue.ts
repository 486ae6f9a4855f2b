/** The places of the revenue cycle at which edits run. */
export const editStages = ["registration", "scheduling", "charge", "claim", "remittance"] as const;
export type EditStage = (typeof editStages)[number];

/** Things a subject has several of; an edit may look at each of them. */
export const collections = ["lines", "diagnoses"] as const;
export type Collection = (typeof collections)[number];

/**
 * What kind of value a fact has. Money is integer cents, a date `YYYY-MM-DD`; `codes` and `numbers`
 * are lists.
 */
export type FactType = "text" | "code" | "number" | "cents" | "date" | "flag" | "codes" | "numbers";

export type Fact = {
  readonly type: FactType;
  /** Our own words for it, as a page shows them. */
  readonly label: string;
  readonly stages: readonly EditStage[];
  /** Computed by the engine from the others; a stage does not state it. */
  readonly derived?: true;
  /** Tells who a person is, so that no message may quote it. */
  readonly identifies?: true;
};

const everywhere = editStages;
const person = ["registration", "scheduling", "charge", "claim"] as const;
const visit = ["scheduling", "charge", "claim"] as const;
const billed = ["charge", "claim", "remittance"] as const;
const charged = ["charge", "claim"] as const;
const claim = ["claim"] as const;
const remittance = ["remittance"] as const;

/**
 * Every fact that an edit may ask for, by name; the part before the dot says what it is about. Names
 * that begin with `line.` or `diagnosis.` are facts of one line or diagnosis.
 */
export const facts = {
  today: { type: "date", label: "Today", stages: everywhere, derived: true },
  "subject.serviceOn": { type: "date", label: "Day of service", stages: everywhere, derived: true },

  "patient.lastName": named("Patient's last name"),
  "patient.firstName": named("Patient's first name"),
  "patient.dateOfBirth": { ...named("Patient's date of birth"), type: "date" },
  "patient.dateOfDeath": { ...named("Patient's date of death"), type: "date" },
  "patient.gender": { type: "code", label: "Patient's sex (F, M, U)", stages: person },
  "patient.addressLine1": named("Patient's street"),
  "patient.city": named("Patient's city"),
  "patient.state": { type: "code", label: "Patient's state", stages: person },
  "patient.postalCode": named("Patient's ZIP code"),
  "patient.phone": named("Patient's telephone number"),
  "patient.hasGuarantor": { type: "flag", label: "Patient has a guarantor", stages: person },
  "patient.likelySameAs": {
    type: "number",
    label: "Another patient on file who is likely the same (our number)",
    stages: ["registration"],
  },
  "patient.ageYears": { ...derived("number", "Patient's age in years"), stages: person },

  "coverage.isStated": { type: "flag", label: "A coverage is on file", stages: person },
  "coverage.rank": { type: "number", label: "Coverage order", stages: person },
  "coverage.memberId": named("Member id"),
  "coverage.groupNumber": { type: "text", label: "Group number", stages: person },
  "coverage.relationship": { type: "code", label: "Relation to subscriber", stages: person },
  "coverage.filingIndicator": { type: "code", label: "Claim filing indicator", stages: person },
  "coverage.medicareSecondaryType": {
    type: "code",
    label: "Why another payer stands before Medicare",
    stages: person,
  },
  "coverage.effectiveFrom": { type: "date", label: "Coverage begins", stages: person },
  "coverage.effectiveTo": { type: "date", label: "Coverage ends", stages: person },
  "coverage.isOnFile": {
    type: "flag",
    label: "The coverage billed is on file",
    stages: person,
  },
  "coverage.planName": { type: "text", label: "Plan on file", stages: person },
  "coverage.casualtyClaimNumber": { type: "text", label: "Casualty claim number", stages: person },
  "eligibility.status": {
    type: "code",
    label: "Eligibility answer (active, inactive, unknown)",
    stages: person,
  },
  "eligibility.checkedOn": { type: "date", label: "Eligibility asked on", stages: person },
  "eligibility.planName": {
    type: "text",
    label: "Plan that the payer's answer names",
    stages: person,
  },
  "eligibility.isOtherPlan": {
    type: "flag",
    label: "The payer's answer names another plan than is on file",
    stages: person,
  },
  "eligibility.otherPayer": {
    type: "text",
    label: "Another payer that the answer names",
    stages: person,
  },
  "eligibility.medicareAdvantagePlan": {
    type: "text",
    label: "Medicare Advantage plan that Medicare's answer names",
    stages: person,
  },
  "subscriber.lastName": named("Subscriber's last name"),
  "subscriber.firstName": named("Subscriber's first name"),
  "subscriber.dateOfBirth": { ...named("Subscriber's date of birth"), type: "date" },
  "subscriber.gender": { type: "code", label: "Subscriber's sex", stages: person },
  "subscriber.addressLine1": named("Subscriber's street"),

  "payer.id": { type: "number", label: "Payer (our number)", stages: everywhere },
  "payer.name": { type: "text", label: "Payer's name", stages: everywhere },
  "payer.identifier": { type: "code", label: "Payer id", stages: everywhere },
  "payer.lineOfBusiness": { type: "code", label: "Line of business", stages: everywhere },
  "payer.claimRoute": {
    type: "code",
    label: "How claims reach the payer (electronic, paper, none)",
    stages: person,
  },
  "payer.claimEnrollment": {
    type: "code",
    label: "Claim enrolment (active, not-needed, requested, refused, ended)",
    stages: charged,
  },
  "plan.id": { type: "number", label: "Plan (our number)", stages: everywhere },
  "plan.needsReferral": { type: "flag", label: "Plan wants a referral", stages: person },
  "plan.needsAuthorization": { type: "flag", label: "Plan wants an authorization", stages: person },

  "authorization.isRequired": { type: "flag", label: "Authorization required", stages: visit },
  "authorization.number": { type: "text", label: "Authorization number", stages: visit },
  "authorization.isOnFile": {
    type: "flag",
    label: "An authorization for it is on file",
    stages: visit,
  },
  "authorization.numberOnFile": {
    type: "text",
    label: "Number of the authorization on file",
    stages: visit,
  },
  "authorization.state": {
    type: "code",
    label: "Authorization's state (approved, requested, denied, …)",
    stages: visit,
  },
  "authorization.effectiveFrom": { type: "date", label: "Authorization begins", stages: visit },
  "authorization.effectiveTo": { type: "date", label: "Authorization ends", stages: visit },
  "authorization.unitsApproved": { type: "number", label: "Units approved", stages: visit },
  "authorization.unitsRemaining": {
    type: "number",
    label: "Units left before this visit",
    stages: visit,
  },
  "authorization.unitsWanted": { type: "number", label: "Units this visit takes", stages: visit },
  "referral.number": { type: "text", label: "Referral number", stages: visit },

  "appointment.startsOn": { type: "date", label: "Day of appointment", stages: ["scheduling"] },
  "appointment.kind": { type: "code", label: "Kind of appointment", stages: ["scheduling"] },
  "appointment.sameDayAt": {
    type: "text",
    label: "Time of another appointment with the provider on the day",
    stages: ["scheduling"],
  },
  "patient.openBalanceCents": {
    type: "cents",
    label: "Patient's open balance",
    stages: ["registration", "scheduling"],
  },

  "claim.kind": { type: "code", label: "Kind of claim", stages: billed },
  "claim.frequency": { type: "code", label: "Claim frequency", stages: claim },
  "claim.patientControlNumber": { type: "code", label: "Patient control number", stages: claim },
  "claim.originalReference": {
    type: "text",
    label: "Payer's number of the original",
    stages: claim,
  },
  "claim.placeOfService": { type: "code", label: "Place of service", stages: billed },
  "claim.serviceFrom": { type: "date", label: "First day of service", stages: billed },
  "claim.serviceThrough": { type: "date", label: "Last day of service", stages: billed },
  "claim.chargedCents": { type: "cents", label: "Claim's charge", stages: billed },
  "claim.linesChargedCents": { ...derived("cents", "Sum of the lines' charges"), stages: billed },
  "claim.lineCount": { ...derived("number", "Service lines"), stages: billed },
  "claim.diagnosisCount": { ...derived("number", "Diagnoses"), stages: charged },
  "claim.signatureOnFile": { type: "flag", label: "Provider's signature on file", stages: claim },
  "claim.acceptsAssignment": { type: "code", label: "Accepts assignment (A, B, C)", stages: claim },
  "claim.benefitsAssigned": { type: "code", label: "Benefits assigned (Y, N, W)", stages: claim },
  "claim.releaseOfInformation": { type: "code", label: "Release of records (I, Y)", stages: claim },
  "claim.isSecondary": { type: "flag", label: "Goes to a second or later payer", stages: claim },
  "claim.priorPayerAdjudicatedOn": {
    type: "date",
    label: "Earlier payer adjudicated on",
    stages: claim,
  },
  "claim.isAccident": { type: "flag", label: "Because of an accident", stages: charged },
  "claim.isAutoAccident": { type: "flag", label: "Because of an auto accident", stages: charged },
  "claim.isEmploymentRelated": { type: "flag", label: "Because of work", stages: charged },
  "claim.accidentOn": { type: "date", label: "Day of accident", stages: charged },
  "claim.accidentState": { type: "code", label: "State of accident", stages: charged },
  "claim.admittedOn": { type: "date", label: "Admitted on", stages: charged },
  "claim.dischargedOn": { type: "date", label: "Discharged on", stages: charged },
  "claim.cliaNumber": { type: "code", label: "CLIA number", stages: charged },
  "claim.daysSinceService": { ...derived("number", "Days since service"), stages: billed },
  "claim.filingDueOn": { type: "date", label: "Last day for timely filing", stages: claim },
  "claim.daysLeftToFile": {
    ...derived("number", "Days left to file (below zero: too late)"),
    stages: claim,
  },
  "claim.firstSubmittedOn": { type: "date", label: "First submitted on", stages: claim },
  "claim.sameServicesNumber": {
    type: "code",
    label: "Another claim with the same patient, day and services",
    stages: charged,
  },

  "encounter.signedOn": { type: "date", label: "Note signed on", stages: charged },
  "encounter.isDocumented": { type: "flag", label: "Documentation is complete", stages: charged },

  "billingProvider.npi": { type: "code", label: "Billing provider's NPI", stages: charged },
  "billingProvider.taxonomy": { type: "code", label: "Billing taxonomy", stages: charged },
  "billingProvider.taxId": { ...named("Billing tax id"), stages: charged },
  "billingProvider.addressLine1": {
    type: "text",
    label: "Billing provider's street",
    stages: charged,
  },
  "billingProvider.postalCode": {
    type: "text",
    label: "Billing provider's ZIP code",
    stages: charged,
  },
  "renderingProvider.npi": { type: "code", label: "Rendering provider's NPI", stages: visit },
  "renderingProvider.taxonomy": { type: "code", label: "Rendering taxonomy", stages: visit },
  "renderingProvider.isOnFile": {
    type: "flag",
    label: "Rendering provider is described here",
    stages: visit,
  },
  "renderingProvider.credential": {
    type: "code",
    label: "Rendering provider's credential",
    stages: visit,
  },
  "renderingProvider.effectiveFrom": { type: "date", label: "Rendering from", stages: visit },
  "renderingProvider.effectiveTo": { type: "date", label: "Rendering through", stages: visit },
  "renderingProvider.isEnrolled": {
    type: "flag",
    label: "Rendering provider takes part with the payer",
    stages: visit,
  },
  "referringProvider.npi": { type: "code", label: "Referring provider's NPI", stages: visit },
  "supervisingProvider.npi": { type: "code", label: "Supervising provider's NPI", stages: charged },
  "facility.npi": { type: "code", label: "Facility's NPI", stages: charged },
  "facility.isStated": { type: "flag", label: "A facility is named", stages: charged },
  "facility.addressLine1": { type: "text", label: "Facility's street", stages: charged },

  "remittance.claimStatus": { type: "code", label: "Claim status (CLP02)", stages: remittance },
  "remittance.paidCents": { type: "cents", label: "Paid", stages: remittance },
  "remittance.patientCents": { type: "cents", label: "Left to the patient", stages: remittance },
  "remittance.reasonCodes": { type: "codes", label: "Adjustment reasons", stages: remittance },
  "remittance.remarkCodes": { type: "codes", label: "Remark codes", stages: remittance },

  "line.number": { ...derived("number", "Line"), stages: billed },
  "line.procedureCode": { type: "code", label: "Procedure code", stages: billed },
  "line.modifiers": { type: "codes", label: "Modifiers", stages: billed },
  "line.revenueCode": { type: "code", label: "Revenue code", stages: billed },
  "line.units": { type: "number", label: "Units", stages: billed },
  "line.unitOfMeasure": { type: "code", label: "Unit of measure", stages: billed },
  "line.chargedCents": { type: "cents", label: "Line's charge", stages: billed },
  "line.priceCents": { type: "cents", label: "Our price for the units", stages: charged },
  "line.serviceFrom": { type: "date", label: "Line's first day", stages: billed },
  "line.serviceThrough": { type: "date", label: "Line's last day", stages: billed },
  "line.placeOfService": { type: "code", label: "Line's place of service", stages: billed },
  "line.diagnosisPointers": { type: "numbers", label: "Diagnosis pointers", stages: charged },
  "line.ndc": { type: "code", label: "NDC", stages: charged },
  "line.ndcUnit": { type: "code", label: "NDC unit", stages: charged },
  "line.ndcUnits": { type: "number", label: "NDC quantity", stages: charged },
  "line.needsAuthorization": {
    type: "flag",
    label: "Payer wants an authorization for it",
    stages: charged,
  },
  "line.needsClia": { type: "flag", label: "Laboratory test that needs CLIA", stages: charged },
  "line.bundledIntoCode": {
    type: "code",
    label: "NCCI column 1 code it is bundled into",
    stages: charged,
  },
  "line.bundlingModifierIndicator": {
    type: "number",
    label: "NCCI modifier indicator (0 never, 1 with a modifier)",
    stages: charged,
  },
  "line.pairModifiers": {
    type: "codes",
    label: "Modifiers of both codes of the NCCI pair",
    stages: charged,
  },
  "line.billedOnClaim": {
    type: "code",
    label: "Claim that bills this service already",
    stages: charged,
  },
  "line.feeScheduleStatus": {
    type: "code",
    label: "Status in Medicare's fee schedule",
    stages: charged,
  },
  "line.globalDays": {
    type: "code",
    label: "Global period in Medicare's fee schedule",
    stages: charged,
  },
  "line.inGlobalPeriodOf": {
    type: "code",
    label: "Earlier procedure in whose global period it falls",
    stages: charged,
  },
  "line.globalPeriodEndsOn": {
    type: "date",
    label: "Last day of that global period",
    stages: charged,
  },
  "line.unlikelyAboveUnits": { type: "number", label: "MUE units", stages: charged },
  "line.unlikelyIndicator": {
    type: "number",
    label: "MUE adjudication indicator (1 line, 2 or 3 day)",
    stages: charged,
  },
  "line.paidCents": { type: "cents", label: "Line paid", stages: remittance },
  "line.allowedCents": { type: "cents", label: "Line allowed", stages: remittance },
  "line.reasonCodes": { type: "codes", label: "Line's adjustment reasons", stages: remittance },
  "line.pointerCount": derived("number", "Number of pointers"),
  "line.hasPointerOutside": derived("flag", "Points at a diagnosis that is not there"),
  "line.hasRepeatedPointer": derived("flag", "Points at a diagnosis twice"),
  "line.hasRepeatedModifier": derived("flag", "Has a modifier twice"),
  "line.modifierCount": derived("number", "Number of modifiers"),
  "line.repeatsLine": derived("number", "Earlier line with the same service"),
  "line.unitsOfDay": derived("number", "Units of the code on the day, all lines"),

  "diagnosis.number": derived("number", "Diagnosis position"),
  "diagnosis.code": { type: "code", label: "Diagnosis code", stages: charged },
  "diagnosis.isRepeated": derived("flag", "Diagnosis stands twice"),
} as const satisfies Readonly<Record<string, Fact>>;

function named(label: string): Fact & { readonly type: "text"; readonly identifies: true } {
  return { type: "text", label, stages: person, identifies: true };
}

function derived<Type extends FactType>(
  type: Type,
  label: string,
): Fact & { readonly type: Type; readonly derived: true } {
  return { type, label, stages: charged, derived: true };
}

export type FactName = keyof typeof facts;

/** Names of all facts in the order of the catalogue. */
export const factNames = Object.keys(facts) as readonly FactName[];

/** Whether a text names a fact. */
export function isFactName(text: string): text is FactName {
  return Object.hasOwn(facts, text);
}

/** What the catalogue says of a fact. */
export function factOf(name: FactName): Fact {
  return facts[name];
}

/** Whether the engine computes the fact from others. */
export function isDerived(name: FactName): boolean {
  return factOf(name).derived === true;
}

/** The collection each of whose members has the fact; undefined for a fact of the whole subject. */
export function collectionOf(name: FactName): Collection | undefined {
  if (name.startsWith("line.")) return "lines";
  return name.startsWith("diagnosis.") ? "diagnoses" : undefined;
}
