import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

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
  const path = join(folder, `headwater-upload-${randomBytes(12).toString("hex")}`);
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
