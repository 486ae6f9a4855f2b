import type { Condition } from "./condition.ts";
import { type AllFacts, deriveFacts, factValue, type KnownFacts } from "./derive-facts.ts";
import type { Edit, EditAnswer, EditFinding, EditRestriction, UnjudgedEdit } from "./edit.ts";
import type { FactName } from "./fact-catalogue.ts";
import { type CodeQuestion, isNotEvaluable, type SubjectFacts } from "./facts.ts";
import { fillMessage, parametersOf, quotedFacts } from "./finding-message.ts";
import { type Judge, readyCondition, type Scope } from "./judge-condition.ts";

type ReadyEdit = { readonly judge: Judge; readonly quotes: readonly FactName[] };

/** Edits made ready once; an edit is never changed in place. */
const ready = new WeakMap<Edit, ReadyEdit>();

/**
 * What the edits find about one subject of their stage. `day` is the practice's business date; edits
 * are looked up by the day of service, or by `day` where the subject has none.
 *
 * Never throws on any facts. The order of the edits does not matter. What cannot be judged because
 * something is not loaded or not known stands under `notEvaluable`, with the name of what is missing,
 * and is never a finding; an edit whose facts are simply absent is silent.
 */
export function evaluateEdits(
  edits: readonly Edit[],
  facts: SubjectFacts,
  day: string,
): EditAnswer {
  const all = deriveFacts(facts, day);
  const findings: EditFinding[] = [];
  const notEvaluable: UnjudgedEdit[] = [];
  for (const edit of edits) {
    if (!isInForce(edit, factValue(all.whole, "subject.serviceOn") ?? day)) continue;
    const missing: string[] = [];
    if (!applies(edit.restriction, all, missing)) continue;
    // A restriction that cannot be judged leaves open whether the edit applies at all.
    if (missing.length === 0) judgeEdit(edit, { all, codes: facts.codes, missing, findings });
    if (missing.length > 0) notEvaluable.push({ code: edit.code, missing: missing.sort() });
  }
  return {
    findings: findings.sort((a, b) => compareText(a.code, b.code) || (a.at ?? 0) - (b.at ?? 0)),
    notEvaluable: notEvaluable.sort((a, b) => compareText(a.code, b.code)),
  };
}

type Judging = {
  readonly all: AllFacts;
  readonly codes: SubjectFacts["codes"];
  /** Filled with what is missing. */
  readonly missing: string[];
  readonly findings: EditFinding[];
};

function judgeEdit(edit: Edit, { all, codes, missing, findings }: Judging): void {
  const { judge, quotes } = readyEdit(edit);
  const members: readonly (KnownFacts | undefined)[] =
    edit.each === undefined ? [undefined] : all[edit.each];
  for (let at = 0; at < members.length; at += 1) {
    const scope: Scope = { facts: all, member: members[at], codes, missing: [] };
    const verdict = judge(scope);
    if (verdict === "holds") findings.push(finding(edit, quotes, { scope, at }));
    if (verdict !== "unknown") continue;
    for (const name of scope.missing) if (!missing.includes(name)) missing.push(name);
  }
}

function readyEdit(edit: Edit): ReadyEdit {
  const known = ready.get(edit);
  if (known !== undefined) return known;
  const made = { judge: readyCondition(edit.condition), quotes: quotedFacts(edit.message) };
  ready.set(edit, made);
  return made;
}

function finding(
  edit: Edit,
  quotes: readonly FactName[],
  { scope, at }: { readonly scope: Scope; readonly at: number },
): EditFinding {
  const parameters = parametersOf(quotes, scope.facts.whole, scope.member);
  return {
    code: edit.code,
    severity: edit.severity,
    ownerRole: edit.ownerRole,
    field: edit.field,
    ...(edit.each === undefined ? {} : { at: at + 1 }),
    message: fillMessage(edit.message, parameters),
    parameters,
  };
}

function isInForce(edit: Edit, on: unknown): boolean {
  if (edit.state !== "active" || typeof on !== "string") return false;
  return edit.effectiveFrom <= on && (edit.effectiveTo === undefined || on <= edit.effectiveTo);
}

/** Whether the edit is meant for the subject; what keeps the question open is added to `missing`. */
function applies(
  restriction: EditRestriction | undefined,
  { whole }: AllFacts,
  missing: string[],
): boolean {
  if (restriction === undefined) return true;
  const { payerIds, linesOfBusiness, planIds, kinds } = restriction;
  const isOneOf = (name: FactName, wanted: readonly unknown[] | undefined) => {
    if (wanted === undefined || wanted.length === 0) return true;
    const value = factValue(whole, name);
    if (!isNotEvaluable(value)) return wanted.includes(value);
    missing.push(value.missing);
    return true;
  };
  return (
    isOneOf("payer.id", payerIds) &&
    isOneOf("payer.lineOfBusiness", linesOfBusiness) &&
    isOneOf("plan.id", planIds) &&
    isOneOf("claim.kind", kinds)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether a condition looks into a code set: most do not, and need not be judged to know it. */
function asks(condition: Condition): boolean {
  switch (condition.is) {
    case "code-standing":
      return true;
    case "and":
    case "or":
      return condition.of.some(asks);
    case "not":
      return asks(condition.of);
    case "any":
    case "all":
      return asks(condition.where);
    default:
      return false;
  }
}

/** The codes that the edits will ask code sets for, each once, so that they can be read beforehand. */
export function codeQuestions(
  edits: readonly Edit[],
  facts: SubjectFacts,
  day: string,
): CodeQuestion[] {
  const asked = new Map<string, CodeQuestion>();
  const codes = (question: CodeQuestion) => {
    asked.set(`${question.codeSet} ${question.code} ${question.on}`, question);
    return undefined;
  };
  evaluateEdits(
    edits.filter(({ condition }) => asks(condition)),
    { ...facts, codes },
    day,
  );
  return [...asked.values()];
}
