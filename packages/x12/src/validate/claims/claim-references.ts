import type { Segment } from "../../segment.ts";
import { civilDate } from "../../values.ts";
import type { OpenRuleSet, ReportRule } from "../rule-set.ts";

/** Claim numbers remembered per set to find one used twice. */
const rememberedClaims = 100_000;
const tenthRevisionSince = "20151001";
/** Dates of a claim that lie in the past by their nature. */
const pastKinds = new Set(["431", "454", "304", "453", "439", "455", "471", "435", "050"]);

/** Cross-references of one claim: diagnoses and pointers, numbers that must differ, dates. */
class ClaimReferences {
  private readonly report: ReportRule;
  private readonly today: string | undefined;
  private readonly claimNumbers = new Set<string>();
  private lineNumbers = new Set<string>();
  private diagnoses: string[] = [];
  private diagnosisSegment: Segment | undefined;
  private hasTenth = false;
  private hasNinth = false;
  private lines = 0;
  private nextLine = "";
  private earliest: string | undefined;
  private latest: string | undefined;
  birth: string | undefined;

  /** Whether a claim of this guide must have diagnoses, so that their absence is told as such. */
  private readonly needsDiagnoses: boolean;
  private hasCodes = false;

  constructor(report: ReportRule, today: string | undefined, needsDiagnoses: boolean) {
    this.report = report;
    this.needsDiagnoses = needsDiagnoses;
    this.today = today?.replaceAll("-", "");
  }

  startClaim(claim: Segment | undefined): void {
    const number = claim?.text(1) ?? "";
    if (this.claimNumbers.has(number)) {
      this.report("X12_CLAIM_NUMBER_REUSED", { segment: claim, element: 1 });
    }
    if (this.claimNumbers.size < rememberedClaims) this.claimNumbers.add(number);
    if (this.lineNumbers.size > 0) this.lineNumbers = new Set();
    this.diagnoses = [];
    this.hasCodes = false;
    this.diagnosisSegment = undefined;
    this.hasTenth = false;
    this.hasNinth = false;
    this.lines = 0;
    this.nextLine = "";
    this.earliest = undefined;
    this.latest = undefined;
  }

  /** HI: diagnoses are those of the list qualifiers K (principal) and F (other). */
  readCodes(segment: Segment): void {
    this.hasCodes = true;
    for (let element = 1; element <= 12; element += 1) {
      const [list = "", code = ""] = segment.components(element);
      if (list === "") return;
      const isTenth = list === "ABK" || list === "ABF";
      if (!isTenth && list !== "BK" && list !== "BF") continue;
      if (isTenth) this.hasTenth = true;
      else this.hasNinth = true;
      this.diagnosisSegment ??= segment;
      if (this.diagnoses.includes(code)) {
        this.report("X12_DIAGNOSIS_REPEATED", { segment, element, component: 2 });
      }
      this.diagnoses.push(code);
      if (list === "ABK" && /^[V-Y]/.test(code)) {
        this.report("X12_DIAGNOSIS_EXTERNAL_CAUSE", { segment, element, component: 2 });
      }
    }
  }

  /** After a wrong number, the next may go on from it or as if it had been right. */
  readLine(segment: Segment): void {
    this.lines += 1;
    const number = segment.text(1);
    if (number !== String(this.lines) && number !== this.nextLine) {
      this.report("X12_LINE_NUMBER", { segment, element: 1 });
    }
    this.nextLine = String(Number(number) + 1);
  }

  startLine(entry: Segment | undefined): void {
    if (entry === undefined) this.lines += 1;
  }

  readPointers(segment: Segment, element: number): void {
    if (this.needsDiagnoses && !this.hasCodes) return;
    const pointers = segment.components(element);
    for (const [index, pointer] of pointers.entries()) {
      if (pointer === "") continue;
      const at = Number(pointer);
      if (!(at >= 1 && at <= this.diagnoses.length)) {
        this.report("X12_DIAGNOSIS_POINTER", { segment, element, component: index + 1 });
      } else if (pointers.indexOf(pointer) < index) {
        this.report("X12_DIAGNOSIS_POINTER_REPEATED", { segment, element, component: index + 1 });
      }
    }
  }

