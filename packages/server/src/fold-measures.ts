import { sql } from "@headwater/platform/database/sql.ts";
import {
  withNoPractice,
  withPractice,
  withPractices,
} from "@headwater/platform/tenancy/with-practices.ts";
import { listPractices } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { keepReportWhenDue } from "@headwater/revenue-cycle/strategy/kpi/keep-report.command.ts";
import { foldRollups } from "@headwater/revenue-cycle/strategy/rollup/fold-rollups.command.ts";
import type { Services } from "./services.ts";

const actor = "system:measures";
const restMs = 5000;
/** A round rests this many times as long as it took: counting never takes most of a processor. */
const restShare = 4;

type Database = Services["database"];

async function practicesBehind(database: Database): Promise<number[]> {
  const practices = await withNoPractice(database, { actor }, listPractices);
  const practiceIds = practices.map(({ practiceId }) => practiceId);
  const behind = await withPractices(database, { practiceIds, actor }, (transaction) =>
    transaction.query<{ id: number }>(sql`
      select asked as id from unnest(${practiceIds}::bigint[]) asked
      where exists (select from measure_changes where practice_id = asked)
        or not exists (select from measure_rollups where practice_id = asked and is_complete)`),
  );
  return behind.map(({ id }) => id);
}

/**
 * Brings the roll-ups of practices on by a step: while a large file is read its claims change again and
 * again, and counting them each time would hold it up.
 */
async function foldPractices(
  database: Database,
  practiceIds: readonly number[],
  signal: AbortSignal,
): Promise<void> {
  for (const practiceId of practiceIds) {
    if (signal.aborted) break;
    await foldRollups(database, { practiceId, actor }, { mostSteps: 1, signal });
  }
}

async function keepReports(
  database: Database,
  practiceIds: readonly number[],
  signal: AbortSignal,
): Promise<void> {
  for (const practiceId of practiceIds) {
    if (signal.aborted) break;
    await withPractice(database, { practiceId, actor }, keepReportWhenDue);
  }
}

/** Folds now and, with rests between, until it is stopped; a failure is logged and tried again. */
export function startFolding(services: Services): { stop(): Promise<void> } {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const round = async () => {
    const from = Date.now();
    // A report has a rest of its own: counting goes on without waiting for it.
    let tookMs = 0;
    try {
      const behind = await practicesBehind(services.database);
      await foldPractices(services.database, behind, ending.signal);
      tookMs = Date.now() - from;
      await keepReports(services.database, behind, ending.signal);
    } catch (error) {
      services.logger.warn({ event: "folding-failed", error }, "measures");
    }
    if (ending.signal.aborted) return;
    timer = setTimeout(next, Math.max(restMs, tookMs * restShare));
  };
  const next = () => {
    running = round();
  };
  next();
  return {
    stop: async () => {
      ending.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
