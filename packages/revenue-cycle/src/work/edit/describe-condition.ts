import type { Comparison, Condition, Form, Scalar } from "./condition.ts";
import type { Edit } from "./edit.ts";
import { type Collection, type FactName, factOf } from "./fact-catalogue.ts";

/** A condition in words, made from its tree, so that it never says anything else than the tree does. */
export function describeCondition(condition: Condition): string {
  return sentence(condition, true);
}

/** An edit's condition in words, with the collection whose members it judges. */
export function describeEdit(edit: Pick<Edit, "condition" | "each">): string {
  const words = describeCondition(edit.condition);
  return edit.each === undefined ? words : `for each ${memberOf(edit.each)}: ${words}`;
}

/** `isSo` false says the opposite of the condition. */
function sentence(condition: Condition, isSo: boolean): string {
  switch (condition.is) {
    case "and":
      return joined(condition.of, isSo ? "and" : "or", isSo);
    case "or":
      return joined(condition.of, isSo ? "or" : "and", isSo);
    case "not":
      return sentence(condition.of, !isSo);
    case "any":
      return `${isSo ? "any" : "no"} ${memberOf(condition.in)} has: ${inner(condition.where, true)}`;
    case "all":
      return `${isSo ? "every" : "not every"} ${memberOf(condition.in)} has: ${inner(condition.where, true)}`;
    case "compare-facts":
      return `${label(condition.fact)} ${compared(condition.operator, isSo)} ${label(condition.other)}`;
    case "days-between":
      return `days from ${label(condition.from)} to ${label(condition.to)} ${compared(condition.operator, isSo)} ${condition.days}`;
    case "code-standing":
      return `${label(condition.fact)} ${isSo ? "is" : "is not"} ${list(condition.standings)} in ${condition.codeSet} on ${label(condition.on)}`;
    default:
      return `${label(condition.fact)} ${predicate(condition, isSo)}`;
  }
}

function joined(parts: readonly Condition[], word: "and" | "or", isSo: boolean): string {
  if (parts.length === 1 && parts[0]) return sentence(parts[0], isSo);
  return parts.map((part) => inner(part, isSo)).join(` ${word} `);
}

/** Parts that are joined themselves stand in parentheses. */
function inner(condition: Condition, isSo: boolean): string {
  const words = sentence(condition, isSo);
  let bare = condition;
  while (bare.is === "not") bare = bare.of;
  const isJoined = (bare.is === "and" || bare.is === "or") && bare.of.length > 1;
  return isJoined || bare.is === "any" || bare.is === "all" ? `(${words})` : words;
}

type Leaf = Extract<
  Condition,
  { is: "stated" | "missing" | "equals" | "in" | "includes" | "matches" | "has-form" | "compare" }
>;

function predicate(condition: Leaf, isSo: boolean): string {
  const is = isSo ? "is" : "is not";
  switch (condition.is) {
    case "stated":
      return isSo ? "is stated" : "is missing";
    case "missing":
      return isSo ? "is missing" : "is stated";
    case "equals":
      return typeof condition.value === "boolean"
        ? `${condition.value === isSo ? "is so" : "is not so"}`
        : `${is} ${value(condition.fact, condition.value)}`;
    case "in":
      return `${isSo ? "is one of" : "is none of"} ${values(condition.fact, condition.values)}`;
    case "includes":
      return `${isSo ? "has one of" : "has none of"} ${values(condition.fact, condition.values)}`;
    case "matches":
      return `${isSo ? "matches" : "does not match"} ${condition.pattern}`;
    case "has-form":
      return `${isSo ? "has" : "does not have"} the form of ${formWords[condition.form]}`;
    case "compare":
      return `${compared(condition.operator, isSo)} ${value(condition.fact, condition.value)}`;
  }
}

const formWords: Readonly<Record<Form, string>> = {
  "civil-date": "a day",
  npi: "an NPI with its check digit",
  "tax-id": "a tax id (nine digits)",
  taxonomy: "a taxonomy code",
  state: "a state",
  "postal-code": "a ZIP code (five or nine digits)",
  "postal-code-nine": "a ZIP code of nine digits",
  phone: "a telephone number",
  "icd-10-cm": "an ICD-10-CM code",
  procedure: "a procedure code",
  modifier: "a modifier",
  ndc: "an NDC (eleven digits)",
  clia: "a CLIA number",
  "medicare-number": "a Medicare number",
};

const opposites: Readonly<Record<Comparison, Comparison>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

function compared(operator: Comparison | "=", isSo: boolean): string {
  if (operator === "=") return isSo ? "=" : "is not";
  return isSo ? operator : opposites[operator];
}

function label(name: FactName): string {
  return factOf(name).label;
}

function memberOf(collection: Collection): string {
  return collection === "lines" ? "line" : "diagnosis";
}

function value(fact: FactName, given: Scalar): string {
  if (factOf(fact).type !== "cents" || typeof given !== "number") return String(given);
  const digits = String(Math.abs(given)).padStart(3, "0");
  return `${given < 0 ? "-" : ""}$${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function values(fact: FactName, given: readonly Scalar[]): string {
  return list(given.map((one) => value(fact, one)));
}

const mostNamed = 12;

function list(words: readonly string[]): string {
  if (words.length <= mostNamed) return words.join(", ");
  return `${words.slice(0, mostNamed).join(", ")} and ${words.length - mostNamed} more`;
}
