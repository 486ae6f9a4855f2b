import { daysBetween, isCivilDate } from "@headwater/code-sets/civil-date.ts";
import { type FactName, isDerived } from "./fact-catalogue.ts";
import { type FactValue, isNotEvaluable, type NotEvaluable, type SubjectFacts } from "./facts.ts";

/** Facts of one thing by name; absent ones are not there or undefined. */
export type FactTable = { readonly [Name in FactName]?: FactValue | NotEvaluable | undefined };

/** What is known of one thing: what a stage stated, and what follows from it. */
export type KnownFacts = { readonly stated: FactTable; readonly derived: FactTable };

/** The facts of a subject and of its parts. */
export type AllFacts = {
  readonly whole: KnownFacts;
  readonly lines: readonly KnownFacts[];
  readonly diagnoses: readonly KnownFacts[];
};

/** The value of a fact, from where the catalogue says that it comes. */
export function factValue(known: KnownFacts | undefined, name: FactName) {
  return isDerived(name) ? known?.derived[name] : known?.stated[name];
}

/**
 * Adds to what a stage stated what follows from it; what was stated is not copied, for a copy of so
 * many facts costs more than all edits. `today` is the practice's business date.
 */
export function deriveFacts(stated: SubjectFacts, today: string): AllFacts {
  const lines: readonly FactTable[] = stated.lines ?? [];
  const diagnoses: readonly FactTable[] = stated.diagnoses ?? [];
  const whole: FactTable = stated.whole;
  const serviceOn = stated.serviceOn ?? dayOf(whole["claim.serviceFrom"]);
  return {
    whole: {
      stated: whole,
      derived: {
        today,
        "subject.serviceOn": serviceOn,
        "patient.ageYears": ageOn(whole["patient.dateOfBirth"], serviceOn ?? today),
        "claim.lineCount": stated.lines?.length,
        "claim.diagnosisCount": stated.diagnoses?.length,
        "claim.linesChargedCents": stated.lines && sumOf(lines),
        "claim.daysSinceService": daysSince(serviceOn, today),
        "claim.daysLeftToFile": daysLeft(
          whole["claim.filingDueOn"],
          whole["claim.firstSubmittedOn"],
          today,
        ),
      },
    },
    lines: knownLines(lines, stated.diagnoses?.length),
    diagnoses: knownDiagnoses(diagnoses),
  };
}

function knownDiagnoses(diagnoses: readonly FactTable[]): KnownFacts[] {
  const codes = diagnoses.map((diagnosis) => diagnosis["diagnosis.code"]);
  return diagnoses.map((stated, at) => ({
    stated,
    derived: {
      "diagnosis.number": at + 1,
      "diagnosis.isRepeated": typeof codes[at] === "string" && codes.indexOf(codes[at]) < at,
    },
  }));
}

function knownLines(lines: readonly FactTable[], diagnosisCount: number | undefined): KnownFacts[] {
  const unitsOfDay = new Map<string, number>();
  const firstOfService = new Map<string, number>();
  for (const line of lines) {
    const key = dayKey(line);
    const units = line["line.units"];
    const more = typeof units === "number" ? units : 0;
    if (key !== undefined) unitsOfDay.set(key, (unitsOfDay.get(key) ?? 0) + more);
  }
  return lines.map((stated, at) => {
    const key = dayKey(stated);
    const pointers = stated["line.diagnosisPointers"];
    const modifiers = stated["line.modifiers"];
    const service = key && serviceKey(key, modifiers);
    const first = service === undefined ? undefined : firstOfService.get(service);
    if (service !== undefined && first === undefined) firstOfService.set(service, at + 1);
    return {
      stated,
      derived: {
        "line.number": at + 1,
        "line.pointerCount": ofList(pointers, (list) => list.length),
        "line.hasRepeatedPointer": ofList(pointers, hasRepeated),
        "line.hasPointerOutside": ofList(pointers, (list) => hasOutside(list, diagnosisCount)),
        "line.modifierCount": ofList(modifiers, (list) => list.length),
        "line.hasRepeatedModifier": ofList(modifiers, hasRepeated),
        "line.repeatsLine": first,
        "line.unitsOfDay": key === undefined ? undefined : unitsOfDay.get(key),
      },
    };
  });
}

/** Names a code on a day: what units of the day are summed by. */
function dayKey(line: FactTable): string | undefined {
  const code = line["line.procedureCode"];
  const day = line["line.serviceFrom"];
  return typeof code === "string" && typeof day === "string" ? `${code} ${day}` : undefined;
}

function serviceKey(ofDay: string, modifiers: Stated): string {
  return Array.isArray(modifiers) && modifiers.length > 0
    ? `${ofDay} ${[...modifiers].sort().join(" ")}`
    : ofDay;
}

type Stated = FactTable[FactName];
type List = readonly (string | number)[];

/** What follows from a list; not evaluable while the list is. */
function ofList<Value>(value: Stated, derive: (list: List) => Value) {
  if (isNotEvaluable(value)) return value;
  return Array.isArray(value) ? derive(value) : undefined;
}

function hasRepeated(list: List): boolean {
  return list.some((one, at) => list.indexOf(one) < at);
}

function hasOutside(pointers: List, diagnosisCount: number | undefined): boolean | undefined {
  if (diagnosisCount === undefined) return undefined;
  return pointers.some(
    (pointer) => typeof pointer !== "number" || pointer < 1 || pointer > diagnosisCount,
  );
}

function dayOf(value: unknown): string | undefined {
  return typeof value === "string" && isCivilDate(value) ? value : undefined;
}

function daysSince(day: string | undefined, today: string): number | undefined {
  return day !== undefined && isCivilDate(day) && isCivilDate(today)
    ? daysBetween(day, today)
    : undefined;
}

/** Days until the last day of filing from the day on which it was filed, or from today. */
function daysLeft(due: Stated, filedOn: Stated, today: string): Stated {
  if (isNotEvaluable(due)) return due;
  if (isNotEvaluable(filedOn)) return filedOn;
  const last = dayOf(due);
  return last === undefined ? undefined : daysSince(dayOf(filedOn) ?? today, last);
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
function sumOf(lines: readonly FactTable[]): number | NotEvaluable | undefined {
  let sum = 0;
  for (const line of lines) {
    const charged = line["line.chargedCents"];
    if (isNotEvaluable(charged)) return charged;
    if (typeof charged !== "number" || !Number.isSafeInteger(charged)) return undefined;
    sum += charged;
  }
  return Number.isSafeInteger(sum) ? sum : undefined;
}
