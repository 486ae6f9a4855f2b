import {
  type AdjustmentPolicy,
  type AdjustmentReason,
  buildEffectiveLookup,
  type DenialRule,
  type EffectiveLookup,
  type ReferenceTables,
  type RemarkCode,
  type RemittanceClaimStatus,
} from "@headwater/code-sets";

export type {
  AdjustmentPolicy,
  DeadlineBasis,
  DenialCategory,
  DenialRule,
  NextAction,
  Preventability,
  Process,
  Role,
  Stage,
  Treatment,
} from "@headwater/code-sets";

/** Key of the rules and policies that name no reason code. */
export const anyReason = "";

/** The reference tables as the denial decisions look them up. */
export type DenialFacts = {
  readonly reasons: EffectiveLookup<AdjustmentReason>;
  readonly remarks: EffectiveLookup<RemarkCode>;
  readonly claimStatuses: EffectiveLookup<RemittanceClaimStatus>;
  /** By reason code, `anyReason` for those of any. */
  readonly rules: ReadonlyMap<string, readonly DenialRule[]>;
  readonly policies: ReadonlyMap<string, readonly AdjustmentPolicy[]>;
};

/** Indexes the reference tables once, for many decisions. */
export function buildDenialFacts(tables: ReferenceTables): DenialFacts {
  const codeOf = (row: { readonly code: string }) => row.code;
  const reasonOf = (row: { readonly reasonCode: string | undefined }) =>
    row.reasonCode ?? anyReason;
  return {
    reasons: buildEffectiveLookup("adjustment-reasons", tables.adjustmentReasons, codeOf),
    remarks: buildEffectiveLookup("remark-codes", tables.remarkCodes, codeOf),
    claimStatuses: buildEffectiveLookup(
      "remittance-claim-statuses",
      tables.remittanceClaimStatuses,
      codeOf,
    ),
    rules: groupBy(tables.denialRules, reasonOf),
    policies: groupBy(tables.adjustmentPolicies, reasonOf),
  };
}

/** The rows of the reason code, then those of any reason, in the order of their table. */
export function rowsForReason<Row>(
  index: ReadonlyMap<string, readonly Row[]>,
  reasonCode: string,
): readonly Row[] {
  return [...(index.get(reasonCode) ?? []), ...(index.get(anyReason) ?? [])];
}

function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
