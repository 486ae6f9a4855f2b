import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";

/** What a program that did not start, or was stopped, left behind. */
export interface EndedProgram {
  readonly exitCode: number | null;
  readonly remarks: string;
}

/** `headwater start` as its user types it, in a process of its own. */
export interface StartedProgram {
  /** The line that `--json` prints once ready; undefined if it ended instead. */
  readonly ready: Promise<{ address: string; startedInMs: number } | undefined>;
  readonly ended: Promise<EndedProgram>;
  /** What it wrote to standard error so far. */
  remarks(): string;
  stop(): Promise<EndedProgram>;
}

/** Starts the program with these variables and nothing else of this process's but PATH. */
export function startProgram(variables: Readonly<Record<string, string>>): StartedProgram {
  const args = [join(projectRoot(), "bin/headwater.js"), "start", "--port", "0", "--json"];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? "", HOME: "/nonexistent", ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let remarks = "";
  child.stderr.on("data", (piece: Buffer) => {
    remarks += piece.toString();
  });
  const ended = once(child, "close").then(([exitCode]) => ({ exitCode, remarks }));
  const line = new Promise<string>((resolve) => {
    child.stdout.on("data", (piece: Buffer) => {
      output += piece.toString();
      const end = output.indexOf("\n");
      if (end > 0) resolve(output.slice(0, end));
    });
  });
  return {
    ready: Promise.race([line.then((text) => JSON.parse(text)), ended.then(() => undefined)]),
    ended,
    remarks: () => remarks,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
