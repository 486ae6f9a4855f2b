import { addCalendarDays, daysBetween } from "@headwater/code-sets/civil-date.ts";
import {
  type AccountHoldKind,
  type BalanceAge,
  balanceAge,
} from "../patient-account/patient-account.ts";
import {
  type PatientBillingSettings,
  type StatementLevel,
  statementLevels,
} from "../patient-account/patient-billing-settings.ts";

/** What is open of one claim for the patient. */
export type StatementItem = {
  readonly claimId: number;
  readonly openPatientCents: number;
  /** Still expected from payers: the claim is not decided to its end. */
  readonly openInsuranceCents: number;
  /** The last day on which something of it became the patient's. */
  readonly patientSince: string;
  /** How many statements named it. */
  readonly timesTold: number;
};

/** What the decision needs to know of an account. */
export type StatementFacts = {
  readonly items: readonly StatementItem[];
  /** Paid and not given to a claim. */
  readonly unappliedCents: number;
  readonly holds: readonly AccountHoldKind[];
  readonly lastStatementOn: string | undefined;
  readonly hasAddress: boolean;
};

export const statementReasonCodes = [
  "nothing-owed",
  "hold",
  "dispute",
  "bad-address",
  "aid-requested",
  "bankruptcy",
  "deceased",
  "no-address",
  "told-lately",
  "with-payer",
  "too-fresh",
  "covered-by-payments",
  "below-minimum",
] as const;
/** Why an account gets no statement. */
export type StatementReason = (typeof statementReasonCodes)[number];

export type StatementDecision =
  | {
      readonly is: "send";
      readonly claimIds: number[];
      readonly owedCents: number;
      readonly unappliedCents: number;
      readonly dueOn: string;
      readonly level: StatementLevel;
      readonly aging: Record<BalanceAge, number>;
      /** Claims that are left out and why. */
      readonly leftOut: LeftOut[];
    }
  | {
      readonly is: "not";
      /** All that speak against it, the weightiest first. */
      readonly reasons: StatementReason[];
      readonly owedCents: number;
      readonly leftOut: LeftOut[];
    };

export type LeftOut = {
  readonly claimId: number;
  readonly why: "with-payer" | "too-fresh";
  readonly cents: number;
};

/**
 * Whether an account gets a statement today, over which claims, and else why not. Only what the last
 * payer left to the patient is named; a claim of which payers still owe something waits, and so does
 * what became the patient's a few days ago, because a correction may follow. Whatever holds the account
 * keeps every letter back (45 CFR 149.620 for a dispute, 11 USC 362 for a bankruptcy).
 */
export function decideStatement(
  facts: StatementFacts,
  settings: PatientBillingSettings,
  today: string,
): StatementDecision {
  const open = facts.items.filter(({ openPatientCents }) => openPatientCents > 0);
  const leftOut = open.flatMap((item): LeftOut[] => {
    const why = whyLeftOut(item, settings, today);
    return why === undefined ? [] : [{ claimId: item.claimId, why, cents: item.openPatientCents }];
  });
  const isLeftOut = new Set(leftOut.map(({ claimId }) => claimId));
  const named = open.filter(({ claimId }) => !isLeftOut.has(claimId));
  const openCents = named.reduce((sum, item) => sum + item.openPatientCents, 0);
  const owedCents = Math.max(0, openCents - facts.unappliedCents);
  const reasons = reasonsAgainst(facts, settings, { open, named, owedCents, leftOut, today });
  if (reasons.length > 0) return { is: "not", reasons, owedCents, leftOut };
  return {
    is: "send",
    claimIds: named.map(({ claimId }) => claimId),
    owedCents,
    unappliedCents: facts.unappliedCents,
    dueOn: addCalendarDays(today, settings.dueDays),
    level: levelOf(named),
    aging: agingOf(named, today),
    leftOut,
  };
}

function whyLeftOut(
  item: StatementItem,
  { settleDays }: PatientBillingSettings,
  today: string,
): LeftOut["why"] | undefined {
  if (item.openInsuranceCents > 0) return "with-payer";
  return daysBetween(item.patientSince, today) < settleDays ? "too-fresh" : undefined;
}

type Weighed = {
  readonly open: readonly StatementItem[];
  readonly named: readonly StatementItem[];
  readonly owedCents: number;
  readonly leftOut: readonly LeftOut[];
  readonly today: string;
};

function reasonsAgainst(
  facts: StatementFacts,
  settings: PatientBillingSettings,
  { open, named, owedCents, leftOut, today }: Weighed,
): StatementReason[] {
  if (open.length === 0) return ["nothing-owed"];
  const reasons: StatementReason[] = [...facts.holds];
  if (!facts.hasAddress && !facts.holds.includes("bad-address")) reasons.push("no-address");
  const { lastStatementOn } = facts;
  if (lastStatementOn !== undefined && daysBetween(lastStatementOn, today) < settings.cycleDays) {
    reasons.push("told-lately");
  }
  if (named.length === 0) reasons.push(...new Set(leftOut.map(({ why }) => why)));
  else if (owedCents === 0) reasons.push("covered-by-payments");
  else if (owedCents < settings.minimumCents) reasons.push("below-minimum");
  return reasons;
}

/** The level of the claim that was told most often; after the final one it stays there. */
function levelOf(named: readonly StatementItem[]): StatementLevel {
  const told = Math.max(0, ...named.map(({ timesTold }) => timesTold));
  return statementLevels[Math.min(told, statementLevels.length - 1)] ?? "first";
}

/** What is open by how long it has been the patient's. */
export function agingOf(
  items: readonly Pick<StatementItem, "patientSince" | "openPatientCents">[],
  today: string,
): Record<BalanceAge, number> {
  const aging: Record<BalanceAge, number> = { "0-30": 0, "31-60": 0, "61-90": 0, "over-90": 0 };
  for (const { patientSince, openPatientCents } of items) {
    aging[balanceAge(daysBetween(patientSince, today))] += openPatientCents;
  }
  return aging;
}
