import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import { accountsApart, booksOf, headwater } from "./books-of.ts";
import type { Benchmark, Figure } from "./figure.ts";
import { generateFiles } from "./generate-files.ts";

function numberOption(name: string, usual: number): number {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`));
  return given === undefined ? usual : Number(given.slice(name.length + 3));
}

const kills = numberOption("kills", 20);
/** They grow with the kills, so that the import outlasts them on a machine that does nothing else. */
const claims = numberOption("claims", kills * 3_000);

/** Kills the importing program and PostgreSQL in turn, then compares the books with an undisturbed import. */
export const benchmark: Benchmark = {
  name: "killing",
  about: `${kills} times kill -9 of the program or of PostgreSQL during an import of ${claims.toLocaleString("en-US")} claims (--kills=50 --claims=150000)`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-kill-"));
    // As root the database runs as nobody, who must be able to reach its folder.
    await chmod(folder, 0o711);
    const files = await generateFiles(folder, { seed: 11, claims, claimsPerSet: 200 });
    const paths = [files.claims, files.remittances];
    const disturbed = join(folder, "disturbed");
    const calm = join(folder, "calm");
    remark("importing undisturbed");
    await headwater(calm, ["import", ...paths]);
    const killed = await killOften(() => startImport(disturbed, paths), {
      postgres: () => killPostgres(disturbed),
      remark,
    });
    remark("finishing the import");
    await headwater(disturbed, ["import", ...paths]);
    const figures: Figure[] = [{ name: "kills", value: killed, unit: "", bar: String(kills) }];
    const before = await booksOf(calm);
    const after = await booksOf(disturbed);
    figures.push(
      {
        name: "accounts that differ from the calm import",
        value: accountsApart(before, after).length,
        unit: "",
        bar: "0",
      },
      { name: "faults of ledger verify", value: after.ledgerFaults, unit: "", bar: "0" },
      { name: "audit verify", value: after.auditFaults, unit: "", bar: "0" },
      { name: "claims", value: after.claims, unit: "", bar: String(claims) },
    );
    await removeFolder(folder);
    return figures;
  },
};

type Killing = { postgres(): Promise<boolean>; remark(text: string): void };

/**
 * Kills the importing program and PostgreSQL in turn. A program that was killed, or that stopped because
 * it lost its database, is started again; one that ended well has imported everything.
 */
async function killOften(start: () => ChildProcess, killing: Killing): Promise<number> {
  let child = start();
  let ended = once(child, "close");
  for (let round = 0; round < kills; ) {
    const delayMs = 1500 + ((round * 379) % 2900);
    const isRunning = await Promise.race([
      ended.then(() => false),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(true), delayMs)),
    ]);
    if (!isRunning && child.exitCode === 0) return round;
    if (isRunning) {
      const isProgram = round % 2 === 0;
      const isKilled = isProgram ? child.kill("SIGKILL") : await killing.postgres();
      if (!isKilled) continue;
      round += 1;
      killing.remark(
        `${round}: killed ${isProgram ? "the program" : "PostgreSQL"} after ${delayMs} ms`,
      );
      if (!isProgram) continue;
      await ended;
    } else killing.remark(`the program stopped by itself with ${String(child.exitCode)}`);
    child = start();
    ended = once(child, "close");
  }
  await ended;
  return kills;
}

/** An import that is to be killed in its midst. */
function startImport(dataFolder: string, paths: readonly string[]): ChildProcess {
  const program = join(projectRoot(), "bin/headwater.js");
  return spawn(process.execPath, [program, "import", ...paths, "--json"], {
    env: { ...process.env, HEADWATER_DATA: dataFolder },
    stdio: "ignore",
  });
}

/** The postmaster's process id stands in the first line of its file. False while it is down. */
async function killPostgres(dataFolder: string): Promise<boolean> {
  const text = await readFile(join(dataFolder, "postgres/postmaster.pid"), "utf8").catch(() => "");
  const processId = Number(text.split("\n")[0]);
  if (!(processId > 0)) return false;
  try {
    return process.kill(processId, "SIGKILL");
  } catch {
    return false;
  }
}
