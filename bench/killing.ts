import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import type { Benchmark, Figure } from "./figure.ts";
import { generateFiles } from "./generate-files.ts";

const claims = 60_000;
const kills = 20;

/** Kills the importing program and PostgreSQL in turn, then compares the books with an undisturbed import. */
export const benchmark: Benchmark = {
  name: "killing",
  about: `${kills} times kill -9 of the program or of PostgreSQL during an import of ${claims.toLocaleString("en-US")} claims`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-kill-"));
    // As root the database runs as nobody, who must be able to reach its folder.
    await chmod(folder, 0o711);
    const files = await generateFiles(folder, { seed: 11, claims, claimsPerSet: 200 });
    const paths = [files.claims, files.remittances];
    const disturbed = join(folder, "disturbed");
    const calm = join(folder, "calm");
    remark("importing undisturbed");
    await finish(headwater(calm, ["import", ...paths]));
    const killed = await killOften(() => headwater(disturbed, ["import", ...paths]), {
      postgres: () => killPostgres(disturbed),
      remark,
    });
    remark("finishing the import");
    await finish(headwater(disturbed, ["import", ...paths]));
    const figures: Figure[] = [{ name: "kills", value: killed, unit: "", bar: String(kills) }];
    const before = await books(calm);
    const after = await books(disturbed);
    figures.push(
      {
        name: "accounts that differ from the calm import",
        value: differences(before.accounts, after.accounts),
        unit: "",
        bar: "0",
      },
      { name: "faults of ledger verify", value: after.ledgerFaults, unit: "", bar: "0" },
      { name: "audit verify", value: after.auditFaults, unit: "", bar: "0" },
      { name: "claims", value: after.claims, unit: "", bar: String(claims) },
    );
    await rm(folder, { recursive: true, force: true });
    return figures;
  },
};

type Killing = { postgres(): Promise<void>; remark(text: string): void };

/** Kills the importing program and PostgreSQL in turn; a killed program is started again. */
async function killOften(start: () => ChildProcess, killing: Killing): Promise<number> {
  let child = start();
  let ended = finish(child).then(() => true);
  for (let round = 0; round < kills; round += 1) {
    const delayMs = 700 + ((round * 379) % 1900);
    const isOver = await Promise.race([
      ended,
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), delayMs)),
    ]);
    if (isOver) return round;
    const isProgram = round % 2 === 0;
    if (isProgram) child.kill("SIGKILL");
    else await killing.postgres();
    killing.remark(
      `${round + 1}: killed ${isProgram ? "the program" : "PostgreSQL"} after ${delayMs} ms`,
    );
    if (!isProgram) continue;
    await ended;
    child = start();
    ended = finish(child).then(() => true);
  }
  await ended;
  return kills;
}

function headwater(dataFolder: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(projectRoot(), "bin/headwater.js"), ...args, "--json"], {
    env: { ...process.env, HEADWATER_DATA: dataFolder },
    stdio: ["ignore", "pipe", "ignore"],
  });
}

async function finish(child: ChildProcess): Promise<string> {
  const pieces: string[] = [];
  child.stdout?.on("data", (piece) => pieces.push(String(piece)));
  await once(child, "close");
  return pieces.join("");
}

/** The postmaster's process id stands in the first line of its file; none while it is down. */
async function killPostgres(dataFolder: string): Promise<void> {
  const text = await readFile(join(dataFolder, "postgres/postmaster.pid"), "utf8").catch(() => "");
  const processId = Number(text.split("\n")[0]);
  if (processId > 0) process.kill(processId, "SIGKILL");
}

type Books = {
  readonly accounts: ReadonlyMap<string, number>;
  readonly ledgerFaults: number;
  readonly auditFaults: number;
  readonly claims: number;
};

async function books(dataFolder: string): Promise<Books> {
  const lines = async (args: readonly string[]) =>
    (await finish(headwater(dataFolder, args)))
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const accounts = await lines(["ledger", "accounts"]);
  const [ledger] = await lines(["ledger", "verify"]);
  const [audit] = await lines(["audit", "verify"]);
  const claimLines = await lines(["claim", "list"]);
  return {
    accounts: new Map(accounts.map((one) => [`${one.kind}:${one.name}`, Number(one.cents)])),
    ledgerFaults: (ledger?.faults as unknown[] | undefined)?.length ?? 1,
    auditFaults: audit?.firstBad === null ? 0 : 1,
    claims: claimLines.length,
  };
}

function differences(
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
): number {
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => left.get(name) !== right.get(name)).length;
}
