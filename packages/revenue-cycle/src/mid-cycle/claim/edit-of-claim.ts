import type { WritableClaim } from "@headwater/x12";

/** Qualifiers of lines that follow from other fields of the form. */
const serviceDate = "472";
const lineNumber = "6R";

/** A claim as the form shows it: without what follows from other fields. */
export function editOf(claim: WritableClaim) {
  return {
    ...claim,
    lines: claim.lines.map((line) => ({
      ...line,
      dates: line.dates.filter(({ qualifier }) => qualifier !== serviceDate),
      references: line.references.filter(({ qualifier }) => qualifier !== lineNumber),
    })),
  };
}
