import {
  accountKinds,
  adjustmentOwners,
  claimStatusOutcomes,
  deadlineBases,
  denialCategories,
  implementationErrorLists,
  nextActions,
  policyConditions,
  preventabilities,
  processes,
  remittanceStatusEffects,
  roles,
  ruleScopes,
  stages,
  treatments,
} from "./closed-lists.ts";
import { buildEffectiveLookup, type EffectiveRow } from "./effective-lookup.ts";
import { ReferenceTableFault } from "./parse-table.ts";
import {
  effectiveFields,
  type Fields,
  flag,
  oneOf,
  optional,
  optionalText,
  type RowOf,
  readTable,
  text,
  wholeNumber,
} from "./table-fields.ts";

const adjustmentReasonFields = {
  code: text,
  label: text,
  requiresRemark: flag,
  ...effectiveFields,
};
/** A claim adjustment reason code (CARC, X12 external list 139) with our own label. */
export type AdjustmentReason = RowOf<typeof adjustmentReasonFields>;

const remarkCodeFields = { code: text, label: text, isAlert: flag, ...effectiveFields };
/** A remittance advice remark code (RARC, list 411). An alert never explains an adjustment. */
export type RemarkCode = RowOf<typeof remarkCodeFields>;

const adjustmentGroupFields = {
  code: text,
  label: text,
  owes: oneOf(adjustmentOwners),
  ...effectiveFields,
};
/** CAS01: who owes the amount. */
export type AdjustmentGroup = RowOf<typeof adjustmentGroupFields>;

const providerAdjustmentCodeFields = {
  code: text,
  label: text,
  accountKind: oneOf(accountKinds),
  positiveMeans: text,
  negativeMeans: text,
  needsReview: flag,
  ...effectiveFields,
};
/** PLB03-1 with the account it moves. A positive amount reduces the payment. */
export type ProviderAdjustmentCode = RowOf<typeof providerAdjustmentCodeFields>;

const claimStatusCategoryFields = {
  code: text,
  label: text,
  outcome: oneOf(claimStatusOutcomes),
  ...effectiveFields,
};
/** STC01-1 of a 277CA or 277 (list 507). */
export type ClaimStatusCategory = RowOf<typeof claimStatusCategoryFields>;

const claimStatusCodeFields = { code: text, label: text, field: optionalText, ...effectiveFields };
/** STC01-2 (list 508) with the field of the claim to fix, where that is clear. */
export type ClaimStatusCode = RowOf<typeof claimStatusCodeFields>;

const remittanceClaimStatusFields = {
  code: text,
  label: text,
  effect: oneOf(remittanceStatusEffects),
  ...effectiveFields,
};
/** CLP02. */
export type RemittanceClaimStatus = RowOf<typeof remittanceClaimStatusFields>;

const paymentMethodFields = { code: text, label: text, movesMoney: flag, ...effectiveFields };
/** BPR04. */
export type PaymentMethod = RowOf<typeof paymentMethodFields>;

const interchangeNoteCodeFields = { code: text, label: text, ...effectiveFields };
/** TA105. */
export type InterchangeNoteCode = RowOf<typeof interchangeNoteCodeFields>;

const implementationErrorCodeFields = {
  list: oneOf(implementationErrorLists),
  code: text,
  label: text,
  ...effectiveFields,
};
/** An error or acceptance code of a 999; `list` is the element that carries it. */
export type ImplementationErrorCode = RowOf<typeof implementationErrorCodeFields>;

const denialRuleFields = {
  reasonCode: optionalText,
  groupCode: optionalText,
  remarkCode: optionalText,
  category: oneOf(denialCategories),
  stage: oneOf(stages),
  process: oneOf(processes),
  ownerRole: oneOf(roles),
  preventable: oneOf(preventabilities),
  nextAction: oneOf(nextActions),
  deadlineDays: optional(wholeNumber),
  deadlineBasis: optional(oneOf(deadlineBases)),
  notDenial: flag,
  changes: oneOf(ruleScopes),
  note: optionalText,
  ...effectiveFields,
};
/** One row of the denial taxonomy; an absent code stands for any. */
export type DenialRule = RowOf<typeof denialRuleFields>;

const adjustmentPolicyFields = {
  groupCode: optionalText,
  reasonCode: optionalText,
  remarkCode: optionalText,
  filingIndicator: optionalText,
  condition: optional(oneOf(policyConditions)),
  treatment: oneOf(treatments),
  note: text,
  ...effectiveFields,
};
/** How adjustments of these codes are posted; an absent code stands for any. */
export type AdjustmentPolicy = RowOf<typeof adjustmentPolicyFields>;

const crossoverWaitFields = {
  filingIndicator: optionalText,
  waitDays: wholeNumber,
  note: text,
  ...effectiveFields,
};
/**
 * How many days a claim waits for the next payer after a payer of this kind (CLP06, SBR09) passed it on
 * itself; an absent indicator stands for any.
 */
