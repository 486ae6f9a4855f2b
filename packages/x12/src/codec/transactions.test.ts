import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WritableBatch } from "../batch.ts";
import { write276, write277 } from "../claim-status/write-claim-status.ts";
import { write270, write271 } from "../eligibility/write-eligibility.ts";
import type { ReadEvent } from "../reading.ts";
import {
  arbitraryInquiry,
  arbitraryResponse,
  arbitraryStatusInquiry,
  arbitraryStatusResponse,
  batch,
} from "../testing/arbitrary-inquiries.ts";
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

type Case<T> = {
  readonly units: fc.Arbitrary<T>;
  readonly write: (
    heading: WritableBatch,
    units: readonly T[],
    envelope: WriteEnvelope,
  ) => WriteResult;
  readonly read: (
    events: readonly ReadEvent[],
  ) => readonly { readonly batch: { readonly header: unknown }; readonly unit: unknown }[];
};

function returns<T>({ units, write, read }: Case<T>): void {
  fc.assert(
    fc.property(batch, fc.array(units, { minLength: 1, maxLength: 3 }), (heading, written) => {
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
      units: arbitraryStatusResponse,
      write: write277,
      read: (events) =>
        eventsOf(events, "claim-status-response").map((event) => ({
          batch: event.batch,
          unit: withoutRange(event.response),
        })),
    });
  });
});
