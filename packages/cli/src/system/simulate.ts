import { appendFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isCivilDate } from "@headwater/code-sets";
import { NamedError } from "@headwater/platform/named-error.ts";
import {
  defaultDays,
  defaultEnd,
  type Profile,
  profileOf,
  profiles,
  type SimulationOptions,
  simulate,
} from "@headwater/simulator";
import { type Command, InvalidArgumentError, Option } from "commander";
import { createOutput } from "../output.ts";
import { count, share, startProgress } from "../progress.ts";

type SimulateOptions = {
  readonly seed: number;
  readonly profile: string;
  readonly claims: number;
  readonly end: string;
  readonly out: string;
  readonly json?: boolean;
};

/** `simulate`: the files of an invented practice in DIR/files and the truth about them in DIR/truth. */
export function addSimulate(program: Command): void {
  program
    .command("simulate")
    .description(
      "invent a practice: its 837, acknowledgments, 835 and CSV in DIR/files, the truth in DIR/truth",
    )
    .requiredOption("--out <dir>", "a folder that is empty or does not exist")
    .option("--seed <n>", "the same number gives the same bytes", wholeNumber(0), 1)
    .addOption(
      new Option("--profile <name>", "how well practice and payers work")
        .choices(profiles.map(({ name }) => name))
        .default("industry"),
    )
    .option("--claims <n>", "claims of eighteen months", wholeNumber(1), 5000)
    .option("--end <date>", "the last day, YYYY-MM-DD", civilDate, defaultEnd)
    .option("--json", "one object")
    .action(async (options: SimulateOptions) => {
      const output = createOutput(options.json === true);
      const written = await writeSimulation(options);
      output.record(written);
      const { files, claims, bytes } = written;
      const of = `${count(files)} files of ${count(claims)} claims, ${count(bytes)} bytes`;
      output.line(`${of}. Next: headwater import ${join(options.out, "files")}`);
    });
}

type Written = { files: number; claims: number; bytes: number };

/** Writes a simulation to disk while it runs; nothing of it is kept in memory. */
async function writeSimulation(options: SimulateOptions): Promise<Written> {
  const { seed, claims, end, out } = options;
  await refuseIfNotEmpty(out);
  const simulation = { seed, claims, end, days: defaultDays, profile: namedProfile(options) };
  const progress = startProgress();
  try {
    return await writeOutputs(out, simulation, (written) =>
      progress.show(() => `${share(written.claims, claims)}  ${count(written.files)} files`),
    );
  } finally {
    progress.clear();
  }
}

async function writeOutputs(
  out: string,
  simulation: SimulationOptions,
  onProgress: (written: Written) => void,
): Promise<Written> {
  const truth = new TruthFiles(join(out, "truth"));
  const written: Written = { files: 0, claims: 0, bytes: 0 };
  const folders = new Set<string>();
  await mkdir(join(out, "files"), { recursive: true });
  await mkdir(join(out, "truth"), { recursive: true });
  for (const one of simulate(simulation)) {
    if (one.type === "truth") {
      const { truth: name, ...record } = one.record;
      if (name === "claims") written.claims += 1;
      await truth.add(name, JSON.stringify(record));
      continue;
    }
    const path = join(out, "files", one.path);
    const folder = dirname(path);
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
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

function namedProfile({ profile }: SimulateOptions): Profile {
  const found = profileOf(profile);
  if (found === undefined) throw new NamedError("PROFILE_UNKNOWN", "no profile has this name");
  return found;
}

async function refuseIfNotEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (entries.length > 0)
    throw new NamedError("FOLDER_NOT_EMPTY", "choose an empty folder; nothing is overwritten");
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least)
      throw new InvalidArgumentError(`A whole number from ${least} on is needed.`);
    return value;
  };
}

function civilDate(text: string): string {
  if (!isCivilDate(text)) throw new InvalidArgumentError("A date is written YYYY-MM-DD.");
  return text;
}
