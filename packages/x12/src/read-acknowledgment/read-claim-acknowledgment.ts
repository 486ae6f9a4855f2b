import type {
  AcknowledgedLine,
  ClaimAcknowledgment,
  ClaimAcknowledgmentBatch,
  ClaimStatus,
} from "../acknowledgment.ts";
import { dateOfPeriod, procedureOf, withAmount, withQuantity } from "../claim-parts.ts";
import { statusCodeOf } from "../codec/fields.ts";
import { followGuide } from "../follow-guide.ts";
import { compileGuide, LoopWalker } from "../guide.ts";
import { claimAcknowledgmentGuide } from "../guides/005010X214-277CA/guide.ts";
import { addToParty, type OpenParty, partyOfName, withReference } from "../party.ts";
import { type Segment, segmentRange } from "../segment.ts";
import type { SetContext, SetReader } from "../set-context.ts";
import type {
  Procedure,
  QualifiedAmount,
  QualifiedDate,
  QualifiedQuantity,
  Reference,
} from "../transaction.ts";

const guide = compileGuide(claimAcknowledgmentGuide);

/** Segments of one answer that are kept; beyond them the rest of it is not read. */
const answerSegmentsMost = 50_000;

type Level = ClaimAcknowledgment["level"];

const levelOfLoop: Record<string, Level> = {
  "2200B": "receiver",
  "2200C": "provider",
  "2200D": "claim",
  "2220D": "claim",
};

type OpenLine = { -readonly [K in keyof AcknowledgedLine]: AcknowledgedLine[K] } & {
  readonly statuses: ClaimStatus[];
};

type OpenAnswer = {
  readonly level: Level;
  readonly first: Segment;
  last: Segment;
  segments: number;
  readonly party: OpenParty | undefined;
  readonly statuses: ClaimStatus[];
  references: readonly Reference[];
  readonly dates: QualifiedDate[];
  amounts: readonly QualifiedAmount[];
  quantities: readonly QualifiedQuantity[];
  readonly lines: OpenLine[];
};

/** Reads a 277CA (005010X214): one event per answered receiver, provider and claim. */
export function readClaimAcknowledgmentSet(context: SetContext): SetReader {
  return new ClaimAcknowledgmentReader(context);
}

class ClaimAcknowledgmentReader implements SetReader {
  private readonly context: SetContext;
  private readonly walker = new LoopWalker(guide);
  private beginning: Segment | undefined;
  private source: OpenParty | undefined;
  private party: OpenParty | undefined;
  private receipt: Pick<ClaimAcknowledgmentBatch, "traceNumber" | "receivedOn" | "processedOn"> =
    {};
  private batchEmitted = false;
  private answer: OpenAnswer | undefined;

  constructor(context: SetContext) {
    this.context = context;
  }

  read(segment: Segment): void {
    const { walker, context } = this;
    if (!followGuide(walker, segment, context)) {
      if (this.answer !== undefined) this.answer.last = segment;
      return;
    }
    const loop = walker.node.row.id;
    const level = levelOfLoop[loop];
    if (level === undefined || (walker.opened && segment.id === "TRN")) this.finishAnswer();
    context.enter(loop);
    if (level === undefined) this.readLevel(loop, segment);
    else this.readAnswer(level, segment);
  }

  close(): void {
    this.finishAnswer();
    this.emitBatch();
  }

  private readLevel(loop: string, segment: Segment): void {
    if (segment.id === "BHT") this.beginning = segment;
    else if (segment.id === "HL") {
      this.party = undefined;
      if (loop !== "2000A") this.emitBatch();
    } else if (segment.id === "NM1") {
      this.party = partyOfName(segment, this.context);
      if (loop === "2100A") this.source = this.party;
    } else if (loop === "2200A") this.readReceipt(segment);
    else if (loop.startsWith("2100") && this.party !== undefined) {
      addToParty(this.party, segment, this.context);
    }
  }

  private readReceipt(segment: Segment): void {
    if (segment.id === "TRN") {
      const traceNumber = segment.text(2);
      if (traceNumber !== undefined) this.receipt = { ...this.receipt, traceNumber };
      return;
    }
    const date = dateOfPeriod(segment, this.context);
    if (date?.qualifier === "050") this.receipt = { ...this.receipt, receivedOn: date.from };
    if (date?.qualifier === "009") this.receipt = { ...this.receipt, processedOn: date.from };
  }

  private readAnswer(level: Level, segment: Segment): void {
    const { context } = this;
    if (segment.id === "TRN") this.answer = openAnswer(level, segment, this.party);
    const { answer } = this;
    if (answer === undefined) return;
    answer.last = segment;
    answer.segments += 1;
    if (answer.segments > answerSegmentsMost) {
      if (answer.segments === answerSegmentsMost + 1) {
        context.report("X12_TOO_MANY_SEGMENTS", { segment });
      }
      return;
    }
    if (segment.id === "SVC") answer.lines.push(this.openLine(segment));
    else if (context.loop === "2220D") this.readLine(answer, segment);
    else this.readPart(answer, segment);
  }

