import { setFlagsFromString } from "node:v8";
import { mebibytes, share, startProgress } from "../progress.ts";
import type { X12Input } from "./x12-input.ts";

/** The bar of a command that reads a file. */
export type ReadProgress = {
  /** Passes the chunks on and shows how far they have come. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Makes room for a result. */
  readonly clear: () => void;
};

/** A command that takes less than this shows no bar. */
const quietMs = 1000;
const barWidth = 24;

/**
 * Follows the reading of a file; on a terminal a bar comes once it takes more than a second. Elsewhere
 * nothing is shown: what these commands say on standard error is an error.
 */
export function followReading(input: X12Input): ReadProgress {
  keepMemorySmall();
  const startedAt = performance.now();
  let progress: ReturnType<typeof startProgress> | undefined;
  let bytes = 0;
  const show = () => {
    const tookMs = performance.now() - startedAt;
    if (tookMs < quietMs || process.stderr.isTTY !== true) return;
    progress ??= startProgress();
    progress.show(() => barText({ bytes, of: input.byteLength, tookMs }));
  };
  const follow = async function* () {
    for await (const chunk of input.chunks) {
      yield chunk;
      bytes += chunk.length;
      show();
    }
    progress?.clear();
  };
  return { chunks: follow(), clear: () => progress?.clear() };
}

/**
 * Has the engine collect early. Left alone it makes room for ever more of what is short-lived, and lets
 * what outlived that room grow to a multiple of what is in use, before it does: half of a streaming
 * command's memory would be garbage.
 */
function keepMemorySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=50");
}

/** `[######------] 50 %  25 of 50 MB  12 MB/s`; without a known length only what was read. */
export function barText(at: {
  readonly bytes: number;
  readonly of: number | undefined;
  readonly tookMs: number;
}): string {
  const speed = `${perSecond((at.bytes * 1000) / at.tookMs)} MB/s`;
  if (at.of === undefined || at.of === 0) return `${mebibytes(at.bytes)} MB  ${speed}`;
  const done = Math.min(barWidth, Math.floor((barWidth * at.bytes) / at.of));
  const bar = "#".repeat(done) + "-".repeat(barWidth - done);
  return `[${bar}] ${share(at.bytes, at.of)}  ${mebibytes(at.bytes)} of ${mebibytes(at.of)} MB  ${speed}`;
}

/** With a decimal where a whole number would say too little. */
function perSecond(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes < 10 ? megabytes.toFixed(1) : mebibytes(bytes);
}
