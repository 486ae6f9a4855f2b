import type { WritableBatch, WritableEligibilityInquiry } from "@headwater/x12";
import { type AskedPerson, askedParty, personParty, traceOrigin } from "../asked-party.ts";

/** What a 270 is written from. */
export type InquiryFacts = {
  readonly traceNumber: string;
  readonly payer: { readonly name: string; readonly identifier: string | undefined };
  /** Who asks: the provider who bills. */
  readonly receiver:
    | { readonly npi: string; readonly name: string; readonly isOrganization: boolean }
    | undefined;
  readonly patient: AskedPerson;
  /** The holder of the policy where the patient is not. */
  readonly subscriber: AskedPerson | undefined;
  readonly memberId: string | undefined;
  /** As PAT01 numbers it; 18 is self. */
  readonly relationship: string;
  readonly day: string;
  readonly serviceTypes: readonly string[];
  readonly createdOn: string;
  /** `HHMM`. */
  readonly time: string;
};

export const inquiryFaults = {
  PAYER_WITHOUT_IDENTIFIER: "The payer has no identifier to ask it by; describe the payer.",
  RECEIVER_MISSING: "Say in the practice's profile who bills; a payer answers only a provider.",
  MEMBER_ID_MISSING: "The coverage has no member id.",
  NAME_MISSING: "The patient's name is not complete.",
  DATE_OF_BIRTH_MISSING: "The patient's date of birth is not on file.",
  SUBSCRIBER_MISSING: "The coverage does not say who the subscriber is.",
} as const;
export type InquiryFault = keyof typeof inquiryFaults;

export type BuiltInquiry =
  | {
      readonly is: "built";
      readonly batch: WritableBatch;
      readonly inquiry: WritableEligibilityInquiry;
    }
  | { readonly is: "refused"; readonly faults: readonly InquiryFault[] };

/**
 * The question to a payer whether a coverage holds on a day (005010X279A1, 270). The patient stands in the
 * subscriber's loop when he is the subscriber, else in the dependent's. Refuses what a payer could not
 * search by.
 */
export function buildInquiry(facts: InquiryFacts): BuiltInquiry {
  const faults = faultsOf(facts);
  const { receiver } = facts;
  if (faults.length > 0 || receiver === undefined) return { is: "refused", faults };
  const isSelf = facts.relationship === "18";
  const asked = askedAbout(facts);
  const holder = isSelf ? facts.patient : (facts.subscriber ?? facts.patient);
  const subscriber = {
    ...personParty("IL", holder),
    idQualifier: "MI",
    id: facts.memberId,
  };
  const nothingAsked = { ...asked, traces: [], dates: [], questions: [] };
  const dependent = {
    ...personParty("03", facts.patient),
    ...asked,
    relationship: dependentRelation(facts.relationship),
  };
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
      source: askedParty("PR", facts.payer.name, ["PI", facts.payer.identifier]),
      receiver: {
        ...askedParty("1P", receiver.name, ["XX", receiver.npi]),
        isPerson: !receiver.isOrganization,
      },
      subscriber: {
        ...subscriber,
        ...(isSelf ? asked : nothingAsked),
        dependents: isSelf ? [] : [dependent],
      },
    },
  };
}

function faultsOf(facts: InquiryFacts): InquiryFault[] {
  const { patient, subscriber, relationship } = facts;
  const hasSubscriber = relationship === "18" || isStated(subscriber?.lastName);
  const checks: readonly (readonly [boolean, InquiryFault])[] = [
    [!isStated(facts.payer.identifier), "PAYER_WITHOUT_IDENTIFIER"],
    [facts.receiver === undefined, "RECEIVER_MISSING"],
    [!isStated(facts.memberId), "MEMBER_ID_MISSING"],
    [!isStated(patient.lastName) || !isStated(patient.firstName), "NAME_MISSING"],
    [!isStated(patient.dateOfBirth), "DATE_OF_BIRTH_MISSING"],
    [!hasSubscriber, "SUBSCRIBER_MISSING"],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, fault]) => fault);
}

const isStated = (text: string | undefined): boolean => (text ?? "").trim() !== "";

function askedAbout({ traceNumber, day, serviceTypes }: InquiryFacts) {
  return {
    traces: [
      {
        kind: "1",
        traceNumber,
        originatingCompanyId: traceOrigin,
        supplementalId: undefined,
      },
    ],
    relationship: undefined,
    birthSequence: undefined,
    dates: [{ qualifier: "291", from: day, through: undefined }],
    questions: [
      {
        serviceTypes,
        procedure: undefined,
        coverageLevel: undefined,
        amounts: [],
        placeOfService: undefined,
        references: [],
        dates: [],
      },
    ],
  };
}

/** INS02 of a 270 knows spouse, child and other. */
function dependentRelation(relationship: string): string {
  return relationship === "01" || relationship === "19" ? relationship : "34";
}
