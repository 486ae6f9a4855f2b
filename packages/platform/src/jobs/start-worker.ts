import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import type pg from "pg";
import type { Logger } from "../logging/logger.ts";
import { errorCode } from "../named-error.ts";
import { beat, deadAfterMs, freeJobsOfDeadWorkers, leaveWorkers } from "./heartbeat.ts";

/** What a task is handed with its payload. */
export interface JobContext {
  readonly jobId: string;
  readonly task: string;
  /** Which run of this job it is, 1 for the first. */
  readonly attempt: number;
  /** Aborted when the worker is told to stop and the task should end soon. */
  readonly signal: AbortSignal;
}

/**
 * Runs one job. A throw means another attempt later. It may run twice, so its effects go through
 * `runOnce`.
 */
export type JobTask = (payload: unknown, context: JobContext) => Promise<void>;

export interface WorkerOptions {
  /** The queue belongs to the owner; tasks use the application's pool through `withPractice`. */
  readonly owner: pg.Pool;
  readonly tasks: Readonly<Record<string, JobTask>>;
  readonly concurrency: number;
  /** Names this process among the heartbeats, so that whoever started it can free its jobs. */
  readonly process: string;
  readonly logger?: Logger;
  readonly deadAfterMs?: number;
  readonly pollIntervalMs?: number;
}

export interface RunningWorker {
  /** Settles when the worker has ended. */
  readonly finished: Promise<void>;
  /** Takes no more jobs and waits for the running ones. */
  stop(): Promise<void>;
}

/** Starts taking jobs from the queue in this process. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { Logger: QueueLogger, run } = await import("graphile-worker");
  const workerIds = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  // Jobs are locked in the name of the pool, not of one worker in it.
  events.on("pool:create", ({ workerPool }) => workerIds.add(workerPool.id));
  const runner = await run({
    pgPool: options.owner,
    concurrency: options.concurrency,
    pollInterval: options.pollIntervalMs ?? 1000,
    noHandleSignals: true,
    noPreparedStatements: false,
    crontab: "",
    events,
    taskList: taskList(options),
    // The queue's own messages quote errors; only their level and the fact are of use here.
    logger: new QueueLogger(({ taskIdentifier, workerId }) => (level) => {
      if (level !== "error" && level !== "warning") return;
      options.logger?.warn({ event: "job-queue", kind: level, task: taskIdentifier, workerId });
    }),
  });
  const pulse = startPulse(options, workerIds);
  const finished = runner.promise.finally(() => pulse.stop());
  return {
    finished,
    stop: async () => {
      const ids = [...workerIds];
      await runner.stop().catch(() => undefined);
      await finished.catch(() => undefined);
      await leaveWorkers(options.owner, ids).catch(() => undefined);
    },
  };
}

function taskList(options: WorkerOptions) {
  return Object.fromEntries(
    Object.entries(options.tasks).map(([name, task]) => [
      name,
      async (
        payload: unknown,
        helpers: { job: { id: string; attempts: number }; abortSignal?: AbortSignal },
      ) => {
        const { job, abortSignal } = helpers;
        const signal = abortSignal ?? new AbortController().signal;
        const started = Date.now();
        const fields = { task: name, jobId: job.id, attempt: job.attempts };
        try {
          await task(payload, { jobId: job.id, task: name, attempt: job.attempts, signal });
          options.logger?.info({ ...fields, durationMs: Date.now() - started }, "job done");
        } catch (error) {
          options.logger?.error({ ...fields, error }, "job failed");
          // The queue keeps the text of what is thrown: a code and nothing that was read.
          throw new Error(errorCode(error) ?? (error instanceof Error ? error.name : "fault"));
        }
      },
    ]),
  );
}

/** Beats for this process's workers and frees the jobs of dead ones. */
function startPulse(options: WorkerOptions, workerIds: ReadonlySet<string>) {
  const silenceMs = options.deadAfterMs ?? deadAfterMs;
  let running = Promise.resolve();
  const pulse = async () => {
    try {
      await beat(options.owner, options.process, [...workerIds]);
      const count = await freeJobsOfDeadWorkers(options.owner, silenceMs);
      if (count > 0) options.logger?.warn({ event: "dead-workers", count }, "jobs freed");
    } catch (error) {
      options.logger?.warn({ event: "heartbeat-failed", error }, "heartbeat");
    }
  };
  running = pulse();
  const timer = setInterval(() => {
    running = running.then(pulse);
  }, silenceMs / 5);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
