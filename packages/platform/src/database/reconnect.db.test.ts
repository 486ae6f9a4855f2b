import { chmodSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runOnce } from "../jobs/run-once.ts";
import { withPractice } from "../tenancy/with-practices.ts";
import { removeFolder } from "../testing/remove-folder.ts";
import { openDatabase } from "./connect.ts";
import { migrate } from "./migrate.ts";
import { readPostmasterFile } from "./postgres-cluster.ts";
import { sql } from "./sql.ts";

const kills = 3;

test(`the server killed ${kills} times under load: nothing acknowledged is lost, nothing is doubled`, async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "headwater-reconnect-"));
  chmodSync(dataFolder, 0o711);
  const database = await openDatabase({
    embedded: { dataFolder, settings: { shared_buffers: "32MB" } },
  });
  const acknowledged: number[] = [];
  let stopping = false;
  let next = 0;
  try {
    await migrate(database);
    await database.owner.query(
      "insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One')",
    );
    const post = async (number: number) => {
      const scope = { practiceId: 1, actor: "test", retry: { attempts: 60, maxDelayMs: 300 } };
      await withPractice(database, scope, (transaction) =>
        runOnce(transaction, `post ${number}`, async () => {
          await transaction.execute(sql`insert into accounts (practice_id, kind, name)
            values (1, 'cash', ${String(number)})`);
        }),
      );
      acknowledged.push(number);
    };
    const worker = async () => {
      while (!stopping) {
        next += 1;
        await post(next);
      }
    };
    const workers = Array.from({ length: 6 }, worker);
    const recoveries: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      await new Promise((wake) => setTimeout(wake, 500));
      process.kill(readPostmasterFile(join(dataFolder, "postgres"))?.pid ?? 0, "SIGKILL");
      const killed = Date.now();
      const before = acknowledged.length;
      while (acknowledged.length < before + 10) await new Promise((wake) => setTimeout(wake, 20));
      recoveries.push(Date.now() - killed);
    }
    stopping = true;
    await Promise.all(workers);
    const rows = await database.owner.query<{ name: string }>("select name from accounts");
    const found = rows.rows.map((row) => Number(row.name));
    process.stdout.write(`${acknowledged.length} posted; back after ${recoveries.join(", ")} ms\n`);
    expect(new Set(found).size).toBe(found.length);
    expect(found.sort((left, right) => left - right)).toEqual(
      acknowledged.sort((left, right) => left - right),
    );
    expect(Math.max(...recoveries)).toBeLessThan(10_000);
  } finally {
    stopping = true;
    await database.close();
    await removeFolder(dataFolder);
  }
}, 60_000);
