/** What may be attached, as its bytes say: the name that a file came with proves nothing. */
export type AttachmentType = "pdf" | "jpeg" | "png" | "tiff" | "text";

type Known = { readonly mediaType: string; readonly extensions: readonly string[] };

export const attachmentTypes: Readonly<Record<AttachmentType, Known>> = {
  pdf: { mediaType: "application/pdf", extensions: ["pdf"] },
  jpeg: { mediaType: "image/jpeg", extensions: ["jpg", "jpeg"] },
  png: { mediaType: "image/png", extensions: ["png"] },
  tiff: { mediaType: "image/tiff", extensions: ["tif", "tiff"] },
  text: { mediaType: "text/plain; charset=utf-8", extensions: ["txt"] },
};

/** Largest attachment, in bytes: a scanned chart of some hundred pages. */
export const attachmentLimitBytes = 25_000_000;

/** How many attachments one claim, patient or authorization may have on its list. */
export const mostAttachments = 200;

/** Bytes at the beginning of a file that its type is told by. */
export const attachmentHeadBytes = 64 * 1024;

const signatures: readonly (readonly [AttachmentType, readonly number[]])[] = [
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["tiff", [0x4d, 0x4d, 0x00, 0x2a]],
];

const pdfMark = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** Readers of PDF look for its mark in the first kilobyte; some writers put something before it. */
const pdfMarkWithin = 1024;

/** The type of a file by its first bytes; undefined where it is none that may be attached. */
export function detectAttachmentType(head: Uint8Array, name: string): AttachmentType | undefined {
  for (const [type, signature] of signatures) if (standsAt(head, 0, signature)) return type;
  for (let at = 0; at < Math.min(head.length, pdfMarkWithin); at += 1) {
    if (standsAt(head, at, pdfMark)) return "pdf";
  }
  return extensionOf(name) === "txt" && isText(head) ? "text" : undefined;
}

function standsAt(head: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => head[at + index] === byte);
}

const textControls: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d]);

/** UTF-8 without control characters but tabs, line ends and page feeds; the last character may be cut. */
function isText(head: Uint8Array): boolean {
  let at = 0;
  while (at < head.length) {
    const lead = head[at] ?? 0;
    if ((lead < 0x20 && !textControls.has(lead)) || lead === 0x7f) return false;
    const following = followingBytes(lead);
    if (following === undefined) return false;
    const rest = head.subarray(at + 1, at + 1 + following);
    if (!rest.every((byte) => byte >= 0x80 && byte <= 0xbf)) return false;
    // U+0080 to U+009F are control characters too.
    if (lead === 0xc2 && (rest[0] ?? 0xff) < 0xa0) return false;
    at += 1 + following;
  }
  return true;
}

/** How many bytes follow the first one of a character in UTF-8; undefined where none begins so. */
function followingBytes(lead: number): number | undefined {
  if (lead < 0x80) return 0;
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  if (lead < 0xe0) return 1;
  return lead < 0xf0 ? 2 : 3;
}

const extensionOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();

const longestName = 200;

/**
 * The name under which an attachment is listed and given out: the last part of a path, without control
 * characters and those that turn the direction of writing, with an extension of its type.
 */
export function attachmentName(sent: string, type: AttachmentType): string {
  const last = sent.split(/[/\\]/).at(-1) ?? "";
  const shown = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "").trim();
  const { extensions } = attachmentTypes[type];
  const [first = ""] = extensions;
  const isNamed = extensions.includes(extensionOf(shown) ?? "");
  const extension = isNamed ? shown.slice(shown.lastIndexOf(".")) : `.${first}`;
  const stem = isNamed ? shown.slice(0, -extension.length) : shown;
  return `${stem.slice(0, longestName - extension.length) || "attachment"}${extension}`;
}
