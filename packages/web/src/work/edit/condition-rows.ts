import { formatCents, isCentsRefusal, parseCents, cents as wholeCents } from "@headwater/ledger";
import type { Condition, Scalar } from "@headwater/revenue-cycle/work/edit/condition.ts";
import { forms } from "@headwater/revenue-cycle/work/edit/condition.ts";
import {
  type Collection,
  collectionOf,
  type EditStage,
  type FactName,
  type FactType,
  factNames,
  factOf,
  isFactName,
} from "@headwater/revenue-cycle/work/edit/fact-catalogue.ts";

/** One line of the form: a fact, how it is compared, and with what, as it was typed. */
export type ConditionRow = {
  readonly fact: FactName;
  readonly operator: string;
  readonly value: string;
};

/** A condition as the form shows it: rows of which all or one must hold. */
export type RowCondition = { readonly join: "and" | "or"; readonly rows: readonly ConditionRow[] };

const presence = ["stated", "missing"];
const equality = ["equals", "not-equals"];
const membership = ["in", "not-in"];
const texts = ["matches", "not-matches", "has-form", "not-has-form"];
const order = ["<", "<=", ">", ">="];
const lists = ["includes", "not-includes"];

const operatorsByType: Readonly<Record<FactType, readonly string[]>> = {
  text: [...presence, ...equality, ...membership, ...texts],
  code: [...equality, ...membership, ...presence, ...texts],
  number: [...order, ...equality, ...presence],
  cents: [...order, ...equality, ...presence],
  date: [...order, ...equality, ...presence],
  flag: [...equality, ...presence],
  codes: [...lists, ...presence],
  numbers: [...lists, ...presence],
};

/** How a fact may be compared, the usual one first. */
export function operatorsOf(fact: FactName): readonly string[] {
  return operatorsByType[factOf(fact).type];
}

/** The facts that an edit of a stage may ask for. */
export function factsFor(stage: EditStage, each: Collection | undefined): FactName[] {
  return factNames.filter((name) => {
    const collection = collectionOf(name);
    return factOf(name).stages.includes(stage) && (collection ?? each) === each;
  });
}

/** What the value of a row is typed into: nothing, a choice, a day, or text. */
export function entryOf({
  fact,
  operator,
}: ConditionRow): "none" | "flag" | "form" | "date" | "text" {
  if (presence.includes(operator)) return "none";
  if (operator.endsWith("has-form")) return "form";
  const { type } = factOf(fact);
  return type === "flag" || type === "date" ? type : "text";
}

/** The tree of the rows; a value that cannot be read stays text, so that the server names its place. */
export function conditionOfRows({ join, rows }: RowCondition): Condition {
  const of = rows.map(conditionOfRow);
  return of.length === 1 && of[0] ? of[0] : { is: join, of };
}

function conditionOfRow(row: ConditionRow): Condition {
  const { fact, operator, value } = row;
  if (operator.startsWith("not-")) {
    return { is: "not", of: conditionOfRow({ ...row, operator: operator.slice(4) }) };
  }
  const { type } = factOf(fact);
  const many = () =>
    value
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map((part) => scalarOf(part, type));
  switch (operator) {
    case "stated":
    case "missing":
      return { is: operator, fact };
    case "in":
    case "includes":
      return { is: operator, fact, values: many() };
    case "matches":
      return { is: "matches", fact, pattern: value };
    case "has-form":
      return { is: "has-form", fact, form: forms.find((form) => form === value) ?? forms[0] };
    case "<":
    case "<=":
    case ">":
    case ">=":
      return { is: "compare", fact, operator, value: scalarOf(value, type) as number | string };
    default:
      return { is: "equals", fact, value: scalarOf(value, type) };
  }
}

function scalarOf(typed: string, type: FactType): Scalar {
  const text = typed.trim();
  if (type === "flag") return text !== "no";
  if (type === "cents") {
    const cents = parseCents(text);
    return isCentsRefusal(cents) ? text : cents;
  }
  const isNumber = (type === "number" || type === "numbers") && /^-?\d+(?:\.\d+)?$/.test(text);
  return isNumber ? Number(text) : text;
}

/** The rows of a tree; undefined for a tree that is more than rows joined once. */
export function rowsOfCondition(condition: Condition): RowCondition | undefined {
  const isJoined = condition.is === "and" || condition.is === "or";
  const parts = isJoined ? condition.of : [condition];
  const rows = parts.map(rowOf);
  const known = rows.filter((row) => row !== undefined);
  if (known.length < rows.length) return undefined;
  return { join: condition.is === "or" ? "or" : "and", rows: known };
}

function rowOf(condition: Condition): ConditionRow | undefined {
  if (condition.is === "not") {
    const row = rowOf(condition.of);
    const opposite = `not-${row?.operator}`;
    return row && operatorsOf(row.fact).includes(opposite)
      ? { ...row, operator: opposite }
      : undefined;
  }
  if (!("fact" in condition) || !isFactName(condition.fact)) return undefined;
  const { fact } = condition;
  const words = (value: Scalar) => typedOf(value, factOf(fact).type);
  switch (condition.is) {
    case "stated":
    case "missing":
      return { fact, operator: condition.is, value: "" };
    case "in":
    case "includes":
      return { fact, operator: condition.is, value: condition.values.map(words).join(", ") };
    case "matches":
      return { fact, operator: "matches", value: condition.pattern };
    case "has-form":
      return { fact, operator: "has-form", value: condition.form };
    case "compare":
      return { fact, operator: condition.operator, value: words(condition.value) };
    case "equals":
      return { fact, operator: "equals", value: words(condition.value) };
    default:
      return undefined;
  }
}

function typedOf(value: Scalar, type: FactType): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return type === "cents" && typeof value === "number"
    ? formatCents(wholeCents(value))
    : String(value);
}
