import { coversCode } from "../authorization/authorization.ts";

/** Whether a payer wants an authorization for procedures, as the practice learned it. */
export type AuthorizationRule = {
  readonly payerId: number;
  /** Undefined: all plans of the payer. */
  readonly planId: number | undefined;
  /** Codes and ranges `FROM-TO`; none means every procedure. */
  readonly procedureCodes: readonly string[];
  readonly isRequired: boolean;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | undefined;
};

type AuthorizationRuleQuestion = {
  readonly payerId: number;
  readonly planId: number | undefined;
  readonly procedureCode: string;
  /** Day of service. */
  readonly on: string;
};

/**
 * Whether the rules want an authorization for a procedure on a day. A rule of the plan goes before one of
 * the payer, one that names the code before a range and that before one for every procedure, the later
 * before the earlier. A payer whose rules do not name the procedure does not want one; a payer without
 * rules leaves the question open: undefined.
 */
export function isAuthorizationWanted(
  rules: readonly AuthorizationRule[],
  { payerId, planId, procedureCode, on }: AuthorizationRuleQuestion,
): boolean | undefined {
  const inForce = rules.filter(
    (rule) =>
      rule.payerId === payerId &&
      (rule.planId === undefined || rule.planId === planId) &&
      rule.effectiveFrom <= on &&
      (rule.effectiveTo === undefined || on <= rule.effectiveTo),
  );
  if (inForce.length === 0) return undefined;
  const weigh = (rule: AuthorizationRule) =>
    (rule.planId === undefined ? 0 : 4) + nearness(rule.procedureCodes, procedureCode);
  const [nearest] = inForce
    .filter(({ procedureCodes }) => coversCode(procedureCodes, procedureCode))
    .sort(
      (one, other) =>
        weigh(other) - weigh(one) || other.effectiveFrom.localeCompare(one.effectiveFrom),
    );
  return nearest?.isRequired ?? false;
}

function nearness(codes: readonly string[], code: string): number {
  if (codes.length === 0) return 0;
  return codes.includes(code) ? 2 : 1;
}

const entryForm = /^[0-9A-Z]{5}(?:-[0-9A-Z]{5})?$/;

/** Codes and ranges as a person typed them, in order, each once. */
export function readCodeRanges(typed: string): string[] {
  const entries = typed
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((entry) => entry !== "");
  return [...new Set(entries)].sort();
}

/** Whether an entry is a procedure code, or a range of them in order. */
export function isCodeRange(entry: string): boolean {
  const [from = "", to = from] = entry.split("-");
  return entryForm.test(entry) && from <= to;
}
