import type { ForeignFormat } from "./foreign-format.ts";
import {
  compareControlNumbers,
  groupHeaderOf,
  interchangeHeaderOf,
  missingGroupHeader,
} from "./headers.ts";
import type { SegmentPosition } from "./issue.ts";
import type { IssueCode } from "./issue-codes.ts";
import { isCount, OpenSet } from "./open-set.ts";
import { interchangeAcknowledgmentOf } from "./read-acknowledgment/interchange-acknowledgment.ts";
import type { ReadEvent, ReadLimits } from "./reading.ts";
import type { Segment } from "./segment.ts";
import { knownSegmentIds, segmentIndexOf } from "./segment-ids.ts";
import { defaultLimits, SegmentReader, type Token } from "./segment-reader.ts";
import { type IssuePlace, issueAt, type SetContext, type SetReader } from "./set-context.ts";
import { openSetReader } from "./set-readers.ts";
import type { Skipped } from "./skipped.ts";
import type { GroupHeader, InterchangeHeader } from "./transaction.ts";

/** The envelope of one transaction set that is read alone, from its ST to its SE. */
export type ResumePoint = {
  readonly interchange: InterchangeHeader;
  readonly group: GroupHeader;
  /** Of the ST segment: `TransactionHeader.position`. The first byte read is at its offset. */
  readonly position: SegmentPosition;
};

export type ReadOptions = {
  readonly limits?: Partial<ReadLimits> | undefined;
  /**
   * Reads a single set of a file whose envelope is known. Numbers and offsets go on counting over the
   * whole file; only the events of this set come, and what follows its SE is not looked at.
   */
  readonly resumeAt?: ResumePoint | undefined;
  /** What is done with the segments of a set; by default they are read into types. */
  readonly openReader?: ((context: SetContext) => SetReader) | undefined;
  /** Judges the segments of the envelope (ISA, TA1, GS, ST, SE, GE, IEA). */
  readonly checkEnvelope?: EnvelopeCheck | undefined;
};

/** Reports what is wrong with one segment of the envelope. */
export type EnvelopeCheck = (
  segment: Segment,
  report: (code: IssueCode, place: IssuePlace) => void,
) => void;

type OpenGroup = {
  readonly header: GroupHeader;
  readonly controlNumbers: Set<string>;
  sets: number;
};

type OpenInterchange = {
  readonly header: InterchangeHeader;
  groups: number;
  acknowledgments: number;
  intact: boolean;
};

const foreignCodes: Record<ForeignFormat, IssueCode> = {
  zip: "X12_LOOKS_LIKE_ZIP",
  gzip: "X12_LOOKS_LIKE_GZIP",
  pdf: "X12_LOOKS_LIKE_PDF",
  html: "X12_LOOKS_LIKE_HTML",
  xml: "X12_LOOKS_LIKE_XML",
  utf16: "X12_UTF16",
  office: "X12_LOOKS_LIKE_OFFICE",
  edifact: "X12_LOOKS_LIKE_EDIFACT",
  binary: "X12_BINARY",
};

/** Control numbers remembered per group to find one used twice. */
const rememberedControlNumbers = 100_000;
const envelopeSegments = new Set(["ISA", "GS", "ST", "GE", "IEA"]);
/** By the index of an identifier: what is not simply content of a set. */
const envelopeIndexes = new Uint8Array(knownSegmentIds + 1);
envelopeIndexes[0] = 1;
for (const id of [...envelopeSegments, "SE", "BIN", "BDS"]) envelopeIndexes[segmentIndexOf(id)] = 1;
/** Interchange service segments that may stand between ISA and the first GS. */
const interchangeSegments = new Set(["TA3", "ISB", "ISE"]);

/**
 * Reads transaction sets out of bytes pushed in any chunks. Events come in the order of the file;
 * claims come as soon as their loop closes, so memory is bounded by one claim. Never throws on
 * content.
 */
export class TransactionReader {
  private readonly segments: SegmentReader;
  private readonly limits: ReadLimits;
  private readonly resumed: ResumePoint | undefined;
  private readonly openReader: (context: SetContext) => SetReader;
  private readonly checkEnvelope: EnvelopeCheck | undefined;
  private readonly events: ReadEvent[] = [];
  private interchange: OpenInterchange | undefined;
  private group: OpenGroup | undefined;
  private set: OpenSet | undefined;
  private sawInterchange = false;
  private sawContent = false;
  private lowerCaseReported = false;
  private junk: Skipped | undefined;
  private outsideIssues = 0;
  private done = false;

