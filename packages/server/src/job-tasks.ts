import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import { revenueCycleTasks } from "@headwater/revenue-cycle/revenue-cycle-tasks.job.ts";
import { askAuthorizationJobs } from "./ask-authorization.ts";
import { askLiveJob } from "./ask-live.ts";
import { askStatusJobs } from "./ask-status.ts";
import { exchangeFilesJob } from "./exchange-files.ts";
import { fillDemoJob } from "./fill-demo.ts";
import type { Services } from "./services.ts";
import { stepDemoJob } from "./step-demo.ts";

/** Every task that a job may name, with what runs it. */
export function jobTasks(services: Services): Readonly<Record<string, JobTask>> {
  const { database, logger, room } = services;
  const reading = {
    room,
    onFault: (fileId: number, error: unknown) =>
      logger.error({ event: "file-fault", fileId, error }, "file not read"),
  };
  const waiting = {
    onWait: (practiceId: number, code = "unknown") =>
      logger.error(
        { event: "import-waits", practiceId, code },
        "import waits for room or database",
      ),
    onResume: (practiceId: number) =>
      logger.warn({ event: "import-resumed", practiceId }, "import goes on"),
  };
  const root = services.configuration.connectionsFolder;
  return {
    ...revenueCycleTasks(database, { ...reading, ...waiting }),
    ...fillDemoJob(database, { ...reading, root }),
    ...stepDemoJob(database, { ...reading, root }),
    ...askLiveJob(database, { ...reading, root }),
    ...askStatusJobs(database, { ...reading, root }),
    ...askAuthorizationJobs(database, { ...reading, root }),
    ...exchangeFilesJob(database, { ...reading, root }),
  };
}
