import type { AuthorizationState, PlannedService } from "../authorization/authorization.ts";
import type { EligibilityOutcome } from "../eligibility/eligibility.ts";
import type { AppointmentKind, AppointmentState } from "./appointment.ts";

/** An appointment with everything that its clearance and its estimate rest on, as it is on file. */
export type Visit = {
  readonly id: number;
  readonly patientId: number;
  readonly providerId: number;
  readonly provider: string | null;
  readonly facilityId: number | null;
  readonly facility: string | null;
  readonly day: string;
  readonly time: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly kind: AppointmentKind;
  readonly reason: string | null;
  readonly state: AppointmentState;
  readonly stateReason: string | null;
  readonly authorizationId: number | null;
  readonly isDoubleBooked: boolean;
  readonly bookedOn: string;
  readonly revision: number;
  readonly services: readonly PlannedService[];
  readonly patient: VisitPatient;
  readonly coverage: VisitCoverage | null;
  readonly check: VisitCheck | null;
  readonly balanceCents: number;
  readonly hasGoodFaithEstimate: boolean;
};

export type VisitPatient = {
  readonly name: string;
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly chartNumber: string | null;
  readonly dateOfBirth: string | null;
  readonly gender: string | null;
  readonly addressLine1: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly hasGuarantor: boolean;
};

/** The coverage that is billed first on the day; where none holds then, the nearest that is on file. */
export type VisitCoverage = {
  readonly id: number;
  readonly payerId: number;
  readonly payer: string;
  readonly plan: string | null;
  readonly memberId: string;
  readonly groupNumber: string | null;
  readonly relationship: string;
  readonly subscriberName: string | null;
  readonly subscriberDateOfBirth: string | null;
  readonly filingIndicator: string | null;
  readonly needsAuthorization: boolean;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
};

/** What the payer last said of the coverage. */
export type VisitCheck = {
  readonly id: number;
  readonly outcome: EligibilityOutcome | "waiting";
  readonly reasonCode: string | null;
  readonly answeredOn: string | null;
};

/** An authorization of a visit with what its clearance asks of it. */
export type VisitAuthorization = {
  readonly id: number;
  readonly state: AuthorizationState;
  readonly number: string | null;
  readonly holdsOnDay: boolean;
  readonly coversServices: boolean;
  readonly unitsBefore: number | undefined;
  readonly unitsNeeded: number;
};
