import { daysBetween, isCivilDate } from "@headwater/code-sets/civil-date.ts";
import type { Comparison, Condition } from "./condition.ts";
import type { AllFacts, KnownFacts } from "./derive-facts.ts";
import { collectionOf, type FactName, isDerived } from "./fact-catalogue.ts";
import { type CodeLookup, type FactValue, isNotEvaluable } from "./facts.ts";
import { hasForm } from "./has-form.ts";
import { isPatternFault, matchesPattern, readPattern } from "./match-pattern.ts";

/** Whether a condition holds; `unknown` where a fact is absent or cannot be known. */
export type Verdict = "holds" | "fails" | "unknown";

/** What a condition is judged on. */
export type Scope = {
  readonly facts: AllFacts;
  /** The line or diagnosis that is looked at. */
  readonly member: KnownFacts | undefined;
  readonly codes: CodeLookup | undefined;
  /** Names of what was missing for an unknown verdict; empty where facts were only absent. */
  readonly missing: string[];
};

export type Judge = (scope: Scope) => Verdict;

/** Makes a condition ready to be judged many times. */
export function readyCondition(condition: Condition): Judge {
  switch (condition.is) {
    case "and":
      return firstOf(condition.of.map(readyCondition), "fails");
    case "or":
      return firstOf(condition.of.map(readyCondition), "holds");
    case "not":
      return negated(readyCondition(condition.of));
    case "any":
    case "all":
      return overMembers(condition);
    case "stated":
      return presence(condition.fact, true);
    case "missing":
      return presence(condition.fact, false);
    case "compare-facts":
      return comparedFacts(condition);
    case "days-between":
      return days(condition);
    case "code-standing":
      return codeStanding(condition);
    default:
      return valueTest(condition);
  }
}

function verdict(isSo: boolean): Verdict {
  return isSo ? "holds" : "fails";
}

/** The deciding verdict if one of the judges gives it, else unknown if one does, else the other. */
function firstOf(judges: readonly Judge[], deciding: "holds" | "fails"): Judge {
  const otherwise = deciding === "holds" ? "fails" : "holds";
  return (scope) => {
    const before = scope.missing.length;
    let isKnown = true;
    for (const judge of judges) {
      const one = judge(scope);
      if (one === deciding) {
        scope.missing.length = before;
        return deciding;
      }
      if (one === "unknown") isKnown = false;
    }
    return isKnown ? otherwise : "unknown";
  };
}

function negated(judge: Judge): Judge {
  return (scope) => {
    const one = judge(scope);
    if (one === "unknown") return one;
    return one === "holds" ? "fails" : "holds";
  };
}

function overMembers(condition: Extract<Condition, { is: "any" | "all" }>): Judge {
  const judge = readyCondition(condition.where);
  const deciding = condition.is === "any" ? "holds" : "fails";
  const { in: collection } = condition;
  return (scope) => {
    const judges = scope.facts[collection].map(
      (member): Judge =>
        () =>
          judge({ ...scope, member }),
    );
    return firstOf(judges, deciding)(scope);
  };
}

type Reader = (scope: Scope) => FactValue | undefined | null;

/** Reads a fact: undefined is absent, null is not evaluable and noted as missing. */
function readerOf(name: FactName): Reader {
  const isOfMember = collectionOf(name) !== undefined;
  const side = isDerived(name) ? "derived" : "stated";
  return (scope) => {
    const value = (isOfMember ? scope.member : scope.facts.whole)?.[side][name];
    if (typeof value === "object" && isNotEvaluable(value)) {
      if (!scope.missing.includes(value.missing)) scope.missing.push(value.missing);
      return null;
    }
    return value;
  };
}

function presence(fact: FactName, wanted: boolean): Judge {
  const read = readerOf(fact);
  return (scope) => {
    const value = read(scope);
    return value === null ? "unknown" : verdict(isThere(value) === wanted);
  };
}

