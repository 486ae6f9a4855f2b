import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { errorCode, NamedError } from "@headwater/platform/named-error.ts";

/** A file, or standard input, that a command reads once. */
export type X12Input = {
  /** As the user named it; `-` for standard input. */
  readonly name: string;
  /** Undefined where it cannot be known. */
  readonly byteLength: number | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
};

/** Reads half as often as the default and keeps memory low. */
const chunkBytes = 256 * 1024;

const sentences: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is no folder",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "its links lead in a circle",
  ENXIO: "it is no file that can be read",
};

/** Opens a path, `-` being standard input; throws a fault with a code where it cannot be read. */
export async function openInput(path: string): Promise<X12Input> {
  if (path === "-") {
    return { name: path, byteLength: undefined, chunks: process.stdin };
  }
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, errorCode(error));
  });
  if (found.isDirectory()) throw unreadable(path, "EISDIR");
  const byteLength = found.isFile() ? found.size : undefined;
  return { name: path, byteLength, chunks: readChunks(path) };
}

async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: chunkBytes });
  } catch (error) {
    throw unreadable(path, errorCode(error));
  }
}

function unreadable(path: string, code = "UNREADABLE"): NamedError {
  return new NamedError(
    code,
    `${path} cannot be opened: ${sentences[code] ?? "reading it failed"}`,
  );
}
