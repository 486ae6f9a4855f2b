import { readOutcome } from "../claim-detail-parts.ts";
import {
  dateOfDay,
  procedureOf,
  withAdjustments,
  withAmount,
  withQuantity,
} from "../claim-parts.ts";
import { noItems, withItem } from "../lists.ts";
import { addToParty, contactOf, type OpenParty, partyOfName, withReference } from "../party.ts";
import { inpatientRemarks, outpatientRemarks, withRemarks } from "../read-837/read-claim.ts";
import type { RemittanceClaim835, RemittanceServiceLine } from "../remittance.ts";
import type { RemittanceClaimDetails, RemittanceGroup } from "../remittance-details.ts";
import { type Segment, segmentRange } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type {
  ClaimAdjustment,
  Procedure,
  QualifiedAmount,
  QualifiedDate,
  QualifiedQuantity,
  Reference,
} from "../transaction.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

type OpenServiceLine = {
  readonly first: Segment;
  last: Segment;
  adjustments: readonly ClaimAdjustment[];
  remarkCodes: readonly string[];
  rejectCodes: readonly string[];
  references: readonly Reference[];
  amounts: readonly QualifiedAmount[];
  quantities: readonly QualifiedQuantity[];
  dates: readonly QualifiedDate[];
  readonly number: number;
  readonly procedure: Procedure | undefined;
  readonly submittedProcedure: Procedure | undefined;
  readonly revenueCode: string | undefined;
  readonly paidQuantity: string | undefined;
  readonly submittedQuantity: string | undefined;
  readonly chargedCents: number | undefined;
  readonly paidCents: number | undefined;
};

/** Segments of one claim that are kept; beyond them the rest of the claim is not read. */
const claimSegmentsMost = 50_000;

/** Loop 2100 with its lines while it is open. */
export class OpenRemittanceClaim {
  private readonly context: SetContext;
  private readonly first: Segment;
  private readonly number: number;
  private last: Segment;
  private segments = 1;
  private readonly chargedCents: number | undefined;
  private readonly paidCents: number | undefined;
  private readonly patientResponsibilityCents: number | undefined;
  private readonly patientControlNumber: string;
  private readonly statusCode: string;
  private adjustments: readonly ClaimAdjustment[] = noItems();
  private remarkCodes: readonly string[] = noItems();
  private parties: readonly OpenParty[] = noItems();
  private references: readonly Reference[] = noItems();
  private dates: readonly QualifiedDate[] = noItems();
  private amounts: readonly QualifiedAmount[] = noItems();
  private quantities: readonly QualifiedQuantity[] = noItems();
  private lines: readonly OpenServiceLine[] = noItems();
  private readonly group: RemittanceGroup | undefined;
  /** Made when the first of them is read. */
  private details: Writable<RemittanceClaimDetails> | undefined;

  constructor(
    first: Segment,
    place: { readonly number: number; readonly group: RemittanceGroup | undefined },
    context: SetContext,
  ) {
    const { number, group } = place;
    this.context = context;
    this.group = group;
    this.first = first;
    this.last = first;
    this.number = number;
    this.patientControlNumber = context.required(first, 1) ?? "";
    this.statusCode = context.required(first, 2) ?? "";
    this.chargedCents = context.requiredCents(first, 3);
    this.paidCents = context.requiredCents(first, 4);
    this.patientResponsibilityCents = context.cents(first, 5);
  }

  /** A segment that belongs to the claim but has no meaning in it. */
  extend(segment: Segment): boolean {
    this.last = segment;
    this.segments += 1;
    if (this.segments <= claimSegmentsMost) return true;
    if (this.segments === claimSegmentsMost + 1) {
      this.context.report("X12_TOO_MANY_SEGMENTS", { segment });
    }
    return false;
  }

