import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { Logger } from "../logging/logger.ts";

export interface SupervisedOptions {
  /** The JavaScript module to run, and its arguments. */
  readonly module: string;
  readonly args: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** Memory of the child's old generation, in megabytes; more ends it, and it is started again. */
  readonly memoryLimitMb?: number;
  readonly logger?: Logger;
  /** Told the name of an instance that ended unasked, so that its jobs can be freed. */
  readonly onLost?: (instance: string) => Promise<void>;
  /** Longest wait before another start; it doubles from a quarter of a second. */
  readonly maxDelayMs?: number;
  readonly stopTimeoutMs?: number;
}

export interface SupervisedChild {
  /** The process id of the running instance. */
  readonly pid: number | undefined;
  /** Asks the child to stop by SIGTERM, and ends it when it takes too long. */
  stop(): Promise<void>;
}

/** The environment variable that tells a child the name of its instance. */
export const instanceVariable = "HEADWATER_INSTANCE";

/**
 * Keeps one child process running: when it ends unasked it is started again after a growing pause.
 * The child sees the channel to us close when we are killed, and ends itself (see `endWithParent`).
 */
export function superviseChild(options: SupervisedOptions): SupervisedChild {
  let child: ChildProcess | undefined;
  let stopping = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let exited: Promise<void> = Promise.resolve();

  const start = () => {
    const instance = randomUUID();
    const startedAt = Date.now();
    const running = fork(options.module, [...options.args], {
      env: { ...process.env, ...options.environment, [instanceVariable]: instance },
      execArgv: options.memoryLimitMb ? [`--max-old-space-size=${options.memoryLimitMb}`] : [],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child = running;
    exited = new Promise((resolve) => {
      running.once("error", () => resolve());
      running.once("exit", (exitCode, signal) => {
        resolve();
        if (stopping) return;
        const fields = { event: "child-lost", exitCode: exitCode ?? -1, signal: signal ?? "" };
        options.logger?.warn(fields, "child ended");
        options.onLost?.(instance).catch(() => undefined);
        failures = Date.now() - startedAt > 60_000 ? 1 : failures + 1;
        const delay = Math.min(options.maxDelayMs ?? 10_000, 125 * 2 ** failures);
        timer = setTimeout(start, delay);
      });
    });
  };
  start();

  return {
    get pid() {
      return child?.pid;
    },
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      const running = child;
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      running.kill("SIGTERM");
      const kill = setTimeout(() => running.kill("SIGKILL"), options.stopTimeoutMs ?? 15_000);
      await exited;
      clearTimeout(kill);
    },
  };
}

/** In a supervised child: calls `stop` when the parent is gone, so that no orphan keeps working. */
export function endWithParent(stop: () => void): void {
  if (!process.connected) return;
  process.once("disconnect", stop);
}
