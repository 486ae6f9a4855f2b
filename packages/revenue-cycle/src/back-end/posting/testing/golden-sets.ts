import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTransactionReader, type ReadEvent } from "@headwater/x12";
import { type GoldenCase, type GoldenStep, readGoldenCases } from "./golden-cases.ts";
import { remittanceFile } from "./golden-files.ts";

const folder = join(import.meta.dirname, "golden");

let read: readonly GoldenCase[] | undefined;

/** The hand-checked cases of every table, in the order of the tables. Read once. */
export function allGoldenCases(): readonly GoldenCase[] {
  read ??= readTables();
  return read;
}

function readTables(): readonly GoldenCase[] {
  const cases: GoldenCase[] = [];
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, name), "utf8");
    cases.push(...readGoldenCases(text, cases.length + 1));
  }
  return cases;
}

const known = new Map<GoldenStep, readonly ReadEvent[]>();

/** What a reader tells of the remittance of a step, written as an 835. Read once. */
export function eventsOf(of: GoldenCase, at: number): readonly ReadEvent[] {
  const step = of.steps[at];
  if (step === undefined) throw new RangeError("no such step");
  const events = known.get(step) ?? readSet(remittanceFile([{ of, step, at }], at + 1));
  known.set(step, events);
  return events;
}

function readSet(text: string): readonly ReadEvent[] {
  const reader = createTransactionReader();
  return [...reader.push(new TextEncoder().encode(text)), ...reader.end()];
}
