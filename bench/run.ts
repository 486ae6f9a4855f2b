import { type Benchmark, figureLine } from "./figure.ts";

const benchmarks: readonly (() => Promise<{ benchmark: Benchmark }>)[] = [
  () => import("./machine.ts"),
  () => import("./x12/x12.ts"),
  () => import("./posting.ts"),
  () => import("./aging.ts"),
  () => import("./unattended.ts"),
  () => import("./million.ts"),
  () => import("./importing.ts"),
  () => import("./killing.ts"),
  () => import("./disk-full.ts"),
  () => import("./mutation/mutation.ts"),
  () => import("./hot-accounts.ts"),
  () => import("./restoring.ts"),
  () => import("./hostile.ts"),
  () => import("./simulator.ts"),
  () => import("./spine.ts"),
  () => import("./truth/truth.ts"),
  () => import("./live.ts"),
  () => import("./driver/driver.ts"),
];

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const all = (await Promise.all(benchmarks.map((load) => load()))).map((one) => one.benchmark);
const unknown = wanted.filter((name) => !all.some((one) => one.name === name));
if (unknown.length > 0 || process.argv.includes("--list")) {
  for (const one of all) console.log(`${one.name.padEnd(16)} ${one.about}`);
  process.exit(unknown.length > 0 ? 2 : 0);
}
for (const benchmark of all) {
  if (wanted.length > 0 && !wanted.includes(benchmark.name)) continue;
  console.log(`\n${benchmark.name}: ${benchmark.about}`);
  const figures = await benchmark.run((text) => process.stderr.write(`  ${text}\n`));
  for (const figure of figures) console.log(`  ${figureLine(figure)}`);
}
process.exit(0);
