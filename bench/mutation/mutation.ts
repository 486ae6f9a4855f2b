import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { build, type Plugin } from "esbuild";
import type { Benchmark, Figure } from "../figure.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { type Target, targets } from "./targets.ts";

/** One mutant of so many is tried; 1 tries all. A mutant that runs longer than this is found out too. */
const oneIn = Number(
  process.argv.find((word) => word.startsWith("--one-in="))?.slice("--one-in=".length) ?? 5,
);
const only = process.argv.find((word) => word.startsWith("--file="))?.slice("--file=".length);
const patienceMs = 60_000;

/** Changes the decisions about money one place at a time, and counts how many changes the pure tests notice. */
export const benchmark: Benchmark = {
  name: "mutation",
  about: `changes of the posting decisions that their tests notice (--one-in=${oneIn} --file=settle-line)`,
  async run(remark) {
    const figures: Figure[] = [];
    const all = { killed: 0, tried: 0 };
    for (const target of targets) {
      if (only !== undefined && !target.file.includes(only)) continue;
      const { killed, tried, survivors } = await tryTarget(target);
      for (const { line, what } of survivors) remark(`survives: ${target.file}:${line} ${what}`);
      all.killed += killed;
      all.tried += tried;
      figures.push(share(target.file.slice("packages/revenue-cycle/src/".length), killed, tried));
    }
    return [...figures, { ...share("all", all.killed, all.tried), bar: "at least 90" }];
  },
};

function share(name: string, killed: number, tried: number): Figure {
  const value = tried === 0 ? 100 : (100 * killed) / tried;
  return { name: `${name} (${killed} of ${tried})`, value, unit: "%" };
}

async function tryTarget(target: Target) {
  const path = join(projectRoot(), target.file);
  const source = await readFile(path, "utf8");
  const mutants = mutantsOf(path, source).filter((_, at) => at % oneIn === 0);
  const bundles = await Promise.all(
    [undefined, ...mutants].map((mutant) => bundle(target, { path, source, mutant })),
  );
  const [unchanged = "", ...changed] = bundles;
  if (!(await passes(unchanged))) throw new Error(`${target.file}: its tests fail unchanged`);
  const survivors: Mutant[] = [];
  for (const [at, code] of changed.entries()) {
    const mutant = mutants[at];
    if (mutant !== undefined && (await passes(code))) survivors.push(mutant);
  }
  const tried = mutants.length;
  return { tried, killed: tried - survivors.length, survivors };
}

type Mutation = {
  readonly path: string;
  readonly source: string;
  readonly mutant: Mutant | undefined;
};

/** The tests of a target as one script, with the mutant in the target's place. */
async function bundle(target: Target, mutation: Mutation): Promise<string> {
  const root = projectRoot();
  const shim = join(root, "bench/mutation/tests-at-once.ts");
  const imports = target.tests.map((test) => `import ${JSON.stringify(join(root, test))};`);
  const built = await build({
    stdin: {
      contents: `${imports.join("\n")}
        import { collected } from ${JSON.stringify(shim)};
        import { parentPort } from "node:worker_threads";
        let failed;
        for (const { name, run } of collected) {
          try { await run(); } catch { failed = name; break; }
        }
        parentPort.postMessage({ failed: failed ?? null, count: collected.length });`,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    alias: { vitest: shim },
    logLevel: "silent",
    plugins: [inPlace(mutation)],
  });
  return built.outputFiles[0]?.text ?? "";
}

/** Puts the mutant into its file, and tells the tests in which folder they stand. */
function inPlace({ path, source, mutant }: Mutation): Plugin {
  return {
    name: "mutant",
    setup(running) {
      running.onLoad({ filter: /\.ts$/ }, async (loading) => {
        const isTarget = loading.path === path && mutant !== undefined;
        const text = isTarget
          ? source.slice(0, mutant.from) + mutant.text + source.slice(mutant.to)
          : await readFile(loading.path, "utf8");
        const folder = JSON.stringify(dirname(loading.path));
        return { contents: text.replaceAll("import.meta.dirname", folder), loader: "ts" };
      });
    },
  };
}

/** Whether every test passes; one that hangs or breaks the script fails. */
async function passes(code: string): Promise<boolean> {
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  try {
    return await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), patienceMs);
      const end = (isPassed: boolean) => {
        clearTimeout(timer);
        resolve(isPassed);
      };
      worker.on("message", ({ failed, count }) => end(failed === null && count > 0));
      worker.on("error", () => end(false));
      worker.on("exit", () => end(false));
    });
  } finally {
    await worker.terminate();
  }
}