  /** A segment of loop 2100 after its CLP. */
  read(segment: Segment): void {
    if (!this.extend(segment)) return;
    const { context } = this;
    switch (segment.id) {
      case "CAS":
        this.adjustments = withAdjustments(this.adjustments, segment, context);
        return;
      case "NM1":
        this.parties = withItem(this.parties, partyOfName(segment, context));
        return;
      case "MIA":
        this.remarkCodes = withRemarks(this.remarkCodes, segment, inpatientRemarks);
        this.details ??= {};
        readOutcome(this.details, segment, context);
        return;
      case "MOA":
        this.remarkCodes = withRemarks(this.remarkCodes, segment, outpatientRemarks);
        this.details ??= {};
        readOutcome(this.details, segment, context);
        return;
      case "PER":
        this.details ??= {};
        this.details.contacts = withItem(this.details.contacts ?? noItems(), contactOf(segment));
        return;
      case "REF":
        this.references = withReference(this.references, segment);
        return;
      case "DTM":
        this.dates = withDay(this.dates, segment, context);
        return;
      case "AMT":
        this.amounts = withAmount(this.amounts, segment, context);
        return;
      case "QTY":
        this.quantities = withQuantity(this.quantities, segment, context);
        return;
      default:
        this.readPartyPart(segment);
    }
  }

  /** A segment of loop 2110. */
  readLine(segment: Segment): void {
    if (!this.extend(segment)) return;
    if (segment.id === "SVC") {
      this.lines = withItem(this.lines, this.openLine(segment));
      return;
    }
    const line = this.lines.at(-1);
    if (line === undefined) return;
    line.last = segment;
    readLinePart(line, segment, this.context);
  }

  /** The claim of the closed loop; undefined when its amounts could not be read. */
  finish(): RemittanceClaim835 | undefined {
    const { context, first, chargedCents, paidCents } = this;
    context.loop = "2100";
    if (chargedCents === undefined || paidCents === undefined) {
      context.report("X12_REMITTANCE_CLAIM_UNREADABLE", { segment: first });
      return undefined;
    }
    const lines = this.finishLines();
    const service = serviceDatesOf(this.dates, lines);
    const claim: RemittanceClaim835 = {
      range: segmentRange(first, this.last),
      number: this.number,
      patientControlNumber: this.patientControlNumber,
      statusCode: this.statusCode,
      chargedCents,
      paidCents,
      patientResponsibilityCents: this.patientResponsibilityCents,
      filingIndicator: first.text(6),
      payerClaimControlNumber: first.text(7),
      facilityCode: first.text(8),
      frequencyCode: first.text(9),
      diagnosisRelatedGroup: first.text(11),
      adjustments: this.adjustments,
      remarkCodes: this.remarkCodes,
      parties: this.parties,
      references: this.references,
      dates: this.dates,
      serviceFrom: service.from,
      serviceThrough: service.through,
      receivedOn: dayOf(this.dates, "050"),
      amounts: this.amounts,
      quantities: this.quantities,
      lines,
    };
    return this.withRarities(claim);
  }

  /** Fields that few claims have, and that are left out of the others. */
  private withRarities(claim: RemittanceClaim835): RemittanceClaim835 {
    const { details, first, group } = this;
    if (details === undefined && group === undefined && first.elementCount < 12) return claim;
    const diagnosisGroupWeight = this.context.quantity(first, 12);
    const dischargeFraction = this.context.quantity(first, 13);
    return {
      ...claim,
      ...details,
      ...(group === undefined ? {} : { group }),
      ...(diagnosisGroupWeight === undefined ? {} : { diagnosisGroupWeight }),
      ...(dischargeFraction === undefined ? {} : { dischargeFraction }),
    };
  }

  private readPartyPart(segment: Segment): void {
    const party = this.parties.at(-1);
    if (party !== undefined) addToParty(party, segment, this.context);
  }

  private openLine(segment: Segment): OpenServiceLine {
    const { context } = this;
    const procedure = procedureOf(segment, 1);
    if (procedure === undefined) context.report("X12_ELEMENT_MISSING", { segment, element: 1 });
    return {
      first: segment,
      last: segment,
      chargedCents: context.requiredCents(segment, 2),
      paidCents: context.requiredCents(segment, 3),
      number: this.lines.length + 1,
      procedure,
      revenueCode: segment.text(4),
      paidQuantity: context.quantity(segment, 5),
      submittedProcedure: procedureOf(segment, 6),
      submittedQuantity: context.quantity(segment, 7),
      adjustments: noItems(),
      remarkCodes: noItems(),
      rejectCodes: noItems(),
      references: noItems(),
      amounts: noItems(),
      quantities: noItems(),
      dates: noItems(),
    };
  }

