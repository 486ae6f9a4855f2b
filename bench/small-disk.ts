import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";

/** A file system of its own in memory, small enough to be filled to the last byte. */
export type SmallDisk = {
  readonly folder: string;
  freeMegabytes(): number;
  /** Fills it until so much is left. */
  fill(leaveMegabytes: number): void;
  /** Takes the filling away. */
  free(): void;
  unmount(): void;
};

const megabyte = 1024 * 1024;

/** Mounts a tmpfs; undefined where that is not allowed: it needs root and Linux. */
export async function mountSmallDisk(
  folder: string,
  megabytes: number,
): Promise<SmallDisk | undefined> {
  await mkdir(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], {
      stdio: "ignore",
    });
  } catch {
    return undefined;
  }
  // The database runs as nobody, who must be able to reach its folder.
  await chmod(folder, 0o711);
  const filling = join(folder, "filling");
  const freeMegabytes = () => {
    const { bavail, bsize } = statfsSync(folder);
    return (bavail * bsize) / megabyte;
  };
  return {
    folder,
    freeMegabytes,
    fill: (leaveMegabytes) => {
      const file = openSync(filling, "a", 0o600);
      try {
        const piece = Buffer.alloc(megabyte / 4);
        while (freeMegabytes() > leaveMegabytes) writeSync(file, piece);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filling, { force: true }),
    unmount: () => {
      execFileSync("umount", ["--lazy", folder], { stdio: "ignore" });
    },
  };
}
