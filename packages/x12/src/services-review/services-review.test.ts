import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batch } from "../testing/arbitrary-inquiries.ts";
import { arbitraryReview } from "../testing/arbitrary-reviews.ts";
import { testEnvelope } from "../testing/write-envelope.ts";
import type { ReviewedService } from "./services-review.ts";
import { write278 } from "./write-services-review.ts";

const [heading] = fc.sample(batch, { seed: 3, numRuns: 1 });
const [review] = fc.sample(
  arbitraryReview.filter(
    ({ subscriber }) => subscriber?.events.some(({ services }) => services.length > 0) === true,
  ),
  { seed: 3, numRuns: 1 },
);

/** What is refused of a review whose only service says this of itself. */
function refusedOf(changes: Partial<ReviewedService>): string[] {
  const subscriber = review?.subscriber;
  const event = subscriber?.events.find(({ services }) => services.length > 0);
  const [service] = event?.services ?? [];
  if (
    heading === undefined ||
    review === undefined ||
    subscriber === undefined ||
    !event ||
    !service
  ) {
    throw new Error("a service was expected");
  }
  const { traces, rejections, request, decision, references, dates, codes, ...rest } = service;
  const kept = { traces, rejections, request, decision, references, dates, codes };
  const bare = { ...rest, ...kept, ...nothing, ...changes } as ReviewedService;
  const events = [{ ...event, services: [bare] }];
  const changed = { ...review, subscriber: { ...subscriber, events, dependents: [] } };
  const result = write278(heading, [changed], testEnvelope);
  return result.ok ? [] : result.refusals.map(({ code, segmentId }) => `${code} ${segmentId}`);
}

const nothing = {
  procedure: undefined,
  chargedCents: undefined,
  revenueCode: undefined,
  unitOfMeasure: undefined,
  quantity: undefined,
  diagnosisPointers: undefined,
  isScreening: undefined,
  levelOfCare: undefined,
  rate: undefined,
  nursingHomeStatus: undefined,
  oralCavity: undefined,
  prosthesis: undefined,
  description: undefined,
};

describe("a service takes the details of its kind only", () => {
  test.each<readonly [string, Partial<ReviewedService>, readonly string[]]>([
    ["a dental one with a prosthesis", { kind: "dental", prosthesis: "I" }, []],
    [
      "a dental one with pointers",
      { kind: "dental", diagnosisPointers: ["1"] },
      ["unsupported SV3"],
    ],
    ["a professional one with a rate", { kind: "professional", rate: "1" }, ["unsupported SV1"]],
    ["a professional one with pointers", { kind: "professional", diagnosisPointers: ["1"] }, []],
    ["an institutional one with a rate", { kind: "institutional", rate: "1" }, []],
  ])("%s", (_name, changes, refusals) => {
    expect(refusedOf(changes)).toEqual(refusals);
  });
});
