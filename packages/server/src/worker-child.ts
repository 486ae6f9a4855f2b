import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { freeJobsOfProcess } from "@headwater/platform/jobs/heartbeat.ts";
import type { Services } from "./services.ts";

/** The command that runs a worker, for example Node with the program and `worker`. */
export interface WorkerCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/** Names the worker's process to itself, so that its jobs can be freed when it dies. */
export const workerNameVariable = "HEADWATER_WORKER_NAME";

const stopWithinMs = 15_000;
const restartDelaysMs = [200, 1000, 5000, 15_000];

export interface WorkerChild {
  stop(): Promise<void>;
}

/**
 * Runs the worker in a child process and starts it again when it dies, a little later each time; the
 * jobs of the dead one are given back at once. The child ends when this process does, because the
 * channel between them closes.
 */
export function startWorkerChild(
  services: Services,
  command: WorkerCommand,
  environment: NodeJS.ProcessEnv,
): WorkerChild {
  let child: ChildProcess | undefined;
  let stopping = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    const name = `worker:${randomUUID()}`;
    const startedAt = Date.now();
    child = spawn(command.command, [...command.args], {
      env: { ...environment, [workerNameVariable]: name },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.once("error", () => undefined);
    child.once("exit", (exitCode, signal) => {
      child = undefined;
      if (stopping) return;
      const fields = { event: "worker-ended", exitCode: exitCode ?? -1, signal: signal ?? "" };
      services.logger.error(fields, "worker ended");
      freeJobsOfProcess(services.database.owner, name).catch(() => undefined);
      failures = Date.now() - startedAt > 60_000 ? 0 : failures + 1;
      timer = setTimeout(
        start,
        restartDelaysMs[Math.min(failures, restartDelaysMs.length) - 1] ?? 0,
      );
    });
  };
  start();
  return {
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child) await endChild(child);
    },
  };
}

async function endChild(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  // Closing the channel is the order to stop; it reaches the child even if this process is killed.
  if (child.connected) child.disconnect();
  else child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
  await ended;
  clearTimeout(timer);
}
