import type {
  ReviewedEvent,
  ReviewedPerson,
  ReviewedService,
  WritableBatch,
  WritableServicesReview,
} from "@headwater/x12";
import { type AskedPerson, askedParty, personParty, traceOrigin } from "../asked-party.ts";
import type { Authorization } from "./authorization.ts";

/** Whether consent is asked for, or what became of a request that the payer pended. */
export type ReviewKind = "request" | "verification";

/** What a 278 is written from. */
export type ReviewFacts = {
  readonly traceNumber: string;
  readonly kind: ReviewKind;
  readonly payer: { readonly name: string; readonly identifier: string | undefined };
  /** Who asks: the provider who bills. */
  readonly requester: ReviewProvider | undefined;
  /** Who will render; undefined is whoever does. */
  readonly renderer: ReviewProvider | undefined;
  readonly patient: AskedPerson;
  /** The holder of the policy where the patient is not. */
  readonly subscriber: AskedPerson | undefined;
  readonly memberId: string | undefined;
  /** As PAT01 numbers it; 18 is self. */
  readonly relationship: string;
  readonly asked: Pick<Authorization, "kind" | "procedureCodes" | "unitKind">;
  readonly units: number | undefined;
  readonly isUrgent: boolean;
  readonly serviceFrom: string;
  readonly serviceTo: string | undefined;
  /** The payer's own number of a request that it pended. */
  readonly payerReference: string | undefined;
  readonly createdOn: string;
  /** `HHMM`. */
  readonly time: string;
};

export type ReviewProvider = {
  readonly npi: string;
  readonly name: string;
  readonly isOrganization: boolean;
};

export const reviewFaults = {
  PAYER_WITHOUT_IDENTIFIER: "The payer has no identifier to ask it by; describe the payer.",
  REQUESTER_MISSING: "Say in the practice's profile who bills; a payer answers only a provider.",
  MEMBER_ID_MISSING: "The coverage has no member id.",
  NAME_MISSING: "The patient's name is not complete.",
  DATE_OF_BIRTH_MISSING: "The patient's date of birth is not on file.",
  SUBSCRIBER_MISSING: "The coverage does not say who the subscriber is.",
  KIND_NOT_ASKED: "Only authorizations and referrals are asked for in this way.",
  DAYS_REVERSED: "The last day of the services is before the first.",
} as const;
export type ReviewFault = keyof typeof reviewFaults;

export type BuiltReview =
  | {
      readonly is: "built";
      readonly batch: WritableBatch;
      readonly review: WritableServicesReview;
    }
  | { readonly is: "refused"; readonly faults: readonly ReviewFault[] };

/**
 * The request for a payer's consent (005010X217, 278): UM01 `HS` for an authorization, `SC` for a
 * referral; UM02 `I` for a first request, `6` (verification, with the payer's number in REF*NT) for one
 * that was pended. Units of one procedure stand with it, of several or of visits in the event's HSD.
 * Refuses what a payer could not search by.
 */
export function buildReview(facts: ReviewFacts): BuiltReview {
  const faults = faultsOf(facts);
  const { requester } = facts;
  if (faults.length > 0 || requester === undefined) return { is: "refused", faults };
  const isSelf = facts.relationship === "18";
  const holder = isSelf ? facts.patient : (facts.subscriber ?? facts.patient);
  const event = eventOf(facts);
  const subscriber = {
    ...person("IL", holder, isSelf ? [event] : []),
    ...{ idQualifier: "MI", id: facts.memberId },
  };
  const dependent = {
    ...person("QC", facts.patient, [event]),
    relationship: dependentRelation(facts.relationship),
  };
  const { traceNumber: referenceId, createdOn, time } = facts;
  return {
    is: "built",
    batch: { purpose: "13", referenceId, createdOn, time, kind: undefined },
    review: {
      reviewOrganization: {
        ...askedParty("X3", facts.payer.name, ["PI", facts.payer.identifier]),
        rejections: [],
      },
      requester: provider("1P", requester),
      subscriber: { ...subscriber, dependents: isSelf ? [] : [dependent] },
    },
  };
}