  constructor(options: ReadOptions = {}) {
    this.limits = { ...defaultLimits, ...options.limits };
    this.resumed = options.resumeAt;
    this.openReader = options.openReader ?? openSetReader;
    this.checkEnvelope = options.checkEnvelope;
    const { resumeAt } = options;
    if (resumeAt === undefined) {
      this.segments = new SegmentReader(this.limits);
      return;
    }
    const { interchange, group, position } = resumeAt;
    this.segments = new SegmentReader(this.limits, {
      delimiters: interchange.delimiters,
      position,
    });
    this.interchange = { header: interchange, groups: 1, acknowledgments: 0, intact: true };
    this.group = { header: group, controlNumbers: new Set(), sets: 0 };
    this.sawInterchange = true;
    this.sawContent = true;
  }

  /** True when a resumed reading has come to the end of its set: nothing more will follow. */
  get isDone(): boolean {
    return this.done;
  }

  push(chunk: Uint8Array): ReadEvent[] {
    if (this.done) return [];
    return this.readAll(this.segments.push(chunk));
  }

  /** The rest, with the issues of what is missing at the end of the file. */
  end(): ReadEvent[] {
    if (this.done) return [];
    const before = this.readAll(this.segments.end());
    if (this.done) return before;
    this.done = true;
    this.closeFile();
    return [...before, ...this.takeEvents()];
  }

  private readAll(tokens: readonly Token[]): ReadEvent[] {
    for (const token of tokens) {
      if (token.kind === "segment") this.readSegment(token);
      else this.readSkipped(token);
      if (this.done) break;
    }
    return this.takeEvents();
  }

  /** The open set keeps writing to the same array, so a copy is handed out. */
  private takeEvents(): ReadEvent[] {
    const events = this.events.slice();
    this.events.length = 0;
    return events;
  }

  private readSegment(segment: Segment): void {
    if (this.set !== undefined && this.isPlainContent(segment)) {
      this.set.read(segment);
      return;
    }
    if (this.resumed !== undefined && this.endsResumedSet(segment)) return;
    if (segment.id === "ISA") {
      this.startInterchange(segment);
      this.judge(segment);
      return;
    }
    this.junk = undefined;
    if (!this.isUsable(segment)) return;
    switch (segment.id) {
      case "ST":
        this.startSet(segment);
        this.judge(segment);
        return;
      case "SE":
        this.judge(segment);
        this.endSet(segment);
        return;
      case "GS":
        this.startGroup(segment);
        this.judge(segment);
        return;
      case "GE":
        this.judge(segment);
        this.endGroup(segment);
        return;
      case "IEA":
        this.judge(segment);
        this.endInterchange(segment);
        return;
      default:
        this.readContent(segment);
    }
  }

  /** What most segments are: known, whole, and no part of the envelope. */
  private isPlainContent(segment: Segment): boolean {
    if (envelopeIndexes[segment.idIndex] !== 0) return false;
    return segment.isTerminated && segment.length <= this.limits.elements;
  }

  /** Trailers are judged before what they close is closed. */
  private judge(segment: Segment): void {
    this.checkEnvelope?.(segment, (code, place) => this.report(code, place));
  }

  /** A set that is read alone ends where the envelope around it goes on. */
  private endsResumedSet(segment: Segment): boolean {
    if (!envelopeSegments.has(segment.id)) return false;
    if (segment.id === "ST" && this.set === undefined) return false;
    this.closeSetBroken();
    this.done = true;
    return true;
  }

  private readContent(segment: Segment): void {
    if (this.set !== undefined) {
      this.set.read(segment);
      return;
    }
    if (segment.id === "TA1" && this.interchange !== undefined) {
      this.readInterchangeAcknowledgment(segment);
    } else if (!interchangeSegments.has(segment.id) || this.group !== undefined) {
      this.report("X12_SEGMENT_OUTSIDE_SET", { segment });
    }
  }

  private readInterchangeAcknowledgment(segment: Segment): void {
    const { interchange } = this;
    if (interchange === undefined) return;
    interchange.acknowledgments += 1;
    this.judge(segment);
    const acknowledgment = interchangeAcknowledgmentOf(segment, interchange.header);
    for (const element of [1, 4]) {
      if (segment.text(element) === undefined) {
        this.report("X12_ELEMENT_MISSING", { segment, element });
      }
    }
    this.events.push({ type: "interchange-acknowledgment", acknowledgment });
  }

