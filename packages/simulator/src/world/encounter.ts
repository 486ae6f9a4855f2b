import type { KeyedStream } from "../random/keyed-stream.ts";
import { serviceOf } from "../tables/services.ts";
import { type Visit, visits } from "../tables/visits.ts";
import { ageOn, type Coverage, type Patient, patientOf, primaryOn } from "./patient.ts";
import type { Practice, Provider } from "./practice.ts";

/** A service as the record supports it. */
export type DocumentedLine = {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
};

/** A visit as it truly was: what was found and done, and who pays for it. */
export type Encounter = {
  readonly index: number;
  readonly stream: KeyedStream;
  readonly day: number;
  readonly patient: Patient;
  readonly provider: Provider;
  readonly visit: Visit;
  readonly lines: readonly DocumentedLine[];
  readonly diagnoses: readonly string[];
  /** The coverage that truly pays first; absent for those who pay themselves. */
  readonly primary: Coverage | undefined;
  readonly secondary: Coverage | undefined;
};

export type World = {
  readonly root: KeyedStream;
  readonly practice: Practice;
  readonly patients: number;
  readonly firstDay: number;
  readonly lastDay: number;
};

/** Encounters in one thousand of which the patient is one of the practice for this many encounters. */
const encountersPerPatient = 3;

/** How many patients a practice with so many claims has. */
export function patientsFor(claims: number): number {
  return Math.max(30, Math.ceil(claims / encountersPerPatient));
}

/**
 * The encounter of a number: patient, provider and reason by its own key. `attempt` counts the tries
 * until a patient with a coverage comes; the tries before are visits of those who pay themselves.
 */
export function encounterOf(
  world: World,
  place: { readonly index: number; readonly attempt: number; readonly day: number },
): Encounter {
  const { index, attempt, day } = place;
  const stream = world.root.at("encounter", index, attempt);
  const days = world.lastDay - world.firstDay + 1;
  const who = stream.below("patient", world.patients);
  const patient = patientOf(world.root, who, [world.firstDay, days]);
  const { providers } = world.practice;
  const provider = providers[stream.below("provider", providers.length)] ?? providers[0];
  const visit = visitOf(stream, ageOn(patient, day), provider);
  const diagnoses = stream.pick("diagnoses", visit.diagnoses);
  const lines = visit.lines
    .filter(({ permille, code }) => permille === undefined || stream.happens(code, permille))
    .filter(({ code }) => isNeeded(code, diagnoses))
    .map(({ code, modifiers, units }) => ({ code, modifiers: modifiers ?? [], units: units ?? 1 }));
  const primary = primaryOn(patient, day);
  const secondary = primary === undefined ? undefined : patient.secondary;
  return { index, stream, day, patient, provider, visit, lines, diagnoses, primary, secondary };
}

/** Nothing is done that the diagnoses found do not call for. */
function isNeeded(code: string, diagnoses: readonly string[]): boolean {
  const wanted = serviceOf(code).diagnoses;
  return wanted?.some((start) => diagnoses.some((found) => found.startsWith(start))) ?? true;
}

function visitOf(stream: KeyedStream, age: number, provider: Provider): Visit {
  const possible = visits.filter(
    ({ ages, specialties }) =>
      age >= ages[0] && age <= ages[1] && specialties.includes(provider.specialty),
  );
  const [first, ...rest] = possible;
  return first === undefined ? visits[0] : stream.weighted("visit", [first, ...rest]);
}
