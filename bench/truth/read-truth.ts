import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { TruthRecord } from "@headwater/simulator";

type Kind = TruthRecord["truth"];

/** A record of a kind as it stands on a line of its file. */
export type TruthOf<K extends Kind> = Omit<Extract<TruthRecord, { truth: K }>, "truth">;

/** What is compared with the product's books. */
export type Truth = {
  readonly claims: readonly TruthOf<"claims">[];
  readonly lines: readonly TruthOf<"lines">[];
  readonly payments: readonly TruthOf<"payments">[];
  readonly takebacks: readonly TruthOf<"takebacks">[];
  readonly files: readonly TruthOf<"files">[];
};

/** Reads the truth that `headwater simulate` wrote below a folder. */
export async function readTruth(folder: string): Promise<Truth> {
  const [claims, lines, payments, takebacks, files] = await Promise.all([
    records(folder, "claims"),
    records(folder, "lines"),
    records(folder, "payments"),
    records(folder, "takebacks"),
    records(folder, "files"),
  ]);
  return { claims, lines, payments, takebacks, files };
}

async function records<K extends Kind>(folder: string, kind: K): Promise<TruthOf<K>[]> {
  const path = join(folder, "truth", `${kind}.jsonl`);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as TruthOf<K>);
}