export type CrossoverWait = RowOf<typeof crossoverWaitFields>;

/** The rows of every reference table, validated and free of overlaps. */
export type ReferenceTables = {
  readonly adjustmentReasons: readonly AdjustmentReason[];
  readonly remarkCodes: readonly RemarkCode[];
  readonly adjustmentGroups: readonly AdjustmentGroup[];
  readonly providerAdjustmentCodes: readonly ProviderAdjustmentCode[];
  readonly claimStatusCategories: readonly ClaimStatusCategory[];
  readonly claimStatusCodes: readonly ClaimStatusCode[];
  readonly remittanceClaimStatuses: readonly RemittanceClaimStatus[];
  readonly paymentMethods: readonly PaymentMethod[];
  readonly interchangeNoteCodes: readonly InterchangeNoteCode[];
  readonly implementationErrorCodes: readonly ImplementationErrorCode[];
  readonly denialRules: readonly DenialRule[];
  readonly adjustmentPolicies: readonly AdjustmentPolicy[];
  readonly crossoverWaits: readonly CrossoverWait[];
};

/** The file that holds each table. */
export const referenceFiles: Readonly<Record<keyof ReferenceTables, string>> = {
  adjustmentReasons: "adjustment-reasons.csv",
  remarkCodes: "remark-codes.csv",
  adjustmentGroups: "adjustment-groups.csv",
  providerAdjustmentCodes: "provider-adjustment-codes.csv",
  claimStatusCategories: "claim-status-categories.csv",
  claimStatusCodes: "claim-status-codes.csv",
  remittanceClaimStatuses: "remittance-claim-statuses.csv",
  paymentMethods: "payment-methods.csv",
  interchangeNoteCodes: "interchange-note-codes.csv",
  implementationErrorCodes: "implementation-error-codes.csv",
  denialRules: "denial-rules.csv",
  adjustmentPolicies: "adjustment-policy.csv",
  crossoverWaits: "crossover-waits.csv",
};

/**
 * Reads all reference tables from the texts of their files, by file name.
 *
 * @throws ReferenceTableFault when a file is missing or malformed, a value is outside its closed
 * list, a date does not exist, or two rows of one key hold on the same day.
 */
export function parseReferenceTables(files: Readonly<Record<string, string>>): ReferenceTables {
  const byCode = (row: { readonly code: string }) => row.code;
  function read<Shape extends Fields, Row extends RowOf<Shape> & EffectiveRow>(
    table: keyof ReferenceTables,
    fields: Shape,
    keyOf: (row: Row) => string,
  ): readonly Row[] {
    const file = referenceFiles[table];
    const content = files[file];
    if (content === undefined) throw new ReferenceTableFault("missing-file", { file });
    // Row adds no property to RowOf<Shape>: it only names that the effective dates are among them.
    const rows = readTable(file, content, fields) as readonly Row[];
    buildEffectiveLookup(file, rows, keyOf);
    return rows;
  }
  return {
    adjustmentReasons: read("adjustmentReasons", adjustmentReasonFields, byCode),
    remarkCodes: read("remarkCodes", remarkCodeFields, byCode),
    adjustmentGroups: read("adjustmentGroups", adjustmentGroupFields, byCode),
    providerAdjustmentCodes: read("providerAdjustmentCodes", providerAdjustmentCodeFields, byCode),
    claimStatusCategories: read("claimStatusCategories", claimStatusCategoryFields, byCode),
    claimStatusCodes: read("claimStatusCodes", claimStatusCodeFields, byCode),
    remittanceClaimStatuses: read("remittanceClaimStatuses", remittanceClaimStatusFields, byCode),
    paymentMethods: read("paymentMethods", paymentMethodFields, byCode),
    interchangeNoteCodes: read("interchangeNoteCodes", interchangeNoteCodeFields, byCode),
    implementationErrorCodes: read(
      "implementationErrorCodes",
      implementationErrorCodeFields,
      (row: ImplementationErrorCode) => `${row.list} ${row.code}`,
    ),
    denialRules: read("denialRules", denialRuleFields, denialRuleKey),
    adjustmentPolicies: read("adjustmentPolicies", adjustmentPolicyFields, adjustmentPolicyKey),
    crossoverWaits: read(
      "crossoverWaits",
      crossoverWaitFields,
      (row: CrossoverWait) => row.filingIndicator ?? "*",
    ),
  };
}

function denialRuleKey(rule: DenialRule): string {
  return [rule.reasonCode, rule.groupCode, rule.remarkCode].map((code) => code ?? "*").join(" ");
}

function adjustmentPolicyKey(policy: AdjustmentPolicy): string {
  return [
    policy.groupCode,
    policy.reasonCode,
    policy.remarkCode,
    policy.filingIndicator,
    policy.condition,
  ]
    .map((part) => part ?? "*")
    .join(" ");
}
