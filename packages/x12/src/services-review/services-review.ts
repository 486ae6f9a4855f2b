import type { RequestRejection, ServiceDelivery, Trace } from "../batch.ts";
import type { ConditionIndicator } from "../claim-details.ts";
import type { Party, Procedure, QualifiedDate, Reference, SegmentRange } from "../transaction.ts";

/** UM: what is asked for. */
export type ReviewRequest = {
  /** UM01: AR admission, HS health services, SC specialty care, IN individual. */
  readonly category: string | undefined;
  /** UM02: I initial, R renewal, S revised, 3 cancel, 4 extension … */
  readonly certificationType: string | undefined;
  readonly serviceType: string | undefined;
  /** UM04: place of service (B) or type of bill (A), and its code. */
  readonly facility: readonly string[];
  /** UM05. */
  readonly relatedCauses: readonly string[];
  /** UM06: U urgent, E elective, 03 emergency. */
  readonly levelOfService: string | undefined;
  /** UM07 and UM08: the patient's health and prognosis. */
  readonly health?: string | undefined;
  readonly prognosis?: string | undefined;
  readonly releaseOfInformation: string | undefined;
  readonly delayReason: string | undefined;
};

/** HCR: what was decided. */
export type ReviewDecision = {
  /** HCR01: A1 certified, A2 modified, A3 not certified, A4 pended, A6 changed, C cancelled, CT, NA. */
  readonly action: string;
  /** HCR02: the number to put on the claim. */
  readonly authorizationNumber: string | undefined;
  readonly reasonCode: string | undefined;
  readonly needsSecondOpinion: string | undefined;
};

/** One code of HI. */
export type ReviewCode = {
  readonly qualifier: string;
  readonly code: string;
  readonly date: string | undefined;
  /** HI0x-5 to HI0x-8 of a service. */
  readonly cents?: number;
  /** Decimal text. */
  readonly quantity?: string;
  readonly version?: string;
  readonly rangeEnd?: string;
};

/** What a service and the event that it belongs to have alike. */
type Reviewed = {
  readonly traces: readonly Trace[];
  readonly rejections: readonly RequestRejection[];
  readonly request: ReviewRequest | undefined;
  readonly decision: ReviewDecision | undefined;
  readonly references: readonly Reference[];
  readonly dates: readonly QualifiedDate[];
  readonly codes: readonly ReviewCode[];
  readonly deliveries: readonly ServiceDelivery[];
  readonly messages: readonly string[];
  /** PWK; always there when read. */
  readonly attachments?: readonly ReviewAttachment[];
  /** Providers, places of a transport (PW, 45, ND, R3, FS) and other review organizations. */
  readonly providers: readonly ReviewParty[];
};

/** A party that may be told why it is not accepted. */
export type ReviewParty = Party & { readonly rejections: readonly RequestRejection[] };

/** HL SS: one service of an event. */
export type ReviewedService = Reviewed & {
  /** SV101, SV202 or SV301 with its charge and quantity. */
  readonly kind: "professional" | "institutional" | "dental" | undefined;
  readonly revenueCode: string | undefined;
  readonly procedure: Procedure | undefined;
  readonly chargedCents: number | undefined;
  readonly unitOfMeasure: string | undefined;
  readonly quantity: string | undefined;
  /** SV107 of a professional service. */
  readonly diagnosisPointers?: readonly string[];
  /** SV111: an EPSDT screening. */
  readonly isScreening?: string;
  /** SV120 or SV210. */
  readonly levelOfCare?: string;
  /** SV206 of an institutional service, as decimal text. */
  readonly rate?: string;
  /** SV209. */
  readonly nursingHomeStatus?: string;
  /** SV304, SV305 and SV307 of a dental service. */
  readonly oralCavity?: readonly string[];
  readonly prosthesis?: string;
  readonly description?: string;
  /** TOO; always there when read. */
  readonly teeth?: readonly { readonly tooth: string; readonly surfaces: readonly string[] }[];
};

/** PWK: a document that belongs to a review. */
export type ReviewAttachment = {
  readonly reportType: string;
  readonly transmission: string;
  readonly controlNumber: string | undefined;
  readonly description: string | undefined;
};

