import { latin1Bytes } from "./latin1.ts";
import type { Token } from "./segment-reader.ts";

/** The bytes that tokens were read from: all tokens of a file give the file back, byte by byte. */
export function tokenBytes(tokens: readonly Token[]): Uint8Array {
  return latin1Bytes(
    tokens
      .map((token) =>
        token.kind === "segment" ? token.leading + token.raw + token.terminator : token.text,
      )
      .join(""),
  );
}
