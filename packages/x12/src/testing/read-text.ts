import { latin1Bytes } from "../latin1.ts";
import type { ReadEvent } from "../reading.ts";
import { type ReadOptions, TransactionReader } from "../transaction-reader.ts";

/** All events of a text whose characters are bytes, pushed in chunks of `chunkBytes`. */
export function readText(
  text: string,
  options: ReadOptions & { readonly chunkBytes?: number } = {},
): ReadEvent[] {
  const { chunkBytes = Math.max(1, text.length), ...readOptions } = options;
  const reader = new TransactionReader(readOptions);
  const bytes = latin1Bytes(text);
  const events: ReadEvent[] = [];
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    events.push(...reader.push(bytes.subarray(from, from + chunkBytes)));
  }
  events.push(...reader.end());
  return events;
}

/** Events of one type. */
export function eventsOf<T extends ReadEvent["type"]>(
  events: readonly ReadEvent[],
  type: T,
): Extract<ReadEvent, { type: T }>[] {
  return events.filter((event): event is Extract<ReadEvent, { type: T }> => event.type === type);
}

/** Codes of all issues, in their order. */
export function issueCodesOf(events: readonly ReadEvent[]): string[] {
  return eventsOf(events, "issue").map(({ issue }) => issue.code);
}
