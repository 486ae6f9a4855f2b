import { isCivilDate } from "@headwater/code-sets/civil-date.ts";
import { askedStandings, type Condition, comparisons, forms, type Scalar } from "./condition.ts";
import {
  type Collection,
  collectionOf,
  collections,
  type EditStage,
  type FactType,
  factOf,
  isFactName,
} from "./fact-catalogue.ts";
import { isPatternFault, readPattern } from "./match-pattern.ts";

export const conditionFaults = {
  NOT_AN_OBJECT: "A condition is an object with the member `is`.",
  KIND_UNKNOWN: "No condition is of this kind.",
  MEMBER_UNKNOWN: "A condition of this kind has no such member.",
  TOO_DEEP: "Conditions may be nested eight deep.",
  TOO_LARGE: "A condition has at most 200 parts.",
  EMPTY: "State at least one part.",
  TOO_MANY_VALUES: "A list has at most 500 values.",
  FACT_UNKNOWN: "There is no such fact.",
  FACT_OF_OTHER_STAGE: "The stage does not have this fact.",
  FACT_OUTSIDE_COLLECTION:
    "A fact of a line or diagnosis stands inside `any`, `all` or an edit of each.",
  COLLECTION_UNKNOWN: "This is neither lines nor diagnoses.",
  COLLECTION_NESTED: "Inside one collection no other is opened.",
  TYPE_WRONG: "The fact is of another type than this comparison wants.",
  VALUE_WRONG: "The value does not fit the type of the fact.",
  PATTERN_WRONG: "The pattern cannot be read.",
  OPTION_UNKNOWN: "This is none of the options.",
} as const;
export type ConditionFaultCode = keyof typeof conditionFaults;

/** A fault at a place of the JSON, written as a path: `of[1].where.fact`. */
export type ConditionFault = { readonly path: string; readonly code: ConditionFaultCode };

/** Where a condition may be used. */
export type ConditionPlace = {
  readonly stage: EditStage;
  /** The collection whose members the edit judges one by one. */
  readonly each?: Collection | undefined;
};

export type ParsedCondition =
  | { readonly is: "parsed"; readonly condition: Condition }
  | { readonly is: "faulty"; readonly faults: readonly ConditionFault[] };

const deepest = 8;
const mostParts = 200;
const mostValues = 500;
const longestValue = 200;

/** Reads a condition from JSON. Every fault is told with its place; nothing is repaired or ignored. */
export function parseCondition(json: unknown, place: ConditionPlace): ParsedCondition {
  const faults: ConditionFault[] = [];
  const reading: Reading = { stage: place.stage, open: place.each, faults, parts: { count: 0 } };
  readNode(json, "", { ...reading, depth: 1 });
  // What passed every check is a condition: the checks admit no other members.
  return faults.length > 0
    ? { is: "faulty", faults }
    : { is: "parsed", condition: json as Condition };
}

type Reading = {
  readonly stage: EditStage;
  readonly open: Collection | undefined;
  readonly faults: ConditionFault[];
  readonly parts: { count: number };
};
type NodeReading = Reading & { readonly depth: number };
type Node = { readonly [member: string]: unknown };

const membersOf: Readonly<Record<Condition["is"], readonly string[]>> = {
  and: ["of"],
  or: ["of"],
  not: ["of"],
  any: ["in", "where"],
  all: ["in", "where"],
  stated: ["fact"],
  missing: ["fact"],
  equals: ["fact", "value"],
  in: ["fact", "values"],
  includes: ["fact", "values"],
  matches: ["fact", "pattern"],
  "has-form": ["fact", "form"],
  compare: ["fact", "operator", "value"],
  "compare-facts": ["fact", "operator", "other"],
  "days-between": ["from", "to", "operator", "days"],
  "code-standing": ["fact", "codeSet", "on", "standings"],
};

