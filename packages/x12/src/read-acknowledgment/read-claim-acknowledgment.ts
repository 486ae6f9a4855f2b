import type {
  AcknowledgedLine,
  ClaimAcknowledgment,
  ClaimAcknowledgmentBatch,
  ClaimStatus,
} from "../acknowledgment.ts";
import { dateOfPeriod, procedureOf, withAmount, withQuantity } from "../claim-parts.ts";
import { statusCodeOf } from "../codec/fields.ts";
import { compileLoops, type ReadingLoops } from "../compile-loops.ts";
import { GuideFollower } from "../follow-guide.ts";
import { receivedClaimAcknowledgment } from "../guides/005010X214-277CA/received.ts";
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

/** Segments of one answer that are kept; beyond them the rest of it is not read. */
const answerSegmentsMost = 50_000;

type Level = ClaimAcknowledgment["level"];

/** What the reader does in a loop: it makes an answer of that level, or it reads what stands around. */
type Role = Level | "line" | "heading" | "level" | "source" | "name" | "receipt";

const roles: Readonly<Record<string, Role>> = {
  ST: "heading",
  "2000": "level",
  "2100A": "source",
  "2100": "name",
  "2200A": "receipt",
  "2200B": "receiver",
  "2200C": "provider",
  "2200D": "claim",
  "2220D": "line",
};

let compiled: ReadingLoops<Role> | undefined;

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
  private readonly follower: GuideFollower<Role>;
  private beginning: Segment | undefined;
  private source: OpenParty | undefined;
  private party: OpenParty | undefined;
  private receipt: Pick<ClaimAcknowledgmentBatch, "traceNumber" | "receivedOn" | "processedOn"> =
    {};
  private batchEmitted = false;
  private answer: OpenAnswer | undefined;

  constructor(context: SetContext) {
    this.context = context;
    compiled ??= compileLoops(receivedClaimAcknowledgment, roles);
    this.follower = new GuideFollower(compiled, context);
  }

  read(segment: Segment): void {
    const { follower, context } = this;
    if (!follower.follow(segment)) {
      if (this.answer !== undefined) this.answer.last = segment;
      return;
    }
    const { id, role } = follower.state;
    const level = levelOf(role);
    if (level === undefined || (follower.opened && segment.id === "TRN")) this.finishAnswer();
    context.enter(id);
    if (level === undefined) this.readLevel(role, segment);
    else this.readAnswer(level, segment);
  }

  close(): void {
    this.finishAnswer();
    this.emitBatch();
  }

  private readLevel(role: Role, segment: Segment): void {
    if (segment.id === "BHT") this.beginning = segment;
    else if (segment.id === "HL") {
      this.party = undefined;
      if (this.follower.state.id !== "2000A") this.emitBatch();
    } else if (segment.id === "NM1") {
      this.party = partyOfName(segment, this.context);
      if (role === "source") this.source = this.party;
    } else if (role === "receipt") this.readReceipt(segment);
    else if ((role === "source" || role === "name") && this.party !== undefined) {
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
    else if (this.follower.state.role === "line") this.readLine(answer, segment);
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

/** The level of the answer that a loop belongs to. */
function levelOf(role: Role): Level | undefined {
  if (role === "line") return "claim";
  return role === "receiver" || role === "provider" || role === "claim" ? role : undefined;
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
