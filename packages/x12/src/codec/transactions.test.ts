import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { write276, write277 } from "../claim-status/write-claim-status.ts";
import { write270, write271 } from "../eligibility/write-eligibility.ts";
import { write834 } from "../enrollment/write-enrollment.ts";
import { write820 } from "../premium-payment/write-premium-payment.ts";
import type { ReadEvent } from "../reading.ts";
import { write278 } from "../services-review/write-services-review.ts";
import {
  arbitraryInquiry,
  arbitraryResponse,
  arbitraryStatusInquiry,
  arbitraryStatusResponse,
  batch,
} from "../testing/arbitrary-inquiries.ts";
import {
  arbitraryEnrollmentBatch,
  arbitraryMember,
  arbitraryPremiumPayment,
  arbitraryPremiumRemittance,
} from "../testing/arbitrary-records.ts";
import { arbitraryReview } from "../testing/arbitrary-reviews.ts";
import { eventsOf, readText } from "../testing/read-text.ts";
import { testEnvelope } from "../testing/write-envelope.ts";
import type { WriteEnvelope, WriteResult } from "../write/write-interchange.ts";

const runs = { numRuns: 100 };

function textOf(result: WriteResult): string {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.text;
}

function withoutRange<T extends { range: unknown }>({ range: _, ...rest }: T): Omit<T, "range"> {
  return rest;
}

const issuesOf = (events: readonly ReadEvent[]) =>
  eventsOf(events, "issue").filter(({ issue }) => issue.code !== "X12_PROVIDER_ID");

type Case<H, T> = {
  readonly headings: fc.Arbitrary<H>;
  readonly units: fc.Arbitrary<T>;
  readonly write: (heading: H, units: readonly T[], envelope: WriteEnvelope) => WriteResult;
  readonly read: (
    events: readonly ReadEvent[],
  ) => readonly { readonly batch: { readonly header: unknown }; readonly unit: unknown }[];
};

function returns<H, T>({ headings, units, write, read }: Case<H, T>): void {
  fc.assert(
    fc.property(headings, fc.array(units, { minLength: 1, maxLength: 3 }), (heading, written) => {
      const events = readText(textOf(write(heading, written, testEnvelope)));
      const found = read(events);
      expect(found.map(({ unit }) => unit)).toEqual(written);
      for (const each of found) {
        const { header: _, ...rest } = each.batch;
        expect(rest).toEqual(heading);
      }
      expect(issuesOf(events)).toEqual([]);
    }),
    runs,
  );
}

describe("reading gives what was written", () => {
  test("270", () => {
    returns({
      headings: batch,
      units: arbitraryInquiry,
      write: write270,
      read: (events) =>
        eventsOf(events, "eligibility-inquiry").map((event) => ({
          batch: event.batch,
          unit: withoutRange(event.inquiry),
        })),
    });
  });

  test("271", () => {
    returns({
      headings: batch,
      units: arbitraryResponse,
      write: write271,
      read: (events) =>
        eventsOf(events, "eligibility-response").map((event) => ({
          batch: event.batch,
          unit: withoutRange(event.response),
        })),
    });
  });

  test("276", () => {
    returns({
      headings: batch,
      units: arbitraryStatusInquiry,
      write: write276,
      read: (events) =>
        eventsOf(events, "claim-status-inquiry").map((event) => ({
          batch: event.batch,
          unit: withoutRange(event.inquiry),
        })),
    });
  });

  test("277", () => {
    returns({
      headings: batch,
      units: arbitraryStatusResponse,
      write: write277,
      read: (events) =>
        eventsOf(events, "claim-status-response").map((event) => ({
          batch: event.batch,
          unit: withoutRange(event.response),
        })),
    });
  });

  test("278", () => {
    returns({
      headings: batch,
      units: arbitraryReview,
      write: write278,
      read: (events) =>
        eventsOf(events, "services-review").map((event) => ({
          batch: event.batch,
          unit: withoutRange(event.review),
        })),
    });
  });

  test("834", () => {
    returns({
      headings: arbitraryEnrollmentBatch,
      units: arbitraryMember,
      write: write834,
      read: (events) =>
        eventsOf(events, "enrolled-member").map((event) => ({
          batch: event.batch,
          unit: withoutRange(event.member),
        })),
    });
  });

  test("820", () => {
    returns({
      headings: arbitraryPremiumPayment,
      units: arbitraryPremiumRemittance,
      write: write820,
      read: (events) =>
        eventsOf(events, "premium-remittance").map((event) => ({
          batch: event.payment,
          unit: withoutRange(event.remittance),
        })),
    });
  });
});
