import { describe, expect, it } from "vitest";
import { defaultDays, defaultEnd, simulate } from "../run/simulate.ts";
import type { Summary, TruthRecord } from "../truth/records.ts";
import { type Profile, profileOf } from "./profiles.ts";

function profileNamed(name: string): Profile {
  const profile = profileOf(name);
  if (profile === undefined) throw new Error(`There is no profile ${name}.`);
  return profile;
}

function recordsOf(profile: Profile, seed: number, claims: number): TruthRecord[] {
  const options = { seed, profile, claims, end: defaultEnd, days: defaultDays };
  return [...simulate(options)].flatMap((output) =>
    output.type === "truth" ? [output.record] : [],
  );
}

/** Initial denials, the part of them made at the front end, days in A/R; over some seeds together. */
function figuresOf(name: string) {
  const summaries = [1, 2, 3].map((seed) => {
    const last = recordsOf(profileNamed(name), seed, 1500).at(-1);
    return last as Summary;
  });
  const sum = (of: (summary: Summary) => number) =>
    summaries.reduce((total, summary) => total + of(summary), 0);
  const denied = sum(({ initiallyDenied }) => initiallyDenied);
  return {
    denials: denied / sum(({ adjudicated }) => adjudicated),
    frontEnd:
      sum(({ initiallyDeniedByStage }) => initiallyDeniedByStage["front-end"] ?? 0) / denied,
    daysInAr: sum(({ daysInAr }) => daysInAr ?? 0) / summaries.length,
  };
}

describe("profiles come out as they claim", () => {
  it("industry: near 11.8 %, half of it at the front end, near 50 days", () => {
    const { denials, frontEnd, daysInAr } = figuresOf("industry");
    expect(Math.abs(denials - 0.118)).toBeLessThan(0.015);
    expect(Math.abs(frontEnd - 0.5)).toBeLessThan(0.08);
    expect(Math.abs(daysInAr - 50)).toBeLessThan(7);
  });

  it("well-run: below 4 %, below 40 days", () => {
    const { denials, daysInAr } = figuresOf("well-run");
    expect(denials).toBeLessThan(0.04);
    expect(daysInAr).toBeLessThan(42);
  });

  it("troubled: much worse than the industry", () => {
    const { denials, daysInAr } = figuresOf("troubled");
    expect(denials).toBeGreaterThan(0.15);
    expect(daysInAr).toBeGreaterThan(90);
  });
});

describe("a changed rule", () => {
  const spotless = profileNamed("spotless");
  const changed: Profile = { ...spotless, slips: { ...spotless.slips, "place-wrong": 100 } };
  const [before, after] = [spotless, changed].map((profile) => recordsOf(profile, 9, 400));

  it("leaves visits as they were", () => {
    const visits = (records: readonly TruthRecord[] = []) =>
      records.flatMap((record) =>
        record.truth === "appointments" ? [{ ...record, slip: undefined }] : [],
      );
    expect(visits(after)).toEqual(visits(before));
  });

  it("leaves claims as they were where it does not apply", () => {
    const touched = new Set<number>();
    const patients = new Map<string, number>();
    for (const record of after ?? []) {
      if (record.truth !== "appointments" || record.claim === undefined) continue;
      patients.set(record.claim, record.patient);
      if (record.slip !== undefined) touched.add(record.patient);
    }
    const untouched = (records: readonly TruthRecord[] = []) =>
      records
        .flatMap((record) => (record.truth === "claims" ? [record] : []))
        .filter(({ claim }) => !touched.has(patients.get(claim) ?? -1))
        .sort((left, right) => (left.claim < right.claim ? -1 : 1));
    expect(touched.size).toBeGreaterThan(10);
    expect(untouched(after).length).toBeGreaterThan(100);
    expect(untouched(after)).toEqual(untouched(before));
  });
});
