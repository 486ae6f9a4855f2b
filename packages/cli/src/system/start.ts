import { fileURLToPath } from "node:url";
import { demoClaimLimits, demoClaims } from "@headwater/server/demo-files.ts";
import { type RunningServer, startServer } from "@headwater/server/start-server.ts";
import { startWorker } from "@headwater/server/start-worker.ts";
import { type Command, InvalidArgumentError } from "commander";
import type { Launch } from "../launch.ts";
import { createOutput, type Output } from "../output.ts";
import { openDemo } from "./open-demo.ts";

type ServeOptions = { readonly port?: number; readonly host?: string; readonly json?: boolean };
type StartOptions = ServeOptions & { readonly demo?: boolean; readonly claims: number };

/** `start`: database, web application, API and jobs in one command. */
export function addStart(program: Command, { pages }: Launch): void {
  servingCommand(program, "start", "start everything and print the address to open")
    .option("--demo", "make an invented practice to explore, unless there is one")
    .option("--claims <n>", "claims of the invented practice", claimNumber, demoClaims)
    .action(async (options: StartOptions) => {
      const output = createOutput(options.json === true);
      const worker = { command: process.execPath, args: [programPath(), "worker"] };
      const starting = startServer({ ...addressOf(options), worker, pages });
      const { claims } = options;
      const demo = options.demo ? (server: RunningServer) => openDemo(server, claims) : undefined;
      await serve(starting, output, { pages, demo });
    });
}

/** `api`: web application and API without jobs. */
export function addApi(program: Command, { pages }: Launch): void {
  servingCommand(
    program,
    "api",
    "serve the web application and the API; jobs run elsewhere",
  ).action(async (options: ServeOptions) => {
    const starting = startServer({ ...addressOf(options), pages });
    await serve(starting, createOutput(options.json === true), { pages });
  });
}

/** `worker`: jobs alone. */
export function addWorker(program: Command): void {
  program
    .command("worker")
    .description("run jobs; any number of workers may run beside one another")
    .option("--json", "one object once ready")
    .action(async (options: { json?: boolean }) => {
      const output = createOutput(options.json === true);
      const starting = startWorker();
      stopOnSignal(starting);
      const worker = await starting;
      output.record({ startedInMs: worker.startedInMs });
      output.line("The worker takes jobs. Ctrl+C ends it.");
      await worker.finished;
    });
}

function servingCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option("--port <number>", "the port; default 4680 or the next free one", portNumber)
    .option("--host <address>", "the address to listen on; default 127.0.0.1")
    .option("--json", "one object once ready");
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}

function claimNumber(text: string): number {
  const { least, most } = demoClaimLimits;
  const claims = Number(text);
  if (!/^\d+$/.test(text) || claims < least || claims > most)
    throw new InvalidArgumentError(`A whole number from ${least} to ${most} is needed.`);
  return claims;
}

function addressOf({ port, host }: ServeOptions): { port?: number; host?: string } {
  return { ...(port === undefined ? {} : { port }), ...(host === undefined ? {} : { host }) };
}

/** Prints the address once all is ready; `demo` makes the practice to explore and names it. */
async function serve(
  starting: Promise<RunningServer>,
  output: Output,
  {
    pages,
    demo,
  }: Launch & { readonly demo?: ((server: RunningServer) => Promise<string>) | undefined },
): Promise<void> {
  stopOnSignal(starting);
  const began = performance.now();
  const server = await starting;
  const practice = (await demo?.(server)) ?? null;
  await pages.catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const { address, token } = server;
  const startedInMs = Math.round(performance.now() - began);
  const entry = token === undefined ? address : `${address}/?token=${token}`;
  output.record({ address: entry, practice, startedInMs });
  if (practice !== null) output.line(`"${practice}" is an invented practice: explore it freely.`);
  output.line(`Headwater is ready (${(startedInMs / 1000).toFixed(1)} s). Open:\n\n  ${entry}\n`);
  if (token !== undefined)
    output.line(
      "The link signs you in as the owner of this machine, once. Ctrl+C ends the server.",
    );
}

/**
 * The first signal ends in good order, also what is still starting: it would leave a database server
 * behind. A second one ends at once.
 */
function stopOnSignal(starting: Promise<{ stop(): Promise<void> }>): void {
  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (asked) process.exit(130);
      asked = true;
      starting
        .then((started) => started.stop())
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
}

/** The launcher that was typed: it builds what is missing and runs the command line. */
function programPath(): string {
  return process.argv[1] ?? fileURLToPath(import.meta.url);
}
