import type { TruthRecord } from "../truth/records.ts";

/** What a simulation puts out, in an order that depends on nothing but its options. */
export type SimulationOutput =
  | {
      readonly type: "file";
      /** Below the folder of files, with `/` between folders. */
      readonly path: string;
      readonly text: string;
    }
  | { readonly type: "truth"; readonly record: TruthRecord };

/** What is known beforehand about a file that arrives. */
export type ArrivingFile = {
  readonly kind: "837" | "TA1" | "999" | "277CA" | "835" | "csv";
  readonly name: string;
  readonly text: string;
  readonly madeOn: number;
  readonly arrivesOn: number;
  /** The file of which this one is a copy, or the same payments again. */
  readonly repeats: string | undefined;
};
