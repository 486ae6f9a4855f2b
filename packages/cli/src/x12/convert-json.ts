import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { NamedError } from "@headwater/platform/named-error.ts";
import { JsonLinesReader, JsonLinesWriter, type JsonRefusal } from "@headwater/x12";
import type { Command } from "commander";
import { readBatches } from "./read-batches.ts";
import { followReading } from "./read-progress.ts";
import { resultOut } from "./text-out.ts";
import { openInput } from "./x12-input.ts";

type OutOption = { readonly out?: string };

/** `x12 to-json` and `x12 from-json`: one object a segment, and every byte back. */
export function addConvertJson(x12: Command): void {
  x12
    .command("to-json <file>")
    .description("an X12 file as lines of JSON, one a segment, without loss (- is standard input)")
    .option("--out <file>", "a new file instead of standard output")
    .action(toJson);
  x12
    .command("from-json <file>")
    .description("lines of to-json back into X12, byte by byte (- is standard input)")
    .option("--out <file>", "a new file instead of standard output")
    .action(fromJson);
}

async function toJson(file: string, options: OutOption): Promise<void> {
  const input = await openInput(file);
  const out = await resultOut(options.out);
  const progress = followReading(input);
  const writer = new JsonLinesWriter();
  await out.write(writer.write([]));
  for await (const tokens of readBatches(progress.chunks)) await out.write(writer.write(tokens));
  await out.end();
}

async function fromJson(file: string, options: OutOption): Promise<void> {
  const input = await openInput(file);
  const out = await resultOut(options.out);
  const progress = followReading(input);
  const reader = new JsonLinesReader();
  const lines = createInterface({
    input: Readable.from(progress.chunks),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  let pieces: Uint8Array[] = [];
  for await (const line of lines) {
    number += 1;
    const result = reader.read(line);
    if (!result.ok) throw refusal(file, number, result.refusal);
    pieces.push(result.bytes);
    if (pieces.length < 1000) continue;
    await out.write(Buffer.concat(pieces));
    pieces = [];
  }
  await out.write(Buffer.concat(pieces));
  await out.end();
  if (number === 0) throw refusal(file, 1, "not-a-head");
}

const sentences: Readonly<Record<JsonRefusal, string>> = {
  "not-json": "is no JSON object",
  "not-a-head": "does not begin what `x12 to-json` writes",
  "not-a-line": "is none of the lines that `x12 to-json` writes",
  "not-an-element": "has an element that is neither a text, nor components, nor repetitions",
  "no-interchange": "comes before any ISA with its delimiters",
  "contains-delimiter": "has a value that holds one of the file's delimiters",
  "not-a-byte": 'has a character that is no byte; "utf8": true writes it as UTF-8',
  "not-base64": "has binary content that is no base64",
};

function refusal(file: string, line: number, code: JsonRefusal): NamedError {
  const name = `X12_JSON_${code.toUpperCase().replaceAll("-", "_")}`;
  return new NamedError(name, `${file}: line ${line} ${sentences[code]}`);
}
