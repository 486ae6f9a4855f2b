import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";

/** A server or a browser that has just ended may still write its last file while its folder goes. */
const patient = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 } as const;

/** Removes a folder of a test with all that is in it, trying again while somebody still writes there. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, patient);
}

/** The same at once, for what cannot wait. */
export function removeFolderNow(folder: string): void {
  rmSync(folder, patient);
}
