import type { WritableClaim } from "@headwater/x12";
import type { FactName } from "../../work/edit/fact-catalogue.ts";

/** What a finding is about: a fact, and the place of the line or diagnosis, 1-based. */
type Found = { readonly field: string; readonly at?: number | null | undefined };

type Shown = Pick<
  WritableClaim,
  "codes" | "dates" | "references" | "parties" | "patientRelationship"
>;

/** Fields that have one place in the form of every claim. */
const fixed: Readonly<Partial<Record<FactName, string>>> = {
  "coverage.memberId": "coverage.subscriber.id",
  "coverage.effectiveFrom": "coverage.subscriber.id",
  "coverage.effectiveTo": "coverage.subscriber.id",
  "eligibility.status": "coverage.subscriber.id",
  "coverage.groupNumber": "coverage.groupNumber",
  "coverage.relationship": "coverage.relationship",
  "coverage.filingIndicator": "coverage.filingIndicator",
  "coverage.medicareSecondaryType": "coverage.insuranceType",
  "payer.name": "coverage.payer.lastNameOrOrganization",
  "payer.identifier": "coverage.payer.id",
  "payer.claimEnrollment": "coverage.payer.id",
  "billingProvider.npi": "billingProvider.id",
  "billingProvider.taxonomy": "billingProvider.taxonomy",
  "billingProvider.taxId": "billingProvider.id",
  "billingProvider.addressLine1": "billingProvider.address.line1",
  "billingProvider.postalCode": "billingProvider.address.postalCode",
  "claim.placeOfService": "facilityCode",
  "claim.signatureOnFile": "providerSignatureOnFile",
  "claim.acceptsAssignment": "assignment",
  "claim.benefitsAssigned": "benefitsAssigned",
  "claim.releaseOfInformation": "releaseOfInformation",
  "claim.isAccident": "relatedCauses",
  "claim.isAutoAccident": "relatedCauses",
  "claim.isEmploymentRelated": "relatedCauses",
  "claim.accidentState": "accidentState",
  "claim.filingDueOn": "delayReason",
  "claim.serviceFrom": "lines.0.serviceFrom",
  "claim.serviceThrough": "lines.0.serviceThrough",
  "claim.chargedCents": "lines.0.chargedCents",
  "claim.lineCount": "lines.0.procedure.code",
  "claim.sameServicesNumber": "lines.0.procedure.code",
};

const ofLine: Readonly<Record<string, string>> = {
  serviceFrom: "serviceFrom",
  serviceThrough: "serviceThrough",
  placeOfService: "placeOfService",
  modifiers: "procedure.modifiers",
  units: "quantity",
  chargedCents: "chargedCents",
  priceCents: "chargedCents",
  diagnosisPointers: "diagnosisPointers",
  ndc: "drug.ndc",
  ndcUnit: "drug.unit",
  ndcUnits: "drug.quantity",
};

const ofPerson: Readonly<Record<string, string>> = {
  lastName: "lastNameOrOrganization",
  firstName: "firstName",
  dateOfBirth: "dateOfBirth",
  dateOfDeath: "dateOfBirth",
  gender: "gender",
  addressLine1: "address.line1",
  city: "address.city",
  state: "address.state",
  postalCode: "address.postalCode",
};

/** Qualifiers of the entries that facts stand in (005010X222A1 2300 REF and DTP). */
const ofReferences: Readonly<Record<string, string>> = {
  authorization: "G1",
  referral: "9F",
  "claim.originalReference": "F8",
  "claim.cliaNumber": "X4",
};
const ofDates: Readonly<Record<string, string>> = {
  "claim.accidentOn": "439",
  "claim.admittedOn": "435",
  "claim.dischargedOn": "096",
};
/** Entity codes of the claim's providers (005010X222A1 2310). */
const ofParties: Readonly<Record<string, string>> = {
  renderingProvider: "82",
  referringProvider: "DN",
  supervisingProvider: "DQ",
  facility: "77",
};

/**
 * The path of the claim form's field that a finding is about: the field itself; a list with the
 * qualifier of the entry that it lacks (`references.+G1`), or the list alone. Undefined where the form
 * shows nothing of it.
 */
export function claimFieldOf({ field, at }: Found, claim: Shown): string | undefined {
  const known = fixed[field as FactName];
  if (known !== undefined) return known;
  const [subject = "", rest = ""] = field.split(".");
  const place = (at ?? 1) - 1;
  if (subject === "line") return `lines.${place}.${ofLine[rest] ?? "procedure.code"}`;
  if (subject === "diagnosis") return diagnosisField(claim, place);
  if (field === "claim.diagnosisCount") return diagnosisField(claim, 0);
  if (subject === "patient" || subject === "subscriber") return personField(claim, subject, rest);
  const party = ofParties[subject];
  if (party !== undefined) return partyField(claim, party);
  const date = ofDates[field];
  if (date !== undefined) return entryField(claim.dates, "dates", [date, "from"]);
  const number = ofReferences[subject] ?? ofReferences[field];
  return number && entryField(claim.references, "references", [number, "id"]);
}

function personField(claim: Shown, subject: string, fact: string): string | undefined {
  const isOther = subject === "patient" && claim.patientRelationship !== undefined;
  const name = ofPerson[fact];
  return name && `${isOther ? "patient" : "coverage.subscriber"}.${name}`;
}

function partyField({ parties }: Shown, entityCode: string): string {
  const index = parties.findIndex((party) => party.entityCode === entityCode);
  if (index >= 0) return `parties.${index}.id`;
  return entityCode === "82" ? "billingProvider.id" : "parties";
}

/** Diagnoses are the codes ABK and ABF, counted among themselves. */
function diagnosisField({ codes }: Shown, place: number): string {
  const places = codes.flatMap(({ qualifier }, index) =>
    qualifier === "ABK" || qualifier === "ABF" ? [index] : [],
  );
  const index = places[place];
  return index === undefined ? "codes" : `codes.${index}.code`;
}

function entryField(
  entries: readonly { readonly qualifier: string }[],
  list: string,
  [qualifier, value]: readonly [qualifier: string, value: string],
): string {
  const index = entries.findIndex((entry) => entry.qualifier === qualifier);
  return index < 0 ? `${list}.+${qualifier}` : `${list}.${index}.${value}`;
}

/** A path that names a missing entry, as its list and qualifier. */
export function missingEntry(path: string) {
  const [, list, qualifier] = /^(references|dates)\.\+(.+)$/.exec(path) ?? [];
  return list === undefined || qualifier === undefined ? undefined : { list, qualifier };
}
