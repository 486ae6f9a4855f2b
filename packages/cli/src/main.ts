import { Command, CommanderError } from "commander";

/**
 * Runs one command line; `args` are the words after the program's name. Sets the process's exit code:
 * 0 done, 1 done and something was found wrong, 2 could not be done.
 */
export async function main(args: readonly string[]): Promise<void> {
  const program = new Command("headwater")
    .description("An open revenue-cycle platform: claims, remittances, books, reports")
    .exitOverride()
    .showHelpAfterError("(headwater --help lists the commands)");
  await addCommands(program);
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

/** Commands load what they need when they are named, so that small ones start fast. */
async function addCommands(program: Command): Promise<void> {
  const x12 = program.command("x12").description("read, check and count X12 files");
  const [check, count] = await Promise.all([
    import("./x12/check-files.ts"),
    import("./x12/count-file.ts"),
  ]);
  check.addCheckFiles(x12);
  count.addCountFile(x12);
}

/** One line with a stable code first; a stack only for faults that have no code. */
function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return "FAULT: unknown";
  if ("code" in error)
    return error.message.includes(String(error.code))
      ? error.message
      : `${error.code}: ${error.message}`;
  return error.stack ?? error.message;
}
