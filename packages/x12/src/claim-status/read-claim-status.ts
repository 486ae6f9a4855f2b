import type { WritableBatch } from "../batch.ts";
import { readHierarchy } from "../codec/hierarchy.ts";
import type { SetContext, SetReader } from "../set-context.ts";
import type { ClaimStatusInquiry, ClaimStatusResponse } from "./claim-status.ts";
import { statusInquiryHierarchy, statusResponseHierarchy } from "./claim-status-shapes.ts";

/** Reads a 276 (005010X212): one event per subscriber. */
export function readStatusInquirySet(context: SetContext): SetReader {
  return readHierarchy(statusInquiryHierarchy, context, ({ heading, unit, range }) => {
    const batch = { ...(heading as WritableBatch), header: context.header };
    const inquiry = { ...unit, range } as ClaimStatusInquiry;
    context.emit({ type: "claim-status-inquiry", batch, inquiry });
  });
}

/** Reads a 277 (005010X212): one event per subscriber, or per party that was rejected. */
export function readStatusResponseSet(context: SetContext): SetReader {
  return readHierarchy(statusResponseHierarchy, context, ({ heading, unit, range }) => {
    const batch = { ...(heading as WritableBatch), header: context.header };
    const response = { ...unit, range } as ClaimStatusResponse;
    context.emit({ type: "claim-status-response", batch, response });
  });
}
