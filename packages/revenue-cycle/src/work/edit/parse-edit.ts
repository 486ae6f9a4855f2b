import { isCivilDate } from "@headwater/code-sets/civil-date.ts";
import type { Edit, EditRestriction } from "./edit.ts";
import { editStates, severities } from "./edit.ts";
import { collectionOf, collections, editStages, factOf, isFactName } from "./fact-catalogue.ts";
import { quotedFacts, unknownQuotes } from "./finding-message.ts";
import {
  type ConditionFault,
  type ConditionFaultCode,
  conditionFaults,
  parseCondition,
} from "./parse-condition.ts";

/** Who may own an edit: whoever may do the work that it asks for. */
export const ownerRoles = [
  "front-desk",
  "authorization",
  "provider",
  "coder",
  "biller",
  "poster",
  "denial-specialist",
  "ar-follow-up",
  "manager",
  "credentialing",
  "administrator",
] as const satisfies readonly Edit["ownerRole"][];

export const editFaults = {
  ...conditionFaults,
  CODE_INVALID: "A code has capital letters, digits and underscores, 3 to 60 of them.",
  CODE_REPEATED: "Another edit has this code.",
  MESSAGE_MISSING: "Say what is wrong and what to do, in at most 300 characters.",
  MESSAGE_FACT_UNKNOWN: "The message names a fact that does not exist.",
  MESSAGE_FACT_IDENTIFIES: "A message may not tell who a person is.",
  FIELD_UNKNOWN: "Name the fact whose field is shown.",
  SOURCE_MISSING: "Name the rule that it follows.",
  DATE_INVALID: "This is not a day.",
  DAYS_REVERSED: "The last day is before the first.",
  RESTRICTION_INVALID: "A restriction is a list of payers, lines of business, plans or kinds.",
} as const;
export type EditFaultCode = keyof typeof editFaults | ConditionFaultCode;

/** A fault of an edit; the path of a condition's fault begins with `condition`. */
export type EditFault = { readonly path: string; readonly code: EditFaultCode };

export type ParsedEdit =
  | { readonly is: "parsed"; readonly edit: Edit }
  | { readonly is: "faulty"; readonly faults: readonly EditFault[] };

type Members = { readonly [member: string]: unknown };

const members = new Set([
  "code",
  "stage",
  "each",
  "condition",
  "message",
  "severity",
  "ownerRole",
  "field",
  "effectiveFrom",
  "effectiveTo",
  "source",
  "state",
  "restriction",
]);

/** Reads an edit from JSON. Every fault is told with its place. */
export function parseEdit(json: unknown): ParsedEdit {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return { is: "faulty", faults: [{ path: "", code: "NOT_AN_OBJECT" }] };
  }
  const edit = json as Members;
  const faults: EditFault[] = [
    ...Object.keys(edit)
      .filter((name) => !members.has(name))
      .map((path) => ({ path, code: "MEMBER_UNKNOWN" }) as const),
    ...optionFaults(edit),
    ...messageFaults(edit),
    ...fieldFaults(edit),
    ...dayFaults(edit),
    ...restrictionFaults(edit.restriction),
    ...conditionFaultsOf(edit),
  ];
  return faults.length > 0 ? { is: "faulty", faults } : { is: "parsed", edit: json as Edit };
}

function isOneOf(value: unknown, options: readonly string[]): boolean {
  return typeof value === "string" && options.includes(value);
}

function optionFaults(edit: Members): EditFault[] {
  const isCode = typeof edit.code === "string" && /^[A-Z][A-Z0-9_]{2,59}$/.test(edit.code);
  const options: readonly (readonly [string, readonly string[]])[] = [
    ["stage", editStages],
    ["severity", severities],
    ["ownerRole", ownerRoles],
    ["state", editStates],
  ];
  return [
    ...(isCode ? [] : [{ path: "code", code: "CODE_INVALID" } as const]),
    ...options
      .filter(([name, allowed]) => !isOneOf(edit[name], allowed))
      .map(([path]) => ({ path, code: "OPTION_UNKNOWN" }) as const),
    ...(edit.each === undefined || isOneOf(edit.each, collections)
      ? []
      : [{ path: "each", code: "COLLECTION_UNKNOWN" } as const]),
  ];
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.trim() !== "" && value.length <= longest;
}

