import { lineDetailParts } from "../claim-detail-parts.ts";
import {
  dateOfPeriod,
  decimalComponent,
  procedureOf,
  withAdjustments,
  withAmount,
  withQuantity,
} from "../claim-parts.ts";
import { noItems, withItem } from "../lists.ts";
import { withReference } from "../party.ts";
import type { Segment } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type { OpenAdjudication, OpenLine } from "./open-claim.ts";
import { noteOf } from "./read-claim.ts";

/** A segment of loop 2400 itself. */
export function readLineSegment(line: OpenLine, segment: Segment, context: SetContext): void {
  switch (segment.id) {
    case "SV1":
      readProfessionalService(line, segment, context);
      return;
    case "SV2":
      readInstitutionalService(line, segment, context);
      return;
    case "SV3":
      readDentalService(line, segment, context);
      return;
    case "TOO":
      line.teeth = withItem(line.teeth, {
        tooth: segment.text(2),
        surfaces: presentComponents(segment, 3),
      });
      return;
    case "DTP":
      readLineDate(line, segment, context);
      return;
    case "REF":
      line.references = withReference(line.references, segment);
      if (segment.is(1, "6R")) line.lineItemControlNumber = segment.text(2);
      return;
    case "AMT":
      line.amounts = withAmount(line.amounts, segment, context);
      return;
    case "QTY":
      line.quantities = withQuantity(line.quantities, segment, context);
      return;
    case "NTE":
      line.notes = withItem(line.notes, noteOf(segment));
      return;
    default:
      lineDetailParts.read(line, segment, context);
  }
}

/** LIN, CTP and REF of loop 2410. */
export function readDrugSegment(line: OpenLine, segment: Segment, context: SetContext): void {
  if (segment.id === "LIN") {
    const ndc = segment.text(3);
    if (ndc === undefined) return;
    line.drug = { ndc, quantity: undefined, unit: undefined };
    const qualifier = segment.text(2);
    if (qualifier !== undefined && qualifier !== "N4") line.drug.qualifier = qualifier;
    return;
  }
  if (segment.id === "CTP" && line.drug !== undefined) {
    line.drug.quantity = context.quantity(segment, 4);
    line.drug.unit = segment.component(5, 1);
    return;
  }
  if (segment.id !== "REF") return;
  const [prescription] = withReference(noItems(), segment);
  if (line.drug === undefined) line.references = withReference(line.references, segment);
  else if (prescription !== undefined) line.drug.prescription = prescription;
}

/** LQ and FRM of loop 2440. */
export function readFormSegment(line: OpenLine, segment: Segment, context: SetContext): void {
  lineDetailParts.read(line, segment, context);
}

/** SVD of loop 2430; a decision without its amount is reported and left out. */
export function readDecision(
  line: OpenLine,
  segment: Segment,
  context: SetContext,
): OpenAdjudication | undefined {
  const payerId = context.required(segment, 1);
  const paidCents = context.requiredCents(segment, 2);
  if (payerId === undefined || paidCents === undefined) return undefined;
  const decision: OpenAdjudication = {
    payerId,
    paidCents,
    procedure: procedureOf(segment, 3),
    quantity: context.quantity(segment, 5),
    bundledInto: segment.text(6),
    adjustments: noItems(),
    adjudicatedOn: undefined,
    remainingPatientLiabilityCents: undefined,
  };
  const revenueCode = segment.text(4);
  if (revenueCode !== undefined) decision.revenueCode = revenueCode;
  line.adjudications = withItem(line.adjudications, decision);
  return decision;
}

/** CAS, DTP and AMT of loop 2430. */
export function readDecisionSegment(
  decision: OpenAdjudication,
  segment: Segment,
  context: SetContext,
): void {
  if (segment.id === "CAS") {
    decision.adjustments = withAdjustments(decision.adjustments, segment, context);
  } else if (segment.id === "DTP") {
    decision.adjudicatedOn = dateOfPeriod(segment, context)?.from ?? decision.adjudicatedOn;
  } else if (segment.id === "AMT") {
    const cents = context.cents(segment, 2);
    if (segment.is(1, "EAF")) decision.remainingPatientLiabilityCents = cents;
  }
}

function readProfessionalService(line: OpenLine, segment: Segment, context: SetContext): void {
  line.procedure = procedureOf(segment, 1);
  if (line.procedure === undefined) context.report("X12_ELEMENT_MISSING", { segment, element: 1 });
  line.chargedCents = context.requiredCents(segment, 2);
  line.unitOfMeasure = segment.text(3);
  line.quantity = context.quantity(segment, 4);
  line.placeOfService = segment.text(5);
  line.diagnosisPointers = pointersOf(segment, 7, context);
  line.emergency = segment.is(9, "Y");
  if (segment.elementCount > 9) readIndicators(line, segment);
}

/** SV111, SV112 and SV115. */
function readIndicators(line: OpenLine, segment: Segment): void {
  if (segment.is(11, "Y")) line.isScreening = true;
  if (segment.is(12, "Y")) line.isFamilyPlanning = true;
  if (segment.is(15, "0")) line.isCopayExempt = true;
}

function readInstitutionalService(line: OpenLine, segment: Segment, context: SetContext): void {
  line.revenueCode = context.required(segment, 1);
  line.procedure = procedureOf(segment, 2);
  line.chargedCents = context.requiredCents(segment, 3);
  line.unitOfMeasure = segment.text(4);
  line.quantity = context.quantity(segment, 5);
  line.nonCoveredCents = context.cents(segment, 7);
}

function readDentalService(line: OpenLine, segment: Segment, context: SetContext): void {
  line.procedure = procedureOf(segment, 1);
  if (line.procedure === undefined) context.report("X12_ELEMENT_MISSING", { segment, element: 1 });
  line.chargedCents = context.requiredCents(segment, 2);
  line.placeOfService = segment.text(3);
  const areas = presentComponents(segment, 4);
  if (areas.length > 0) line.oralCavity = areas;
  const prosthesis = segment.text(5);
  if (prosthesis !== undefined) line.prosthesis = prosthesis;
  line.quantity = context.quantity(segment, 6);
  line.diagnosisPointers = pointersOf(segment, 11, context);
}

function readLineDate(line: OpenLine, segment: Segment, context: SetContext): void {
  const date = dateOfPeriod(segment, context);
  if (date === undefined) return;
  line.dates = withItem(line.dates, date);
  if (date.qualifier !== "472") return;
  line.serviceFrom = date.from;
  line.serviceThrough = date.through ?? date.from;
}

function pointersOf(segment: Segment, element: number, context: SetContext): readonly number[] {
  let pointers: readonly number[] = noItems();
  const texts = segment.components(element);
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? "";
    const place = { segment, element, context };
    const digit = text.charCodeAt(0) - 48;
    if (text.length === 1 && digit >= 0 && digit <= 9) {
      pointers = withItem(pointers, digit);
    } else if (/^\d\d$/.test(text)) pointers = withItem(pointers, Number(text));
    else if (decimalComponent(text, place) !== undefined) {
      context.report("X12_DIAGNOSIS_POINTER", { segment, element, component: index + 1 });
    }
  }
  return pointers;
}

function presentComponents(segment: Segment, element: number): readonly string[] {
  return segment.components(element).filter((part) => part !== "");
}
