import { randomBytes } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isCivilDate } from "@headwater/code-sets";
import { NamedError } from "@headwater/platform/named-error.ts";
import { defaultDays, defaultEnd, profileOf, profiles } from "@headwater/simulator";
import { SandboxFolders } from "@headwater/simulator/live/sandbox-folders.ts";
import { sandboxServer } from "@headwater/simulator/live/serve-sandbox.ts";
import { type Command, InvalidArgumentError, Option } from "commander";
import { createOutput } from "../output.ts";

type SandboxOptions = {
  readonly seed: number;
  readonly claims: number;
  readonly profile: string;
  readonly end: string;
  readonly port: number;
  readonly host: string;
  readonly directory?: string;
  readonly secondsPerDay?: number;
  readonly user: string;
  readonly password?: string;
  readonly json?: boolean;
};

/** `sandbox`: payers, a clearinghouse and a bank at the far end of a connection, apart. */
export function addSandbox(program: Command): void {
  program
    .command("sandbox")
    .description(
      "invented payers and a clearinghouse to connect to: folders, and HTTP in CORE envelopes",
    )
    .option("--seed <n>", "the same number is the same world", wholeNumber, 1)
    .option("--claims <n>", "claims of its past; more of them, more members", wholeNumber, 300)
    .option("--end <date>", "the day it begins on, YYYY-MM-DD", civilDate, defaultEnd)
    .addOption(
      new Option("--profile <name>", "how well its payers work")
        .choices(profiles.map(({ name }) => name))
        .default("industry"),
    )
    .option("--directory <dir>", "folder with outbox, inbox and received; a new one without it")
    .option("--port <n>", "port for HTTP; 0 takes any", wholeNumber, 4690)
    .option("--host <address>", "the address to listen on", "127.0.0.1")
    .option("--seconds-per-day <n>", "the clock runs; else POST /clock/step steps it", wholeNumber)
    .option("--user <name>", "who may ask over HTTP", "sandbox")
    .option("--password <text>", "with which password; a new one without it")
    .option("--json", "one object once ready")
    .action(runSandbox);
}

async function runSandbox(options: SandboxOptions): Promise<void> {
  const began = performance.now();
  const output = createOutput(options.json === true);
  const profile = profileOf(options.profile);
  if (profile === undefined) throw new NamedError("PROFILE_UNKNOWN", "there is no such profile");
  const { seed, claims, end, host, user } = options;
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), "headwater-sandbox-")));
  const world = { seed, claims: Math.max(1, claims), end, days: defaultDays, profile };
  const folders = await SandboxFolders.open(
    directory,
    world,
    (await SandboxFolders.keptDay(directory)) ?? end,
  );
  const password = options.password ?? randomBytes(9).toString("base64url");
  const server = sandboxServer({ folders, userName: user, password });
  await new Promise<void>((resolve, reject) => {
    server.once("error", () => reject(new NamedError("PORT_TAKEN", "the port cannot be used")));
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const address = `http://${host}:${port}`;
  const startedInMs = Math.round(performance.now() - began);
  const { day } = folders.sandbox;
  output.record({ address, directory, day, user, password, startedInMs });
  output.line(`The sandbox stands on ${day}: folders in ${directory},`);
  output.line(`CORE envelopes at ${address}/core for ${user} with ${password},`);
  output.line(`people to ask about at ${address}/members. Ctrl+C ends it.`);
  const seconds = options.secondsPerDay;
  const timer =
    seconds === undefined
      ? undefined
      : setInterval(() => void stepOver(address), Math.max(1, seconds) * 1000);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      clearInterval(timer);
      server.close();
      server.closeAllConnections();
    });
  }
}

/** The clock goes through the same door as anybody's step, so that nothing happens at one time. */
async function stepOver(address: string): Promise<void> {
  await fetch(`${address}/clock/step`, { method: "POST" }).catch(() => undefined);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError("A whole number is needed.");
  }
  return number;
}

function civilDate(text: string): string {
  if (!isCivilDate(text)) throw new InvalidArgumentError("A date is YYYY-MM-DD.");
  return text;
}
