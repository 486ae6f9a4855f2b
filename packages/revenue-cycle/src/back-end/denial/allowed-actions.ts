import {
  type MendableClaim,
  type Mending,
  mendingRefusal,
} from "../../mid-cycle/claim/mend-content.ts";

/** What may be done about the open denials of a claim. */
export const denialActions = [
  "correct",
  "new-claim",
  "appeal",
  "send-records",
  "rebill",
  "bill-patient",
  "wait",
  "upheld",
  "close",
] as const;
export type DenialAction = (typeof denialActions)[number];

/** An open denial, as far as deciding about it needs. */
export type OpenDenial = {
  readonly groupCode: string;
  readonly reasonCode: string;
  readonly remarkCodes: readonly string[];
  readonly category: string;
  readonly nextAction: string;
  readonly cents: number;
  readonly dueOn: string | undefined;
};

export type DenialCase = {
  readonly open: readonly OpenDenial[];
  readonly claim: MendableClaim;
  /** A claim that mends this one was begun. */
  readonly mending: Mending | undefined;
  /** The last step that stands. */
  readonly lastStep: string | undefined;
};

export type AllowedAction = {
  readonly action: DenialAction;
  /** The first thing to do about a denial of this reason. */
  readonly isUsual: boolean;
};

/** The payer could not process the claim or wants a new one: there is nothing to replace or appeal. */
const wantsNewClaim = new Set(["MA130", "N142"]);
/** Remarks that say that no appeal exists (list 411). */
const noAppeal = new Set(["MA130", "N211"]);
/** Alerts that the patient owes no share (42 USC 1396a(n)(3)). */
const protectsPatient = new Set(["N781", "N782", "N783"]);

const usualActions: Readonly<Record<string, DenialAction>> = {
  "corrected-claim": "correct",
  "new-claim": "new-claim",
  appeal: "appeal",
  "send-records": "send-records",
  "rebill-other-payer": "rebill",
  "bill-patient": "bill-patient",
  "call-payer": "wait",
  wait: "wait",
  "write-off": "close",
  none: "close",
};

/**
 * What may be done about the open denials of a claim, the usual one of the largest first. Decided from
 * the denials and the claim alone: no appeal where the payer's remark or the law knows none (MA130,
 * N211, timely filing of Medicare: 42 CFR 424.44), no bill to the patient of what was not refused as
 * the patient's (group PR) or of a Medicaid patient.
 */
export function allowedActions(denialCase: DenialCase): AllowedAction[] {
  const { open } = denialCase;
  if (open.length === 0) return [];
  const largest = [...open].sort((left, right) => right.cents - left.cents)[0];
  const allowed = denialActions.filter((action) => isAllowed(action, denialCase));
  const wanted = usualActions[largest?.nextAction ?? ""];
  const usual = wanted !== undefined && allowed.includes(wanted) ? wanted : undefined;
  return allowed
    .map((action) => ({ action, isUsual: action === usual }))
    .sort((left, right) => Number(right.isUsual) - Number(left.isUsual));
}

function isAllowed(action: DenialAction, denialCase: DenialCase): boolean {
  const { open, claim, mending, lastStep } = denialCase;
  const remarks = new Set(open.flatMap(({ remarkCodes }) => remarkCodes));
  const hasRemark = (codes: ReadonlySet<string>) => [...codes].some((code) => remarks.has(code));
  const wants = (nextAction: string) => open.some((denial) => denial.nextAction === nextAction);
  switch (action) {
    case "correct": {
      if (mending !== undefined) return mending === "replacement";
      const refusal = mendingRefusal(claim, "replacement");
      const isOpen = refusal === undefined || refusal === "payer_number_missing";
      return isOpen && !hasRemark(wantsNewClaim);
    }
    case "new-claim":
      if (mending !== undefined) return mending === "resend";
      return (
        mendingRefusal(claim, "resend") === undefined &&
        (hasRemark(wantsNewClaim) || wants("new-claim"))
      );
    case "appeal":
      return !hasRemark(noAppeal) && !open.some((denial) => isUnappealable(denial, claim));
    case "send-records":
      return wants("send-records") || open.some(({ category }) => category === "documentation");
    case "rebill":
      return wants("rebill-other-payer");
    case "bill-patient":
      return (
        billableToPatient(open).length > 0 &&
        claim.filingIndicator !== "MC" &&
        !hasRemark(protectsPatient)
      );
    case "upheld":
      return lastStep === "appeal" || lastStep === "send-records";
    case "wait":
    case "close":
      return true;
  }
}

/** Those that the payer refused as the patient's own. */
export function billableToPatient<Denial extends { readonly groupCode: string }>(
  open: readonly Denial[],
): Denial[] {
  return open.filter(({ groupCode }) => groupCode === "PR");
}

function isUnappealable({ reasonCode }: OpenDenial, { filingIndicator }: MendableClaim): boolean {
  return reasonCode === "29" && (filingIndicator === "MA" || filingIndicator === "MB");
}
