import { describe, expect, test } from "vitest";
import { type Enrollment, isEnrolledOn } from "./enrollment.ts";

const question = { payerId: 1, providerId: 7, transaction: "837P", on: "2026-06-15" } as const;

function row(part: Partial<Enrollment>): Enrollment {
  return {
    payerId: 1,
    providerId: undefined,
    transaction: "837P",
    state: "active",
    effectiveFrom: "2026-01-01",
    effectiveTo: undefined,
    ...part,
  };
}

describe("a provider is enrolled on a day", () => {
  test.each<[string, Enrollment[], string, string]>([
    ["nothing on file", [], "unknown", "NOT_RECORDED"],
    ["another payer's row", [row({ payerId: 2 })], "unknown", "NOT_RECORDED"],
    ["another transaction's row", [row({ transaction: "835" })], "unknown", "NOT_RECORDED"],
    ["another provider's row", [row({ providerId: 8 })], "unknown", "NOT_RECORDED"],
    ["active for all", [row({})], "yes", "ACTIVE"],
    ["active from the day on", [row({ effectiveFrom: "2026-06-15" })], "yes", "ACTIVE"],
    ["active through the day", [row({ effectiveTo: "2026-06-15" })], "yes", "ACTIVE"],
    ["active from tomorrow on", [row({ effectiveFrom: "2026-06-16" })], "no", "NOT_YET"],
    ["active until yesterday", [row({ effectiveTo: "2026-06-14" })], "no", "ENDED"],
    ["not needed", [row({ state: "not-needed", effectiveFrom: undefined })], "yes", "NOT_NEEDED"],
    ["requested", [row({ state: "requested" })], "no", "REQUESTED"],
    ["refused", [row({ state: "refused" })], "no", "REFUSED"],
    ["ended after the day", [row({ state: "ended", effectiveTo: "2026-07-01" })], "yes", "ACTIVE"],
    ["ended before the day", [row({ state: "ended", effectiveTo: "2026-06-01" })], "no", "ENDED"],
    ["ended without a last day", [row({ state: "ended" })], "no", "ENDED"],
    [
      "his own row goes before the one for all",
      [row({}), row({ providerId: 7, state: "requested" })],
      "no",
      "REQUESTED",
    ],
    [
      "an ended and a later active row",
      [row({ state: "ended", effectiveTo: "2026-03-01" }), row({ effectiveFrom: "2026-06-01" })],
      "yes",
      "ACTIVE",
    ],
    [
      "refused once, requested again",
      [row({ state: "refused" }), row({ state: "requested" })],
      "no",
      "REQUESTED",
    ],
  ])("%s", (_name, rows, is, reason) => {
    expect(isEnrolledOn(rows, question)).toEqual({ is, reason });
  });
});
