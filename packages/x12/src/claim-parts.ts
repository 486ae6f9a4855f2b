import { noItems, withItem } from "./lists.ts";
import type { BankAccount } from "./remittance.ts";
import type { Segment } from "./segment.ts";
import type { SetContext } from "./set-context.ts";
import type {
  ClaimAdjustment,
  Procedure,
  QualifiedAmount,
  QualifiedDate,
  QualifiedQuantity,
} from "./transaction.ts";
import { isDecimal } from "./values.ts";

/** The list with the up to six reasons of a CAS. An amount that cannot be read makes a reason unusable. */
export function withAdjustments(
  before: readonly ClaimAdjustment[],
  segment: Segment,
  context: SetContext,
): readonly ClaimAdjustment[] {
  let adjustments = before;
  const groupCode = segment.text(1);
  const elements = Math.min(segment.elementCount, 19);
  let found = 0;
  for (let element = 2; element <= elements; element += 3) {
    const reasonCode = segment.text(element);
    const plain = segment.plainCents(element + 1);
    const amount = Number.isNaN(plain) ? segment.text(element + 1) : "";
    if (reasonCode === undefined && amount === undefined) continue;
    found += 1;
    if (groupCode === undefined || reasonCode === undefined || amount === undefined) {
      context.report("X12_ADJUSTMENT_INCOMPLETE", { segment, element });
      continue;
    }
    const place = { segment, element: element + 1 };
    const cents = amount === "" ? plain : context.centsOfText(amount, place);
    const quantity = context.quantity(segment, element + 2);
    if (cents === undefined) continue;
    adjustments = withItem(adjustments, { groupCode, reasonCode, cents, quantity });
  }
  if (found === 0) context.report("X12_ADJUSTMENT_INCOMPLETE", { segment, element: 2 });
  return adjustments;
}

/** A composite procedure; undefined when its element is absent. */
export function procedureOf(segment: Segment, element: number): Procedure | undefined {
  const parts = segment.components(element);
  const qualifier = trimmed(parts[0]);
  const code = trimmed(parts[1]);
  if (qualifier === undefined || code === undefined) return undefined;
  let modifiers: readonly string[] = noItems();
  for (let at = 2; at < 6 && at < parts.length; at += 1) {
    const modifier = trimmed(parts[at]);
    if (modifier !== undefined) modifiers = withItem(modifiers, modifier);
  }
  const procedure = { qualifier, code, modifiers, description: trimmed(parts[6]) };
  const rangeEnd = trimmed(parts[7]);
  return rangeEnd === undefined ? procedure : { ...procedure, rangeEnd };
}

/** Without trailing blanks; undefined when nothing is left. */
function trimmed(part: string | undefined): string | undefined {
  if (part === undefined || part === "") return undefined;
  if (part.charCodeAt(part.length - 1) !== 32) return part;
  return part.trimEnd() || undefined;
}

/** The list with AMT01 and AMT02 in cents, when both can be read. */
export function withAmount(
  amounts: readonly QualifiedAmount[],
  segment: Segment,
  context: SetContext,
): readonly QualifiedAmount[] {
  const qualifier = segment.text(1);
  const cents = context.cents(segment, 2);
  if (qualifier === undefined || cents === undefined) return amounts;
  return withItem(amounts, { qualifier, cents });
}

/** The list with QTY01 and QTY02 as decimal text, when both can be read. */
export function withQuantity(
  quantities: readonly QualifiedQuantity[],
  segment: Segment,
  context: SetContext,
): readonly QualifiedQuantity[] {
  const qualifier = segment.text(1);
  const quantity = context.quantity(segment, 2);
  if (qualifier === undefined || quantity === undefined) return quantities;
  return withItem(quantities, { qualifier, quantity });
}

/**
 * The date of a DTP (qualifier, format, value): D8 a day, RD8 a range, DT a day with a time. Other
 * formats are reported and not read; TM is a time without a day and no fault.
 */
export function dateOfPeriod(segment: Segment, context: SetContext): QualifiedDate | undefined {
  const qualifier = segment.text(1);
  if (qualifier !== undefined && segment.is(2, "D8")) {
    const from = segment.plainDate(3);
    if (from !== undefined) return { qualifier, from, through: undefined };
  }
  const format = segment.text(2);
  const value = context.required(segment, 3);
  if (qualifier === undefined || format === undefined || value === undefined) return undefined;
  const place = { segment, element: 3 };
  if (format === "D8") {
    const from = context.dateOfText(value, place);
    return from === undefined ? undefined : { qualifier, from, through: undefined };
  }
  if (format === "RD8") return rangeOf(qualifier, value, { segment, context });
  if (format === "DT") return momentOf(qualifier, value, { segment, context });
  if (format !== "TM") context.report("X12_DATE_FORMAT", { segment, element: 2 });
  return undefined;
}

type DateSource = { readonly segment: Segment; readonly context: SetContext };

function rangeOf(qualifier: string, value: string, source: DateSource): QualifiedDate | undefined {
  const place = { segment: source.segment, element: 3 };
  const [first = "", last = "", ...rest] = value.split("-");
  if (rest.length > 0) source.context.report("X12_DATE", place);
  const from = source.context.dateOfText(first, place);
  const through = source.context.dateOfText(last, place);
  if (from === undefined || through === undefined) return undefined;
  if (through < from) source.context.report("X12_DATE_ORDER", place);
  return { qualifier, from, through };
}

function momentOf(qualifier: string, value: string, source: DateSource): QualifiedDate | undefined {
  const place = { segment: source.segment, element: 3 };
  const from = source.context.dateOfText(value.slice(0, 8), place);
  if (from === undefined) return undefined;
  const time = value.slice(8);
  if (/^([01]\d|2[0-3])[0-5]\d$/.test(time)) return { qualifier, from, through: undefined, time };
  source.context.report("X12_DATE", place);
  return { qualifier, from, through: undefined };
}

/** The date of a DTM (qualifier, value). */
export function dateOfDay(segment: Segment, context: SetContext): QualifiedDate | undefined {
  const qualifier = segment.text(1);
  const from = context.date(segment, 2);
  if (qualifier === undefined || from === undefined) return undefined;
  return { qualifier, from, through: undefined };
}

/** Decimal text of a component, undefined when absent or not a number. */
export function decimalComponent(
  text: string | undefined,
  place: { segment: Segment; element: number; context: SetContext },
): string | undefined {
  if (text === undefined || text === "" || isDecimal(text)) return text || undefined;
  place.context.report("X12_QUANTITY", { segment: place.segment, element: place.element });
  return undefined;
}

/** An account in four elements that follow each other; undefined when all are empty. */
export function accountOf(payment: Segment, element: number): BankAccount | undefined {
  const account = {
    routingQualifier: payment.text(element),
    routingNumber: payment.text(element + 1),
    accountQualifier: payment.text(element + 2),
    accountNumber: payment.text(element + 3),
  };
  return Object.values(account).some((part) => part !== undefined) ? account : undefined;
}
