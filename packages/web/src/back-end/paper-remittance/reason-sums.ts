import { readPaperReasons } from "@headwater/revenue-cycle/back-end/paper-remittance/paper-entry.ts";

/** What a line's reasons come to: all of them, and what of it is the patient's. */
export function reasonSums(reasons: string): { readonly all: number; readonly patient: number } {
  const read = readPaperReasons(reasons)?.adjustments ?? [];
  const sum = (rows: typeof read) => rows.reduce((total, { cents }) => total + cents, 0);
  return { all: sum(read), patient: sum(read.filter(({ groupCode }) => groupCode === "PR")) };
}
