import type { ClaimStatus } from "../acknowledgment.ts";
import { accountOf, procedureOf } from "../claim-parts.ts";
import type { BankAccount } from "../remittance.ts";
import type { Segment } from "../segment.ts";
import type { Procedure } from "../transaction.ts";
import { centsText, dateText, decimalText, procedureParts } from "../write/write-parts.ts";
import type { Field } from "./shape.ts";

/** A text; absent is undefined. */
export function text(element: number): Field<string | undefined> {
  return {
    element,
    read: (segment) => segment.text(element),
    write: (value) => value,
  };
}

/** A text that must be there: its absence is reported, and refused when writing. */
export function required(element: number): Field<string> {
  return {
    element,
    read: (segment, context) => context.required(segment, element) ?? "",
    write: (value, writer, place) => {
      if (value === "") writer.refuse("missing", ...place);
      return value;
    },
  };
}

/** Integer cents. */
export function cents(element: number): Field<number | undefined> {
  return {
    element,
    read: (segment, context) => context.cents(segment, element),
    write: (value, writer, place) =>
      value === undefined ? value : centsText(writer, value, place),
  };
}

/** Integer cents that must be there; 0 in their place is reported as an error. */
export function requiredCents(element: number): Field<number> {
  return {
    element,
    read: (segment, context) => context.requiredCents(segment, element) ?? 0,
    write: (value, writer, place) => centsText(writer, value, place),
  };
}

/** Decimal text, exactly as written. */
export function decimal(element: number): Field<string | undefined> {
  return {
    element,
    read: (segment, context) => context.quantity(segment, element),
    write: (value, writer, place) => decimalText(writer, value, place),
  };
}

/** Decimal text that must be there. */
export function requiredDecimal(element: number): Field<string> {
  return {
    element,
    read: (segment, context) => {
      context.required(segment, element);
      return context.quantity(segment, element) ?? "";
    },
    write: (value, writer, place) => decimalText(writer, value, place),
  };
}

/** A whole number. */
export function whole(element: number): Field<number | undefined> {
  return {
    element,
    read: (segment, context) => context.wholeNumber(segment, element),
    write: (value, writer, place) => {
      if (value === undefined) return undefined;
      if (!Number.isSafeInteger(value) || value < 0) writer.refuse("not-a-number", ...place);
      return String(value);
    },
  };
}

/** A civil date of eight digits. */
export function date(element: number): Field<string | undefined> {
  return {
    element,
    read: (segment, context) => context.date(segment, element),
    write: (value, writer, place) => (value === undefined ? value : dateText(writer, value, place)),
  };
}

/** One of two codes as true or false. */
export function either(element: number, [yes, no]: readonly [string, string]): Field<boolean> {
  return {
    element,
    read: (segment) => segment.is(element, yes),
    write: (value) => (value ? yes : no),
  };
}

/** The repetitions of an element. */
export function repeated(element: number): Field<readonly string[]> {
  return {
    element,
    read: (segment) => segment.repetitions(element).filter((part) => part !== ""),
    write: (value) => ({ repetitions: value }),
  };
}

/** The components of an element without those at its end that are empty; "" where one is. */
export function components(element: number): Field<readonly string[]> {
  return {
    element,
    read: (segment) => segment.components(element),
    // A field that is optional may be absent.
    write: (value: readonly string[] | undefined) => value,
  };
}

/** A composite procedure. */
export function procedure(element: number): Field<Procedure | undefined> {
  return {
    element,
    read: (segment) => procedureOf(segment, element),
    write: (value) => (value === undefined ? undefined : procedureParts(value)),
  };
}

/** A civil date whose format D8 stands in the element before it. */
export function dateWithFormat(element: number): Field<string | undefined> {
  return {
    element,
    also: [element - 1, "D8"],
    read: (segment, context) => {
      if (segment.text(element) === undefined || segment.is(element - 1, "D8")) {
        return context.date(segment, element);
      }
      context.report("X12_DATE_FORMAT", { segment, element: element - 1 });
      return undefined;
    },
    write: (value, writer, place) => (value === undefined ? value : dateText(writer, value, place)),
  };
}

type StatusCodes = ClaimStatus["codes"];

/** Status composites (category, status, entity) of up to three elements, those that are there. */
export function statusCodes(...elements: readonly [number, number, number]): Field<StatusCodes> {
  const [element] = elements;
  return {
    element,
    read: (segment, context) => {
      context.required(segment, element);
      return elements.flatMap((at) => statusCodeOf(segment, at) ?? []);
    },
    write: (codes, writer, [id]) => {
      if (codes.length === 0) writer.refuse("missing", id, element);
      if (codes.length > elements.length) writer.refuse("out-of-range", id, element);
      return statusParts(codes[0]);
    },
    further: elements.slice(1).map((at, index) => [at, (codes) => statusParts(codes[index + 1])]),
  };
}

/** A status composite; undefined when it names no category. */
export function statusCodeOf(segment: Segment, element: number): StatusCodes[number] | undefined {
  const [category, status = "", entity, codeList] = segment.components(element);
  if (!category) return undefined;
  const code = { category, status, entity: entity || undefined };
  return codeList ? { ...code, codeList } : code;
}

/** The components of a status composite. */
export function statusParts(
  code: StatusCodes[number] | undefined,
): readonly (string | undefined)[] | undefined {
  return code === undefined ? undefined : [code.category, code.status, code.entity, code.codeList];
}

/** An account in four elements that follow each other. */
export function account(element: number): Field<BankAccount | undefined> {
  return {
    element,
    read: (segment) => accountOf(segment, element),
    write: (value) => value?.routingQualifier,
    further: [
      [element + 1, (value) => value?.routingNumber],
      [element + 2, (value) => value?.accountQualifier],
      [element + 3, (value) => value?.accountNumber],
    ],
  };
}
