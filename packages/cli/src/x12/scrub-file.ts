import { randomBytes } from "node:crypto";
import { NamedError } from "@headwater/platform/named-error.ts";
import { Scrubber, type Token } from "@headwater/x12";
import type { Command } from "commander";
import { readBatches } from "./read-batches.ts";
import { followReading } from "./read-progress.ts";
import { resultOut } from "./text-out.ts";
import { today } from "./today.ts";
import { openInput } from "./x12-input.ts";

/** Bytes in which an interchange must begin. */
const headBytes = 1024 * 1024;

/** `x12 scrub-phi FILE`: the same file with invented people. */
export function addScrubFile(x12: Command): void {
  x12
    .command("scrub-phi <file>")
    .description("the same X12 file with invented people, to share it safely (- is standard input)")
    .option("--out <file>", "a new file instead of standard output")
    .option("--key <hex>", "16 hexadecimal digits, to scrub several files alike; keep it secret")
    .action(scrubFile);
}

async function scrubFile(
  file: string,
  options: { readonly out?: string; readonly key?: string },
): Promise<void> {
  const scrubber = new Scrubber({ key: keyOf(options.key), today: today() });
  const progress = followReading(await openInput(file));
  let waiting: Token[] | undefined = [];
  let out: Awaited<ReturnType<typeof resultOut>> | undefined;
  for await (const tokens of readBatches(progress.chunks)) {
    if (waiting !== undefined) {
      waiting.push(...tokens);
      if (!holdsInterchange(file, waiting)) continue;
    }
    const ready: readonly Token[] = waiting ?? tokens;
    waiting = undefined;
    out ??= await resultOut(options.out);
    await out.write(scrubber.scrub(ready));
  }
  if (out === undefined) throw notX12(file);
  await out.end();
}

/** Nothing is written of what is no X12: nobody could tell what to replace in it. */
function holdsInterchange(file: string, tokens: readonly Token[]): boolean {
  if (tokens.some(({ kind }) => kind === "segment")) return true;
  if (tokens.some((token) => token.kind === "skipped" && token.reason === "foreign")) {
    throw notX12(file);
  }
  const last = tokens.at(-1);
  if (last !== undefined && last.byteTo > headBytes) throw notX12(file);
  return false;
}

function notX12(file: string): NamedError {
  return new NamedError("X12_NOT_X12", `${file} holds no X12 interchange; nothing was written`);
}

/** A key that nobody knows and that is forgotten, unless one is given. */
function keyOf(hex: string | undefined): readonly [number, number] {
  if (hex !== undefined && !/^[0-9a-f]{16}$/i.test(hex)) {
    throw new NamedError("SCRUB_KEY", "--key takes 16 hexadecimal digits");
  }
  const bytes = hex === undefined ? randomBytes(8) : Buffer.from(hex, "hex");
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
}