function isThere(value: FactValue | null | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "string") return value.trim() !== "";
  return Array.isArray(value) ? value.length > 0 : true;
}

type ValueCondition = Extract<
  Condition,
  { is: "equals" | "in" | "includes" | "matches" | "has-form" | "compare" }
>;

function valueTest(condition: ValueCondition): Judge {
  const read = readerOf(condition.fact);
  const test = testOf(condition);
  return (scope) => {
    const value = read(scope);
    // An empty list is stated: it includes nothing. A blank text is as good as absent.
    const isJudged = isThere(value) || Array.isArray(value);
    return isJudged && value !== undefined && value !== null ? test(value) : "unknown";
  };
}

function testOf(condition: ValueCondition): (value: FactValue) => Verdict {
  switch (condition.is) {
    case "equals":
      return (value) => verdict(value === condition.value);
    case "in": {
      const values = new Set<unknown>(condition.values);
      return (value) => verdict(values.has(value));
    }
    case "includes": {
      const values = new Set<unknown>(condition.values);
      return (value) =>
        Array.isArray(value) ? verdict(value.some((one) => values.has(one))) : "unknown";
    }
    case "matches": {
      const pattern = readPattern(condition.pattern);
      return (value) =>
        isPatternFault(pattern) || typeof value !== "string"
          ? "unknown"
          : verdict(matchesPattern(pattern, value));
    }
    case "has-form":
      return (value) =>
        typeof value === "string" ? verdict(hasForm(condition.form, value)) : "unknown";
    case "compare":
      return (value) => compared(value, condition.operator, condition.value);
  }
}

/** Numbers by size, days in their order; things of two kinds do not compare. */
function compared(value: unknown, operator: Comparison | "=", other: unknown): Verdict {
  const isNumbers = Number.isFinite(value) && Number.isFinite(other);
  const isTexts = typeof value === "string" && typeof other === "string";
  if (!isNumbers && !isTexts) return "unknown";
  return verdict(orderFits(value as string | number, operator, other as string | number));
}

function orderFits(value: string | number, operator: Comparison | "=", other: string | number) {
  if (operator === "=") return value === other;
  if (operator === "<") return value < other;
  if (operator === "<=") return value <= other;
  return operator === ">" ? value > other : value >= other;
}

function comparedFacts(condition: Extract<Condition, { is: "compare-facts" }>): Judge {
  const read = readerOf(condition.fact);
  const readOther = readerOf(condition.other);
  return (scope) => {
    const value = read(scope);
    const other = readOther(scope);
    if (value === null || other === null) return "unknown";
    return isThere(value) && isThere(other)
      ? compared(value, condition.operator, other)
      : "unknown";
  };
}

function days(condition: Extract<Condition, { is: "days-between" }>): Judge {
  const readFrom = readerOf(condition.from);
  const readTo = readerOf(condition.to);
  return (scope) => {
    const from = readFrom(scope);
    const to = readTo(scope);
    if (typeof from !== "string" || typeof to !== "string") return "unknown";
    if (!isCivilDate(from) || !isCivilDate(to)) return "unknown";
    return compared(daysBetween(from, to), condition.operator, condition.days);
  };
}

function codeStanding(condition: Extract<Condition, { is: "code-standing" }>): Judge {
  const { codeSet, standings } = condition;
  const read = readerOf(condition.fact);
  const readOn = readerOf(condition.on);
  const missing = `code-set ${codeSet}`;
  return (scope) => {
    const code = read(scope);
    const on = readOn(scope);
    if (typeof code !== "string" || typeof on !== "string" || code === "") return "unknown";
    const standing = scope.codes?.({ codeSet, code, on });
    if (standing === undefined || standing === "not-loaded") {
      if (!scope.missing.includes(missing)) scope.missing.push(missing);
      return "unknown";
    }
    return verdict(standings.includes(standing));
  };
}