function messageFaults({ message, source, each }: Members): EditFault[] {
  const faults: EditFault[] = [];
  if (!isText(source, 300)) faults.push({ path: "source", code: "SOURCE_MISSING" });
  if (!isText(message, 300)) return [...faults, { path: "message", code: "MESSAGE_MISSING" }];
  if (unknownQuotes(message).length > 0) {
    faults.push({ path: "message", code: "MESSAGE_FACT_UNKNOWN" });
  }
  const quoted = quotedFacts(message);
  if (quoted.some((name) => factOf(name).identifies === true)) {
    faults.push({ path: "message", code: "MESSAGE_FACT_IDENTIFIES" });
  }
  if (quoted.some((name) => (collectionOf(name) ?? each) !== each)) {
    faults.push({ path: "message", code: "FACT_OUTSIDE_COLLECTION" });
  }
  return faults;
}

function fieldFaults({ field, stage }: Members): EditFault[] {
  if (typeof field !== "string" || !isFactName(field)) {
    return [{ path: "field", code: "FIELD_UNKNOWN" }];
  }
  const isOfStage = factOf(field).stages.some((one) => one === stage);
  return isOfStage ? [] : [{ path: "field", code: "FACT_OF_OTHER_STAGE" }];
}

function dayFaults({ effectiveFrom: from, effectiveTo: to }: Members): EditFault[] {
  if (typeof from !== "string" || !isCivilDate(from)) {
    return [{ path: "effectiveFrom", code: "DATE_INVALID" }];
  }
  if (to === undefined) return [];
  if (typeof to !== "string" || !isCivilDate(to)) {
    return [{ path: "effectiveTo", code: "DATE_INVALID" }];
  }
  return to < from ? [{ path: "effectiveTo", code: "DAYS_REVERSED" }] : [];
}

const restrictionTypes: Readonly<Record<keyof EditRestriction, "number" | "string">> = {
  payerIds: "number",
  linesOfBusiness: "string",
  planIds: "number",
  kinds: "string",
};
const mostRestricted = 200;

function restrictionFaults(restriction: unknown): EditFault[] {
  if (restriction === undefined) return [];
  if (typeof restriction !== "object" || restriction === null || Array.isArray(restriction)) {
    return [{ path: "restriction", code: "RESTRICTION_INVALID" }];
  }
  const isRight = ([name, list]: [string, unknown]) =>
    Object.hasOwn(restrictionTypes, name) &&
    Array.isArray(list) &&
    list.length <= mostRestricted &&
    list.every((one) => typeof one === restrictionTypes[name as keyof EditRestriction]);
  return Object.entries(restriction)
    .filter((entry) => !isRight(entry))
    .map(([name]) => ({ path: `restriction.${name}`, code: "RESTRICTION_INVALID" }) as const);
}

function conditionFaultsOf({ condition, stage, each }: Members): EditFault[] {
  const known = editStages.find((one) => one === stage);
  if (known === undefined) return [];
  const parsed = parseCondition(condition, {
    stage: known,
    each: collections.find((one) => one === each),
  });
  if (parsed.is === "parsed") return [];
  return parsed.faults.map(({ path, code }: ConditionFault) => ({
    path: path === "" ? "condition" : `condition.${path}`,
    code,
  }));
}

export type ParsedEdits =
  | { readonly is: "parsed"; readonly edits: readonly Edit[] }
  | { readonly is: "faulty"; readonly faults: readonly EditFault[] };

/** Reads a list of edits, each with a code of its own. */
export function parseEdits(json: unknown): ParsedEdits {
  if (!Array.isArray(json)) return { is: "faulty", faults: [{ path: "", code: "NOT_AN_OBJECT" }] };
  const codes = new Set<string>();
  const edits: Edit[] = [];
  const faults: EditFault[] = [];
  for (const [index, one] of json.entries()) {
    const parsed = parseEdit(one);
    if (parsed.is === "faulty") {
      faults.push(
        ...parsed.faults.map((fault) => ({ ...fault, path: `[${index}].${fault.path}` })),
      );
      continue;
    }
    if (codes.has(parsed.edit.code))
      faults.push({ path: `[${index}].code`, code: "CODE_REPEATED" });
    codes.add(parsed.edit.code);
    edits.push(parsed.edit);
  }
  return faults.length > 0 ? { is: "faulty", faults } : { is: "parsed", edits };
}
