import { guideTables } from "../guides/tables.ts";
import { type IssueCode, issueCodes } from "../issue-codes.ts";
import { compileRules, type PartnerRules } from "./guide-rules.ts";
import type { SituationRule } from "./situation.ts";

/** Partners' rules, or the first that is none: where it stands and what is wrong with it. */
export type PartnerRulesResult =
  | { readonly ok: true; readonly rules: PartnerRules }
  | { readonly ok: false; readonly place: string; readonly refusal: string };

const texts = ["code", "loop", "need", "forbid", "from", "until", "message", "severity", "source"];
const severities = ["error", "warning", "information"];

/**
 * Rules of trading partners from parsed JSON: an object of lists by the name of a guide (`837P`). A rule
 * has the form of `SituationRule`; without a code it is `X12_PARTNER_RULE`. Every place that it names
 * must be one of the guide.
 */
export function partnerRulesOf(json: unknown): PartnerRulesResult {
  if (!isObject(json)) return { ok: false, place: "", refusal: "not an object of guides" };
  const rules: Record<string, SituationRule[]> = {};
  for (const [name, list] of Object.entries(json)) {
    const table = guideTables.find((each) => each.name === name);
    if (table === undefined) return { ok: false, place: name, refusal: "not the name of a guide" };
    if (!Array.isArray(list)) return { ok: false, place: name, refusal: "not a list of rules" };
    const own: SituationRule[] = [];
    for (const [at, value] of list.entries()) {
      const place = `${name}[${at}]`;
      const refusal = refusalOf(value);
      if (refusal !== undefined) return { ok: false, place, refusal };
      const rule = { code: "X12_PARTNER_RULE", ...(value as object) } as SituationRule;
      try {
        compileRules(table, { [name]: [rule] });
      } catch (error) {
        return { ok: false, place, refusal: error instanceof Error ? error.message : "" };
      }
      own.push(rule);
    }
    rules[name] = own;
  }
  return { ok: true, rules };
}

function refusalOf(value: unknown): string | undefined {
  if (!isObject(value)) return "not an object";
  for (const name of Object.keys(value)) {
    if (name === "when") continue;
    if (!texts.includes(name)) return `unknown property ${name}`;
    if (typeof value[name] !== "string") return `${name} is not a text`;
  }
  const { code = "X12_PARTNER_RULE", loop, when, need, forbid, severity } = value;
  if (loop === undefined) return "loop is missing";
  if (!Array.isArray(when) || when.some((term) => typeof term !== "string")) {
    return "when is not a list of texts";
  }
  if ((need === undefined) === (forbid === undefined)) return "either need or forbid is wanted";
  if (!Object.hasOwn(issueCodes, code as IssueCode)) return "code is none of the issue codes";
  if (severity !== undefined && !severities.includes(severity as string)) {
    return `severity is none of ${severities.join(", ")}`;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
