import { readTokens, type Token } from "@headwater/x12";

/** Segments that are handed on at a time: what a command makes of them may be many times as large. */
const batchTokens = 500;

/** The tokens of a stream in their order, a few at a time. */
export async function* readBatches(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly Token[]> {
  for await (const tokens of readTokens(chunks)) {
    for (let at = 0; at < tokens.length; at += batchTokens) {
      yield tokens.slice(at, at + batchTokens);
    }
  }
}
