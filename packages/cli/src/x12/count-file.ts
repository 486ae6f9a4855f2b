import { createReadStream } from "node:fs";
import { createTransactionReader, type ReadEvent, SegmentReader } from "@headwater/x12";
import type { Command } from "commander";
import { createOutput } from "../output.ts";

/** What stands in one file. */
export type FileCounts = {
  interchanges: number;
  groups: number;
  /** Transaction sets by ST01. */
  transactions: Record<string, number>;
  segments: number;
  claims: number;
  lines: number;
};

/** `x12 count FILE`: interchanges, groups, transactions by kind, segments, claims, lines. */
export function addCountFile(x12: Command): void {
  x12
    .command("count <file>")
    .description("count what stands in an X12 file")
    .option("--json", "one object")
    .action(async (file: string, options: { json?: boolean }) => {
      const output = createOutput(options.json === true);
      const counts = await countFile(createReadStream(file));
      output.record(counts);
      for (const [name, count] of Object.entries({ ...counts, ...counts.transactions }))
        if (typeof count === "number") output.line(`${String(count).padStart(12)}  ${name}`);
    });
}

/** Counts by streaming; segments include those of the envelopes. */
export async function countFile(source: AsyncIterable<Uint8Array>): Promise<FileCounts> {
  const counts: FileCounts = {
    interchanges: 0,
    groups: 0,
    transactions: {},
    segments: 0,
    claims: 0,
    lines: 0,
  };
  const transactions = createTransactionReader();
  const segments = new SegmentReader();
  for await (const chunk of source) {
    addEvents(counts, transactions.push(chunk));
    counts.segments += segments.push(chunk).filter((token) => token.kind === "segment").length;
  }
  addEvents(counts, transactions.end());
  counts.segments += segments.end().filter((token) => token.kind === "segment").length;
  return counts;
}

function addEvents(counts: FileCounts, events: readonly ReadEvent[]): void {
  for (const event of events) {
    if (event.type === "interchange-start") counts.interchanges += 1;
    else if (event.type === "group-start") counts.groups += 1;
    else if (event.type === "set-end") {
      const { setId } = event.header;
      counts.transactions[setId] = (counts.transactions[setId] ?? 0) + 1;
    } else if (event.type === "claim" || event.type === "remittance-claim") {
      counts.claims += 1;
      counts.lines += event.claim.lines.length;
    }
  }
}
