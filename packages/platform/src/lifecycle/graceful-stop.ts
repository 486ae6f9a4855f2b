import type { Logger } from "../logging/logger.ts";
import { errorCode } from "../named-error.ts";

/** One part of the program that must be ended in its turn. */
export interface StopStep {
  readonly name: string;
  stop(): Promise<void>;
}

export interface GracefulStop {
  /** Adds a part; the last one added is the first to be stopped. */
  add(step: StopStep): void;
  /** Stops everything, once; later calls wait for the same end. */
  stop(reason: string): Promise<void>;
  /** Settles when everything has been stopped. */
  readonly stopped: Promise<void>;
}

export interface GracefulStopOptions {
  readonly logger?: Logger;
  /** Longest that one part may take before the next is stopped anyhow. */
  readonly stepTimeoutMs?: number;
}

/** Ends the parts of a program in reverse order of their start. A part that fails does not keep the others. */
export function gracefulStop(options: GracefulStopOptions = {}): GracefulStop {
  const steps: StopStep[] = [];
  let stopping: Promise<void> | undefined;
  let settle: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const run = async (reason: string) => {
    options.logger?.info({ event: "stopping", signal: reason }, "stopping");
    for (const step of steps.reverse()) await runStep(step, options);
    options.logger?.info({ event: "stopped" }, "stopped");
    settle();
  };
  return {
    add: (step) => {
      steps.push(step);
    },
    stop: (reason) => {
      stopping ??= run(reason);
      return stopping;
    },
    stopped,
  };
}

async function runStep(step: StopStep, options: GracefulStopOptions): Promise<void> {
  const { stepTimeoutMs = 15_000, logger } = options;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), stepTimeoutMs);
  });
  try {
    const outcome = await Promise.race([step.stop(), timeout]);
    if (outcome === "late") logger?.warn({ component: step.name, code: "STOP_TIMEOUT" }, "stop");
  } catch (error) {
    logger?.warn({ component: step.name, code: errorCode(error) ?? "fault", error }, "stop");
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Stops on SIGINT and SIGTERM, and ends the process with `exit` afterwards. A second signal ends it
 * at once: whoever presses Ctrl-C twice means it. Returns a function that takes the handlers away.
 */
export function stopOnSignals(
  stop: GracefulStop,
  exit: (code: number) => void = process.exit,
): () => void {
  let asked = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (asked) return exit(130);
    asked = true;
    stop.stop(signal).then(
      () => exit(0),
      () => exit(1),
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return () => {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  };
}
