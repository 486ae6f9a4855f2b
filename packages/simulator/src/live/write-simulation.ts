import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SimulationOutput } from "../run/output.ts";

/** How much of a simulation stands on disk. */
export type Written = {
  readonly files: number;
  readonly claims: number;
  readonly bytes: number;
};

/**
 * Writes a simulation below a folder while it runs: its files under `files`, its truth under `truth`,
 * one JSON object a line. Nothing of it is kept in memory. A file that stands there already is a fault.
 */
export async function writeSimulation(
  folder: string,
  outputs: Iterable<SimulationOutput>,
  onProgress: (written: Written) => void = () => undefined,
): Promise<Written> {
  const truth = new TruthFiles(join(folder, "truth"));
  const written = { files: 0, claims: 0, bytes: 0 };
  const folders = new Set<string>();
  await mkdir(join(folder, "files"), { recursive: true });
  await mkdir(join(folder, "truth"), { recursive: true });
  for (const one of outputs) {
    if (one.type === "truth") {
      const { truth: name, ...record } = one.record;
      if (name === "claims") written.claims += 1;
      await truth.add(name, JSON.stringify(record));
      continue;
    }
    const path = join(folder, "files", one.path);
    const parent = dirname(path);
    if (!folders.has(parent)) await mkdir(parent, { recursive: true });
    folders.add(parent);
    const bytes = Buffer.from(one.text, "latin1");
    await writeFile(path, bytes, { flag: "wx" });
    written.files += 1;
    written.bytes += bytes.length;
    onProgress(written);
  }
  await truth.end();
  return written;
}

const heldCharacters = 65_536;

/** Lines of several files, held until some come together. */
class TruthFiles {
  readonly #folder: string;
  readonly #held = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async add(name: string, line: string): Promise<void> {
    const held = `${this.#held.get(name) ?? ""}${line}\n`;
    this.#held.set(name, held);
    if (held.length >= heldCharacters) await this.#write(name);
  }

  async end(): Promise<void> {
    for (const name of this.#held.keys()) await this.#write(name);
  }

  async #write(name: string): Promise<void> {
    const held = this.#held.get(name) ?? "";
    this.#held.set(name, "");
    if (held !== "") await appendFile(join(this.#folder, `${name}.jsonl`), held);
  }
}
