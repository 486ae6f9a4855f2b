import type { Condition } from "@headwater/revenue-cycle/work/edit/condition.ts";
import type { EditDraft, EditPage } from "@headwater/revenue-cycle/work/edit/edit-answers.ts";
import { collectionOf } from "@headwater/revenue-cycle/work/edit/fact-catalogue.ts";
import {
  conditionOfRows,
  factsFor,
  operatorsOf,
  type RowCondition,
  rowsOfCondition,
} from "./condition-rows.ts";

/** An edit as the form holds it: the condition as rows, or as text where it is a deeper tree. */
export type EditForm = Omit<EditDraft, "condition" | "effectiveTo" | "restriction"> & {
  readonly effectiveTo: string;
  readonly linesOfBusiness: string;
  readonly condition: RowCondition | string;
  /** What the form does not show and keeps. */
  readonly restriction: EditDraft["restriction"];
};

/** An edit of which nothing is written yet, in force from `today` on. */
export function emptyEdit(today: string): EditForm {
  return {
    code: "",
    stage: "claim",
    condition: {
      join: "and",
      rows: [{ fact: "payer.lineOfBusiness", operator: "equals", value: "" }],
    },
    message: "",
    severity: "warning",
    ownerRole: "biller",
    field: "payer.lineOfBusiness",
    effectiveFrom: today,
    effectiveTo: "",
    source: "",
    linesOfBusiness: "",
    restriction: undefined,
  };
}

/** An edit as it stands, to be changed. */
export function formOf(edit: EditPage): EditForm {
  const condition = edit.condition as Condition;
  return {
    code: edit.code,
    stage: edit.stage,
    ...(edit.each === null ? {} : { each: edit.each }),
    condition: rowsOfCondition(condition) ?? JSON.stringify(condition, null, 2),
    message: edit.message,
    severity: edit.severity,
    ownerRole: edit.ownerRole,
    field: edit.field,
    effectiveFrom: edit.effectiveFrom,
    effectiveTo: edit.effectiveTo ?? "",
    source: edit.source,
    linesOfBusiness: (edit.restriction?.linesOfBusiness ?? []).join(", "),
    restriction: edit.restriction ?? undefined,
  };
}

/** What is sent. A tree that is no JSON is sent as an empty one, which the server refuses by name. */
export function draftOf(form: EditForm): EditDraft {
  const { condition, effectiveTo, linesOfBusiness, restriction, ...rest } = form;
  const lines = linesOfBusiness
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  const limits = { ...restriction, linesOfBusiness: lines };
  const isLimited = Object.values(limits).some((list) => list !== undefined && list.length > 0);
  return {
    ...rest,
    condition:
      typeof condition === "string" ? treeOf(condition) : { ...conditionOfRows(condition) },
    ...(effectiveTo === "" ? {} : { effectiveTo }),
    ...(isLimited ? { restriction: limits } : {}),
  };
}

function treeOf(text: string): Record<string, unknown> {
  try {
    const tree: unknown = JSON.parse(text);
    return typeof tree === "object" && tree !== null && !Array.isArray(tree) ? { ...tree } : {};
  } catch {
    return {};
  }
}

/** Another stage or collection has other facts: rows that ask for what is not there begin anew. */
export function refit(form: EditForm): EditForm {
  const facts = factsFor(form.stage, form.each);
  const [first] = facts;
  if (first === undefined) return form;
  const fitting = facts.find((fact) => collectionOf(fact) === form.each) ?? first;
  const { condition } = form;
  const field = facts.some((fact) => fact === form.field) ? form.field : fitting;
  if (typeof condition === "string") return { ...form, field };
  const rows = condition.rows.map((row) =>
    facts.includes(row.fact)
      ? row
      : { fact: fitting, operator: operatorsOf(fitting)[0] ?? "missing", value: "" },
  );
  return { ...form, field, condition: { ...condition, rows } };
}

/** The field that an edit leads to follows its first fact until another one was chosen. */
export function withCondition(form: EditForm, condition: EditForm["condition"]): EditForm {
  const [before, after] = [form.condition, condition].map((one) =>
    typeof one === "string" ? undefined : one.rows[0]?.fact,
  );
  const follows = form.field === before && after !== undefined;
  return { ...form, condition, ...(follows ? { field: after } : {}) };
}
