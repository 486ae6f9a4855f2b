import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { processExists } from "../database/postgres-cluster.ts";

/** An upload on disk, complete, with its digest. */
export interface SpooledUpload {
  readonly kind: "spooled";
  readonly path: string;
  readonly byteLength: number;
  readonly sha256: string;
  /** The content, as often as it is asked for. */
  open(): AsyncIterable<Uint8Array>;
  remove(): Promise<void>;
}

export type SpoolResult =
  | SpooledUpload
  | { readonly kind: "refused"; readonly code: "DOCUMENT_TOO_LARGE"; readonly limitBytes: number };

const abandonedAfterMs = 3_600_000;

class TooLarge extends Error {}

/**
 * Takes a stream from a slow or unfriendly sender onto disk, so that no transaction waits for it.
 * The file gets a name of our own and is readable by this user only. One that is too large or
 * breaks off leaves nothing behind; the latter throws its error.
 */
export async function spoolUpload(
  source: AsyncIterable<Uint8Array>,
  options: { readonly limitBytes: number; readonly folder?: string },
): Promise<SpoolResult> {
  const folder = options.folder ?? tmpdir();
  await mkdir(folder, { recursive: true });
  const path = join(folder, `headwater-upload-${process.pid}-${randomBytes(12).toString("hex")}`);
  const digest = createHash("sha256");
  let byteLength = 0;
  const measured = async function* () {
    for await (const piece of source) {
      byteLength += piece.length;
      if (byteLength > options.limitBytes) throw new TooLarge();
      digest.update(piece);
      yield piece;
    }
  };
  const remove = () => rm(path, { force: true });
  try {
    await pipeline(measured, createWriteStream(path, { mode: 0o600, flags: "wx" }));
  } catch (error) {
    await remove();
    if (!(error instanceof TooLarge)) throw error;
    return { kind: "refused", code: "DOCUMENT_TOO_LARGE", limitBytes: options.limitBytes };
  }
  const sha256 = digest.digest("hex");
  return { kind: "spooled", path, byteLength, sha256, open: () => createReadStream(path), remove };
}

/**
 * Removes what killed processes left on disk: uploads hold patient data. One is abandoned when its
 * process is gone and nothing was written to it for an hour. Returns how many there were.
 */
export async function removeAbandonedUploads(
  options: { readonly folder?: string; readonly now?: number } = {},
): Promise<number> {
  const { folder = tmpdir(), now = Date.now() } = options;
  let removed = 0;
  for (const name of await readdir(folder)) {
    const pid = Number(/^headwater-upload-(\d+)-[0-9a-f]{24}$/.exec(name)?.[1] ?? 0);
    if (pid === 0 || processExists(pid)) continue;
    const path = join(folder, name);
    const written = await stat(path).catch(() => undefined);
    if (!written || now - written.mtimeMs < abandonedAfterMs) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