  /** Reports what is wrong with a segment as such; false when its content must not be read. */
  private isUsable(segment: Segment): boolean {
    if (!segment.isTerminated && !isBinaryHead(segment)) {
      this.report("X12_SEGMENT_UNTERMINATED", { segment });
    }
    if (segment.length === 0) {
      this.report("X12_SEGMENT_EMPTY", { segment });
      return false;
    }
    if (segment.length > this.limits.elements && segment.elementCount > this.limits.elements) {
      this.report("X12_TOO_MANY_ELEMENTS", { segment });
      this.set?.skip();
      return false;
    }
    if (!segment.hasValidId) {
      this.report("X12_SEGMENT_ID", { segment });
      this.set?.skip();
      return false;
    }
    if (segment.isLowerCase && !this.lowerCaseReported) {
      this.lowerCaseReported = true;
      this.report("X12_SEGMENT_ID_LOWER_CASE", { segment });
    }
    if (isBinaryHead(segment) && segment.isTerminated) {
      this.report("X12_BINARY_LENGTH", { segment, element: segment.id === "BIN" ? 1 : 2 });
    }
    return true;
  }

  private startInterchange(segment: Segment): void {
    this.closeInterchangeBroken(segment);
    if (this.junk !== undefined) {
      this.reportSkipped(this.sawInterchange ? "X12_TRAILING_TEXT" : "X12_LEADING_TEXT", this.junk);
    }
    this.junk = undefined;
    this.sawInterchange = true;
    this.lowerCaseReported = false;
    this.outsideIssues = 0;
    const header = interchangeHeaderOf(segment);
    this.interchange = { header, groups: 0, acknowledgments: 0, intact: true };
    this.events.push({ type: "interchange-start", interchange: header });
    if (segment.isLowerCase) {
      this.lowerCaseReported = true;
      this.report("X12_SEGMENT_ID_LOWER_CASE", { segment });
    }
    if (segment.length !== 105) this.report("X12_ISA_WIDTH", { segment });
  }

  private endInterchange(segment: Segment): void {
    const { interchange } = this;
    if (interchange === undefined) return;
    this.closeGroupBroken(segment);
    const control = compareControlNumbers(
      interchange.header.controlNumber,
      segment.element(2)?.trim() ?? "",
    );
    if (control === "different") {
      this.report("X12_INTERCHANGE_CONTROL_NUMBER", { segment, element: 2 });
    }
    if (control === "equal-as-number") {
      this.report("X12_CONTROL_NUMBER_FORM", { segment, element: 2 });
    }
    if (!isCount(segment.element(1) ?? "", interchange.groups)) {
      // Senders of a lone TA1 count it as a group.
      const onlyAcknowledges = interchange.groups === 0 && interchange.acknowledgments > 0;
      const severity = onlyAcknowledges ? "warning" : undefined;
      this.report("X12_GROUP_COUNT", { segment, element: 1, severity });
    }
    this.emitInterchangeEnd(interchange);
  }

  private emitInterchangeEnd(interchange: OpenInterchange): void {
    const { header, intact } = interchange;
    this.events.push({ type: "interchange-end", interchange: header, intact });
    this.interchange = undefined;
  }

  private startGroup(segment: Segment): void {
    this.closeGroupBroken(segment);
    const header = groupHeaderOf(segment);
    if (this.interchange !== undefined) this.interchange.groups += 1;
    this.group = { header, controlNumbers: new Set(), sets: 0 };
    this.events.push({ type: "group-start", group: header });
  }

  private endGroup(segment: Segment): void {
    this.closeSetBroken();
    const { group } = this;
    if (group === undefined) {
      this.report("X12_TRAILER_WITHOUT_HEADER", { segment });
      return;
    }
    const control = compareControlNumbers(
      group.header.controlNumber,
      segment.element(2)?.trim() ?? "",
    );
    if (control === "different") this.report("X12_GROUP_CONTROL_NUMBER", { segment, element: 2 });
    if (control === "equal-as-number") {
      this.report("X12_CONTROL_NUMBER_FORM", { segment, element: 2 });
    }
    if (!isCount(segment.element(1) ?? "", group.sets)) {
      this.report("X12_SET_COUNT", { segment, element: 1 });
    }
    this.events.push({ type: "group-end", group: group.header });
    this.group = undefined;
  }

  private startSet(segment: Segment): void {
    this.closeSetBroken();
    if (this.interchange === undefined) return;
    this.set = new OpenSet(segment, {
      interchange: this.interchange.header,
      group: this.group?.header ?? missingGroupHeader(segment),
      sink: this.events,
      issuesMost: this.limits.issuesPerSet,
      openReader: this.openReader,
    });
    if (this.group === undefined) this.report("X12_SET_WITHOUT_GROUP", { segment });
    else this.countSet(this.group, segment);
  }

