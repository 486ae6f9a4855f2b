import { isCentsRefusal, parseCents } from "@headwater/ledger";
import type { RemittanceAdjustment } from "../remittance/remittance.ts";

/** How a payer pays beside paper: by check, electronically, or nothing at all. */
export const paperMethods = ["CHK", "ACH", "NON"] as const;

/** How the payer adjudicated: first, second, third, or not at all (CLP02). */
export const paperStatuses = ["1", "2", "3", "4"] as const;

/** One service line as typed; a line of which nothing is typed is not on the paper. */
export type PaperLine = {
  readonly lineNumber: number;
  readonly allowed: string;
  readonly paid: string;
  /** `CO45 40.00 PR2 20.00 N130`: adjustments with their amounts, and remark codes. */
  readonly reasons: string;
};

export type PaperClaim = {
  readonly claimId: number;
  readonly statusCode: (typeof paperStatuses)[number];
  /** The payer's own number of the claim. */
  readonly payerClaimNumber: string;
  /** What the paper says the claim was paid; empty where it says it by line alone. */
  readonly paid: string;
  readonly lines: readonly PaperLine[];
};

/** An amount that belongs to no claim, as interest or an earlier overpayment (PLB). */
export type PaperAdjustment = {
  readonly reasonCode: string;
  readonly reference: string;
  /** Positive takes from the payment. */
  readonly amount: string;
};

/** A remittance on paper as it is typed: every amount is still its text. */
export type PaperEntry = {
  readonly payerId: number | null;
  readonly method: (typeof paperMethods)[number];
  /** Number of the check or payment. */
  readonly traceNumber: string;
  readonly paidOn: string;
  readonly paid: string;
  /** Why it is typed in, kept with what it posts. */
  readonly remark: string;
  readonly claims: readonly PaperClaim[];
  readonly adjustments: readonly PaperAdjustment[];
};

/** Cents of an amount as people type it: `$1,145.50`, `-3`; empty or no amount is undefined. */
export function readPaperAmount(text: string): number | undefined {
  const bare = text
    .trim()
    .replace(/^(-?)\$\s*/, "$1")
    .replace(/,(?=\d{3}(?:\D|$))/g, "");
  if (bare === "") return undefined;
  const cents = parseCents(bare);
  return isCentsRefusal(cents) ? undefined : cents;
}

export type PaperReasons = {
  readonly adjustments: readonly Omit<RemittanceAdjustment, "quantity">[];
  readonly remarkCodes: readonly string[];
};

const adjustmentToken =
  /\s*(CO|PR|OA|PI|CR)\s*-?\s*([A-Z]?\d{1,3})\s+(-?\$?(?:\d{1,3}(?:,\d{3})+|\d*)\.?\d*)(?=[\s,;]|$)/y;
const remarkToken = /\s*((?:MA|M|N)\d{1,4})(?=[\s,;]|$)/y;
const separator = /[\s,;]*/y;

/**
 * Reads the reasons of a line: group, reason and amount, as often as the paper has them, and remark
 * codes between. Undefined where something is neither.
 */
export function readPaperReasons(text: string): PaperReasons | undefined {
  const typed = text.trim().toUpperCase();
  const adjustments: Omit<RemittanceAdjustment, "quantity">[] = [];
  const remarkCodes: string[] = [];
  for (let at = 0; at < typed.length; ) {
    const remark = matchAt(remarkToken, typed, at);
    const adjustment = remark ? null : matchAt(adjustmentToken, typed, at);
    const end = at + (remark ?? adjustment ?? [""])[0].length;
    if (remark?.[1] !== undefined) remarkCodes.push(remark[1]);
    else {
      const cents = readPaperAmount(adjustment?.[3] ?? "");
      const [, groupCode, reasonCode] = adjustment ?? [];
      if (groupCode === undefined || reasonCode === undefined || !cents) return undefined;
      adjustments.push({ groupCode, reasonCode, cents });
    }
    at = end + (matchAt(separator, typed, end)?.[0].length ?? 0);
  }
  return { adjustments, remarkCodes };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Whether anything of a line is typed. */
export function isLineTyped({ allowed, paid, reasons }: PaperLine): boolean {
  return `${allowed}${paid}${reasons}`.trim() !== "";
}

/** An entry of which nothing is typed. */
export function emptyPaper(paidOn: string): PaperEntry {
  return {
    payerId: null,
    method: "CHK",
    traceNumber: "",
    paidOn,
    paid: "",
    remark: "",
    claims: [],
    adjustments: [],
  };
}
