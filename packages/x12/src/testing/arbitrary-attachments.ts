import fc from "fast-check";
import type {
  WritableAttachment,
  WritableAttachmentBatch,
  WritableAttachmentContent,
} from "../attachment/attachment.ts";
import { periods, told } from "./arbitrary-inquiries.ts";
import { code, date, maybe, references, text } from "./arbitrary-parts.ts";

const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });

const content: fc.Arbitrary<WritableAttachmentContent> = fc.oneof(
  fc.record({
    segment: fc.constant("BIN" as const),
    filter: fc.constant(undefined),
    security: maybe(code(2)),
    bytes,
  }),
  fc.record({
    segment: fc.constant("BDS" as const),
    filter: fc.constantFrom("B64", "ASC"),
    security: maybe(code(2)),
    bytes,
  }),
);

/** An attachment with content of any bytes, delimiters and line ends among them. */
export const arbitraryAttachment: fc.Arbitrary<WritableAttachment> = fc.record({
  number: fc.nat({ max: 999 }).map(String),
  traceKind: fc.constantFrom("1", "2"),
  traceNumber: text(20),
  requests: fc.array(fc.record({ codes: fc.tuple(fc.constant("R4"), text(7)), on: maybe(date) }), {
    maxLength: 2,
  }),
  references: references(["EJ", "1K", "X1"]),
  dates: periods("472"),
  reportType: maybe(code(2)),
  format: maybe(code(2)),
  contents: fc.array(content, { maxLength: 3 }),
});

/** What a 275 says of itself. */
export const arbitraryAttachmentBatch: fc.Arbitrary<WritableAttachmentBatch> = fc.record({
  purpose: fc.constantFrom("02", "11"),
  referenceId: text(20),
  createdOn: maybe(date),
  time: fc.constantFrom(undefined, "1200"),
  payer: told("PR"),
  submitter: maybe(told("41")),
  provider: maybe(told("1P", { address: true, references: true, taxonomy: true })),
  patient: fc
    .tuple(told("QC", { references: true }), periods("472"))
    .map(([patient, dates]) => ({ ...patient, dates })),
});
