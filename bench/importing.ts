import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import type { Benchmark, Figure } from "./figure.ts";
import { generateFiles } from "./generate-files.ts";
import { lookMs, type PageRequest, startPageLoad } from "./page-load.ts";
import { nodeProcessesBelow, peakMemoryMiB } from "./process-memory.ts";
import { call, type ServerUnderTest, startServer } from "./server-under-test.ts";

const claims = 87_000;
const users = 16;

/** A 50 MB 837P, then its 835, through the page's own path, with people at work meanwhile. */
export const benchmark: Benchmark = {
  name: "importing",
  about: `a 50 MB 837P and 835 of ${claims.toLocaleString("en-US")} claims, ${users} users meanwhile, each looking ${lookMs} ms at an answer`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-bench-"));
    // As root the database runs as nobody, who must be able to reach its folder.
    await chmod(folder, 0o711);
    remark("writing the files");
    const files = await generateFiles(folder, { seed: 7, claims });
    const dataFolder = join(folder, "data");
    const server = await startServer(dataFolder);
    const figures: Figure[] = [];
    try {
      const practice = await call<{ id: string }>(server, "/api/practices", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name: "Bench", kind: "own-files" }),
      });
      for (const [name, file] of Object.entries(files)) {
        remark(`importing the ${name}`);
        figures.push(...(await importUnderLoad({ server, practice: practice.id, name, file })));
      }
    } finally {
      await server.stop();
    }
    remark("verifying the books");
    figures.push(await ledgerFaults(dataFolder));
    await removeFolder(folder);
    return figures;
  },
};

type Importing = {
  readonly server: ServerUnderTest;
  readonly practice: string;
  readonly name: string;
  readonly file: string;
};

async function importUnderLoad(importing: Importing): Promise<Figure[]> {
  const { server, practice, name, file } = importing;
  const base = `/api/practices/${practice}`;
  const load = startPageLoad(server, users, pages(base, await claimIds(server, base)));
  const memory = watchMemory(server);
  const from = performance.now();
  const created = await call<{ id: string }>(server, `${base}/imports`, { method: "POST" });
  await call(server, `${base}/imports/${created.id}/files`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "x-file-name": basename(file) },
    body: await readFile(file),
  });
  const verdict = await finished(server, `${base}/imports/${created.id}`);
  const seconds = (performance.now() - from) / 1000;
  const pageTimes = await load.finish();
  return [
    {
      name: `${name}: ${verdict}`,
      value: claims / seconds,
      unit: "claims/s",
      bar: "at least 2000",
    },
    { name: `${name}: largest Node process`, value: memory(), unit: "MiB", bar: "under 400" },
    {
      name: `${name}: pages meanwhile, 95th percentile of ${pageTimes.requests}`,
      value: pageTimes.p95Ms,
      unit: "ms",
      bar: "under 300",
      beside: { name: "median", value: pageTimes.p50Ms },
    },
    { name: `${name}: failed requests`, value: pageTimes.failures, unit: "", bar: "0" },
  ];
}

/** Lists, pages and the report's own figures; one request in ten writes a note. */
function pages(base: string, ids: readonly number[]): (count: number) => PageRequest {
  const reads = ["/claims?limit=50", "/remittances?limit=50", "/files?limit=50", "/work?limit=50"];
  return (count) => {
    const id = ids[count % Math.max(1, ids.length)];
    if (count % 10 === 0 && id !== undefined)
      return {
        path: `${base}/claims/${id}/notes`,
        request: {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ text: "Called the payer; no answer yet." }),
        },
      };
    if (count % 3 === 0 && id !== undefined) return { path: `${base}/claims/${id}` };
    return { path: base + (reads[count % reads.length] ?? reads[0]) };
  };
}

async function claimIds(server: ServerUnderTest, base: string): Promise<number[]> {
  const page = await call<{ rows: { id: number }[] }>(server, `${base}/claims?limit=50`);
  return page.rows.map((row) => row.id);
}

/** Peak memory of any Node process of the server, the worker included. */
function watchMemory(server: ServerUnderTest): () => number {
  let peak = 0;
  const look = () => {
    for (const id of nodeProcessesBelow(server.process.pid ?? 0))
      peak = Math.max(peak, peakMemoryMiB(id) ?? 0);
  };
  const timer = setInterval(look, 500);
  return () => {
    clearInterval(timer);
    look();
    return peak;
  };
}

async function finished(server: ServerUnderTest, path: string): Promise<string> {
  for (;;) {
    const state = await call<{ finished: boolean; files: { verdict: string }[] }>(server, path);
    const verdict = state.files[0]?.verdict ?? "waiting";
    if (verdict !== "waiting" && verdict !== "reading") return verdict;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Faults that `ledger verify` finds afterwards. */
async function ledgerFaults(dataFolder: string): Promise<Figure> {
  const child = spawn(
    process.execPath,
    [join(projectRoot(), "bin/headwater.js"), "ledger", "verify", "--json"],
    { env: { ...process.env, HEADWATER_DATA: dataFolder }, stdio: ["ignore", "pipe", "inherit"] },
  );
  const pieces: string[] = [];
  child.stdout.on("data", (piece) => pieces.push(String(piece)));
  await once(child, "exit");
  const answer = JSON.parse(pieces.join("")) as { transfers: number; faults: unknown[] };
  return {
    name: `faults in the books after ${answer.transfers.toLocaleString("en-US")} transfers`,
    value: answer.faults.length,
    unit: "",
    bar: "0",
  };
}
