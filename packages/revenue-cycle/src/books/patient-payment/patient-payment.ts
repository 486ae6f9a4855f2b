/** A patient's payment as a row of a file tells it. */
export type PatientPaymentRow = {
  readonly rowNumber: number;
  readonly paidOn: string;
  readonly patientControlNumber: string;
  readonly cents: number;
  readonly method: string;
  readonly receipt: string;
};

/** Names the fact that a patient's payment is; its postings carry it as their reason. */
export const patientPaymentKey = (patientPaymentId: number): string =>
  `patient-payment:${patientPaymentId}`;

/** Where a payment was taken. */
export const paymentPlaces = ["desk", "post", "telephone", "online"] as const;
export type PaymentPlace = (typeof paymentPlaces)[number];

/** The number on the receipt of one payment; those of check-ins are numbered by the check-in. */
export function paymentReceiptNumber(day: string, patientPaymentId: number): string {
  return `R${day.slice(2).replaceAll("-", "")}-P${patientPaymentId}`;
}

/** What makes two rows the same payment, but for how often it occurs. */
export function samePayment(row: Omit<PatientPaymentRow, "rowNumber">): string {
  return JSON.stringify([row.receipt, row.paidOn, row.patientControlNumber, row.cents, row.method]);
}

/** A part of a payment: to what is open on a line, or to the patient's credit on it. */
export type PaymentPart = {
  readonly lineNumber: number;
  readonly account: "patient-receivable" | "patient-credit";
  readonly cents: number;
};

/**
 * Divides a payment: line by line to what the patient owes, the rest as credit on the first line.
 * Lines are given in their order.
 */
export function divideOverLines(
  cents: number,
  lines: readonly { readonly lineNumber: number; readonly openPatient: number }[],
): PaymentPart[] {
  const parts: PaymentPart[] = [];
  let left = cents;
  for (const { lineNumber, openPatient } of lines) {
    const taken = Math.min(left, openPatient);
    if (taken > 0) parts.push({ lineNumber, account: "patient-receivable", cents: taken });
    left -= Math.max(0, taken);
  }
  const first = lines[0];
  if (left > 0 && first !== undefined) {
    parts.push({ lineNumber: first.lineNumber, account: "patient-credit", cents: left });
  }
  return parts;
}
