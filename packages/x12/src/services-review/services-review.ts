import type { RequestRejection, ServiceDelivery, Trace } from "../batch.ts";
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
};

/** HL EV: an admission, referral or course of treatment. */
export type ReviewedEvent = Reviewed & {
  /** CL1. */
  readonly admissionType: string | undefined;
  readonly admissionSource: string | undefined;
  readonly patientStatus: string | undefined;
  readonly services: readonly ReviewedService[];
};

/** A subscriber or dependent of a review. */
export type ReviewedPerson = ReviewParty & {
  readonly relationship: string | undefined;
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
