import { hierarchySet } from "../codec/hierarchy.ts";
import type { Values } from "../codec/shape.ts";
import {
  type SetContent,
  type WriteEnvelope,
  type WriteResult,
  writeInterchange,
} from "../write/write-interchange.ts";
import type { WritableAttachment, WritableAttachmentBatch } from "./attachment.ts";
import { attachmentHierarchy } from "./attachment-shapes.ts";

/** Guides of a 275 that can be written. */
export type AttachmentGuide = "005010X210" | "006020X314";

/**
 * Writes a 275 as one transaction set. In the result's text each character is one byte, as content may
 * hold any; `writePieces` with `attachmentSet` gives bytes. A 006020X314 asks for `interchangeVersion`
 * 00602 in the envelope.
 */
export function write275(
  batch: WritableAttachmentBatch,
  attachments: Iterable<WritableAttachment>,
  options: { readonly envelope: WriteEnvelope; readonly guide?: AttachmentGuide },
): WriteResult {
  const { envelope, guide } = options;
  return writeInterchange(envelope, [attachmentSet(batch, attachments, guide)]);
}

/** The transaction set of attachments, for `writePieces`. */
export function attachmentSet(
  batch: WritableAttachmentBatch,
  attachments: Iterable<WritableAttachment>,
  guide: AttachmentGuide = "005010X210",
): SetContent {
  return hierarchySet(attachmentHierarchy(guide), batch, unitsOf(attachments));
}

function* unitsOf(attachments: Iterable<WritableAttachment>): Generator<Values> {
  for (const attachment of attachments) yield { attachment };
}
