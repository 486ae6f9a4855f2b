import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { removeFolderNow } from "@headwater/platform/testing/remove-folder.ts";

export type TestedServer = {
  /** The address with the local owner's one-time token. */
  readonly entry: string;
  /** The same without the token. */
  readonly address: string;
  readonly stop: () => Promise<void>;
};

/** Names the data folder of an unused installation, from which every test file takes its copy. */
export const preparedFolder = "HEADWATER_TEST_PREPARED_DATA";

const program = fileURLToPath(new URL("../../../../bin/headwater.js", import.meta.url));

/**
 * Starts the program as its users do, on a free port, with data of its own: those of an installation
 * that was started before and never used, or none at all.
 */
export async function startTestedServer({ isFirst = false } = {}): Promise<TestedServer> {
  const data = mkdtempSync(join(tmpdir(), "headwater-browser-"));
  if (!isFirst) copyPreparedData(data);
  const server = await startServerIn(data);
  return {
    ...server,
    stop: async () => {
      await server.stop();
      removeFolderNow(data);
    },
  };
}

/** Starts the program on a data folder. */
export async function startServerIn(data: string): Promise<TestedServer> {
  const child = spawn(process.execPath, [program, "start", "--port", "0", "--json"], {
    env: { ...process.env, HEADWATER_DATA: data },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const entry = await readEntry(child);
  return {
    entry,
    address: new URL(entry).origin,
    stop: () => stopChild(child),
  };
}

async function readEntry(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the server has no standard output");
  const ended = new Promise<never>((_, reject) => {
    child.once("exit", (code) =>
      reject(new Error(`the server ended with ${code} before it was ready`)),
    );
  });
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      const record: unknown = line.startsWith("{") ? JSON.parse(line) : undefined;
      if (typeof record === "object" && record && "address" in record)
        return String(record.address);
    }
    throw new Error("the server printed no address");
  })();
  return Promise.race([ready, ended]);
}

function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function copyPreparedData(to: string): void {
  const prepared = process.env[preparedFolder];
  // With its owners: as root the database's files belong to another user.
  if (prepared !== undefined) execFileSync("cp", ["-a", `${prepared}/.`, to]);
}