  private readPart(answer: OpenAnswer, segment: Segment): void {
    const { context } = this;
    switch (segment.id) {
      case "STC":
        answer.statuses.push(this.statusOf(segment));
        return;
      case "REF":
        answer.references = withReference(answer.references, segment);
        return;
      case "AMT":
        answer.amounts = withAmount(answer.amounts, segment, context);
        return;
      case "QTY":
        answer.quantities = withQuantity(answer.quantities, segment, context);
        return;
      case "DTP": {
        const date = dateOfPeriod(segment, context);
        if (date !== undefined) answer.dates.push(date);
      }
    }
  }

  private openLine(segment: Segment): OpenLine {
    const procedure = procedureOf(segment, 1);
    const revenueCode = segment.text(4);
    const quantity = this.context.quantity(segment, 7);
    return {
      procedureCode: procedure?.code,
      chargedCents: this.context.cents(segment, 2),
      lineItemControlNumber: undefined,
      statuses: [],
      ...(procedure === undefined || isPlainProcedure(procedure) ? {} : { procedure }),
      ...(revenueCode === undefined ? {} : { revenueCode }),
      ...(quantity === undefined ? {} : { quantity }),
    };
  }

  private readLine(answer: OpenAnswer, segment: Segment): void {
    const line = answer.lines.at(-1);
    if (line === undefined) return;
    if (segment.id === "STC") line.statuses.push(this.statusOf(segment));
    if (segment.id === "DTP") {
      const date = dateOfPeriod(segment, this.context);
      if (date?.qualifier === "472") {
        line.serviceFrom = date.from;
        line.serviceThrough = date.through ?? date.from;
      }
    }
    if (segment.id !== "REF") return;
    const number = segment.text(2);
    if (segment.is(1, "FJ")) line.lineItemControlNumber = number;
    else if (segment.is(1, "XZ") && number !== undefined) line.prescriptionNumber = number;
  }

  /** STC: up to three composites of category, status and entity in elements 1, 10 and 11. */
  private statusOf(segment: Segment): ClaimStatus {
    const { context } = this;
    context.required(segment, 1);
    return {
      codes: [1, 10, 11].flatMap((element) => statusCodeOf(segment, element) ?? []),
      date: context.date(segment, 2),
      action: segment.text(3),
      chargedCents: context.cents(segment, 4),
      paidCents: context.cents(segment, 5),
      message: segment.text(12),
    };
  }

  private finishAnswer(): void {
    const { answer } = this;
    if (answer === undefined) return;
    this.answer = undefined;
    this.emitBatch();
    const { level, first, last, party, statuses, references, dates, amounts, lines } = answer;
    const { quantities } = answer;
    const reference = (wanted: string) =>
      references.find(({ qualifier }) => qualifier === wanted)?.id;
    const service = dates.find(({ qualifier }) => qualifier === "472");
    this.context.emit({
      type: "claim-acknowledgment",
      acknowledgment: {
        range: segmentRange(first, last),
        level,
        traceNumber: first.text(2),
        ...(level === "provider" && first.is(1, "1") ? { traceKind: "1" } : {}),
        party,
        statuses,
        payerClaimControlNumber: reference("1K"),
        clearinghouseTraceNumber: reference("D9"),
        references,
        dates,
        amounts,
        ...(quantities.length === 0 ? {} : { quantities }),
        serviceFrom: service?.from,
        serviceThrough: service?.through ?? service?.from,
        lines,
      },
    });
  }

  private emitBatch(): void {
    if (this.batchEmitted) return;
    this.batchEmitted = true;
    const { context, beginning } = this;
    if (beginning === undefined) context.report("X12_SEGMENT_MISSING", { missing: "BHT" });
    const createdAt = beginning?.text(5);
    context.emit({
      type: "claim-acknowledgment-batch",
      batch: {
        header: context.header,
        referenceId: beginning?.text(3) ?? "",
        createdOn: beginning === undefined ? undefined : context.date(beginning, 4),
        source: this.source,
        ...(createdAt === undefined ? {} : { createdAt }),
        ...this.receipt,
      },
    });
  }
}

/** A HCPCS code without anything more, which `procedureCode` tells alone. */
function isPlainProcedure({ qualifier, modifiers, description, rangeEnd }: Procedure): boolean {
  return qualifier === "HC" && modifiers.length === 0 && (description ?? rangeEnd) === undefined;
}

function openAnswer(level: Level, first: Segment, party: OpenParty | undefined): OpenAnswer {
  return {
    level,
    first,
    last: first,
    segments: 0,
    party,
    statuses: [],
    references: [],
    dates: [],
    amounts: [],
    quantities: [],
    lines: [],
  };
}
