import type { ReadEvent } from "./reading.ts";
import { type ReadOptions, TransactionReader } from "./transaction-reader.ts";

/** Bytes handled between two batches: bounds the events that wait in memory. */
const pieceBytes = 65_536;

/** A reader to push chunks into; see `TransactionReader`. */
export function createTransactionReader(options: ReadOptions = {}): TransactionReader {
  return new TransactionReader(options);
}

/**
 * Reads the transaction sets of a stream of bytes, batch by batch; a batch is never empty. Faults of
 * the source are thrown, faults of the content come as issues.
 */
export async function* readTransactions(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent[]> {
  const reader = new TransactionReader(options);
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length; from += pieceBytes) {
      const events = reader.push(chunk.subarray(from, from + pieceBytes));
      if (events.length > 0) yield events;
      if (reader.isDone) return;
    }
  }
  const rest = reader.end();
  if (rest.length > 0) yield rest;
}
