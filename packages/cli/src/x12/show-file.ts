import { NamedError } from "@headwater/platform/named-error.ts";
import {
  describeElements,
  Outline,
  type OutlineLoop,
  type OutlineRow,
  type OutlineSegment,
} from "@headwater/x12";
import type { Command } from "commander";
import { readBatches } from "./read-batches.ts";
import { followReading } from "./read-progress.ts";
import { harmless, type ResultOut, standardOut } from "./text-out.ts";
import { openInput } from "./x12-input.ts";

type ShowOptions = {
  readonly search?: string;
  readonly segment?: string;
  readonly compact?: boolean;
  readonly json?: boolean;
};

/** `x12 show FILE`: every segment under its loops, with the names of its elements. */
export function addShowFile(x12: Command): void {
  x12
    .command("show <file>")
    .description("read an X12 file as a tree, for a pager too (- is standard input)")
    .option("--search <text>", "only segments that hold this text, whatever its case")
    .option("--segment <ids>", "only these segments: CLM,NM1 or numbers such as 12 or 100-200")
    .option("--compact", "one line a segment, without its elements")
    .option("--json", "one object per segment")
    .action(async (file: string, options: ShowOptions) => {
      const out = standardOut();
      const shown = await showFile(file, options, out);
      await out.end();
      if (shown.segments === 0) {
        process.stderr.write(`${file} holds no X12 interchange; \`x12 check\` tells more\n`);
        process.exitCode = 2;
      } else if (shown.matches === 0) {
        process.stderr.write("nothing found\n");
        process.exitCode = 1;
      }
    });
}

type Shown = { readonly segments: number; readonly matches: number };

async function showFile(file: string, options: ShowOptions, out: ResultOut): Promise<Shown> {
  const matches = matcherOf(options);
  const progress = followReading(await openInput(file));
  const outline = new Outline();
  const tree = new TreeText();
  let segments = 0;
  let found = 0;
  for await (const tokens of readBatches(progress.chunks)) {
    let text = "";
    for (const row of outline.read(tokens)) {
      if (row.is === "segment") segments += 1;
      if (!matches(row)) continue;
      found += 1;
      text += options.json ? recordLine(row) : tree.lines(row, options.compact === true);
    }
    if (text === "") continue;
    if (process.stdout.isTTY === true) progress.clear();
    await out.write(text);
  }
  return { segments, matches: found };
}

type Matcher = (row: OutlineRow) => boolean;

/** What `--search` and `--segment` ask for; skipped text is shown only without them. */
function matcherOf({ search, segment }: ShowOptions): Matcher {
  const wanted = search?.toLowerCase();
  const asked = segment === undefined ? undefined : segmentsAsked(segment);
  return (row) => {
    if (row.is === "skipped") {
      return wanted === undefined && asked === undefined && row.skipped.reason !== "blank";
    }
    if (asked !== undefined && !asked(row.segment.id, row.segment.number)) return false;
    return wanted === undefined || row.segment.raw.toLowerCase().includes(wanted);
  };
}

function segmentsAsked(text: string): (id: string, number: number) => boolean {
  const parts = text.split(",").map((part) => part.trim().toUpperCase());
  const ids = new Set<string>();
  const ranges: { from: number; to: number }[] = [];
  for (const part of parts) {
    const range = /^(\d+)(?:-(\d+))?$/.exec(part);
    if (range) ranges.push({ from: Number(range[1]), to: Number(range[2] ?? range[1]) });
    else if (/^[A-Z][A-Z0-9]{1,2}$/.test(part)) ids.add(part);
    else throw new NamedError("SEGMENT_UNKNOWN", `--segment takes ids or numbers, not "${part}"`);
  }
  return (id, number) =>
    ids.has(id) || ranges.some(({ from, to }) => from <= number && number <= to);
}

const step = "  ";

/** Lines of a tree; a loop is named once, above the first of its segments that is shown. */
class TreeText {
  private path: readonly OutlineLoop[] = [];

  lines(row: OutlineRow, isCompact: boolean): string {
    if (row.is === "skipped") {
      const { reason, text, position } = row.skipped;
      return `${String(position.segment).padStart(7)}  (${reason}, ${text.length} bytes)\n`;
    }
    return this.headings(row) + segmentLine(row) + (isCompact ? "" : elementLines(row));
  }

  private headings({ loops, depth, opensLoop }: OutlineSegment): string {
    const { path } = this;
    this.path = loops;
    let text = "";
    loops.forEach((loop, at) => {
      const isLast = at === loops.length - 1;
      const isSame = loops.slice(0, at + 1).every((each, index) => each === path[index]);
      if (isSame && !(isLast && opensLoop)) return;
      const indent = step.repeat(depth - loops.length + at);
      text += `         ${indent}${loop.id}  ${loop.name}\n`;
    });
    return text;
  }
}

function segmentLine({ segment, name, depth }: OutlineSegment): string {
  const number = String(segment.number).padStart(7);
  const raw = meant(segment.raw.replace(/[\r\n]+/g, "")) + segment.terminator.trim();
  const named = name === "" ? "" : `  (${name})`;
  return `${number}  ${step.repeat(depth)}${harmless(raw)}${named}\n`;
}

const nameWidth = 34;

function elementLines({ segment, depth }: OutlineSegment): string {
  const indent = `         ${step.repeat(depth + 2)}`;
  return describeElements(segment)
    .map(({ position, name, value }) => {
      const shown = harmless(segment.id === "ISA" ? value : value.trimEnd());
      return `${indent}${position.padEnd(9)} ${name.padEnd(nameWidth)} ${shown}`.trimEnd();
    })
    .map((line) => `${line}\n`)
    .join("");
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The text that the sender meant by bytes above 127. */
function meant(raw: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is plain ASCII
  if (/^[\u0000-\u007f]*$/.test(raw)) return raw;
  try {
    return utf8.decode(Buffer.from(raw, "latin1"));
  } catch {
    return raw;
  }
}

function recordLine(row: OutlineRow): string {
  if (row.is === "skipped") {
    const { reason, text, position } = row.skipped;
    return `${JSON.stringify({ skipped: reason, bytes: text.length, segment: position.segment })}\n`;
  }
  const { segment, name, depth, loops } = row;
  const { line, column } = segment.position;
  const elements = describeElements(segment).map(({ position, name: called, value }) => ({
    position,
    name: called,
    value,
  }));
  const loop = loops.at(-1)?.id;
  const place = { segment: segment.number, line, column, depth, loop };
  const path = loops.map(({ id }) => id);
  return `${JSON.stringify({ ...place, path, id: segment.id, name, elements })}\n`;
}
