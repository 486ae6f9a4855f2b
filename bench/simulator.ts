import { cpuUsage, memoryUsage } from "node:process";
import {
  defaultDays,
  defaultEnd,
  profileOf,
  type SimulationOptions,
  type Summary,
  simulate,
} from "@headwater/simulator";
import type { Benchmark, Figure } from "./figure.ts";

const claims = 20_000;
const seeds = [7, 8];

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

function figuresOf(name: string, bars: readonly [string, string, string]): Figure[] {
  const profile = profileOf(name);
  if (profile === undefined) throw new Error(`There is no profile ${name}.`);
  return seeds.flatMap((seed) => {
    const options = { seed, profile, claims: 6000, end: defaultEnd, days: defaultDays };
    const { summary } = run(options);
    const frontEnd = summary.initiallyDeniedByStage["front-end"] ?? 0;
    const of = `${name}, seed ${seed}`;
    return [
      {
        name: `${of}: initial denials of claims adjudicated`,
        value: percent(summary.initiallyDenied, summary.adjudicated),
        unit: "%",
        bar: bars[0],
      },
      {
        name: `${of}: denials made at the front end`,
        value: percent(frontEnd, summary.initiallyDenied),
        unit: "%",
        bar: bars[1],
      },
      {
        name: `${of}: gross days in A/R`,
        value: summary.daysInAr ?? Number.NaN,
        unit: "days",
        bar: bars[2],
      },
    ];
  });
}

/** How fast worlds are made, and whether profiles come out as they claim. */
export const benchmark: Benchmark = {
  name: "simulator",
  about: `${claims.toLocaleString("en-US")} claims with acknowledgments and remittances from a seed`,
  async run(remark) {
    const profile = profileOf("industry");
    if (profile === undefined) throw new Error("There is no profile industry.");
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
      ...figuresOf("industry", ["near 11.8", "near 50", "near 50"]),
      ...figuresOf("well-run", ["below 4", "", "below 40"]),
      ...figuresOf("troubled", ["above 15", "", "above 60"]),
    ];
  },
};
