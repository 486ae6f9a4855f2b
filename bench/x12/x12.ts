import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "@headwater/platform/project-root.ts";
import type { Benchmark, Figure } from "../figure.ts";
import { generateFiles } from "../generate-files.ts";
import { measureCommands } from "./commands.ts";

const claims = 87_000;
const isLarge = process.argv.includes("--large");
const run = promisify(execFile);
/** Processes for each measurement. */
const rounds = 3;

type Measurement = {
  /** Megabytes per CPU second: a busy host stretches these less than seconds of the clock. */
  speed: number;
  /** Megabytes per second of the clock. */
  wallSpeed: number;
  /** The same of a second reading in the same process, as in a server that has read before. */
  warmSpeed: number;
  warmWallSpeed: number;
  memoryMiB: number | undefined;
};

/**
 * Reading and writing X12, each measurement the fastest of three processes, by CPU seconds, of a new
 * process and of a warm one, peers from npm beside ours. `--large` adds memory over 500 MB, and the commands `headwater x12 …`.
 */
export const benchmark: Benchmark = {
  name: "x12",
  about: `reading and writing 50 MB of ${claims.toLocaleString("en-US")} claims, per CPU second, fastest of ${rounds}`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-bench-"));
    try {
      remark("writing the files");
      const files = await generateFiles(folder, { seed: 7, claims });
      const figures: Figure[] = [];
      for (const [name, file] of Object.entries(files)) {
        figures.push(...(await reading(name, file, remark)));
      }
      figures.push(...(await peers(files.claims, remark)));
      figures.push(...(await writing(files.claims, remark)));
      if (isLarge) figures.push(...(await measureCommands(folder, remark)));
      return figures;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

type Remark = (text: string) => void;

async function reading(name: string, file: string, remark: Remark): Promise<Figure[]> {
  remark(`reading the ${name}`);
  const scan = await measure("bare-scan", file);
  const figures: Figure[] = [];
  for (const { work, about, least } of readings) {
    remark(`${name}: ${about}`);
    const measurement = await measure(work, file);
    figures.push(...speeds(`${name}: ${about}`, measurement, { bar: `at least ${least}`, scan }));
    figures.push(memory(`${name}: memory of ${about}, 50 MB`, measurement));
    if (!isLarge) continue;
    figures.push(memory(`${name}: memory of ${about}, 500 MB`, await measure(work, file, 10)));
  }
  return figures;
}

const readings = [
  { work: "segments", about: "segments", least: 100 },
  { work: "typed", about: "typed", least: 25 },
  { work: "validate", about: "full validation", least: 8 },
] as const;

async function peers(file: string, remark: Remark): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of ["node-x12", "x12-parser"]) {
    remark(`reading with ${name}`);
    const measurement = await measure(name, file);
    figures.push(...speeds(`claims: segments by ${name}`, measurement));
    figures.push(memory(`claims: memory of ${name}`, measurement));
  }
  return figures;
}

async function writing(file: string, remark: Remark): Promise<Figure[]> {
  remark("writing claims");
  const measurement = await measure("write", file);
  return [
    ...speeds("claims: writing typed", measurement, { bar: "at least 25" }),
    memory("claims: memory of writing, 50 MB", measurement),
  ];
}

/** The fastest of a few processes: whatever else the host does only ever slows one down. */
async function measure(work: string, file: string, times = 1): Promise<Measurement> {
  const best = await measureOnce(work, file, times);
  for (let round = 1; round < rounds; round += 1) {
    const { memoryMiB = 0, ...speeds } = await measureOnce(work, file, times);
    best.speed = Math.max(best.speed, speeds.speed);
    best.wallSpeed = Math.max(best.wallSpeed, speeds.wallSpeed);
    best.warmSpeed = Math.max(best.warmSpeed, speeds.warmSpeed);
    best.warmWallSpeed = Math.max(best.warmWallSpeed, speeds.warmWallSpeed);
    best.memoryMiB = Math.max(best.memoryMiB ?? 0, memoryMiB);
  }
  return best;
}

async function measureOnce(work: string, file: string, times: number): Promise<Measurement> {
  const program = join(projectRoot(), "bin/run-typescript.js");
  const words = [program, "bench/x12/measure.ts", work, file, String(times)];
  const { stdout } = await run(process.execPath, words, { cwd: projectRoot() });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}") as Measurement;
}

/** By the processor and by the clock, which tells how busy the host was; new and warm. */
function speeds(
  name: string,
  measured: Measurement,
  more: { readonly bar?: string; readonly scan?: Measurement } = {},
): Figure[] {
  const { bar, scan } = more;
  const figure = (
    words: string,
    of: "speed" | "wallSpeed" | "warmSpeed" | "warmWallSpeed",
  ): Figure => ({
    name: `${name}${words}`,
    value: measured[of],
    unit: of === "speed" || of === "warmSpeed" ? "MB/s of CPU" : "MB/s",
    ...(bar === undefined ? {} : { bar }),
    ...(scan === undefined ? {} : { beside: { name: "bare scan", value: scan[of] } }),
  });
  return [
    figure("", "speed"),
    figure(", by the clock", "wallSpeed"),
    figure(", warm", "warmSpeed"),
    figure(", warm, by the clock", "warmWallSpeed"),
  ];
}

function memory(name: string, { memoryMiB }: Measurement): Figure {
  return { name, value: memoryMiB ?? Number.NaN, unit: "MiB", bar: "under 150" };
}
