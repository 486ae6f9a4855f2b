import { lettersAndDigits } from "../../masters/identifier-key.ts";
import type { RemittanceLine } from "./remittance.ts";

/** A service line of ours that a payer's line may mean. */
export type MatchableServiceLine = {
  readonly lineNumber: number;
  readonly lineItemControlNumber: string | undefined;
  readonly procedureCode: string | undefined;
  readonly modifiers: readonly string[];
  readonly revenueCode: string | undefined;
  readonly chargedCents: number;
  readonly units: string | undefined;
  readonly serviceFrom: string | undefined;
};

export type LineMatchRule =
  | "line-control-number"
  | "procedure"
  | "submitted-procedure"
  | "procedure-without-modifiers"
  | "position"
  /** Several of ours are alike: the payer's lines are posted to all of them together. */
  | "group"
  | "unmatched";

/** What one payer line means: one line of ours, several alike, or none that could be told. */
export type LineMatch = {
  readonly lineNumbers: readonly number[];
  readonly rule: LineMatchRule;
};

type Criterion = {
  readonly rule: LineMatchRule;
  readonly agrees: (theirs: RemittanceLine, ours: MatchableServiceLine) => boolean;
};

/**
 * Finds for every payer line (SVC) the line of ours it means, in this order: line item control number
 * (REF*6R); code with modifiers, date, charge and units; submitted code (SVC06); the same without
 * modifiers and units; position, where counts and charges agree. A payer line means one of ours, and
 * one of ours is meant once, except that a line control number or a submitted code may come back in
 * several payer lines (unbundling). Lines of ours that cannot be told apart form a group.
 */
export function matchLines(
  theirs: readonly RemittanceLine[],
  ours: readonly MatchableServiceLine[],
): LineMatch[] {
  const matches: (LineMatch | undefined)[] = theirs.map((line) => byControlNumber(line, ours));
  const taken = new Set(matches.flatMap((match) => match?.lineNumbers ?? []));
  for (const criterion of criteria) matchBy(criterion, { theirs, ours, matches, taken });
  matchUnbundled(theirs, ours, matches);
  matchByPosition({ theirs, ours, matches, taken });
  return matches.map((match) => match ?? { lineNumbers: [], rule: "unmatched" });
}

function byControlNumber(
  line: RemittanceLine,
  ours: readonly MatchableServiceLine[],
): LineMatch | undefined {
  const key = controlKey(line.lineItemControlNumber);
  if (key === "") return undefined;
  const found = ours.filter((own) => controlKey(own.lineItemControlNumber) === key);
  const only = found.length === 1 ? found[0] : undefined;
  return only && { lineNumbers: [only.lineNumber], rule: "line-control-number" };
}

/** As compared: payers re-case line control numbers; zeros are significant in them. */
function controlKey(number: string | undefined): string {
  return number === undefined ? "" : lettersAndDigits(number);
}

function isSameModifiers(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  if (left.length === 0) return true;
  return [...left].sort().join(":") === [...right].sort().join(":");
}

function isSameDate(theirs: RemittanceLine, ours: MatchableServiceLine): boolean {
  // A payer that gives the date at the claim alone contradicts no line.
  return theirs.serviceFrom === undefined || theirs.serviceFrom === ours.serviceFrom;
}

function isSameCode(code: string | undefined, ours: MatchableServiceLine): boolean {
  return code !== undefined && (code === ours.procedureCode || code === ours.revenueCode);
}

function isSameUnits(theirs: RemittanceLine, ours: MatchableServiceLine): boolean {
  if (theirs.units === undefined || ours.units === undefined) return true;
  return Number(theirs.units) === Number(ours.units);
}

const isSameCharge = (theirs: RemittanceLine, ours: MatchableServiceLine): boolean =>
  Math.abs(theirs.chargedCents) === ours.chargedCents;

const criteria: readonly Criterion[] = [
  {
    rule: "procedure",
    agrees: (theirs, ours) =>
      isSameCode(theirs.procedureCode, ours) &&
      isSameModifiers(theirs.modifiers, ours.modifiers) &&
      isSameDate(theirs, ours) &&
      isSameCharge(theirs, ours) &&
      isSameUnits(theirs, ours),
  },
  {
    rule: "submitted-procedure",
    agrees: (theirs, ours) =>
      isSameCode(theirs.submittedProcedureCode, ours) &&
      isSameDate(theirs, ours) &&
      isSameCharge(theirs, ours),
  },
  {
    rule: "procedure-without-modifiers",
    agrees: (theirs, ours) =>
      (isSameCode(theirs.procedureCode, ours) || isSameCode(theirs.revenueCode, ours)) &&
      isSameDate(theirs, ours) &&
      isSameCharge(theirs, ours),
  },
];

type Matching = {
  readonly theirs: readonly RemittanceLine[];
  readonly ours: readonly MatchableServiceLine[];
  readonly matches: (LineMatch | undefined)[];
  readonly taken: Set<number>;
};

/** Settles by one criterion every payer line that is still open: one to one, or as a group. */
function matchBy(criterion: Criterion, matching: Matching): void {
  const { theirs, ours, matches, taken } = matching;
  theirs.forEach((line, index) => {
    if (matches[index] !== undefined || line.chargedCents === 0) return;
    const found = ours.filter((own) => !taken.has(own.lineNumber) && criterion.agrees(line, own));
    const only = found[0];
    if (only === undefined) return;
    if (found.length === 1) {
      matches[index] = { lineNumbers: [only.lineNumber], rule: criterion.rule };
      taken.add(only.lineNumber);
      return;
    }
    const rivals = theirs.flatMap((rival, position) =>
      matches[position] === undefined && found.every((own) => criterion.agrees(rival, own))
        ? [position]
        : [],
    );
    // Fewer payer lines than lines of ours that look alike: some were not adjudicated here, and the
    // first ones are taken.
    const group = found.slice(0, rivals.length).map((own) => own.lineNumber);
    for (const position of rivals.slice(0, found.length)) {
      const isAlone = group.length === 1;
      matches[position] = { lineNumbers: group, rule: isAlone ? criterion.rule : "group" };
    }
    for (const lineNumber of group) taken.add(lineNumber);
  });
}

/** One line of ours that came back as several: the others carry its submitted code, often no charge. */
function matchUnbundled(
  theirs: readonly RemittanceLine[],
  ours: readonly MatchableServiceLine[],
  matches: (LineMatch | undefined)[],
): void {
  theirs.forEach((line, index) => {
    if (matches[index] !== undefined || line.submittedProcedureCode === undefined) return;
    const found = ours.filter(
      (own) => isSameCode(line.submittedProcedureCode, own) && isSameDate(line, own),
    );
    const only = found[0];
    if (found.length !== 1 || only === undefined) return;
    matches[index] = { lineNumbers: [only.lineNumber], rule: "submitted-procedure" };
  });
}

function matchByPosition({ theirs, ours, matches, taken }: Matching): void {
  if (theirs.length !== ours.length) return;
  theirs.forEach((line, index) => {
    const own = ours[index];
    if (matches[index] !== undefined || own === undefined || taken.has(own.lineNumber)) return;
    if (!isSameCharge(line, own)) return;
    matches[index] = { lineNumbers: [own.lineNumber], rule: "position" };
    taken.add(own.lineNumber);
  });
}
