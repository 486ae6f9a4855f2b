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
  const taken = new Set(matches.flatMap((match) => (match === undefined ? [] : match.lineNumbers)));
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
  const [only, ...others] = ours.filter((own) => controlKey(own.lineItemControlNumber) === key);
  if (only === undefined || others.length > 0) return undefined;
  return { lineNumbers: [only.lineNumber], rule: "line-control-number" };
}

/** As compared: payers re-case line control numbers; zeros are significant in them. */
function controlKey(number: string | undefined): string {
  return number === undefined ? "" : lettersAndDigits(number);
}

function isSameModifiers(left: readonly string[], right: readonly string[]): boolean {
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

/**
 * Settles by one criterion every payer line that is still open, those that fit the fewest of ours first.
 * Payer lines that fit the same several lines of ours mean these together.
 */
function matchBy(criterion: Criterion, { theirs, ours, matches, taken }: Matching): void {
  const alike = (line: RemittanceLine) =>
    ours.filter((own) => !taken.has(own.lineNumber) && criterion.agrees(line, own));
  const open = theirs.flatMap((line, index) =>
    matches[index] === undefined ? [{ line, index, choices: alike(line).length }] : [],
  );
  open.sort((left, right) => left.choices - right.choices);
  for (const { line, index } of open) {
    const fitting = alike(line);
    if (matches[index] !== undefined || fitting.length === 0) continue;
    const rivals = open.filter(
      (rival) =>
        matches[rival.index] === undefined &&
        fitting.every((own) => criterion.agrees(rival.line, own)) &&
        alike(rival.line).length === fitting.length,
    );
    // Fewer payer lines than lines of ours that look alike: some were not adjudicated here, and the
    // first ones are taken.
    const group = fitting.slice(0, rivals.length).map((own) => own.lineNumber);
    const rule = group.length === 1 ? criterion.rule : "group";
    for (const rival of rivals.slice(0, fitting.length)) {
      matches[rival.index] = { lineNumbers: group, rule };
    }
    for (const lineNumber of group) taken.add(lineNumber);
  }
}

/** One line of ours that came back as several: the others carry its submitted code, often no charge. */
function matchUnbundled(
  theirs: readonly RemittanceLine[],
  ours: readonly MatchableServiceLine[],
  matches: (LineMatch | undefined)[],
): void {
  theirs.forEach((line, index) => {
    if (matches[index] !== undefined) return;
    const found = ours.filter(
      (own) => isSameCode(line.submittedProcedureCode, own) && isSameDate(line, own),
    );
    const [only, ...others] = found;
    if (only === undefined || others.length > 0) return;
    matches[index] = { lineNumbers: [only.lineNumber], rule: "submitted-procedure" };
  });
}

/** What is still open is told by its place only where all of it agrees so, in number and in charges. */
function matchByPosition({ theirs, ours, matches, taken }: Matching): void {
  if (theirs.length !== ours.length) return;
  const open = theirs.flatMap((line, index) => {
    const own = ours[index];
    return matches[index] !== undefined || own === undefined ? [] : [{ line, index, own }];
  });
  const isAgreed = open.every(
    ({ line, own }) => !taken.has(own.lineNumber) && isSameCharge(line, own),
  );
  if (!isAgreed) return;
  for (const { index, own } of open) {
    matches[index] = { lineNumbers: [own.lineNumber], rule: "position" };
  }
}
