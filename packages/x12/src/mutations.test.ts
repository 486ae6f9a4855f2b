import { describe, expect, test } from "vitest";
import { lawBroken, mutated } from "./testing/mutations.ts";
import { everySampleKind, sampleFile } from "./testing/sample-files.ts";

/** `bench/x12/mutate.ts` runs as many as are asked for. */
const mutationsPerKind = 60;
const samplesPerKind = 3;

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

describe("a file with errors is read without loss, whatever the chunks", () => {
  test.each(everySampleKind)(
    "%s",
    (kind) => {
      const samples = Array.from({ length: samplesPerKind }, (_, at) => sampleFile(kind, at + 1));
      for (let seed = 1; seed <= mutationsPerKind; seed += 1) {
        const text = mutated(samples[seed % samplesPerKind] ?? "", seed);
        expect([kind, seed, lawBroken(text, seed, cpuMilliseconds)]).toEqual([
          kind,
          seed,
          undefined,
        ]);
      }
    },
    300_000,
  );
});
