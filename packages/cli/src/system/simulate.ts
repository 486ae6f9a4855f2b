import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isCivilDate } from "@headwater/code-sets";
import { NamedError } from "@headwater/platform/named-error.ts";
import {
  defaultDays,
  defaultEnd,
  faultKinds,
  injectFaults,
  type Profile,
  profileOf,
  profiles,
  simulate,
  type WantedFault,
} from "@headwater/simulator";
import { type Written, writeSimulation } from "@headwater/simulator/live/write-simulation.ts";
import { type Command, InvalidArgumentError, Option } from "commander";
import { createOutput } from "../output.ts";
import { count, share, startProgress } from "../progress.ts";

type SimulateOptions = {
  readonly seed: number;
  readonly profile: string;
  readonly claims: number;
  readonly end: string;
  readonly days: number;
  readonly out: string;
  readonly fault: readonly WantedFault[];
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
    .option("--claims <n>", "claims of the time simulated", wholeNumber(1), 5000)
    .option("--end <date>", "the last day, YYYY-MM-DD", civilDate, defaultEnd)
    .option("--days <n>", "how many days end with it", wholeNumber(1), defaultDays)
    .option(
      "--fault <kind[:count]>",
      `files damaged on their way, to be given again for each kind: ${faultKinds.join(", ")}`,
      wantedFault,
      [],
    )
    .option("--json", "one object")
    .action(async (options: SimulateOptions) => {
      const output = createOutput(options.json === true);
      const written = await write(options);
      output.record(written);
      const { files, claims, bytes } = written;
      const of = `${count(files)} files of ${count(claims)} claims, ${count(bytes)} bytes`;
      output.line(`${of}. Next: headwater import ${join(options.out, "files")}`);
    });
}

/** Writes a simulation to disk while it runs. */
async function write(options: SimulateOptions): Promise<Written> {
  const { seed, claims, end, days, out, fault } = options;
  await refuseIfNotEmpty(out);
  const simulation = { seed, claims, end, days, profile: namedProfile(options) };
  const run = () => simulate(simulation);
  const outputs = fault.length === 0 ? run() : injectFaults(run, seed, fault);
  const progress = startProgress();
  try {
    return await writeSimulation(out, outputs, (written) =>
      progress.show(() => `${share(written.claims, claims)}  ${count(written.files)} files`),
    );
  } finally {
    progress.clear();
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

/** `corrupt` or `corrupt:3`; the option may stand several times. */
function wantedFault(text: string, before: readonly WantedFault[]): readonly WantedFault[] {
  const [name = "", number = "1"] = text.split(":");
  const kind = faultKinds.find((one) => one === name);
  const count = Number(number);
  if (kind === undefined || !/^\d+$/.test(number) || count < 1)
    throw new InvalidArgumentError("A kind of fault is needed, with a count from 1 on: cut:2.");
  return [...before, { kind, count }];
}
