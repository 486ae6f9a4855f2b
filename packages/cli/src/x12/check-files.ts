import { createReadStream } from "node:fs";
import { readTransactions, type X12Issue } from "@headwater/x12";
import type { Command } from "commander";
import { createOutput, type Output } from "../output.ts";

/** What checking one file came to; the worst of several is the exit code. */
export type CheckOutcome = "clean" | "errors" | "unreadable";

const exitCodes: Record<CheckOutcome, number> = { clean: 0, errors: 1, unreadable: 2 };

/** `x12 check FILE…`: every issue of each file with its exact place. */
export function addCheckFiles(x12: Command): void {
  x12
    .command("check <files...>")
    .description("validate X12 files; exit 0 no error, 1 errors, 2 unreadable")
    .option("--json", "one object per issue")
    .action(async (files: string[], options: { json?: boolean }) => {
      const output = createOutput(options.json === true);
      let worst = 0;
      for (const file of files) worst = Math.max(worst, exitCodes[await checkFile(file, output)]);
      process.exitCode = worst;
    });
}

/** Reads one file and reports its issues as they come. */
export async function checkFile(file: string, output: Output): Promise<CheckOutcome> {
  let errors = 0;
  let others = 0;
  let interchanges = 0;
  try {
    for await (const events of readTransactions(createReadStream(file)))
      for (const event of events) {
        if (event.type === "interchange-start") interchanges += 1;
        if (event.type !== "issue") continue;
        if (event.issue.severity === "error") errors += 1;
        else others += 1;
        output.record(issueRecord(file, event.issue));
        output.line(issueLine(file, event.issue));
      }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "UNREADABLE";
    output.record({ file, code, severity: "error", message: "The file cannot be opened." });
    output.remark(`${file}: cannot be opened (${code})`);
    return "unreadable";
  }
  output.line(
    `${file}: ${errors} ${plural(errors, "error")}, ${others} ${plural(others, "warning")}`,
  );
  if (interchanges === 0) return "unreadable";
  return errors > 0 ? "errors" : "clean";
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

function issueRecord(file: string, issue: X12Issue): object {
  return {
    file,
    code: issue.code,
    severity: issue.severity,
    snip: issue.snip,
    interchange: issue.interchange,
    set: issue.set,
    loop: issue.loop,
    segment: issue.position?.segment,
    line: issue.position?.line,
    column: issue.position?.column,
    element: issue.element,
    component: issue.component,
    message: issue.message,
    source: issue.source,
  };
}

function issueLine(file: string, issue: X12Issue): string {
  const place = issue.position ? `${file}:${issue.position.line}:${issue.position.column}` : file;
  const element = issue.element === undefined ? "" : String(issue.element).padStart(2, "0");
  const component = issue.component === undefined ? "" : `-${issue.component}`;
  const segment = issue.segmentId ? ` ${issue.segmentId}${element}${component}` : "";
  return `${place}: ${issue.severity} ${issue.code}${segment}: ${issue.message}`;
}