function readNode(json: unknown, path: string, reading: NodeReading): undefined {
  const { faults, parts, depth } = reading;
  parts.count += 1;
  if (depth > deepest) return fault(faults, path, "TOO_DEEP");
  if (parts.count > mostParts) {
    if (parts.count === mostParts + 1) fault(faults, path, "TOO_LARGE");
    return;
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return fault(faults, path, "NOT_AN_OBJECT");
  }
  const node = json as Node;
  const kind = node.is;
  if (typeof kind !== "string" || !Object.hasOwn(membersOf, kind)) {
    return fault(faults, at(path, "is"), "KIND_UNKNOWN");
  }
  const known = membersOf[kind as Condition["is"]];
  for (const member of Object.keys(node)) {
    if (member !== "is" && !known.includes(member)) {
      fault(faults, at(path, member), "MEMBER_UNKNOWN");
    }
  }
  readMembers(kind as Condition["is"], node, { path, reading });
}

type Here = { readonly path: string; readonly reading: NodeReading };

function readMembers(kind: Condition["is"], node: Node, here: Here): undefined {
  switch (kind) {
    case "and":
    case "or":
      return readParts(node.of, here);
    case "not":
      return readNode(node.of, at(here.path, "of"), deeper(here.reading));
    case "any":
    case "all":
      return readMembersOfCollection(node, here);
    case "stated":
    case "missing":
      readFact(node.fact, "fact", here);
      return;
    case "compare-facts":
      return readComparedFacts(node, here);
    case "days-between":
      return readDays(node, here);
    case "code-standing":
      return readStanding(node, here);
    default:
      return readValueTest(kind, node, here);
  }
}

function deeper(reading: NodeReading): NodeReading {
  return { ...reading, depth: reading.depth + 1 };
}

function readParts(of: unknown, { path, reading }: Here): undefined {
  if (!Array.isArray(of)) return fault(reading.faults, at(path, "of"), "NOT_AN_OBJECT");
  if (of.length === 0) fault(reading.faults, at(path, "of"), "EMPTY");
  // The count of parts ends this early; what lies beyond is told once as too large.
  for (const [index, part] of of.slice(0, mostParts + 1).entries()) {
    readNode(part, `${at(path, "of")}[${index}]`, deeper(reading));
  }
}

function readMembersOfCollection(node: Node, { path, reading }: Here): undefined {
  const collection = collections.find((one) => one === node.in);
  if (collection === undefined) fault(reading.faults, at(path, "in"), "COLLECTION_UNKNOWN");
  if (reading.open !== undefined) fault(reading.faults, path, "COLLECTION_NESTED");
  readNode(node.where, at(path, "where"), { ...deeper(reading), open: collection });
}

/** The type of the fact that a member names, if it may stand here. */
function readFact(name: unknown, member: string, { path, reading }: Here): FactType | undefined {
  const { faults, stage, open } = reading;
  if (typeof name !== "string" || !isFactName(name)) {
    fault(faults, at(path, member), "FACT_UNKNOWN");
    return undefined;
  }
  const fact = factOf(name);
  if (!fact.stages.includes(stage)) fault(faults, at(path, member), "FACT_OF_OTHER_STAGE");
  const collection = collectionOf(name);
  if (collection !== undefined && collection !== open) {
    fault(faults, at(path, member), "FACT_OUTSIDE_COLLECTION");
  }
  return fact.type;
}

function readComparedFacts(node: Node, here: Here): undefined {
  readOption(node.operator, "operator", { options: [...comparisons, "="], here });
  const type = readFact(node.fact, "fact", here);
  const other = readFact(node.other, "other", here);
  if (type !== undefined && other !== undefined && orderOf(type) !== orderOf(other)) {
    fault(here.reading.faults, at(here.path, "other"), "TYPE_WRONG");
  }
  const isList = type === "codes" || type === "numbers" || type === "flag";
  if (isList) fault(here.reading.faults, at(here.path, "fact"), "TYPE_WRONG");
}

/** Facts that may be held against each other have the same order. */
function orderOf(type: FactType): string {
  return type === "code" ? "text" : type;
}

function readDays(node: Node, here: Here): undefined {
  const { faults } = here.reading;
  readOption(node.operator, "operator", { options: comparisons, here });
  for (const member of ["from", "to"] as const) {
    const type = readFact(node[member], member, here);
    if (type !== undefined && type !== "date") fault(faults, at(here.path, member), "TYPE_WRONG");
  }
  if (!Number.isSafeInteger(node.days)) fault(faults, at(here.path, "days"), "VALUE_WRONG");
}