  private countSet(group: OpenGroup, segment: Segment): void {
    group.sets += 1;
    const control = segment.text(2) ?? "";
    if (group.controlNumbers.has(control)) {
      this.report("X12_SET_CONTROL_NUMBER_REUSED", { segment, element: 2 });
    }
    if (group.controlNumbers.size < rememberedControlNumbers) group.controlNumbers.add(control);
  }

  private endSet(segment: Segment): void {
    if (this.set === undefined) {
      this.report("X12_TRAILER_WITHOUT_HEADER", { segment });
      return;
    }
    this.set.closeAt(segment);
    this.set = undefined;
    if (this.resumed !== undefined) this.done = true;
  }

  private closeSetBroken(): void {
    if (this.set === undefined) return;
    this.set.closeBroken();
    this.set = undefined;
    if (this.interchange !== undefined) this.interchange.intact = false;
    if (this.resumed !== undefined) this.done = true;
  }

  private closeGroupBroken(segment: Segment | undefined): void {
    this.closeSetBroken();
    if (this.group === undefined) return;
    this.report("X12_GROUP_NOT_CLOSED", { segment });
    this.events.push({ type: "group-end", group: this.group.header });
    this.group = undefined;
  }

  private closeInterchangeBroken(segment: Segment | undefined): void {
    const { interchange } = this;
    if (interchange === undefined) return;
    this.closeGroupBroken(segment);
    this.report("X12_INTERCHANGE_NOT_CLOSED", { segment });
    this.emitInterchangeEnd(interchange);
  }

  private closeFile(): void {
    if (this.resumed !== undefined) {
      this.closeSetBroken();
      return;
    }
    this.closeInterchangeBroken(undefined);
    if (this.sawInterchange) {
      if (this.junk !== undefined) this.reportSkipped("X12_TRAILING_TEXT", this.junk);
      return;
    }
    if (this.junk === undefined && !this.sawContent) this.report("X12_EMPTY", {});
    else if (this.junk?.reason === "interchange-malformed") {
      this.reportSkipped("X12_ISA_MALFORMED", this.junk);
    } else if (this.junk?.reason === "interchange-truncated") {
      this.reportSkipped("X12_ISA_TRUNCATED", this.junk);
    } else if (this.junk !== undefined) this.reportSkipped("X12_NOT_X12", this.junk);
  }

  private readSkipped(skipped: Skipped): void {
    switch (skipped.reason) {
      case "blank":
        return;
      case "byte-order-mark":
        this.reportSkipped("X12_BYTE_ORDER_MARK", skipped);
        return;
      case "foreign":
        this.sawContent = true;
        if (skipped.isFirst && skipped.format !== undefined) {
          this.reportSkipped(foreignCodes[skipped.format], skipped);
        }
        return;
      case "segment-too-long":
        if (!skipped.isFirst) return;
        this.set?.skip();
        this.reportSkipped("X12_SEGMENT_TOO_LONG", skipped);
        return;
      case "binary":
        return;
      case "binary-length-wrong":
        this.reportSkipped("X12_BINARY_LENGTH", skipped);
        return;
      default:
        this.junk ??= { ...skipped, text: "" };
    }
  }

  private reportSkipped(code: IssueCode, skipped: Skipped): void {
    const issue = issueAt(code, {}, this.envelopeNumbers());
    this.addIssue({ ...issue, position: skipped.position });
  }

  /** Reports within the open set if there is one, else at the level of the file. */
  private report(code: IssueCode, place: IssuePlace): void {
    if (this.set !== undefined) this.set.context.report(code, place);
    else this.addIssue(issueAt(code, place, this.envelopeNumbers()));
  }

  private addIssue(issue: ReturnType<typeof issueAt>): void {
    if (issue.severity === "error" && this.interchange !== undefined) {
      this.interchange.intact = false;
    }
    this.outsideIssues += 1;
    if (this.outsideIssues <= this.limits.issuesPerSet) this.events.push({ type: "issue", issue });
  }

  private envelopeNumbers() {
    return {
      interchange: this.interchange?.header.controlNumber,
      group: this.group?.header.controlNumber,
    };
  }
}

/** BIN and BDS come without their content and terminator when their declared length is right. */
function isBinaryHead(segment: Segment): boolean {
  return segment.id === "BIN" || segment.id === "BDS";
}
