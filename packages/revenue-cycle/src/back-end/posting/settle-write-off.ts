import { compareText } from "../../books/compare-text.ts";
import { applyTransfer, type Receivable } from "../../books/receivable/receivable.ts";
import type { DecidedPosting } from "./decide-posting.ts";
import type { FactKey } from "./posting.ts";
import { lineTransfer } from "./settle-line.ts";

/** What a person gave up of what a payer was expected to pay on a line: a fact that the books follow. */
export type InsuranceWriteOff = {
  readonly writeOffId: number;
  readonly lineNumber: number;
  readonly cents: number;
  readonly writtenOffOn: string;
};

export const insuranceWriteOffPrefix = "insurance-write-off:";

/** Names the fact within its claim. */
export function insuranceWriteOffKey({ writeOffId }: { readonly writeOffId: number }): FactKey {
  return `${insuranceWriteOffPrefix}${writeOffId}`;
}

/** Whether a fact is such a write-off. */
export function isInsuranceWriteOff(key: FactKey): boolean {
  return key.startsWith(insuranceWriteOffPrefix);
}

/**
 * Writes off what is still expected, after everything that payers said: so a payment that comes later
 * takes the place of the write-off, and nothing is given up that was paid. A write-off of a line that the
 * claim does not have, because it was given up on a version before, meets the lines in their order.
 */
export function settleWriteOffs(
  receivables: ReadonlyMap<number, Receivable>,
  writeOffs: readonly InsuranceWriteOff[],
): DecidedPosting[] {
  const sorted = [...writeOffs].sort(
    (left, right) =>
      compareText(left.writtenOffOn, right.writtenOffOn) || left.writeOffId - right.writeOffId,
  );
  return sorted.map((writeOff) => {
    const named = receivables.get(writeOff.lineNumber);
    const lines = named === undefined ? [...receivables] : [[writeOff.lineNumber, named] as const];
    let left = writeOff.cents;
    const transfers = lines.flatMap(([lineNumber, receivable]) => {
      const cents = Math.min(left, receivable.openInsurance);
      if (cents <= 0) return [];
      left -= cents;
      const moved = lineTransfer(lineNumber, {
        debit: "write-off",
        credit: "insurance-receivable",
        cents,
      });
      applyTransfer(receivable, moved);
      receivable.denied = Math.min(receivable.denied, receivable.openInsurance);
      return [{ ...moved, effectiveOn: undefined }];
    });
    return { key: insuranceWriteOffKey(writeOff), transfers };
  });
}
