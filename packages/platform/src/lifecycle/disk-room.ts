import { existsSync, statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { errorCode, NamedError } from "../named-error.ts";

// PostgreSQL's disk_full, Node's own codes, and the refusal of `refuseWithoutRoom`.
const fullCodes = new Set(["53100", "ENOSPC", "EDQUOT", "DISK_FULL"]);

/** Whether a fault says that there was no room to write. The same work succeeds once there is. */
export function isDiskFull(error: unknown): boolean {
  return fullCodes.has(errorCode(error) ?? "");
}

/**
 * Under so much room nothing can be promised: PostgreSQL lays its log out in files of 16 MiB, and goes
 * down when it cannot lay out the next.
 */
export const fullBelowBytes = 32 * 1024 * 1024;

/** Where the program writes, and how much it leaves free. */
export type DiskRoom = {
  readonly folders: readonly string[];
  /** Reading of files stops under so many free bytes, so that pages and the database go on. */
  readonly reserveBytes: number;
};

/** The least that is free in any of the folders, in bytes; a folder that is not there yet counts as the one above. */
export function freeBytes(folders: readonly string[]): number {
  return Math.min(
    ...folders.map((folder) => {
      let at = resolve(folder);
      while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
      const { bavail, bsize } = statfsSync(at);
      return bavail * bsize;
    }),
  );
}

/** Whether so little is free that hardly anything can be written. */
export function isFull({ folders }: DiskRoom): boolean {
  return freeBytes(folders) < fullBelowBytes;
}

/** Throws `DISK_FULL` when less than the reserve is free. */
export function refuseWithoutRoom({ folders, reserveBytes }: DiskRoom): void {
  if (freeBytes(folders) < reserveBytes) throw diskFull();
}

/** What a person is told, wherever the want of room was noticed. */
export function diskFull(cause?: unknown): NamedError {
  return new NamedError(
    "DISK_FULL",
    "there is too little room on the disk; what is recorded is kept. Free some room and go on: what was not finished is taken up where it stopped",
    cause === undefined ? {} : { cause },
  );
}
