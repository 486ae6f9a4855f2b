import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import { importFilesJob } from "@headwater/revenue-cycle/back-end/file/import-files.job.ts";
import type { Services } from "./services.ts";

/** Every task that a job may name, with what runs it. */
export function jobTasks(services: Services): Readonly<Record<string, JobTask>> {
  const { database, logger } = services;
  return {
    ...importFilesJob(database, {
      onFault: (fileId, error) =>
        logger.error({ event: "file-fault", fileId, error }, "file not read"),
    }),
  };
}
