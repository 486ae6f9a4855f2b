import { readTokens, type Segment, type Token } from "@headwater/x12";
import type { Command } from "commander";
import { createOutput } from "../output.ts";
import { followReading } from "./read-progress.ts";
import { openInput } from "./x12-input.ts";

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
    .description("count what stands in an X12 file (- is standard input)")
    .option("--json", "one object")
    .action(async (file: string, options: { json?: boolean }) => {
      const output = createOutput(options.json === true);
      const progress = followReading(await openInput(file));
      const counts = await countFile(progress.chunks);
      output.record(counts);
      for (const [name, count] of Object.entries({ ...counts, ...counts.transactions }))
        if (typeof count === "number") output.line(`${String(count).padStart(12)}  ${name}`);
      if (counts.interchanges > 0) return;
      output.remark(`${file} holds no X12 interchange; \`x12 check\` tells more`);
      process.exitCode = 2;
    });
}

/** Counts in one pass over the segments; those of the envelopes are among them. */
export async function countFile(source: AsyncIterable<Uint8Array>): Promise<FileCounts> {
  const counter = new SegmentCounter();
  for await (const tokens of readTokens(source)) counter.count(tokens);
  return counter.counts;
}

class SegmentCounter {
  readonly counts: FileCounts = {
    interchanges: 0,
    groups: 0,
    transactions: {},
    segments: 0,
    claims: 0,
    lines: 0,
  };
  /** ST01 of the open set; "" outside of one. */
  private set = "";
  private inClaim = false;

  count(tokens: readonly Token[]): void {
    const { counts } = this;
    for (const token of tokens) {
      if (token.kind !== "segment") continue;
      counts.segments += 1;
      this.countSegment(token);
    }
  }

  private countSegment(segment: Segment): void {
    const { counts } = this;
    switch (segment.id) {
      case "ISA":
        counts.interchanges += 1;
        this.set = "";
        return;
      case "GS":
        counts.groups += 1;
        this.set = "";
        return;
      case "ST":
        this.set = segment.text(1) ?? "";
        this.inClaim = false;
        counts.transactions[this.set] = (counts.transactions[this.set] ?? 0) + 1;
        return;
      case "SE":
        this.set = "";
        return;
      case "CLM":
        if (this.set === "837") this.countClaim();
        return;
      case "CLP":
        if (this.set === "835") this.countClaim();
        return;
      case "LX":
        if (this.set === "837" && this.inClaim) counts.lines += 1;
        return;
      case "SVC":
        if (this.set === "835" && this.inClaim) counts.lines += 1;
    }
  }

  private countClaim(): void {
    this.counts.claims += 1;
    this.inClaim = true;
  }
}
