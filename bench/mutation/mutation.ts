import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { build } from "esbuild";
import type { Benchmark, Figure } from "../figure.ts";
import { type Equivalent, equivalentOf, equivalentsOf } from "./equivalents.ts";
import { ModuleGraph } from "./module-graph.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { type Target, targets } from "./targets.ts";
import type { Told, Trial } from "./try-mutants.ts";

/** One mutant of so many is tried; all of them unless it is asked for fewer. */
const oneIn = Number(
  process.argv.find((word) => word.startsWith("--one-in="))?.slice("--one-in=".length) ?? 1,
);
const only = process.argv.find((word) => word.startsWith("--file="))?.slice("--file=".length);

/** A mutant that works longer than this is found out: it never ends. By the processor's time. */
const patienceMs = 30_000;
const lookMs = 500;
const memoryMb = 1500;

/** Changes the decisions about money one place at a time, and counts how many changes the pure tests notice. */
export const benchmark: Benchmark = {
  name: "mutation",
  about: `changes of the posting decisions that their tests notice (--one-in=${oneIn} --file=settle-line)`,
  async run(remark) {
    const figures: Figure[] = [];
    const all = { killed: 0, tried: 0, equivalent: 0 };
    const graph = new ModuleGraph(
      new Map([["vitest", placeOf("bench/mutation/tests-at-once.ts")]]),
    );
    for (const target of targets) {
      if (only !== undefined && !target.file.includes(only)) continue;
      const count = await tryTarget(target, { graph, remark });
      all.killed += count.killed;
      all.tried += count.tried;
      all.equivalent += count.equivalent;
      figures.push(share(target.file.slice("packages/revenue-cycle/src/".length), count));
    }
    return [...figures, { ...share("all", all), bar: "at least 90" }];
  },
};

const placeOf = (file: string) => join(projectRoot(), file);

type Count = { readonly killed: number; readonly tried: number; readonly equivalent: number };

/** Those noticed of those that change what the program does. */
function share(name: string, { killed, tried, equivalent }: Count): Figure {
  const counted = tried - equivalent;
  const beside = equivalent === 0 ? "" : `, ${equivalent} equivalent`;
  const value = counted === 0 ? 100 : (100 * killed) / counted;
  return { name: `${name} (${killed} of ${counted}${beside})`, value, unit: "%" };
}

type Bench = { readonly graph: ModuleGraph; readonly remark: (text: string) => void };

async function tryTarget(target: Target, { graph, remark }: Bench): Promise<Count> {
  const path = placeOf(target.file);
  const source = await readFile(path, "utf8");
  const lines = source.split("\n");
  const mutants = mutantsOf(path, source).filter((_, at) => at % oneIn === 0);
  const tests = target.tests.map(placeOf);
  const collector = placeOf("bench/mutation/tests-at-once.ts");
  const codes = await Promise.all(mutants.map((mutant) => codeOf(mutant, { graph, path, source })));
  const modules = await graph.reach([...tests, collector, path]);
  const programs = codes.flatMap((code, at) => (code === undefined ? [] : [{ at, code }]));
  const count = { killed: programs.length, tried: programs.length, equivalent: 0 };
  const used = new Set<Equivalent>();
  const survived = (at: number) => {
    const mutant = mutants[at];
    if (mutant === undefined) return;
    count.killed -= 1;
    const { line, what } = mutant;
    const code = (lines[line - 1] ?? "").trim();
    const row = equivalentOf(target.file, { code, what });
    if (row === undefined) remark(`survives: ${target.file}:${line} ${what}   ${code}`);
    else {
      count.equivalent += 1;
      used.add(row);
    }
  };
  const trial = { root: projectRoot(), modules, target: path, tests, collector, mutants: programs };
  await tryAll(trial, survived);
  if (oneIn === 1) {
    for (const { file, what, code } of equivalentsOf(target.file).filter((row) => !used.has(row))) {
      remark(`listed as equivalent, and noticed: ${file} ${what}   ${code}`);
    }
  }
  return count;
}

/** Undefined where the change leaves no program. */
async function codeOf(
  mutant: Mutant,
  { graph, path, source }: { readonly graph: ModuleGraph; path: string; source: string },
): Promise<string | undefined> {
  const text = source.slice(0, mutant.from) + mutant.text + source.slice(mutant.to);
  try {
    return (await graph.compile(path, text)).code;
  } catch {
    return undefined;
  }
}

type Survived = (at: number) => void;

/**
 * Tells the mutants that no test notices, by their place. One worker tries them one after the other;
 * where one never ends, or takes all memory, another goes on behind it.
 */
async function tryAll(trial: Trial, survived: Survived): Promise<void> {
  let left = trial.mutants;
  while (left.length > 0) {
    const stoppedAt = await runTrial({ ...trial, mutants: left }, survived);
    if (stoppedAt === undefined) break;
    left = left.slice(left.findIndex(({ at }) => at === stoppedAt) + 1);
  }
}

/** Answers with the mutant that ended the worker; undefined where it came to the end. */
async function runTrial(trial: Trial, survived: Survived): Promise<number | undefined> {
  const worker = new Worker(await workerCode(), {
    workerData: trial,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  let current: number | undefined;
  try {
    return await new Promise<number | undefined>((resolve, reject) => {
      const stop = () => {
        if (current === -1) reject(new Error(`${trial.target}: its tests never end unchanged`));
        else resolve(current);
      };
      let begun = process.cpuUsage();
      const timer = setInterval(() => {
        const { user, system } = process.cpuUsage(begun);
        if (user + system > patienceMs * 1000) stop();
      }, lookMs);
      worker.on("message", (told: Told) => {
        begun = process.cpuUsage();
        current = told.is === "begun" ? told.at : undefined;
        if (told.is === "begun") return;
        if (told.at === -1) {
          if (told.killer === undefined) return;
          reject(new Error(`${trial.target}: a test fails unchanged: ${told.killer}`));
        } else if (told.killer === undefined) survived(told.at);
      });
      worker.on("error", (error) => (current === undefined ? reject(error) : stop()));
      worker.on("exit", () => {
        clearInterval(timer);
        stop();
      });
    });
  } finally {
    await worker.terminate();
  }
}

let knownWorkerCode: URL | undefined;

async function workerCode(): Promise<URL> {
  if (knownWorkerCode !== undefined) return knownWorkerCode;
  const built = await build({
    entryPoints: [placeOf("bench/mutation/try-mutants.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
  });
  const text = built.outputFiles[0]?.text ?? "";
  knownWorkerCode = new URL(`data:text/javascript,${encodeURIComponent(text)}`);
  return knownWorkerCode;
}
