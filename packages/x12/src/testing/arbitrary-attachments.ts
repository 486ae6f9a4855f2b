import fc from "fast-check";
import type {
  WritableAttachment,
  WritableAttachmentBatch,
  WritableAttachmentContent,
} from "../attachment/attachment.ts";
import { periods, told } from "./arbitrary-inquiries.ts";
import { code, date, maybe, references, text } from "./arbitrary-parts.ts";

const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });

const origin = fc
  .record({
    text: maybe(text(20)),
    version: maybe(code(5)),
    release: maybe(code(5)),
    standard: maybe(code(5)),
    program: maybe(code(5)),
    format: maybe(code(5)),
  })
  .filter((value) => Object.values(value).some((part) => part !== undefined));

const plainContent = fc.oneof(
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

const content: fc.Arbitrary<WritableAttachmentContent> = fc
  .tuple(plainContent, maybe(origin))
  .map(([plain, told]) => (told === undefined ? plain : { ...plain, origin: told }));

const codes = fc.tuple(fc.constant("R4"), text(7));

/** An attachment with content of any bytes, delimiters and line ends among them. */
export const arbitraryAttachment: fc.Arbitrary<WritableAttachment> = fc.record({
  number: fc.nat({ max: 999 }).map(String),
  traceKind: fc.constantFrom("1", "2"),
  traceNumber: text(20),
  requests: fc.array(
    fc.record({
      codes,
      on: maybe(date),
      secondCodes: fc.oneof(fc.constant([]), codes),
      thirdCodes: fc.oneof(fc.constant([]), codes),
    }),
    { maxLength: 2 },
  ),
  references: references(["EJ", "1K", "X1"]),
  dates: periods("472"),
  reportType: maybe(code(2)),
  format: maybe(code(2)),
  secondReportType: maybe(code(2)),
  formVersion: maybe(code(5)),
  formRelease: maybe(code(5)),
  codeList: maybe(code(2)),
  code: maybe(code(5)),
  objects: fc.array(fc.record({ number: code(2), kind: maybe(code(5)), id: maybe(code(10)) }), {
    maxLength: 2,
  }),
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
  provider: maybe(
    fc
      .tuple(
        told("1P", { address: true, references: true, taxonomy: true }),
        fc.array(
          told("1P", { address: true }).map(({ entityCode, address }) => ({ entityCode, address })),
          { maxLength: 2 },
        ),
      )
      .map(([party, locations]) => ({ ...party, locations })),
  ),
  patient: fc
    .tuple(told("QC", { references: true }), periods("472"))
    .map(([patient, dates]) => ({ ...patient, dates })),
});
