/** What is exchanged with a payer, or agreed with it: `participation` is the provider's network. */
export const enrollmentTransactions = [
  "participation",
  "837P",
  "837I",
  "837D",
  "835",
  "270",
  "276",
  "278",
  "275",
  "eft",
] as const;
export type EnrollmentTransaction = (typeof enrollmentTransactions)[number];

export const enrollmentStates = ["not-needed", "requested", "active", "refused", "ended"] as const;
export type EnrollmentState = (typeof enrollmentStates)[number];

/** Whether a transaction may be exchanged with a payer for a provider; undefined means every one. */
export type Enrollment = {
  readonly payerId: number;
  readonly providerId: number | undefined;
  readonly transaction: EnrollmentTransaction;
  readonly state: EnrollmentState;
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
};

export type EnrollmentQuestion = {
  readonly payerId: number;
  readonly providerId: number;
  readonly transaction: EnrollmentTransaction;
  /** The day asked for, `YYYY-MM-DD`. */
  readonly on: string;
};

export type EnrollmentAnswer = {
  readonly is: "yes" | "no" | "unknown";
  readonly reason:
    | "ACTIVE"
    | "NOT_NEEDED"
    | "NOT_YET"
    | "ENDED"
    | "REFUSED"
    | "REQUESTED"
    | "NOT_RECORDED";
};

/**
 * Whether a provider is enrolled with a payer for a transaction on a day. Rows of the provider itself
 * go before rows for every provider. Nothing on file is `unknown`, never no.
 */
export function isEnrolledOn(
  enrollments: readonly Enrollment[],
  question: EnrollmentQuestion,
): EnrollmentAnswer {
  const { payerId, providerId, transaction, on } = question;
  const about = enrollments.filter(
    (one) => one.payerId === payerId && one.transaction === transaction,
  );
  const own = about.filter((one) => one.providerId === providerId);
  const rows = own.length > 0 ? own : about.filter((one) => one.providerId === undefined);
  const reasons = rows.map((row) => standingOn(row, on));
  const reason = precedence.find((each) => reasons.includes(each)) ?? "NOT_RECORDED";
  if (reason === "ACTIVE" || reason === "NOT_NEEDED") return { is: "yes", reason };
  return { is: reason === "NOT_RECORDED" ? "unknown" : "no", reason };
}

/** What tells most, first: of two rows the one that allows decides, then the one that explains. */
const precedence = ["ACTIVE", "NOT_NEEDED", "NOT_YET", "REQUESTED", "ENDED", "REFUSED"] as const;

function standingOn(row: Enrollment, on: string): EnrollmentAnswer["reason"] {
  const { state, effectiveFrom, effectiveTo } = row;
  if (state === "requested") return "REQUESTED";
  if (state === "refused") return "REFUSED";
  if (effectiveFrom !== undefined && on < effectiveFrom) return "NOT_YET";
  if (effectiveTo !== undefined && effectiveTo < on) return "ENDED";
  // An end without a last day leaves no day of which it is sure.
  if (state === "ended") return effectiveTo === undefined ? "ENDED" : "ACTIVE";
  return state === "not-needed" ? "NOT_NEEDED" : "ACTIVE";
}
