import type {
  Party,
  WritableBatch,
  WritableClaim,
  WritableClaimStatusInquiry,
} from "@headwater/x12";
import { askedParty } from "../../front-end/asked-party.ts";

/** What a 276 is written from beside the claim itself. */
export type StatusInquiryFacts = {
  readonly traceNumber: string;
  readonly payer: { readonly name: string; readonly identifier: string | undefined };
  /** Our id at the receiver (ISA06, 46). */
  readonly submitterIdentifier: string;
  readonly payerClaimControlNumber: string | undefined;
  readonly createdOn: string;
  /** `HHMM`. */
  readonly time: string;
};

export const statusInquiryFaults = {
  PAYER_WITHOUT_IDENTIFIER: "The payer has no identifier to ask it by; describe the payer.",
  PROVIDER_WITHOUT_NPI: "The claim names no billing provider with an NPI.",
  MEMBER_ID_MISSING: "The claim names no member id.",
  PATIENT_INCOMPLETE: "The claim lacks the patient's name or date of birth.",
  DATE_MISSING: "The claim states no date of service.",
} as const;
export type StatusInquiryFault = keyof typeof statusInquiryFaults;

export type BuiltStatusInquiry =
  | {
      readonly is: "built";
      readonly batch: WritableBatch;
      readonly inquiry: WritableClaimStatusInquiry;
    }
  | { readonly is: "refused"; readonly faults: readonly StatusInquiryFault[] };

/**
 * The question to a payer where a claim stands (005010X212, 276). The patient stands in the subscriber's
 * loop when he is the subscriber, else in the dependent's. Refuses what a payer could not search by.
 */
export function buildStatusInquiry(
  claim: WritableClaim,
  facts: StatusInquiryFacts,
): BuiltStatusInquiry {
  const faults = faultsOf(claim, facts);
  const { billingProvider, patient, patientRelationship } = claim;
  const { subscriber } = claim.coverage;
  if (faults.length > 0 || billingProvider === undefined || subscriber === undefined) {
    return { is: "refused", faults };
  }
  const isSelf = patientRelationship === undefined || patient === undefined;
  const question = questionOf(claim, facts);
  const holder = personOf(subscriber, "IL", isSelf);
  return {
    is: "built",
    batch: {
      purpose: "13",
      referenceId: facts.traceNumber,
      createdOn: facts.createdOn,
      time: facts.time,
      kind: undefined,
    },
    inquiry: {
      payer: askedParty("PR", facts.payer.name, ["PI", facts.payer.identifier]),
      receiver: askedParty("41", undefined, ["46", facts.submitterIdentifier]),
      provider: {
        ...askedParty("1P", billingProvider.lastNameOrOrganization, ["XX", billingProvider.id]),
        isPerson: billingProvider.isPerson,
        firstName: billingProvider.firstName,
      },
      subscriber: {
        ...holder,
        claims: isSelf ? [question] : [],
        dependents: isSelf ? [] : [{ ...personOf(patient, "QC", true), claims: [question] }],
      },
    },
  };
}

function faultsOf(claim: WritableClaim, { payer }: StatusInquiryFacts): StatusInquiryFault[] {
  const { billingProvider, coverage } = claim;
  const patient = claim.patient ?? coverage.subscriber;
  const checks: readonly (readonly [boolean, StatusInquiryFault])[] = [
    [!isStated(payer.identifier), "PAYER_WITHOUT_IDENTIFIER"],
    [billingProvider?.idQualifier !== "XX", "PROVIDER_WITHOUT_NPI"],
    [!isStated(coverage.subscriber?.id), "MEMBER_ID_MISSING"],
    [!isStated(patient?.lastNameOrOrganization) || !patient?.dateOfBirth, "PATIENT_INCOMPLETE"],
    [!isStated(claim.serviceFrom), "DATE_MISSING"],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, fault]) => fault);
}

const isStated = (text: string | undefined): boolean => (text ?? "").trim() !== "";

function questionOf(claim: WritableClaim, facts: StatusInquiryFacts) {
  const { patientControlNumber, serviceFrom, serviceThrough, facilityCode } = claim;
  const number = facts.payerClaimControlNumber;
  const typeOfBill =
    claim.kind === "837I"
      ? [{ qualifier: "BLT", id: `${facilityCode}${claim.frequencyCode}` }]
      : [];
  const through = serviceThrough === serviceFrom ? undefined : serviceThrough;
  return {
    traceNumber: facts.traceNumber,
    references: [
      ...(number === undefined ? [] : [{ qualifier: "1K", id: number }]),
      ...typeOfBill,
      { qualifier: "EJ", id: patientControlNumber },
    ],
    amounts: [{ qualifier: "T3", cents: claim.chargedCents }],
    dates: [{ qualifier: "472", from: serviceFrom ?? "", through }],
    lines: [],
  };
}

const noNumber = [undefined, undefined] as const;

/** A person by name; the day of birth is told of the one who is asked about. */
function personOf(person: Party, entityCode: string, isAskedAbout: boolean): Party {
  const { isPerson, lastNameOrOrganization, firstName, middleName, suffix } = person;
  const isHolder = entityCode === "IL";
  return {
    ...askedParty(entityCode, lastNameOrOrganization, isHolder ? ["MI", person.id] : noNumber),
    ...{ isPerson, firstName, middleName, suffix },
    dateOfBirth: isAskedAbout ? person.dateOfBirth : undefined,
    gender: isAskedAbout ? person.gender : undefined,
  };
}
