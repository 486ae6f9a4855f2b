/** What a line stands at, as far as giving up on it needs. */
export type WritableLine = {
  readonly lineNumber: number;
  /** Still expected from payers, in cents. */
  readonly openInsurance: number;
  /** The part of it that a payer refused. */
  readonly denied: number;
};

export type WriteOffLine = { readonly lineNumber: number; readonly cents: number };

/** What of a claim is given up: what was refused, all that is open, or what a person typed. */
export type WriteOffScope = "denied" | "open" | readonly WriteOffLine[];

export type WriteOffRefusal =
  | "claim_unknown"
  /** Replaced or void: what is open stands on the version after it. */
  | "claim_replaced"
  | "write_off_of_unknown_line"
  | "write_off_beyond_open"
  | "nothing_to_write_off"
  | "approval_waiting";

/** The lines and cents to give up, or why not. */
export function decideWriteOff(
  claim: { readonly isReplaced: boolean; readonly lines: readonly WritableLine[] },
  scope: WriteOffScope,
):
  | { readonly is: "lines"; readonly lines: readonly WriteOffLine[]; readonly cents: number }
  | { readonly is: "refused"; readonly code: WriteOffRefusal } {
  if (claim.isReplaced) return { is: "refused", code: "claim_replaced" };
  const open = new Map(claim.lines.map((line) => [line.lineNumber, line]));
  const wanted =
    typeof scope === "string"
      ? claim.lines.map(({ lineNumber, denied, openInsurance }) => ({
          lineNumber,
          cents: scope === "denied" ? denied : openInsurance,
        }))
      : scope;
  const lines = wanted.filter(({ cents }) => cents > 0);
  const taken = new Map<number, number>();
  for (const { lineNumber, cents } of lines) {
    const line = open.get(lineNumber);
    if (line === undefined) return { is: "refused", code: "write_off_of_unknown_line" };
    const sum = (taken.get(lineNumber) ?? 0) + cents;
    if (sum > line.openInsurance) return { is: "refused", code: "write_off_beyond_open" };
    taken.set(lineNumber, sum);
  }
  const cents = lines.reduce((sum, line) => sum + line.cents, 0);
  if (cents === 0) return { is: "refused", code: "nothing_to_write_off" };
  return { is: "lines", lines, cents };
}
