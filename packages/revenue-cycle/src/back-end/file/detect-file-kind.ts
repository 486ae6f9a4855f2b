import { createTransactionReader, type ReadEvent } from "@headwater/x12";
import { foreignFormat } from "@headwater/x12/foreign-format.ts";
import { csvLayoutOf } from "./csv-layout.ts";
import { type FileKind, type FileRefusal, type FileRefusalCode, refusal } from "./file.ts";
import { isBai2 } from "./read-bai2.ts";

/** Bytes from the start of a file that decide what it is. */
export const headBytes = 65_536;

export type DetectedFile =
  | { readonly reads: "x12"; readonly kind: FileKind }
  | { readonly reads: "csv"; readonly kind: "bank" | "patient-payments" | "fee-schedule" }
  | { readonly reads: "bai2"; readonly kind: "bank" }
  | { readonly reads: "archive"; readonly kind: "zip" }
  | { readonly reads: "nothing"; readonly kind: FileKind; readonly refusal: FileRefusal };

const foreignRefusals: Readonly<Record<string, FileRefusalCode>> = {
  gzip: "FILE_IS_GZIP",
  pdf: "FILE_IS_PDF",
  html: "FILE_IS_HTML",
  xml: "FILE_IS_XML",
  office: "FILE_IS_OFFICE",
  edifact: "FILE_IS_EDIFACT",
  utf16: "FILE_IS_UTF16",
  binary: "FILE_IS_BINARY",
};

/**
 * What a file is by its first bytes, never by its name. An X12 file's kind is that of its first set;
 * reading the whole tells whether it is mixed.
 */
export function detectFileKind(head: Uint8Array): DetectedFile {
  if (isBlank(head)) return nothing("FILE_EMPTY");
  const text = latin1(head);
  const format = foreignFormat(text.slice(0, 512));
  if (format === "zip") return { reads: "archive", kind: "zip" };
  const foreign = format === undefined ? undefined : foreignRefusals[format];
  if (foreign !== undefined) return nothing(foreign);
  const x12 = x12Kind(head);
  if (x12 !== undefined) return { reads: "x12", kind: x12 };
  const layout = csvLayoutOf(text);
  if (layout !== undefined) return { reads: "csv", kind: layout.kind };
  if (isBai2(text)) return { reads: "bai2", kind: "bank" };
  return nothing("FILE_KIND_UNKNOWN");
}

function nothing(code: FileRefusalCode): DetectedFile {
  return { reads: "nothing", kind: "unknown", refusal: refusal(code) };
}

/** The kind of the first set; `x12` when an ISA stands there and no set in reach. */
function x12Kind(head: Uint8Array): FileKind | undefined {
  const reader = createTransactionReader();
  const events: ReadEvent[] = [...reader.push(head), ...reader.end()];
  for (const event of events) {
    if (event.type === "set-start") return event.header.kind;
    if (event.type === "interchange-acknowledgment") return "TA1";
  }
  const isEnvelope = events.some(
    (event) =>
      event.type === "interchange-start" ||
      (event.type === "issue" && /^X12_ISA_(MALFORMED|TRUNCATED)$/.test(event.issue.code)),
  );
  return isEnvelope ? "x12" : undefined;
}

function isBlank(head: Uint8Array): boolean {
  return head.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a);
}

/** One character per byte: enough to recognise formats, whatever the encoding. */
function latin1(head: Uint8Array): string {
  let text = "";
  for (let from = 0; from < head.length; from += 4096) {
    text += String.fromCharCode(...head.subarray(from, from + 4096));
  }
  return text;
}
