import { NamedError } from "../named-error.ts";

/** Takes lines and counted bytes from a stream. Throws `BACKUP_TRUNCATED` when it ends too early. */
export interface ByteReader {
  /** Bytes up to and without the next line feed, at most `limit` of them. */
  line(limit?: number): Promise<Buffer>;
  take(length: number): Promise<Buffer>;
  atEnd(): Promise<boolean>;
  /** Everything that is left. */
  rest(): AsyncGenerator<Buffer>;
}

/** Reads a stream by lines and counts. */
export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const pieces = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  const more = async (): Promise<boolean> => {
    const next = await pieces.next();
    if (next.done) return false;
    const piece = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    return true;
  };
  const truncated = () => new NamedError("BACKUP_TRUNCATED", "the file ends too early");

  return {
    async line(limit = 16 * 1024 * 1024) {
      for (;;) {
        const end = held.indexOf(10);
        if (end >= 0) {
          const line = held.subarray(0, end);
          held = held.subarray(end + 1);
          return line;
        }
        if (held.length > limit) throw new NamedError("BACKUP_CORRUPT", "a line is too long");
        if (!(await more())) throw truncated();
      }
    },
    async take(length) {
      while (held.length < length) if (!(await more())) throw truncated();
      const bytes = held.subarray(0, length);
      held = held.subarray(length);
      return bytes;
    },
    async atEnd() {
      while (held.length === 0) if (!(await more())) return true;
      return false;
    },
    async *rest() {
      if (held.length > 0) yield held;
      held = Buffer.alloc(0);
      while (await more()) {
        yield held;
        held = Buffer.alloc(0);
      }
    },
  };
}
