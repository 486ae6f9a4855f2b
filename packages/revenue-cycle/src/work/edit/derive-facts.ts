import { daysBetween, isCivilDate } from "@headwater/code-sets/civil-date.ts";
import type { FactName } from "./fact-catalogue.ts";
import { type FactValue, isNotEvaluable, type NotEvaluable, type SubjectFacts } from "./facts.ts";

/** Facts of one thing by name; absent ones are not there or undefined. */
export type FactTable = { readonly [Name in FactName]?: FactValue | NotEvaluable | undefined };

/** The facts of a subject, stated and derived. */
export type AllFacts = {
  readonly whole: FactTable;
  readonly lines: readonly FactTable[];
  readonly diagnoses: readonly FactTable[];
};

/** Adds to what a stage stated what follows from it. `today` is the practice's business date. */
export function deriveFacts(stated: SubjectFacts, today: string): AllFacts {
  const statedLines: readonly FactTable[] = stated.lines ?? [];
  const statedDiagnoses: readonly FactTable[] = stated.diagnoses ?? [];
  const whole: FactTable = stated.whole;
  const serviceOn = stated.serviceOn ?? dayOf(whole["claim.serviceFrom"]);
  const services = servicesOf(statedLines);
  const lines = statedLines.map((line, at) => ({
    ...line,
    "line.number": line["line.number"] ?? at + 1,
    ...pointerFacts(line, stated.diagnoses?.length),
    ...modifierFacts(line),
    ...services[at],
  }));
  const codes = statedDiagnoses.map((diagnosis) => diagnosis["diagnosis.code"]);
  const diagnoses = statedDiagnoses.map((diagnosis, at) => ({
    ...diagnosis,
    "diagnosis.number": diagnosis["diagnosis.number"] ?? at + 1,
    "diagnosis.isRepeated": typeof codes[at] === "string" && codes.indexOf(codes[at]) < at,
  }));
  return {
    whole: {
      ...whole,
      today,
      "subject.serviceOn": serviceOn,
      "patient.ageYears": ageOn(whole["patient.dateOfBirth"], serviceOn ?? today),
      "claim.lineCount": stated.lines?.length,
      "claim.diagnosisCount": stated.diagnoses?.length,
      "claim.linesChargedCents": stated.lines && sumOf(statedLines),
      "claim.daysSinceService": daysSince(serviceOn, today),
    },
    lines,
    diagnoses,
  };
}

function dayOf(value: unknown): string | undefined {
  return typeof value === "string" && isCivilDate(value) ? value : undefined;
}

function daysSince(day: string | undefined, today: string): number | undefined {
  return day !== undefined && isCivilDate(day) && isCivilDate(today)
    ? daysBetween(day, today)
    : undefined;
}

/** Completed years; not evaluable where the date of birth is. */
function ageOn(born: FactValue | NotEvaluable | undefined, on: string) {
  if (isNotEvaluable(born)) return born;
  const day = dayOf(born);
  if (day === undefined || on < day) return undefined;
  const years = Number(on.slice(0, 4)) - Number(day.slice(0, 4));
  return on.slice(5) < day.slice(5) ? years - 1 : years;
}

/** The sum of the lines' charges; absent while one of them is. */
function sumOf(lines: readonly FactTable[]): number | undefined {
  let sum = 0;
  for (const line of lines) {
    const charged = line["line.chargedCents"];
    if (typeof charged !== "number" || !Number.isSafeInteger(charged)) return undefined;
    sum += charged;
  }
  return Number.isSafeInteger(sum) ? sum : undefined;
}

function pointerFacts(line: FactTable, diagnosisCount: number | undefined): FactTable {
  const pointers = line["line.diagnosisPointers"];
  if (!Array.isArray(pointers)) return {};
  return {
    "line.pointerCount": pointers.length,
    "line.hasRepeatedPointer": new Set(pointers).size < pointers.length,
    "line.hasPointerOutside":
      diagnosisCount === undefined
        ? undefined
        : pointers.some((pointer) => !(pointer >= 1 && pointer <= diagnosisCount)),
  };
}

function modifierFacts(line: FactTable): FactTable {
  const modifiers = line["line.modifiers"];
  if (!Array.isArray(modifiers)) return {};
  return {
    "line.modifierCount": modifiers.length,
    "line.hasRepeatedModifier": new Set(modifiers).size < modifiers.length,
  };
}

/**
 * Which earlier line a line repeats (same code, modifiers and day), and how many units of its code the
 * day has over all lines.
 */
function servicesOf(lines: readonly FactTable[]): FactTable[] {
  const firstOf = new Map<string, number>();
  const unitsOf = new Map<string, number>();
  const keys = lines.map((line) => {
    const code = line["line.procedureCode"];
    const day = line["line.serviceFrom"];
    if (typeof code !== "string" || typeof day !== "string") return undefined;
    const units = line["line.units"];
    const ofDay = `${code} ${day}`;
    unitsOf.set(ofDay, (unitsOf.get(ofDay) ?? 0) + (typeof units === "number" ? units : 0));
    return ofDay;
  });
  return lines.map((line, at) => {
    const ofDay = keys[at];
    if (ofDay === undefined) return {};
    const modifiers = line["line.modifiers"];
    const service = Array.isArray(modifiers)
      ? `${ofDay} ${[...modifiers].sort().join(" ")}`
      : ofDay;
    const first = firstOf.get(service);
    if (first === undefined) firstOf.set(service, at + 1);
    return { "line.repeatsLine": first, "line.unitsOfDay": unitsOf.get(ofDay) };
  });
}
