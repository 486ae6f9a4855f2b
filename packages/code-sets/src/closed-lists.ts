/** The closed lists that reference tables may use. Values may be added; none changes its meaning. */

export const denialCategories = [
  "eligibility",
  "registration",
  "authorization",
  "coding",
  "medical-necessity",
  "timely-filing",
  "duplicate",
  "bundling",
  "coordination-of-benefits",
  "credentialing",
  "documentation",
  "contract",
  "payer-error",
  "unknown",
] as const;
export type DenialCategory = (typeof denialCategories)[number];

/** Where the cause of a denial lies. */
export const stages = ["front-end", "mid-cycle", "back-end", "payer"] as const;
export type Stage = (typeof stages)[number];

/** The ten steps of the cycle, and the two beside them. */
export const processes = [
  "registration",
  "eligibility",
  "authorization",
  "charge-capture",
  "coding",
  "claim",
  "posting",
  "denial",
  "patient-billing",
  "reporting",
  "credentialing",
  "contract",
] as const;
export type Process = (typeof processes)[number];

export const roles = [
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
  "auditor",
  "patient",
  "owner",
  "administrator",
  "operator",
] as const;
export type Role = (typeof roles)[number];

export const nextActions = [
  "corrected-claim",
  "new-claim",
  "appeal",
  "rebill-other-payer",
  "bill-patient",
  "write-off",
  "call-payer",
  "send-records",
  "wait",
  "none",
] as const;
export type NextAction = (typeof nextActions)[number];

export const preventabilities = ["yes", "possibly", "no"] as const;
export type Preventability = (typeof preventabilities)[number];

/** The day from which a deadline counts. */
export const deadlineBases = ["remittance-date", "service-date", "prior-payer-date"] as const;
export type DeadlineBasis = (typeof deadlineBases)[number];

/**
 * How an adjustment is posted.
 *
 * - `contractual`, `sequestration`, `capitation`: written off by contract or law
 * - `patient`: moves to the next payer, else to the patient
 * - `denial`: stays open with the payer as refused
 * - `withhold`, `irs-withholding`: a receivable of their own
 * - `incentive`: the payer adds; reduces the contractual adjustment first, the rest is income
 * - `prior-payer`: already posted from the earlier payer's remittance
 * - `pended`: undecided, stays open without a denial
 * - `hold`: stays open, a person decides
 * - `informational`: moves nothing
 */
export const treatments = [
  "contractual",
  "sequestration",
  "capitation",
  "patient",
  "denial",
  "withhold",
  "irs-withholding",
  "incentive",
  "prior-payer",
  "pended",
  "hold",
  "informational",
] as const;
export type Treatment = (typeof treatments)[number];

/** What must hold beside the codes for an adjustment policy row to apply. */
export const policyConditions = [
  "zero",
  "negative",
  "paid",
  "unpaid-whole",
  "capitation-contract",
  "bundle-expected",
] as const;
export type PolicyCondition = (typeof policyConditions)[number];

/** Whether a denial rule gives the whole classification or only the next action and deadline. */
export const ruleScopes = ["all", "action"] as const;

export const adjustmentOwners = ["provider", "patient", "other", "disputed"] as const;

export const accountKinds = [
  "cash",
  "insurance-receivable",
  "patient-receivable",
  "withhold-receivable",
  "recoupment",
  "irs-withholding",
  "unapplied-cash",
  "patient-credit",
  "insurance-credit",
  "refund-payable",
  "forward-balance",
  "advance-payment",
  "unmatched-reversal",
  "suspense",
  "charges",
  "contractual",
  "write-off",
  "bad-debt",
  "interest-income",
  "incentive-income",
  "capitation-income",
  "fee-expense",
] as const;

/** Where a claim stands by its 277CA or 277 category; `not-found` is neither pending nor accepted. */
export const claimStatusOutcomes = [
  "accepted",
  "on-the-way",
  "rejected",
  "pending",
  "finalized",
  "error",
  "not-found",
] as const;
export type ClaimStatusOutcome = (typeof claimStatusOutcomes)[number];

/** What a CLP02 claim status lets a remittance do. */
export const remittanceStatusEffects = [
  "adjudicated",
  "adjudicated-forwarded",
  "reversal",
  "not-ours",
  "predetermination",
  "review",
] as const;
export type RemittanceStatusEffect = (typeof remittanceStatusEffects)[number];

export const implementationErrorLists = [
  "IK304",
  "IK403",
  "IK502",
  "AK905",
  "IK501",
  "AK901",
] as const;
