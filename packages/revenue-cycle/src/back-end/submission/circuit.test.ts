import { describe, expect, test } from "vitest";
import {
  afterFailure,
  type Circuit,
  circuitState,
  closedCircuit,
  defaultCircuitLimits,
  permitOf,
  retryPause,
} from "./circuit.ts";

const { failuresToOpen } = defaultCircuitLimits;

const failedTimes = (times: number, now: number): Circuit =>
  Array.from({ length: times }).reduce<Circuit>(
    (circuit) => afterFailure(circuit, now, defaultCircuitLimits),
    closedCircuit,
  );

describe("a circuit", () => {
  test("is asked freely until it failed five times in a row", () => {
    const before = failedTimes(failuresToOpen - 1, 0);
    expect([circuitState(before, 0), permitOf(before, 0).is]).toEqual(["closed", "free"]);
    const open = failedTimes(failuresToOpen, 0);
    expect(circuitState(open, 29_999)).toBe("open");
    expect(permitOf(open, 29_999)).toEqual({ is: "refused", until: 30_000 });
  });

  test("lets one question try it out after the pause, and no second one meanwhile", () => {
    const open = failedTimes(failuresToOpen, 0);
    expect(circuitState(open, 30_000)).toBe("half-open");
    const probe = permitOf(open, 30_000);
    if (probe.is !== "probe") throw new Error("a probe was expected");
    expect(permitOf(probe.circuit, 30_001)).toEqual({ is: "refused", until: 150_000 });
    expect(permitOf(probe.circuit, 150_000).is).toBe("probe");
  });

  test.each([
    [5, 30_000],
    [6, 60_000],
    [7, 120_000],
    [10, 900_000],
    [400, 900_000],
  ])("after %i failures it pauses %i ms", (failures, pause) => {
    expect(failedTimes(failures, 1000).openUntil).toBe(1000 + pause);
  });

  test("opens when and for as long as its limits say", () => {
    const limits = { failuresToOpen: 2, firstPauseMs: 5000, longestPauseMs: 8000 };
    const once = afterFailure(closedCircuit, 0, limits);
    expect(once.openUntil).toBeUndefined();
    const twice = afterFailure(once, 0, limits);
    expect([twice.openUntil, afterFailure(twice, 0, limits).openUntil]).toEqual([5000, 8000]);
  });

  test.each([
    [1, 0, 125],
    [1, 255, 250],
    [3, 255, 1000],
  ])("attempt %i is followed by a pause of chance %i: %i ms", (attempt, chance, pause) => {
    expect(retryPause(attempt, chance, 250)).toBe(pause);
  });
});
