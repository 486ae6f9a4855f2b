/**
 * Reads, validates and answers mutated files of all kinds of transaction or those named:
 * `mutate.ts 10000 [835 …]`. A kind fails when a law is broken, when one file takes over a second, or
 * when its files leave more memory behind than they may.
 */
import { lawBroken, mutated } from "@headwater/x12/testing/mutations.ts";
import { everySampleKind, sampleFile } from "@headwater/x12/testing/sample-files.ts";

/** What reading mutations may add to the memory of the process, in MiB. */
const growthMost = 64;

/** Milliseconds that this process has had a processor. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const [count = "10000", ...kinds] = process.argv.slice(2);
const perKind = Number(count);
let broken = 0;
for (const kind of kinds.length > 0 ? kinds : everySampleKind) {
  const samples = Array.from({ length: 20 }, (_, at) => sampleFile(kind, at + 1));
  // The engine's own room is made first: what counts is what reading more and more adds to it.
  for (let seed = 1; seed <= 500; seed += 1)
    lawBroken(mutated(samples[seed % 20] ?? "", seed), seed, cpuMilliseconds);
  const before = process.memoryUsage().rss;
  const since = performance.now();
  let slowest = 0;
  for (let seed = 1; seed <= perKind; seed += 1) {
    const from = cpuMilliseconds();
    const found = lawBroken(mutated(samples[seed % 20] ?? "", seed), seed, cpuMilliseconds);
    slowest = Math.max(slowest, cpuMilliseconds() - from);
    if (found === undefined) continue;
    broken += 1;
    console.log(`${kind} seed ${seed}: ${found}`);
  }
  const seconds = (performance.now() - since) / 1000;
  const grown = (process.memoryUsage().rss - before) / 1_048_576;
  if (grown > growthMost) broken += 1;
  console.log(
    `${kind.padEnd(6)} ${perKind} in ${seconds.toFixed(1)} s, slowest ${slowest.toFixed(0)} ms, ` +
      `${grown.toFixed(0)} MiB more`,
  );
}
console.log(broken === 0 ? "all laws hold" : `${broken} broken`);
process.exit(broken === 0 ? 0 : 1);