function faultsOf(facts: ReviewFacts): ReviewFault[] {
  const { patient, subscriber, relationship, asked, serviceFrom, serviceTo } = facts;
  const hasSubscriber = relationship === "18" || isStated(subscriber?.lastName);
  const checks: readonly (readonly [boolean, ReviewFault])[] = [
    [!isStated(facts.payer.identifier), "PAYER_WITHOUT_IDENTIFIER"],
    [facts.requester === undefined, "REQUESTER_MISSING"],
    [!isStated(facts.memberId), "MEMBER_ID_MISSING"],
    [!isStated(patient.lastName) || !isStated(patient.firstName), "NAME_MISSING"],
    [!isStated(patient.dateOfBirth), "DATE_OF_BIRTH_MISSING"],
    [!hasSubscriber, "SUBSCRIBER_MISSING"],
    [asked.kind !== "authorization" && asked.kind !== "referral", "KIND_NOT_ASKED"],
    [serviceTo !== undefined && serviceTo < serviceFrom, "DAYS_REVERSED"],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, fault]) => fault);
}

const isStated = (text: string | undefined): boolean => (text ?? "").trim() !== "";

function provider(entityCode: string, { npi, name, isOrganization }: ReviewProvider) {
  const party = askedParty(entityCode, name, ["XX", npi]);
  return { ...party, isPerson: !isOrganization, rejections: [] };
}

function person(
  entityCode: string,
  named: AskedPerson,
  events: readonly ReviewedEvent[],
): ReviewedPerson {
  const party = personParty(entityCode, named);
  return { ...party, rejections: [], relationship: undefined, events };
}

const nothing = {
  traces: [],
  rejections: [],
  request: undefined,
  decision: undefined,
  references: [],
  dates: [],
  codes: [],
  deliveries: [],
  messages: [],
  providers: [],
};

function eventOf(facts: ReviewFacts): ReviewedEvent {
  const { asked, kind, payerReference, units, renderer, traceNumber } = facts;
  const isVerification = kind === "verification";
  const inEvent = asked.unitKind === "visits" || asked.procedureCodes.length !== 1;
  return {
    ...nothing,
    traces: [
      { kind: "1", traceNumber, originatingCompanyId: traceOrigin, supplementalId: undefined },
    ],
    request: {
      category: asked.kind === "referral" ? "SC" : "HS",
      certificationType: isVerification ? "6" : "I",
      serviceType: undefined,
      facility: [],
      relatedCauses: [],
      levelOfService: facts.isUrgent ? "U" : undefined,
      releaseOfInformation: undefined,
      delayReason: undefined,
    },
    references: payerReference === undefined ? [] : [{ qualifier: "NT", id: payerReference }],
    dates: [{ qualifier: "AAH", from: facts.serviceFrom, through: facts.serviceTo }],
    deliveries: inEvent && units !== undefined ? [delivery(asked.unitKind, units)] : [],
    providers: renderer === undefined ? [] : [provider("SJ", renderer)],
    admissionType: undefined,
    admissionSource: undefined,
    patientStatus: undefined,
    services: asked.procedureCodes.map((code) => service(code, facts)),
  };
}

/** HSD01: VS visits, FL units. */
function delivery(unitKind: Authorization["unitKind"], units: number) {
  return {
    quantityQualifier: unitKind === "visits" ? "VS" : "FL",
    quantity: String(units),
    measurement: undefined,
    sampleSelection: undefined,
    periodQualifier: undefined,
    periodCount: undefined,
    calendarPattern: undefined,
    timePattern: undefined,
  };
}

function service(code: string, facts: ReviewFacts): ReviewedService {
  const { asked, units, serviceFrom, serviceTo } = facts;
  const [from = "", rangeEnd] = code.split("-");
  const isCounted = asked.unitKind === "units" && asked.procedureCodes.length === 1;
  return {
    ...nothing,
    dates: [{ qualifier: "472", from: serviceFrom, through: serviceTo }],
    kind: "professional",
    revenueCode: undefined,
    procedure: {
      ...{ qualifier: "HC", code: from, modifiers: [], description: undefined },
      ...(rangeEnd === undefined ? {} : { rangeEnd }),
    },
    chargedCents: undefined,
    unitOfMeasure: isCounted && units !== undefined ? "UN" : undefined,
    quantity: isCounted && units !== undefined ? String(units) : undefined,
  };
}

/** INS02 of a dependent; payers are asked about spouse, child and other. */
function dependentRelation(relationship: string): string {
  return relationship === "01" || relationship === "19" ? relationship : "34";
}
