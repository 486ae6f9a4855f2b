import type { TransferRow } from "./transfer-answers.ts";

type Column = {
  readonly title: string;
  readonly kind: "text" | "cents" | "date" | "number" | "instant";
  readonly value: (row: TransferRow) => string | number | null;
};

/** The columns of an exported list of transfers. */
export const transferColumns: readonly Column[] = [
  { title: "Transfer", kind: "number", value: (row) => row.id },
  { title: "Effective", kind: "date", value: (row) => row.effectiveOn },
  { title: "Recorded", kind: "instant", value: (row) => row.recordedAt },
  { title: "Claim", kind: "text", value: (row) => row.cause.patientControlNumber },
  { title: "Line", kind: "number", value: (row) => row.lineNumber },
  { title: "Debit", kind: "text", value: (row) => row.debit.name },
  { title: "Credit", kind: "text", value: (row) => row.credit.name },
  { title: "Amount", kind: "cents", value: (row) => row.cents },
  { title: "Group", kind: "text", value: (row) => row.groupCode },
  { title: "Reason", kind: "text", value: (row) => row.reasonCode },
  { title: "Cause", kind: "text", value: (row) => row.cause.kind },
  { title: "Trace number", kind: "text", value: (row) => row.cause.traceNumber },
  { title: "Takes back", kind: "number", value: (row) => row.reverses },
];
