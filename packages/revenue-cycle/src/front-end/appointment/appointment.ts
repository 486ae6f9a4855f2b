export const appointmentStates = ["booked", "arrived", "done", "no-show", "cancelled"] as const;
export type AppointmentState = (typeof appointmentStates)[number];

/** What a visit is for, as the calendar sorts it. */
export const appointmentKinds = [
  "new-patient",
  "office-visit",
  "follow-up",
  "physical",
  "procedure",
  "therapy",
  "telehealth",
  "other",
] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

/** What may become of an appointment; what was done stays done. */
const nextStates: Readonly<Record<AppointmentState, readonly AppointmentState[]>> = {
  booked: ["arrived", "no-show", "cancelled"],
  arrived: ["done"],
  done: [],
  "no-show": ["booked"],
  cancelled: [],
};

/** Whether an appointment may go from one state to another. */
export function mayBecome(from: AppointmentState, to: AppointmentState): boolean {
  return nextStates[from].includes(to);
}

/** States in which an appointment takes its provider's time. */
export const takesTime: readonly AppointmentState[] = ["booked", "arrived", "done"];
