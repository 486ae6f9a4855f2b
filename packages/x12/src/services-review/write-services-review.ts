import type { WritableBatch } from "../batch.ts";
import { hierarchySet } from "../codec/hierarchy.ts";
import {
  type WriteEnvelope,
  type WriteResult,
  writeInterchange,
} from "../write/write-interchange.ts";
import type { ServicesReview } from "./services-review.ts";
import { servicesReviewHierarchy } from "./services-review-shapes.ts";

/** A review to write. */
export type WritableServicesReview = Omit<ServicesReview, "range">;

/** Writes requests for review (purpose 13) or responses (11) of 005010X217 as one transaction set. */
export function write278(
  batch: WritableBatch,
  reviews: Iterable<WritableServicesReview>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, [hierarchySet(servicesReviewHierarchy, batch, reviews)]);
}
