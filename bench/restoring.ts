import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import type { Benchmark, Figure } from "./figure.ts";
import { generateFiles } from "./generate-files.ts";
import { peakMemoryMiB } from "./process-memory.ts";

const claims = 35_000;

/** A backup and a restore of 20 MB of claims and 20 MB of remittances, and what is equal afterwards. */
export const benchmark: Benchmark = {
  name: "restoring",
  about: `backup and restore of ${claims.toLocaleString("en-US")} claims with their remittances`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-restoring-"));
    // As root the database runs as nobody, who must be able to reach its folder.
    await chmod(folder, 0o711);
    const one = join(folder, "one");
    const two = join(folder, "two");
    const archive = join(folder, "all.bak");
    const files = await generateFiles(folder, { seed: 7, claims });
    remark("importing");
    await headwater(one, ["import", files.claims, files.remittances]);
    remark("backup");
    const backup = await headwater(one, ["backup", archive]);
    remark("restore");
    const restored = await headwater(two, ["restore", archive]);
    const rows = Number(JSON.parse(restored.output).rows);
    const figures: Figure[] = [
      { name: "backup: rows", value: rows / backup.seconds, unit: "rows/s" },
      { name: "backup: file", value: (await stat(archive)).size / 2 ** 20, unit: "MiB" },
      { name: "backup: Node process", value: backup.memoryMiB, unit: "MiB", bar: "under 400" },
      { name: "restore: rows", value: rows / restored.seconds, unit: "rows/s" },
      { name: "restore: Node process", value: restored.memoryMiB, unit: "MiB", bar: "under 400" },
      await differences("accounts that differ", [one, two], ["ledger", "accounts"]),
    ];
    for (const verify of [
      ["ledger", "verify"],
      ["audit", "verify"],
      ["audit", "verify", "--system"],
    ]) {
      const { exitCode } = await headwater(two, verify);
      figures.push({ name: `${verify.join(" ")} exits with`, value: exitCode, unit: "", bar: "0" });
    }
    await removeFolder(folder);
    return figures;
  },
};

async function differences(
  name: string,
  [one, two]: readonly [string, string],
  command: readonly string[],
): Promise<Figure> {
  const [left, right] = [await headwater(one, command), await headwater(two, command)];
  const known = new Set(left.output.split("\n"));
  const lines = right.output.split("\n");
  const value = lines.filter((line) => !known.has(line)).length + known.size - new Set(lines).size;
  return { name, value, unit: "", bar: "0" };
}

type Run = {
  readonly output: string;
  readonly exitCode: number;
  readonly seconds: number;
  readonly memoryMiB: number;
};

/** Runs one command as its user would; the memory is that of its Node process alone. */
async function headwater(dataFolder: string, args: readonly string[]): Promise<Run> {
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [join(projectRoot(), "bin/headwater.js"), ...args, "--json"],
    {
      env: { ...process.env, HEADWATER_DATA: dataFolder, HEADWATER_PASSPHRASE: "bench" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const memory = watchMemory(child);
  let output = "";
  child.stdout.on("data", (piece: Buffer) => {
    output += piece.toString();
  });
  const [exitCode] = (await once(child, "close")) as [number | null];
  const seconds = (performance.now() - from) / 1000;
  return { output, exitCode: exitCode ?? -1, seconds, memoryMiB: memory() };
}

function watchMemory(child: ChildProcess): () => number {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, peakMemoryMiB(child.pid ?? 0) ?? 0);
  }, 100);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
