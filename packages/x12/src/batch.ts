import { date, required, text } from "./codec/fields.ts";
import { type Part, partsOf } from "./codec/shape.ts";
import type { TransactionHeader } from "./transaction.ts";

/** BHT of a set of inquiries, answers or reviews. */
export type TransactionBatch = {
  readonly header: TransactionHeader;
  /** BHT02. */
  readonly purpose: string;
  /** BHT03. */
  readonly referenceId: string | undefined;
  /** BHT04 and BHT05 (`HHMM`, or with seconds). */
  readonly createdOn: string | undefined;
  readonly time: string | undefined;
  /** BHT06. */
  readonly kind: string | undefined;
};

/** A batch to write. */
export type WritableBatch = Omit<TransactionBatch, "header">;

/** BHT with the structure code (BHT01) of a guide. */
export function batchPart(structure: string): Part {
  return partsOf<WritableBatch>().segment(
    "BHT",
    { 1: structure },
    {
      purpose: required(2),
      referenceId: text(3),
      createdOn: date(4),
      time: text(5),
      kind: text(6),
    },
  );
}

/** TRN: a trace number and who gave it. */
export type Trace = {
  /** TRN01: 1 of the sender of this set, 2 given back. */
  readonly kind: string;
  readonly traceNumber: string;
  readonly originatingCompanyId: string | undefined;
  readonly supplementalId: string | undefined;
};

/** Fields of a TRN. */
export const traceFields = {
  kind: required(1),
  traceNumber: required(2),
  originatingCompanyId: text(3),
  supplementalId: text(4),
};

/** AAA: why a request was not answered. */
export type RequestRejection = {
  /** AAA01: N the request is not valid, Y it is valid but could not be answered. */
  readonly isValid: string;
  readonly agencyCode: string | undefined;
  /** AAA03. */
  readonly reasonCode: string | undefined;
  /** AAA04: C correct and resubmit, N do not resubmit, R resubmit … */
  readonly followUpCode: string | undefined;
};

/** Fields of an AAA. */
export const rejectionFields = {
  isValid: required(1),
  agencyCode: text(2),
  reasonCode: text(3),
  followUpCode: text(4),
};

/** HSD: how services are delivered: so many of what, how often, for how long. */
export type ServiceDelivery = {
  readonly quantityQualifier: string | undefined;
  /** Decimal text. */
  readonly quantity: string | undefined;
  readonly measurement: string | undefined;
  readonly sampleSelection: string | undefined;
  readonly periodQualifier: string | undefined;
  readonly periodCount: string | undefined;
  readonly calendarPattern: string | undefined;
  readonly timePattern: string | undefined;
};

/** Fields of an HSD. */
export const deliveryFields = {
  quantityQualifier: text(1),
  quantity: text(2),
  measurement: text(3),
  sampleSelection: text(4),
  periodQualifier: text(5),
  periodCount: text(6),
  calendarPattern: text(7),
  timePattern: text(8),
};
