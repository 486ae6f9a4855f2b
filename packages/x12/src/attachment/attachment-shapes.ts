import { components, date, required, text } from "../codec/fields.ts";
import type { Hierarchy } from "../codec/hierarchy.ts";
import {
  addressPart,
  datesPart,
  nameOf,
  partyDefaults,
  partyParts,
  referencesPart,
} from "../codec/party-parts.ts";
import { type Part, partsOf, type Shape, shape } from "../codec/shape.ts";
import type { Segment } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type { Party } from "../transaction.ts";
import type { SegmentWriter } from "../write/segment-writer.ts";
import type {
  Attachment,
  AttachmentContent,
  AttachmentPatient,
  AttachmentProvider,
  WritableAttachment,
  WritableAttachmentBatch,
  WritableAttachmentContent,
} from "./attachment.ts";

const batch = partsOf<WritableAttachmentBatch>();
const attachment = partsOf<WritableAttachment>();

const party = (loop: string, roles: readonly string[], parts: readonly Part[]): Shape<Party> =>
  shape(loop, [nameOf(...roles), ...parts], { defaults: partyDefaults });

type ProviderLocation = NonNullable<AttachmentProvider["locations"]>[number];

const locationShape: Shape<ProviderLocation> = shape("1100C", [
  partsOf<ProviderLocation>().segment("NX1", {}, { entityCode: required(1) }),
  addressPart,
]);

const patientShape: Shape<AttachmentPatient> = shape(
  "1000D",
  [nameOf("QC"), ...partyParts("references"), datesPart],
  { defaults: partyDefaults },
);

/** An EFI tells of the content after it; one that nothing follows carries nothing. */
type ReadContents = AttachmentContent[] & { security?: ContentSecurity };

type ContentSecurity = Pick<AttachmentContent, "security" | "origin">;

const contentsPart: Part = {
  is: "custom",
  ids: ["EFI", "BIN", "BDS"],
  fixed: {},
  key: "contents",
  empty: [],
  read: (before, segment, context) => {
    const contents = before as ReadContents;
    if (segment.id === "EFI") contents.security = securityOf(segment);
    else {
      const content = contentOf(segment, context, contents.security);
      delete contents.security;
      if (content !== undefined) contents.push(content);
    }
    return contents;
  },
  write: (writer, value) => {
    for (const content of value as readonly WritableAttachmentContent[]) {
      writeContent(writer, content);
    }
  },
};

function securityOf(segment: Segment): ContentSecurity {
  const origin = {
    text: segment.text(2),
    version: segment.text(3),
    release: segment.text(4),
    standard: segment.text(5),
    program: segment.text(6),
    format: segment.text(7),
  };
  const isTold = Object.values(origin).some((value) => value !== undefined);
  return { security: segment.text(1), ...(isTold ? { origin } : {}) };
}

/** Undefined where the declared length is none: the reader of segments has reported it. */
function contentOf(
  segment: Segment,
  context: SetContext,
  security: ContentSecurity = { security: undefined },
): AttachmentContent | undefined {
  const isFiltered = segment.id === "BDS";
  const byteLength = context.wholeNumber(segment, isFiltered ? 2 : 1);
  // A terminator at its head means that the content could not be cut out by its length.
  if (byteLength === undefined || segment.isTerminated) return undefined;
  return {
    segment: isFiltered ? "BDS" : "BIN",
    filter: isFiltered ? context.required(segment, 1) : undefined,
    ...security,
    byteLength,
    byteFrom: segment.byteFrom + segment.length,
  };
}

function writeContent(writer: SegmentWriter, content: WritableAttachmentContent): void {
  const { segment, filter, security, origin, bytes } = content;
  if (origin !== undefined) {
    const { text: words, version, release, standard, program, format } = origin;
    writer.write("EFI", security, words, version, release, standard, program, format);
  } else if (security !== undefined) writer.write("EFI", security);
  const length = String(bytes.length);
  if (bytes.length === 0) writer.refuse("missing", segment, segment === "BIN" ? 2 : 3);
  if (segment === "BIN") {
    if (filter !== undefined) writer.refuse("unsupported", "BIN");
    writer.writeBinary("BIN", [length], bytes);
    return;
  }
  if (filter === undefined || filter === "") writer.refuse("missing", "BDS", 1);
  writer.writeBinary("BDS", [filter, length], bytes);
}

const attachmentShape: Shape<Omit<Attachment, "range">> = shape("2000A", [
  attachment.segment("LX", {}, { number: required(1) }),
  attachment.segment("TRN", {}, { traceKind: text(1), traceNumber: text(2) }),
  attachment.items("requests", ["STC", {}], {
    codes: components(1),
    on: date(2),
    secondCodes: components(10),
    thirdCodes: components(11),
  }),
  referencesPart(),
  datesPart,
  attachment.segment(
    "CAT",
    {},
    {
      reportType: text(1),
      format: text(2),
      secondReportType: text(3),
      formVersion: text(4),
      formRelease: text(5),
      codeList: text(6),
      code: text(7),
    },
  ),
  attachment.items("objects", ["OOI", {}], {
    number: required(1),
    kind: text(2),
    id: text(3),
  }),
  contentsPart,
]);

/** A 275: its parties, then attachments one after the other (005010X210, 006020X314). */
export function attachmentHierarchy(version: string): Hierarchy {
  return {
    setId: "275",
    version,
    functionalId: "PI",
    heading: [
      batch.segment(
        "BGN",
        {},
        { purpose: required(1), referenceId: required(2), createdOn: date(3), time: text(4) },
      ),
      batch.loop("payer", party("1000A", ["PR"], partyParts("contacts"))),
      batch.loop("submitter", party("1000B", ["41"], partyParts("contacts"))),
      batch.loop(
        "provider",
        party(
          "1000C",
          ["1P", "85"],
          [
            ...partyParts("taxonomy", "address", "references"),
            partsOf<AttachmentProvider>().loops("locations", locationShape),
          ],
        ),
      ),
      batch.loop("patient", patientShape),
    ],
    levels: [{ key: "attachment", shape: attachmentShape }],
  };
}