  private finishLines(): readonly RemittanceServiceLine[] {
    let finished: readonly RemittanceServiceLine[] = noItems();
    for (const line of this.lines) {
      const whole = finishLine(line);
      if (whole !== undefined) finished = withItem(finished, whole);
      else {
        this.context.loop = "2110";
        this.context.report("X12_REMITTANCE_LINE_UNREADABLE", { segment: line.first });
      }
    }
    return finished;
  }
}

type ServiceDates = { readonly from: string | undefined; readonly through: string | undefined };

/** DTM*232 and DTM*233 of the claim, else the span of its lines. */
function serviceDatesOf(
  dates: readonly QualifiedDate[],
  lines: readonly RemittanceServiceLine[],
): ServiceDates {
  const first = dayOf(dates, "232");
  const last = dayOf(dates, "233");
  if (first !== undefined || last !== undefined) {
    return { from: first ?? last, through: last ?? first };
  }
  let earliest: string | undefined;
  let latest: string | undefined;
  for (const { serviceFrom: from, serviceThrough: through } of lines) {
    if (from !== undefined && (earliest === undefined || from < earliest)) earliest = from;
    if (through !== undefined && (latest === undefined || through > latest)) latest = through;
  }
  return { from: earliest, through: latest };
}

function readLinePart(line: OpenServiceLine, segment: Segment, context: SetContext): void {
  switch (segment.id) {
    case "DTM":
      line.dates = withDay(line.dates, segment, context);
      return;
    case "CAS":
      line.adjustments = withAdjustments(line.adjustments, segment, context);
      return;
    case "REF":
      line.references = withReference(line.references, segment);
      return;
    case "AMT":
      line.amounts = withAmount(line.amounts, segment, context);
      return;
    case "QTY":
      line.quantities = withQuantity(line.quantities, segment, context);
      return;
    case "LQ":
      readRemark(line, segment);
      return;
  }
}

function readRemark(line: OpenServiceLine, segment: Segment): void {
  const code = segment.text(2);
  if (code === undefined) return;
  if (segment.is(1, "HE")) line.remarkCodes = withItem(line.remarkCodes, code);
  else if (segment.is(1, "RX")) line.rejectCodes = withItem(line.rejectCodes, code);
}

function finishLine(line: OpenServiceLine): RemittanceServiceLine | undefined {
  const { chargedCents, paidCents, dates, references } = line;
  if (chargedCents === undefined || paidCents === undefined) return undefined;
  const day = dayOf(dates, "472");
  const from = dayOf(dates, "150") ?? day;
  const finished: RemittanceServiceLine = {
    range: segmentRange(line.first, line.last),
    number: line.number,
    procedure: line.procedure,
    submittedProcedure: line.submittedProcedure,
    chargedCents,
    paidCents,
    revenueCode: line.revenueCode,
    paidQuantity: line.paidQuantity,
    submittedQuantity: line.submittedQuantity,
    serviceFrom: from,
    serviceThrough: dayOf(dates, "151") ?? day ?? from,
    lineItemControlNumber: referenceOf(references, "6R"),
    adjustments: line.adjustments,
    remarkCodes: line.remarkCodes,
    references,
    amounts: line.amounts,
    quantities: line.quantities,
    dates,
  };
  return line.rejectCodes.length === 0 ? finished : { ...finished, rejectCodes: line.rejectCodes };
}

function withDay(
  dates: readonly QualifiedDate[],
  segment: Segment,
  context: SetContext,
): readonly QualifiedDate[] {
  const date = dateOfDay(segment, context);
  return date === undefined ? dates : withItem(dates, date);
}

function dayOf(dates: readonly QualifiedDate[], qualifier: string): string | undefined {
  for (const date of dates) if (date.qualifier === qualifier) return date.from;
  return undefined;
}

function referenceOf(references: readonly Reference[], qualifier: string): string | undefined {
  for (const reference of references) if (reference.qualifier === qualifier) return reference.id;
  return undefined;
}
