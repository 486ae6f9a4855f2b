import type { Segment } from "../../segment.ts";
import { centsOf } from "../../values.ts";
import type { OpenRuleSet, ReportRule } from "../rule-set.ts";
import type { Frame } from "../walk.ts";

/** Cents of an element; absent or malformed counts as zero, which other checks report. */
export function amountOf(segment: Segment | undefined, element: number): number {
  const text = segment?.text(element);
  if (text === undefined) return 0;
  const cents = centsOf(text);
  return typeof cents === "number" ? cents : 0;
}

/** Whether an amount that must be there is missing or malformed, so that no sum with it can be judged. */
export function isUnknown(segment: Segment | undefined, element: number): boolean {
  const text = segment?.text(element);
  return text === undefined || typeof centsOf(text) !== "number";
}

/** Whether any amount of a CAS segment is. */
export function hasUnknownAdjustment(segment: Segment): boolean {
  for (let element = 3; element <= 18; element += 3) {
    const isThere = element === 3 || segment.element(element) !== undefined;
    if (isThere && isUnknown(segment, element)) return true;
  }
  return false;
}

/** Sum of the amounts of a CAS segment. */
export function adjustmentsOf(segment: Segment): number {
  let sum = 0;
  for (let element = 3; element <= 18; element += 3) {
    if (segment.element(element) !== undefined) sum += amountOf(segment, element);
  }
  return sum;
}

type OtherPayer = {
  readonly entry: Segment | undefined;
  id: string | undefined;
  sequence: string | undefined;
  paid: Segment | undefined;
  /** AMT*A8: known not to cover the claim, and therefore not asked. */
  notCovered: Segment | undefined;
  adjusted: number;
  hasAdjustments: boolean;
  dated: boolean;
  linesPaid: number;
  hasLines: boolean;
};

type LineDecision = { readonly segment: Segment; readonly payer: string; sum: number };

const newPayer = (entry: Segment | undefined): OtherPayer => ({
  entry,
  id: undefined,
  sequence: entry?.text(1),
  paid: undefined,
  notCovered: undefined,
  adjusted: 0,
  hasAdjustments: false,
  dated: false,
  linesPaid: 0,
  hasLines: false,
});

/**
 * Adds up one claim: its lines against its charge (005010X222A1 2300 CLM02), and what other payers paid
 * and adjusted against what was charged (1.4.4 of the same).
 */
class ClaimBalance {
  private readonly report: ReportRule;
  private readonly strays: () => number;
  private straysBefore = 0;
  private claim: Segment | undefined;
  /** Whether an amount of the claim, or of the open line, cannot be read. */
  private isUnsure = false;
  private isLineUnsure = false;
  private isLineCharged = false;
  /** A line names a payer that the claim does not: what payers paid for lines is not known. */
  private hasUnknownPayer = false;
  /** By how much lines that do not balance charge too much for it. */
  private linesOff = 0;
  private lines = 0;
  private lineCharge = 0;
  private charges = 0;
  private payers: OtherPayer[] = [];
  private decisions: LineDecision[] = [];
  private bundled: Segment[] = [];

  constructor(report: ReportRule, strays: () => number) {
    this.report = report;
    this.strays = strays;
  }

  startClaim(frame: Frame): void {
    this.claim = frame.segments[0];
    this.straysBefore = this.strays();
    this.isUnsure = false;
    this.hasUnknownPayer = false;
    this.linesOff = 0;
    this.lines = 0;
    this.charges = 0;
    if (this.payers.length > 0) this.payers = [];
    if (this.bundled.length > 0) this.bundled = [];
  }

  startLine(): void {
    this.lines += 1;
    this.lineCharge = 0;
    this.isLineUnsure = false;
    this.isLineCharged = false;
    if (this.decisions.length > 0) this.decisions = [];
  }

  charge(segment: Segment, element: number): void {
    this.isLineCharged = true;
    if (isUnknown(segment, element)) this.isLineUnsure = true;
    this.lineCharge = amountOf(segment, element);
    this.charges += this.lineCharge;
  }

  startPayer(frame: Frame): void {
    this.payers.push(newPayer(frame.segments[0]));
  }

  get payer(): OtherPayer | undefined {
    return this.payers[this.payers.length - 1];
  }

  adjustPayer(segment: Segment): void {
    const { payer } = this;
    if (payer === undefined) return;
    if (hasUnknownAdjustment(segment)) this.isUnsure = true;
    payer.adjusted += adjustmentsOf(segment);
    payer.hasAdjustments = true;
  }

  payPayer(segment: Segment): void {
    const { payer } = this;
    if (payer === undefined) return;
    if (segment.text(1) === "D") payer.paid = segment;
    if (segment.text(1) === "A8") payer.notCovered = segment;
  }

  /** REF04 of a number that another payer gave: the payer must be on the claim. */
  refer(segment: Segment): void {
    if (segment.component(4, 1) !== "2U") return;
    const payer = segment.component(4, 2);
    if (payer === undefined || this.payers.some(({ id }) => id === payer)) return;
    this.report("X12_OTHER_PAYER_UNKNOWN", { segment, element: 4, component: 2 });
  }

  decide(segment: Segment): void {
    const payer = segment.text(1) ?? "";
    this.decisions.push({ segment, payer, sum: amountOf(segment, 2) });
    if (segment.element(6) !== undefined) this.bundled.push(segment);
    if (isUnknown(segment, 2)) this.isLineUnsure = true;
    const known = this.payers.find(({ id }) => id === payer);
    if (known === undefined) {
      this.hasUnknownPayer = true;
      this.report("X12_OTHER_PAYER_UNKNOWN", { segment, element: 1 });
      return;
    }
    known.linesPaid += amountOf(segment, 2);
    known.hasLines = true;
  }

