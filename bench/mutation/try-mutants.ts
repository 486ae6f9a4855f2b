import { createRequire } from "node:module";
import { compileFunction } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import type { Compiled } from "./module-graph.ts";

/** What a worker is given: the modules, which of them changes and how, and the tests. */
export type Trial = {
  readonly root: string;
  readonly modules: ReadonlyMap<string, Compiled>;
  readonly target: string;
  readonly tests: readonly string[];
  /** The module that collects the tests. */
  readonly collector: string;
  readonly mutants: readonly { readonly at: number; readonly code: string }[];
};

/** Told before and after each mutant; the first told is the unchanged module, as -1. */
export type Told =
  | { readonly is: "begun"; readonly at: number }
  | { readonly is: "done"; readonly at: number; readonly killer: string | undefined };

type Evaluate = (exports: unknown, require: (name: string) => unknown, module: unknown) => void;
type CollectedTest = { readonly name: string; run(): unknown };

const trial = workerData as Trial;
const native = createRequire(`${trial.root}/package.json`);

type Assert = (property: unknown, parameters?: { readonly numRuns?: number }) => unknown;
const fastCheck = native("fast-check") as { readonly assert: Assert };

/** Laws are asked of fewer examples here, always the same ones, and nobody reads a shrunk one. */
const assertShortly: Assert = (property, parameters = {}) => {
  const numRuns = Math.min(parameters.numRuns ?? 100, 60);
  return fastCheck.assert(property, {
    ...parameters,
    ...{ numRuns, seed: 20_260_101, endOnFailure: true },
  });
};
const shortLaws = { ...fastCheck, assert: assertShortly };
const laws = { ...shortLaws, __esModule: true, default: shortLaws };

const evaluators = new Map<string, Evaluate>();

function evaluatorOf(path: string, code: string): Evaluate {
  const parameters = ["exports", "require", "module"];
  return compileFunction(code, parameters, { filename: path }) as Evaluate;
}

/** Evaluates a module and what it needs; what `loaded` holds already stays as it is. */
function load(path: string, loaded: Map<string, { exports: unknown }>): unknown {
  const known = loaded.get(path);
  if (known !== undefined) return known.exports;
  const compiled = trial.modules.get(path);
  const evaluate = evaluators.get(path) ?? evaluatorOf(path, compiled?.code ?? "");
  evaluators.set(path, evaluate);
  const module = { exports: {} };
  loaded.set(path, module);
  const require = (name: string) => {
    const place = compiled?.requires.get(name);
    if (place === undefined) return native(name);
    if (name === "fast-check") return laws;
    return place.isOwn ? load(place.path, loaded) : native(place.path);
  };
  evaluate(module.exports, require, module);
  return module.exports;
}

/** The target and every module that needs it, by whatever way. */
function dependants(): Set<string> {
  const found = new Set([trial.target]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const [path, { requires }] of trial.modules) {
      if ([...requires.values()].some((place) => found.has(place.path))) found.add(path);
    }
  }
  return found;
}

/** How often a test noticed a change, and how long it takes: those that pay are asked first. */
const worth = new Map<string, { kills: number; ms: number }>();

async function firstFailure(
  loaded: Map<string, { exports: unknown }>,
): Promise<string | undefined> {
  const { collected } = load(trial.collector, loaded) as { collected: CollectedTest[] };
  collected.length = 0;
  try {
    for (const test of trial.tests) load(test, loaded);
  } catch {
    return "(loading)";
  }
  const numbered = collected.map((one, at) => ({ ...one, run: one.run, key: `${at} ${one.name}` }));
  const payOf = (key: string) => {
    const { kills, ms } = worth.get(key) ?? { kills: 0, ms: 0 };
    return (kills + 0.1) / (ms + 0.2);
  };
  numbered.sort((left, right) => payOf(right.key) - payOf(left.key));
  if (numbered.length === 0) return "(no test)";
  for (const { key, run } of numbered) {
    const known = worth.get(key) ?? { kills: 0, ms: 0 };
    const before = process.cpuUsage();
    try {
      await run();
    } catch {
      known.kills += 1;
      worth.set(key, known);
      return key;
    }
    const { user, system } = process.cpuUsage(before);
    known.ms ||= (user + system) / 1000;
    worth.set(key, known);
  }
  return undefined;
}

const whole = new Map<string, { exports: unknown }>();
const changing = dependants();
const tell = (told: Told) => parentPort?.postMessage(told);
tell({ is: "begun", at: -1 });
tell({ is: "done", at: -1, killer: await firstFailure(whole) });
for (const { at, code } of trial.mutants) {
  tell({ is: "begun", at });
  const loaded = new Map([...whole].filter(([path]) => !changing.has(path)));
  evaluators.delete(trial.target);
  let killer: string | undefined;
  try {
    evaluators.set(trial.target, evaluatorOf(trial.target, code));
    killer = await firstFailure(loaded);
  } catch {
    killer = "(no program)";
  }
  tell({ is: "done", at, killer });
}
