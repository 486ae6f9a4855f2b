export const responsibilityDirections = ["to-patient", "to-payer"] as const;

export type ResponsibilityDirection = (typeof responsibilityDirections)[number];

/** What of a line may move, in cents. */
export type MovableLine = {
  readonly lineNumber: number;
  readonly openInsurance: number;
  readonly openPatient: number;
  /** What a payer refused as the provider's own obligation (group CO): never the patient's. */
  readonly providerOwn: number;
};

export type MovableClaim = {
  readonly isOvertaken: boolean;
  /** The patient may not be billed by law. */
  readonly isPatientProtected: boolean;
  readonly lines: readonly MovableLine[];
};

export type WantedMove = {
  readonly direction: ResponsibilityDirection;
  readonly lines: readonly { readonly lineNumber: number; readonly cents: number }[];
};

export type ResponsibilityRefusal =
  | "claim_overtaken"
  | "patient_protected"
  | "line_unknown"
  | "line_twice"
  | "beyond_open"
  | "patient_not_liable";

/**
 * Whether a person may move what he wants: only what is open with whom it leaves, line by line, and to
 * the patient neither what the law protects him from nor what a payer refused as the provider's own
 * obligation. Undefined is yes.
 */
export function judgeResponsibility(
  claim: MovableClaim,
  { direction, lines }: WantedMove,
): ResponsibilityRefusal | undefined {
  if (claim.isOvertaken) return "claim_overtaken";
  const isToPatient = direction === "to-patient";
  if (isToPatient && claim.isPatientProtected) return "patient_protected";
  const known = new Map(claim.lines.map((line) => [line.lineNumber, line]));
  const numbers = new Set(lines.map(({ lineNumber }) => lineNumber));
  if (numbers.size < lines.length) return "line_twice";
  for (const { lineNumber, cents } of lines) {
    const line = known.get(lineNumber);
    if (line === undefined) return "line_unknown";
    if (cents > (isToPatient ? line.openInsurance : line.openPatient)) return "beyond_open";
    if (isToPatient && cents > line.openInsurance - line.providerOwn) return "patient_not_liable";
  }
  return undefined;
}