/** CR1: an ambulance transport, with its units as sent (LB or KG, DH miles or DK kilometres). */
export type ReviewTransport = {
  readonly weightUnit: string | undefined;
  readonly weight: string | undefined;
  readonly kind: string | undefined;
  readonly reason: string | undefined;
  readonly distanceUnit: string | undefined;
  readonly distance: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly roundTripPurpose: string | undefined;
  readonly stretcherPurpose: string | undefined;
};

/** CR2: spinal manipulation. Numbers are decimal text. */
export type ReviewManipulation = {
  readonly treatmentNumber: string | undefined;
  readonly treatments: string | undefined;
  readonly firstLevel: string | undefined;
  readonly lastLevel: string | undefined;
  readonly periodUnit: string | undefined;
  readonly period: string | undefined;
  readonly monthlyTreatments: string | undefined;
  readonly condition: string | undefined;
  readonly hasComplication: string | undefined;
  readonly description: string | undefined;
  readonly further: string | undefined;
  readonly hasXrays: string | undefined;
};

/** CR5: oxygen therapy. Numbers are decimal text. */
export type OxygenTherapy = {
  readonly certification: string | undefined;
  readonly equipment: readonly string[];
  readonly reason: string | undefined;
  readonly flowRate: string | undefined;
  readonly dailyUse: string | undefined;
  readonly hourlyUse: string | undefined;
  readonly therapistOrder: string | undefined;
  readonly bloodGas: string | undefined;
  readonly saturation: string | undefined;
  readonly testCondition: string | undefined;
  readonly testFindings: readonly string[];
  readonly portableFlowRate: string | undefined;
  readonly deliverySystem: string | undefined;
};

/** A day, or a range of days. */
export type DayPeriod = { readonly from: string; readonly through: string | undefined };

/** CR6: home health care. Dates are civil dates. */
export type HomeHealth = {
  readonly prognosis: string;
  readonly startOfCare: string | undefined;
  readonly certified: DayPeriod | undefined;
  /** CR605. */
  readonly diagnosedOn: string | undefined;
  readonly isSkilledNursing: string | undefined;
  readonly isMedicare: string | undefined;
  readonly certification: string | undefined;
  readonly surgeryOn: string | undefined;
  readonly surgeryQualifier: string | undefined;
  readonly surgery: string | undefined;
  readonly orderedOn: string | undefined;
  readonly lastVisitOn: string | undefined;
  readonly physicianContactOn: string | undefined;
  readonly stay: DayPeriod | undefined;
  readonly location: string | undefined;
  /** CR618 to CR621. */
  readonly diagnosisDates: readonly string[];
};

/** HL EV: an admission, referral or course of treatment. */
export type ReviewedEvent = Reviewed & {
  /** CL1. */
  readonly admissionType: string | undefined;
  readonly admissionSource: string | undefined;
  readonly patientStatus: string | undefined;
  /** CL104. */
  readonly nursingHomeStatus?: string | undefined;
  /** CRC; always there when read. */
  readonly conditions?: readonly ConditionIndicator[];
  readonly transport?: ReviewTransport | undefined;
  readonly spinalManipulation?: ReviewManipulation | undefined;
  readonly oxygen?: OxygenTherapy | undefined;
  readonly homeHealth?: HomeHealth | undefined;
  readonly services: readonly ReviewedService[];
};

/** A subscriber or dependent of a review. */
export type ReviewedPerson = ReviewParty & {
  readonly relationship: string | undefined;
  /** INS08 of the subscriber. */
  readonly employmentStatus?: string | undefined;
  /** INS17 of a dependent. */
  readonly birthSequence?: number | undefined;
  readonly events: readonly ReviewedEvent[];
};

/**
 * 278 (005010X217): a request for authorization or referral, or the answer to one, about one
 * subscriber; `batch.purpose` tells which (13 request, 11 response, 01 cancellation).
 */
export type ServicesReview = {
  readonly reviewOrganization: ReviewParty | undefined;
  readonly requester: ReviewParty | undefined;
  readonly subscriber:
    | (ReviewedPerson & { readonly dependents: readonly ReviewedPerson[] })
    | undefined;
  readonly range: SegmentRange;
};
