import type { WritableBatch } from "../batch.ts";
import { readHierarchy } from "../codec/hierarchy.ts";
import type { SetContext, SetReader } from "../set-context.ts";
import type { ServicesReview } from "./services-review.ts";
import { servicesReviewHierarchy } from "./services-review-shapes.ts";

/** Reads a 278 (005010X217): one event per subscriber, or per party that was rejected. */
export function readServicesReviewSet(context: SetContext): SetReader {
  return readHierarchy(servicesReviewHierarchy, context, ({ heading, unit, range }) => {
    const batch = { ...(heading as WritableBatch), header: context.header };
    const review = { ...unit, range } as ServicesReview;
    context.emit({ type: "services-review", batch, review });
  });
}
