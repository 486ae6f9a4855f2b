import { main } from "../main.ts";

/** What one command left behind. */
export interface CommandResult {
  readonly exitCode: number;
  readonly output: string;
  readonly remarks: string;
  /** The objects that `--json` printed, one a line. */
  readonly records: readonly Record<string, unknown>[];
}

/** Runs one command line in this process, with variables of its own; one at a time. */
export async function runCommand(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  const before = { ...process.env };
  const { stdout, stderr } = process;
  const written = { output: "", remarks: "" };
  const [writeOutput, writeRemark] = [stdout.write, stderr.write];
  stdout.write = (text: string | Uint8Array) => {
    written.output += String(text);
    return true;
  };
  stderr.write = (text: string | Uint8Array) => {
    written.remarks += String(text);
    return true;
  };
  Object.assign(process.env, variables);
  const listeners = new Set(stdout.listeners("error"));
  process.exitCode = 0;
  try {
    await main(args, { pages: Promise.resolve() });
  } finally {
    stdout.write = writeOutput;
    stderr.write = writeRemark;
    for (const listener of stdout.listeners("error"))
      if (!listeners.has(listener)) stdout.off("error", listener as () => void);
    for (const name of Object.keys(variables)) delete process.env[name];
    Object.assign(process.env, before);
  }
  const exitCode = Number(process.exitCode ?? 0);
  process.exitCode = 0;
  const lines = written.output.split("\n").filter((line) => line.startsWith("{"));
  return { ...written, exitCode, records: lines.map((line) => JSON.parse(line)) };
}
