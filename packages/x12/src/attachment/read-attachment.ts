import { readHierarchy } from "../codec/hierarchy.ts";
import type { SetContext, SetReader } from "../set-context.ts";
import type { Attachment, AttachmentBatch, WritableAttachmentBatch } from "./attachment.ts";
import { attachmentHierarchy } from "./attachment-shapes.ts";

const hierarchy = attachmentHierarchy("005010X210");

/** Reads a 275 (005010X210, 005010X211, 006020X314): one event per attachment. */
export function readAttachmentSet(context: SetContext): SetReader {
  return readHierarchy(hierarchy, context, ({ heading, unit, range }) => {
    const batch: AttachmentBatch = {
      ...(heading as WritableAttachmentBatch),
      header: context.header,
    };
    const values = unit.attachment as Omit<Attachment, "range">;
    context.emit({ type: "attachment", batch, attachment: { ...values, range } });
  });
}