  adjustLine(segment: Segment): void {
    const decision = this.decisions[this.decisions.length - 1];
    if (hasUnknownAdjustment(segment)) this.isLineUnsure = true;
    if (decision !== undefined) decision.sum += adjustmentsOf(segment);
  }

  endLine(): void {
    if (this.isLineUnsure || !this.isLineCharged) this.isUnsure = true;
    if (this.isUnsure || this.strays() !== this.straysBefore) return;
    let off = 0;
    for (const { segment, payer } of this.decisions) {
      const same = this.decisions.filter((one) => one.payer === payer);
      if (same[0]?.segment !== segment) continue;
      const sum = same.reduce((total, one) => total + one.sum, 0);
      if (sum === this.lineCharge) continue;
      off = this.lineCharge - sum;
      this.report("X12_OTHER_PAYER_LINE_BALANCE", { segment, element: 2, loop: "2430" });
    }
    this.linesOff += off;
  }

  endClaim(): void {
    const segment = this.claim;
    const charge = amountOf(segment, 2);
    const isSure = !this.isUnsure && this.strays() === this.straysBefore && segment !== undefined;
    // A line's wrong charge is told with the line where another payer's decision shows it.
    const isOff = charge !== this.charges && this.charges - charge !== this.linesOff;
    if (isSure && this.lines > 0 && isOff) {
      this.report("X12_CLAIM_CHARGE", { segment, element: 2 });
    }
    if (isSure && !this.hasUnknownPayer) {
      for (const payer of this.payers) this.endPayer(payer, charge);
    }
    for (const decision of this.bundled) {
      const line = Number(decision.text(6));
      if (line >= 1 && line <= this.lines) continue;
      this.report("X12_BUNDLED_LINE", { segment: decision, element: 6, loop: "2430" });
    }
  }

  /** Sequences of the claim's payers must differ; unknown ones (U) may repeat. */
  checkSequences(destination: string | undefined): void {
    const seen = new Set([destination]);
    for (const { entry, sequence } of this.payers) {
      if (sequence !== undefined && sequence !== "U" && seen.has(sequence)) {
        this.report("X12_PAYER_SEQUENCE_REUSED", { segment: entry, element: 1, loop: "2320" });
      }
      seen.add(sequence);
    }
  }

  /** A payer that decided something says what it paid; one that was not asked covers nothing. */
  private endUnpaid(payer: OtherPayer, charge: number): void {
    const { entry, notCovered, hasAdjustments, hasLines } = payer;
    if (hasAdjustments || hasLines) {
      this.report("X12_OTHER_PAYER_PAID", { segment: entry, loop: "2320", missing: "AMT" });
    } else if (notCovered !== undefined && amountOf(notCovered, 2) !== charge) {
      const place = { segment: notCovered, element: 2, loop: "2320" };
      this.report("X12_OTHER_PAYER_NOT_COVERED", place);
    }
  }

  private endPayer(payer: OtherPayer, charge: number): void {
    const { paid, entry, adjusted, hasLines, linesPaid, dated } = payer;
    if (paid === undefined) {
      this.endUnpaid(payer, charge);
      return;
    }
    if (isUnknown(paid, 2)) return;
    const amount = amountOf(paid, 2);
    if (!dated && !hasLines) {
      this.report("X12_ADJUDICATION_DATE", { segment: entry, loop: "2330B", missing: "DTP" });
    }
    if (hasLines && amount !== linesPaid - adjusted) {
      this.report("X12_OTHER_PAYER_TOTAL", { segment: paid, element: 2, loop: "2320" });
    }
    if (!hasLines && amount + adjusted !== charge) {
      this.report("X12_OTHER_PAYER_CLAIM_BALANCE", { segment: paid, element: 2, loop: "2320" });
    }
  }
}

/** Loops of a line whose numbers may be another payer's. */
const lineLoops = ["2400", "2420A", "2420B", "2420C", "2420D", "2420E", "2420F"];

/** Balancing of 837P, 837I and 837D. */
export const claimBalanceRules: OpenRuleSet = ({ report, guide, frames, strays }) => {
  const balance = new ClaimBalance(report, strays);
  const subscriber = guide.loops.find(({ id }) => id === "2000B");
  const refer = (segment: Segment) => balance.refer(segment);
  const slot = subscriber?.candidates.get("SBR")?.[0]?.plan.slot ?? 0;
  return {
    opens: {
      "2300": (frame) => balance.startClaim(frame),
      "2400": () => balance.startLine(),
      "2320": (frame) => balance.startPayer(frame),
    },
    segments: {
      ...Object.fromEntries(lineLoops.map((loop) => [`REF@${loop}`, refer])),
      "SV1@2400": (segment) => balance.charge(segment, 2),
      "SV2@2400": (segment) => balance.charge(segment, 3),
      "SV3@2400": (segment) => balance.charge(segment, 2),
      "CAS@2320": (segment) => balance.adjustPayer(segment),
      "AMT@2320": (segment) => balance.payPayer(segment),
      "NM1@2330B": (segment) => {
        if (balance.payer !== undefined) balance.payer.id = segment.text(9);
      },
      "DTP@2330B": () => {
        if (balance.payer !== undefined) balance.payer.dated = true;
      },
      "SVD@2430": (segment) => balance.decide(segment),
      "CAS@2430": (segment) => balance.adjustLine(segment),
    },
    loops: {
      "2400": () => balance.endLine(),
      "2300": () => {
        balance.endClaim();
        const sbr = subscriber === undefined ? undefined : frames[subscriber.index]?.segments[slot];
        balance.checkSequences(sbr?.text(1));
      },
    },
  };
};
