import type { AppointmentKind } from "./appointment.ts";

/** EB03 service types that a kind of visit falls under, the nearest first. */
const types: Readonly<Record<AppointmentKind, readonly string[]>> = {
  "new-patient": ["98", "BY", "1"],
  "office-visit": ["98", "BY", "1"],
  "follow-up": ["98", "BY", "1"],
  physical: ["BZ", "81", "98"],
  procedure: ["2", "1"],
  therapy: ["AE", "AD", "AF", "1"],
  telehealth: ["98", "BY", "1"],
  other: ["98", "1"],
};

/** The service types of a kind of visit. */
export function serviceTypesOf(kind: AppointmentKind): readonly string[] {
  return types[kind];
}
