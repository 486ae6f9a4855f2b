import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { errorCode } from "../named-error.ts";

/** The head of a chain as it stood at a moment; `restore` says that the chain begins again there. */
export interface AnchorRecord {
  readonly kind: "head" | "restore";
  readonly sequence: number;
  readonly hash: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * A place outside the database that remembers the heads of the chains. Without it nobody could tell
 * that the end of a chain was cut off. It must keep what it was given, in order.
 */
export interface Anchor {
  /** Keeps a record; returns once it would survive a power failure. */
  append(name: string, record: AnchorRecord): Promise<void>;
  /** Every record of a chain in order; none if it was never anchored. */
  read(name: string): AsyncIterable<AnchorRecord>;
}

/** Keeps the heads in one file per chain, a JSON line each, flushed to the disk. */
export function fileAnchor(folder: string): Anchor {
  const path = (name: string) => join(folder, `${name}.jsonl`);
  return {
    async append(name, record) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(path(name), "a+", 0o600);
      try {
        // A line that a crash or a full disk cut short must not swallow the next.
        const start = (await endsInLine(file)) ? "" : "\n";
        await file.appendFile(`${start}${JSON.stringify(record)}\n`);
        await file.datasync();
      } finally {
        await file.close();
      }
    },
    async *read(name) {
      const lines = createInterface({ input: createReadStream(path(name), "utf8") });
      try {
        for await (const line of lines) {
          const record = parseRecord(line);
          if (record) yield record;
        }
      } catch (error) {
        if (errorCode(error) !== "ENOENT") throw error;
      }
    },
  };
}

async function endsInLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const last = await file.read({ buffer: Buffer.alloc(1), position: size - 1 });
  return last.buffer.toString() === "\n";
}

/** A line that a crash cut short is no record. */
function parseRecord(line: string): AnchorRecord | undefined {
  try {
    const value = JSON.parse(line) as Partial<AnchorRecord>;
    const { kind, sequence, hash, at } = value;
    if (kind !== "head" && kind !== "restore") return undefined;
    if (typeof sequence !== "number" || typeof hash !== "string") return undefined;
    return { kind, sequence, hash, at: at ?? "" };
  } catch {
    return undefined;
  }
}
