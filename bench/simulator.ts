import { cpuUsage, memoryUsage } from "node:process";
import {
  defaultDays,
  defaultEnd,
  type Profile,
  profileOf,
  type SimulationOptions,
  type Summary,
  simulate,
} from "@headwater/simulator";
import type { Benchmark, Figure } from "./figure.ts";

const claims = 20_000;
const claimsOfProfiles = 2500;

type Simulated = { readonly summary: Summary; readonly bytes: number; readonly mostHeap: number };

/** Runs one simulation to its end without keeping what it puts out. */
function run(options: SimulationOptions): Simulated {
  let summary: Summary | undefined;
  let bytes = 0;
  let mostHeap = 0;
  let files = 0;
  for (const output of simulate(options)) {
    if (output.type === "file") {
      bytes += output.text.length;
      files += 1;
      if (files % 50 === 0) mostHeap = Math.max(mostHeap, memoryUsage().heapUsed);
    } else if (output.record.truth === "summary") summary = output.record;
  }
  if (summary === undefined) throw new Error("A simulation ends with its summary.");
  return { summary, bytes, mostHeap };
}

const percent = (part: number, whole: number) => (100 * part) / Math.max(1, whole);

/** The mean of a profile over its seeds, and how far single ones lie from it. */
function figuresOf(name: string, seeds: number, bars: readonly [string, string, string]): Figure[] {
  const summaries = Array.from({ length: seeds }, (_, at) => {
    const options = { seed: at + 1, profile: profileNamed(name), claims: claimsOfProfiles };
    return run({ ...options, end: defaultEnd, days: defaultDays }).summary;
  });
  const figure = (what: string, unit: string, of: (summary: Summary) => number) => {
    const values = summaries.map(of);
    const mean = values.reduce((sum, value) => sum + value, 0) / seeds;
    const [least, most] = [Math.min(...values), Math.max(...values)].map((one) => one.toFixed(1));
    return { name: `${name}: ${what} (${seeds} seeds: ${least} to ${most})`, value: mean, unit };
  };
  const denials = figure("initial denials", "%", ({ initiallyDenied, adjudicated }) =>
    percent(initiallyDenied, adjudicated),
  );
  const frontEnd = figure("of them at the front end", "%", (summary) =>
    percent(summary.initiallyDeniedByStage["front-end"] ?? 0, summary.initiallyDenied),
  );
  const days = figure("gross days in A/R", "days", ({ daysInAr }) => daysInAr ?? Number.NaN);
  return [denials, frontEnd, days].map((one, at) => ({ ...one, bar: bars[at] ?? "" }));
}

function profileNamed(name: string): Profile {
  const profile = profileOf(name);
  if (profile === undefined) throw new Error(`There is no profile ${name}.`);
  return profile;
}

/** How fast worlds are made, and whether profiles come out as they claim. */
export const benchmark: Benchmark = {
  name: "simulator",
  about: `${claims.toLocaleString("en-US")} claims with acknowledgments and remittances from a seed`,
  async run(remark) {
    const profile = profileNamed("industry");
    const options = { profile, end: defaultEnd, days: defaultDays };
    run({ ...options, seed: 1, claims: 2000 });
    remark("generating");
    const before = cpuUsage();
    const { summary, bytes, mostHeap } = run({ ...options, seed: 7, claims });
    const { user, system } = cpuUsage(before);
    const seconds = (user + system) / 1e6;
    return [
      {
        name: "837, acknowledgments and 835 generated",
        value: summary.claims / seconds,
        unit: "claims per CPU second",
        bar: "at least 2000",
      },
      { name: "bytes of files", value: bytes / seconds / 1e6, unit: "MB per CPU second" },
      { name: "largest heap", value: mostHeap / 1e6, unit: "MB" },
      ...figuresOf("industry", 10, ["near 11.8", "near 50", "near 50"]),
      ...figuresOf("well-run", 3, ["below 4", "", "below 40"]),
      ...figuresOf("troubled", 3, ["above 15", "", "above 60"]),
    ];
  },
};
