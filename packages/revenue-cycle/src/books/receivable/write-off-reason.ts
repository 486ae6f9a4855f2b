/** Why a person gives up what a payer was expected to pay. */
export type WriteOffReason = {
  readonly code: string;
  /** Whether better work could have kept it, unless the person says otherwise. */
  readonly isAvoidable: boolean;
};

/** The reasons that are offered; a closed list, so that what is lost can be counted by cause. */
export const writeOffReasons = [
  { code: "timely-filing", isAvoidable: true },
  { code: "no-authorization", isAvoidable: true },
  { code: "not-eligible", isAvoidable: true },
  { code: "registration-error", isAvoidable: true },
  { code: "coding-error", isAvoidable: true },
  { code: "records-missing", isAvoidable: true },
  { code: "not-enrolled", isAvoidable: true },
  { code: "appeal-late", isAvoidable: true },
  { code: "appeal-lost", isAvoidable: false },
  { code: "not-covered", isAvoidable: false },
  { code: "bundled", isAvoidable: false },
  { code: "contract-terms", isAvoidable: false },
  { code: "small-balance", isAvoidable: false },
  { code: "duplicate-charge", isAvoidable: true },
  { code: "payer-insolvent", isAvoidable: false },
  { code: "administrative", isAvoidable: false },
] as const satisfies readonly WriteOffReason[];

export type WriteOffReasonCode = (typeof writeOffReasons)[number]["code"];

export const writeOffReasonCodes = writeOffReasons.map(({ code }) => code);

/** Whether the reason counts as avoidable; a person's own judgement goes before the table's. */
export function isAvoidable(code: WriteOffReasonCode, stated: boolean | undefined): boolean {
  return stated ?? writeOffReasons.find((reason) => reason.code === code)?.isAvoidable ?? true;
}
