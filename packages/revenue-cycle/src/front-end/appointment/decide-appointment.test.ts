import { expect, test } from "vitest";
import { appointmentStates, mayBecome } from "./appointment.ts";
import {
  type AppointmentDraft,
  type AppointmentSurroundings,
  appointmentFaultsOf,
  tidyAppointment,
} from "./decide-appointment.ts";

const draft: AppointmentDraft = {
  patientId: 1,
  providerId: 2,
  facilityId: null,
  day: "2026-08-04",
  time: "09:30",
  minutes: 20,
  kind: "office-visit",
  reason: " cough ",
  services: [{ procedureCode: "99213", modifiers: ["25"], units: 1 }],
  allowsDoubleBooking: false,
};
const free: AppointmentSurroundings = {
  today: "2026-08-04",
  patient: "known",
  isProviderKnown: true,
  isFacilityKnown: true,
  isProviderBusy: false,
  isPatientBusy: false,
};

test.each<[string, Partial<AppointmentDraft>, Partial<AppointmentSurroundings>, string[]]>([
  ["today", {}, {}, []],
  ["no day", { day: "2026-02-30" }, {}, ["DAY_INVALID"]],
  ["yesterday", { day: "2026-08-03" }, {}, ["DAY_PAST"]],
  ["in three years", { day: "2029-08-04" }, {}, ["DAY_FAR"]],
  ["no time", { time: "9:30" }, {}, ["TIME_INVALID"]],
  ["after midnight", { time: "24:00" }, {}, ["TIME_INVALID"]],
  ["four minutes", { minutes: 4 }, {}, ["MINUTES_INVALID"]],
  [
    "a code of four",
    { services: [{ procedureCode: "9921", modifiers: [], units: 1 }] },
    {},
    ["CODE_INVALID"],
  ],
  [
    "a modifier of one",
    { services: [{ procedureCode: "99213", modifiers: ["2"], units: 1 }] },
    {},
    ["MODIFIER_INVALID"],
  ],
  [
    "no units",
    { services: [{ procedureCode: "99213", modifiers: [], units: 0 }] },
    {},
    ["UNITS_INVALID"],
  ],
  ["a patient nobody knows", {}, { patient: "unknown" }, ["PATIENT_UNKNOWN"]],
  ["a patient joined into another", {}, { patient: "joined" }, ["PATIENT_JOINED"]],
  ["a provider nobody knows", {}, { isProviderKnown: false }, ["PROVIDER_UNKNOWN"]],
  ["a busy provider", {}, { isProviderBusy: true }, ["PROVIDER_BUSY"]],
  ["a busy provider on purpose", { allowsDoubleBooking: true }, { isProviderBusy: true }, []],
  [
    "a busy patient, never on purpose",
    { allowsDoubleBooking: true },
    { isPatientBusy: true },
    ["PATIENT_BUSY"],
  ],
])("an appointment: %s", (_, change, around, codes) => {
  const faults = appointmentFaultsOf(tidyAppointment({ ...draft, ...change }), {
    ...free,
    ...around,
  });
  expect(faults.map(({ code }) => code)).toEqual(codes);
});

test("what was done, cancelled or arrived does not go back", () => {
  const ways = appointmentStates.flatMap((from) =>
    appointmentStates.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(ways).toEqual([
    "booked → arrived",
    "booked → no-show",
    "booked → cancelled",
    "arrived → done",
    "no-show → booked",
  ]);
});
