import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolderNow } from "@headwater/platform/testing/remove-folder.ts";
import { preparedFolder, startServerIn } from "./running-server.ts";

/**
 * Once before all tests: the data folder of an installation that nobody has used. Each test file takes
 * a copy of it, which spares making and migrating a database some twenty times.
 */
export async function setup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "headwater-prepared-"));
  const server = await startServerIn(folder);
  await server.stop();
  process.env[preparedFolder] = folder;
}

/** Takes the folder away. */
export function teardown(): void {
  const folder = process.env[preparedFolder];
  if (folder !== undefined) removeFolderNow(folder);
}
