import type { Segment } from "../../segment.ts";
import {
  adjustmentsOf,
  amountOf,
  hasUnknownAdjustment,
  isUnknown,
} from "../claims/claim-balance.ts";
import type { OpenRuleSet, ReportRule } from "../rule-set.ts";
import type { Frame } from "../walk.ts";

const groupCodes = new Set(["CO", "CR", "OA", "PI", "PR"]);
/** Adjustment reasons that explain nothing without a remark (external list 139, CORE 360). */
const needRemark = new Set("16 96 129 148 201 226 227 234 237 250 251 252 267 A1".split(" "));

/**
 * Adds up a remittance (005010X221A1 1.10.2.1): each line, each claim, and the whole payment. Positive
 * provider adjustments reduce the payment.
 */
class RemittanceBalance {
  private readonly report: ReportRule;
  private readonly strays: () => number;
  private straysBefore = 0;
  /** Whether an amount of the claim, of its open line, or of the payment cannot be read. */
  private isUnsure = false;
  private isLineUnsure = false;
  private isTotalUnsure = false;
  /** By how much the claim's lines, and the payment's claims, that do not balance pay too much. */
  private linesOff = 0;
  private claimsOff = 0;
  private payment: Segment | undefined;
  private claim: Segment | undefined;
  private line: Segment | undefined;
  private lines = 0;
  private lineCharges = 0;
  private linePayments = 0;
  private claimAdjusted = 0;
  private allAdjusted = 0;
  private patientAdjusted = 0;
  private lineAdjusted = 0;
  private claimsPaid = 0;
  /** TS3 of the open group of claims, and what has come of it. */
  private summary: Segment | undefined;
  private groupClaims = 0;
  private groupCharges = 0;
  private providerAdjusted = 0;
  private hasRemark = false;
  private remarkWanted: Segment | undefined;
  private groups = new Set<string>();
  private hasStay = false;
  private hasOutpatient = false;

  constructor(report: ReportRule, strays: () => number) {
    this.report = report;
    this.strays = strays;
  }

  readPayment(segment: Segment): void {
    this.payment = segment;
    const amount = amountOf(segment, 2);
    const handling = segment.text(1);
    const method = segment.text(4);
    if (amount < 0) this.report("X12_REMITTANCE_NEGATIVE", { segment, element: 2 });
    const isNotice = handling === "H";
    if (isNotice && (amount !== 0 || method !== "NON")) {
      this.report("X12_PAYMENT_METHOD", { segment, element: 4 });
    }
    if (method === "NON" && amount > 0) this.report("X12_PAYMENT_METHOD", { segment, element: 4 });
    if (method !== "ACH") return;
    for (const element of [5, 6, 7, 8, 9, 10, 12, 13, 14, 15]) {
      if (segment.element(element) !== undefined) continue;
      this.report("X12_PAYMENT_ACCOUNTS", { segment, element });
      return;
    }
  }

  /** TRN03 names the company of BPR10. */
  readTrace(segment: Segment): void {
    const company = this.payment?.text(10);
    const named = segment.text(3);
    if (company !== undefined && named !== undefined && company !== named) {
      this.report("X12_PAYMENT_ORIGINATOR", { segment, element: 3 });
    }
  }

  startGroup(): void {
    this.summary = undefined;
    this.groupClaims = 0;
    this.groupCharges = 0;
  }

  summarize(segment: Segment): void {
    this.summary = segment;
  }

  /** TS304 and TS305; the amounts of Medicare's own kinds beside them have no counterpart to add up. */
  endGroup(): void {
    const { summary: segment } = this;
    if (segment === undefined) return;
    if (amountOf(segment, 4) !== this.groupClaims * 100) {
      this.report("X12_REMITTANCE_SUMMARY", { segment, element: 4 });
    }
    if (amountOf(segment, 5) !== this.groupCharges) {
      this.report("X12_REMITTANCE_SUMMARY", { segment, element: 5 });
    }
  }

  startClaim(frame: Frame): void {
    [this.claim] = frame.segments;
    this.isUnsure = isUnknown(this.claim, 3) || isUnknown(this.claim, 4);
    this.straysBefore = this.strays();
    this.linesOff = 0;
    this.groupClaims += 1;
    this.groupCharges += amountOf(this.claim, 3);
    this.line = undefined;
    this.lines = 0;
    this.lineCharges = 0;
    this.linePayments = 0;
    this.claimAdjusted = 0;
    this.allAdjusted = 0;
    this.patientAdjusted = 0;
    this.hasRemark = false;
    this.remarkWanted = undefined;
    this.groups.clear();
    this.hasStay = false;
    this.hasOutpatient = false;
    this.claimsPaid += amountOf(this.claim, 4);
    this.checkStatus();
  }

  /** What CLP02 says of the amounts beside it. */
  private checkStatus(): void {
    const { claim: segment } = this;
    const status = segment?.text(2);
    const charge = amountOf(segment, 3);
    const paid = amountOf(segment, 4);
    if (status === "22") {
      if (charge > 0 || paid > 0) this.report("X12_REMITTANCE_REVERSAL", { segment, element: 3 });
    } else if ((status === "4" || status === "25") && paid !== 0) {
      this.report("X12_REMITTANCE_STATUS", { segment, element: 4 });
    }
  }

  /** MIA is of a stay, MOA of an outpatient service. */
  readOutcome(segment: Segment): void {
    if (segment.id === "MIA") this.hasStay = true;
    else this.hasOutpatient = true;
    if (this.hasStay && this.hasOutpatient) this.report("X12_REMITTANCE_OUTCOMES", { segment });
  }

