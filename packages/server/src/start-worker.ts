import { randomUUID } from "node:crypto";
import { startChainer } from "@headwater/platform/audit/start-chainer.ts";
import { startWorker as startQueueWorker } from "@headwater/platform/jobs/start-worker.ts";
import { startExchanging } from "./exchange-files.ts";
import { startFolding } from "./fold-measures.ts";
import { startHousekeeping } from "./housekeeping.ts";
import { jobTasks } from "./job-tasks.ts";
import { openServices } from "./services.ts";
import { workerNameVariable } from "./worker-child.ts";

export interface RunningWorkerProcess {
  readonly startedInMs: number;
  /** Settles when the worker has ended, by order or by itself. */
  readonly finished: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs jobs and chains the audit log in this process. When it was started by the server, the end of
 * their channel is the order to stop, also while it is still starting. Prints nothing.
 */
export async function startWorker(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<RunningWorkerProcess> {
  const started = performance.now();
  const order = orderToStop();
  const services = await openServices({ environment });
  const { database, logger, anchor, configuration } = services;
  const chainer = startChainer({ database, anchor, logger });
  const housekeeping = startHousekeeping(services);
  const exchanging = startExchanging(services);
  const folding = startFolding(services);
  const worker = await startQueueWorker({
    owner: database.owner,
    tasks: jobTasks(services),
    concurrency: configuration.workers,
    process: environment[workerNameVariable] ?? `worker:${randomUUID()}`,
    logger,
  });
  let stopping: Promise<void> | undefined;
  const end = async () => {
    await worker.stop();
    await housekeeping.stop();
    await exchanging.stop();
    await folding.stop();
    await chainer.stop();
    await services.close();
  };
  const stop = () => {
    stopping ??= end();
    return stopping;
  };
  void order.then(stop);
  const finished = worker.finished.then(stop, stop);
  return { startedInMs: Math.round(performance.now() - started), finished, stop };
}

/**
 * Settles when the server that started this process ends their channel. It may have ended before we
 * came to listen, because the server was stopped or killed meanwhile. Never settles for a worker that
 * was started by itself, which has no channel.
 */
function orderToStop(): Promise<void> {
  if (process.connected === false) return Promise.resolve();
  return new Promise((resolve) => {
    if (process.connected) process.once("disconnect", resolve);
  });
}
