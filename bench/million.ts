import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { type Benchmark, type Figure, quantile } from "./figure.ts";
import { lookMs } from "./page-load.ts";
import { call, type ServerUnderTest, startServer } from "./server-under-test.ts";

const folder = process.env.HEADWATER_BENCH_MILLION ?? "/tmp/million";
const claims = Number(process.env.HEADWATER_BENCH_CLAIMS ?? 1_000_000);
const seconds = Number(process.env.HEADWATER_BENCH_SECONDS ?? 60);
const users = 16;
/** Claims that go through the product before their rows are copied, and over how many days. */
const base = { claims: 8000, days: 120, end: "2026-11-20" };

/**
 * Lists, search, a claim's page and the measures beside a million claims. The folder is made on the first
 * run, which takes long, and kept for the next.
 */
export const benchmark: Benchmark = {
  name: "million",
  about: `pages beside ${claims.toLocaleString("en-US")} claims in ${folder}, ${users} users, one request in ten a write, each looking ${lookMs} ms at an answer`,
  async run(remark) {
    const dataFolder = join(folder, "data");
    const ready = join(folder, "ready");
    if (!existsSync(ready)) {
      await rm(folder, { recursive: true, force: true });
      await load(dataFolder, remark);
      await writeFile(ready, `${claims} claims\n`);
    }
    const server = await startServer(dataFolder);
    try {
      const practices = await call<{ rows: { id: string }[] }>(server, "/api/practices");
      const address = `/api/practices/${practices.rows[0]?.id}`;
      remark("waiting until the roll-ups are counted");
      await counted(server, address, remark);
      remark(`load of the machine before: ${loadavg()[0]?.toFixed(1)}`);
      const times = await visit(server, address);
      remark(`load of the machine after: ${loadavg()[0]?.toFixed(1)}`);
      return figuresOf(times);
    } finally {
      await server.stop();
    }
  },
};

/** A practice by the product's own commands, then its rows multiplied. */
async function load(dataFolder: string, remark: (text: string) => void): Promise<void> {
  await mkdir(folder, { recursive: true });
  // As root the database runs as nobody, who must be able to reach its folder.
  await chmod(folder, 0o711);
  const files = join(folder, "source");
  const headwater = join(projectRoot(), "bin/headwater.js");
  const run = (program: string, ...words: readonly (string | number)[]) => {
    remark(words.slice(0, 3).join(" "));
    const { status } = spawnSync(process.execPath, [program, ...words.map(String)], {
      cwd: projectRoot(),
      env: { ...process.env, HEADWATER_DATA: dataFolder },
      stdio: ["ignore", "ignore", "inherit"],
    });
    // An import in which some files have issues ends with 1.
    const mayEnd = words[0] === "import" ? [0, 1] : [0];
    if (!mayEnd.includes(status ?? 2)) throw new Error(`${words.join(" ")} could not be done`);
  };
  run(
    headwater,
    ...["simulate", "--seed", 11, "--claims", base.claims, "--end", base.end],
    ...["--days", base.days, "--out", files],
  );
  run(headwater, "import", join(files, "files"), "--practice", "Million");
  const script = join(projectRoot(), "bin/run-typescript.js");
  run(script, "bench/million/load-claims.ts", claims, base.days);
}

async function counted(
  server: ServerUnderTest,
  address: string,
  remark: (text: string) => void,
): Promise<void> {
  for (let wait = 0; wait < 2000; wait += 1) {
    const kpis = await call<{ isComplete: boolean; countedAt: string }>(server, `${address}/kpis`);
    if (kpis.isComplete) {
      remark(`counted at ${kpis.countedAt}`);
      return;
    }
    await new Promise((wake) => setTimeout(wake, 3000));
  }
  throw new Error("the roll-ups were not counted");
}

type Times = Map<string, number[]>;

/** Users that each open one page after another; every tenth request writes a note. */
async function visit(server: ServerUnderTest, address: string): Promise<Times> {
  const known = await call<{
    rows: { id: number; patientControlNumber: string; patientName: string }[];
  }>(server, `${address}/claims?limit=200`);
  const payers = await call<{ rows: { id: number }[] }>(server, `${address}/payers?limit=50`);
  const claimAt = (count: number) => known.rows[(count * 7) % known.rows.length];
  const pages: readonly (readonly [name: string, path: (count: number) => string])[] = [
    ["claims list", () => "/claims?limit=50&total=1"],
    [
      "claims list by payer",
      (n) => `/claims?limit=50&total=1&payer=${payers.rows[n % payers.rows.length]?.id}`,
    ],
    ["claims list of a state", () => "/claims?limit=50&total=1&state=denied"],
    ["claims list by charge", () => "/claims?limit=50&sort=charged"],
    ["claims to be filed", () => "/claims?limit=50&total=1&sort=filing"],
    [
      "claims found by number",
      (n) => `/claims?limit=50&total=1&search=${claimAt(n)?.patientControlNumber}`,
    ],
    ["claim page", (n) => `/claims/${claimAt(n)?.id}`],
    ["claim timeline", (n) => `/claims/${claimAt(n)?.id}/timeline`],
    ["work list", () => "/work?limit=50&total=1"],
    ["denials list", () => "/denials?limit=50&total=1"],
    ["remittances list", () => "/remittances?limit=50&total=1"],
    ["patients list", () => "/patients?limit=50&total=1"],
    ["search by number", (n) => `/search?text=${claimAt(n)?.patientControlNumber}`],
    [
      "search by name",
      (n) => `/search?text=${encodeURIComponent(claimAt(n)?.patientName.split(",")[0] ?? "")}`,
    ],
    ["measures", () => "/kpis?by=payer"],
    ["measures of a quarter", () => "/kpis?period=2026-Q3&by=provider"],
    ["report", () => "/report"],
  ];
  const times: Times = new Map();
  const until = performance.now() + seconds * 1000;
  let count = 0;
  const ask = async (name: string, path: string, request?: RequestInit) => {
    const from = performance.now();
    try {
      await call(server, address + path, request);
      times.set(name, [...(times.get(name) ?? []), performance.now() - from]);
    } catch (error) {
      process.stderr.write(`  ${String(error).slice(0, 200)}\n`);
      times.set("failed requests", [...(times.get("failed requests") ?? []), 0]);
    }
  };
  const user = async () => {
    while (performance.now() < until) {
      count += 1;
      const [name, path] = pages[count % pages.length] ?? ["", () => ""];
      if (count % 10 === 0) {
        await ask("write of a note", `/claims/${claimAt(count)?.id}/notes`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ text: "Called the payer; no answer yet." }),
        });
      } else await ask(name, path(count));
      await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
  };
  await Promise.all(Array.from({ length: users }, user));
  return times;
}

function figuresOf(times: Times): Figure[] {
  const failed = times.get("failed requests")?.length ?? 0;
  times.delete("failed requests");
  return [
    { name: "failed requests", value: failed, unit: "", bar: "0" },
    ...[...times].map(
      ([name, each]): Figure => ({
        name: `${name}, 95th percentile of ${each.length}`,
        value: quantile(each, 0.95),
        unit: "ms",
        bar: "under 300",
        beside: { name: "median", value: quantile(each, 0.5) },
      }),
    ),
  ];
}
