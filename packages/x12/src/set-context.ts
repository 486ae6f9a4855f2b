import type { IssueSeverity, IssueTrigger, SegmentPosition, X12Issue } from "./issue.ts";
import type { IssueRule } from "./issue-codes/issue-rule.ts";
import { type IssueCode, issueCodes } from "./issue-codes.ts";
import type { ReadEvent } from "./reading.ts";
import type { Segment } from "./segment.ts";
import { isSegmentId } from "./segment-ids.ts";
import type { TransactionHeader } from "./transaction.ts";
import { centsOf, civilDate, isDecimal } from "./values.ts";

/** What an issue is about, beyond its code. */
export type IssuePlace = {
  readonly segment?: Segment | undefined;
  readonly element?: number | undefined;
  readonly component?: number | undefined;
  readonly severity?: IssueSeverity | undefined;
  /** Id of a segment or loop that is missing. */
  readonly missing?: string | undefined;
  /** Where no segment can be named. */
  readonly position?: SegmentPosition | undefined;
  /** Where it is not the loop that the segment belongs to. */
  readonly loop?: string | undefined;
  /** What made a situational rule apply. */
  readonly trigger?: IssueTrigger | undefined;
  /** What is said instead of the code's own sentence; never a value of the file. */
  readonly message?: string | undefined;
  /** Where the code's own source can be named more exactly. */
  readonly source?: string | undefined;
};

/** The control numbers that an issue carries. */
export type IssueEnvelope = {
  readonly interchange?: string | undefined;
  readonly group?: string | undefined;
  readonly set?: string | undefined;
  readonly loop?: string | undefined;
};

/** An issue of the table at a place; its message never holds a value of the file. */
export function issueAt(code: IssueCode, place: IssuePlace, envelope: IssueEnvelope): X12Issue {
  const { severity, snip, message, source } = issueCodes[code] as IssueRule;
  const { segment, missing } = place;
  const segmentId = missing ?? segment?.id;
  return {
    code,
    severity: place.severity ?? severity,
    snip,
    interchange: envelope.interchange,
    group: envelope.group,
    set: envelope.set,
    loop: place.loop ?? envelope.loop,
    position: place.position ?? segment?.position,
    segmentId: segmentId !== undefined && isSegmentId(segmentId) ? segmentId : undefined,
    element: place.element,
    component: place.component,
    ...(place.trigger === undefined ? {} : { trigger: place.trigger }),
    message: place.message ?? message,
    source: place.source ?? source,
  };
}

/** What a reader of one transaction set works with: where it stands, and where events go. */
export class SetContext {
  readonly header: TransactionHeader;
  /** The loop that the current segment belongs to. */
  loop: string | undefined;
  /** Whether the set ends without its SE, so that its last loops may not be whole. */
  isBroken = false;
  errors = 0;
  warnings = 0;
  private issues = 0;
  private readonly issuesMost: number;
  private readonly sink: ReadEvent[];

  constructor(header: TransactionHeader, sink: ReadEvent[], issuesMost: number) {
    this.header = header;
    this.sink = sink;
    this.issuesMost = issuesMost;
  }

  /** The loop of the segments to come; what stands in no loop but the set itself has none. */
  enter(loop: string): void {
    this.loop = loop === "ST" ? undefined : loop;
  }

  emit(event: ReadEvent): void {
    this.sink.push(event);
  }

  /** Counts an issue and reports it as long as the limit of the set allows. */
  report(code: IssueCode, place: IssuePlace = {}): void {
    const severity = place.severity ?? issueCodes[code].severity;
    if (severity === "error") this.errors += 1;
    if (severity === "warning") this.warnings += 1;
    this.issues += 1;
    if (this.issues <= this.issuesMost) {
      this.emit({ type: "issue", issue: issueAt(code, place, this.envelope()) });
    }
    if (this.issues === this.issuesMost + 1) {
      const truncated = issueAt("X12_ISSUES_TRUNCATED", place, this.envelope());
      this.emit({ type: "issue", issue: truncated });
    }
  }

  /** The text of an element that must be there; reports its absence. */
  required(segment: Segment, element: number): string | undefined {
    const text = segment.text(element);
    if (text === undefined) this.report("X12_ELEMENT_MISSING", { segment, element });
    return text;
  }

  /** Cents of an optional amount. */
  cents(segment: Segment, element: number): number | undefined {
    const plain = segment.plainCents(element);
    if (!Number.isNaN(plain)) return plain;
    const text = segment.text(element);
    return text === undefined ? undefined : this.centsOfText(text, { segment, element });
  }

  /** Cents of an amount that must be there. */
  requiredCents(segment: Segment, element: number): number | undefined {
    const plain = segment.plainCents(element);
    if (!Number.isNaN(plain)) return plain;
    const text = this.required(segment, element);
    return text === undefined ? undefined : this.centsOfText(text, { segment, element });
  }

  centsOfText(text: string, place: IssuePlace): number | undefined {
    const cents = centsOf(text);
    if (typeof cents === "number") {
      if (hasThirdDecimal(text)) {
        this.report("X12_AMOUNT_DECIMALS", { ...place, severity: "warning" });
      }
      return cents;
    }
    if (cents === "too-many-decimals") this.report("X12_AMOUNT_DECIMALS", place);
    else if (cents === "too-large") this.report("X12_AMOUNT_TOO_LARGE", place);
    else this.report("X12_AMOUNT", place);
    return undefined;
  }

  /** Decimal text of an optional quantity, exactly as written. */
  quantity(segment: Segment, element: number): string | undefined {
    const text = segment.text(element);
    if (text === undefined || isShortNumber(text) || isDecimal(text)) return text;
    this.report("X12_QUANTITY", { segment, element });
    return undefined;
  }

  /** A whole number that fits; reports anything else. */
  wholeNumber(segment: Segment, element: number): number | undefined {
    const text = segment.text(element);
    if (text === undefined) return undefined;
    if (/^\d{1,15}$/.test(text)) return Number(text);
    this.report("X12_NUMBER", { segment, element });
    return undefined;
  }

  /** A civil date of an optional element with eight digits. */
  date(segment: Segment, element: number): string | undefined {
    const plain = segment.plainDate(element);
    if (plain !== undefined) return plain;
    const text = segment.text(element);
    return text === undefined ? undefined : this.dateOfText(text, { segment, element });
  }

  dateOfText(text: string, place: IssuePlace): string | undefined {
    const date = civilDate(text);
    if (date === undefined) this.report("X12_DATE", place);
    return date;
  }

  private envelope(): IssueEnvelope {
    const { interchange, group, controlNumber } = this.header;
    return {
      interchange: interchange.controlNumber,
      group: group.controlNumber,
      set: controlNumber,
      loop: this.loop,
    };
  }
}

/** One or two digits, as most quantities are. */
function isShortNumber(text: string): boolean {
  if (text.length > 2) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

function hasThirdDecimal(text: string): boolean {
  const point = text.indexOf(".");
  return point !== -1 && text.length - point > 3;
}

/** A reader of the segments between ST and SE, both excluded. */
export type SetReader = {
  read(segment: Segment): void;
  /** The set has ended, properly or not. */
  close(): void;
};