function readStanding(node: Node, here: Here): undefined {
  const { faults } = here.reading;
  const sets = ["icd-10-cm", "hcpcs", "nucc-taxonomy", "place-of-service"];
  readOption(node.codeSet, "codeSet", { options: sets, here });
  const type = readFact(node.fact, "fact", here);
  if (type !== undefined && type !== "code") fault(faults, at(here.path, "fact"), "TYPE_WRONG");
  const on = readFact(node.on, "on", here);
  if (on !== undefined && on !== "date") fault(faults, at(here.path, "on"), "TYPE_WRONG");
  const { standings } = node;
  if (!Array.isArray(standings) || standings.length === 0) {
    return fault(faults, at(here.path, "standings"), "EMPTY");
  }
  for (const [index, one] of standings.slice(0, mostValues).entries()) {
    readOption(one, `standings[${index}]`, { options: askedStandings, here });
  }
}

type ValueKind = "equals" | "in" | "includes" | "matches" | "has-form" | "compare";

const typesOf: Readonly<Record<ValueKind, readonly FactType[]>> = {
  equals: ["text", "code", "number", "cents", "date", "flag"],
  in: ["text", "code", "number", "cents", "date"],
  includes: ["codes", "numbers"],
  matches: ["text", "code"],
  "has-form": ["text", "code", "date"],
  compare: ["number", "cents", "date"],
};

function readValueTest(kind: ValueKind, node: Node, here: Here): undefined {
  const { faults } = here.reading;
  const type = readFact(node.fact, "fact", here);
  if (type === undefined) return;
  if (!typesOf[kind].includes(type)) return fault(faults, at(here.path, "fact"), "TYPE_WRONG");
  if (kind === "matches") return readPatternMember(node.pattern, here);
  if (kind === "has-form") return readOption(node.form, "form", { options: forms, here });
  if (kind === "in" || kind === "includes") return readValues(node.values, type, here);
  if (kind === "compare") readOption(node.operator, "operator", { options: comparisons, here });
  if (!fits(node.value, type)) fault(faults, at(here.path, "value"), "VALUE_WRONG");
}

function readPatternMember(pattern: unknown, { path, reading }: Here): undefined {
  const isWrong = typeof pattern !== "string" || isPatternFault(readPattern(pattern));
  if (isWrong) fault(reading.faults, at(path, "pattern"), "PATTERN_WRONG");
}

function readValues(values: unknown, type: FactType, { path, reading }: Here): undefined {
  const { faults } = reading;
  if (!Array.isArray(values) || values.length === 0) {
    return fault(faults, at(path, "values"), "EMPTY");
  }
  if (values.length > mostValues) return fault(faults, at(path, "values"), "TOO_MANY_VALUES");
  for (const [index, value] of values.entries()) {
    if (!fits(value, type)) fault(faults, `${at(path, "values")}[${index}]`, "VALUE_WRONG");
  }
}

function fits(value: unknown, type: FactType): value is Scalar {
  if (type === "flag") return typeof value === "boolean";
  if (type === "cents") return Number.isSafeInteger(value);
  if (type === "number" || type === "numbers") {
    return typeof value === "number" && Number.isFinite(value);
  }
  if (typeof value !== "string" || value.length > longestValue) return false;
  return type === "date" ? isCivilDate(value) : true;
}

function readOption(
  value: unknown,
  member: string,
  { options, here }: { readonly options: readonly string[]; readonly here: Here },
): undefined {
  if (typeof value === "string" && options.includes(value)) return;
  fault(here.reading.faults, at(here.path, member), "OPTION_UNKNOWN");
}

function at(path: string, member: string): string {
  return path === "" ? member : `${path}.${member}`;
}

const mostFaults = 50;

function fault(faults: ConditionFault[], path: string, code: ConditionFaultCode): undefined {
  if (faults.length < mostFaults) faults.push({ path, code });
}
