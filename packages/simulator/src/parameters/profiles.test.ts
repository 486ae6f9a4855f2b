import { describe, expect, it } from "vitest";
import { defaultDays, defaultEnd, simulate } from "../run/simulate.ts";
import type { Summary, TruthRecord } from "../truth/records.ts";
import { slipRows } from "./parameters.ts";
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

const seeds = Array.from({ length: 10 }, (_, at) => at + 1);

/** Initial denials, the part of them made at the front end, days in A/R: a seed's own. */
type Figures = { readonly denials: number; readonly frontEnd: number; readonly daysInAr: number };

function figuresOf(name: string): { readonly each: Figures[]; readonly mean: Figures } {
  const each = seeds.map((seed) => {
    const last = recordsOf(profileNamed(name), seed, 1200).at(-1) as Summary;
    const { initiallyDenied, adjudicated, initiallyDeniedByStage, daysInAr } = last;
    return {
      denials: initiallyDenied / adjudicated,
      frontEnd: (initiallyDeniedByStage["front-end"] ?? 0) / initiallyDenied,
      daysInAr: daysInAr ?? Number.NaN,
    };
  });
  const mean = (of: (one: Figures) => number) =>
    each.reduce((sum, one) => sum + of(one), 0) / each.length;
  return {
    each,
    mean: {
      denials: mean(({ denials }) => denials),
      frontEnd: mean(({ frontEnd }) => frontEnd),
      daysInAr: mean(({ daysInAr }) => daysInAr),
    },
  };
}

/**
 * What a profile promises over ten seeds: the mean, and how far any one of them may lie. The guide
 * "Simulate a practice" states the same.
 */
const promises: readonly (readonly [
  profile: string,
  figure: keyof Figures,
  mean: readonly [number, number],
  each: readonly [number, number],
])[] = [
  ["industry", "denials", [0.108, 0.128], [0.09, 0.145]],
  ["industry", "frontEnd", [0.45, 0.55], [0.35, 0.65]],
  ["industry", "daysInAr", [45, 55], [38, 62]],
  ["well-run", "denials", [0, 0.04], [0, 0.05]],
  ["well-run", "daysInAr", [0, 40], [0, 45]],
  ["troubled", "denials", [0.15, 0.3], [0.13, 0.33]],
  ["troubled", "daysInAr", [80, 150], [65, 180]],
];

describe("profiles come out as they claim over ten seeds", () => {
  const known = new Map<string, ReturnType<typeof figuresOf>>();
  const figures = (name: string) => {
    const found = known.get(name) ?? figuresOf(name);
    known.set(name, found);
    return found;
  };

  it.each(promises)(
    "%s: %s",
    (profile, figure, [least, most], [leastOfOne, mostOfOne]) => {
      const { mean, each } = figures(profile);
      expect(mean[figure]).toBeGreaterThanOrEqual(least);
      expect(mean[figure]).toBeLessThanOrEqual(most);
      for (const one of each) {
        expect(one[figure]).toBeGreaterThanOrEqual(leastOfOne);
        expect(one[figure]).toBeLessThanOrEqual(mostOfOne);
      }
    },
    120_000,
  );
});

const spotless = profileNamed("spotless");

/** Each rule by itself: every slip, what payers do wrong, what becomes of files and of traces. */
const changes: readonly (readonly [string, Partial<Profile>])[] = [
  ...slipRows.map(({ kind }) => [kind, { slips: { ...spotless.slips, [kind]: 150 } }] as const),
  ["payer errors", { payerErrors: 100 }],
  ["underpayments", { underpayments: 100 }],
  ["takebacks", { takebacks: 200 }],
  ["outages", { clearinghouse: { ...spotless.clearinghouse, outages: 60 } }],
  ["late files", { clearinghouse: { ...spotless.clearinghouse, filesLate: 100 } }],
  ["files sent twice", { clearinghouse: { ...spotless.clearinghouse, filesTwice: 100 } }],
  ["lost traces", { tracesLost: 200 }],
];

/** The patients to whom a changed rule happened: theirs is the year's deductible that moves. */
function touchedPatients(before: readonly TruthRecord[], after: readonly TruthRecord[]) {
  const patients = new Map<string, number>();
  const touched = new Set<number>();
  for (const record of after) {
    if (record.truth !== "appointments" || record.claim === undefined) continue;
    patients.set(record.claim, record.patient);
    if (record.slip !== undefined) touched.add(record.patient);
  }
  const decided = (records: readonly TruthRecord[]) =>
    new Map(
      records.flatMap((record) =>
        record.truth === "claims" ? [[record.claim, JSON.stringify(decisionsOf(record))]] : [],
      ),
    );
  const [first, second] = [decided(before), decided(after)];
  return { patients, touched, first, second };
}

function decisionsOf({ decisions, sendings, slip }: Extract<TruthRecord, { truth: "claims" }>) {
  return { decisions, sendings, slip };
}

describe("a changed rule", () => {
  const before = recordsOf(spotless, 9, 250);
  const visits = (records: readonly TruthRecord[]) =>
    records.flatMap((record) =>
      record.truth === "appointments" ? [{ ...record, slip: undefined, claim: undefined }] : [],
    );

  // A lapse bills a visit that had no claim, since nobody was covered: it makes other visits.
  const elsewhere = changes.filter(([name]) => name !== "coverage-lapsed");
  it.each(elsewhere)("leaves visits as they were: %s", (_, change) => {
    const after = recordsOf({ ...spotless, ...change }, 9, 250);
    expect(visits(after)).toEqual(visits(before));
  });

  it.each(slipRows.map(({ kind }) => kind).filter((kind) => kind !== "coverage-lapsed"))(
    "leaves claims as they were where it does not happen: %s",
    (kind) => {
      const slips = { ...spotless.slips, [kind]: 150 };
      const after = recordsOf({ ...spotless, slips }, 9, 250);
      const { patients, touched, first, second } = touchedPatients(before, after);
      const untouched = [...second].filter(([claim]) => !touched.has(patients.get(claim) ?? -1));
      expect(untouched.length).toBeGreaterThan(20);
      for (const [claim, story] of untouched) {
        if (patients.has(claim)) expect(story).toBe(first.get(claim));
      }
    },
  );

  it.each(["late files", "files sent twice", "lost traces"])(
    "of files and banks changes no decision: %s",
    (name) => {
      const change = changes.find(([one]) => one === name)?.[1];
      const after = recordsOf({ ...spotless, ...change }, 9, 250);
      const claims = (records: readonly TruthRecord[]) =>
        records.filter(({ truth }) => truth === "claims" || truth === "lines");
      expect(claims(after)).toEqual(claims(before));
    },
  );
});
