import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "@headwater/platform/project-root.ts";
import type { Benchmark, Figure } from "../figure.ts";
import { generateFiles } from "../generate-files.ts";

const claims = 87_000;
const run = promisify(execFile);

type Measurement = {
  /** Megabytes per CPU second. */
  readonly speed: number;
  readonly memoryMiB: number | undefined;
};

/**
 * Reading and writing X12, each measurement in a process of its own, by CPU seconds. Peers from npm are
 * measured where they are installed. `HEADWATER_BENCH_LARGE=1` adds memory over 500 MB.
 */
export const benchmark: Benchmark = {
  name: "x12",
  about: `reading and writing 50 MB of ${claims.toLocaleString("en-US")} claims, per CPU second`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-bench-"));
    try {
      remark("writing the files");
      const files = await generateFiles(folder, { seed: 7, claims });
      const figures: Figure[] = [];
      for (const [name, file] of Object.entries(files)) {
        figures.push(...(await reading(name, file, remark)));
      }
      figures.push(...(await peers(files.claims, remark)), await writing(files.claims, remark));
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
  const beside = { name: "bare scan", value: scan.speed };
  const segments = await measure("segments", file);
  const typed = await measure("typed", file);
  const figures: Figure[] = [
    speed(`${name}: segments`, segments, { bar: "at least 100", beside }),
    speed(`${name}: typed`, typed, { bar: "at least 25", beside }),
    memory(`${name}: memory, 50 MB`, typed),
  ];
  if (process.env.HEADWATER_BENCH_LARGE === "1") {
    figures.push(memory(`${name}: memory, 500 MB`, await measure("typed", file, 10)));
  }
  return figures;
}

async function peers(file: string, remark: Remark): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of ["node-x12", "x12-parser"]) {
    if (!isInstalled(name)) {
      remark(`${name} is not installed and not measured`);
      continue;
    }
    remark(`reading with ${name}`);
    const measurement = await measure(name, file);
    figures.push(speed(`claims: segments by ${name}`, measurement, {}));
    figures.push(memory(`claims: memory of ${name}`, measurement));
  }
  return figures;
}

async function writing(file: string, remark: Remark): Promise<Figure> {
  remark("writing claims");
  return speed("claims: writing typed", await measure("write", file), { bar: "at least 25" });
}

async function measure(work: string, file: string, times = 1): Promise<Measurement> {
  const program = join(projectRoot(), "bin/run-typescript.js");
  const words = [program, "bench/x12/measure.ts", work, file, String(times)];
  const { stdout } = await run(process.execPath, words, { cwd: projectRoot() });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}") as Measurement;
}

function isInstalled(name: string): boolean {
  try {
    createRequire(join(process.cwd(), "package.json")).resolve(name);
    return true;
  } catch {
    return false;
  }
}

function speed(
  name: string,
  { speed: value }: Measurement,
  more: Pick<Figure, "bar" | "beside">,
): Figure {
  return { name, value, unit: "MB/s of CPU", ...more };
}

function memory(name: string, { memoryMiB }: Measurement): Figure {
  return { name, value: memoryMiB ?? Number.NaN, unit: "MiB", bar: "under 150" };
}
