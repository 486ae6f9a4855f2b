import { compareControlNumbers } from "./headers.ts";
import type { ReadEvent } from "./reading.ts";
import { type Segment, segmentRange } from "./segment.ts";
import { SetContext, type SetReader } from "./set-context.ts";
import type { GroupHeader, InterchangeHeader, TransactionHeader } from "./transaction.ts";
import { needsPurpose, recognizeTransaction } from "./transaction-kind.ts";

export type SetEnvelope = {
  readonly interchange: InterchangeHeader;
  readonly group: GroupHeader;
  readonly sink: ReadEvent[];
  readonly issuesMost: number;
  /** The reader of what stands between ST and SE. */
  readonly openReader: (context: SetContext) => SetReader;
};

/** One transaction set from its ST to its SE, with the counts that its trailer must agree with. */
export class OpenSet {
  private readonly first: Segment;
  private last: Segment;
  private readonly envelope: SetEnvelope;
  private count = 1;
  private started: { context: SetContext; reader: SetReader } | undefined;

  constructor(first: Segment, envelope: SetEnvelope) {
    this.first = first;
    this.last = first;
    this.envelope = envelope;
    if (!needsPurpose(this.setId, this.version)) this.start(undefined);
  }

  get context(): SetContext {
    return this.start(undefined).context;
  }

  read(segment: Segment): void {
    this.last = segment;
    this.count += 1;
    if (this.started !== undefined) {
      this.started.reader.read(segment);
      return;
    }
    const purpose = segment.id === "BHT" ? segment.text(6) : undefined;
    this.start(purpose).reader.read(segment);
  }

  /** A segment that counts but is not read. */
  skip(): void {
    this.count += 1;
  }

  /** The set ends with its SE. */
  closeAt(trailer: Segment): void {
    this.last = trailer;
    this.count += 1;
    const { context, reader } = this.start(undefined);
    reader.close();
    context.loop = undefined;
    const errorsBefore = context.errors;
    this.checkTrailer(trailer, context);
    this.emitEnd(context, context.errors === errorsBefore);
  }

  /** The set ends without SE; what was read of it is not the whole. */
  closeBroken(): void {
    const { context, reader } = this.start(undefined);
    context.isBroken = true;
    reader.close();
    context.loop = undefined;
    context.report("X12_SET_NOT_CLOSED", { segment: this.last });
    this.emitEnd(context, false);
  }

  private get setId(): string {
    return this.first.text(1) ?? "";
  }

  private get version(): string {
    return this.first.text(3) ?? this.envelope.group.version;
  }

  private start(purpose: string | undefined) {
    if (this.started !== undefined) return this.started;
    const { interchange, group, sink, issuesMost, openReader } = this.envelope;
    const { kind, support } = recognizeTransaction(this.setId, this.version, purpose);
    const header: TransactionHeader = {
      kind,
      setId: this.setId,
      controlNumber: this.first.text(2) ?? "",
      version: this.version,
      interchange,
      group,
      position: this.first.position,
    };
    const context = new SetContext(header, sink, issuesMost);
    context.emit({ type: "set-start", header });
    this.reportHeader(context);
    if (support === "none") context.report("X12_TRANSACTION_NOT_READ", { segment: this.first });
    if (support === "partial") context.report("X12_VERSION_UNSUPPORTED", { segment: this.first });
    this.started = { context, reader: openReader(context) };
    return this.started;
  }

  private reportHeader(context: SetContext): void {
    const segment = this.first;
    context.required(segment, 1);
    context.required(segment, 2);
    const named = segment.text(3);
    const { version } = this.envelope.group;
    if (named !== undefined && version !== "" && named !== version) {
      context.report("X12_GROUP_DIFFERS_FROM_SET", { segment, element: 3 });
    }
  }

  private checkTrailer(segment: Segment, context: SetContext): void {
    const declared = segment.text(1);
    if (declared === undefined || !isCount(declared, this.count)) {
      context.report("X12_SEGMENT_COUNT", { segment, element: 1 });
    }
    const control = compareControlNumbers(this.first.text(2) ?? "", segment.text(2) ?? "");
    if (control === "different") {
      context.report("X12_SET_CONTROL_NUMBER", { segment, element: 2 });
    }
    if (control === "equal-as-number") {
      context.report("X12_CONTROL_NUMBER_FORM", { segment, element: 2 });
    }
  }

  private emitEnd(context: SetContext, intact: boolean): void {
    context.emit({
      type: "set-end",
      header: context.header,
      range: segmentRange(this.first, this.last),
      intact,
      errors: context.errors,
      warnings: context.warnings,
    });
  }
}

/** Whether a trailer's count, in its decimal text, is the number counted. */
export function isCount(text: string, count: number): boolean {
  return /^\d{1,15}$/.test(text.trim()) && Number(text) === count;
}
