import type { WritableBatch } from "../batch.ts";
import { readHierarchy } from "../codec/hierarchy.ts";
import type { SetContext, SetReader } from "../set-context.ts";
import type { EligibilityInquiry, EligibilityResponse } from "./eligibility.ts";
import { inquiryHierarchy, responseHierarchy } from "./eligibility-shapes.ts";

/** Reads a 270 (005010X279A1): one event per subscriber. */
export function readEligibilityInquirySet(context: SetContext): SetReader {
  return readHierarchy(inquiryHierarchy, context, ({ heading, unit, range }) => {
    const batch = { ...(heading as WritableBatch), header: context.header };
    const inquiry = { ...unit, range } as EligibilityInquiry;
    context.emit({ type: "eligibility-inquiry", batch, inquiry });
  });
}

/** Reads a 271 (005010X279A1): one event per subscriber, or per party that was rejected. */
export function readEligibilityResponseSet(context: SetContext): SetReader {
  return readHierarchy(responseHierarchy, context, ({ heading, unit, range }) => {
    const batch = { ...(heading as WritableBatch), header: context.header };
    const response = { ...unit, range } as EligibilityResponse;
    context.emit({ type: "eligibility-response", batch, response });
  });
}
