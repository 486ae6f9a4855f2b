import { isInForce } from "@headwater/code-sets";
import type { Deadline } from "./deadline.ts";
import {
  type DenialCategory,
  type DenialFacts,
  type DenialRule,
  type NextAction,
  type Preventability,
  type Process,
  type Role,
  rowsForReason,
  type Stage,
  type Treatment,
} from "./denial-facts.ts";

/** Where a denial comes from and who is to look at it. */
export type DenialCause = {
  readonly category: DenialCategory;
  readonly stage: Stage;
  readonly process: Process;
  readonly ownerRole: Role;
  readonly preventable: Preventability;
};

export type AdjustmentToClassify = {
  readonly groupCode: string;
  readonly reasonCode: string;
  /** RARCs of the line, then those of the claim: the first that has a rule decides. */
  readonly remarkCodes: readonly string[];
  /** Date of the remittance. */
  readonly on: string;
  readonly cents: number;
  /** Result of `treatAdjustment`, where known: it alone sees line, payer and contract. */
  readonly treatment?: Treatment;
  /** Of an earlier denial of the same line, for reasons that only uphold it (CARC 193). */
  readonly firstDenial?: DenialCause;
};

export type DenialClassification = DenialCause & {
  readonly nextAction: NextAction;
  /** A seed: the payer's own rule overrides it. */
  readonly deadline: Deadline | undefined;
  /** The row that decided; undefined for a reason without one. */
  readonly rule: DenialRule | undefined;
  readonly isDenial: boolean;
  /** The reason code is in our list, in force or not. Unknown codes are shown and counted. */
  readonly isKnownReason: boolean;
  /** The reason asks for a remark code that explains it and none came: the payer's fault. */
  readonly lacksRemark: boolean;
};

/** What a reason code without a rule gets: shown, owned and due like any other. */
const unknownCause: DenialCause = {
  category: "unknown",
  stage: "back-end",
  process: "denial",
  ownerRole: "denial-specialist",
  preventable: "possibly",
};
const unknownDeadline: Deadline = { days: 90, basis: "remittance-date" };

/**
 * Says what a denied adjustment means and what to do, by the denial rules in force on the date.
 *
 * Precedence: rule with a remark code, then reason and group, then reason, then unknown. A rule
 * that changes only the action (MA130, N142, CARC 193) keeps the cause that the rest gives.
 * Total: every pair of codes gets an answer.
 */
export function classifyDenial(
  adjustment: AdjustmentToClassify,
  facts: DenialFacts,
): DenialClassification {
  const rules = rowsForReason(facts.rules, adjustment.reasonCode).filter((rule) =>
    applies(rule, adjustment),
  );
  const causeRule = mostTelling(rules, "all", adjustment);
  const actionRule = mostTelling(rules, "action", adjustment) ?? causeRule;
  const cause = causeRule ?? adjustment.firstDenial ?? actionRule ?? unknownCause;
  return {
    category: cause.category,
    stage: cause.stage,
    process: cause.process,
    ownerRole: cause.ownerRole,
    preventable: cause.preventable,
    nextAction: actionRule?.nextAction ?? "call-payer",
    deadline: actionRule === undefined ? unknownDeadline : deadlineOf(actionRule),
    rule: causeRule ?? actionRule,
    isDenial: isDenial(adjustment, causeRule),
    isKnownReason: facts.reasons.versions(adjustment.reasonCode).length > 0,
    lacksRemark: lacksRemark(adjustment, facts),
  };
}

function applies(rule: DenialRule, adjustment: AdjustmentToClassify): boolean {
  return (
    isInForce(rule, adjustment.on) &&
    (rule.groupCode === undefined || rule.groupCode === adjustment.groupCode) &&
    (rule.remarkCode === undefined || adjustment.remarkCodes.includes(rule.remarkCode))
  );
}

function mostTelling(
  rules: readonly DenialRule[],
  changes: DenialRule["changes"],
  adjustment: AdjustmentToClassify,
): DenialRule | undefined {
  let best: DenialRule | undefined;
  for (const rule of rules) {
    if (rule.changes !== changes) continue;
    if (best === undefined || outranks(rule, best, adjustment.remarkCodes)) best = rule;
  }
  return best;
}

function outranks(rule: DenialRule, best: DenialRule, remarkCodes: readonly string[]): boolean {
  const rankOf = ({ remarkCode }: DenialRule) =>
    remarkCode === undefined ? Number.POSITIVE_INFINITY : remarkCodes.indexOf(remarkCode);
  const [rank, bestRank] = [rankOf(rule), rankOf(best)];
  if (rank !== bestRank) return rank < bestRank;
  return rule.groupCode !== undefined && best.groupCode === undefined;
}

function deadlineOf(rule: DenialRule): Deadline | undefined {
  if (rule.deadlineDays === undefined || rule.deadlineBasis === undefined) return undefined;
  return { days: rule.deadlineDays, basis: rule.deadlineBasis };
}

function isDenial(adjustment: AdjustmentToClassify, rule: DenialRule | undefined): boolean {
  if (adjustment.treatment !== undefined) return adjustment.treatment === "denial";
  return adjustment.cents > 0 && rule?.notDenial !== true;
}

/** CORE 360 and list 139: some reasons must come with a remark code that is not an alert. */
function lacksRemark(adjustment: AdjustmentToClassify, facts: DenialFacts): boolean {
  const reason = facts.reasons.nearest(adjustment.reasonCode, adjustment.on);
  if (reason?.row.requiresRemark !== true) return false;
  return adjustment.remarkCodes.every(
    (code) => facts.remarks.nearest(code, adjustment.on)?.row.isAlert === true,
  );
}
