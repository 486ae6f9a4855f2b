import type { Role } from "@headwater/code-sets";

/** Who does the work. */
export type WorkRole = Exclude<Role, "patient" | "operator">;

/** What the person may do with the item. */
export type WorkAction =
  | "correct-claim"
  | "match-claim"
  | "match-deposit"
  | "ask-payer"
  | "appeal"
  | "rebill"
  | "bill-next-payer"
  | "write-off"
  | "release-to-patient"
  | "post-with-reason"
  | "refund"
  | "import-file"
  | "open-visit"
  | "fix-findings"
  | "release-hold"
  | "approve"
  | "write-note"
  | "close";

/** How the due date follows from the day on which the need arose. */
export type WorkDeadline =
  | { readonly rule: "none" }
  | { readonly rule: "days-after"; readonly days: number }
  /** The date comes with the need, for example from a payer's appeal limit. */
  | { readonly rule: "given" };

export type WorkKind = {
  readonly role: WorkRole;
  /** Code of the sentence that says why; its text stands in the catalogue of messages. */
  readonly whyCode: string;
  readonly actions: readonly WorkAction[];
  readonly deadline: WorkDeadline;
};

/** Every kind of work item. A new need is a new row here, never a new queue. */
export const workKinds = {
  rejection: {
    role: "biller",
    whyCode: "CLAIM_REJECTED",
    actions: ["correct-claim", "close"],
    deadline: { rule: "days-after", days: 3 },
  },
  "claim-number-conflict": {
    role: "biller",
    whyCode: "CLAIM_NUMBER_IN_USE",
    actions: ["correct-claim", "close"],
    deadline: { rule: "days-after", days: 5 },
  },
  "claim-charge-invalid": {
    role: "biller",
    whyCode: "CLAIM_CHARGE_NEGATIVE",
    actions: ["correct-claim", "close"],
    deadline: { rule: "days-after", days: 5 },
  },
  // Ends with its denials: paid after all, moved to the patient, or closed on their own page.
  denial: {
    role: "denial-specialist",
    whyCode: "CLAIM_DENIED",
    actions: ["correct-claim", "appeal", "rebill", "write-off"],
    deadline: { rule: "given" },
  },
  "remittance-out-of-balance": {
    role: "poster",
    whyCode: "REMITTANCE_OUT_OF_BALANCE",
    actions: ["ask-payer", "post-with-reason", "close"],
    deadline: { rule: "days-after", days: 3 },
  },
  // Ends when the account it stands on is cleared for the remittance.
  "out-of-balance-open": {
    role: "poster",
    whyCode: "OUT_OF_BALANCE_OPEN",
    actions: ["ask-payer", "close"],
    deadline: { rule: "days-after", days: 30 },
  },
  // Ends with its request.
  "approval-needed": {
    role: "manager",
    whyCode: "APPROVAL_NEEDED",
    actions: ["approve"],
    deadline: { rule: "days-after", days: 2 },
  },
  "remittance-held": {
    role: "poster",
    whyCode: "REMITTANCE_HELD",
    actions: ["import-file", "match-claim", "close"],
    deadline: { rule: "days-after", days: 3 },
  },
  "remittance-claim-unmatched": {
    role: "poster",
    whyCode: "REMITTANCE_CLAIM_UNMATCHED",
    actions: ["match-claim", "import-file", "close"],
    deadline: { rule: "days-after", days: 3 },
  },
  "remittance-claim-uncertain": {
    role: "poster",
    whyCode: "REMITTANCE_CLAIM_UNCERTAIN",
    actions: ["match-claim", "close"],
    deadline: { rule: "days-after", days: 3 },
  },
  "unmatched-reversal": {
    role: "poster",
    whyCode: "REVERSAL_WITHOUT_ORIGINAL",
    actions: ["match-claim", "import-file", "close"],
    deadline: { rule: "days-after", days: 5 },
  },
  "second-payment": {
    role: "poster",
    whyCode: "CLAIM_PAID_TWICE",
    actions: ["refund", "match-claim", "close"],
    deadline: { rule: "days-after", days: 30 },
  },
  "patient-responsibility-held": {
    role: "biller",
    whyCode: "PATIENT_RESPONSIBILITY_HELD",
    actions: ["release-to-patient", "appeal", "write-off", "close"],
    deadline: { rule: "days-after", days: 10 },
  },
  "adjustment-held": {
    role: "poster",
    whyCode: "ADJUSTMENT_NOT_READ",
    actions: ["ask-payer", "write-off", "release-to-patient", "close"],
    deadline: { rule: "days-after", days: 5 },
  },
  "provider-adjustment": {
    role: "poster",
    whyCode: "PROVIDER_ADJUSTMENT_UNEXPLAINED",
    actions: ["ask-payer", "match-claim", "close"],
    deadline: { rule: "days-after", days: 10 },
  },
  "patient-payment-unmatched": {
    role: "poster",
    whyCode: "PATIENT_PAYMENT_UNMATCHED",
    actions: ["match-claim", "refund", "close"],
    deadline: { rule: "days-after", days: 5 },
  },
  "visit-not-clear": {
    role: "front-desk",
    whyCode: "VISIT_NOT_CLEAR",
    actions: ["open-visit", "close"],
    deadline: { rule: "given" },
  },
  "authorization-needed": {
    role: "authorization",
    whyCode: "VISIT_NOT_CLEAR",
    actions: ["open-visit", "close"],
    deadline: { rule: "given" },
  },
  // Denied, late, not taken, or waiting for something of ours.
  "authorization-follow-up": {
    role: "authorization",
    whyCode: "AUTHORIZATION_DENIED",
    actions: ["ask-payer", "close"],
    deadline: { rule: "days-after", days: 2 },
  },
  // Ends when the payer decides the claim, or finds it after all.
  "claim-status": {
    role: "ar-follow-up",
    whyCode: "CLAIM_NOT_FOUND",
    actions: ["ask-payer", "correct-claim", "close"],
    deadline: { rule: "days-after", days: 3 },
  },
  "eligibility-unmatched": {
    role: "front-desk",
    whyCode: "ELIGIBILITY_UNMATCHED",
    actions: ["close"],
    deadline: { rule: "days-after", days: 1 },
  },
  "deposit-unmatched": {
    role: "poster",
    whyCode: "DEPOSIT_UNMATCHED",
    actions: ["match-deposit", "ask-payer", "close"],
    deadline: { rule: "days-after", days: 3 },
  },
  "next-payer": {
    role: "biller",
    whyCode: "NEXT_PAYER_DUE",
    actions: ["bill-next-payer", "release-to-patient", "close"],
    deadline: { rule: "days-after", days: 3 },
  },
  "next-payer-rejection": {
    role: "biller",
    whyCode: "NEXT_PAYER_REJECTED",
    actions: ["bill-next-payer", "release-to-patient", "close"],
    deadline: { rule: "days-after", days: 3 },
  },
  // Due on the day from which a claim that its payer passed on is asked for.
  "crossover-wait": {
    role: "biller",
    whyCode: "CROSSOVER_AWAITED",
    actions: ["ask-payer", "bill-next-payer", "release-to-patient", "close"],
    deadline: { rule: "given" },
  },
  // Ends with its hold: when the findings are gone, or when a person releases it with a reason.
  "edit-hold": {
    role: "biller",
    whyCode: "HELD_BY_EDITS",
    actions: ["fix-findings", "release-hold"],
    deadline: { rule: "days-after", days: 1 },
  },
  // Ends when a person releases the hold.
  "person-hold": {
    role: "biller",
    whyCode: "HELD_BY_PERSON",
    actions: ["fix-findings", "release-hold"],
    deadline: { rule: "days-after", days: 1 },
  },
  "follow-up": {
    role: "ar-follow-up",
    whyCode: "FOLLOW_UP_DUE",
    actions: ["write-note", "close"],
    deadline: { rule: "given" },
  },
} as const satisfies Readonly<Record<string, WorkKind>>;

export type WorkKindName = keyof typeof workKinds;

/** Whether a text names a kind of work. */
export function isWorkKind(name: string): name is WorkKindName {
  return Object.hasOwn(workKinds, name);
}

const dayMilliseconds = 86_400_000;

/**
 * The civil date by which a need is due. `raisedOn` is the practice's business date or the date of
 * the source; without either nothing is due.
 */
export function dueOn(kind: WorkKindName, raisedOn: string | undefined): string | undefined {
  const deadline: WorkDeadline = workKinds[kind].deadline;
  if (deadline.rule !== "days-after" || raisedOn === undefined) return undefined;
  const day = Date.parse(`${raisedOn}T00:00:00Z`) + deadline.days * dayMilliseconds;
  return new Date(day).toISOString().slice(0, 10);
}
