import { compareText } from "../../books/compare-text.ts";
import { applyTransfer, type Receivable } from "../../books/receivable/receivable.ts";
import type { DecidedPosting } from "./decide-posting.ts";
import type { FactKey } from "./posting.ts";
import { lineTransfer } from "./settle-line.ts";

/** What a person moved of a line from the payers to the patient, or back: a fact that the books follow. */
export type ResponsibilityTransfer = {
  readonly transferId: number;
  readonly lineNumber: number;
  readonly direction: "to-patient" | "to-payer";
  readonly cents: number;
  readonly movedOn: string;
};

export const responsibilityPrefix = "responsibility-transfer:";

/** Names the fact within its claim. */
export function responsibilityKey({ transferId }: { readonly transferId: number }): FactKey {
  return `${responsibilityPrefix}${transferId}`;
}

/**
 * Moves what is open after everything that payers said and a person gave up, in the order of the days:
 * never more than is open there. What the patient pays afterwards meets what is left to him.
 */
export function settleResponsibility(
  receivables: ReadonlyMap<number, Receivable>,
  transfers: readonly ResponsibilityTransfer[],
): DecidedPosting[] {
  const sorted = [...transfers].sort(
    (left, right) => compareText(left.movedOn, right.movedOn) || left.transferId - right.transferId,
  );
  return sorted.map((fact) => {
    const named = receivables.get(fact.lineNumber);
    const lines = named === undefined ? [...receivables] : [[fact.lineNumber, named] as const];
    const isToPatient = fact.direction === "to-patient";
    let left = fact.cents;
    const moved = lines.flatMap(([lineNumber, receivable]) => {
      const open = isToPatient ? receivable.openInsurance : receivable.openPatient;
      const cents = Math.min(left, open);
      if (cents <= 0) return [];
      left -= cents;
      const transfer = lineTransfer(lineNumber, {
        debit: isToPatient ? "patient-receivable" : "insurance-receivable",
        credit: isToPatient ? "insurance-receivable" : "patient-receivable",
        cents,
      });
      applyTransfer(receivable, transfer);
      receivable.denied = Math.min(receivable.denied, receivable.openInsurance);
      return [{ ...transfer, effectiveOn: undefined }];
    });
    return { key: responsibilityKey(fact), transfers: moved };
  });
}
