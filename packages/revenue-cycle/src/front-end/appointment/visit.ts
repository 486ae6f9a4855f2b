import type { AuthorizationState, PlannedService } from "../authorization/authorization.ts";
import type { EligibilityOutcome } from "../eligibility/eligibility.ts";
import type { RegisteredCoverage, RegistrationGround } from "../registration/registration-facts.ts";
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

export type VisitPatient = Omit<RegistrationGround, "patientId" | "balanceCents" | "coverage"> & {
  readonly name: string;
  readonly chartNumber: string | null;
};

/** The coverage that is billed first on the day; where none holds then, the nearest that is on file. */
export type VisitCoverage = RegisteredCoverage & {
  readonly id: number;
  readonly payer: string;
  readonly memberId: string;
  readonly relationship: string;
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
