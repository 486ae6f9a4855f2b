import { conditionFields } from "../claim-detail-parts.ts";
import { date, decimal, required, text } from "../codec/fields.ts";
import { type Field, type Part, partsOf } from "../codec/shape.ts";
import type { Segment } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type { ElementValue } from "../write/segment-writer.ts";
import { dateText } from "../write/write-parts.ts";
import type { DayPeriod, ReviewedEvent } from "./services-review.ts";

const event = partsOf<ReviewedEvent>();

/** Texts of several elements, in their order. */
function texts(...elements: readonly number[]): Field<readonly string[]> {
  const [element = 0, ...others] = elements;
  return {
    element,
    read: (segment) => elements.flatMap((at) => segment.text(at) ?? []),
    write: (values, writer, place) => {
      if (values.length > elements.length) writer.refuse("out-of-range", ...place);
      return values[0];
    },
    further: others.map((at, index) => [at, (values: readonly string[]) => values[index + 1]]),
  };
}

/** Days of several elements, in their order. */
function days(...elements: readonly number[]): Field<readonly string[]> {
  const [element = 0, ...others] = elements;
  const digits = (value: string | undefined): ElementValue => value?.replaceAll("-", "");
  return {
    element,
    read: (segment, context) => elements.flatMap((at) => context.date(segment, at) ?? []),
    write: (values, writer, [id]) => {
      if (values.length > elements.length) writer.refuse("out-of-range", id, element);
      for (const value of values) dateText(writer, value, [id, element]);
      return digits(values[0]);
    },
    further: others.map((at, index) => [
      at,
      (values: readonly string[]) => digits(values[index + 1]),
    ]),
  };
}

/** A day or a range of days, with its format in the element before it. */
function period(element: number): Field<DayPeriod | undefined> {
  return {
    element,
    read: (segment: Segment, context: SetContext) => {
      const [first = "", last = ""] = (segment.text(element) ?? "").split("-");
      const place = { segment, element };
      const from = first === "" ? undefined : context.dateOfText(first, place);
      if (from === undefined) return undefined;
      return { from, through: last === "" ? undefined : context.dateOfText(last, place) };
    },
    write: (value, writer, place) => {
      if (value === undefined) return undefined;
      const first = dateText(writer, value.from, place);
      return value.through === undefined
        ? first
        : `${first}-${dateText(writer, value.through, place)}`;
    },
    further: [
      [
        element - 1,
        (value: DayPeriod | undefined) =>
          value === undefined ? undefined : value.through === undefined ? "D8" : "RD8",
      ],
    ],
  };
}

/** CRC, CR1, CR2, CR5 and CR6 of an event (005010X217 2000E). */
export const clinicalParts = {
  conditions: event.items("conditions", ["CRC", {}], conditionFields),
  further: [
    event.item("transport", ["CR1", {}], {
      weightUnit: text(1),
      weight: decimal(2),
      kind: text(3),
      reason: text(4),
      distanceUnit: text(5),
      distance: decimal(6),
      from: text(7),
      to: text(8),
      roundTripPurpose: text(9),
      stretcherPurpose: text(10),
    }),
    event.item("spinalManipulation", ["CR2", {}], {
      treatmentNumber: decimal(1),
      treatments: decimal(2),
      firstLevel: text(3),
      lastLevel: text(4),
      periodUnit: text(5),
      period: decimal(6),
      monthlyTreatments: decimal(7),
      condition: text(8),
      hasComplication: text(9),
      description: text(10),
      further: text(11),
      hasXrays: text(12),
    }),
    event.item("oxygen", ["CR5", {}], {
      certification: text(1),
      equipment: texts(3, 4, 18),
      reason: text(5),
      flowRate: decimal(6),
      dailyUse: decimal(7),
      hourlyUse: decimal(8),
      therapistOrder: text(9),
      bloodGas: decimal(10),
      saturation: decimal(11),
      testCondition: text(12),
      testFindings: texts(13, 14, 15),
      portableFlowRate: decimal(16),
      deliverySystem: text(17),
    }),
    event.item("homeHealth", ["CR6", {}], {
      prognosis: required(1),
      startOfCare: date(2),
      certified: period(4),
      diagnosedOn: date(5),
      isSkilledNursing: text(6),
      isMedicare: text(7),
      certification: text(8),
      surgeryOn: date(9),
      surgeryQualifier: text(10),
      surgery: text(11),
      orderedOn: date(12),
      lastVisitOn: date(13),
      physicianContactOn: date(14),
      stay: period(16),
      location: text(17),
      diagnosisDates: days(18, 19, 20, 21),
    }),
  ],
} satisfies Record<string, Part | readonly Part[]>;
