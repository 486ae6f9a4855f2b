import { errorCode } from "@headwater/platform/named-error.ts";
import {
  type CodeLists,
  createValidator,
  type Delimiters,
  type PartnerRules,
  type ReadEvent,
  type ValidationProfile,
  type X12Issue,
} from "@headwater/x12";
import { type Command, Option } from "commander";
import { readCodeLists, readPartnerRules } from "./judging-files.ts";
import { followReading } from "./read-progress.ts";
import { caretLines, SegmentSight } from "./segment-sight.ts";
import { harmless, type ResultOut, standardOut } from "./text-out.ts";
import { today } from "./today.ts";
import { openInput, type X12Input } from "./x12-input.ts";

/** What checking one file came to; the worst of several is the exit code. */
export type CheckOutcome = "clean" | "errors" | "unreadable";

const exitCodes: Record<CheckOutcome, number> = { clean: 0, errors: 1, unreadable: 2 };

type CheckOptions = {
  readonly json?: boolean;
  readonly profile: ValidationProfile;
  readonly caret?: boolean;
  readonly partnerRules?: PartnerRules | undefined;
  readonly codeLists?: CodeLists;
};

/** `x12 check FILE…`: every issue of each file by the full validator, with its exact place. */
export function addCheckFiles(x12: Command): void {
  x12
    .command("check <files...>")
    .description(
      "validate X12 files (- is standard input); exit 0 no error, 1 errors, 2 unreadable",
    )
    .option("--json", "one object per issue")
    .option("--caret", "show each segment with a mark under the spot, also where no terminal is")
    .option("--rules <file>", "rules of trading partners as JSON, judged besides the guide's")
    .option("--code-lists <file>", "dated code lists as JSON, instead of or besides those built in")
    .addOption(
      new Option("--profile <profile>", "strict: what we send; received: what comes from others")
        .choices(["strict", "received"])
        .default("received"),
    )
    .action(async (files: string[], options: CheckFlags) => {
      const judging = await judgingOf(options);
      let worst = 0;
      const out = standardOut();
      for (const file of files) {
        worst = Math.max(worst, exitCodes[await checkFile(file, judging, out)]);
      }
      await out.end();
      process.exitCode = worst;
    });
}

type CheckFlags = Omit<CheckOptions, "partnerRules" | "codeLists"> & {
  readonly rules?: string;
  readonly codeLists?: string;
};

async function judgingOf({ rules, codeLists, ...options }: CheckFlags): Promise<CheckOptions> {
  const partnerRules = rules === undefined ? undefined : await readPartnerRules(rules);
  const own = codeLists === undefined ? {} : { codeLists: await readCodeLists(codeLists) };
  return { ...options, partnerRules, ...own };
}

/** Judges one file and reports its issues as they come. */
export async function checkFile(
  file: string,
  options: CheckOptions,
  out: ResultOut,
): Promise<CheckOutcome> {
  try {
    return await new FileCheck(await openInput(file), options, out).run();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const message = error instanceof Error ? error.message : code;
    if (options.json) {
      await out.write(`${JSON.stringify({ file, code, severity: "error", message })}\n`);
    }
    process.stderr.write(`${message}\n`);
    return "unreadable";
  }
}

class FileCheck {
  private readonly input: X12Input;
  private readonly options: CheckOptions;
  private readonly out: ResultOut;
  private readonly sight: SegmentSight | undefined;
  private delimiters: Delimiters | undefined;
  private interchanges = 0;
  private readonly counts = { error: 0, warning: 0, information: 0 };

  constructor(input: X12Input, options: CheckOptions, out: ResultOut) {
    this.input = input;
    this.options = options;
    this.out = out;
    const hasCarets = options.json !== true && (options.caret ?? process.stdout.isTTY === true);
    this.sight = hasCarets ? new SegmentSight(input) : undefined;
  }

  async run(): Promise<CheckOutcome> {
    const { profile, partnerRules, codeLists = {} } = this.options;
    const validator = createValidator({ profile, today: today(), partnerRules, codeLists });
    const progress = followReading(this.input);
    try {
      for await (const chunk of progress.chunks) {
        this.sight?.remember(chunk);
        await this.tell(validator.push(chunk), progress.clear);
      }
      await this.tell(validator.end(), progress.clear);
    } finally {
      progress.clear();
      await this.sight?.close();
    }
    return this.conclude();
  }

  private async tell(events: readonly ReadEvent[], clear: () => void): Promise<void> {
    let isFirst = true;
    for (const event of events) {
      if (event.type === "interchange-start") {
        this.interchanges += 1;
        this.delimiters = event.interchange.delimiters;
      }
      if (event.type !== "issue") continue;
      if (isFirst && process.stdout.isTTY === true) clear();
      isFirst = false;
      this.counts[event.issue.severity] += 1;
      await this.tellIssue(event.issue);
    }
  }

  private async tellIssue(issue: X12Issue): Promise<void> {
    const { name } = this.input;
    if (this.options.json) {
      await this.out.write(`${JSON.stringify(issueRecord(name, issue))}\n`);
      return;
    }
    await this.out.write(`${issueLine(name, issue)}\n`);
    if (this.sight === undefined || this.delimiters === undefined) return;
    if (issue.position === undefined) return;
    const text = await this.sight.textAt(issue.position.offset);
    const { delimiters } = this;
    const columns = process.stdout.columns ?? 100;
    for (const line of caretLines(text, issue, { delimiters, columns })) {
      await this.out.write(`${line}\n`);
    }
  }

  private async conclude(): Promise<CheckOutcome> {
    const { error, warning, information } = this.counts;
    if (this.options.json !== true) {
      const counts = [counted(error, "error"), counted(warning, "warning")];
      if (information > 0) counts.push(counted(information, "remark"));
      await this.out.write(`${harmless(this.input.name)}: ${counts.join(", ")}\n`);
    }
    if (this.interchanges === 0) return "unreadable";
    return error > 0 ? "errors" : "clean";
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

function issueRecord(file: string, issue: X12Issue): object {
  return {
    file,
    code: issue.code,
    severity: issue.severity,
    snip: issue.snip,
    interchange: issue.interchange,
    group: issue.group,
    set: issue.set,
    loop: issue.loop,
    segment: issue.position?.segment,
    segmentId: issue.segmentId,
    line: issue.position?.line,
    column: issue.position?.column,
    element: issue.element,
    component: issue.component,
    message: issue.message,
    source: issue.source,
  };
}

function issueLine(file: string, issue: X12Issue): string {
  const { position, loop } = issue;
  const name = harmless(file);
  const place = position ? `${name}:${position.line}:${position.column}` : name;
  const element = issue.element === undefined ? "" : String(issue.element).padStart(2, "0");
  const component = issue.component === undefined ? "" : `-${issue.component}`;
  const spot = issue.segmentId ? ` ${issue.segmentId}${element}${component}` : "";
  const around = loop === undefined ? "" : ` in ${loop}`;
  return `${place}: ${issue.severity} ${issue.code}${spot}${around}: ${issue.message}`;
}
