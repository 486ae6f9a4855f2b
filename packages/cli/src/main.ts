import { isTransient } from "@headwater/platform/database/retry.ts";
import { diskFull, isDiskFull } from "@headwater/platform/lifecycle/disk-room.ts";
import { Command, CommanderError } from "commander";
import type { Launch } from "./launch.ts";

/**
 * Runs one command line; `args` are the words after the program's name. Sets the process's exit code:
 * 0 done, 1 done and something was found wrong, 2 could not be done.
 */
export async function main(args: readonly string[], launch: Launch): Promise<void> {
  // A reader such as `head` may close the pipe early: that ends the command, and is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const program = new Command("headwater")
    .description("An open revenue-cycle platform: claims, remittances, books, reports")
    .exitOverride()
    .showHelpAfterError("(headwater --help lists the commands)");
  await addCommands(program, args[0], launch);
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.exitCode = 2;
    process.stderr.write(`${faultLine(error)}\n`);
  }
}

type AddCommands = (program: Command, launch: Launch) => void;

/** By first word, so that a command loads only what it needs; help loads them all. */
const commands: Readonly<Record<string, () => Promise<AddCommands>>> = {
  start: async () => (await import("./system/start.ts")).addStart,
  api: async () => (await import("./system/start.ts")).addApi,
  worker: async () => (await import("./system/start.ts")).addWorker,
  import: async () => (await import("./back-end/import-files.ts")).addImportFiles,
  remittance: async () => (await import("./back-end/preview-remittance.ts")).addRemittance,
  codes: async () => (await import("./masters/codes.ts")).addCodes,
  claim: async () => (await import("./mid-cycle/claims.ts")).addClaim,
  work: async () => (await import("./work/list-work.ts")).addWork,
  ledger: async () => (await import("./books/ledger.ts")).addLedger,
  report: async () => (await import("./strategy/show-report.ts")).addShowReport,
  kpi: async () => (await import("./strategy/kpis.ts")).addKpi,
  x12: async () => (await import("./x12/x12-commands.ts")).addX12,
  backup: async () => (await import("./system/back-up.ts")).addBackUp,
  restore: async () => (await import("./system/restore-backup.ts")).addRestore,
  simulate: async () => (await import("./system/simulate.ts")).addSimulate,
  sandbox: async () => (await import("./system/sandbox.ts")).addSandbox,
  "master-key": async () => (await import("./system/master-key.ts")).addMasterKey,
  audit: async () => (await import("./system/verify-audit.ts")).addAudit,
};

async function addCommands(
  program: Command,
  word: string | undefined,
  launch: Launch,
): Promise<void> {
  const named = word === undefined ? undefined : commands[word];
  const loaders = named ? [named] : Object.values(commands);
  for (const add of await Promise.all(loaders.map((load) => load()))) add(program, launch);
}

/** One line with a stable code first; a stack only for faults that have no code. */
function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return "FAULT: unknown";
  if (isDiskFull(error)) return diskFull().message;
  if (error.name !== "NamedError" && isTransient(error))
    return "DATABASE_LOST: the connection to the database ended; what was not finished is not kept. Run the command again";
  if ("code" in error)
    return error.message.includes(String(error.code))
      ? error.message
      : `${error.code}: ${error.message}`;
  return error.stack ?? error.message;
}
