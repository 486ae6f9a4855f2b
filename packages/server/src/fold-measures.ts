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

/**
 * Brings the roll-ups of every practice on by a step in which something was written: while a large
 * file is read its claims change again and again, and counting them each time would hold it up.
 */
export async function foldMeasures(
  { database }: Pick<Services, "database">,
  signal?: AbortSignal,
): Promise<number> {
  const practices = await withNoPractice(database, { actor }, listPractices);
  const practiceIds = practices.map(({ practiceId }) => practiceId);
  const behind = await withPractices(database, { practiceIds, actor }, (transaction) =>
    transaction.query<{ id: number }>(sql`
      select asked as id from unnest(${practiceIds}::bigint[]) asked
      where exists (select from measure_changes where practice_id = asked)
        or not exists (select from measure_rollups where practice_id = asked and is_complete)`),
  );
  let chunks = 0;
  for (const { id: practiceId } of behind) {
    if (signal?.aborted === true) break;
    const scope = { practiceId, actor };
    chunks += await foldRollups(database, scope, { mostSteps: 1, ...(signal && { signal }) });
    await withPractice(database, scope, keepReportWhenDue);
  }
  return chunks;
}

/** Folds now and, with rests between, until it is stopped; a failure is logged and tried again. */
export function startFolding(services: Services): { stop(): Promise<void> } {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const round = async () => {
    const from = Date.now();
    try {
      await foldMeasures(services, ending.signal);
    } catch (error) {
      services.logger.warn({ event: "folding-failed", error }, "measures");
    }
    if (ending.signal.aborted) return;
    timer = setTimeout(next, Math.max(restMs, (Date.now() - from) * restShare));
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
