import { addCalendarDays, isCivilDate } from "@headwater/code-sets/civil-date.ts";
import type { AppointmentKind } from "./appointment.ts";

/** An appointment as a person asks for it; empty text is not stated. */
export type AppointmentDraft = {
  readonly patientId: number;
  readonly providerId: number;
  readonly facilityId: number | null;
  readonly day: string;
  /** `HH:MM` where the practice is. */
  readonly time: string;
  readonly minutes: number;
  readonly kind: AppointmentKind;
  readonly reason: string;
  readonly services: readonly ServiceDraft[];
  /** Books although the provider has another patient then. */
  readonly allowsDoubleBooking: boolean;
};

export type ServiceDraft = {
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  readonly units: number;
};

export const appointmentFaults = {
  DAY_INVALID: "This is not a day.",
  DAY_PAST: "The day is past.",
  DAY_FAR: "The day is more than two years ahead.",
  TIME_INVALID: "State the time as 09:30.",
  MINUTES_INVALID: "An appointment takes 5 minutes to 12 hours.",
  PATIENT_UNKNOWN: "Choose a patient of the practice.",
  PATIENT_JOINED: "This patient was joined into another; choose that one.",
  PROVIDER_UNKNOWN: "Choose a provider who renders services.",
  FACILITY_UNKNOWN: "Choose a facility of the practice.",
  CODE_INVALID: "A procedure is five letters or digits.",
  MODIFIER_INVALID: "A modifier is two letters or digits; four at most.",
  UNITS_INVALID: "Units are 1 to 999.",
  PROVIDER_BUSY: "The provider has another patient then.",
  PATIENT_BUSY: "The patient has another appointment then.",
} as const;
export type AppointmentFaultCode = keyof typeof appointmentFaults;

export type AppointmentFault = {
  readonly field: keyof AppointmentDraft;
  readonly code: AppointmentFaultCode;
};

/** The draft as it is kept. */
export function tidyAppointment(draft: AppointmentDraft): AppointmentDraft {
  return {
    ...draft,
    reason: draft.reason.replace(/\s+/g, " ").trim(),
    services: draft.services.map((service) => ({
      procedureCode: service.procedureCode.trim().toUpperCase(),
      modifiers: service.modifiers
        .map((modifier) => modifier.trim().toUpperCase())
        .filter((modifier) => modifier !== "")
        .sort(),
      units: service.units,
    })),
  };
}

/** What is on file around a wanted appointment. */
export type AppointmentSurroundings = {
  readonly today: string;
  readonly patient: "known" | "joined" | "unknown";
  readonly isProviderKnown: boolean;
  readonly isFacilityKnown: boolean;
  /** Appointments that take the same time. */
  readonly isProviderBusy: boolean;
  readonly isPatientBusy: boolean;
};

const mostDaysAhead = 731;

/**
 * Everything that forbids an appointment. A provider may be booked twice on purpose; a patient never is
 * in two places.
 */
export function appointmentFaultsOf(
  draft: AppointmentDraft,
  around: AppointmentSurroundings,
): AppointmentFault[] {
  const { patient } = around;
  const isBusy = around.isProviderBusy && !draft.allowsDoubleBooking;
  return [
    ...formFaults(draft, around.today),
    ...found([
      [patient === "unknown", "patientId", "PATIENT_UNKNOWN"],
      [patient === "joined", "patientId", "PATIENT_JOINED"],
      [!around.isProviderKnown, "providerId", "PROVIDER_UNKNOWN"],
      [!around.isFacilityKnown, "facilityId", "FACILITY_UNKNOWN"],
      [isBusy, "time", "PROVIDER_BUSY"],
      [around.isPatientBusy, "time", "PATIENT_BUSY"],
    ]),
  ];
}

/** What is wrong with the draft by itself. */
export function formFaults(draft: AppointmentDraft, today: string): AppointmentFault[] {
  const isDay = isCivilDate(draft.day);
  const { services, minutes } = draft;
  return found([
    [!isDay, "day", "DAY_INVALID"],
    [isDay && draft.day < today, "day", "DAY_PAST"],
    [isDay && draft.day > addCalendarDays(today, mostDaysAhead), "day", "DAY_FAR"],
    [!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(draft.time), "time", "TIME_INVALID"],
    [!Number.isSafeInteger(minutes) || minutes < 5 || minutes > 720, "minutes", "MINUTES_INVALID"],
    [
      services.some(({ procedureCode }) => !/^[0-9A-Z]{5}$/.test(procedureCode)),
      "services",
      "CODE_INVALID",
    ],
    [
      services.some(
        ({ modifiers }) =>
          modifiers.length > 4 || modifiers.some((one) => !/^[0-9A-Z]{2}$/.test(one)),
      ),
      "services",
      "MODIFIER_INVALID",
    ],
    [
      services.some(({ units }) => !Number.isSafeInteger(units) || units < 1 || units > 999),
      "services",
      "UNITS_INVALID",
    ],
  ]);
}

function found(
  checks: readonly (readonly [boolean, keyof AppointmentDraft, AppointmentFaultCode])[],
): AppointmentFault[] {
  return checks.filter(([isWrong]) => isWrong).map(([, field, code]) => ({ field, code }));
}
