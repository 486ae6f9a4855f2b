/** Why a payer refuses: its own name for it, and the codes by which it says so. */
export type RefusalReason = {
  readonly name: string;
  readonly groupCode: "CO" | "PR" | "OA" | "PI";
  /** CARC, external list 139. */
  readonly reasonCode: string;
  /** RARC, external list 411. */
  readonly remarkCodes: readonly string[];
};

const reason = (
  name: string,
  codes: string,
  groupCode: RefusalReason["groupCode"] = "CO",
): RefusalReason => {
  const [reasonCode = "", ...remarkCodes] = codes.split(" ");
  return { name, groupCode, reasonCode, remarkCodes };
};

/** The refusals of all payers; whether a lapse is the patient's to pay is the payer's rule. */
export const refusals = {
  coverageEnded: reason("coverage-ended", "27 N30"),
  coverageEndedPatient: reason("coverage-ended", "27 N30", "PR"),
  otherPlan: reason("covered-by-another-plan", "109 N418"),
  managedPlan: reason("covered-by-managed-plan", "24"),
  memberUnknown: reason("member-unknown", "31 N382"),
  identityMismatch: reason("identity-mismatch", "140"),
  otherPayerFirst: reason("other-payer-first", "22 MA04"),
  filedLate: reason("filed-late", "29"),
  duplicate: reason("duplicate", "18", "OA"),
  notEnrolled: reason("provider-not-enrolled", "B7 N570"),
  noReferral: reason("referral-missing", "288"),
  noAuthorization: reason("authorization-missing", "197"),
  diagnosisInvalid: reason("diagnosis-invalid", "16 M76"),
  placeWrong: reason("place-of-service-wrong", "5 M77"),
  recordsMissing: reason("records-missing", "252 N706"),
  bundled: reason("bundled", "97 M15"),
  tooManyUnits: reason("too-many-units", "151 N362"),
  notNeeded: reason("need-not-shown", "50 N115"),
  notCovered: reason("service-not-covered", "96 N130"),
  contractMissing: reason("payer-error-contract", "147"),
  wronglyBundled: reason("payer-error-bundled", "97 M15"),
  wronglyUnenrolled: reason("payer-error-enrollment", "B7 N570"),
} as const satisfies Readonly<Record<string, RefusalReason>>;

/** A refusal of some lines or of the whole claim. */
export type Refusal = {
  readonly reason: RefusalReason;
  /** Numbers of the lines; absent for all of them. */
  readonly lines: readonly number[] | undefined;
  /** The code that is paid instead of these lines. */
  readonly bundledInto?: string;
  /** The claim was right and the payer is not. */
  readonly isPayerError?: true;
};
