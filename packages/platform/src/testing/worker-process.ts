// A worker as a process of its own, for tests that kill it. Its task writes one account, or holds
// its job until it is killed when the payload says so.
import { openPool } from "../database/pool.ts";
import { sql } from "../database/sql.ts";
import { runOnce } from "../jobs/run-once.ts";
import { startWorker } from "../jobs/start-worker.ts";
import { withPractice } from "../tenancy/with-practices.ts";

const [ownerUrl = "", applicationUrl = "", name = "", mode = ""] = process.argv.slice(2);
const owner = openPool({ connectionString: ownerUrl, name, size: 4 });
const application = openPool({ connectionString: applicationUrl, name, size: 4 });

await startWorker({
  owner,
  process: name,
  concurrency: 1,
  deadAfterMs: 2000,
  pollIntervalMs: 200,
  tasks: {
    "test-task": async (payload) => {
      const { practiceId, key } = payload as { practiceId: number; key: string };
      await withPractice({ application }, { practiceId, actor: "system:test" }, (transaction) =>
        runOnce(transaction, key, async () => {
          await transaction.execute(sql`insert into accounts (practice_id, kind, name)
            values (${practiceId}, 'cash', ${`${key} by ${name}`})`);
          if (mode === "hold") {
            process.stdout.write("holding\n");
            await new Promise(() => undefined);
          }
        }),
      );
    },
  },
});
process.stdout.write("ready\n");