  /** Components 3 to 6 of a procedure. */
  readModifiers(segment: Segment, element: number): void {
    const modifiers = segment.components(element).slice(2, 6);
    if (modifiers.length < 2) return;
    for (const [index, modifier] of modifiers.entries()) {
      if (modifier === "" || modifiers.indexOf(modifier) === index) continue;
      this.report("X12_MODIFIER_REPEATED", { segment, element, component: index + 3 });
    }
  }

  readReference(segment: Segment): void {
    if (segment.element(1) !== "6R") return;
    const number = segment.text(2) ?? "";
    if (this.lineNumbers.has(number)) {
      this.report("X12_LINE_CONTROL_NUMBER_REUSED", { segment, element: 2 });
    }
    this.lineNumbers.add(number);
  }

  readDate(segment: Segment): void {
    const kind = segment.element(1);
    const from = segment.element(3)?.slice(0, 8) ?? "";
    if (civilDate(from) === undefined) return;
    if (kind === "472" || kind === "434") this.readService(segment, from);
    else if (pastKinds.has(kind ?? "") && this.isFuture(from)) {
      this.report("X12_DATE_FUTURE", { segment, element: 3 });
    }
  }

  endClaim(): void {
    const segment = this.diagnosisSegment;
    if (this.hasTenth && this.hasNinth) {
      this.report("X12_DIAGNOSIS_MIXED", { segment, element: 1, component: 1 });
    } else if (this.hasNinth && (this.latest ?? "") >= tenthRevisionSince) {
      this.report("X12_DIAGNOSIS_REVISION", { segment, element: 1, component: 1 });
    } else if (this.hasTenth && this.latest !== undefined && this.latest < tenthRevisionSince) {
      this.report("X12_DIAGNOSIS_REVISION", { segment, element: 1, component: 1 });
    }
  }

  private readService(segment: Segment, from: string): void {
    if (this.isFuture(from)) this.report("X12_DATE_FUTURE", { segment, element: 3 });
    if (this.birth !== undefined && from < this.birth) {
      this.report("X12_SERVICE_BEFORE_BIRTH", { segment, element: 3 });
    }
    const isWithin =
      this.earliest === undefined || (from >= this.earliest && from <= (this.latest ?? ""));
    if (segment.element(1) === "434") {
      const through = segment.element(3)?.slice(9) || from;
      if (civilDate(through) === undefined) return;
      this.earliest = from;
      this.latest = through;
    } else if (this.earliest !== undefined && !isWithin) {
      this.report("X12_SERVICE_OUTSIDE_STATEMENT", { segment, element: 3 });
    } else if (this.earliest === undefined) {
      this.latest = this.latest === undefined || from > this.latest ? from : this.latest;
    }
  }

  private isFuture(day: string): boolean {
    return this.today !== undefined && day > this.today;
  }
}

/** Cross-references of 837P, 837I and 837D. */
export const claimReferenceRules: OpenRuleSet = ({ report, today, guide }) => {
  const claims = guide.loops.find(({ id }) => id === "2300");
  const needsDiagnoses = claims?.requiredItems.some(({ id }) => id === "HI") === true;
  const references = new ClaimReferences(report, today, needsDiagnoses);
  const takeBirth = (segment: Segment) => {
    const day = segment.text(2) ?? "";
    references.birth = civilDate(day) === undefined ? undefined : day;
  };
  return {
    opens: {
      "2300": (frame) => references.startClaim(frame.segments[0]),
      "2400": (frame) => references.startLine(frame.segments[0]),
      "2010BA": () => {
        references.birth = undefined;
      },
    },
    segments: {
      "DMG@2010BA": takeBirth,
      "DMG@2010CA": takeBirth,
      "HI@2300": (segment) => references.readCodes(segment),
      "LX@2400": (segment) => references.readLine(segment),
      "SV1@2400": (segment) => {
        references.readModifiers(segment, 1);
        references.readPointers(segment, 7);
      },
      "SV2@2400": (segment) => references.readModifiers(segment, 2),
      "SV3@2400": (segment) => {
        references.readModifiers(segment, 1);
        references.readPointers(segment, 11);
      },
      "REF@2400": (segment) => references.readReference(segment),
      "DTP@2300": (segment) => references.readDate(segment),
      "DTP@2400": (segment) => references.readDate(segment),
    },
    loops: { "2300": () => references.endClaim() },
  };
};
