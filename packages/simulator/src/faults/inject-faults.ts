import { dateOf, dayOf } from "../civil-day.ts";
import { type KeyedStream, streamOfSeed } from "../random/keyed-stream.ts";
import type { SimulationOutput } from "../run/output.ts";
import { changedByCent } from "./change-by-cent.ts";

/** What may happen to a file on its way, one kind at a time. */
export const faultKinds = [
  "corrupt",
  "cut",
  "reorder",
  "repeat",
  "delay",
  "change-by-a-cent",
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** So many faults of a kind. */
export type WantedFault = { readonly kind: FaultKind; readonly count: number };

type FileOutput = Extract<SimulationOutput, { type: "file" }>;

/** What is planned for a file; the path is the one it has without a fault. */
type Plan =
  | { readonly kind: "corrupt" | "cut" | "change-by-a-cent" | "repeat" | "delay" }
  | { readonly kind: "reorder"; readonly with: string };

const delayDays: readonly [number, number] = [10, 60];
const corruptedMost = 40;

/**
 * A simulation with faults on the way of its files: some bytes overwritten, the end cut off, two files
 * in each other's place, one twice, one weeks late, an amount of a remittance off by a cent. The
 * simulation is run twice, so that memory stays flat: once for the names, once for the content. Each
 * fault is told among the truth (`faults`); everything else of the truth stays what it is. A file has one
 * fault at most; where there are fewer files than faults, each has one.
 */
export function* injectFaults(
  simulation: () => Iterable<SimulationOutput>,
  seed: number,
  wanted: readonly WantedFault[],
): Generator<SimulationOutput> {
  const stream = streamOfSeed(seed).at("faults");
  const plans = planFaults(simulation(), stream, wanted);
  const swapped = new Map<string, string>();
  for (const output of simulation()) {
    const plan = output.type === "file" ? plans.get(output.path) : undefined;
    if (output.type === "truth" || plan === undefined) yield output;
    else if (plan.kind === "reorder") {
      const own = swapped.get(output.path);
      // The first of the two waits until the content of the other is known.
      if (own === undefined) swapped.set(plan.with, output.text);
      else {
        swapped.delete(output.path);
        yield { ...output, path: plan.with };
        yield { ...output, text: own };
        yield told("reorder", output.path, `in the place of ${plan.with}`);
      }
    } else yield* faultyFile(output, plan.kind, stream.at(output.path));
  }
}

function* faultyFile(
  file: FileOutput,
  kind: Exclude<FaultKind, "reorder">,
  stream: KeyedStream,
): Generator<SimulationOutput> {
  const { path, text } = file;
  if (kind === "corrupt") {
    // Behind the first segment: what it overwrites there leaves no interchange at all to read.
    const from = 106 + stream.below("from", text.length - 106 - corruptedMost);
    const length = stream.between("length", [1, corruptedMost]);
    const damage = "\u0001".repeat(length);
    yield { ...file, text: text.slice(0, from) + damage + text.slice(from + length) };
    yield told(kind, path, `${length} bytes from ${from}`);
  } else if (kind === "cut") {
    const length = 106 + stream.below("length", text.length - 106);
    yield { ...file, text: text.slice(0, length) };
    yield told(kind, path, `after ${length} bytes`);
  } else if (kind === "change-by-a-cent") {
    const changed = changedByCent(text, stream);
    yield { ...file, text: changed.text };
    yield told(kind, path, changed.detail);
  } else if (kind === "repeat") {
    yield file;
    const again = later(path, stream, "repeated");
    yield { ...file, path: again };
    yield told(kind, again, `the same as ${path}`);
  } else {
    const on = later(path, stream, "delayed");
    yield { ...file, path: on };
    yield told(kind, on, `instead of ${path}`);
  }
}

function told(kind: FaultKind, file: string, detail: string): SimulationOutput {
  return { type: "truth", record: { truth: "faults", kind, file, detail } };
}

/** The path of a file that comes some weeks later. */
function later(path: string, stream: KeyedStream, word: string): string {
  const [, name = path] = path.split("/");
  const day = dayOf(name.slice(0, 10)) + stream.between("days", delayDays);
  const date = dateOf(day);
  return `${date.slice(0, 7)}/${date}-${word}-${name}`;
}

const isExchanged = (path: string) => /\.(837|835|277|999)$/.test(path);
const isPayment = (path: string) => path.endsWith(".835");

/** Picks the files by the order of their own draws: no fault moves another. */
function planFaults(
  outputs: Iterable<SimulationOutput>,
  stream: KeyedStream,
  wanted: readonly WantedFault[],
): Map<string, Plan> {
  const paths: string[] = [];
  for (const output of outputs) {
    if (output.type === "file" && isExchanged(output.path)) paths.push(output.path);
  }
  const plans = new Map<string, Plan>();
  for (const { kind, count } of wanted) {
    const own = stream.at(kind);
    const isFit = kind === "change-by-a-cent" ? isPayment : isExchanged;
    const order = paths
      .filter((path) => isFit(path) && !plans.has(path))
      .map((path) => ({ path, draw: own.at(path).number("draw") }))
      .sort((left, right) => left.draw - right.draw || (left.path < right.path ? -1 : 1))
      .map(({ path }) => path);
    if (kind === "reorder") planSwaps(plans, order, count);
    else for (const path of order.slice(0, count)) plans.set(path, { kind });
  }
  return plans;
}

/** Pairs of files of one kind that came on different days. */
function planSwaps(plans: Map<string, Plan>, order: readonly string[], count: number): void {
  let made = 0;
  for (const path of order) {
    if (made === count) return;
    const other = order.find(
      (one) =>
        !plans.has(one) &&
        one !== path &&
        one.slice(-4) === path.slice(-4) &&
        !isSameDay(one, path),
    );
    if (plans.has(path) || other === undefined) continue;
    plans.set(path, { kind: "reorder", with: other });
    plans.set(other, { kind: "reorder", with: path });
    made += 1;
  }
}

function isSameDay(left: string, right: string): boolean {
  return left.slice(0, 18) === right.slice(0, 18);
}
