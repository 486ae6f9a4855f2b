import { type RegistrationField, registrationFieldOf } from "../registration/registration-field.ts";

/** Where a finding about a visit is mended: in the booking, on the patient's page, in the panel. */
export type VisitField = {
  readonly form: "booking" | "panel" | RegistrationField["form"];
  readonly field: string;
};

const ofBooking: Readonly<Record<string, string>> = {
  "appointment.startsOn": "day",
  "appointment.kind": "kind",
  "appointment.sameDayAt": "day",
  "renderingProvider.npi": "providerId",
  "renderingProvider.isOnFile": "providerId",
  "renderingProvider.credential": "providerId",
  "renderingProvider.effectiveFrom": "providerId",
  "renderingProvider.effectiveTo": "providerId",
  "renderingProvider.isEnrolled": "providerId",
};

/** Sections of a visit's panel by the beginning of the fact. */
const ofPanel: readonly (readonly [begins: string, section: string])[] = [
  ["patient.openBalanceCents", "collect"],
  ["eligibility.", "eligibility"],
  ["authorization.", "authorization"],
  ["referral.", "authorization"],
  ["plan.", "authorization"],
];

/** The field of the page that a finding about a visit is about; undefined where none shows it. */
export function visitFieldOf(fact: string): VisitField | undefined {
  const booking = ofBooking[fact];
  if (booking !== undefined) return { form: "booking", field: booking };
  const panel = ofPanel.find(([begins]) => fact.startsWith(begins));
  if (panel !== undefined) return { form: "panel", field: panel[1] };
  return registrationFieldOf(fact);
}