  startLine(frame: Frame): void {
    [this.line] = frame.segments;
    this.lines += 1;
    this.lineAdjusted = 0;
    this.isLineUnsure = isUnknown(this.line, 2) || isUnknown(this.line, 3);
    this.groups.clear();
    this.lineCharges += amountOf(this.line, 2);
    this.linePayments += amountOf(this.line, 3);
  }

  readRemark(): void {
    this.hasRemark = true;
  }

  adjust(segment: Segment): void {
    const sum = adjustmentsOf(segment);
    const group = segment.text(1) ?? "";
    if (hasUnknownAdjustment(segment) || !groupCodes.has(group)) {
      this.isUnsure = true;
      this.isLineUnsure = true;
    }
    this.allAdjusted += sum;
    if (group === "PR") this.patientAdjusted += sum;
    if (this.line === undefined) this.claimAdjusted += sum;
    else this.lineAdjusted += sum;
    if (this.groups.has(group) && segment.element(17) === undefined) {
      this.report("X12_ADJUSTMENT_GROUP_REUSED", { segment, element: 1 });
    }
    this.groups.add(group);
    for (let element = 2; element <= 17; element += 3) {
      const reason = segment.element(element);
      if (reason !== undefined && needRemark.has(reason)) this.remarkWanted ??= segment;
    }
  }

  private get isSure(): boolean {
    return !this.isUnsure && this.strays() === this.straysBefore;
  }

  endLine(): void {
    const { line } = this;
    if (this.isLineUnsure) this.isUnsure = true;
    const off = amountOf(line, 3) - (amountOf(line, 2) - this.lineAdjusted);
    if (off === 0 || this.isLineUnsure || this.strays() !== this.straysBefore) return;
    this.linesOff += off;
    this.report("X12_REMITTANCE_LINE_BALANCE", { segment: line, element: 3 });
  }

  endClaim(): void {
    const { isSure } = this;
    if (isSure) this.balanceClaim();
    else this.isTotalUnsure = true;
    this.checkRemark();
  }

  /** What is off by as much as its lines, or as the claim, is told with these. */
  private balanceClaim(): void {
    const { claim: segment, linesOff } = this;
    const charge = amountOf(segment, 3);
    const off = amountOf(segment, 4) - (charge - this.allAdjusted);
    const isOwn = off !== 0 && off !== linesOff;
    if (isOwn) {
      this.claimsOff += off;
      this.report("X12_REMITTANCE_CLAIM_BALANCE", { segment, element: 4 });
    }
    const known = [0, -linesOff, isOwn ? off : 0];
    if (this.lines > 0 && !known.includes(this.lineCharges - charge)) {
      this.report("X12_REMITTANCE_LINE_CHARGES", { segment, element: 3 });
    }
    if (segment?.text(5) !== undefined && isUnknown(segment, 5)) return;
    const beyond = this.patientAdjusted - amountOf(segment, 5);
    if (segment?.text(2) !== "22" && ![0, linesOff, isOwn ? off : 0].includes(beyond)) {
      this.report("X12_REMITTANCE_PATIENT_RESPONSIBILITY", { segment, element: 5 });
    }
  }

  private checkRemark(): void {
    if (this.remarkWanted !== undefined && !this.hasRemark) {
      this.report("X12_REMARK_REQUIRED", { segment: this.remarkWanted, element: 2 });
    }
  }

  adjustProvider(segment: Segment): void {
    if (segment.element(4) === undefined) this.isTotalUnsure = true;
    for (let element = 4; element <= 14; element += 2) {
      if (segment.element(element) === undefined) continue;
      if (isUnknown(segment, element)) this.isTotalUnsure = true;
      this.providerAdjusted += amountOf(segment, element);
      const [reason, reference] = segment.components(element - 1);
      if ((reason === "WO" || reason === "FB") && (reference ?? "") === "") {
        const place = { segment, element: element - 1, component: 2 };
        this.report("X12_PROVIDER_ADJUSTMENT_REFERENCE", place);
      }
    }
  }

  end(): void {
    const { payment: segment } = this;
    if (segment === undefined || isUnknown(segment, 2)) return;
    if (this.isTotalUnsure || this.strays() > 0) return;
    const off = amountOf(segment, 2) - (this.claimsPaid - this.providerAdjusted);
    if (off !== 0 && off !== -this.claimsOff) {
      this.report("X12_REMITTANCE_TOTAL", { segment, element: 2 });
    }
  }
}

/** Balancing and cross-checks of the 835. */
export const remittanceRules: OpenRuleSet = ({ report, strays }) => {
  const balance = new RemittanceBalance(report, strays);
  const readRemarks = (segment: Segment, first: number, last: number) => {
    for (let element = first; element <= last; element += 1) {
      if (segment.element(element) !== undefined) balance.readRemark();
    }
  };
  return {
    opens: {
      "2000": () => balance.startGroup(),
      "2100": (frame) => balance.startClaim(frame),
      "2110": (frame) => balance.startLine(frame),
    },
    segments: {
      "TS3@2000": (segment) => balance.summarize(segment),
      "BPR@ST": (segment) => balance.readPayment(segment),
      "TRN@ST": (segment) => balance.readTrace(segment),
      "CAS@2100": (segment) => balance.adjust(segment),
      "CAS@2110": (segment) => balance.adjust(segment),
      "MOA@2100": (segment) => {
        balance.readOutcome(segment);
        readRemarks(segment, 3, 7);
      },
      "MIA@2100": (segment) => {
        balance.readOutcome(segment);
        readRemarks(segment, 5, 5);
        readRemarks(segment, 20, 23);
      },
      "LQ@2110": () => balance.readRemark(),
      "PLB@ST": (segment) => balance.adjustProvider(segment),
    },
    loops: {
      "2110": () => balance.endLine(),
      "2100": () => balance.endClaim(),
      "2000": () => balance.endGroup(),
      ST: () => balance.end(),
    },
  };
};
