import { type SimulationOptions, type SimulationOutput, simulate } from "@headwater/simulator";
import type { TruthRecord } from "@headwater/simulator/truth/records.ts";

type Kind = TruthRecord["truth"];

/** A simulation in memory: its files by the order of their paths, and its truth by kind. */
export type Simulation = {
  readonly files: readonly Extract<SimulationOutput, { type: "file" }>[];
  truth<K extends Kind>(kind: K): readonly Extract<TruthRecord, { truth: K }>[];
};

/** Runs a small simulation to its end. */
export function readSimulation(options: SimulationOptions): Simulation {
  const outputs = [...simulate(options)];
  const records = outputs.flatMap((output) => (output.type === "truth" ? [output.record] : []));
  const files = outputs.flatMap((output) => (output.type === "file" ? [output] : []));
  return {
    files: files.sort((left, right) => (left.path < right.path ? -1 : 1)),
    truth: <K extends Kind>(kind: K) =>
      records.filter(
        (record): record is Extract<TruthRecord, { truth: K }> => record.truth === kind,
      ),
  };
}
