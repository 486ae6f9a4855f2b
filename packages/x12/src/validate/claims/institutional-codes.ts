import type { Segment } from "../../segment.ts";
import type { OpenRuleSet, ReportRule } from "../rule-set.ts";
import type { Frame } from "../walk.ts";
import { judgeMedicareBill } from "./institutional-medicare.ts";

/** What the codes of one institutional claim say, by the list that they are of. */
export type BillFacts = {
  readonly claim: Segment | undefined;
  /** CLM05-1 and CLM05-3. */
  readonly bill: string;
  readonly frequency: string;
  readonly conditions: ReadonlySet<string>;
  readonly occurrences: ReadonlySet<string>;
  /** Amounts as written, by value code. */
  readonly values: ReadonlyMap<string, string>;
  readonly hasPresence: boolean;
  readonly statement: Segment | undefined;
  readonly isAdmitted: boolean;
  /** CL103. */
  readonly patientStatus: string;
};

type OpenFacts = { -readonly [K in keyof BillFacts]: BillFacts[K] };

const outpatientBills = new Set("13 14 22 23 71 72 73 74 75 76 77 83 85".split(" "));
const externalCause = /^[V-Y]/;
const accommodation = /^0(1\d|2[01])\d$/;

/** Collects the codes of a claim, and judges those that stand in the wrong place. */
class BillCodes {
  private readonly report: ReportRule;
  private open: OpenFacts = noFacts(undefined);
  private conditions = new Set<string>();
  private occurrences = new Set<string>();
  private values = new Map<string, string>();
  private principal: Segment | undefined;
  private other: Segment | undefined;
  private hasState = false;

  constructor(report: ReportRule) {
    this.report = report;
  }

  startClaim(frame: Frame): void {
    this.open = noFacts(frame.segments[0]);
    this.conditions = new Set();
    this.occurrences = new Set();
    this.values = new Map();
    this.principal = undefined;
    this.other = undefined;
    this.hasState = false;
  }

  readStatus(segment: Segment): void {
    this.open.patientStatus = segment.text(3) ?? "";
  }

  readDate(segment: Segment): void {
    if (segment.element(1) === "434") this.open.statement = segment;
    if (segment.element(1) === "435") this.open.isAdmitted = true;
  }

  readReference(segment: Segment): void {
    if (segment.element(1) === "LU") this.hasState = true;
  }

  readCodes(segment: Segment): void {
    for (let element = 1; element <= 12; element += 1) {
      const parts = segment.components(element);
      const [list, code = ""] = parts;
      if (list === undefined) return;
      this.readCode(segment, { list, code, parts, element });
    }
  }

  private readCode(segment: Segment, at: Code): void {
    const { list, code, parts, element } = at;
    switch (list) {
      case "BG":
        this.conditions.add(code);
        return;
      case "BH":
        this.occurrences.add(code);
        return;
      case "BE":
        this.values.set(code, parts[4] ?? "");
        return;
      case "BBR":
        this.principal = segment;
        return;
      case "BBQ":
        this.other ??= segment;
        return;
      case "ABN":
        if (!externalCause.test(code)) {
          this.report("X12_EXTERNAL_CAUSE_CODE", { segment, element, component: 2 });
        }
    }
    if (parts[8] !== undefined && parts[8] !== "") this.open.hasPresence = true;
  }

  readService(segment: Segment): void {
    if (accommodation.test(segment.text(1) ?? "") && segment.text(4) !== "DA") {
      this.report("X12_ACCOMMODATION_DAYS", { segment, element: 4 });
    }
  }

  /** The facts of the claim, once all of it is there. */
  endClaim(): BillFacts {
    const { open, principal, other } = this;
    const { claim: segment, frequency, patientStatus } = open;
    open.conditions = this.conditions;
    open.occurrences = this.occurrences;
    open.values = this.values;
    const isCar = this.occurrences.has("01") || this.occurrences.has("02");
    if (isCar && !this.hasState) this.report("X12_AUTOMOBILE_STATE", { segment, missing: "REF" });
    if (other !== undefined && principal === undefined) {
      this.report("X12_PROCEDURE_PRINCIPAL", { segment: other, missing: "HI" });
    }
    const procedure = principal ?? other;
    if (procedure !== undefined && outpatientBills.has(open.bill)) {
      this.report("X12_PROCEDURE_OUTPATIENT", { segment: procedure, element: 1, component: 2 });
    }
    const goesOn = patientStatus === "30";
    const isPart = frequency === "2" || frequency === "3";
    const isWhole = frequency === "1" || frequency === "4";
    if (open.bill === "11" && ((isPart && !goesOn) || (isWhole && goesOn))) {
      this.report("X12_PATIENT_STATUS", { segment, element: 5, component: 3 });
    }
    return open;
  }
}

type Code = {
  readonly list: string;
  readonly code: string;
  readonly parts: readonly string[];
  readonly element: number;
};

function noFacts(claim: Segment | undefined): OpenFacts {
  return {
    claim,
    bill: claim?.component(5, 1) ?? "",
    frequency: claim?.component(5, 3) ?? "",
    conditions: new Set(),
    occurrences: new Set(),
    values: new Map(),
    hasPresence: false,
    statement: undefined,
    isAdmitted: false,
    patientStatus: "",
  };
}

/** Condition, occurrence, value and procedure codes of the institutional guide, and Medicare's own rules. */
export const institutionalCodeRules: OpenRuleSet = ({ report }) => {
  const codes = new BillCodes(report);
  let subscriber: Segment | undefined;
  const isMedicare = () => {
    const filing = subscriber?.text(9);
    return filing === "MA" || filing === "MB";
  };
  return {
    opens: { "2300": (frame) => codes.startClaim(frame) },
    segments: {
      "SBR@2000B": (segment) => {
        subscriber = segment;
      },
      "CL1@2300": (segment) => codes.readStatus(segment),
      "DTP@2300": (segment) => codes.readDate(segment),
      "REF@2300": (segment) => codes.readReference(segment),
      "HI@2300": (segment) => codes.readCodes(segment),
      "SV2@2400": (segment) => {
        codes.readService(segment);
        const isRate = /^002[234]$/.test(segment.text(1) ?? "");
        if (isRate && isMedicare() && segment.component(2, 1) !== "HP") {
          report("X12_MEDICARE_RATE_CODE", { segment, element: 2, component: 1 });
        }
      },
    },
    loops: {
      "2300": () => {
        const facts = codes.endClaim();
        if (isMedicare()) judgeMedicareBill(facts, { report, sequence: subscriber?.text(1) });
      },
    },
  };
};
