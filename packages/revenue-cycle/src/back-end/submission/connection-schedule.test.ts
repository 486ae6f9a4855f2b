import { describe, expect, test } from "vitest";
import { circuitLimitsOf, defaultSchedule, dueNow, patienceOf } from "./connection-schedule.ts";

describe("what the clock of a connection asks for", () => {
  const at = (pickedUpAt: string, sentAt = pickedUpAt) => ({ pickedUpAt, sentAt });
  test.each([
    ["nothing where people do it", {}, "2026-01-05T06:00", "2026-01-06T06:00", "--"],
    ["a time that came", { pickUpTimes: ["07:00"] }, "2026-01-05T06:59", "2026-01-05T07:00", "p-"],
    [
      "not once it was done",
      { pickUpTimes: ["07:00"] },
      "2026-01-05T07:00",
      "2026-01-05T23:00",
      "--",
    ],
    ["a time of yesterday", { sendTimes: ["22:00"] }, "2026-01-05T21:00", "2026-01-06T01:00", "-s"],
    [
      "the later of two",
      { sendTimes: ["08:00", "17:00"] },
      "2026-01-05T08:00",
      "2026-01-05T17:30",
      "-s",
    ],
    [
      "not before the next",
      { sendTimes: ["08:00", "17:00"] },
      "2026-01-05T08:00",
      "2026-01-05T16:59",
      "--",
    ],
    ["every half hour", { pickUpMinutes: 30 }, "2026-01-05T08:00", "2026-01-05T08:30", "p-"],
    ["not sooner", { pickUpMinutes: 30 }, "2026-01-05T08:00", "2026-01-05T08:29", "--"],
    ["across midnight", { pickUpMinutes: 30 }, "2026-01-05T23:50", "2026-01-06T00:20", "p-"],
  ])("%s", (_, changed, last, now, expected) => {
    const due = dueNow({ ...defaultSchedule, ...changed }, at(last), now);
    expect(`${due.pickUp ? "p" : "-"}${due.send ? "s" : "-"}`).toBe(expected);
  });

  test("patience and limits are those of the page, in the units of who uses them", () => {
    expect(patienceOf(defaultSchedule)).toEqual({
      timeoutMs: 20_000,
      attempts: 3,
      retryPauseMs: 250,
    });
    expect(circuitLimitsOf({ ...defaultSchedule, openSeconds: 5, openMostSeconds: 60 })).toEqual({
      failuresToOpen: 5,
      firstPauseMs: 5000,
      longestPauseMs: 60_000,
    });
  });
});
