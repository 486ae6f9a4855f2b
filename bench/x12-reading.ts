import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTransactions, SegmentReader } from "@headwater/x12";
import type { Benchmark, Figure } from "./figure.ts";
import { generateFiles } from "./generate-files.ts";
import { peakMemoryMiB } from "./process-memory.ts";

const claims = 87_000;

/** Reading a 50 MB 837P and 835, beside a bare scan for segment terminators. */
export const benchmark: Benchmark = {
  name: "x12-reading",
  about: `typed reading of a 50 MB 837P and 835 of ${claims.toLocaleString("en-US")} claims each`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-bench-"));
    try {
      remark("writing the files");
      const files = await generateFiles(folder, { seed: 7, claims });
      const figures: Figure[] = [];
      for (const [name, file] of Object.entries(files)) {
        const megabytes = (await stat(file)).size / 1e6;
        const scan = megabytes / (await seconds(() => scanTerminators(file)));
        const beside = { name: "bare scan", value: scan };
        const segments = megabytes / (await seconds(() => readSegments(file)));
        const typed = megabytes / (await seconds(() => readTyped(file)));
        figures.push(
          { name: `${name}: segments`, value: segments, unit: "MB/s", beside },
          { name: `${name}: typed`, value: typed, unit: "MB/s", beside },
        );
      }
      const memory = peakMemoryMiB(process.pid);
      if (memory !== undefined)
        figures.push({ name: "peak memory of the process", value: memory, unit: "MiB" });
      return figures;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

async function scanTerminators(file: string): Promise<number> {
  let count = 0;
  for await (const chunk of createReadStream(file)) {
    const bytes: Uint8Array = chunk;
    for (let at = bytes.indexOf(126); at !== -1; at = bytes.indexOf(126, at + 1)) count += 1;
  }
  return count;
}

async function readSegments(file: string): Promise<number> {
  const reader = new SegmentReader();
  let elements = 0;
  for await (const chunk of createReadStream(file))
    for (const token of reader.push(chunk))
      if (token.kind === "segment") elements += token.element(1) === undefined ? 0 : 1;
  return elements;
}

async function readTyped(file: string): Promise<number> {
  let read = 0;
  for await (const events of readTransactions(createReadStream(file))) read += events.length;
  return read;
}
