import type { Treatment } from "./denial-facts.ts";

/** How a row of a practice's own may read an adjustment. */
export const ownTreatments = ["contractual", "denial", "patient", "hold"] as const;

export const ownGroups = ["CO", "PI", "OA", "PR"] as const;

/** A practice's own row: how an amount of this group and reason is read, of one payer or of all. */
export type OwnPolicy = {
  readonly payerId: number | undefined;
  readonly groupCode: string;
  readonly reasonCode: string;
  readonly treatment: (typeof ownTreatments)[number];
  readonly effectiveFrom: string;
  readonly effectiveTo: string | undefined;
};

/** Why a row cannot be kept. */
export type OwnPolicyRefusal =
  /** CO, PI and OA amounts are not billed to the patient by a rule. */
  | "patient_never_owes_this"
  /** The patient's share is not written off by a rule: no routine waiver. */
  | "patient_share_not_written_off"
  | "policy_days_overlap"
  | "policy_days_reversed";

/** Whether a row may stand beside the others. */
export function decideOwnPolicy(
  row: OwnPolicy,
  others: readonly OwnPolicy[],
): OwnPolicyRefusal | undefined {
  const isPatients = row.groupCode === "PR";
  if (row.treatment === "patient" && !isPatients) return "patient_never_owes_this";
  if (row.treatment === "contractual" && isPatients) return "patient_share_not_written_off";
  if (row.effectiveTo !== undefined && row.effectiveTo < row.effectiveFrom) {
    return "policy_days_reversed";
  }
  const isSame = (other: OwnPolicy) =>
    other.payerId === row.payerId &&
    other.groupCode === row.groupCode &&
    other.reasonCode === row.reasonCode;
  const overlaps = (other: OwnPolicy) =>
    other.effectiveFrom <= (row.effectiveTo ?? "9999-12-31") &&
    row.effectiveFrom <= (other.effectiveTo ?? "9999-12-31");
  return others.some((other) => isSame(other) && overlaps(other))
    ? "policy_days_overlap"
    : undefined;
}

/**
 * The treatment by the practice's own rows in force on the day, those of the payer before those of every
 * payer; undefined where the common table decides. Only amounts that reduce the payment are read so: what
 * a payer adds, and a zero, keep their meaning.
 */
export function ownTreatment(
  policies: readonly OwnPolicy[],
  adjustment: {
    readonly groupCode: string;
    readonly reasonCode: string;
    /** Positive reduces the payment. */
    readonly cents: number;
    readonly payerId: number | undefined;
    readonly on: string;
  },
): Treatment | undefined {
  if (adjustment.cents <= 0 || policies.length === 0) return undefined;
  const { groupCode, reasonCode, payerId, on } = adjustment;
  const fitting = policies.filter(
    (row) =>
      row.groupCode === groupCode &&
      row.reasonCode === reasonCode &&
      (row.payerId === undefined || row.payerId === payerId) &&
      row.effectiveFrom <= on &&
      on <= (row.effectiveTo ?? "9999-12-31"),
  );
  return (fitting.find((row) => row.payerId !== undefined) ?? fitting[0])?.treatment;
}
