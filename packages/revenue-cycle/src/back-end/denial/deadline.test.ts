import { describe, expect, it } from "vitest";
import { type DeadlineDates, daysLeft, deadlineDate } from "./deadline.ts";

const dates: DeadlineDates = {
  remittanceOn: "2026-03-10",
  serviceFrom: "2026-01-15",
  priorPayerRemittanceOn: "2026-02-20",
};

describe("deadline", () => {
  it.each([
    ["corrected claim, from the remittance", 90, "remittance-date", "2026-06-08"],
    ["redetermination, from the remittance", 120, "remittance-date", "2026-07-08"],
    ["other payer's filing limit, from the service", 90, "service-date", "2026-04-15"],
    ["Medicare's year from the service", 365, "service-date", "2027-01-15"],
    ["appeal at the earlier payer", 60, "prior-payer-date", "2026-04-21"],
  ] as const)("%s: %i days from the %s is %s", (_name, days, basis, expected) => {
    expect(deadlineDate({ days, basis }, dates)).toBe(expected);
  });

  it("is not known where its basis date is not", () => {
    const unknown = { ...dates, priorPayerRemittanceOn: undefined };
    expect(deadlineDate({ days: 60, basis: "prior-payer-date" }, unknown)).toBeUndefined();
  });

  it.each([
    ["2026-06-08", 0],
    ["2026-06-01", 7],
    ["2026-06-10", -2],
  ])("on %s has %i days left", (today, expected) => {
    expect(daysLeft("2026-06-08", today)).toBe(expected);
  });
});
