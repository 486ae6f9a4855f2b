import type pg from "pg";

/** The last migration of the pinned graphile-worker; a test compares it with what it installs. */
export const jobQueueVersion = 19;

/**
 * Creates or upgrades the job queue's own schema. The package is loaded only when there is work
 * for it, since every command line start passes here.
 */
export async function installJobQueue(owner: pg.Pool): Promise<void> {
  const found = await owner.query<{ installed: boolean }>(
    "select to_regclass('graphile_worker.migrations') is not null as installed",
  );
  if (found.rows[0]?.installed) {
    const version = await owner.query<{ id: number }>(
      "select max(id)::int as id from graphile_worker.migrations",
    );
    if ((version.rows[0]?.id ?? 0) >= jobQueueVersion) return;
  }
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ pgPool: owner, logger: new Logger(() => () => undefined) });
}
