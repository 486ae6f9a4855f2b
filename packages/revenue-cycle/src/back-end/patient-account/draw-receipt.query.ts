import { drawPaper, type Paper } from "@headwater/platform/pdf/paper.ts";
import { amount, dollars, letterDate, phoneText, shortDate } from "../statement/letter-words.ts";
import { accountNumber } from "../statement/statement.ts";
import type { ReceiptAnswer } from "./receipt-answers.ts";

const left = 72;
const right = 540;

/** A receipt on paper. */
export function drawReceipt(receipt: ReceiptAnswer): Promise<Uint8Array> {
  const title = `Receipt ${receipt.number}`;
  return drawPaper({ title, writtenOn: receipt.paidOn }, (paper) => drawLetter(paper, receipt));
}

function drawLetter(paper: Paper, receipt: ReceiptAnswer): void {
  const write = (text: string, y: number, style: { size: number; isBold?: boolean }) =>
    paper.text(text, { x: left, y, width: right - left, ...style });
  let y = 64;
  y += write(receipt.practice, y, { size: 14, isBold: true });
  for (const line of receipt.practiceLines) y += write(line, y, { size: 10 });
  if (receipt.phone !== null) y += write(phoneText(receipt.phone), y, { size: 10 });
  y += 24;
  y += write(`Receipt ${receipt.number}`, y, { size: 18, isBold: true }) + 8;
  const paid = `${receipt.paidBy} paid ${dollars(receipt.cents)} on ${letterDate(receipt.paidOn)} by ${receipt.method}${receipt.reference === null ? "" : ` (${receipt.reference})`}.`;
  y += write(paid, y, { size: 11 }) + 4;
  if (receipt.account !== null)
    y += write(`Account ${accountNumber(receipt.account)}`, y, { size: 11 }) + 4;
  if (receipt.isReversed)
    y += write("This payment was taken back.", y, { size: 11, isBold: true }) + 4;
  y += 12;
  const row = (title: string, cents: number, isBold = false) => {
    paper.text(title, { x: left, y, width: 340, size: 11, isBold });
    paper.text(amount(cents), { x: right - 100, y, width: 100, size: 11, isBold, align: "right" });
    y += 18;
  };
  for (const { on, patient, cents } of receipt.parts) {
    row(
      `For ${on === null ? "a visit" : `the visit of ${shortDate(on)}`} \u00b7 ${patient}`,
      cents,
    );
  }
  if (receipt.leftCents > 0) row("Kept for your next visit or bill", receipt.leftCents);
  paper.line({ from: left, to: right, y: y - 2, grey: 0 });
  y += 4;
  row("Total paid", receipt.cents, true);
  write("Thank you.", y + 12, { size: 11 });
}
