import type { Database } from "@headwater/platform/database/connect.ts";
import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import { askCardGatewayJob } from "./back-end/card-payment/ask-card-gateway.job.ts";
import { settleCardsJob } from "./back-end/card-payment/settle-cards.job.ts";
import { type ImportOptions, importFilesJob } from "./back-end/file/import-files.job.ts";
import { keepReport } from "./strategy/kpi/keep-report.command.ts";

/** What a worker does for the revenue cycle: every task that may be enqueued, by its name. */
export function revenueCycleTasks(
  database: Database,
  options: ImportOptions = {},
): Readonly<Record<string, JobTask>> {
  return {
    ...importFilesJob(database, { ...options, afterReading: keepReport }),
    ...askCardGatewayJob(database),
    ...settleCardsJob(database),
  };
}
