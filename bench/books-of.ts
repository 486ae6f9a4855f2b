import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";

type CommandEnd = {
  readonly exitCode: number;
  readonly output: string;
  /** What it wrote for people: the line of a fault begins with its code. */
  readonly errors: string;
};

/** Runs one command of the product in a data folder, with `--json`. */
export async function headwater(
  dataFolder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandEnd> {
  const child = spawn(
    process.execPath,
    [join(projectRoot(), "bin/headwater.js"), ...args, "--json"],
    {
      env: { ...process.env, ...environment, HEADWATER_DATA: dataFolder },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const output: string[] = [];
  const errors: string[] = [];
  child.stdout.on("data", (piece) => output.push(String(piece)));
  child.stderr.on("data", (piece) => errors.push(String(piece)));
  const [exitCode] = (await once(child, "close")) as [number | null];
  return { exitCode: exitCode ?? -1, output: output.join(""), errors: errors.join("") };
}

/** What the books of a data folder with one practice hold, and whether they verify. */
export type Books = {
  /** Cents by kind and name of the account. */
  readonly accounts: ReadonlyMap<string, number>;
  readonly claims: number;
  readonly transfers: number;
  readonly ledgerFaults: number;
  readonly auditFaults: number;
};

export async function booksOf(dataFolder: string): Promise<Books> {
  const lines = async (args: readonly string[]) => {
    const { output, errors, exitCode } = await headwater(dataFolder, args);
    if (output === "") throw new Error(`${args.join(" ")} ended with ${exitCode}: ${errors}`);
    return output
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const accounts = await lines(["ledger", "accounts"]);
  const [ledger] = await lines(["ledger", "verify"]);
  const [audit] = await lines(["audit", "verify"]);
  const claims = await lines(["claim", "list"]);
  return {
    accounts: new Map(accounts.map((one) => [`${one.kind}:${one.name}`, Number(one.cents)])),
    claims: claims.length,
    transfers: Number(ledger?.transfers ?? 0),
    ledgerFaults: (ledger?.faults as unknown[] | undefined)?.length ?? 1,
    auditFaults: audit?.firstBad === null ? 0 : 1,
  };
}

/** The accounts whose balance is not the same in both books. */
export function accountsApart(one: Books, other: Books): string[] {
  const names = new Set([...one.accounts.keys(), ...other.accounts.keys()]);
  return [...names].filter((name) => one.accounts.get(name) !== other.accounts.get(name));
}
