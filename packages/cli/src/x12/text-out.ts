import { once } from "node:events";
import { open } from "node:fs/promises";
import { errorCode, NamedError } from "@headwater/platform/named-error.ts";

/** Where a command's result goes: gathered into pieces, never faster than the reader takes them. */
export type ResultOut = {
  write(piece: string | Uint8Array): Promise<void>;
  end(): Promise<void>;
};

const pieceLength = 64 * 1024;

/** Standard output. */
export function standardOut(): ResultOut {
  return gathering(async (piece) => {
    if (process.stdout.write(piece)) return;
    await once(process.stdout, "drain");
  });
}

/** A new file; one that exists already is not touched. */
export async function fileOut(path: string): Promise<ResultOut> {
  const file = await open(path, "wx").catch((error: unknown) => {
    if (errorCode(error) !== "EEXIST") {
      throw new NamedError(errorCode(error) ?? "UNWRITABLE", `${path} cannot be written`);
    }
    throw new NamedError("FILE_EXISTS", `${path} exists already; it was left as it is`);
  });
  // `appendFile` goes on until all is written; `write` may stop before.
  return gathering(
    (piece) => file.appendFile(piece),
    () => file.close(),
  );
}

/** Sends texts in pieces of some size, bytes as they come. */
function gathering(
  send: (piece: string | Uint8Array) => Promise<void>,
  close: () => Promise<void> = async () => undefined,
): ResultOut {
  let gathered = "";
  const flush = async () => {
    if (gathered === "") return;
    const text = gathered;
    gathered = "";
    await send(text);
  };
  return {
    write: async (piece) => {
      if (typeof piece === "string") {
        gathered += piece;
        if (gathered.length >= pieceLength) await flush();
        return;
      }
      await flush();
      if (piece.length > 0) await send(piece);
    },
    end: async () => {
      await flush();
      await close();
    },
  };
}

/** `--out FILE`, else standard output. */
export async function resultOut(path: string | undefined): Promise<ResultOut> {
  return path === undefined || path === "-" ? standardOut() : fileOut(path);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal would obey
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A text of a file as it may be shown on a terminal: no control character reaches it. */
export function harmless(text: string): string {
  return text.replace(control, (character) =>
    character < "\u0020" ? String.fromCharCode(character.charCodeAt(0) + 0x2400) : "\u00b7",
  );
}
