import type { WritableBatch } from "../batch.ts";
import { hierarchySet } from "../codec/hierarchy.ts";
import {
  type WriteEnvelope,
  type WriteResult,
  writeInterchange,
} from "../write/write-interchange.ts";
import type { EligibilityInquiry, EligibilityResponse } from "./eligibility.ts";
import { inquiryHierarchy, responseHierarchy } from "./eligibility-shapes.ts";

/** An inquiry to write. */
export type WritableEligibilityInquiry = Omit<EligibilityInquiry, "range">;

/** A response to write. */
export type WritableEligibilityResponse = Omit<EligibilityResponse, "range">;

/** Writes eligibility inquiries (005010X279A1) as one transaction set. */
export function write270(
  batch: WritableBatch,
  inquiries: Iterable<WritableEligibilityInquiry>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, [hierarchySet(inquiryHierarchy, batch, inquiries)]);
}

/** Writes eligibility responses (005010X279A1) as one transaction set. */
export function write271(
  batch: WritableBatch,
  responses: Iterable<WritableEligibilityResponse>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, [hierarchySet(responseHierarchy, batch, responses)]);
}
